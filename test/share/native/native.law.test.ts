import { DetailedCellError, HyperFormula } from 'hyperformula';
import { argumentCells, closed, disagreement, nativeRows, RESULT_COLUMN } from '../../support/native-rows';
import { evaluate } from '../../support/ieee';

const cells = argumentCells();

test('every closed function is drawn, over at least 500 rows', () => {
  // The conditions of AVAILABLE_MARGIN are too many: it becomes a value.
  const drawn = new Set(nativeRows.map(({ id }) => id));
  expect(closed.map(({ id }) => id).filter((id) => !drawn.has(id))).toEqual(['AVAILABLE_MARGIN']);
  expect(nativeRows.length).toBeGreaterThanOrEqual(500);
  expect(nativeRows.filter(({ plain }) => plain).length).toBeGreaterThanOrEqual(200);
  expect(nativeRows.filter(({ ours }) => typeof ours === 'number').length).toBeGreaterThanOrEqual(500);
});

test('plain doubles agree with our results', () => {
  const range = (_sheet: string | undefined, top: number, left: number, bottom: number, right: number) =>
    cells.slice(top, bottom + 1).map((line) => line.slice(left, right + 1));
  expect(nativeRows.flatMap((row) => disagreement(row, evaluate(row.native, { range })[0]![0]) ?? [])).toEqual([]);
});

test('HyperFormula agrees with our results', () => {
  const engine = HyperFormula.buildFromArray([], {
    licenseKey: 'gpl-v3',
    smartRounding: false,
    useArrayArithmetic: true,
    precisionRounding: 15,
  });
  const sheet = cells.map((line) => [...line] as (number | string | null)[]);
  for (const { top, native } of nativeRows) sheet[top]![RESULT_COLUMN] = native;
  engine.setSheetContent(0, sheet);
  const shown = (row: number) => {
    const value = engine.getCellValue({ sheet: 0, row, col: RESULT_COLUMN });
    return value instanceof DetailedCellError ? value.value : value;
  };
  expect(nativeRows.flatMap((row) => disagreement(row, shown(row.top)) ?? [])).toEqual([]);
});
