import type { Sheet } from '../workbook/workbook';
import { cellName } from '../workbook/a1';
import { sheetPrefix } from '../formula/references';
import { FileWorkbook } from '../xlsx/file-workbook';
import { Failure } from './failure';
import { kindOf, readInput } from './files';

export async function openWorkbook(path: string): Promise<FileWorkbook> {
  if (kindOf(path) !== 'workbook') throw new Failure('no_workbook', path);
  return FileWorkbook.open(readInput(path));
}

export const addressOf = (sheet: Pick<Sheet, 'name'>, row: number, column: number): string =>
  sheetPrefix(sheet.name) + cellName(row, column);
