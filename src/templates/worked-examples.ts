import type { Language } from '../language';
import type { Definition, Param } from '../functions/catalogue/define';
import { definitions } from '../functions/index';
import type { Example, Unit, Words } from '../functions/catalogue/words-of';
import { words } from '../functions/words';
import { callText } from '../functions/call-text';
import { blockName } from '../workbook/a1';
import type { Format } from '../workbook/workbook';
import { cellFormats, unitOf } from './example-formats';
import { argumentOf, gridOf, type Grid } from './example-sheet';
import { FILLS, HEADER, MUTED, TEXT, TITLE } from './styles';
import { rectangle } from './table-sheet';
import type { Block, Content, Template, TemplateSheet } from './template';

/** What one function's examples add to the sheet. */
interface Section {
  readonly rows: readonly (readonly Content[])[];
  readonly heads: readonly Content[];
  readonly formats: TemplateSheet['formats'];
}

const WIDTHS = { en: 24, zh: 20 };
/** Bold letters are wider than the figures by which columns are measured. */
const BOLD = 1.25;
const TITLES_WIDTH = 56;
const FIRST_ARGUMENT = 1;
const GAP: readonly Content[] = [];

/** The examples of one function from row `top` on: arguments in cells, the formula beside them, and what it must give. */
function sectionOf(definition: Definition, top: number, language: Language): Section {
  const { title, formula, returns, examples } = words[definition.id] as Words;
  const params = definition.params.filter(({ name }) =>
    examples.some(({ args }) => argumentOf(args, name) !== undefined),
  );
  const starts = columnsOf(params, examples);
  const resultAt = starts.get(RESULT)!;
  const resultWidth = Math.max(...examples.map(({ result }) => gridOf(result)[0]!.length));

  const heads = headings(params, starts, language);
  heads[resultAt] = { en: 'Result', zh: '结果' }[language];
  heads[resultAt + resultWidth] = { en: 'Expected', zh: '应为' }[language];
  const headRow = heads.map((head) => head ?? null);
  const rows: (readonly Content[])[] = [[`${definition.id} ${title[language]}`], [formula[language]], headRow];
  const formats: { at: Block; format: TemplateSheet['formats'][number]['format'] }[] = [
    { at: one(top, 0), format: TITLE },
    { at: one(top + 1, 0), format: MUTED },
    { at: { row: top + 2, column: 0, rows: 1, columns: resultAt }, format: { ...HEADER, fill: FILLS.published } },
    {
      at: { row: top + 2, column: resultAt, rows: 1, columns: resultWidth + resultWidth },
      format: { ...HEADER, fill: FILLS.computed },
    },
  ];

  for (const example of examples) {
    const at = top + rows.length;
    const blocks = params.map((param) => {
      const value = argumentOf(example.args, param.name);
      return { param, column: starts.get(param.name)!, grid: value === undefined ? undefined : gridOf(value) };
    });
    const expected = gridOf(example.result);
    const height = Math.max(expected.length, ...blocks.map(({ grid }) => grid?.length ?? 1));
    const lines: Content[][] = Array.from({ length: height }, () => []);
    const put = (grid: Grid, column: number) =>
      grid.forEach((line, i) => line.forEach((cell, j) => (lines[i]![column + j] = cell)));
    lines[0]![0] = example.title[language];
    formats.push({ at: one(at, 0), format: { wrap: true } });
    for (const { param, grid, column } of blocks) {
      if (!grid) continue;
      put(grid, column);
      formats.push(...formatsOf(grid, at, column, unitOf(param)));
    }
    put([[callOf(definition, blocks, at)]], resultAt);
    put(expected, resultAt + resultWidth);
    // A formula in a text cell would be a text.
    formats.push(
      ...formatsOf(expected, at, resultAt, returns).filter(({ format }) => format.number !== TEXT),
      ...formatsOf(expected, at, resultAt + resultWidth, returns),
    );
    rows.push(...lines.map((line) => Array.from(line, (cell) => cell ?? null)));
  }
  return { rows: [...rows, GAP], heads: headRow, formats };
}

/** English heads are parameter names, which have no place to break. */
function widthOf(heads: readonly (readonly Content[])[], column: number, language: Language): number {
  const letters = heads.map(({ [column]: head }) => (typeof head === 'string' && language === 'en' ? head.length : 0));
  return Math.max(WIDTHS[language], Math.ceil(Math.max(...letters) * BOLD));
}

const RESULT = Symbol('result');

/** Where each argument begins, and after them the result. */
function columnsOf(params: readonly Param[], examples: readonly Example[]): ReadonlyMap<string | symbol, number> {
  const starts = new Map<string | symbol, number>();
  let column = FIRST_ARGUMENT;
  for (const { name } of params) {
    starts.set(name, column);
    column += Math.max(...examples.map(({ args }) => gridOf(argumentOf(args, name) ?? null)[0]!.length));
  }
  return starts.set(RESULT, column);
}

function headings(
  params: readonly Param[],
  starts: ReadonlyMap<string | symbol, number>,
  language: Language,
): (Content | undefined)[] {
  const heads: (Content | undefined)[] = [{ en: 'Example', zh: '示例' }[language]];
  for (const { name, zh } of params) heads[starts.get(name)!] = language === 'zh' ? zh : name;
  return Array.from(heads);
}

interface Argument {
  readonly param: Param;
  readonly column: number;
  readonly grid: Grid | undefined;
}

function callOf(definition: Definition, blocks: readonly Argument[], row: number): string {
  const texts = definition.params.map(({ name }) => {
    const argument = blocks.find(({ param }) => param.name === name);
    return argument?.grid
      ? blockName({ row, column: argument.column, rows: argument.grid.length, columns: argument.grid[0]!.length })
      : '';
  });
  return callText(definition, texts);
}

function formatsOf(grid: Grid, row: number, column: number, unit: Unit): { at: Block; format: Format }[] {
  return cellFormats(grid, unit).flatMap((line, i) =>
    line.flatMap((format, j) => (format ? [{ at: one(row + i, column + j), format }] : [])),
  );
}

function one(row: number, column: number): Block {
  return { row, column, rows: 1, columns: 1 };
}

export const workedExamples: Template = {
  id: 'worked-examples',
  title: { en: 'Worked examples', zh: '函数示例' },
  description: {
    en: 'Every function with its examples: arguments in cells, the live result, and what it must be.',
    zh: '每个函数的示例：参数放在单元格中，旁边是实时结果与应得结果。',
  },
  sources: [],
  build(language) {
    const rows: (readonly Content[])[] = [
      [{ en: 'Worked examples of every function', zh: '全部函数示例' }[language]],
      GAP,
    ];
    const formats: TemplateSheet['formats'][number][] = [{ at: one(0, 0), format: TITLE }];
    const heads: (readonly Content[])[] = [];
    for (const definition of definitions) {
      const section = sectionOf(definition, rows.length, language);
      rows.push(...section.rows);
      heads.push(section.heads);
      formats.push(...section.formats);
    }
    const cells = rectangle(rows);
    return {
      sheets: [
        {
          name: { en: 'Worked examples', zh: '函数示例' }[language],
          widths: cells[0]!.map((_, column) => (column === 0 ? TITLES_WIDTH : widthOf(heads, column, language))),
          cells,
          formats,
          charts: [],
          frozenRows: 0,
        },
      ],
    };
  },
};
