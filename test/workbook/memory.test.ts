import { MemoryWorkbook } from '../support/memory-workbook';
import { conforms } from './conformance';

let workbook: MemoryWorkbook;

describe('the workbook in memory', () =>
  conforms({
    open: async () => {
      workbook = new MemoryWorkbook();
      await workbook.addSheet('Sheet1');
      return workbook;
    },
    filter: (sheet) => (workbook.page(sheet).filtered = true),
    calculates: true,
    spills: true,
    hasUser: true,
  }));

test('a chain of fifty thousand formulas is worked out from either end', async () => {
  const workbook = new MemoryWorkbook();
  const { id: sheet } = await workbook.addSheet('chain');
  const rows = 50_000;
  workbook.type(sheet, rows, 0, 1);
  // The cell that needs all the others comes first.
  for (let row = 0; row < rows; row++) workbook.type(sheet, row, 0, `=A${row + 2}+1`);
  const { values } = await workbook.read({ sheet, row: 0, column: 0, rows: 2, columns: 1 });
  expect(values).toEqual([[rows + 1], [rows]]);
});
