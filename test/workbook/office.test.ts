import { officeWorkbook } from '../../src/workbook/office';
import type { Area } from '../../src/workbook/workbook';
import { REQUIREMENTS } from '../office/host/requirements';
import { openWorkbook, type OpenedWorkbook } from '../office/workbook/open';
import type { Metadata } from '../office/workbook/functions';
import { LONGEST_WAIT, eventually } from '../support/within';

const SOURCE = `CustomFunctions.associate('TENFOLD', (m) => m.map((row) => row.map((x) => x * 10)));`;
const metadata: Metadata = { functions: [{ id: 'TENFOLD', parameters: [{ dimensionality: 'matrix', type: 'any' }] }] };
const PAYLOAD_LIMIT = 5_000_000;

const workbook = officeWorkbook();
let opened: OpenedWorkbook;
let sheet: string;

beforeEach(async () => {
  opened = await openWorkbook({ bundles: [{ source: SOURCE }], metadata, payloadLimit: PAYLOAD_LIMIT });
  const { Office, Excel } = opened.excel.window;
  Object.assign(globalThis, { Office, Excel });
  sheet = (await workbook.sheets())[0]!.id;
});
afterEach(() => opened.excel.close());

const area = (row: number, column: number, rows = 1, columns = 1): Area => ({ sheet, row, column, rows, columns });

test('sheets are made at the end under free names, copied, renamed by number and deleted', async () => {
  const made = await workbook.addSheet('sheet1');
  expect(made.name).toBe('sheet1 2');
  const copy = await workbook.copySheet(sheet, 'a/b: [c]');
  expect(copy.name).toBe('a b   c');
  expect((await workbook.sheets()).map(({ name }) => name)).toEqual(['Sheet1', copy.name, made.name]);
  await workbook.deleteSheet(made.id);
  expect((await workbook.sheets()).map(({ id }) => id)).toEqual([sheet, copy.id]);
});

test('what is written is read back: values, formulas, formats, blanks', async () => {
  await workbook.format(area(0, 0), { number: '@' });
  await workbook.write(area(0, 0, 2, 3), [
    ['000001', 1.5, ''],
    [true, '=B1*2', '文字'],
  ]);
  expect(await workbook.read(area(0, 0, 2, 3))).toEqual({
    formulas: [
      ['000001', 1.5, ''],
      [true, '=B1*2', '文字'],
    ],
    values: [
      ['000001', 1.5, ''],
      [true, 3, '文字'],
    ],
    formats: [
      ['@', 'General', 'General'],
      ['General', 'General', 'General'],
    ],
  });
  expect(await workbook.used(sheet)).toEqual(area(0, 0, 2, 3));
  await workbook.clear(area(0, 0, 2, 3));
  expect(await workbook.used(sheet)).toBeUndefined();
});

test('a spill is known by the cell that holds it; the cells it fills have no formula', async () => {
  await workbook.write(area(0, 0, 2, 1), [[1], [2]]);
  await workbook.write(area(0, 2), [['=RZRQ.TENFOLD(A1:A2)']]);
  await workbook.settled();
  await opened.book.settled();
  expect(await workbook.spills(sheet)).toEqual([{ row: 0, column: 2, rows: 2, columns: 1, legacy: false }]);
  const { formulas, values } = await workbook.read(area(0, 2, 2, 1));
  expect(values).toEqual([[10], [20]]);
  expect(formulas).toEqual([['=RZRQ.TENFOLD(A1:A2)'], [20]]);
});

test('formulas of more than five megabytes go in and come out in pieces', async () => {
  const rows = 25_000;
  const formulas = Array.from({ length: rows }, (_, i) => [`=IF(A${i + 1}="",0,A${i + 1}+1)&"${'x'.repeat(200)}"`]);
  await workbook.write(area(0, 1, rows), formulas);
  const read = await workbook.read(area(0, 1, rows));
  expect(read.formulas[rows - 1]).toEqual(formulas[rows - 1]);
  expect(read.formulas).toHaveLength(rows);
});

test('a write that fails half way leaves the cells as they were', async () => {
  await workbook.write(area(0, 0, 2, 1), [['kept'], ['=A1&"!"']]);
  const rows = 30_000;
  const bad = Array.from({ length: rows }, (_, i) => [i < 25_000 ? i : '=SUM(']);
  await expect(workbook.write(area(0, 0, rows), bad)).rejects.toThrow();
  expect(await workbook.used(sheet)).toEqual(area(0, 0, 2, 1));
  expect((await workbook.read(area(0, 0, 2, 1))).formulas).toEqual([['kept'], ['=A1&"!"']]);
});

test('the selection is read, set and heard of', async () => {
  const heard: Area[] = [];
  const stop = workbook.onSelection(() => void workbook.selection().then((selected) => heard.push(selected)));
  await workbook.select(area(3, 1, 2, 2));
  expect(await workbook.selection()).toEqual(area(3, 1, 2, 2));
  // Nobody says when it has begun to listen.
  await eventually(LONGEST_WAIT, 'the selection to be heard of', async () => {
    await workbook.select(area(3, 1, 2, 2));
    return heard.length > 0;
  });
  expect(heard).toContainEqual(area(3, 1, 2, 2));
  stop();
});

test('what is entered is heard of, and what is calculated, until nobody listens any more', async () => {
  let heard = 0;
  const stop = workbook.onChange(() => heard++);
  await workbook.write(area(0, 0), [[7]]);
  await eventually(LONGEST_WAIT, 'an entry to be heard of', () => heard > 0);
  await workbook.write(area(0, 2), [['=RZRQ.TENFOLD(A1:A2)']]);
  await opened.book.settled();
  await workbook.sheets();
  heard = 0;
  opened.book.calculation.recalculateAll();
  await eventually(LONGEST_WAIT, 'the calculation to be heard of', () => heard > 0);

  stop();
  await workbook.sheets();
  heard = 0;
  await workbook.write(area(0, 0), [[8]]);
  await opened.book.settled();
  await workbook.sheets();
  expect(heard).toBe(0);
});

test('an Excel that does not tell of changes is silent, and all else works', async () => {
  opened.excel.close();
  opened = await openWorkbook({ requirements: { ...REQUIREMENTS, ExcelApi: '1.7' } });
  const { Office, Excel } = opened.excel.window;
  Object.assign(globalThis, { Office, Excel });
  const heard: string[] = [];
  const stop = workbook.onChange(() => heard.push('change'));
  sheet = (await workbook.sheets())[0]!.id;
  opened.book.type('A1', [[1]]);
  expect((await workbook.selection()).sheet).toBe(sheet);
  stop();
  expect(heard).toEqual([]);
});

test('tables and merged cells are found', async () => {
  const Excel = opened.excel.window.Excel as unknown as typeof globalThis.Excel;
  await workbook.write(area(0, 0, 2, 2), [
    ['a', 'b'],
    [1, 2],
  ]);
  await Excel.run(async (context) => {
    const one = context.workbook.worksheets.getItem(sheet);
    one.tables.add('A1:B2', true).name = 'flows';
    one.getRange('D4:E5').merge();
    context.workbook.names.add('opening', one.getRange('A2'));
    await context.sync();
  });
  expect(await workbook.tables()).toEqual([{ name: 'flows', area: area(0, 0, 2, 2) }]);
  expect(await workbook.merged(sheet)).toEqual([area(3, 3, 2, 2)]);
  expect(await workbook.names()).toEqual([{ name: 'opening', formula: '=Sheet1!$A$2' }]);
});

test('notes of any length travel in the workbook, and a failed writing leaves the one before', async () => {
  const [short, long] = ['{"a":1}', '余额 <&> '.repeat(100_000)];
  await workbook.writeNote('plan', short);
  await workbook.writeNote('other', 'else');
  expect(await workbook.readNote('plan')).toBe(short);
  for (const failing of [1, 2, 3]) {
    opened.book.failWrite(failing);
    await expect(workbook.writeNote('plan', long)).rejects.toThrow();
    expect(await workbook.readNote('plan')).toBe(short);
  }
  await workbook.writeNote('plan', long);
  expect(await workbook.readNote('plan')).toBe(long);
  await workbook.writeNote('plan', undefined);
  expect(await workbook.readNote('plan')).toBeUndefined();
  expect(await workbook.readNote('other')).toBe('else');
  expect([...opened.book.xmlParts.keys()]).toHaveLength(1);
});

test('formats, colours by value and a chart are Excel’s own', async () => {
  await workbook.write(area(0, 0, 2, 2), [
    ['day', 'balance'],
    [1, 2],
  ]);
  await workbook.format(area(0, 1, 2, 1), {
    number: '#,##0',
    bold: true,
    fill: '#ffee00',
    color: '#112233',
    width: 12,
    wrap: true,
    align: 'right',
    when: [
      { operator: '<', value: 0, fill: '#ff0000', color: '#ffffff' },
      { operator: '=', value: '差异', fill: '#ff0000', color: '#ffffff' },
    ],
  });
  await workbook.freezeRows(sheet, 1);
  expect(
    await workbook.addChart(sheet, { kind: 'line', title: '余额', data: area(0, 0, 2, 2), at: area(4, 0, 10, 4) }),
  ).toBe(true);
  expect((await workbook.read(area(0, 1))).formats).toEqual([['#,##0']]);
  const { charts, conditionalFormats } = opened.book;
  expect(charts).toHaveLength(1);
  expect(charts[0]!.settings.get('Title/Text')).toBe('余额');
  expect(conditionalFormats.map(({ settings }) => settings.get('CellValue/Rule'))).toEqual([
    { operator: 'LessThan', formula1: '0' },
    { operator: 'EqualTo', formula1: '="差异"' },
  ]);
});
