import { identities } from '../../functions/check/identities';
import { LONGEST_GAP, isKnown, previousTradingDay } from '../../rules/calendar';
import { figures } from '../../tables/columns';
import type { Finding } from '../finding';
import type { Panel, Run } from '../panel';
import type { Part } from '../part';
import { doubtKey, type Doubtful } from './compare';

interface Break {
  readonly code: string;
  /** Expected less published. */
  readonly difference: number;
}

interface Broken {
  readonly part: Part;
  readonly identity: number;
  readonly run: Run;
  readonly breaks: Map<number, Break>;
  compared: number;
}

/** The identities that are sums, with the columns of their terms and how often each is in the difference. */
const CHECKED = identities.flatMap(({ terms, signs }, identity) =>
  signs
    ? [{ identity, terms: terms.map(({ figure, prior }) => ({ column: figures.indexOf(figure), prior })), signs }]
    : [],
);

/** Most of a file's rows break: it holds another day, another figure or another unit than it says. */
const A_FILE = 0.5;
const FEWEST_ROWS_OF_A_FILE = 10;

/**
 * Rows in which a balance does not follow from the day before, or the two balances do not make the third. A figure
 * that is wrong on one day breaks that day and, by as much the other way, the next: it is named on the first.
 */
export function breaksIn(panel: Panel, doubtful: Doubtful): Finding[] {
  const broken: Broken[] = [];
  const last = new Map<string, Run>();
  for (const run of panel.runs) {
    const key = `${run.exchange} ${run.totals}`;
    const before = last.get(key);
    last.set(key, run);
    const prior = before && follows(before.day, run.day) ? before : undefined;
    broken.push(...breaksOf(panel, run, prior, doubtful));
  }
  return findingsOf(withoutEchoes(broken));
}

function follows(before: number, day: number): boolean {
  return isKnown(day) && isKnown(before) ? before >= previousTradingDay(day) : day - before <= LONGEST_GAP;
}

function breaksOf(panel: Panel, run: Run, prior: Run | undefined, doubtful: Doubtful): Broken[] {
  const found = new Map<string, Broken>();
  const priors = new Map<number, number>();
  if (prior) panel.eachPair(run, prior, (a, b) => priors.set(a, b));
  const isDoubtful = remembered((part: Part) => doubtful.has(doubtKey(part, run.day)));
  const wasDoubtful = remembered((part: Part) => doubtful.has(doubtKey(part, prior!.day)));
  for (let at = run.start; at < run.end; at++) {
    const part = panel.part(at);
    if (isDoubtful(part)) continue;
    const before = priors.get(at);
    const beforePart = before === undefined ? undefined : panel.part(before);
    for (const { identity, terms, signs } of CHECKED) {
      let difference = 0;
      let largest = 0;
      let tolerance = 0;
      for (let i = 0; i < terms.length; i++) {
        const { column, prior: isPrior } = terms[i]!;
        if (isPrior && (before === undefined || wasDoubtful(beforePart!))) difference = NaN;
        else {
          const value = panel.figure(isPrior ? before! : at, column);
          difference += signs[i]! * value;
          largest = Math.max(largest, Math.abs(value));
          tolerance += (isPrior ? beforePart! : part).halves[column]!;
        }
      }
      if (Number.isNaN(difference)) continue;
      const key = `${part.id} ${identity}`;
      let entry = found.get(key);
      if (!entry) found.set(key, (entry = { part, identity, run, breaks: new Map(), compared: 0 }));
      entry.compared++;
      // What adding doubles makes of 15 digits.
      if (Math.abs(difference) > tolerance + largest * 4 * Number.EPSILON)
        entry.breaks.set(panel.code(at), {
          code: panel.words.codes.list[panel.code(at)]!,
          difference: Number(difference.toPrecision(12)),
        });
    }
  }
  return [...found.values()].filter(({ breaks }) => breaks.size > 0);
}

function remembered(ask: (part: Part) => boolean): (part: Part) => boolean {
  const answers = new Map<Part, boolean>();
  return (part) => {
    let answer = answers.get(part);
    if (answer === undefined) answers.set(part, (answer = ask(part)));
    return answer;
  };
}

function withoutEchoes(broken: readonly Broken[]): readonly Broken[] {
  const before = new Map<string, Broken>();
  for (const entry of broken) {
    const { run, identity, breaks } = entry;
    const key = `${run.exchange} ${run.totals} ${identity}`;
    const earlier = before.get(key);
    before.set(key, entry);
    if (!earlier || !follows(earlier.run.day, run.day) || earlier.run.day === run.day) continue;
    for (const [code, { difference }] of [...breaks]) {
      const first = earlier.breaks.get(code)?.difference;
      if (first !== undefined && Math.abs(first + difference) <= Math.abs(first) * 1e-9) breaks.delete(code);
    }
  }
  return broken.filter(({ breaks }) => breaks.size > 0);
}

function findingsOf(broken: readonly Broken[]): Finding[] {
  return broken.map(({ part, identity, run, breaks, compared }) => {
    const rows = [...breaks.values()].sort((a, b) => Math.abs(b.difference) - Math.abs(a.difference));
    const isFile = rows.length >= FEWEST_ROWS_OF_A_FILE && rows.length > A_FILE * compared;
    return {
      kind: isFile ? 'break_file' : 'break',
      files: [part.file],
      exchange: run.exchange,
      days: [run.day],
      identity,
      rows: rows.length,
      of: compared,
      codes: rows.map(({ code }) => code),
      difference: rows[0]!.difference,
      differences: rows.map(({ difference }) => difference),
    };
  });
}
