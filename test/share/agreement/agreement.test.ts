import { judgeOn } from '../../../src/share/agreement/agreement';
import { convert } from '../../../src/share/convert';
import { planOf } from '../../../src/share/plan';
import { snapshotOf } from '../../../src/share/reading/snapshot';
import type { CellValue } from '../../../src/workbook/workbook';
import { MemoryWorkbook } from '../../support/memory-workbook';

const NET = 'RZRQ.FINANCING_NET_PURCHASE';

async function workbookOf(rows: readonly (readonly CellValue[])[]): Promise<MemoryWorkbook> {
  const workbook = new MemoryWorkbook();
  await workbook.addSheet('表');
  rows.forEach((line, row) => line.forEach((content, column) => workbook.type('表', row, column, content)));
  return workbook;
}

const FIGURES: readonly (readonly CellValue[])[] = [
  [13411176185.33, 13411176185.11, 3, '7.5亿', 0.1, 100],
  [1e13, 4e12, 2, 6e8, 0.2, '100'],
  [2070747, 5e12, '', 6.75e8, 0.3, 100],
];

async function judged(
  after: string,
  ours: CellValue,
  native: CellValue,
  element = { row: 0, column: 0 },
): Promise<boolean> {
  const snapshot = await snapshotOf(await workbookOf(FIGURES));
  return judgeOn(snapshot, snapshot.sheets[0]!, snapshot.sheets[0]!)(ours, native, {
    after,
    at: { row: 0, column: 8 },
    element,
  });
}

/** What doubles make of 13411176185.33 − 13411176185.11, which is 0.22. */
const NOISY = 13411176185.33 - 13411176185.11;

test('the figures are such that the noise shows', () => {
  expect(NOISY).not.toBe(0.22);
  expect(Math.abs(NOISY / 0.22 - 1)).toBeGreaterThan(1e-12);
});

test.each<[after: string, ours: number, native: number]>([
  ['=A1-B1', 0.22, NOISY],
  ['=(A1-B1)%', 0.0022, NOISY / 100],
  ['=-(A1-B1)', -0.22, -NOISY],
  ['=10-(A1-B1)', 9.78, 10 - NOISY],
  ['=(A1-B1)/C1', 0.22 / 3, NOISY / 3],
  ['=C1/(A1-B1)', 3 / 0.22, 3 / NOISY],
  ['=(A1-B1)*100/$C$1', 22 / 3, (NOISY * 100) / 3],
  ['=(A1-B1)^2', 0.22 ** 2, NOISY ** 2],
  ['=IF(C1=0,NA(),A1-B1)', 0.22, NOISY],
  ['=IF(Z1="",A1-B1,Z1)', 0.22, NOISY],
  ['=IFERROR(A1-B1,0)', 0.22, NOISY],
  ['=MAX(A1-B1,0)', 0.22, NOISY],
  ['=ABS(B1-A1)', 0.22, NOISY],
  ['=SUM(A$1:A1)-SUM(B$1:B1)', 0.22, NOISY],
  ['=SUM(A1:A1-B1:B1)', 0.22, NOISY],
  ['=SUMPRODUCT((A1:A1-B1:B1)*C1:C1)', 0.66, NOISY * 3],
  ['=A1-B1+VLOOKUP(1,X:Y,2)', 0.22, NOISY],
  ['=ROUND(A1+A2-A2-13411176000,1)', 185.33, 185.3],
])('%s: the noise of its terms is no difference', async (after, ours, native) => {
  expect(await judged(after, ours, native)).toBe(true);
});

test.each<[after: string, ours: CellValue, native: CellValue]>([
  ['=C1/A2', 3e-13, 6e-13],
  ['=A2/B2', 2.5, 2.6],
  ['=A2/B2*100', 250, 251],
  ['=A3*COUNT(D1:D3)/SUM(D1:D3)', 0.0030677733333333334, 0.003248],
  ['=COUNT(A1:A3)', 3, 2],
  ['=IF(A2>0,C1,A2)', 3, 2.5],
  ['=MIN(A2,C1)', 3, 2.5],
  ['=ROUND(A2+C1-A2-3,2)', 0.01, 0],
  ['=IF(INT(B2)<INT(A2),#VALUE!,IF(INT(B2)=INT(A2),1,INT(B2)-INT(A2)))', 3, 2],
  ['=C1-C2', 1, 1.001],
  ['=C1-C2', 1, '#VALUE!'],
  ['="x"&C1', 'x1', 'x2'],
  ['=ROUND(A1+A2-A2-13411176000,1)', 185.33, 185.4],
])('%s: large figures elsewhere excuse nothing', async (after, ours, native) => {
  expect(await judged(after, ours, native)).toBe(false);
});

test('in a spill that stays each cell has its own terms', async () => {
  expect(await judged('=A1:A2-B1:B2', 0.22, NOISY, { row: 0, column: 0 })).toBe(true);
  expect(await judged('=C1:C2-E1:E2', 1.8, 1.800001, { row: 1, column: 0 })).toBe(false);
});

test('a noisy figure that is native itself takes its noise into what is computed from it', async () => {
  const workbook = await workbookOf([
    [13411176185.33, 13411176185.11, `=${NET}(A1,B1)`, '=RZRQ.BALANCE_TO_FLOAT(C1,3)'],
  ]);
  const [result] = await convert(workbook, planOf(await snapshotOf(workbook), 'native'));
  expect(result!.differences).toEqual([]);
  expect(workbook.contents('表').get('0,3')).toBe('=IF(AND(COUNT(C1)=1,C1>=0),C1/3,NA())');
});

test.each<[name: string, volumes: readonly CellValue[]]>([
  ['a figure in words', [600000000, '7.5亿', 675000000]],
  ['a text whose absence cancels out', [600000000, '600000000', 600000000]],
])('%s in a range that is summed: the plan says that it becomes a value', async (_name, volumes) => {
  const workbook = await workbookOf(
    volumes.map((volume, row) => [row === 0 ? 2070747 : '', volume, row === 0 ? '=RZRQ.DAYS_TO_COVER(A1,B1:B3)' : '']),
  );
  const [result] = await convert(workbook, planOf(await snapshotOf(workbook), 'native'));
  const sum = volumes[0] === volumes[2] ? 1800000000 : 2025000000;
  expect(result).toMatchObject({ value: 1, differences: [] });
  expect(workbook.contents('表').get('0,2')).toBeCloseTo((2070747 * 3) / sum, 12);
});

test('a running series is native up to the first figure written as a text', async () => {
  const workbook = await workbookOf([
    [1e14, 10, 4, '=RZRQ.FINANCING_BALANCE_SERIES(A1,B1:B3,C1:C3)'],
    ['', '20', 5],
    ['', 5, 1],
  ]);
  await convert(workbook, planOf(await snapshotOf(workbook), 'native'));
  const sheet = workbook.contents('表');
  expect(['0,3', '1,3', '2,3'].map((place) => sheet.get(place))).toEqual([
    '=IF(COUNT($A$1,$B$1:B1,$C$1:C1)=COUNTA($B$1:B1,$C$1:C1)+1,$A$1+SUM($B$1:B1)-SUM($C$1:C1),NA())',
    100000000000021,
    100000000000025,
  ]);
});

test('texts and halves are compared as Excel compares them', async () => {
  expect(await judged('=IF("a"="A",A1-B1,9)', 0.22, NOISY)).toBe(true);
  expect(await judged('=ROUND(-2.5,0)*(A1-B1)', -0.66, -3 * NOISY)).toBe(true);
});
