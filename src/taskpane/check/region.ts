import { around, common, covering, holds } from '../../workbook/area';
import type { Area, CellValue, Workbook } from '../../workbook/workbook';

/** A table on a sheet, with what its cells hold. */
export interface Region {
  readonly area: Area;
  readonly values: readonly (readonly CellValue[])[];
}

/** The cells around one that blank rows and columns part from the rest, as Excel's Ctrl+A finds them. */
export async function regionAt(workbook: Workbook, cell: Area): Promise<Region | undefined> {
  const used = await workbook.used(cell.sheet);
  if (!used || !holds(used, cell.row, cell.column)) return undefined;
  const { values } = await workbook.read(used);
  const isFilled = (row: number, column: number) => (values[row - used.row]?.[column - used.column] ?? '') !== '';
  let area: Area = { ...cell, rows: 1, columns: 1 };
  for (;;) {
    const grown = grow(area, used, isFilled);
    if (grown === area) break;
    area = grown;
  }
  if (area.rows * area.columns === 1) return undefined;
  const [top, left] = [area.row - used.row, area.column - used.column];
  return {
    area,
    values: values.slice(top, top + area.rows).map((row) => row.slice(left, left + area.columns)),
  };
}

type Filled = (row: number, column: number) => boolean;

/** The area with what stands next to it, also across a corner. */
function grow(area: Area, used: Area, isFilled: Filled): Area {
  const outer = common(
    { ...area, row: area.row - 1, column: area.column - 1, rows: area.rows + 2, columns: area.columns + 2 },
    used,
  )!;
  const grown = around(outer, area).reduce((whole, side) => covering(whole, filledIn(side, isFilled) ?? whole), area);
  return grown.rows === area.rows && grown.columns === area.columns ? area : grown;
}

/** The smallest area with all filled cells of another. */
function filledIn({ sheet, row, column, rows, columns }: Area, isFilled: Filled): Area | undefined {
  let found: Area | undefined;
  for (let r = row; r < row + rows; r++)
    for (let c = column; c < column + columns; c++)
      if (isFilled(r, c)) found = covering(found, { sheet, row: r, column: c, rows: 1, columns: 1 });
  return found;
}
