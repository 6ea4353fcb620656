import type { CellValue } from '../../src/workbook/workbook';
import type { FileWorkbook } from '../../src/xlsx/file-workbook';

type Grid = readonly (readonly CellValue[])[];

export interface SheetContents {
  readonly row: number;
  readonly column: number;
  readonly formulas: Grid;
  readonly values: Grid;
}

/** What stands on each sheet of a workbook, by its name. */
export async function contents(workbook: FileWorkbook): Promise<Readonly<Record<string, SheetContents>>> {
  const found: Record<string, SheetContents> = {};
  for (const { id, name } of await workbook.sheets()) {
    const area = await workbook.used(id);
    const { formulas, values } = area ? await workbook.read(area) : { formulas: [], values: [] };
    found[name] = { row: area?.row ?? 0, column: area?.column ?? 0, formulas, values };
  }
  return found;
}

/** To the last digits that a double may lose. */
export const rounded = (values: Grid): Grid =>
  values.map((line) => line.map((value) => (typeof value === 'number' ? Number(value.toPrecision(14)) : value)));
