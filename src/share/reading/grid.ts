export interface Size {
  readonly rows: number;
  readonly columns: number;
}

/** The cells of an area, row by row. */
export function grid<T>({ rows, columns }: Size, cellAt: (row: number, column: number) => T): T[][] {
  return Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (__, column) => cellAt(row, column)));
}

/** A content in the first cell of an area; the others are left to its spill. */
export function inFirst<T>(content: T, size: Size): (T | '')[][] {
  if (size.rows === 1 && size.columns === 1) return [[content]];
  return grid(size, (row, column) => (row === 0 && column === 0 ? content : ''));
}
