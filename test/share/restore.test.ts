// What others do to a converted workbook before the formulas come back.
import { convert } from '../../src/share/convert';
import { convertCopies } from '../../src/share/copies';
import { planOf, type Target } from '../../src/share/plan';
import { planRestore, restore } from '../../src/share/restore';
import { snapshotOf } from '../../src/share/reading/snapshot';
import type { CellValue } from '../../src/workbook/workbook';
import { MemoryWorkbook } from '../support/memory-workbook';

const NET = 'RZRQ.FINANCING_NET_PURCHASE';
type Rows = readonly (readonly CellValue[])[];

async function workbookOf(sheets: Readonly<Record<string, Rows>>): Promise<MemoryWorkbook> {
  const workbook = new MemoryWorkbook();
  for (const [name, rows] of Object.entries(sheets)) {
    await workbook.addSheet(name);
    rows.forEach((line, row) => line.forEach((content, column) => workbook.type(name, row, column, content)));
  }
  return workbook;
}

const shared = async (workbook: MemoryWorkbook, target: Target = 'values') =>
  convert(workbook, planOf(await snapshotOf(workbook), target));
const restored = async (workbook: MemoryWorkbook) => restore(workbook, await planRestore(workbook));
const column = (workbook: MemoryWorkbook, sheet: string, at: number, rows: number) =>
  Array.from({ length: rows }, (_, row) => workbook.contents(sheet).get(`${row},${at}`));
const days = (count: number, values: (day: number) => readonly CellValue[]): Rows =>
  Array.from({ length: count }, (_, day) => [45_000 + day, ...values(day)]);

test('a formula of somebody that looks like what was written is left alone', async () => {
  const workbook = await workbookOf({
    表: [
      [10, 4, `=${NET}(A1,B1)`, '=A1-B1'],
      [7, 3, `=${NET}(A2,B2)`, '=A2-B2'],
    ],
  });
  await shared(workbook, 'native');
  for (const row of [0, 1]) workbook.type('表', row, 2, '已核对');
  const [result] = await restored(workbook);
  expect([result!.restored, result!.left.length]).toEqual([0, 2]);
  expect(column(workbook, '表', 3, 2)).toEqual(['=A1-B1', '=A2-B2']);
});

test('what was kept for a sheet that is gone goes into no other', async () => {
  const workbook = await workbookOf({
    甲: [
      ['', '', `=${NET}(A1,B1)`],
      [10, 4, `=${NET}(A2,B2)`],
    ],
    乙: [['说明'], [1, '', 6]],
  });
  await shared(workbook);
  await workbook.deleteSheet('sheet-1');
  const before = new Map(workbook.contents('乙'));
  const [result] = await restored(workbook);
  expect(result).toMatchObject({ name: '甲', restored: 0, left: [{ cause: 'gone' }, { cause: 'gone' }] });
  expect(new Map(workbook.contents('乙'))).toEqual(before);
});

test('a cell that was converted twice gets its last formula back', async () => {
  const workbook = await workbookOf({ 表: [[10, 4, `=${NET}(A1,B1)`, `=${NET}(B1,A1)`]] });
  await shared(workbook);
  workbook.type('表', 0, 2, `=${NET}(A1,4)`);
  await shared(workbook);
  const results = await restored(workbook);
  expect(results).toMatchObject([{ status: 'done', restored: 2, left: [] }]);
  expect([2, 3].map((at) => workbook.contents('表').get(`0,${at}`))).toEqual([`=${NET}(A1,4)`, `=${NET}(B1,A1)`]);
  expect((await planRestore(workbook)).sheets).toEqual([]);
});

test('a copy that was deleted and made again gets the formulas of the second', async () => {
  const workbook = await workbookOf({ 日: [[10, 4, `=${NET}(A1,B1)`]] });
  const copies = async () =>
    convertCopies(workbook, planOf(await snapshotOf(workbook), 'values'), (name) => `${name}（分享）`);
  await copies();
  await workbook.deleteSheet((await workbook.sheets())[1]!.id);
  workbook.type('日', 0, 2, `=${NET}(A1,3)`);
  await copies();
  expect(await restored(workbook)).toMatchObject([{ status: 'done', restored: 1 }]);
  expect(workbook.contents('日（分享）').get('0,2')).toBe(`=${NET}(A1,3)`);
});

test.each([
  [
    'rows were put in',
    (workbook: MemoryWorkbook) => workbook.insert({ sheet: 'sheet-1', axis: 'row', at: 0, count: 2 }),
    '数据',
    [4, 5],
  ],
  ['the sheet got another name', (workbook: MemoryWorkbook) => workbook.rename('sheet-1', '新数据'), '新数据', [2, 5]],
] as const)('each conversion remembers the other sheets as they were: %s in between', async (_, change, name, rows) => {
  const workbook = await workbookOf({
    数据: days(6, (day) => [100 + day * 7, 10 + day]),
    汇总: [[`=${NET}(数据!B2,数据!C2)`]],
  });
  await shared(workbook);
  change(workbook);
  workbook.type('汇总', 1, 0, `=${NET}(${name}!B5,${name}!C5)`);
  await shared(workbook);
  await restored(workbook);
  expect(column(workbook, '汇总', 0, 2)).toEqual(rows.map((row) => `=${NET}(${name}!B${row},${name}!C${row})`));
  workbook.insert({ sheet: 'sheet-1', axis: 'row', at: 0, count: 1 });
  expect(column(workbook, '汇总', 0, 2)).toEqual(rows.map((row) => `=${NET}(${name}!B${row + 1},${name}!C${row + 1})`));
});

test('values that stand in many cells come back only where their row and column are certain', async () => {
  const rows = Array.from({ length: 8 }, (_, i) => i + 1);
  const open = () =>
    workbookOf({
      数据: days(8, () => [100, 100]),
      汇总: rows.map((row) => [`=数据!A${row}`, `=${NET}(数据!B${row},数据!C${row})`]),
    });
  const untouched = await open();
  await shared(untouched);
  expect(await restored(untouched)).toMatchObject([{ restored: 8, left: [] }]);

  const workbook = await open();
  await shared(workbook);
  workbook.insert({ sheet: 'sheet-2', axis: 'row', at: 3, count: -1 });
  const [result] = await restored(workbook);
  expect(result!.restored + result!.left.length).toBe(8);
  column(workbook, '汇总', 1, 7).forEach((content, row) => {
    const day = /A(\d+)/.exec(String(workbook.contents('汇总').get(`${row},0`)))![1];
    expect([0, `=${NET}(数据!B${day},数据!C${day})`]).toContain(content);
  });
});

test('a column put in, with the same value typed into it, is not taken for ours', async () => {
  const workbook = await workbookOf({ 表: [[`=${NET}(5,5)`, `=${NET}(6,6)`, `=${NET}(7,7)`]] });
  await shared(workbook);
  workbook.insert({ sheet: 'sheet-1', axis: 'column', at: 1, count: 1 });
  workbook.type('表', 0, 1, 0);
  await restored(workbook);
  expect(workbook.contents('表').get('0,1')).toBe(0);
});

test.each([
  ['another row was added below', 3, true],
  ['it was the last', 6, false],
])('a formula whose figures were deleted does not come back with others: %s', async (_, row, added) => {
  const data: Rows = [
    ['日期', '代码', '名称', '市场', '买入', '偿还'],
    ...Array.from({ length: 6 }, (_, i) => [45_000 + i, '601628', '中国人寿', '沪', 100 + i * 7, 40 + i]),
  ];
  const workbook = await workbookOf({
    日: data,
    汇总: [
      ['差额', `=${NET}(日!E${row + 1},日!F${row + 1})`],
      ['首日', `=${NET}(日!E2,日!F2)`],
    ],
  });
  await shared(workbook);
  const value = workbook.contents('汇总').get('0,1');
  workbook.insert({ sheet: 'sheet-1', axis: 'row', at: row, count: -1 });
  if (added) [45_006, '601628', '中国人寿', '沪', 999, 1].forEach((content, at) => workbook.type('日', 6, at, content));
  const results = await restored(workbook);
  expect(results[0]).toMatchObject({ restored: 1, left: [{ row: 0, column: 1 }] });
  expect(column(workbook, '汇总', 1, 2)).toEqual([value, `=${NET}(日!E2,日!F2)`]);
});

describe.each<Target>(['native', 'values'])(
  'a spill and the formulas that read it whole, converted to %s',
  (target) => {
    const SERIES = '=RZRQ.FINANCING_BALANCE_SERIES(B1,C2:C4,D2:D4)';
    const TWICE = '=RZRQ.LENDING_BALANCE(日!E1#,2)';
    const open = async () => {
      const workbook = await workbookOf({
        日: [
          [45_000, 100, '', '', SERIES],
          [45_001, '', 5, 1],
          [45_002, '', 7, 2],
          [45_003, '', 9, 3],
        ],
        汇总: [
          ['合计', '=SUM(日!E1#)'],
          ['两倍', TWICE],
          ['', ''],
          ['', ''],
          ['再合计', '=SUM(B2#)'],
          ['净买入', `=${NET}(9,日!C2)`],
        ],
      });
      await shared(workbook, target);
      return workbook;
    };
    const summary = (workbook: MemoryWorkbook) => [0, 1, 4].map((row) => workbook.contents('汇总').get(`${row},1`));

    test('come back together', async () => {
      const workbook = await open();
      expect((await restored(workbook)).flatMap(({ left }) => left)).toEqual([]);
      expect([workbook.contents('日').get('0,4'), ...summary(workbook)]).toEqual([
        SERIES,
        '=SUM(日!E1#)',
        TWICE,
        '=SUM(B2#)',
      ]);
    });

    test('stay together when somebody has changed a cell of the spill; the cell is named, and all comes back once it is as it was', async () => {
      const workbook = await open();
      const [before, own] = [summary(workbook), workbook.contents('日').get('2,4')];
      workbook.type('日', 2, 4, 5);
      const results = await restored(workbook);
      expect(results.map(({ restored }) => restored)).toEqual([0, 1]);
      expect(results[0]!.left).toMatchObject([{ row: 0, column: 4, cause: { row: 2, column: 4, content: 5 } }]);
      expect(results[1]!.left.map(({ row, cause }) => [row, cause])).toEqual([
        [0, 'spill'],
        [1, 'spill'],
        [4, 'spill'],
      ]);
      expect(summary(workbook)).toEqual(before);
      expect(workbook.contents('汇总').get('5,1')).toBe(`=${NET}(9,日!C2)`);

      workbook.type('日', 2, 4, own ?? '');
      expect((await restored(workbook)).flatMap(({ left }) => left)).toEqual([]);
      expect([workbook.contents('日').get('0,4'), ...summary(workbook)]).toEqual([
        SERIES,
        '=SUM(日!E1#)',
        TWICE,
        '=SUM(B2#)',
      ]);
    });

    test('come back together or not at all', async () => {
      const workbook = await open();
      const before = [...workbook.contents('日'), ...workbook.contents('汇总')];
      let writes = 0;
      workbook.onWrite = () => {
        if (++writes === 2) throw new Error('refused');
      };
      const results = await restored(workbook);
      expect(results.map(({ status, restored }) => [status, restored])).toEqual([
        ['failed', 0],
        ['failed', 0],
      ]);
      expect([...workbook.contents('日'), ...workbook.contents('汇总')]).toEqual(before);
    });
  },
);

test('a formula that somebody has put back is neither listed nor kept any longer', async () => {
  const workbook = await workbookOf({
    表: [
      [10, 4, `=${NET}(A1,B1)`, `=${NET}(B1,A1)`],
      [7, 3, `=${NET}(A2,B2)`],
    ],
  });
  await shared(workbook);
  workbook.type('表', 0, 2, `=${NET}(A1,B1)`);
  expect((await planRestore(workbook)).sheets).toMatchObject([{ restore: [{ column: 3 }, { row: 1 }], left: [] }]);
  expect(await restored(workbook)).toMatchObject([{ restored: 2, left: [] }]);
  expect((await planRestore(workbook)).note.conversions).toEqual([]);
});

test('what is typed into a sheet while another is converted stays', async () => {
  const workbook = await workbookOf({
    甲: [[10, 4, `=${NET}(A1,B1)`]],
    乙: [[10, 4, `=${NET}(A1,B1)`]],
    丙: [[10, 4, `=${NET}(A1,B1)`]],
  });
  let typed = false;
  const results = await convert(workbook, planOf(await snapshotOf(workbook), 'values'), {
    onProgress: () => {
      if (!typed) {
        workbook.type('乙', 0, 2, 'mine');
        workbook.type('丙', 0, 0, 1000);
      }
      typed = true;
    },
  });
  expect(results.map(({ status }) => status)).toEqual(['done', 'failed', 'done']);
  expect(workbook.contents('乙').get('0,2')).toBe('mine');
  expect(workbook.contents('丙').get('0,2')).toBe(996);
});

test('a note that cannot be read is said so and left as it is', async () => {
  const workbook = await workbookOf({ 表: [[10, 4, `=${NET}(A1,B1)`]] });
  await workbook.writeNote('originals', '{"version":99}');
  await expect(planRestore(workbook)).rejects.toThrow('cannot be read');
  await expect(shared(workbook)).rejects.toThrow('cannot be read');
  expect(await workbook.readNote('originals')).toBe('{"version":99}');
  expect(workbook.contents('表').get('0,2')).toBe(`=${NET}(A1,B1)`);
});
