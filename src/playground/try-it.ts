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
import { words } from '../functions/words';
import { exampleSheet, type ExampleSheet } from '../templates/example-sheet';
import type { Content } from '../templates/template';

export interface TriedExample {
  readonly sheet: Partial<IWorksheetData> & { readonly id: string; readonly name: string };
  /** Where the formula stands, counted from 0. */
  readonly formulaAt: { readonly row: number; readonly column: number };
  readonly hint: string;
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
      ? ` ${EXPECTED[language]} ${layout.result[0]![0]}`
      : '';
  const notes = [
    example.title[language],
    `${layout.formula}${expected}`,
    own.formula[language],
    ...(example.source ? [example.source.title[language]] : []),
  ];
  return {
    formulaAt: { row: FIRST_ROW, column: layout.resultColumn },
    hint: `${definition.id} · ${example.title[language]}: ${HINT[language]}`,
    sheet: {
      id: 'example',
      name: definition.id.slice(0, 31),
      rowCount: 1000,
      columnCount: 26,
      defaultColumnWidth: 150,
      defaultRowHeight: 24,
      cellData: cellsOf(layout, height, notes, language),
    },
  };
}

function cellsOf(
  { arguments: given, resultColumn, formula }: ExampleSheet,
  height: number,
  notes: readonly string[],
  language: Language,
): Record<number, Record<number, ICellData>> {
  const cells: Record<number, Record<number, ICellData>> = {};
  const put = (row: number, column: number, cell: ICellData) => ((cells[row] ??= {})[column] = cell);
  for (const { param, column, grid } of given) {
    put(0, column, { v: language === 'zh' ? param.zh : param.name, s: GIVEN });
    grid.forEach((line, i) => line.forEach((content, j) => put(FIRST_ROW + i, column + j, cellOf(content))));
  }
  put(0, resultColumn, { v: RESULT[language], s: COMPUTED });
  put(FIRST_ROW, resultColumn, { f: formula });
  notes.forEach((note, i) =>
    put(FIRST_ROW + height + LINES_BETWEEN + i, 0, { v: note, t: CellValueType.STRING, s: NOTE }),
  );
  return cells;
}

function cellOf(content: Content): ICellData {
  if (content === null) return {};
  if (typeof content === 'number') return { v: content, t: CellValueType.NUMBER };
  return content.startsWith('=') ? { f: content } : { v: content, t: CellValueType.STRING };
}
