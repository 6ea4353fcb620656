import { flatten, planFlatten } from '../../src/share/flatten';
import { planRepair, repair, type SheetRepair } from '../../src/share/repair';
import { planRestore, restore } from '../../src/share/restore';
import { snapshotOf } from '../../src/share/reading/snapshot';
import type { CellValue } from '../../src/workbook/workbook';
import { total } from '../support/guarded';
import { MemoryWorkbook } from '../support/memory-workbook';

const SHEET = '日';

/** Opening balance in E1; purchases in C and repayments in D from row 2 on; the chain in E. */
async function chainOf(days: readonly (readonly [CellValue, CellValue])[]): Promise<MemoryWorkbook> {
  const workbook = new MemoryWorkbook();
  await workbook.addSheet(SHEET);
  workbook.type(SHEET, 0, 4, 1000.1);
  days.forEach(([purchases, repayments], i) => {
    workbook.type(SHEET, i + 1, 2, purchases);
    workbook.type(SHEET, i + 1, 3, repayments);
    workbook.type(SHEET, i + 1, 4, `=RZRQ.FINANCING_BALANCE_ROLL(E${i + 1},C${i + 2},D${i + 2})`);
  });
  return workbook;
}

const DAYS: readonly (readonly [CellValue, CellValue])[] = [
  [10.1, 5],
  [20.2, ''],
  [0, 30.3],
];
const column = (workbook: MemoryWorkbook) => [1, 2, 3].map((row) => workbook.contents('sheet-1').get(`${row},4`));
const plan = async (workbook: MemoryWorkbook, target: 'series' | 'native' = 'series') =>
  planFlatten(await snapshotOf(workbook), target);
const values = async (workbook: MemoryWorkbook) =>
  (await workbook.read({ sheet: 'sheet-1', row: 1, column: 4, rows: 3, columns: 1 })).values;

test('a chain becomes one series with the same values', async () => {
  const workbook = await chainOf(DAYS);
  const before = await values(workbook);
  expect(before).toEqual([[1005.2], [1025.4], [995.1]]);
  expect(await flatten(workbook, await plan(workbook))).toMatchObject([{ status: 'done', flattened: 1, left: [] }]);
  expect(column(workbook)).toEqual(['=RZRQ.FINANCING_BALANCE_SERIES(E1,C2:C4,D2:D4)', undefined, undefined]);
  expect(await values(workbook)).toEqual(before);
});

test('or a native formula in each cell', async () => {
  const workbook = await chainOf(DAYS);
  await flatten(workbook, await plan(workbook, 'native'));
  expect(column(workbook)).toEqual([
    total('$E$1', '$C$2:C2', '$D$2:D2'),
    total('$E$1', '$C$2:C3', '$D$2:D3'),
    total('$E$1', '$C$2:C4', '$D$2:D4'),
  ]);
});

test('it ends at the last day; the blank rows of an overshot fill stay as they are', async () => {
  const workbook = await chainOf([...DAYS, ['', ''], ['', '']]);
  const chains = await plan(workbook);
  expect(chains[0]!.chains).toMatchObject([{ row: 1, rows: 3, columns: 1 }]);
  await flatten(workbook, chains);
  const sheet = workbook.contents('sheet-1');
  expect(sheet.get('1,4')).toBe('=RZRQ.FINANCING_BALANCE_SERIES(E1,C2:C4,D2:D4)');
  expect([sheet.get('4,4'), sheet.get('5,4')]).toEqual([
    '=RZRQ.FINANCING_BALANCE_ROLL(E4,C5,D5)',
    '=RZRQ.FINANCING_BALANCE_ROLL(E5,C6,D6)',
  ]);
  expect(await values(workbook)).toEqual([[1005.2], [1025.4], [995.1]]);
});

test.each(['series', 'native'] as const)('a chain to the right becomes %s, and comes back', async (target) => {
  const workbook = new MemoryWorkbook();
  await workbook.addSheet(SHEET);
  const lines: readonly (readonly CellValue[])[] = [
    ['', 10.1, 20.2, 0],
    ['', 5, '', 30.3],
    [1000.1, ...['B', 'C', 'D'].map((day, i) => `=RZRQ.FINANCING_BALANCE_ROLL(${'ABC'[i]!}3,${day}1,${day}2)`)],
  ];
  lines.forEach((line, i) => line.forEach((content, j) => content !== '' && workbook.type(SHEET, i, j, content)));
  const row = async () => (await workbook.read({ sheet: 'sheet-1', row: 2, column: 1, rows: 1, columns: 3 })).values[0];
  const before = new Map(workbook.contents('sheet-1'));
  expect(await flatten(workbook, await plan(workbook, target))).toMatchObject([{ status: 'done', flattened: 1 }]);
  expect(await row()).toEqual([1005.2, 1025.4, 995.1].map((day): unknown => expect.closeTo(day, 9)));
  const first = workbook.contents('sheet-1').get('2,1');
  expect(first).toBe(
    target === 'series' ? '=RZRQ.FINANCING_BALANCE_SERIES(A3,B1:D1,B2:D2)' : total('$A$3', '$B$1:B1', '$B$2:B2'),
  );
  if (target === 'series') return;
  await restore(workbook, await planRestore(workbook));
  expect(new Map(workbook.contents('sheet-1'))).toEqual(before);
});

test('native formulas in place of a chain can be restored', async () => {
  const workbook = await chainOf(DAYS);
  const before = column(workbook);
  await flatten(workbook, await plan(workbook, 'native'));
  expect(await restore(workbook, await planRestore(workbook))).toMatchObject([{ status: 'done', restored: 3 }]);
  expect(column(workbook)).toEqual(before);
});

test.each<[what: string, spoil: (workbook: MemoryWorkbook) => void, why: string]>([
  ['an empty day', (workbook) => [2, 3].forEach((c) => workbook.type(SHEET, 2, c, '')), 'empty_days'],
  ['no opening balance', (workbook) => workbook.type(SHEET, 0, 4, ''), 'empty_days'],
  ['a day that is text', (workbook) => workbook.type(SHEET, 2, 2, '-'), 'differs'],
  ['a protected sheet', (workbook) => (workbook.page(SHEET).protected = true), 'protected'],
  [
    'a merged cell',
    (workbook) => workbook.page(SHEET).merged.push({ sheet: 'sheet-1', row: 2, column: 4, rows: 1, columns: 2 }),
    'merged',
  ],
  [
    'an array formula',
    (workbook) => workbook.page(SHEET).legacy.push({ row: 2, column: 4, rows: 1, columns: 1, legacy: true }),
    'array_formula',
  ],
  [
    'a table',
    (workbook) =>
      (workbook.tableAreas = [{ name: 'tbl', area: { sheet: 'sheet-1', row: 0, column: 0, rows: 9, columns: 9 } }]),
    'in_table',
  ],
])('%s: left alone and named', async (_, spoil, why) => {
  const workbook = await chainOf(DAYS);
  spoil(workbook);
  const before = column(workbook);
  const chains = await plan(workbook);
  expect(chains[0]!.chains).toMatchObject([{ row: 1, column: 4, rows: 3, why: { code: why } }]);
  expect(await flatten(workbook, chains)).toMatchObject([{ flattened: 0, left: [{ why: { code: why } }] }]);
  expect(column(workbook)).toEqual(before);
});

test('cells that do not take the one above, or take figures of another row, are no chain', async () => {
  const workbook = await chainOf(DAYS);
  workbook.type(SHEET, 2, 4, '=RZRQ.FINANCING_BALANCE_ROLL(E2,C2,D2)');
  expect(await plan(workbook)).toEqual([]);
});

test('calls that Excel does not know are entered again', async () => {
  const workbook = new MemoryWorkbook();
  await workbook.addSheet(SHEET);
  workbook.type(SHEET, 0, 0, '=_xldudf_RZRQ_FINANCING_NET_PURCHASE(5,3)');
  workbook.type(SHEET, 1, 0, '=RZRQ.FINANCING_NET_PURCHASE(5,3)');
  workbook.type(SHEET, 2, 0, '=RZRQ.FINANCING_NET_PURCHASE(5,3)+UNHEARD(1)');
  const repairs = planRepair(await snapshotOf(workbook));
  expect(repairs[0]!.cells.map(({ row, after }) => [row, after])).toEqual([
    [0, '=RZRQ.FINANCING_NET_PURCHASE(5,3)'],
    [2, '=RZRQ.FINANCING_NET_PURCHASE(5,3)+UNHEARD(1)'],
  ]);
  expect(await repair(workbook, repairs)).toMatchObject([
    { status: 'done', repaired: 1, unknown: [{ row: 2, column: 0, why: { code: 'other_unknown', text: 'UNHEARD' } }] },
  ]);
  expect(workbook.contents('sheet-1').get('0,0')).toBe('=RZRQ.FINANCING_NET_PURCHASE(5,3)');
});

test('what another name leaves at #NAME? is not offered: entering it again would not mend it', async () => {
  const workbook = new MemoryWorkbook();
  await workbook.addSheet(SHEET);
  workbook.definedNames = [{ name: '买入', formula: '=日!$B$1' }];
  workbook.type(SHEET, 0, 0, '=_xldudf_RZRQ_FINANCING_NET_PURCHASE(买入,3)');
  workbook.type(SHEET, 1, 0, '=_xldudf_RZRQ_FINANCING_NET_PURCHASE(买人,3)');
  const [{ cells }] = planRepair(await snapshotOf(workbook)) as [SheetRepair];
  expect(cells.map(({ row, why }) => [row, why?.code, why?.text])).toEqual([
    [0, undefined, undefined],
    [1, 'other_unknown', '买人'],
  ]);
});

test('a name that no function has is listed and not entered again', async () => {
  const workbook = new MemoryWorkbook();
  await workbook.addSheet(SHEET);
  workbook.type(SHEET, 0, 0, '=RZRQ.NOPE(1)+RZRQ.FINANCING_NET_PURCHASE(5,3)');
  const repairs = planRepair(await snapshotOf(workbook));
  expect(repairs[0]!.cells).toMatchObject([{ row: 0, why: { code: 'not_ours', text: 'RZRQ.NOPE' } }]);
  const writes = workbook.writes;
  expect(await repair(workbook, repairs)).toMatchObject([{ status: 'done', repaired: 0, unknown: [] }]);
  expect(workbook.writes).toBe(writes);
});

test.each([
  ['=RZRQ.FINANCING_NET_PURCHASE(SUM(FOO(1),BAR(2)),FOO(2))', 'other_unknown', 'FOO / BAR'],
  ['=RZRQ.FINANCING_NET_PURCHASE(SUM(A5),1)', 'no_name_unknown', ''],
])('%s is still unknown, and the reason names what may be', async (formula, code, text) => {
  const workbook = new MemoryWorkbook();
  await workbook.addSheet(SHEET);
  workbook.type(SHEET, 0, 0, formula);
  const { read } = workbook;
  workbook.read = async (area) => ({ ...(await read.call(workbook, area)), values: [['#NAME?']] });
  expect(await repair(workbook, planRepair(await snapshotOf(workbook)))).toMatchObject([
    { repaired: 0, unknown: [{ why: { code, text } }] },
  ]);
});

test('a path with parentheses before a stored name goes as a whole', async () => {
  const workbook = new MemoryWorkbook();
  await workbook.addSheet(SHEET);
  workbook.type(
    SHEET,
    0,
    0,
    "=1+'C:\\Program Files (x86)\\B\\BloombergUI.xla'!_xldudf_RZRQ_FINANCING_NET_PURCHASE(5,3)",
  );
  expect(await repair(workbook, planRepair(await snapshotOf(workbook)))).toMatchObject([
    { status: 'done', repaired: 1, unknown: [] },
  ]);
  expect(workbook.contents('sheet-1').get('0,0')).toBe('=1+RZRQ.FINANCING_NET_PURCHASE(5,3)');
});
