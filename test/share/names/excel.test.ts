import { convertToNames, planNamesOf } from '../../../src/share/names/index';
import { deleteUnusedNames } from '../../../src/share/names/unused';
import { planRestore, restore } from '../../../src/share/restore';
import { snapshotOf } from '../../../src/share/reading/snapshot';
import { officeWorkbook } from '../../../src/workbook/office';
import { openWorkbook } from '../../office/workbook/open';

/** As far as this test calls it: the sums of two columns. */
const SOURCE = `CustomFunctions.associate('MARGIN_BALANCE', (a, b) => a.map(([x], i) => [x + b[i][0]]));`;
const cells = { dimensionality: 'matrix', type: 'any' } as const;

test('in Excel, through Microsoft’s Office.js: names and their comments, values and spills, and back', async () => {
  const { excel, book } = await openWorkbook({
    bundles: [{ source: SOURCE }],
    metadata: { functions: [{ id: 'MARGIN_BALANCE', parameters: [cells, cells] }] },
  });
  Object.assign(globalThis, { Office: excel.window.Office, Excel: excel.window.Excel });
  const workbook = officeWorkbook();
  const sheet = (await workbook.sheets())[0]!.id;
  const area = { sheet, row: 0, column: 0, rows: 3, columns: 4 };
  await workbook.write({ ...area, columns: 2 }, [
    [1000, 1],
    [2000, 2],
    [3000, 3],
  ]);
  await workbook.write({ ...area, column: 2, columns: 1, rows: 1 }, [['=RZRQ.MARGIN_BALANCE(A1:A3,B1:B3)']]);
  await workbook.write({ ...area, column: 3, columns: 1, rows: 2 }, [
    ['=IF(RZRQ.MARGIN_BALANCE(A1,B1)>0,1,2)'],
    ['=SUM(C1#)'],
  ]);
  await workbook.settled();
  await book.settled();
  const before = await workbook.read(area);
  expect(before.values.map((row) => row[2])).toEqual([1001, 2002, 3003]);

  const result = await convertToNames(workbook, planNamesOf(workbook, await snapshotOf(workbook), 'zh'));
  await book.settled();
  expect(result).toMatchObject({ status: 'done', sheets: [{ native: 2, value: 0, differences: [] }] });
  const after = await workbook.read(area);
  expect([after.formulas[0]![2], after.formulas[0]![3]]).toEqual([
    '=RZ.MARGIN_BALANCE(A1:A3,B1:B3)',
    '=IF(RZ.MARGIN_BALANCE(A1,B1)>0,1,2)',
  ]);
  expect(after.values).toEqual(before.values);
  const names = await workbook.names();
  expect(names.map(({ name }) => name)).toEqual(result.defined);
  expect(names.every(({ comment }) => /RZRQ Functions [\d.]+ \[\w+\]$/.test(comment ?? ''))).toBe(true);

  const plan = await planRestore(workbook);
  expect((await restore(workbook, plan)).map(({ status, restored }) => [status, restored])).toEqual([['done', 2]]);
  expect((await deleteUnusedNames(workbook)).names).toEqual(result.defined);
  await book.settled();
  expect(await workbook.read(area)).toEqual(before);
  expect(await workbook.names()).toEqual([]);
  excel.close();
});
