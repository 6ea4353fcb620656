// The engine's workbook put into a file: into the one it came from, cell by cell, or into a new one.
import { BooleanNumber, HorizontalAlign, type IStyleData, type Nullable, WrapStrategy } from '@univerjs/core';
import type { FUniver } from '@univerjs/core/facade';
import { isOwnName } from '../../formula/own-names';
import type { Area, CellValue, Format, Sheet, Workbook } from '../../workbook/workbook';
import { sameShown } from '../../xlsx/book-values';
import { FileWorkbook } from '../../xlsx/file-workbook';
import { freshWorkbook } from '../../xlsx/fresh';
import { isDateFormat } from '../../xlsx/number-formats';
import { type FileSheet, isFormulaText } from '../../xlsx/sheet';
import { columnWidths, frozenAt } from '../../xlsx/shown';
import { takesArrays } from '../../xlsx/takes-arrays';
import { DAYS_FROM_1904, styleName } from './of-file';

const NOTE = 'originals';
const NOT_YET = '#BUSY!';
const PIXELS_PER_CHARACTER = 7;
const MARGIN = 5;
/** What the engine shows for what it does not know, or has not calculated. */
const NO_RESULT: ReadonlySet<CellValue> = new Set(['', '#NAME?', NOT_YET, '#GETTING_DATA', '#LOADING!']);
const ALIGNMENTS: Readonly<Record<number, NonNullable<Format['align']>>> = {
  [HorizontalAlign.LEFT]: 'left',
  [HorizontalAlign.CENTER]: 'center',
  [HorizontalAlign.RIGHT]: 'right',
};

type Opened = NonNullable<ReturnType<FUniver['getActiveWorkbook']>>;

export interface Engine {
  readonly book: Opened;
  readonly port: Workbook;
}

/** Into the file that the workbook came from; sheets that are new come at its end. */
export async function savedInto(engine: Engine, bytes: Uint8Array): Promise<Uint8Array> {
  const file = await FileWorkbook.open(bytes);
  const known = new Set((await file.sheets()).map(({ id }) => id));
  const pages = new Map<string, string>();
  for (const { id, name } of await engine.port.sheets())
    pages.set(id, known.has(id) ? id : (await file.addSheet(name)).id);
  await pour(engine, file, pages);
  return file.save();
}

/** Whether the sheets of the file are still there, in their order and under their names. */
export async function sheetsAreKept({ port }: Engine, bytes: Uint8Array): Promise<boolean> {
  const before = await (await FileWorkbook.open(bytes)).sheets();
  const now = await port.sheets();
  return before.every(({ id, name }, i) => now[i]?.id === id && now[i]?.name === name);
}

/** A workbook of its own: cells, formats, widths, merged areas, names and tables. */
export async function savedAsCopy(engine: Engine): Promise<Uint8Array> {
  const { port } = engine;
  const sheets = await port.sheets();
  const file = await FileWorkbook.open(await freshWorkbook(sheets.map(({ name }) => ({ name, rows: [] }))));
  const made = await file.sheets();
  const pages = new Map(sheets.map(({ id }, i) => [id, made[i]!.id]));
  await pour(engine, file, pages);
  for (const { name, area } of await port.tables())
    await file.addTable(name, { ...area, sheet: pages.get(area.sheet)! });
  for (const { area, when } of coloursOf(engine.book)) {
    const sheet = pages.get(area.sheet);
    if (sheet !== undefined) await file.format({ ...area, sheet }, { when });
  }
  return file.save();
}

async function pour(engine: Engine, file: FileWorkbook, pages: ReadonlyMap<string, string>): Promise<void> {
  for (const sheet of await engine.port.sheets()) {
    const page = file.page(pages.get(sheet.id)!);
    await pourCells(engine.port, sheet, page, file);
    pourFormats(engine.book, sheet, page, file);
    await pourFrame(engine.book, sheet, page, file);
  }
  await pourNames(engine.port, file, pages);
  await file.writeNote(NOTE, await engine.port.readNote(NOTE));
}

async function pourCells(port: Workbook, sheet: Sheet, page: FileSheet, file: FileWorkbook): Promise<void> {
  const area = union(await port.used(sheet.id), page.used(), sheet.id);
  if (!area) return;
  const { formulas, values, formats } = await port.read(area);
  const spills = await port.spills(sheet.id);
  const sizes = new Map(spills.map((spill) => [`${spill.row},${spill.column}`, spill]));
  const covered = new Set<string>();
  for (const { row, column, rows, columns } of spills)
    for (let r = row; r < row + rows; r++)
      for (let c = column; c < column + columns; c++) if (r !== row || c !== column) covered.add(`${r},${c}`);
  for (let i = 0; i < area.rows; i++)
    for (let j = 0; j < area.columns; j++) {
      const [row, column] = [area.row + i, area.column + j];
      const [content, shown] = [formulas[i]![j]!, values[i]![j]!];
      const isDay = file.from1904 && typeof shown === 'number' && isDateFormat(formats[i]![j]!);
      const value = isDay ? shown - DAYS_FROM_1904 : shown;
      const isShown = covered.has(`${row},${column}`);
      if (isShown || !isFormulaText(content)) pourValue(page, row, column, value, isShown);
      else pourFormula(page, row, column, content, file.from1904 ? undefined : value, sizes.get(`${row},${column}`));
    }
}

function pourValue(page: FileSheet, row: number, column: number, value: CellValue, shown: boolean): void {
  const isSame = !page.isFormula(row, column) && sameShown(page.value(row, column), value);
  if (!isSame) page.put(row, column, { content: value, value, shown });
}

/** What the engine cannot compute keeps the value that the file brought along. */
function pourFormula(
  page: FileSheet,
  row: number,
  column: number,
  content: string,
  value: CellValue | undefined,
  size: { readonly rows: number; readonly columns: number } | undefined,
): void {
  const array = size ?? (takesArrays(content) ? { rows: 1, columns: 1 } : undefined);
  const isKnown = page.isFormula(row, column) && page.content(row, column) === content;
  if (!isKnown) {
    page.put(row, column, { content, value: value === '#NAME?' ? undefined : value, array });
    return;
  }
  const cached = page.value(row, column);
  if (value === undefined || (NO_RESULT.has(value) && value !== cached) || sameShown(cached, value)) return;
  page.put(row, column, { content, value, array });
}

function pourFormats(book: Opened, sheet: Sheet, page: FileSheet, file: FileWorkbook): void {
  const styles = book.getWorkbook().getStyles();
  const matrix = book.getSheetBySheetId(sheet.id)!.getSheet().getCellMatrix();
  matrix.forValue((row, column, cell) => {
    const style = page.style(row, column);
    if (!cell || cell.s === styleName(style) || (cell.s === undefined && style === 0)) return;
    const own: Nullable<IStyleData> = styles.getStyleByCell(cell);
    const look = file.styles.look(style);
    const now = lookOf(own);
    const format: { -readonly [K in keyof Format]: Format[K] } = {};
    if (now.number !== look.number) format.number = now.number;
    if (now.bold !== look.bold) format.bold = now.bold;
    if (now.fill !== undefined && !sameColour(now.fill, look.fill)) format.fill = now.fill;
    if (now.color !== undefined && !sameColour(now.color, look.color)) format.color = now.color;
    if (now.wrap !== look.wrap) format.wrap = now.wrap;
    if (now.align !== undefined && now.align !== look.align) format.align = now.align;
    if (Object.keys(format).length > 0) page.restyle(row, column, file.styles.derive(style, format));
  });
}

const sameColour = (a: string, b: string | undefined): boolean => hex(a) === (b === undefined ? undefined : hex(b));

/** The engine's own palette says colours as rgb(…) too. */
function hex(colour: string): string {
  const parts = /^rgba?\((\d+),\s*(\d+),\s*(\d+)/.exec(colour)?.slice(1);
  const text = parts ? `#${parts.map((part) => Number(part).toString(16).padStart(2, '0')).join('')}` : colour;
  return text.toUpperCase();
}

function lookOf(style: Nullable<IStyleData>) {
  const [fill, color] = [style?.bg?.rgb, style?.cl?.rgb];
  return {
    number: style?.n?.pattern ?? 'General',
    bold: style?.bl === BooleanNumber.TRUE,
    fill: fill ? hex(fill) : undefined,
    color: color ? hex(color) : undefined,
    wrap: style?.tb === WrapStrategy.WRAP,
    align: style?.ht ? ALIGNMENTS[style.ht] : undefined,
  };
}

async function pourFrame(book: Opened, sheet: Sheet, page: FileSheet, file: FileWorkbook): Promise<void> {
  const config = book.getSheetBySheetId(sheet.id)!.getSheet().getConfig();
  const before = new Map(columnWidths(page.frame, 16_384).map(({ column, width }) => [column, width]));
  for (const [name, data] of Object.entries(config.columnData ?? {})) {
    const column = Number(name);
    const width = before.get(column);
    const was = width === undefined ? undefined : Math.round(width * PIXELS_PER_CHARACTER);
    if (data?.w !== undefined && data.w !== was)
      await file.format(
        { sheet: page.id, row: 0, column, rows: 1, columns: 1 },
        { width: Math.max(1, (data.w - MARGIN) / PIXELS_PER_CHARACTER) },
      );
  }
  const merged = (config.mergeData ?? []).map(({ startRow, startColumn, endRow, endColumn }) => ({
    row: startRow,
    column: startColumn,
    rows: endRow - startRow + 1,
    columns: endColumn - startColumn + 1,
  }));
  page.merge(merged);
  const rows = config.freeze?.ySplit ?? 0;
  if (rows !== (frozenAt(page.frame)?.rows ?? 0) && (config.freeze?.xSplit ?? 0) === 0)
    await file.freezeRows(page.id, rows);
}

async function pourNames(port: Workbook, file: FileWorkbook, pages: ReadonlyMap<string, string>): Promise<void> {
  const [before, names] = [await file.names(), await port.names()];
  const key = (name: string, sheet: string | undefined) => `${sheet ?? ''} ${name.toLowerCase()}`;
  const known = new Map(before.map(({ name, sheet, formula }) => [key(name, sheet), formula]));
  for (const { name, formula, sheet, comment } of names) {
    const own = sheet === undefined ? undefined : pages.get(sheet);
    const old = known.get(key(name, own));
    if (old === undefined) file.addName(name, formula, own, comment);
    else if (isOwnName(name) && own === undefined && old !== formula)
      await file.defineNames([{ name, formula, comment: comment ?? '' }]);
  }
  // Names of ours come and go with the formulas that use them.
  const left = new Set(names.map(({ name }) => name.toLowerCase()));
  const gone = before.filter(
    ({ name, sheet }) => sheet === undefined && isOwnName(name) && !left.has(name.toLowerCase()),
  );
  await file.deleteNames(gone.map(({ name }) => name));
}

interface Colours {
  readonly area: Area;
  readonly when: NonNullable<Format['when']>;
}

const coloursOf = (book: Opened): readonly Colours[] =>
  (book.getCustomMetadata()?.['rzrq-colours'] as readonly Colours[] | undefined) ?? [];

function union(a: Area | undefined, b: Omit<Area, 'sheet'> | undefined, sheet: string): Area | undefined {
  if (!a || !b) return a ?? (b && { ...b, sheet });
  const [row, column] = [Math.min(a.row, b.row), Math.min(a.column, b.column)];
  return {
    sheet,
    row,
    column,
    rows: Math.max(a.row + a.rows, b.row + b.rows) - row,
    columns: Math.max(a.column + a.columns, b.column + b.columns) - column,
  };
}
