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
  readonly values: Readonly<Record<string, Group<N>>>;
  readonly fault: Fault | null;
  /** Whether no counting member of any group holds anything. */
  readonly blank: boolean;
}

interface Member {
  readonly param: SeriesParam;
  readonly ordinary: Ordinary;
  readonly cells: readonly unknown[];
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
  const series = params.flatMap((param, order) =>
    param.kind === 'series' ? [{ param, order, ordinary: new Ordinary(param) }] : [],
  );

  return (matrices) => {
    const members = series.map(({ param, order, ordinary }): Member => ({
      param,
      ordinary,
      cells: cellsOf(matrices[order]!),
    }));
    const values: Record<string, Group<N>> = {};
    let fault: Fault | null = null;
    for (const name of new Set(members.map(groupOf))) {
      const group = members.filter((member) => groupOf(member) === name);
      const read = readGroup(group, numbers);
      group.forEach(({ param }, i) => (values[param.name] = numbers.group(read instanceof Fault ? [] : read[i]!)));
      if (fault === null && read instanceof Fault) fault = read;
    }
    return { values, fault, blank: members.every(({ param, cells }) => !param.counts || cells.every(isBlank)) };
  };
}

/** A total stands alone: it has no day beside which the others could be read. */
function groupOf({ param, cells }: Member): string {
  return param.orTotal && cells.length === 1 ? param.name : param.group;
}

function readGroup<N>(members: readonly Member[], numbers: Numbers<N>): N[][] | Fault {
  const params = members.map(({ param }) => param);
  const countingParams = countingOf(params);
  const counting = members.filter(({ param }) => countingParams.includes(param));
  const length = counting[0]!.cells.length;
  if (counting.some(({ cells }) => cells.length !== length)) return lengthFault(counting, length);
  const besides = zeroBesides(params).map(({ param, beside }) => ({
    param,
    zero: params.indexOf(param),
    beside: params.indexOf(beside),
  }));
  const values: N[][] = members.map(() => []);
  for (let position = 0; position < length; position++) {
    if (counting.every(({ param, cells }) => isBlankOrZero(cells[position], param))) continue;
    const fault = readPosition(members, position, length, values, numbers);
    if (fault) return fault;
    for (const { param, zero, beside } of besides)
      if (numbers.isZero(last(values[zero]!)) && !numbers.isZero(last(values[beside]!)))
        return MISSING.with({ param: param.name, at: position + 1 });
  }
  return values;
}

function readPosition<N>(
  members: readonly Member[],
  position: number,
  length: number,
  values: N[][],
  numbers: Numbers<N>,
): Fault | undefined {
  for (let i = 0; i < members.length; i++) {
    const { param, ordinary, cells } = members[i]!;
    if (cells.length !== length && cells.length !== 1) return lengthFault(members, length);
    const raw = cells[cells.length === 1 ? 0 : position];
    if (ordinary.has(raw)) {
      values[i]!.push(numbers.of(raw));
      continue;
    }
    const read = readCell(param, raw, numbers);
    if (read instanceof Fault) return length > 1 ? read.with({ at: position + 1 }) : read;
    if (read !== null) values[i]!.push(read);
    else if (members.some((member) => member.param.name === param.missingBeside && !isBlank(member.cells[position])))
      return MISSING.with({ param: param.name, at: position + 1 });
  }
  return undefined;
}

function lengthFault(members: readonly Member[], length: number): Fault {
  const odd = members.find(({ cells }) => cells.length !== length) ?? members[0]!;
  return new Fault('different_lengths', {
    param: odd.param.name,
    text: String(odd.cells.length),
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
