import { nextTradingDay, previousTradingDay } from '../rules/calendar';
import { Exact } from '../number/exact';
import { figures, FIGURES as MEASURES, type Measure } from '../tables/columns';
import { shift } from '../tables/shift';
import { type Finding, KEEP, LEAVE_OUT } from './finding';
import { dayOfRow, LEFT_OUT, type Part } from './part';

/** The answer to the question of a finding. */
export interface Decision {
  readonly finding: Finding;
  readonly value: string;
}

type Change = (part: Part, value: string, finding: Finding) => Part;

const CHANGES: Readonly<Record<NonNullable<Finding['question']>['asks'], Change>> = {
  day: (part, value) => ({ ...part, day: Number(value), dayFrom: 'user' }),
  exchange: (part, value) => ({ ...part, exchange: value, exchangeFrom: 'user' }),
  closed_day: (part, value) => {
    const day = value === '-1' ? previousTradingDay(part.day) : nextTradingDay(part.day);
    return { ...part, day, dayFrom: 'user' };
  },
  unit: (part, value, { text, days }) => scaled(part, Number(value), text as Measure, days && new Set(days)),
  conflict: (part) => part,
  stale: (part) => part,
};

/** The parts with what was decided of them. */
export function decided(parts: readonly Part[], decisions: ReadonlyMap<string, Decision>): Part[] {
  const result = parts.slice();
  for (const { finding, value } of decisions.values()) {
    const { asks, parts: about } = finding.question!;
    if (value === KEEP) continue;
    for (const id of about) {
      const part = result[id]!;
      result[id] = value === LEAVE_OUT ? withoutDays(part, finding.days) : CHANGES[asks](part, value, finding);
    }
  }
  return result;
}

/** What is in the workbook already comes first, then the files that were chosen, then the others as they came. */
export function precedence(
  parts: readonly Part[],
  decisions: ReadonlyMap<string, Decision>,
  existing: ReadonlySet<number>,
): Part[] {
  const chosen = new Set(
    [...decisions.values()].filter(({ finding }) => finding.kind === 'conflict').map(({ value }) => Number(value)),
  );
  const rank = ({ id, file }: Part) => (existing.has(id) ? 0 : chosen.has(file) ? 1 : 2);
  return parts.slice().sort((a, b) => rank(a) - rank(b) || a.id - b.id);
}

function withoutDays(part: Part, days: readonly number[] | undefined): Part {
  const out = days && new Set(days);
  return {
    ...part,
    days: part.days.map((day, row) => (!out || out.has(dayOfRow(part, row)) ? LEFT_OUT : day)),
  };
}

/** Figures of one measure in 元 or 股, on some days or on all. */
function scaled(part: Part, power: number, measure: Measure, days: ReadonlySet<number> | undefined): Part {
  if (power === 0) return part;
  const isMeant = (i: number) => MEASURES[figures[i]!].measures === measure;
  const times = (value: number) => (Number.isNaN(value) ? value : shift(Exact.of(value), power).toNumber());
  return {
    ...part,
    figures: part.figures.map((column, i) =>
      isMeant(i) ? column.map((value, row) => (!days || days.has(dayOfRow(part, row)) ? times(value) : value)) : column,
    ),
    halves: part.halves.map((half, i) => (isMeant(i) ? Math.max(half, roundingOf(part, i)) * 10 ** power : half)),
    units: { ...part.units, [measure]: (part.units[measure] ?? 0) + power, stated: true },
  };
}

/** Half of the last place of a column with decimals: in 元 they are 分, in 万元 they are what was rounded away. */
function roundingOf(part: Part, figure: number): number {
  let places = 0;
  for (const value of part.figures[figure]!.subarray(0, 200))
    if (!Number.isNaN(value)) places = Math.max(places, (String(value).split('.')[1] ?? '').length);
  return 0.5 * 10 ** -Math.min(places, 6);
}
