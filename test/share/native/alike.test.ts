import fc from 'fast-check';
import type { Param } from '../../../src/functions/catalogue/define';
import { nativeFormula } from '../../../src/share/native/formula';
import { sitesOf } from '../../../src/share/reading/sites';
import { namesOf } from '../../../src/share/reading/names';
import { type Snapshot, snapshotOf } from '../../../src/share/reading/snapshot';
import { Why } from '../../../src/share/reasons';
import { templates } from '../../../src/templates';
import { cellName } from '../../../src/workbook/a1';
import type { CellValue } from '../../../src/workbook/workbook';
import { shareable } from '../../support/edits';
import { MemoryWorkbook } from '../../support/memory-workbook';
import { cases } from '../../support/thorough';

/*
 * Formulas that are alike are written once (native/alike.ts). What comes out must be, character for character, what comes
 * out where nothing is known of any other: surroundings that are new each time remember nothing.
 */

const told = (native: ReturnType<typeof nativeFormula>) =>
  native instanceof Why
    ? [native.code, native.text]
    : [native.arrays, native.cells.map((line) => line.map((one) => (one instanceof Why ? [one.code, one.text] : one)))];

/** How many formulas a workbook has, and how many different outcomes; each is the same alone. */
function look(snapshot: Snapshot): { formulas: number; native: number } {
  let [formulas, native] = [0, 0];
  const names = namesOf(snapshot);
  for (const own of snapshot.sheets) {
    for (const { formula, size, around } of sitesOf(snapshot, own, names)) {
      const together = nativeFormula(formula, size, around);
      expect([formula, told(together)]).toEqual([formula, told(nativeFormula(formula, size, { ...around }))]);
      formulas++;
      if (!(together instanceof Why)) native++;
    }
  }
  return { formulas, native };
}

async function workbookOf(
  sheets: readonly { readonly name: string; readonly cells: readonly (readonly (CellValue | null)[])[] }[],
): Promise<Snapshot> {
  const workbook = new MemoryWorkbook();
  for (const { name, cells } of sheets) {
    const { id } = await workbook.addSheet(name);
    await workbook.write(
      { sheet: id, row: 0, column: 0, rows: cells.length, columns: cells[0]!.length },
      cells.map((line) => line.map((content) => content ?? '')),
    );
  }
  return snapshotOf(workbook);
}

test.each(['zh', 'en'] as const)('the templates and what is filled down in them: %s', async (language) => {
  for (const template of templates) {
    const { formulas } = look(await workbookOf(template.build(language).sheets));
    expect(formulas).toBeGreaterThan(0);
  }
});

const RATIO = (...[cash, a, b, c, d, debt, interest]: readonly string[]) =>
  `=RZRQ.MAINTENANCE_RATIO(${[cash, a, b, c, d, debt, interest].join(',')})`;
const down = (column: string, row: number) => `${column}${row}:${column}${row + 2}`;

test.each<[what: string, one: string, other: string, outcomes: 1 | 2]>([
  ['the same', '=RZRQ.MARGIN_BALANCE(A1,B1)', '=RZRQ.MARGIN_BALANCE($D7,B2)', 1],
  [
    'how long they are',
    RATIO('A1', ...['C', 'E', 'G', 'I'].map((column) => down(column, 1)), 'K1', 'M1'),
    RATIO('A99999', ...['C', 'E', 'G', 'I'].map((column) => down(column, 99_999)), 'K99999', 'M99999'),
    2,
  ],
  [
    'which stand side by side',
    RATIO('A99999', ...['B', 'C', 'D', 'E'].map((column) => down(column, 99_999)), 'F99999', 'G99999'),
    RATIO('A99999', ...['C', 'E', 'G', 'I'].map((column) => down(column, 99_999)), 'K99999', 'M99999'),
    2,
  ],
  ['how many columns', '=RZRQ.MARGIN_DEBT(A1:A2,B1:B2,C1:C2)', '=RZRQ.MARGIN_DEBT(A1:A2,B1:B2,C1:D2)', 2],
  ['how many rows', '=RZRQ.MARGIN_DEBT(A1:A2,B1:B2,C1:C2)', '=RZRQ.MARGIN_DEBT(A1:A2,B1:B2,C1:C3)', 2],
  ['which are one', '=RZRQ.MARGIN_BALANCE(A1+A1,B1)', '=RZRQ.MARGIN_BALANCE(A1+B1,B1)', 1],
])('what is asked of references: %s', (_, one, second, outcomes) => {
  const empty = () => ({
    named: () => undefined,
    spillNames: new Map<string, string>(),
    spillOf: () => undefined,
    valueAt: () => '',
    holdsTextFigure: () => false,
  });
  for (const [first, then] of [
    [one, second],
    [second, one],
  ] as const) {
    const around = empty();
    nativeFormula(first, { rows: 1, columns: 1 }, around);
    const together = told(nativeFormula(then, { rows: 1, columns: 1 }, around));
    expect(together).toEqual(told(nativeFormula(then, { rows: 1, columns: 1 }, empty())));
  }
  const results = [one, second].map((text) => nativeFormula(text, { rows: 1, columns: 1 }, empty()));
  expect(new Set(results.map((result) => result instanceof Why)).size).toBe(outcomes);
});

const ROWS = 14;
const COLUMNS = 6;
/** The last of them writes a figure or a day as Excel does not read it. */
const CONTENTS: readonly CellValue[] = [1, 2.5, 0, -3, 45_000, 46_000, 20_261_128, '', 'x', '12', '20261128', '6.6亿'];

const side = (size: number) => fc.oneof(fc.integer({ min: 0, max: size - 1 }), fc.constantFrom(8, 9, 98, 99, 999));
const place = fc.tuple(side(ROWS), fc.oneof({ weight: 8, arbitrary: fc.nat(COLUMNS) }, fc.constantFrom(25, 26, 701)));
const signs = fc.tuple(fc.constantFrom('', '$'), fc.constantFrom('', '$'));
const sheet = fc.constantFrom('', '', '', '', 'Sheet2!', "'表 2'!", 'Nowhere!', "'[Book.xlsx]S'!");

const cellText = ([[row, column], [$row, $column]]: [[number, number], [string, string]]): string =>
  cellName(row, column).replace(/([A-Z]+)(\d+)/, (_, letters, digits) => $column + letters + $row + digits);

const cell = fc.tuple(sheet, fc.tuple(place, signs)).map(([name, at]) => name + cellText(at));
const range = fc
  .tuple(sheet, fc.tuple(place, signs), fc.tuple(place, signs))
  .map(([name, a, b]) => `${name}${cellText(a)}:${cellText(b)}`);
const whole = fc.constantFrom('A:A', '$B:$C', '1:1', 'A1:A1048576', 'XFD1048576', 'XFC1:XFD2', 'a1', 'b$2:C3', '比例');
const other = fc.constantFrom(
  '',
  '5',
  '"7"',
  '"手"',
  'A1+B2',
  'SUM(A1:A3)',
  '-C3',
  '20261128',
  'DATE(2026,1,2)',
  'A1#',
  'RAND()',
);
/** Cells beside each other, which the conditions may take for one. */
const row = fc.tuple(side(ROWS), fc.nat(3)).map(
  ([at, from]) =>
    (i: number) =>
      cellName(at, from + i),
);

const argument = ({ kind }: Param): fc.Arbitrary<string> =>
  kind === 'series' || kind === 'days'
    ? fc.oneof({ weight: 3, arbitrary: range }, cell, whole, other)
    : fc.oneof({ weight: 8, arbitrary: cell }, range, whole, other);

const call = fc.nat(shareable.length - 1).chain((index) => {
  const { id, params } = shareable[index]!;
  const scattered = fc.tuple(...params.map(argument));
  const inLine = row.map((at) => params.map((_, i) => at(i)));
  const given = fc.integer({ min: Math.max(1, params.length - 2), max: params.length });
  return fc.tuple(fc.oneof(scattered, inLine), given).map(([args, count]) => `RZRQ.${id}(${args.slice(0, count)})`);
});
const formula = fc.oneof(
  { weight: 6, arbitrary: call.map((text) => `=${text}`) },
  call.map((text) => `=IF(${text}>"A1",-${text},$A$1 + ${text})`),
);

/** A formula and what it becomes where it is filled to other cells, with what does not move made to. */
function neighbours(text: string): string[] {
  const by = (rows: number, columns: number) =>
    text.replace(/(\$?)\b([A-F])(\$?)(\d{1,2})\b(?![(\d])/g, (all, $column, letters, $row, digits) => {
      const row = $row ? Number(digits) : Number(digits) + rows;
      const column = $column ? letters : String.fromCharCode(letters.charCodeAt(0) + columns);
      return row > 0 ? `${$column}${column}${$row}${row}` : all;
    });
  return [text, by(1, 0), by(2, 0), by(7, 0), by(0, 1), by(3, 2), by(95, 0)];
}

test('formulas drawn at random, and the same at other cells', async () => {
  const drawn = fc.sample(formula, { numRuns: cases(700, 20_000), seed: 15 });
  const contents = fc.sample(fc.constantFrom(...CONTENTS), { numRuns: ROWS * COLUMNS, seed: 15 });
  const figures = Array.from({ length: ROWS }, (_, i) => contents.slice(i * COLUMNS, (i + 1) * COLUMNS));
  const snapshot = await workbookOf([
    { name: 'Sheet1', cells: figures },
    { name: 'Sheet2', cells: figures.slice().reverse() },
    { name: '表 2', cells: figures.map((line) => line.slice().reverse()) },
  ]);
  const own = snapshot.sheets[0]!;
  const names = [{ name: '比例', formula: '=Sheet1!$B$2' }];
  const texts = drawn.flatMap(neighbours);
  const placed = {
    ...own,
    area: { ...own.area!, columns: COLUMNS + 20, rows: Math.max(ROWS, texts.length) },
    cells: {
      ...own.cells,
      formulas: texts.map((text, i) => [...(own.cells.formulas[i] ?? Array(COLUMNS).fill('')), text] as CellValue[]),
    },
  };
  const { formulas, native } = look({ ...snapshot, names, sheets: [placed, ...snapshot.sheets.slice(1)] });
  expect(formulas).toBe(texts.length);
  console.log(`Of ${formulas} formulas ${native} become native, each as it would alone.`);
  expect(native / formulas).toBeGreaterThan(0.2);
});
