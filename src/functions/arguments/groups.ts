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
  const isRange = params.map(({ kind }) => kind === 'series');
  return (matrices) => read(matrices.map((matrix, i) => (isRange[i] ? cellsOf(matrix) : NO_CELLS)));
}

const NO_CELLS: readonly unknown[] = [];

/** The same for cells that stand in no range. */
export function listsReader<N>(
  params: readonly Param[],
  numbers: Numbers<N>,
): (lists: readonly (readonly unknown[])[]) => Groups<N> {
  const series = params.flatMap((param, order): Series[] =>
    param.kind === 'series' ? [{ param, order, ordinary: new Ordinary(param) }] : [],
  );
  const mayBeTotals = series.some(({ param }) => param.orTotal);
  const apart = togetherBy(series, ({ param }) => param.group);

  return (lists) => {
    const groups = mayBeTotals
      ? togetherBy(series, ({ param, order }) =>
          param.orTotal && lists[order]!.length === 1 ? param.name : param.group,
        )
      : apart;
    const values: Record<string, Group<N>> = {};
    let fault: Fault | null = null;
    for (const group of groups) {
      const read = readGroup(group, lists, numbers);
      const failed = read instanceof Fault;
      group.series.forEach(({ param }, i) => (values[param.name] = numbers.group(failed ? [] : read[i]!)));
      if (fault === null && failed) fault = read;
    }
    return { values, fault, blank: series.every(({ param, order }) => !param.counts || lists[order]!.every(isBlank)) };
  };
}

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

function readGroup<N>(
  { series, counting, besides }: Together,
  lists: readonly (readonly unknown[])[],
  numbers: Numbers<N>,
): N[][] | Fault {
  const { length } = lists[series[counting[0]!]!.order]!;
  if (counting.some((i) => lists[series[i]!.order]!.length !== length))
    return lengthFault(
      counting.map((i) => series[i]!),
      lists,
      length,
    );
  if (areReady(series, lists, length)) return series.map(({ order }) => lists[order] as N[]);
  const values: N[][] = series.map(() => []);
  for (let position = 0; position < length; position++) {
    if (addsNothing(series, counting, lists, position)) continue;
    const fault = readPosition(series, lists, position, length, values, numbers);
    if (fault) return fault;
    for (const { param, zero, beside } of besides)
      if (numbers.isZero(last(values[zero]!)) && !numbers.isZero(last(values[beside]!)))
        return MISSING.with({ param: param.name, at: position + 1 });
  }
  return values;
}

/** Exact numbers of another definition, none of which is 0 or needs a second look, are a group as they stand. */
function areReady(series: readonly Series[], lists: readonly (readonly unknown[])[], length: number): boolean {
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

function addsNothing(
  series: readonly Series[],
  counting: readonly number[],
  lists: readonly (readonly unknown[])[],
  position: number,
): boolean {
  for (let i = 0; i < counting.length; i++) {
    const { param, order } = series[counting[i]!]!;
    if (!isBlankOrZero(lists[order]![position], param)) return false;
  }
  return true;
}

function readPosition<N>(
  series: readonly Series[],
  lists: readonly (readonly unknown[])[],
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

function lengthFault(series: readonly Series[], lists: readonly (readonly unknown[])[], length: number): Fault {
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
