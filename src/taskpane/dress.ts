import { holds } from '../workbook/area';
import type { Unit } from '../functions/catalogue/words-of';
import { meaningOf } from '../templates/headings';
import { GENERAL, numberFormat, widthOf } from '../templates/number-formats';
import type { Transaction } from '../workbook/transaction';
import type { Area, Workbook } from '../workbook/workbook';

/** A sign more than its text, which a proportional font may need. */
const MARGIN = 2;
const WIDEST = 40;
/** So many cells are looked at; below them a column looks as above. */
const MOST_ROWS = 2_000;

/** How one column of results is to look. */
export interface Dress {
  readonly area: Area;
  readonly number: string | undefined;
  readonly width: number;
}

/** The formats that results want where nobody has given them one. */
export async function dressOf(workbook: Workbook, target: Area, returns: Unit): Promise<readonly Dress[]> {
  const area = await filledBy(workbook, target);
  const { values, formats } = await workbook.read({ ...area, rows: Math.min(area.rows, MOST_ROWS) });
  const isTable = returns === 'table';
  return Array.from({ length: area.columns }, (_, j) => {
    const cells = values.map((row) => row[j]!);
    const plain = formats.every((row) => row[j] === GENERAL);
    const number = plain ? numberFormat(cells, isTable ? meaningOf(cells[0]) : returns) : undefined;
    const skipped = isTable && number !== undefined ? 1 : 0;
    return {
      area: { ...area, row: area.row + skipped, rows: area.rows - skipped, column: area.column + j, columns: 1 },
      number,
      width: cells.reduce<number>((most, cell, i) => Math.max(most, widthOf(cell, number ?? formats[i]![j]!)), 0),
    };
  });
}

/** Gives results that are General their format, and widens their columns as far as they need it. */
export async function dress(workbook: Workbook, transaction: Transaction, target: Area, returns: Unit): Promise<void> {
  const columns = await dressOf(workbook, target, returns);
  for (const { area, number } of columns) if (number !== undefined) await transaction.format(area, { number });
  for (const { area, width } of columns)
    await transaction.format({ ...area, rows: 1 }, { minWidth: Math.min(WIDEST, width + MARGIN) });
}

/** What a formula fills, where it spills. */
async function filledBy(workbook: Workbook, target: Area): Promise<Area> {
  const spill = (await workbook.spills(target.sheet)).find((one) => holds(one, target.row, target.column));
  return spill && spill.row === target.row && spill.column === target.column
    ? { sheet: target.sheet, row: spill.row, column: spill.column, rows: spill.rows, columns: spill.columns }
    : target;
}
