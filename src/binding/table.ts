import { Fault } from '../cells/fault';
import type { TableProcedure } from '../functions/catalogue/define';
import type { Call } from './call';
import { usedRows } from '../functions/arguments/matrix';
import type { Numbers } from '../functions/arguments/numbers';
import { readCell, readChoice } from '../functions/arguments/read';

/** Functions from one table to another. */
export function tabulator(definition: TableProcedure, numbers: Numbers<unknown>): Call {
  return (matrices, fail) => {
    const args: Record<string, unknown> = {};
    for (const [i, param] of definition.params.entries()) {
      const matrix = matrices[i]!;
      const raw = matrix[0]![0];
      if (param.kind === 'table') {
        const rows = usedRows(matrix);
        if (rows === 0) return [['']];
        args[param.name] = rows === matrix.length ? matrix : matrix.slice(0, rows);
        continue;
      }
      const value =
        param.kind === 'choice' ? readChoice(param, raw) : param.kind === 'cell' ? readCell(param, raw, numbers) : null;
      if (value instanceof Fault) return [[fail(value)]];
      args[param.name] = value;
    }
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
