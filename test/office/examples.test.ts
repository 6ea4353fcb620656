// Every example of the catalogue, dispatched by Microsoft's runtime to the built bundle.
import { definitions } from '../../src/functions/index';
import { openWithFunctions, startWithFunctions } from './built';
import { type Case, cases, handedOver } from './cases';
import { FLAGS, type RawResult, type Shown, shown } from './host/protocol';
import type { RunningExcel } from './host/start';
import { onWire } from './workbook/values';

const asText = (cell: Shown): unknown => (typeof cell === 'object' ? cell.error : cell);
const cellsOf = (raw: RawResult): unknown[][] => {
  const cells = shown(raw);
  return Array.isArray(cells) ? cells.map((row) => row.map(asText)) : [[asText(cells)]];
};
const expected = ({ example: { result } }: Case): unknown => (Array.isArray(result) ? result : [[result]]);

let excel: RunningExcel;
const results = new Map<Case, RawResult>();
let before: number;
beforeAll(async () => {
  excel = await startWithFunctions();
  // The functions of tables are loaded now.
  await excel.call('STANDARDIZE', [[[null]]]);
  before = excel.rounds;
  const raw = await excel.batch(
    cases.map((example) => ({
      name: example.definition.id,
      args: handedOver(example),
      flags: FLAGS.errors | FLAGS.dataTypes,
    })),
  );
  raw.forEach((result, i) => results.set(cases[i]!, result));
});
afterAll(() => excel.close());

test('all of them take one round', () => {
  expect(cases.length).toBeGreaterThan(definitions.length);
  expect(excel.rounds - before).toBe(1);
});

test.each(cases.map((example) => [`${example.definition.id}: ${example.example.title.en}`, example] as const))(
  '%s',
  (_, example) => {
    expect(cellsOf(results.get(example)!)).toEqual(expected(example));
  },
);

test('the same examples as formulas over cells of a workbook', async () => {
  const { book, excel: other } = await openWithFunctions();
  const formulas = cases.map((example, i) => {
    const sheet = book.addSheet(`E${i}`);
    const references = handedOver(example).map((value, column) => {
      if (value === null) return '';
      const grid = (Array.isArray(value) ? value : [[value]]) as unknown[][];
      const area = { top: 1, left: column * 20, bottom: grid.length, right: column * 20 + (grid[0]?.length ?? 1) - 1 };
      book.setNumberFormats(
        sheet,
        area,
        grid.map((row) => row.map((cell) => (typeof cell === 'string' && !cell.startsWith('#') ? '@' : 'General'))),
      );
      book.enter(
        sheet,
        area,
        grid.map((row) => row.map((cell) => cell ?? '')),
      );
      return book.addressOf(sheet, area);
    });
    while (references.at(-1) === '') references.pop();
    return `=RZRQ.${example.definition.id}(${references.join(',')})`;
  });
  formulas.forEach((formula, i) =>
    book.enter(book.addSheet(`R${i}`), { top: 0, left: 0, bottom: 0, right: 0 }, [[formula]]),
  );
  book.recalculate();
  await book.settled();
  const found = formulas.map((_, i) => {
    const sheet = book.sheet(`R${i}`)!;
    return sheet
      .values(sheet.cell(0, 0)!.spill ?? { top: 0, left: 0, bottom: 0, right: 0 })
      .map((row) => row.map(onWire));
  });
  expect(found).toEqual(cases.map(expected));
  other.close();
});
