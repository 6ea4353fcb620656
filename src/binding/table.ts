import { Fault } from '../cells/fault';
import type { DaysParam, Param, SeriesParam, TableProcedure } from '../functions/catalogue/define';
import { groupsReader } from '../functions/arguments/groups';
import { type Matrix, usedRows } from '../functions/arguments/matrix';
import type { Numbers } from '../functions/arguments/numbers';
import { readCell, readChoice, readDay, readHeader } from '../functions/arguments/read';
import type { Call } from './call';

/** Functions from tables to a table. Nothing in the first table is nothing in the result. */
export function tabulator(definition: TableProcedure, numbers: Numbers<unknown>): Call {
  const { params } = definition;
  const first = params.findIndex(({ kind }) => kind === 'table');
  const readGroups = groupsReader(params, numbers);

  return (matrices, fail) => {
    if (usedRows(matrices[first]!) === 0) return [['']];
    const groups = readGroups(matrices);
    const args: Record<string, unknown> = { ...groups.values };
    for (const [i, param] of params.entries()) {
      if (param.kind === 'series' || param.kind === 'days') continue;
      const value = argument(param, matrices[i]!, numbers);
      if (value instanceof Fault) return [[fail(value)]];
      args[param.name] = value;
    }
    if (groups.fault) return [[fail(groups.fault)]];
    const table = definition.run(args as never);
    if (table instanceof Fault) return [[fail(table)]];
    // A result of a million cells is not copied for the few that are no number and no text.
    for (const row of table as unknown[][]) {
      for (let i = 0; i < row.length; i++) {
        const cell = row[i];
        if (typeof cell === 'number' || typeof cell === 'string') continue;
        row[i] = cell instanceof Fault ? fail(cell) : cell === null ? '' : String(cell).toUpperCase();
      }
    }
    return table as never;
  };
}

function argument(param: Exclude<Param, SeriesParam | DaysParam>, matrix: Matrix, numbers: Numbers<unknown>): unknown {
  const raw = matrix[0]![0];
  switch (param.kind) {
    case 'table':
      return used(matrix);
    case 'choice':
      return readChoice(param, raw);
    case 'date':
      return readDay(param, raw);
    case 'header':
      return readHeader(param, raw);
    default:
      return readCell(param, raw, numbers);
  }
}

function used(matrix: Matrix): Matrix {
  const rows = usedRows(matrix);
  return rows === matrix.length ? matrix : matrix.slice(0, rows);
}
