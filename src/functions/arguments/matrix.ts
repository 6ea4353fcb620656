import { toCell } from '../../cells/cell';
import { Exact } from '../../number/exact';

/** Rows of raw cells. */
export type Matrix = readonly (readonly unknown[])[];

/** Where the shape rule finds no cell of an argument. */
export const NO_PARTNER = Symbol('no partner');

/** The cells of a range used whole, row after row. */
export function cellsOf(matrix: Matrix): readonly unknown[] {
  return matrix[0]!.length === 1 ? matrix.map((row) => row[0]) : matrix.flat();
}

/** The cell of a range at a position from 1 on; one cell serves them all. */
export function cellOf(matrix: Matrix, position = 1): unknown {
  const cells = cellsOf(matrix);
  return cells[cells.length === 1 ? 0 : position - 1];
}

export function isBlank(raw: unknown): boolean {
  return typeof raw !== 'number' && !(raw instanceof Exact) && toCell(raw) === null;
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
