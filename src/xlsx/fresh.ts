import { freeName } from '../workbook/free-name';
import type { CellValue } from '../workbook/workbook';
import { cellXml } from './cell-xml';
import { joined } from './deflate';
import { Package } from './package';
import { bytesOfText, escaped } from './text';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const ROWS_A_PIECE = 2_000;

/** Constants of a sheet that is to be made. */
export interface FreshSheet {
  readonly name: string;
  readonly rows: readonly (readonly CellValue[])[];
}

/** A new workbook file. */
export async function freshWorkbook(sheets: readonly FreshSheet[]): Promise<Uint8Array> {
  const files = Package.empty();
  const names: string[] = [];
  for (const { name } of sheets) names.push(freeName(name, names));
  const entries = names.map((name, i) => `<sheet name="${escaped(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`);
  const book =
    `${DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}"><bookViews><workbookView/></bookViews>` +
    `<sheets>${entries.join('')}</sheets></workbook>`;
  await files.add('', 'xl/workbook.xml', 'officeDocument', `${TYPE}.sheet.main+xml`, book);
  for (const [i, { rows }] of sheets.entries())
    await files.add(
      'xl/workbook.xml',
      `xl/worksheets/sheet${i + 1}.xml`,
      'worksheet',
      `${TYPE}.worksheet+xml`,
      sheetOf(rows),
    );
  return files.save();
}

function sheetOf(rows: FreshSheet['rows']): Uint8Array {
  const pieces = [bytesOfText(`${DECLARATION}<worksheet xmlns="${MAIN}"><sheetData>`)];
  for (let from = 0; from < rows.length; from += ROWS_A_PIECE)
    pieces.push(
      bytesOfText(
        rows
          .slice(from, from + ROWS_A_PIECE)
          .map((line, i) => rowOf(line, from + i))
          .join(''),
      ),
    );
  return joined([...pieces, bytesOfText('</sheetData></worksheet>')]);
}

function rowOf(line: readonly CellValue[], row: number): string {
  const cells = line.map((value, column) => cellXml('', { row, column, style: 0, value })).join('');
  return cells === '' ? '' : `<row r="${row + 1}">${cells}</row>`;
}
