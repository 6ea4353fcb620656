import { isKnown, isTradingDay } from '../../rules/calendar';
import { figures } from '../../tables/columns';
import { EXCHANGES } from '../../tables/exchange';
import { answered, KEEP, LEAVE_OUT, type Finding } from '../finding';
import { median } from '../median';
import type { Panel, Run } from '../panel';
import type { Part } from '../part';

const BALANCE = figures.indexOf('financing_balance');

/** The days of an exchange, rising, with the runs of its securities. */
export type Days = ReadonlyMap<string, readonly Run[]>;

export function daysOf(panel: Panel): Days {
  const days = new Map<string, Run[]>();
  for (const run of panel.runs) {
    if (run.totals) continue;
    const runs = days.get(run.exchange);
    if (runs) runs.push(run);
    else days.set(run.exchange, [run]);
  }
  return days;
}

/**
 * Days between the first and the last on which an exchange has nothing though it traded: by the calendar, beyond its
 * last year by the days of the other exchanges.
 */
export function gaps(days: Days): Finding[] {
  const everywhere = new Set([...days.values()].flatMap((runs) => runs.map(({ day }) => day)));
  return [...days].flatMap(([exchange, runs]) => {
    if (exchange === '') return [];
    const missing = gapsOf(runs, everywhere);
    return missing.length === 0 ? [] : [{ kind: 'gap' as const, files: [], exchange, days: missing }];
  });
}

function gapsOf(runs: readonly Run[], everywhere: ReadonlySet<number>): number[] {
  const own = new Set(runs.map(({ day }) => day));
  const [first, last] = [runs[0]!.day, runs[runs.length - 1]!.day];
  const missing: number[] = [];
  for (let day = first + 1; day < last; day++)
    if (!own.has(day) && (everywhere.has(day) || (isKnown(day) && isTradingDay(day)))) missing.push(day);
  return missing;
}

/** Days on which nobody traded: asked where the day comes from a name, told where the sheet says it. */
export function closedDays(panel: Panel, days: Days, answers: ReadonlyMap<string, string>): Finding[] {
  const named = new Map<string, { readonly parts: Set<Part>; readonly days: Set<number> }>();
  const said: Finding[] = [];
  for (const [exchange, runs] of days)
    for (const run of runs) {
      if (!isKnown(run.day) || isTradingDay(run.day)) continue;
      const part = panel.mainPart(run);
      if (part.day !== run.day || part.dayFrom === 'note') {
        said.push({ kind: 'closed_day', files: [part.file], exchange, days: [run.day] });
        continue;
      }
      const group = named.get(exchange) ?? { parts: new Set(), days: new Set() };
      named.set(exchange, group);
      // The sheet of totals beside it takes its day from the same name.
      for (const one of panel.parts) if (one.file === part.file && one.day === part.day) group.parts.add(one);
      group.days.add(run.day);
    }
  for (const [exchange, { parts, days: closed }] of named) {
    const id = `closed_day ${exchange}`;
    said.push({
      kind: 'closed_day',
      files: [...new Set([...parts].map(({ file }) => file))],
      exchange,
      days: [...closed],
      question: {
        id,
        parts: [...parts].map((part) => part.id),
        asks: 'closed_day',
        options: ['-1', '1', KEEP, LEAVE_OUT],
        suggestion: '-1',
        ...answered(answers, id),
      },
    });
  }
  return said;
}

/** For a sheet without a day: the gap of its exchange between whose neighbours its balances fit best. */
export function fittingGap(part: Part, panel: Panel, days: Days): number | undefined {
  const runs = days.get(part.exchange);
  if (!runs) return undefined;
  const missing = gapsOf(runs, new Set([...days.values()].flatMap((all) => all.map(({ day }) => day))));
  if (missing.length <= 1) return missing[0];
  const scored = missing
    .map((day) => {
      const before = runs.filter((run) => run.day < day).pop();
      const after = runs.find((run) => run.day > day);
      return { day, distance: distance(part, panel, before) + distance(part, panel, after) };
    })
    .sort((a, b) => a.distance - b.distance);
  return Number.isFinite(scored[0]!.distance) ? scored[0]!.day : undefined;
}

/** How far the balances of a sheet lie from those of a day, in the middle. */
function distance(part: Part, panel: Panel, run: Run | undefined): number {
  if (!run) return Infinity;
  const own = new Map<number, number>();
  for (let row = 0; row < part.rows; row++) own.set(part.codes[row]!, part.figures[BALANCE]![row]!);
  const distances: number[] = [];
  for (let at = run.start; at < run.end; at++) {
    const [a, b] = [own.get(panel.code(at)), panel.figure(at, BALANCE)];
    if (a !== undefined && a > 0 && b > 0) distances.push(Math.abs(Math.log(a / b)));
  }
  return median(distances) ?? Infinity;
}

/** What is asked of sheets that name no exchange, and of files that name no day. */
export function unknownPlaces(
  parts: readonly Part[],
  panel: Panel,
  days: Days,
  answers: ReadonlyMap<string, string>,
): Finding[] {
  const nowhere = parts.filter((part) => part.withoutExchange === part.rows && part.exchangeFrom === undefined);
  const undated = new Map<number, Part[]>();
  for (const part of parts)
    if (part.withoutDay === part.rows && part.dayFrom === undefined)
      undated.set(part.file, [...(undated.get(part.file) ?? []), part]);
  return [
    ...nowhere.map((part): Finding => {
      const id = `no_exchange ${part.id}`;
      const options = [...EXCHANGES, KEEP, LEAVE_OUT];
      return {
        kind: 'no_exchange',
        files: [part.file],
        question: { id, parts: [part.id], asks: 'exchange', options, ...answered(answers, id) },
      };
    }),
    ...[...undated].map(([file, own]): Finding => {
      const id = `no_day ${file}`;
      const main = own.find(({ securities }) => securities > 0) ?? own[0]!;
      const gap = fittingGap(main, panel, days);
      return {
        kind: 'no_day',
        files: [file],
        ...(main.exchange !== '' && { exchange: main.exchange }),
        question: {
          id,
          parts: own.map((part) => part.id),
          asks: 'day',
          options: [LEAVE_OUT],
          ...(gap !== undefined && { suggestion: String(gap) }),
          ...answered(answers, id),
        },
      };
    }),
  ];
}
