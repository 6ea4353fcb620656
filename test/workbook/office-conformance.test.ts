import { officeWorkbook } from '../../src/workbook/office';
import type { Metadata } from '../office/workbook/functions';
import { openWorkbook, type OpenedWorkbook } from '../office/workbook/open';
import { conforms } from './conformance';

/** As far as the suite calls it: the sums of two columns, and an error for a text. */
const SOURCE = `CustomFunctions.associate('MARGIN_BALANCE', (a, b) => a.map(([x], i) =>
  [typeof x === 'number' ? x + b[i][0] : new CustomFunctions.Error(CustomFunctions.ErrorCode.invalidValue)]));`;
const cells = { dimensionality: 'matrix', type: 'any' } as const;
const metadata: Metadata = { functions: [{ id: 'MARGIN_BALANCE', parameters: [cells, cells] }] };

let opened: OpenedWorkbook;

conforms({
  async open() {
    opened = await openWorkbook({ bundles: [{ source: SOURCE }], metadata });
    const { Office, Excel } = opened.excel.window;
    Object.assign(globalThis, { Office, Excel });
    return officeWorkbook();
  },
  close: async () => opened.excel.close(),
  settled: () => opened.book.settled(),
  filter(id, by) {
    const sheet = opened.book.sheets.find((one) => one.id === id)!;
    sheet.filteredBy = by;
    if (by === 'table') opened.book.addTable(sheet, { top: 0, left: 0, bottom: 2, right: 1 }, true);
  },
  calculates: true,
  spills: true,
  hasUser: true,
  refuses: '=SUM(',
});
