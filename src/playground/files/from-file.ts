// A workbook file as the engine's content.
import {
  BooleanNumber,
  CellValueType,
  HorizontalAlign,
  WrapStrategy,
  type ICellData,
  type IStyleData,
  type IWorkbookData,
  type IWorksheetData,
} from '@univerjs/core';
import type { CellValue } from '../../workbook/workbook';
import { type CsvTable, readCsv } from '../../xlsx/csv';
import { FileWorkbook } from '../../xlsx/file-workbook';
import { isDateFormat } from '../../xlsx/number-formats';
import type { FileSheet } from '../../xlsx/sheet';
import { columnWidths, frozenAt } from '../../xlsx/shown';
import type { Look } from '../../xlsx/styles';
import { type Unshown, unshownIn } from '../../xlsx/unshown';
import { DAYS_FROM_1904, styleName } from './of-file';

export interface TableOfFile {
  readonly sheet: string;
  readonly name: string;
  readonly range: {
    readonly startRow: number;
    readonly startColumn: number;
    readonly endRow: number;
    readonly endColumn: number;
  };
}

export interface FromFile {
  readonly data: Partial<IWorkbookData>;
  readonly tables: readonly TableOfFile[];
  readonly unshown: ReadonlyMap<Unshown, number>;
  readonly from1904: boolean;
}

const NOTE = 'originals';
const SPARE_ROWS = 100;
const LEAST_ROWS = 1000;
const LEAST_COLUMNS = 26;
const SPARE_COLUMNS = 6;
const PIXELS_PER_CHARACTER = 7;
const WHOLE_WORKBOOK = 'AllDefaultWorkbook';
const ALIGNMENTS: Readonly<Record<string, HorizontalAlign>> = {
  left: HorizontalAlign.LEFT,
  center: HorizontalAlign.CENTER,
  right: HorizontalAlign.RIGHT,
};

export function styleOf({ number, bold, italic, size, family, color, fill, wrap, align }: Look): IStyleData {
  return {
    ...(number !== 'General' && { n: { pattern: number } }),
    ...(bold && { bl: BooleanNumber.TRUE }),
    ...(italic && { it: BooleanNumber.TRUE }),
    ...(size !== undefined && { fs: size }),
    ...(family !== undefined && { ff: family }),
    ...(color !== undefined && { cl: { rgb: color } }),
    ...(fill !== undefined && { bg: { rgb: fill } }),
    ...(wrap && { tb: WrapStrategy.WRAP }),
    ...(align !== undefined && ALIGNMENTS[align] !== undefined && { ht: ALIGNMENTS[align] }),
  };
}

export async function fromWorkbook(bytes: Uint8Array, name: string): Promise<FromFile> {
  const file = await FileWorkbook.open(bytes);
  const sheets: Record<string, Partial<IWorksheetData>> = {};
  for (const { id } of await file.sheets()) sheets[id] = sheetData(file, file.page(id));
  const styles = Array.from(
    { length: file.styles.count },
    (_, i) => [styleName(i), styleOf(file.styles.look(i))] as const,
  );
  const names = (await file.names()).map(({ name, formula, sheet, comment }, i) => ({
    id: `name-${i}`,
    name,
    formulaOrRefString: formula.replace(/^=/, ''),
    localSheetId: sheet ?? WHOLE_WORKBOOK,
    ...(comment && { comment }),
  }));
  const note = await file.readNote(NOTE);
  const tables = (await file.tables()).map(({ name, area }) => ({
    sheet: area.sheet,
    name,
    range: {
      startRow: area.row,
      startColumn: area.column,
      endRow: area.row + area.rows - 1,
      endColumn: area.column + area.columns - 1,
    },
  }));
  return {
    data: {
      id: 'file',
      name,
      sheetOrder: Object.keys(sheets),
      sheets,
      styles: Object.fromEntries(styles),
      resources: [
        {
          name: 'SHEET_DEFINED_NAME_PLUGIN',
          data: JSON.stringify(Object.fromEntries(names.map((one) => [one.id, one]))),
        },
      ],
      ...(note !== undefined && { custom: { [NOTE]: note } }),
    },
    tables,
    unshown: await unshownIn(file),
    from1904: file.from1904,
  };
}

function sheetData(file: FileWorkbook, page: FileSheet): Partial<IWorksheetData> {
  const cellData: Record<number, Record<number, ICellData>> = {};
  const spills = page.spills();
  let [lastRow, lastColumn] = [0, 0];
  const put = (row: number, column: number, cell: ICellData) => {
    (cellData[row] ??= {})[column] = cell;
    lastRow = Math.max(lastRow, row);
    lastColumn = Math.max(lastColumn, column);
  };
  page.eachStyled((row, column, style) => put(row, column, { s: styleName(style) }));
  const used = page.used();
  if (used)
    page.eachIn(used, (row, column, content, value) => {
      const style = page.style(row, column);
      const s = style > 0 ? { s: styleName(style) } : {};
      const text = content();
      // What a formula elsewhere fills would stand in its way.
      if (page.isFormula(row, column)) put(row, column, { f: String(text), ...s });
      else if (spills.length > 0 && page.coverOf(row, column)) put(row, column, s);
      else put(row, column, { ...valueData(shifted(file, style, value)), ...s });
    });
  const frozen = frozenAt(page.frame);
  return {
    id: page.id,
    name: page.name,
    cellData,
    rowCount: Math.max(LEAST_ROWS, lastRow + SPARE_ROWS),
    columnCount: Math.max(LEAST_COLUMNS, lastColumn + SPARE_COLUMNS),
    mergeData: page.merged.map(({ row, column, rows, columns }) => ({
      startRow: row,
      startColumn: column,
      endRow: row + rows - 1,
      endColumn: column + columns - 1,
    })),
    columnData: Object.fromEntries(
      columnWidths(page.frame, lastColumn + SPARE_COLUMNS).map(({ column, width, hidden }) => [
        column,
        {
          ...(width !== undefined && { w: Math.round(width * PIXELS_PER_CHARACTER) }),
          ...(hidden && { hd: BooleanNumber.TRUE }),
        },
      ]),
    ),
    rowData: Object.fromEntries(page.hiddenRows().map((row) => [row, { hd: BooleanNumber.TRUE }])),
    ...(page.hidden && { hidden: BooleanNumber.TRUE }),
    ...(frozen && {
      freeze: {
        xSplit: frozen.columns,
        ySplit: frozen.rows,
        startRow: frozen.rows || -1,
        startColumn: frozen.columns || -1,
      },
    }),
  };
}

const shifted = (file: FileWorkbook, style: number, value: CellValue): CellValue =>
  file.from1904 && typeof value === 'number' && isDateFormat(file.styles.format(style))
    ? value + DAYS_FROM_1904
    : value;

function valueData(value: CellValue): ICellData {
  if (typeof value === 'boolean') return { v: value ? 1 : 0, t: CellValueType.BOOLEAN };
  return { v: value, t: typeof value === 'number' ? CellValueType.NUMBER : CellValueType.STRING };
}

/** A table of text: codes as text, days as days. */
export function fromCsv(
  bytes: Uint8Array,
  name: string,
): { readonly data: Partial<IWorkbookData>; readonly encoding: string } {
  const table = readCsv(bytes);
  const width = table.codes.length;
  const title =
    name
      .replace(/\.\w+$/, '')
      .replace(/[\\/?*[\]:]/g, ' ')
      .slice(0, 31)
      .trim() || 'CSV';
  return {
    encoding: table.encoding.toUpperCase(),
    data: {
      id: 'file',
      name,
      sheetOrder: ['csv'],
      sheets: {
        csv: {
          id: 'csv',
          name: title,
          cellData: Object.fromEntries(table.rows.map((line, row) => [row, csvLine(line, table)])),
          rowCount: Math.max(LEAST_ROWS, table.rows.length + SPARE_ROWS),
          columnCount: Math.max(LEAST_COLUMNS, width + SPARE_COLUMNS),
        },
      },
    },
  };
}

function csvLine(line: readonly CellValue[], { codes, dates }: CsvTable): Record<number, ICellData> {
  return Object.fromEntries(
    line.flatMap((value, column) => {
      if (value === '') return [];
      const format = codes[column] ? '@' : dates[column] && typeof value === 'number' ? 'yyyy-mm-dd' : undefined;
      return [[column, { ...valueData(value), ...(format && { s: { n: { pattern: format } } }) }]];
    }),
  );
}
