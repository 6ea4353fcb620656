import { convert } from '../../../src/share/convert';
import { frozen } from '../../../src/share/native/frozen';
import { planOf, type Target } from '../../../src/share/plan';
import { planRestore, restore } from '../../../src/share/restore';
import { snapshotOf } from '../../../src/share/reading/snapshot';
import type { CellValue } from '../../../src/workbook/workbook';
import { evaluate } from '../../support/ieee';
import { MemoryWorkbook } from '../../support/memory-workbook';

test.each<[value: CellValue, written: CellValue]>([
  [1.5, 1.5],
  [true, true],
  ['追保', '追保'],
  ['TRUE', '="TRUE"'],
  ['000001', '="000001"'],
  ['=A1', '="=A1"'],
  ['+1-2', '="+1-2"'],
  ['-1+2', '="-1+2"'],
  ['@SUM(A1)', '="@SUM(A1)"'],
  ['a "b"', '="a ""b"""'],
  ['', '=""'],
  ['#N/A', '=#N/A'],
  ['#DIV/0!', '=#DIV/0!'],
  ['#1 基金', '="#1 基金"'],
  ['#', '="#"'],
])('%j is written as %j', (value, written) => {
  expect(frozen(value)).toBe(written);
});

test.each(['x1'.repeat(400), `${'1'.repeat(254)}"${'"'.repeat(300)}`, '𠮷1'.repeat(200)])(
  'a long text goes in pieces that Excel takes',
  (text) => {
    const written = String(frozen(text));
    const pieces = written.slice(1).match(/"(?:[^"]|"")*"/g)!;
    expect(written).toBe(`=${pieces.join('&')}`);
    expect(Math.max(...pieces.map((piece) => piece.length - 2))).toBeLessThanOrEqual(255);
    expect(pieces.map((piece) => piece.slice(1, -1).replace(/""/g, '"')).join('')).toBe(text);
    expect(evaluate(written, { range: () => [] })).toEqual([[text]]);
  },
);

test.each<[Target, string]>([
  ['native', '=IF(B1&C1="","",IF(COUNT(B1,C1)=COUNTA(B1,C1),B1-C1,NA()))'],
  ['values', '=""'],
])('an empty row stays an empty text to what reads it, and comes back (%s)', async (target, written) => {
  const workbook = new MemoryWorkbook();
  await workbook.addSheet('表');
  const line = [7, '', '', '=RZRQ.FINANCING_NET_PURCHASE(B1,C1)', '=D1', '=D1=0'];
  line.forEach((content, column) => workbook.type('表', 0, column, content));
  const read = async () =>
    (await workbook.read({ sheet: 'sheet-1', row: 0, column: 3, rows: 1, columns: 3 })).values[0];
  const before = await read();
  expect(before).toEqual(['', '', false]);

  await convert(workbook, planOf(await snapshotOf(workbook), target));
  expect(workbook.contents('表').get('0,3')).toBe(written);
  expect(await read()).toEqual(before);

  const restored = await restore(workbook, await planRestore(workbook));
  expect(restored.map(({ left }) => left)).toEqual([[]]);
  expect(workbook.contents('表').get('0,3')).toBe(line[3]);
});
