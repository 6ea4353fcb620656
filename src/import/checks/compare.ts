// What a day says beside the day before it, of the whole exchange: units, copies, and files that break off.
import { figures } from '../../tables/columns';
import { answered, KEEP, LEAVE_OUT, type Finding } from '../finding';
import { median } from '../median';
import type { Panel, Run } from '../panel';
import type { Part } from '../part';
import type { Days } from './days';

const BALANCE = figures.indexOf('financing_balance');
const PURCHASES = figures.indexOf('purchases');
const MARGIN = figures.indexOf('margin_balance');
const QUANTITY = figures.indexOf('lending_qty');

/** A day's median change is some thousandths; units differ by a thousand or more. */
const LEAST_POWER = 2.5;
/** 融资余额 of a security in 元: its median is above ten million on every exchange; in 万元 below a few ten thousand. */
const SMALLEST_MEDIAN = 2e5;
const ENOUGH = 20;
const NEARLY_ALL = 0.9;
const SHORT = 0.8;

export interface Compared {
  readonly findings: readonly Finding[];
  /** Parts, with the day, whose figures are not to be held against those of other days. */
  readonly doubtful: Doubtful;
}

export type Doubtful = ReadonlySet<string>;

export const doubtKey = (part: Part, day: number): string => `${part.id} ${day}`;

export function compareDays(panel: Panel, days: Days, answers: ReadonlyMap<string, string>): Compared {
  const findings: Finding[] = [];
  const doubtful = new Set<string>();
  for (const [exchange, runs] of days) {
    const measures = [
      { name: 'amount', figure: runs.some((run) => hasFigure(panel, run, BALANCE)) ? BALANCE : MARGIN },
      { name: 'quantity', figure: QUANTITY },
    ] as const;
    for (const { name, figure } of measures) {
      for (const [power, { parts, days: oddDays }] of oddUnits(panel, runs, figure, name === 'amount')) {
        const id = `unit_jump ${name} ${exchange} ${power}`;
        const odd = runs.filter((run) => parts.has(panel.mainPart(run)) && oddDays.has(run.day));
        odd.forEach((run) => doubtful.add(doubtKey(panel.mainPart(run), run.day)));
        findings.push({
          kind: 'unit_jump',
          files: [...parts].map(({ file }) => file),
          exchange,
          power,
          text: name,
          days: odd.map(({ day }) => day),
          question: {
            id,
            parts: [...parts].map((part) => part.id),
            asks: 'unit',
            options: [String(power), KEEP, LEAVE_OUT],
            suggestion: String(power),
            ...answered(answers, id),
          },
        });
      }
    }
    runs.forEach((run, i) => {
      const part = panel.mainPart(run);
      const before = runs[i - 1];
      if (before && isStale(panel, before, run) && panel.mainPart(before) !== part) {
        const id = `stale ${part.id} ${run.day}`;
        doubtful.add(doubtKey(part, run.day));
        findings.push({
          kind: 'stale',
          files: [part.file],
          exchange,
          days: [run.day],
          question: {
            id,
            // The totals beside the rows are of the same day before.
            parts: panel.parts.filter(({ file }) => file === part.file).map(({ id }) => id),
            asks: 'stale',
            options: [LEAVE_OUT, KEEP],
            ...answered(answers, id),
          },
        });
      }
      if (isShort(run, before, runs[i + 1]) && !(part.expected !== undefined && part.expected > part.rows))
        findings.push({
          kind: 'short',
          files: [part.file],
          exchange,
          days: [run.day],
          rows: length(run),
          of: length(before!),
        });
    });
  }
  return { findings, doubtful };
}

const length = ({ start, end }: Run): number => end - start;

function hasFigure(panel: Panel, run: Run, figure: number): boolean {
  for (let at = run.start; at < run.end; at++) if (panel.figure(at, figure) > 0) return true;
  return false;
}

/** Fewer rows than on the day before, and than on the day after where there is one. */
function isShort(run: Run, before: Run | undefined, after: Run | undefined): boolean {
  if (!before || length(before) < ENOUGH) return false;
  return length(run) < SHORT * length(before) && (!after || length(run) < SHORT * length(after));
}

/** More than nine in ten rows are those of the day before. */
function isStale(panel: Panel, before: Run, run: Run): boolean {
  let [same, count] = [0, 0];
  panel.eachPair(run, before, (a, b) => {
    const [x, y] = [panel.figure(a, BALANCE), panel.figure(b, BALANCE)];
    // A security that is not bought on credit stands still by itself.
    if (!(x > 0) || !(y > 0)) return;
    const [p, q] = [panel.figure(a, PURCHASES), panel.figure(b, PURCHASES)];
    count++;
    if (x === y && (p === q || (Number.isNaN(p) && Number.isNaN(q)))) same++;
  });
  return count >= ENOUGH && same > NEARLY_ALL * count;
}

interface Odd {
  readonly parts: Set<Part>;
  readonly days: Set<number>;
}

/** The parts whose figures are of another size than those of most days, by how many powers of ten they are too small. */
function oddUnits(panel: Panel, runs: readonly Run[], figure: number, isAmount: boolean): Map<number, Odd> {
  const levels: number[] = [];
  runs.forEach((run, i) => {
    levels.push(i === 0 ? 0 : levels[i - 1]! + jump(panel, runs[i - 1]!, run, figure));
  });
  const counts = new Map<number, number>();
  for (const level of levels) counts.set(level, (counts.get(level) ?? 0) + 1);
  const usual = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0;
  const small = isAmount && isTooSmall(panel, runs[levels.indexOf(usual)]!, figure) ? 4 : 0;
  const odd = new Map<number, Odd>();
  runs.forEach((run, i) => {
    const power = usual - levels[i]! + small;
    const part = panel.mainPart(run);
    if (power === 0 || (small !== 0 && power === small && part.units.stated)) return;
    const found = odd.get(power) ?? { parts: new Set(), days: new Set() };
    odd.set(power, found);
    found.parts.add(part);
    found.days.add(run.day);
  });
  return odd;
}

function jump(panel: Panel, before: Run, run: Run, figure: number): number {
  const steps: number[] = [];
  panel.eachPair(run, before, (a, b) => {
    const [x, y] = [panel.figure(a, figure), panel.figure(b, figure)];
    if (x > 0 && y > 0) steps.push(Math.log10(x / y));
  });
  const step = median(steps) ?? 0;
  return Math.abs(step) >= LEAST_POWER ? Math.round(step) : 0;
}

function isTooSmall(panel: Panel, run: Run, figure: number): boolean {
  const values: number[] = [];
  for (let at = run.start; at < run.end; at++) if (panel.figure(at, figure) > 0) values.push(panel.figure(at, figure));
  return values.length >= ENOUGH && median(values)! < SMALLEST_MEDIAN;
}
