import type { Language } from '../../language';
import { type Cell, type ConditionalFormattingRule, Workbook, type Worksheet } from '@cj-tech-master/excelts';
import { installChartSupport } from '@cj-tech-master/excelts/chart';
import { allCalls } from '../../formula/calls';
import { type Reference, sheetPrefix } from '../../formula/references';
import { spliced } from '../../formula/text';
import { frozen } from '../../share/native/frozen';
import { nativeFormula } from '../../share/native/formula';
import { Why } from '../../share/reasons';
import { type Block, type TemplateSheet, templates } from '../../templates';
import { blockName, cellName, columnName } from '../../workbook/a1';
import type { Format } from '../../workbook/workbook';
import { isFormula, type Result, resultsOf } from './evaluate';

/** Files that say nothing new stay the same. */
const MADE = new Date(Date.UTC(2026, 0, 1));
const TWIN = { en: ' (native)', zh: '（Excel 自带公式）' };

/** The sample workbook: every template with live formulas as Excel stores them, and the first also in native formulas. */
export async function sampleWorkbook(language: Language): Promise<Uint8Array> {
  installChartSupport();
  const workbook = new Workbook();
  workbook.creator = 'RZRQ Functions';
  workbook.created = workbook.modified = MADE;
  const sheets = templates.flatMap((template) => template.build(language).sheets);
  sheets.forEach((sheet, index) => {
    addSheet(workbook, sheet, resultsOf(sheet), storedFormula);
    if (index === 0) addTwin(workbook, sheet, language);
  });
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

type Stored = (sheet: Worksheet, result: Result, formula: string) => void;

function addSheet(workbook: Workbook, sheet: TemplateSheet, results: readonly Result[], store: Stored): void {
  const target = workbook.addWorksheet(
    sheet.name,
    sheet.frozenRows > 0 ? { views: [{ state: 'frozen', ySplit: sheet.frozenRows }] } : {},
  );
  sheet.widths.forEach((width, index) => (target.getColumn(index + 1).width = width));
  sheet.cells.forEach((line, row) =>
    line.forEach((content, column) => {
      if (content !== null && !isFormula(content)) target.getCell(cellName(row, column)).value = content;
    }),
  );
  for (const result of results) store(target, result, sheet.cells[result.row]![result.column] as string);
  for (const { at, format } of sheet.formats) applyFormat(target, at, format);
  for (const chart of sheet.charts) addChart(target, sheet, chart);
}

/** As Excel keeps it: our calls under their stored name in a dynamic array, with the values that were last seen. */
function storedFormula(sheet: Worksheet, { row, column, values }: Result, formula: string): void {
  const calls = allCalls(formula);
  const text = spliced(
    formula,
    calls.map(({ id, start }) => ({ start, end: formula.indexOf('(', start), text: `_xldudf_RZRQ_${id}` })),
  ).slice(1);
  const ref = blockName({ row, column, rows: values.length, columns: values[0]!.length });
  const result = cached(values[0]![0]!);
  sheet.getCell(cellName(row, column)).value =
    calls.length > 0
      ? { formula: text, shareType: 'array', ref, isDynamicArray: true, result }
      : { formula: text, result };
  values.forEach((line, i) =>
    line.forEach((value, j) => {
      if (i > 0 || j > 0) sheet.getCell(cellName(row + i, column + j)).value = cached(value);
    }),
  );
}

function cached(value: number | string) {
  return typeof value === 'string' && value.startsWith('#') ? { error: value as '#N/A' } : value;
}

/** The same sheet for a reader without the add-in; what has no closed formula is its value. */
function addTwin(workbook: Workbook, sheet: TemplateSheet, language: Language): void {
  const around = {
    named: () => undefined,
    spillNames: new Map(),
    spillOf: () => undefined,
    valueAt: ({ top, left }: Reference) => sheet.cells[top]?.[left] ?? '',
    holdsTextFigure: () => false,
  };
  addSheet(
    workbook,
    { ...sheet, name: sheet.name + TWIN[language], charts: [] },
    resultsOf(sheet),
    (target, { row, column, values }, formula) => {
      const native = nativeFormula(formula, { rows: values.length, columns: values[0]!.length }, around);
      values.forEach((line, i) =>
        line.forEach((value, j) => {
          const formula = native instanceof Why ? native : native.cells[i]![j]!;
          const text = formula instanceof Why ? frozen(value) : formula;
          target.getCell(cellName(row + i, column + j)).value =
            typeof text === 'string' && text.startsWith('=') ? { formula: text.slice(1), result: cached(value) } : text;
        }),
      );
    },
  );
}

const argb = (colour: string) => ({ argb: `FF${colour.slice(1).toUpperCase()}` });

function applyFormat(sheet: Worksheet, at: Block, format: Format): void {
  for (let row = at.row; row < at.row + at.rows; row++) {
    for (let column = at.column; column < at.column + at.columns; column++)
      style(sheet.getCell(cellName(row, column)), format);
  }
  if (format.width !== undefined) sheet.getColumn(at.column + 1).width = format.width;
  if (format.when)
    sheet.addConditionalFormatting({
      ref: blockName(at),
      rules: format.when.map((rule, index) => ruleOf(rule, index + 1)),
    });
}

/** What a format leaves open stays as an earlier one said. */
function style(cell: Cell, { number, bold, fill, color, wrap, align }: Format): void {
  if (number !== undefined) cell.numFmt = number;
  if (fill !== undefined) cell.fill = { type: 'pattern', pattern: 'solid', fgColor: argb(fill) };
  if (bold !== undefined || color !== undefined)
    cell.font = {
      ...cell.font,
      ...(bold !== undefined && { bold }),
      ...(color !== undefined && { color: argb(color) }),
    };
  if (wrap !== undefined || align !== undefined)
    cell.alignment = {
      ...cell.alignment,
      ...(wrap !== undefined && { wrapText: wrap }),
      ...(align !== undefined && { horizontal: align }),
    };
}

/** The library writes the operator as it stands; its types leave out one that the file format has. */
const OPERATORS: Readonly<Record<string, string>> = {
  '<': 'lessThan',
  '>': 'greaterThan',
  '=': 'equal',
  '<>': 'notEqual',
};

function ruleOf(
  { operator, value, fill, color }: NonNullable<Format['when']>[number],
  priority: number,
): ConditionalFormattingRule {
  return {
    type: 'cellIs',
    operator: OPERATORS[operator] as 'equal',
    formulae: [typeof value === 'string' ? `"${value}"` : String(value)],
    priority,
    style: { font: { color: argb(color) }, fill: { type: 'pattern', pattern: 'solid', bgColor: argb(fill) } },
  };
}

/** The first column of the data names the points, each other one is a line or a row of columns. */
function addChart(
  target: Worksheet,
  sheet: TemplateSheet,
  { kind, title, data, at }: TemplateSheet['charts'][number],
): void {
  const column = (index: number, from: number) =>
    `${sheetPrefix(sheet.name)}$${columnName(index)}$${from}:$${columnName(index)}$${data.row + data.rows}`;
  const series = Array.from({ length: data.columns - 1 }, (_, i) => ({
    name: { formula: `${sheetPrefix(sheet.name)}$${columnName(data.column + 1 + i)}$${data.row + 1}` },
    categories: column(data.column, data.row + 2),
    values: column(data.column + 1 + i, data.row + 2),
  }));
  target.addChart({ type: kind === 'line' ? 'line' : 'bar', title, series } as Parameters<Worksheet['addChart']>[0], {
    tl: { col: at.column, row: at.row },
    br: { col: at.column + at.columns, row: at.row + at.rows },
  });
}
