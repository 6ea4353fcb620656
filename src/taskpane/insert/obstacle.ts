import { MAX_COLUMNS, MAX_ROWS } from '../../workbook/a1';
import { cellOf, endOf, overlap } from '../../workbook/area';
import type { Area, Workbook } from '../../workbook/workbook';
import type { Book } from '../../formula/meaning/book';

/** Why a formula cannot spill over an area. */
export type Obstacle =
  | { readonly kind: 'table'; readonly table: string }
  | { readonly kind: 'filled'; readonly cell: Area }
  | { readonly kind: 'end' };

export async function obstacleOf(workbook: Workbook, book: Book, area: Area): Promise<Obstacle | undefined> {
  const end = endOf(area);
  if (end.row > MAX_ROWS || end.column > MAX_COLUMNS) return { kind: 'end' };
  const table = book.tables.find((candidate) => overlap(candidate.area, area));
  if (table) return { kind: 'table', table: table.name };
  const merged = (await workbook.merged(area.sheet)).find((candidate) => overlap(candidate, area));
  const cell = merged ?? (await firstFilled(workbook, area, cellOf(area)));
  return cell && { kind: 'filled', cell: cellOf(cell) };
}

/** The first cell of an area that holds something, other than those of `except`. */
export async function firstFilled(workbook: Workbook, area: Area, except?: Area): Promise<Area | undefined> {
  const { formulas, values } = await workbook.read(area);
  for (let r = 0; r < area.rows; r++) {
    for (let c = 0; c < area.columns; c++) {
      const cell = cellOf(area, r, c);
      const filled = formulas[r]![c] !== '' || values[r]![c] !== '';
      if (filled && !(except && overlap(except, cell))) return cell;
    }
  }
  return undefined;
}
