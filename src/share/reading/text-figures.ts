import { parseNumeral } from '../../cells/number';
import type { Reference } from '../../formula/references';
import type { Area, Cells } from '../../workbook/workbook';

interface Figures {
  readonly area: Area | undefined;
  readonly cells: Cells;
}

/** Whether a text that our functions read as a figure stands anywhere in some cells of a sheet: Excel leaves it out of a sum. */
export function holdsTextFigure(sheet: Figures, { top, left, bottom, right }: Reference): boolean {
  const figures = textFigures(sheet);
  if (figures.size === 0) return false;
  if (left === right) return isBetween(figures.get(left), top, bottom);
  return [...figures].some(([column, rows]) => column >= left && column <= right && isBetween(rows, top, bottom));
}

/** Whether any of some rows, in order, is from one to another. */
function isBetween(rows: readonly number[] | undefined, first: number, last: number): boolean {
  if (!rows) return false;
  let [from, to] = [0, rows.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (rows[middle]! < first) from = middle + 1;
    else to = middle;
  }
  return from < rows.length && rows[from]! <= last;
}

const knownFigures = new WeakMap<Figures, ReadonlyMap<number, readonly number[]>>();

/** By column, the rows in which they stand. */
function textFigures(sheet: Figures): ReadonlyMap<number, readonly number[]> {
  const known = knownFigures.get(sheet);
  if (known) return known;
  const { area, cells } = sheet;
  const figures = new Map<number, number[]>();
  cells.values.forEach((line, i) =>
    line.forEach((value, j) => {
      if (typeof value !== 'string' || !parseNumeral(value)) return;
      const rows = figures.get(area!.column + j) ?? [];
      rows.push(area!.row + i);
      figures.set(area!.column + j, rows);
    }),
  );
  knownFigures.set(sheet, figures);
  return figures;
}
