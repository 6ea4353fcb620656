import { convert } from '../../src/share/convert';
import { planOf, type Target } from '../../src/share/plan';
import { planRestore, restore } from '../../src/share/restore';
import { snapshotOf } from '../../src/share/snapshot';
import type { CellValue } from '../../src/workbook/workbook';
import { MemoryWorkbook } from '../support/memory-workbook';

async function workbookOf(sheets: Readonly<Record<string, readonly (readonly CellValue[])[]>>): Promise<MemoryWorkbook> {
  const workbook = new MemoryWorkbook();
  for (const [name, rows] of Object.entries(sheets)) {
    await workbook.addSheet(name);
    rows.forEach((line, row) => line.forEach((content, column) => workbook.type(name, row, column, content)));
  }
  return workbook;
}

const plan = async (workbook: MemoryWorkbook, target: Target = 'native') => planOf(await snapshotOf(workbook), target);
const allContents = async (workbook: MemoryWorkbook) => Object.fromEntries((await workbook.sheets()).map(({ id, name }) => [name, Object.fromEntries(workbook.contents(id))]));

const DAYS: readonly (readonly CellValue[])[] = [
  ['日期', '余额', '买入', '偿还', '推算'],
  [42097, 13411176185, 2033773020, 1634094504, ''],
  [42101, 13514051054, 1709141749, 1614928278, '=RZRQ.FINANCING_BALANCE_ROLL(B2,C3,D3)'],
  [42102, 13599709125, 1567850413, 1489255328, '=RZRQ.FINANCING_BALANCE_ROLL(B3,C4,D4)'],
  [42103, 13543599484, '-', 1503903339, '=RZRQ.FINANCING_BALANCE_ROLL(B4,C5,D5)'],
];

test('natives are written, read back and compared; what differs becomes its value and is listed', async () => {
  const workbook = await workbookOf({ 个券: DAYS });
  const [result] = await convert(workbook, await plan(workbook));
  expect(result).toMatchObject({ status: 'done', native: 3, value: 0, differences: [{ row: 4, column: 4, ours: '#N/A', native: '#VALUE!' }] });
  const sheet = workbook.contents('个券');
  expect([sheet.get('2,4'), sheet.get('3,4'), sheet.get('4,4')]).toEqual(['=B2+C3-D3', '=B3+C4-D4', '=#N/A']);
});

test.each<Target>(['native', 'values'])('to %s and back: every formula returns character for character', async (target) => {
  const workbook = await workbookOf({
    '个券 1': DAYS,
    汇总: [
      ['=RZRQ.FINANCING_BALANCE_SERIES(\'个券 1\'!B2, \'个券 1\'!C3:C4,\'个券 1\'!D3:D4)', '=SUM(A1#)', '=rzrq.margin_balance(1, "6.6亿")'],
      ['', '=RZRQ.RECONCILE(\'个券 1\'!A1:D5)'],
    ],
  });
  const before = await allContents(workbook);
  const results = await convert(workbook, await plan(workbook, target));
  expect(results.map(({ status }) => status)).toEqual(['done', 'done']);
  const between = await allContents(workbook);
  expect(JSON.stringify(between)).not.toMatch(/rzrq\.(?!originals)/i);
  const restored = await restore(workbook, await planRestore(workbook));
  expect(restored.flatMap(({ changed }) => changed)).toEqual([]);
  expect(await allContents(workbook)).toEqual(before);
});
