import type { Area } from './workbook';

/** Excel for the web takes and gives at most 5 MB at a time; a long formula with its value and format has about 200 bytes. */
export const CHUNK_CELLS = 20_000;

export function rowsPerChunk(columns: number): number {
  return rowsFor(CHUNK_CELLS, columns);
}

/** How many rows of so many columns have at most so many cells. */
export function rowsFor(cells: number, columns: number): number {
  return Math.max(1, Math.floor(cells / columns));
}

/** The area in pieces of so many rows, from the top. */
export function slices(area: Area, rows: number): Area[] {
  return Array.from({ length: Math.ceil(area.rows / rows) }, (_, i) => ({
    ...area,
    row: area.row + i * rows,
    rows: Math.min(rows, area.rows - i * rows),
  }));
}
