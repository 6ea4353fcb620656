// `?try=ID&example=n`: the pages of the reference open their examples here, arguments in cells and the formula live.
import type { Language, Text } from '../language';
import {
  BooleanNumber,
  CellValueType,
  HorizontalAlign,
  type ICellData,
  type IStyleData,
  type IWorksheetData,
} from '@univerjs/core';
import { definitions } from '../functions';
import type { Unit } from '../functions/catalogue/words-of';
import { words } from '../functions/words';
import { cellFormats, unitOf } from '../templates/example-formats';
import { exampleSheet, type ExampleSheet, type Grid } from '../templates/example-sheet';
import { textOf, widthOf } from '../templates/number-formats';
import { TEXT } from '../templates/styles';
import type { Content } from '../templates/template';
import type { Format } from '../workbook/workbook';

export interface TriedExample {
  readonly sheet: Partial<IWorksheetData> & { readonly id: string; readonly name: string };
  /** Where the formula stands, counted from 0. */
  readonly formulaAt: { readonly row: number; readonly column: number };
  readonly hint: string;
  /** The first column to show where the sheet has so many pixels: as much of the answer as there is room for, and the arguments beside it. */
  firstColumn(room: number): number;
}

const RESULT: Text = { en: 'Result', zh: '结果' };
const EXPECTED: Text = { en: 'must be', zh: '应为' };
const HINT: Text = { en: 'change the arguments and see.', zh: '可修改参数查看结果。' };

const HEADER: IStyleData = { bl: BooleanNumber.TRUE, ht: HorizontalAlign.CENTER };
const GIVEN: IStyleData = { ...HEADER, bg: { rgb: '#e3ecf6' } };
const COMPUTED: IStyleData = { ...HEADER, bg: { rgb: '#dcefe1' } };
const NOTE: IStyleData = { cl: { rgb: '#5f6b7a' }, fs: 10 };

const FIRST_ROW = 1;
const LINES_BETWEEN = 2;
const FEWEST_COLUMNS = 26;
/** In pixels. */
const COLUMN_WIDTH = 150;
const TABLE_COLUMN_WIDTH = 100;
const ROW_HEADER = 60;
const PIXELS_PER_CHARACTER = 9;
const PADDING = 16;

/** The example that the address asks for; undefined when it asks for none that there is. */
export function triedExample(search: string, language: Language): TriedExample | undefined {
  const asked = new URLSearchParams(search);
  const id = asked.get('try');
  const definition = definitions.find((candidate) => candidate.id === id);
  const own = definition && words[definition.id];
  const example = own?.examples[Number(asked.get('example'))];
  if (!definition || !example) return undefined;
  const layout = exampleSheet(definition, example);
  const height = Math.max(...[layout.result, ...layout.arguments.map(({ grid }) => grid)].map((grid) => grid.length));
  const expected =
    layout.result.length === 1 && layout.result[0]!.length === 1
      ? ` ${EXPECTED[language]} ${shown(layout.result[0]![0]!, own.returns)}`
      : '';
  const notes = [
    example.title[language],
    `${layout.formula}${expected}`,
    own.formula[language],
    ...(example.source ? [example.source.title[language]] : []),
  ];
  const columnData = widthsOf(layout, own.returns);
  return {
    firstColumn: (room) => firstColumn(layout, columnData, room),
    formulaAt: { row: FIRST_ROW, column: layout.resultColumn },
    hint: `${definition.id} · ${example.title[language]}: ${HINT[language]}`,
    sheet: {
      id: 'example',
      name: definition.id.slice(0, 31),
      rowCount: 1000,
      columnCount: Math.max(FEWEST_COLUMNS, layout.resultColumn + layout.result[0]!.length),
      defaultColumnWidth: COLUMN_WIDTH,
      defaultRowHeight: 24,
      columnData,
      cellData: cellsOf(layout, own.returns, height, notes, language),
    },
  };
}

function cellsOf(
  { arguments: given, result, resultColumn, formula }: ExampleSheet,
  returns: Unit,
  height: number,
  notes: readonly string[],
  language: Language,
): Record<number, Record<number, ICellData>> {
  const cells: Record<number, Record<number, ICellData>> = {};
  const put = (row: number, column: number, cell: ICellData) =>
    ((cells[row] ??= {})[column] = { ...cells[row]?.[column], ...cell });
  const dress = (grid: Grid, column: number, unit: Unit) =>
    cellFormats(grid, unit).forEach((line, i) =>
      line.forEach((format, j) => put(FIRST_ROW + i, column + j, styled(format))),
    );
  for (const { param, column, grid } of given) {
    put(0, column, { v: language === 'zh' ? param.zh : param.name, s: GIVEN });
    dress(grid, column, unitOf(param));
    grid.forEach((line, i) => line.forEach((content, j) => put(FIRST_ROW + i, column + j, cellOf(content))));
  }
  put(0, resultColumn, { v: RESULT[language], s: COMPUTED });
  dress(result, resultColumn, returns);
  put(FIRST_ROW, resultColumn, { f: formula });
  notes.forEach((note, i) =>
    put(FIRST_ROW + height + LINES_BETWEEN + i, 0, { v: note, t: CellValueType.STRING, s: NOTE }),
  );
  return cells;
}

/** In pixels: a table's columns stand closer than single values with their names above. */
function widthsOf(layout: ExampleSheet, returns: Unit): Record<number, { w: number }> {
  const widths: Record<number, { w: number }> = {};
  const fit = (grid: Grid, column: number, unit: Unit) =>
    cellFormats(grid, unit).forEach((line, i) =>
      line.forEach((format, j) => {
        const w = widthOf(grid[i]![j]!, format?.number) * PIXELS_PER_CHARACTER + PADDING;
        const least = widths[column + j]?.w ?? (unit === 'table' ? TABLE_COLUMN_WIDTH : COLUMN_WIDTH);
        widths[column + j] = { w: Math.max(least, w) };
      }),
    );
  for (const { param, column, grid } of layout.arguments) fit(grid, column, unitOf(param));
  fit(layout.result, layout.resultColumn, returns);
  return widths;
}

function firstColumn(
  { resultColumn, result }: ExampleSheet,
  widths: Record<number, { w: number }>,
  room: number,
): number {
  let last = resultColumn + result[0]!.length - 1;
  const fits = (from: number, to: number) => {
    let sum = ROW_HEADER;
    for (let column = from; column <= to; column += 1) sum += widths[column]?.w ?? COLUMN_WIDTH;
    return sum <= room;
  };
  while (last > resultColumn && !fits(resultColumn, last)) last -= 1;
  let first = resultColumn;
  while (first > 0 && fits(first - 1, last)) first -= 1;
  return first;
}

/** Text stays General: who writes another value over it means a number by a number. */
function styled(format: Format | undefined): ICellData {
  const { number, align } = format ?? {};
  if (number === undefined || number === TEXT) return {};
  return { s: { n: { pattern: number }, ...(align === 'center' && { ht: HorizontalAlign.CENTER }) } };
}

const shown = (value: Content, returns: Unit): string =>
  typeof value === 'number' ? textOf(value, returns) : String(value);

function cellOf(content: Content): ICellData {
  if (content === null) return {};
  if (typeof content === 'number') return { v: content, t: CellValueType.NUMBER };
  return content.startsWith('=') ? { f: content } : { v: content, t: CellValueType.STRING };
}
