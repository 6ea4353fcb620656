import { convertCopies, sheetsToCopy } from '../../src/share/copies';
import { planOf, type Target } from '../../src/share/plan';
import { planRestore, restore } from '../../src/share/restore';
import { snapshotOf } from '../../src/share/reading/snapshot';
import type { CellValue } from '../../src/workbook/workbook';
import { netPurchase } from '../support/guarded';
import { MemoryWorkbook } from '../support/memory-workbook';

const NET = 'RZRQ.FINANCING_NET_PURCHASE';
const copyName = (sheet: string) => `${sheet}（分享）`;

/** 日 calculates, 周 reads 日, 月 reads 周, 档案 reads none of them. */
async function fourSheets(): Promise<MemoryWorkbook> {
  const workbook = new MemoryWorkbook();
  const sheets: Readonly<Record<string, readonly CellValue[]>> = {
    日: [10, 4, `=${NET}(A1,B1)`, '=日!C1*2', '=SUM(档案!A1)'],
    周: ['=日!C1+1', `=${NET}(日!$A$1:$A$1,'日'!B1)`],
    月: ['=周!A1', '=SUM(周!A:A)'],
    档案: [7, '=A1*2'],
  };
  for (const [name, line] of Object.entries(sheets)) {
    await workbook.addSheet(name);
    line.forEach((content, column) => workbook.type(name, 0, column, content));
  }
  return workbook;
}

const plan = async (workbook: MemoryWorkbook, target: Target = 'native') => planOf(await snapshotOf(workbook), target);
const contents = async (workbook: MemoryWorkbook) =>
  Object.fromEntries((await workbook.sheets()).map(({ id, name }) => [name, [...workbook.contents(id).values()]]));

test('copied are the sheets with our functions and those that read them, in one or more steps', async () => {
  const workbook = await fourSheets();
  expect(sheetsToCopy(await snapshotOf(workbook), await plan(workbook)).map(({ name }) => name)).toEqual([
    '日',
    '周',
    '月',
  ]);
});

test('the copies read from each other, and the sheets stay as they are', async () => {
  const workbook = await fourSheets();
  const before = await contents(workbook);
  const results = await convertCopies(workbook, await plan(workbook), copyName);
  expect(results.map(({ sheet, status, native }) => [sheet.name, status, native])).toEqual([
    ['日（分享）', 'done', 1],
    ['周（分享）', 'done', 1],
    ['月（分享）', 'done', 0],
  ]);
  expect(await contents(workbook)).toEqual({
    ...before,
    '日（分享）': [10, 4, netPurchase('A1', 'B1'), "='日（分享）'!C1*2", '=SUM(档案!A1)'],
    '周（分享）': ["='日（分享）'!C1+1", netPurchase("'日（分享）'!$A$1:$A$1", "'日（分享）'!B1")],
    '月（分享）': ["='周（分享）'!A1", "=SUM('周（分享）'!A:A)"],
  });
});

test('tables and names of the workbook lead to the copies, other names stay', async () => {
  const workbook = await fourSheets();
  workbook.definedNames = [
    { name: '净额', formula: '=日!$C$1' },
    { name: '溢出', formula: '=日!$A$1#' },
    { name: '相对', formula: '=日!C1' },
    { name: '局部', formula: '=日!$C$1', sheet: 'sheet-3' },
  ];
  const table = (name: string, sheet: string) => ({ name, area: { sheet, row: 0, column: 0, rows: 1, columns: 2 } });
  workbook.tableAreas = [table('日表', 'sheet-1')];
  const { copySheet } = workbook;
  workbook.copySheet = async (sheet, name) => {
    const copy = await copySheet.call(workbook, sheet, name);
    if (sheet === 'sheet-1') workbook.tableAreas = [...workbook.tableAreas, table('日表_1', copy.id)];
    return copy;
  };
  const formulas = ['=SUM(日表[额])', '=净额', '=SUM(溢出)', '=相对', '=局部'];
  formulas.forEach((formula, row) => workbook.type('月', 5 + row, 0, formula));
  await convertCopies(workbook, await plan(workbook), copyName);
  expect([5, 6, 7, 8, 9].map((row) => workbook.contents('月（分享）').get(`${row},0`))).toEqual([
    '=SUM(日表_1[额])',
    "='日（分享）'!$C$1",
    "=SUM('日（分享）'!$A$1#)",
    '=相对',
    '=局部',
  ]);
});

test('the formulas of copies travel too: restored, they read the copies', async () => {
  const workbook = await fourSheets();
  const before = await contents(workbook);
  await convertCopies(workbook, await plan(workbook, 'values'), copyName);
  expect(workbook.contents('周（分享）').get('0,1')).toBe(6);
  await restore(workbook, await planRestore(workbook));
  expect(workbook.contents('日（分享）').get('0,2')).toBe(`=${NET}(A1,B1)`);
  expect(workbook.contents('周（分享）').get('0,1')).toBe(`=${NET}('日（分享）'!$A$1:$A$1,'日（分享）'!B1)`);
  expect(await contents(workbook)).toMatchObject(before);
});

test('values count as the originals show them, also where the copies are not calculated yet', async () => {
  const workbook = await fourSheets();
  const { read } = workbook;
  workbook.read = async (area) => {
    const cells = await read.call(workbook, area);
    const isCopy = (await workbook.sheets()).some(({ id, name }) => id === area.sheet && name.endsWith('（分享）'));
    const hasOurs = cells.formulas.flat().some((content) => String(content).includes('RZRQ'));
    return isCopy && hasOurs ? { ...cells, values: cells.values.map((line) => line.map(() => '#BUSY!')) } : cells;
  };
  await convertCopies(workbook, await plan(workbook, 'values'), copyName);
  expect(workbook.contents('日（分享）').get('0,2')).toBe(6);
});

test('a failure at any write, or a wish to stop, leaves no copy', async () => {
  const whole = await fourSheets();
  await convertCopies(whole, await plan(whole), copyName);
  expect(whole.writes).toBeGreaterThan(6);
  for (let failing = 1; failing <= whole.writes; failing++) {
    const workbook = await fourSheets();
    const before = await contents(workbook);
    workbook.onWrite = () => {
      if (workbook.writes === failing) throw new Error('refused');
    };
    const results = await convertCopies(workbook, await plan(workbook), copyName);
    expect(results.map(({ sheet, status }) => [sheet.name, status])).toEqual([
      ['日', 'failed'],
      ['周', 'failed'],
    ]);
    expect(await contents(workbook)).toEqual(before);
    expect((await planRestore(workbook)).sheets).toEqual([]);
  }
  const workbook = await fourSheets();
  const before = await contents(workbook);
  const signal = { aborted: false };
  const seen: string[] = [];
  const results = await convertCopies(workbook, await plan(workbook), copyName, {
    signal,
    onProgress: ({ sheet }) => {
      seen.push(sheet);
      signal.aborted = true;
    },
  });
  expect(seen).toEqual(['日']);
  expect(results.map(({ status }) => status)).toEqual(['cancelled', 'cancelled']);
  expect(await contents(workbook)).toEqual(before);
});
