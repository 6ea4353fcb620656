import { MAX_COLUMNS, MAX_ROWS } from '../../workbook/a1';
import type { Area, Workbook } from '../../workbook/workbook';
import type { Book } from '../../formula/meaning/book';

/** Why a formula cannot spill over an area. */
export type Obstacle =
  | { readonly kind: 'table'; readonly table: string }
  | { readonly kind: 'filled'; readonly cell: Area }
  | { readonly kind: 'end' };

export async function obstacleOf(workbook: Workbook, book: Book, area: Area): Promise<Obstacle | undefined> {
  if (area.row + area.rows > MAX_ROWS || area.column + area.columns > MAX_COLUMNS) return { kind: 'end' };
  const table = book.tables.find((candidate) => overlap(candidate.area, area));
  if (table) return { kind: 'table', table: table.name };
  const merged = (await workbook.merged(area.sheet)).find((candidate) => overlap(candidate, area));
  const cell = merged ?? (await firstFilled(workbook, area, { ...area, rows: 1, columns: 1 }));
  return cell && { kind: 'filled', cell: { ...cell, rows: 1, columns: 1 } };
}

/** The first cell of an area that holds something, other than those of `except`. */
export async function firstFilled(workbook: Workbook, area: Area, except?: Area): Promise<Area | undefined> {
  const { formulas, values } = await workbook.read(area);
  for (let r = 0; r < area.rows; r++) {
    for (let c = 0; c < area.columns; c++) {
      const cell = { ...area, row: area.row + r, column: area.column + c, rows: 1, columns: 1 };
      const filled = formulas[r]![c] !== '' || values[r]![c] !== '';
      if (filled && !(except && overlap(except, cell))) return cell;
    }
  }
  return undefined;
}

export function overlap(a: Area, b: Area): boolean {
  return (
    a.sheet === b.sheet &&
    a.row < b.row + b.rows &&
    b.row < a.row + a.rows &&
    a.column < b.column + b.columns &&
    b.column < a.column + a.columns
  );
}
