import { FileWorkbook } from '../../src/xlsx/file-workbook';
import { conforms } from '../workbook/conformance';
import { fixture } from './parts';

conforms({
  open: () => FileWorkbook.open(fixture('openpyxl.xlsx')),
  calculates: true,
  spills: true,
  hasUser: true,
  refuses: '=SUM(',
});
