import { Fault } from '../../../src/cells/fault';
import { regionAt } from '../../../src/taskpane/check/region';
import { makeSheets, summaryOf } from '../../../src/taskpane/check/sheets';
import { splitColumn } from '../../../src/taskpane/check/split';
import { checkTable, type Checked } from '../../../src/taskpane/check/table';
import { sse601989 } from '../../../src/templates/figures/sse-601989';
import { blockName } from '../../../src/workbook/a1';
import type { CellValue } from '../../../src/workbook/workbook';
import { MemoryWorkbook } from '../../support/memory-workbook';

const TABLE: CellValue[][] = [
  ['信用交易日期', '标的证券代码', '融资余额(元)', '融资买入额(元)', '融资偿还额(元)', '备注'],
  ...sse601989.map(({ date, balance, purchases, repayments }) => [date, '601989', balance, purchases, repayments, '–']),
];

async function opened(rows: CellValue[][], at = { row: 0, column: 0 }) {
  const workbook = new MemoryWorkbook();
  const source = await workbook.addSheet('601989');
  await workbook.write({ sheet: source.id, ...at, rows: rows.length, columns: rows[0]!.length }, rows);
  const regionOf = (row: number, column: number) =>
    regionAt(workbook, { sheet: source.id, row, column, rows: 1, columns: 1 });
  return { workbook, source, regionOf };
}

describe('the region around a cell', () => {
  test('ends where blank rows and columns part it from the rest', async () => {
    const { workbook, source, regionOf } = await opened(TABLE, { row: 2, column: 1 });
    workbook.type(source.id, 0, 0, 'a title apart');
    workbook.type(source.id, 4, 8, 'a note apart');
    workbook.type(source.id, 5, 3, '');
    for (const [row, column] of [
      [2, 1],
      [7, 3],
      [12, 6],
    ] as const)
      expect(blockName((await regionOf(row, column))!.area)).toBe('B3:G13');
  });

  test('is none where nothing, or one cell, stands', async () => {
    const { workbook, source, regionOf } = await opened([['alone']]);
    expect(await regionOf(0, 0)).toBeUndefined();
    expect(await regionOf(5, 5)).toBeUndefined();
    workbook.type(source.id, 4, 4, 'two');
    expect(await regionOf(2, 2)).toBeUndefined();
  });
});

describe('a table that is checked', () => {
  const checked = checkTable(TABLE, 'en') as Checked;

  test('says of every header what it is, in which unit, and how that is known', () => {
    expect(checked.headers.map(({ column }) => column)).toEqual([
      'date',
      'code',
      'financing_balance',
      'purchases',
      'repayments',
      undefined,
    ]);
    expect(checked.headers[2]!.unit).toEqual({ power: 0, from: 'header' });
    const [plain, wan] = ['融资余额', '融资余额(万元)'].map(
      (header) =>
        (checkTable([['日期', header, '融资买入额', '融资偿还额'], ...rowsOf(TABLE)], 'zh') as Checked).headers[1]!
          .unit,
    );
    expect(plain).toEqual({ power: 0, from: 'usual' });
    expect(wan).toEqual({ power: 4, from: 'header' });
  });

  test('has its breaks first, and says how many and how large', () => {
    expect(summaryOf(checked, 'en')).toMatch(/^6 breaks in 10 rows, largest 35,449,852$/);
    expect(summaryOf(checked, 'zh')).toBe('10 行中有 6 处差异，最大 35,449,852');
    expect(checked.rows.map(({ isBreak }) => isBreak).lastIndexOf(true)).toBe(5);
  });

  test('of another kind is refused in a sentence', () => {
    expect(
      checkTable(
        [
          ['a', 'b'],
          [1, 2],
        ],
        'zh',
      ),
    ).toBeInstanceOf(Fault);
  });
});

const rowsOf = (table: CellValue[][]) => table.slice(1).map(([date, , ...figures]) => [date!, ...figures.slice(0, 3)]);

test('two sheets are made of it: what was found, and the table in 元 and 股', async () => {
  const { workbook, source, regionOf } = await opened(TABLE, { row: 1, column: 1 });
  const region = (await regionOf(4, 2))!;
  const ending = await makeSheets(workbook, region, checkTable(region.values, 'zh') as Checked, source, 'zh');
  expect(ending.status).toBe('done');
  const [, found, standard] = await workbook.sheets();
  expect([found!.name, standard!.name]).toEqual(['核对 601989', '统一口径 601989']);
  const { values, formats } = await workbook.read({ sheet: found!.id, row: 0, column: 0, rows: 6, columns: 5 });
  expect(values[0]![0]).toContain("'601989'!B2:G12");
  expect(values[4]!.slice(0, 4)).toEqual([4, sse601989[1]!.date, '601989', -8661398]);
  expect(formats[4]!.slice(0, 4)).toEqual(['General', 'yyyy-mm-dd', '@', '#,##0']);
  const table = await workbook.read({ sheet: standard!.id, row: 0, column: 0, rows: 2, columns: 5 });
  expect(table.formulas[0]![0]).toBe(`=RZRQ.STANDARDIZE('601989'!B2:G12,,,"zh")`);
  expect(table.values[1]).toEqual(['SSE', sse601989[0]!.date, '601989', '', sse601989[0]!.balance]);
  expect(table.formats[1]).toEqual(['General', 'yyyy-mm-dd', 'General', 'General', '#,##0']);
});

test('and none where that fails', async () => {
  const { workbook, source, regionOf } = await opened(TABLE);
  const region = (await regionOf(4, 2))!;
  let writes = 0;
  workbook.onWrite = () => {
    if (++writes === 2) throw new Error('protected');
  };
  const ending = await makeSheets(workbook, region, checkTable(region.values, 'zh') as Checked, source, 'zh');
  expect(ending.status).toBe('failed');
  expect((await workbook.sheets()).map(({ name }) => name)).toEqual(['601989']);
});

test.each<[string, CellValue[][], CellValue[][] | undefined]>([
  [
    'commas',
    [['日期,代码,余额'], ['2015-04-03,000001,13411176185'], ['2015-04-07,000001,"13,514,051,054"']],
    [
      ['日期', '代码', '余额'],
      ['2015-04-03', '000001', 13411176185],
      ['2015-04-07', '000001', '13,514,051,054'],
    ],
  ],
  [
    'tabs',
    [['a\tb\tc'], ['1\t\t-2.5']],
    [
      ['a', 'b', 'c'],
      [1, '', -2.5],
    ],
  ],
  [
    'texts that a sheet would take for formulas',
    [['a,b,c,d'], ['=HYPERLINK(B1),+A1,@x,--'], ['-1+2,-,+5,-2.5']],
    [
      ['a', 'b', 'c', 'd'],
      ['="=HYPERLINK(B1)"', '="+A1"', '="@x"', '--'],
      ['="-1+2"', '-', 5, -2.5],
    ],
  ],
  ['lines of different lengths', [['a,b,c'], ['1,2']], undefined],
  [
    'a table that is split',
    [
      ['a,b,c', 'd'],
      ['1,2,3', 4],
    ],
    undefined,
  ],
  ['sentences', [['First, a word'], ['no more']], undefined],
])('one column with %s', (_, values, split) => {
  expect(splitColumn(values)).toEqual(split);
});
