import type { CellValue } from '../workbook/workbook';
import { type CsvTable, decoded, readCsv } from '../xlsx/csv';
import { FileWorkbook } from '../xlsx/file-workbook';
import { isDateFormat } from '../xlsx/number-formats';
import type { FileSheet } from '../xlsx/sheet';
import type { Grid } from './grid';
import { jsonGrids } from './json';
import { type Kind, kindOf } from './kind';
import { Unread } from './unread';

export interface Opened {
  readonly kind: Kind;
  readonly grids: readonly Grid[];
  /** Of a text. */
  readonly encoding?: CsvTable['encoding'];
}

/** Days between the two ways of counting them. */
const FROM_1904 = 1462;

const legacy = () => import(/* webpackChunkName: "legacy-files" */ './legacy');

/** The sheets of a file in any of the shapes that the exchanges publish; an Unread or a Refusal says why there are none. */
export async function openGrids(bytes: Uint8Array): Promise<Opened> {
  const kind = kindOf(bytes);
  switch (kind) {
    case 'xlsx':
      return { kind, grids: await workbookGrids(bytes) };
    case 'xls':
      return { kind, grids: (await legacy()).xlsGrids(bytes) };
    case 'html': {
      const { text, encoding } = decoded(bytes);
      return { kind, encoding, grids: (await legacy()).htmlGrids(text) };
    }
    case 'json': {
      const { text, encoding } = decoded(bytes);
      return { kind, encoding, grids: jsonGrids(text) };
    }
    case 'text': {
      const { rows, encoding } = readCsv(bytes);
      return { kind, encoding, grids: [{ name: '', rows }] };
    }
    default:
      throw new Unread(kind);
  }
}

async function workbookGrids(bytes: Uint8Array): Promise<Grid[]> {
  const file = await FileWorkbook.open(bytes);
  return (await file.sheets()).map(({ id, name }) => ({ name, rows: rowsOf(file, file.page(id)) }));
}

/** Each row as far as it is filled: one stray cell in the last column makes no million of wide ones. */
function rowsOf(file: FileWorkbook, page: FileSheet): CellValue[][] {
  const used = page.used();
  const rows = Array.from({ length: used?.rows ?? 0 }, (): CellValue[] => []);
  if (!used) return rows;
  page.eachIn(used, (row, column, _, value) => {
    const isDay =
      file.from1904 && typeof value === 'number' && isDateFormat(file.styles.format(page.style(row, column)));
    const cells = rows[row - used.row]!;
    while (cells.length < column - used.column) cells.push('');
    cells[column - used.column] = isDay ? value + FROM_1904 : value;
  });
  return rows;
}
