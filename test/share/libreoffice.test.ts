import { type Cell, Workbook } from '@cj-tech-master/excelts';
import { resultsOf } from '../../src/generate/samples/evaluate';
import { sampleWorkbook } from '../../src/generate/samples/workbook';
import { templates } from '../../src/templates';
import { cellName } from '../../src/workbook/a1';
import { isRequired, soffice, throughLibreOffice } from '../support/libreoffice';
import { argumentCells, disagreement, nativeRows, RESULT_COLUMN } from '../support/native-rows';

test(
  soffice
    ? `LibreOffice is here: ${soffice}`
    : 'LibreOffice is not installed, so what it computes is not looked at (RZRQ_LIBREOFFICE=required insists)',
  () => {
    expect(soffice !== undefined || !isRequired).toBe(true);
  },
);

/** The result of a formula, or the constant of a cell; an error as its text. */
function shown({ value }: Cell): unknown {
  const result: unknown = typeof value === 'object' && value !== null && 'result' in value ? value.result : value;
  return typeof result === 'object' && result !== null && 'error' in result ? result.error : result;
}

if (soffice) {
  describe('LibreOffice', () => {
    test('recalculates every native formula to our result', async () => {
      const workbook = new Workbook();
      const sheet = workbook.addWorksheet('行');
      argumentCells().forEach((line, row) =>
        line.forEach((cell, column) => {
          if (cell !== null) sheet.getCell(cellName(row, column)).value = cell;
        }),
      );
      for (const { top, native } of nativeRows)
        sheet.getCell(cellName(top, RESULT_COLUMN)).value = { formula: native.slice(1), result: 0 };
      const read = new Workbook();
      await read.xlsx.load(throughLibreOffice(new Uint8Array(await workbook.xlsx.writeBuffer()), 'always'));
      const results = read.getWorksheet('行')!;
      expect(
        nativeRows.flatMap((row) => disagreement(row, shown(results.getCell(cellName(row.top, RESULT_COLUMN)))) ?? []),
      ).toEqual([]);
    }, 180_000);

    // It computes array formulas anew whatever a file brings along, so cells that call our functions show #NAME? there.
    test('opens the sample workbook, and its native twin computes what our functions do', async () => {
      const [live] = templates[0]!.build('zh').sheets;
      const read = new Workbook();
      await read.xlsx.load(throughLibreOffice(await sampleWorkbook('zh'), 'always'));
      const twin = read.worksheets[1]!;
      for (const { row, column, values } of resultsOf(live!)) {
        values.forEach((line, i) =>
          line.forEach((expected, j) =>
            expect([cellName(row + i, column + j), shown(twin.getCell(cellName(row + i, column + j)))]).toEqual([
              cellName(row + i, column + j),
              expected,
            ]),
          ),
        );
      }
    }, 180_000);

    test('shows the values that the sample workbook brings wherever no array is computed', async () => {
      const read = new Workbook();
      await read.xlsx.load(throughLibreOffice(await sampleWorkbook('zh'), 'never'));
      for (const sheet of templates.flatMap((template) => template.build('zh').sheets)) {
        const opened = read.getWorksheet(sheet.name)!;
        sheet.cells.forEach((line, row) =>
          line.forEach((content, column) => {
            const there = shown(opened.getCell(cellName(row, column)));
            // It saves 15 digits, and rounds half of the last its own way.
            if (typeof content === 'number' && !(there instanceof Date))
              expect(Math.abs(Number(there) - content)).toBeLessThanOrEqual(1e-14 * Math.abs(content));
          }),
        );
      }
    }, 180_000);
  });
}
