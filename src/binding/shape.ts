import { Fault } from '../cells/fault';
import { type Matrix, NO_PARTNER, usedColumns, usedRows } from '../functions/arguments/matrix';

/**
 * An argument as rows of cells, whatever the host made of it. Excel passes the Invocation object behind the arguments
 * that it knows of: in place of a newer one as long as it has older metadata in its cache (office-js #2777).
 */
export function toMatrix(argument: unknown): Matrix {
  if (!Array.isArray(argument)) return [[isInvocation(argument) ? null : argument]];
  if (argument.length === 0) return [[null]];
  return Array.isArray(argument[0]) ? (argument as Matrix) : [argument];
}

/** Everything else that is an object says what a cell holds. */
function isInvocation(argument: unknown): boolean {
  return (
    typeof argument === 'object' &&
    argument !== null &&
    !(argument instanceof Fault) &&
    !('type' in argument || 'basicValue' in argument || 'code' in argument)
  );
}

/**
 * One argument spread over the result by the shape rule. The result is as tall as the tallest argument and as wide as the widest. An argument that is one
 * row high or one column wide is stretched over the others; where an argument of more than one row or column ends
 * before the result does, its cells have no partner and the result there is #N/A, as with Excel's own operators.
 *
 * | arguments  | result | cells without a partner          |
 * |------------|--------|----------------------------------|
 * | 1×1, 1×1   | 1×1    |                                  |
 * | 1×1, 5×1   | 5×1    |                                  |
 * | 5×1, 1×3   | 5×3    |                                  |
 * | 5×1, 3×1   | 5×1    | rows 4 and 5 of the second       |
 * | 2×3, 2×1   | 2×3    |                                  |
 *
 * Trailing rows (and columns) in which every counting argument is blank are not part of the result.
 */
export class Spread {
  readonly rows: number;
  readonly columns: number;

  constructor(private readonly matrix: Matrix) {
    this.rows = matrix.length;
    this.columns = matrix[0]!.length;
  }

  get single(): boolean {
    return this.rows === 1 && this.columns === 1;
  }

  at(row: number, column: number): unknown {
    const line = this.matrix[this.rows === 1 ? 0 : row];
    const index = this.columns === 1 ? 0 : column;
    return line === undefined || index >= this.columns ? NO_PARTNER : line[index];
  }

  usedRows(): number {
    return usedRows(this.matrix);
  }

  usedColumns(): number {
    return usedColumns(this.matrix);
  }
}
