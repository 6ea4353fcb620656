import { toCell } from '../cells/cell';
import { Fault } from '../cells/fault';
import type { TableProcedure } from '../functions/catalogue/define';
import type { Call } from './call';
import { usedColumns, usedRows } from '../functions/arguments/matrix';
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
        const columns = usedColumns(matrix);
        args[param.name] = matrix.slice(0, rows).map((row) => row.slice(0, columns).map(toCell));
        continue;
      }
      const value =
        param.kind === 'choice' ? readChoice(param, raw) : param.kind === 'cell' ? readCell(param, raw, numbers) : null;
      if (value instanceof Fault) return [[fail(value)]];
      args[param.name] = value;
    }
    const table = definition.run(args as never);
    if (table instanceof Fault) return [[fail(table)]];
    return table.map((row) =>
      row.map((cell) =>
        cell instanceof Fault
          ? fail(cell)
          : cell === null
            ? ''
            : typeof cell === 'boolean'
              ? String(cell).toUpperCase()
              : cell,
      ),
    );
  };
}
