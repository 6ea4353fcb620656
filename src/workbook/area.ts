import type { Area } from './workbook';

/** Arithmetic of areas. Two of them are compared on one sheet only. */

/** One cell of it, counted from its first. */
export function cellOf(area: Area, row = 0, column = 0): Area {
  return { sheet: area.sheet, row: area.row + row, column: area.column + column, rows: 1, columns: 1 };
}

export function isCell({ rows, columns }: Area): boolean {
  return rows === 1 && columns === 1;
}

/** The row below the last, and the column right of it. */
export const endOf = ({ row, column, rows, columns }: Omit<Area, 'sheet'>) => ({
  row: row + rows,
  column: column + columns,
});

export function holds(area: Omit<Area, 'sheet'>, row: number, column: number): boolean {
  return row >= area.row && row < area.row + area.rows && column >= area.column && column < area.column + area.columns;
}

export function contains(area: Area, cell: Area): boolean {
  return area.sheet === cell.sheet && holds(area, cell.row, cell.column);
}

export function overlap(a: Area, b: Area): boolean {
  return common(a, b) !== undefined;
}

/** The cells that lie in both. */
export function common(a: Area, b: Area): Area | undefined {
  if (a.sheet !== b.sheet) return undefined;
  const [endA, endB] = [endOf(a), endOf(b)];
  const [row, column] = [Math.max(a.row, b.row), Math.max(a.column, b.column)];
  const [rows, columns] = [Math.min(endA.row, endB.row) - row, Math.min(endA.column, endB.column) - column];
  return rows > 0 && columns > 0 ? { sheet: a.sheet, row, column, rows, columns } : undefined;
}

/** The smallest area with both in it. */
export function covering(a: Area | undefined, b: Area): Area {
  if (!a) return b;
  const [endA, endB] = [endOf(a), endOf(b)];
  const [row, column] = [Math.min(a.row, b.row), Math.min(a.column, b.column)];
  return {
    sheet: a.sheet,
    row,
    column,
    rows: Math.max(endA.row, endB.row) - row,
    columns: Math.max(endA.column, endB.column) - column,
  };
}

/** What an area holds beside one inside it: above, below, left and right of it. */
export function around(outer: Area, inner: Area | undefined): Area[] {
  if (!inner) return [outer];
  const [end, innerEnd] = [endOf(outer), endOf(inner)];
  return [
    { ...outer, rows: inner.row - outer.row },
    { ...outer, row: innerEnd.row, rows: end.row - innerEnd.row },
    { ...inner, column: outer.column, columns: inner.column - outer.column },
    { ...inner, column: innerEnd.column, columns: end.column - innerEnd.column },
  ].filter(({ rows, columns }) => rows > 0 && columns > 0);
}
