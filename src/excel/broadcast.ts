import { toCell } from '../cells/cell';

/**
 * The shape rule. The result is as tall as the tallest argument and as wide as the widest. An argument that is one
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
export type Matrix = readonly (readonly unknown[])[];

export const NO_PARTNER = Symbol('no partner');

/** An argument as rows of cells, whatever the host made of it. */
export function toMatrix(argument: unknown): Matrix {
  if (!Array.isArray(argument)) return [[argument]];
  if (argument.length === 0) return [[null]];
  return Array.isArray(argument[0]) ? (argument as Matrix) : [argument];
}

/** The cells of a range used whole, row after row. */
export function cellsOf(matrix: Matrix): readonly unknown[] {
  return matrix[0]!.length === 1 ? matrix.map((row) => row[0]) : matrix.flat();
}

export function isBlank(raw: unknown): boolean {
  return typeof raw !== 'number' && toCell(raw) === null;
}

/** How many rows remain when the blank ones at the end are left out. */
export function usedRows(matrix: Matrix): number {
  let rows = matrix.length;
  while (rows > 0 && matrix[rows - 1]!.every(isBlank)) rows--;
  return rows;
}

/** How many columns remain when the blank ones at the end are left out. */
export function usedColumns(matrix: Matrix): number {
  let columns = matrix[0]!.length;
  while (columns > 0 && matrix.every((row) => isBlank(row[columns - 1]))) columns--;
  return columns;
}

/** One argument spread over the result. */
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
