import { toCell } from '../../cells/cell';
import { Fault } from '../../cells/fault';
import { MISSING } from '../../cells/number';
import type { Param, SeriesParam } from '../catalogue/define';
import type { Group } from '../../number/arithmetic';
import { countingOf, zeroBesides } from './cell-rules';
import { cellsOf, isBlank, type Matrix } from './matrix';
import { Exact } from '../../number/exact';
import type { Numbers } from './numbers';
import { Ordinary, readCell } from './read';

export interface Groups<N> {
  readonly values: Record<string, Group<N>>;
  readonly fault: Fault | null;
  /** Whether no counting member of any group holds anything. */
  readonly blank: boolean;
}

interface Series {
  readonly param: SeriesParam;
  /** Which of the parameters it is. */
  readonly order: number;
  readonly ordinary: Ordinary;
}

/** Ranges that are read together, and what is known of them before any is given. */
interface Together {
  readonly series: readonly Series[];
  readonly counting: readonly number[];
  readonly besides: readonly { readonly param: SeriesParam; readonly zero: number; readonly beside: number }[];
}

/**
 * The ranges used whole. Members of a group are read position by position: a position whose counting members are
 * blank or 0 adds nothing and is left out, so a group that is blank or 0 throughout is empty. A member that doesn't
 * count (a conversion rate, a ratio) may be one cell for the whole group; otherwise the members have one length.
 */
export function groupsReader<N>(
  params: readonly Param[],
  numbers: Numbers<N>,
): (matrices: readonly Matrix[]) => Groups<N> {
  const read = listsReader(params, numbers);
  const ranges = params.flatMap((param, order) => (param.kind === 'series' ? [{ param, order }] : []));
  return (matrices) => {
    const values: unknown[] = [];
    for (const { order } of ranges) values[order] = cellsOf(matrices[order]!);
    const blank = ranges.every(({ param, order }) => !param.counts || (values[order] as unknown[]).every(isBlank));
    const fault = read(values);
    return {
      values: Object.fromEntries(ranges.map(({ param, order }) => [param.name, values[order] as Group<N>])),
      fault,
      blank,
    };
  };
}

/** The same for lists of cells that stand in no range: each becomes its group, in the place of its parameter. */
export function listsReader<N>(params: readonly Param[], numbers: Numbers<N>): (values: unknown[]) => Fault | null {
  const series = params.flatMap((param, order): Series[] =>
    param.kind === 'series' ? [{ param, order, ordinary: new Ordinary(param) }] : [],
  );
  const mayBeTotals = series.some(({ param }) => param.orTotal);
  const apart = togetherBy(series, ({ param }) => param.group);

  return (values) => {
    const groups = mayBeTotals
      ? togetherBy(series, ({ param, order }) =>
          param.orTotal && (values[order] as Lists[0]).length === 1 ? param.name : param.group,
        )
      : apart;
    let fault: Fault | null = null;
    for (let i = 0; i < groups.length; i++) {
      const failed = readGroup(groups[i]!, values, numbers);
      fault ??= failed;
    }
    return fault;
  };
}

type Lists = readonly (readonly unknown[])[];

/** A total stands alone: it has no day beside which the others could be read. */
function togetherBy(series: readonly Series[], groupOf: (one: Series) => string): readonly Together[] {
  return [...new Set(series.map(groupOf))].map((name) => {
    const members = series.filter((one) => groupOf(one) === name);
    const params = members.map(({ param }) => param);
    const counting = countingOf(params);
    return {
      series: members,
      counting: members.flatMap(({ param }, i) => (counting.includes(param) ? [i] : [])),
      besides: zeroBesides(params).map(({ param, beside }) => ({
        param,
        zero: params.indexOf(param),
        beside: params.indexOf(beside),
      })),
    };
  });
}

/** Puts the groups into the places of their lists; empty ones where something is wrong. */
function readGroup<N>(together: Together, values: unknown[], numbers: Numbers<N>): Fault | null {
  const { series } = together;
  const lists = values as unknown as Lists;
  const groups = areReady(together, lists) ? (lists as readonly N[][]) : readPositions(together, lists, numbers);
  for (let i = 0; i < series.length; i++) {
    const { order } = series[i]!;
    values[order] = numbers.group(groups instanceof Fault ? [] : groups[order]!);
  }
  return groups instanceof Fault ? groups : null;
}

/** By the order of the parameters, as the lists are. */
function readPositions<N>(
  { series, counting, besides }: Together,
  lists: Lists,
  numbers: Numbers<N>,
): readonly N[][] | Fault {
  const { length } = lists[series[counting[0]!]!.order]!;
  if (counting.some((i) => lists[series[i]!.order]!.length !== length))
    return lengthFault(
      counting.map((i) => series[i]!),
      lists,
      length,
    );
  const values: N[][] = series.map(() => []);
  for (let position = 0; position < length; position++) {
    if (addsNothing(series, counting, lists, position)) continue;
    const fault = readPosition(series, lists, position, length, values, numbers);
    if (fault) return fault;
    for (const { param, zero, beside } of besides)
      if (numbers.isZero(last(values[zero]!)) && !numbers.isZero(last(values[beside]!)))
        return MISSING.with({ param: param.name, at: position + 1 });
  }
  const byOrder: N[][] = [];
  series.forEach(({ order }, i) => (byOrder[order] = values[i]!));
  return byOrder;
}

/** Exact numbers of another definition, none of which is 0 or needs a second look, are a group as they stand. */
function areReady({ series, counting }: Together, lists: Lists): boolean {
  const { length } = lists[series[counting[0]!]!.order]!;
  for (let i = 0; i < series.length; i++) {
    const { order, ordinary } = series[i]!;
    const cells = lists[order]!;
    if (cells.length !== length) return false;
    for (let j = 0; j < length; j++) {
      const cell = cells[j];
      if (!ordinary.hasExact(cell) || cell.sign() === 0) return false;
    }
  }
  return true;
}

function addsNothing(series: readonly Series[], counting: readonly number[], lists: Lists, position: number): boolean {
  for (let i = 0; i < counting.length; i++) {
    const { param, order } = series[counting[i]!]!;
    if (!isBlankOrZero(lists[order]![position], param)) return false;
  }
  return true;
}

function readPosition<N>(
  series: readonly Series[],
  lists: Lists,
  position: number,
  length: number,
  values: N[][],
  numbers: Numbers<N>,
): Fault | undefined {
  for (let i = 0; i < series.length; i++) {
    const { param, order, ordinary } = series[i]!;
    const cells = lists[order]!;
    if (cells.length !== length && cells.length !== 1) return lengthFault(series, lists, length);
    const raw = cells[cells.length === 1 ? 0 : position];
    if (ordinary.has(raw)) {
      values[i]!.push(numbers.of(raw));
      continue;
    }
    const read = ordinary.hasExact(raw) ? (raw as N) : readCell(param, raw, numbers);
    if (read instanceof Fault) return length > 1 ? read.with({ at: position + 1 }) : read;
    if (read !== null) values[i]!.push(read);
    else if (series.some((one) => one.param.name === param.missingBeside && !isBlank(lists[one.order]![position])))
      return MISSING.with({ param: param.name, at: position + 1 });
  }
  return undefined;
}

function lengthFault(series: readonly Series[], lists: Lists, length: number): Fault {
  const { param, order } = series.find((one) => lists[one.order]!.length !== length) ?? series[0]!;
  return new Fault('different_lengths', {
    param: param.name,
    text: String(lists[order]!.length),
    allowed: String(length),
  });
}

function last<T>(values: readonly T[]): T {
  return values[values.length - 1]!;
}

/** Whether a position without other figures adds nothing; a 0 counts as a figure where means and trends are taken of it. */
export function isBlankOrZero(raw: unknown, { blank }: SeriesParam): boolean {
  const cell = typeof raw === 'number' ? raw : raw instanceof Exact ? raw.sign() : toCell(raw);
  return cell === null || (cell === 0 && blank !== 'skip');
}
