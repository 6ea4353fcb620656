import { toCell } from '../cells/cell';
import { readDate } from '../cells/date';
import { Fault } from '../cells/fault';
import { MISSING } from '../cells/number';
import { cellOf, cellsOf, isBlank, type Matrix } from '../functions/arguments/matrix';
import type { DaysParam, Definition } from '../functions/catalogue/define';
import type { Call, Fail, Result } from './call';
import { suspecting } from './exchanged';

/** The rows of a group by their days, oldest first. */
type Order = readonly number[];

/**
 * A call whose ranges are read by their days, where days are given: the rows are put in order before anything is read,
 * and a series comes back beside its rows. Neither `step` nor `run` sees a day.
 */
export function ordered(definition: Definition, call: Call): Call {
  const { params } = definition;
  const at = params.findIndex(({ kind }) => kind === 'days');
  if (at < 0) return call;
  const days = params[at] as DaysParam;
  const members = params.flatMap((param, i) => (param.kind === 'series' && param.group === days.group ? [i] : []));
  const isMember = (name: string | undefined) => members.some((member) => params[member]!.name === name);
  const suspect = suspecting(params);
  const isSeries = definition.kind === 'running' || definition.kind === 'tracking';

  return (matrices, fail) => {
    const order = orderOf(
      days,
      matrices[at]!,
      members.map((member) => matrices[member]!),
    );
    if (order === undefined) return call(matrices, fail);
    if (order instanceof Fault) return [[fail(suspect(order, (other) => cellOf(matrices[other]!, order.detail.at)))]];
    if (order.length === 0) return [['']];
    const sorted = matrices.map((matrix, i) => (members.includes(i) ? inOrder(matrix, order) : matrix));
    const failWhereItStands: Fail<ReturnType<typeof fail>> = (fault) => {
      const { at: position, param } = fault.detail;
      return fail(position !== undefined && isMember(param) ? fault.with({ at: order[position - 1]! + 1 }) : fault);
    };
    const result = call(sorted, failWhereItStands);
    return isSeries ? besideRows(result, order, matrices[members[0]!]![0]!.length) : result;
  };
}

/** Undefined where no days are given, or where the ranges differ in length, which whoever reads them says. */
export function orderOf(param: DaysParam, days: Matrix, members: readonly Matrix[]): Order | undefined | Fault {
  const cells = cellsOf(days);
  if (cells.length === 1 && isBlank(cells[0])) return undefined;
  const columns = members.map(cellsOf);
  const { length } = columns[0]!;
  if (columns.some((column) => column.length !== length)) return undefined;
  if (cells.length !== length)
    return new Fault('different_lengths', {
      param: param.name,
      text: String(cells.length),
      allowed: String(length),
    });
  const holdsFigure = (row: number) => columns.some((column) => !isBlank(column[row]));
  const serials: number[] = [];
  const rows: number[] = [];
  for (let row = 0; row < length; row++) {
    const serial = readDate(toCell(cells[row]));
    if (typeof serial === 'number') rows.push(row);
    else if (holdsFigure(row)) return faultOf(param, serial ?? MISSING, row);
    serials.push(typeof serial === 'number' ? serial : 0);
  }
  rows.sort((a, b) => serials[a]! - serials[b]!);
  const twice = rows.find(
    (row, i) => i > 0 && serials[row] === serials[rows[i - 1]!] && (holdsFigure(row) || holdsFigure(rows[i - 1]!)),
  );
  return twice === undefined ? rows : faultOf(param, new Fault('double_day'), twice);
}

function faultOf({ name }: DaysParam, fault: Fault, row: number): Fault {
  return fault.kind === 'error_cell' ? fault : fault.with({ param: name, at: row + 1 });
}

function inOrder(matrix: Matrix, order: Order): Matrix {
  const cells = cellsOf(matrix);
  return order.map((row) => [cells[row]]);
}

/** The figures of the days in the shape of the range that they belong to; after the last of them the rows stay empty. */
function besideRows<F>(result: Result<F>, order: Order, columns: number): Result<F> {
  const cells: Result<F>[0] = [];
  result.forEach(([figure], i) => (cells[order[i]!] = figure!));
  const rows: Result<F> = [];
  for (let start = 0; start < cells.length; start += columns)
    rows.push(Array.from({ length: columns }, (_, i) => cells[start + i] ?? ''));
  return rows;
}
