import { Fault } from '../cells/fault';
import { MISSING } from '../cells/number';
import { toCell } from '../cells/cell';
import type { Param, SeriesParam } from '../functions/define';
import type { Group } from '../number/arithmetic';
import { isBlank, type Matrix } from './broadcast';
import type { Numbers } from './numbers';
import { readCell } from './read';

export interface Groups<N> {
  readonly values: Readonly<Record<string, Group<N>>>;
  readonly fault: Fault | null;
  /** Whether no counting member of any group holds anything. */
  readonly blank: boolean;
}

interface Member {
  readonly param: SeriesParam;
  readonly cells: readonly unknown[];
}

/**
 * The ranges used whole. Members of a group are read position by position: a position whose counting members are
 * blank or 0 adds nothing and is left out, so a group that is blank or 0 throughout is empty. A member that doesn't
 * count (a haircut, a ratio) may be one cell for the whole group; otherwise the members have one length.
 */
export function readGroups<N>(params: readonly Param[], matrices: readonly Matrix[], numbers: Numbers<N>): Groups<N> {
  const members: Member[] = [];
  params.forEach((param, i) => {
    if (param.kind === 'series') members.push({ param, cells: matrices[i]!.flat() });
  });
  const values: Record<string, Group<N>> = {};
  let fault: Fault | null = null;
  for (const name of new Set(members.map(groupOf))) {
    const group = members.filter((member) => groupOf(member) === name);
    const read = readGroup(group, numbers);
    group.forEach(({ param }, i) => (values[param.name] = numbers.group(read instanceof Fault ? [] : read[i]!)));
    if (fault === null && read instanceof Fault) fault = read;
  }
  return { values, fault, blank: members.every(({ param, cells }) => !param.counts || cells.every(isBlank)) };
}

/** A total stands alone: it has no day beside which the others could be read. */
function groupOf({ param, cells }: Member): string {
  return param.orTotal && cells.length === 1 ? param.name : param.group;
}

function readGroup<N>(members: readonly Member[], numbers: Numbers<N>): N[][] | Fault {
  const counting = members.filter(({ param }) => param.counts);
  const length = counting[0]!.cells.length;
  if (counting.some(({ cells }) => cells.length !== length)) return lengthFault(counting, length);
  const values: N[][] = members.map(() => []);
  for (let position = 0; position < length; position++) {
    if (counting.every(({ param, cells }) => isBlankOrZero(cells[position], param))) continue;
    const fault = readPosition(members, position, length, values, numbers);
    if (fault) return fault;
  }
  return values;
}

function readPosition<N>(members: readonly Member[], position: number, length: number, values: N[][], numbers: Numbers<N>): Fault | undefined {
  const at = { at: position + 1 };
  for (let i = 0; i < members.length; i++) {
    const { param, cells } = members[i]!;
    if (cells.length !== length && cells.length !== 1) return lengthFault(members, length);
    const read = readCell(param, cells[cells.length === 1 ? 0 : position], numbers);
    if (read instanceof Fault) return read.with(length > 1 ? at : {});
    if (read !== null) values[i]!.push(read);
    else if (members.some((member) => member.param.name === param.missingBeside && !isBlank(member.cells[position]))) return MISSING.with({ param: param.name, ...at });
  }
  for (let i = 0; i < members.length; i++) {
    const { param } = members[i]!;
    const beside = members.findIndex((member) => member.param.name === param.domain.zeroIsMissingBeside);
    if (beside >= 0 && numbers.isZero(last(values[i]!)) && !numbers.isZero(last(values[beside]!))) return MISSING.with({ param: param.name, ...at });
  }
  return undefined;
}

function lengthFault(members: readonly Member[], length: number): Fault {
  const odd = members.find(({ cells }) => cells.length !== length) ?? members[0]!;
  return new Fault('different_lengths', { param: odd.param.name, text: String(odd.cells.length), allowed: String(length) });
}

function last<T>(values: readonly T[]): T {
  return values[values.length - 1]!;
}

/** A 0 counts as a figure where means and trends are taken of it. */
function isBlankOrZero(raw: unknown, { blank }: SeriesParam): boolean {
  const cell = toCell(raw);
  return cell === null || (cell === 0 && blank !== 'skip');
}
