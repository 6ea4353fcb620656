import { FileWorkbook } from '../../src/xlsx/file-workbook';
import { Zip } from '../../src/xlsx/zip';
import { changedParts, fixture, textOf } from './parts';

const at = (sheet: string, row: number, column: number, rows = 1, columns = 1) => ({
  sheet,
  row,
  column,
  rows,
  columns,
});
const open = (name: string) => FileWorkbook.open(fixture(name));
const first = async (workbook: FileWorkbook) => (await workbook.sheets())[0]!.id;
const sheetText = (bytes: Uint8Array) => textOf(bytes, 'xl/worksheets/sheet1.xml');

test('a prefix, missing addresses, shared formulas, ISO dates and odd texts are read', async () => {
  const workbook = await open('by-hand.xlsx');
  const [sheet] = await workbook.sheets();
  expect(sheet!.name).toBe('Odd & even');
  const { formulas, values } = await workbook.read(at(sheet!.id, 0, 0, 6, 3));
  expect(formulas.map((line) => line[2])).toEqual([
    '=RZRQ.MARGIN_BALANCE(A1,B1)',
    '=RZRQ.MARGIN_BALANCE(A2,B2)',
    '=RZRQ.MARGIN_BALANCE(A3,B3)',
    '',
    '',
    '',
  ]);
  expect(values[1]).toEqual([3, 4, 7]);
  expect(values[4]![0]).toBe(46_027);
  expect(values[5]).toEqual(['<_x000A_', '融资', '']);
});

test('who shared a formula whose text goes gets a text of its own', async () => {
  const workbook = await open('by-hand.xlsx');
  const sheet = await first(workbook);
  await workbook.write(at(sheet, 0, 2), [[12]]);
  const saved = await workbook.save();
  expect(sheetText(saved)).toContain('<x:c r="C2"><x:f>_xldudf_RZRQ_MARGIN_BALANCE(A2,B2)</x:f><x:v>7</x:v></x:c>');
  const again = await FileWorkbook.open(saved);
  expect((await again.read(at(await first(again), 0, 2, 3))).formulas).toEqual([
    [12],
    ['=RZRQ.MARGIN_BALANCE(A2,B2)'],
    ['=RZRQ.MARGIN_BALANCE(A3,B3)'],
  ]);
});

test('what depends on a cell is computed with it, and keeps its own text in the file', async () => {
  const workbook = await open('exceljs.xlsx');
  const sheet = await first(workbook);
  await workbook.write(at(sheet, 1, 0), [[100]]);
  const saved = await workbook.save();
  expect((await workbook.read(at(sheet, 1, 2, 2))).values).toEqual([[220.07], [97_884.75]]);
  expect(sheetText(saved)).toMatch(/<f [^>]*t="shared"[^>]*ref="C2:C4"[^>]*>[^<]*<\/f><v>220.07<\/v>/);
  expect(workbook.stale()).toEqual([]);
});

test('what cannot be computed keeps its value, is named, and Excel is asked to calculate', async () => {
  const workbook = await open('xlsx-populate.xlsx');
  const sheet = await first(workbook);
  await workbook.write(at(sheet, 5, 0, 1, 2), [[4, '=VLOOKUP(A6,A1:B9,2)']]);
  expect((await workbook.read(at(sheet, 5, 1))).values).toEqual([['#NAME?']]);
  const saved = await workbook.save();
  expect(sheetText(saved)).toContain('<c r="B6"><f>VLOOKUP(A6,A1:B9,2)</f></c>');
  expect(textOf(saved, 'xl/workbook.xml')).toContain('fullCalcOnLoad="1"');
  const with5 = Buffer.from(sheetText(saved).replace('<f>VLOOKUP(A6,A1:B9,2)</f>', '$&<v>5</v>'));
  const zip = Zip.open(saved);
  zip.write('xl/worksheets/sheet1.xml', with5);
  const cached = await FileWorkbook.open(await zip.save());
  const id = await first(cached);
  await cached.write(at(id, 5, 0), [[7]]);
  expect((await cached.read(at(id, 5, 1))).values).toEqual([[5]]);
  expect(cached.stale()).toMatchObject([{ row: 5, column: 1, formula: '=VLOOKUP(A6,A1:B9,2)' }]);
});

test('a spill is stored as Excel stores it, with the mark that says so', async () => {
  const workbook = await open('perl.xlsx');
  const sheet = await first(workbook);
  await workbook.write(at(sheet, 2, 0, 1, 2), [[1, 2]]);
  await workbook.write(at(sheet, 0, 4), [['=RZRQ.MARGIN_BALANCE(A2:A3,B2:B3)']]);
  const saved = await workbook.save();
  expect(sheetText(saved)).toContain(
    '<c r="E1" cm="1"><f t="array" ref="E1:E2">_xldudf_RZRQ_MARGIN_BALANCE(A2:A3,B2:B3)</f><v>97873.25</v></c>',
  );
  expect(changedParts(fixture('perl.xlsx'), saved).sort()).toEqual([
    '[Content_Types].xml',
    'xl/_rels/workbook.xml.rels',
    'xl/metadata.xml',
    'xl/worksheets/sheet1.xml',
  ]);
  const again = await FileWorkbook.open(saved);
  expect(await again.spills(await first(again))).toEqual([{ row: 0, column: 4, rows: 2, columns: 1, legacy: false }]);
});

test('an older mark in the workbook is used again', async () => {
  const workbook = await open('xlsxwriter.xlsx');
  await workbook.write(at(await first(workbook), 20, 0), [['=RZRQ.MARGIN_BALANCE(B2:B3,C2:C3)']]);
  const saved = await workbook.save();
  expect(sheetText(saved)).toContain('<c r="A21" s="1" cm="1"><f t="array" ref="A21:A22">');
  expect(changedParts(fixture('xlsxwriter.xlsx'), saved)).toEqual(['xl/worksheets/sheet1.xml']);
});

test("a table's own formula follows its cells", async () => {
  const workbook = await open('xlsxwriter.xlsx');
  const sheet = await first(workbook);
  await workbook.write(at(sheet, 1, 11, 2), [
    ['=Roll[[#This Row],[prior]]+Roll[[#This Row],[bought]]'],
    ['=Roll[[#This Row],[prior]]+Roll[[#This Row],[bought]]'],
  ]);
  expect((await workbook.read(at(sheet, 1, 11, 2))).values).toEqual([[120], [128]]);
  expect(textOf(await workbook.save(), 'xl/tables/table1.xml')).toContain(
    '<calculatedColumnFormula>Roll[[#This Row],[prior]]+Roll[[#This Row],[bought]]</calculatedColumnFormula>',
  );
  await workbook.write(at(sheet, 1, 11), [[1]]);
  expect(textOf(await workbook.save(), 'xl/tables/table1.xml')).not.toContain('_xldudf');
});

test('formats make new styles and leave the others alone', async () => {
  const workbook = await open('openpyxl.xlsx');
  const sheet = await first(workbook);
  await workbook.format(at(sheet, 1, 0, 2), {
    bold: true,
    fill: '#ffee00',
    color: '#cc0000',
    align: 'center',
    wrap: true,
  });
  await workbook.format(at(sheet, 1, 1), { number: '#,##0.000', width: 20 });
  await workbook.format(at(sheet, 1, 3, 4), { when: [{ operator: '<', value: 0, fill: '#ffc7ce', color: '#9c0006' }] });
  await workbook.freezeRows(sheet, 1);
  const again = await FileWorkbook.open(await workbook.save());
  const page = again.page(await first(again));
  expect(again.styles.look(page.style(1, 0))).toMatchObject({
    number: 'yyyy-mm-dd',
    bold: true,
    fill: '#FFEE00',
    color: '#CC0000',
    align: 'center',
    wrap: true,
  });
  expect(again.styles.look(page.style(3, 0))).toMatchObject({ number: 'yyyy-mm-dd', bold: false, fill: undefined });
  expect(again.styles.format(page.style(1, 1))).toBe('#,##0.000');
  const text = sheetText(await again.save());
  expect(text).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
  expect(text).toContain('operator="lessThan"');
  expect(text.indexOf('<cols>')).toBeLessThan(text.indexOf('<sheetData>'));
});

test('sheets come and go, and what counts them counts on', async () => {
  const workbook = await open('openpyxl.xlsx');
  const [days, table] = await workbook.sheets();
  const copy = await workbook.copySheet(days!.id, 'Copy');
  await workbook.addSheet('Last');
  await workbook.write(at(copy.id, 0, 6), [['own']]);
  expect(await workbook.names()).toEqual([{ name: 'unit', formula: '=Table!$B$2' }]);
  const again = await FileWorkbook.open(await workbook.save());
  expect((await again.sheets()).map(({ name }) => name)).toEqual(['Days', 'Copy', 'Table', 'Last']);
  const there = await again.sheets();
  expect((await again.read(at(there[1]!.id, 0, 6))).values).toEqual([['own']]);
  expect((await again.read(at(there[0]!.id, 0, 6))).values).toEqual([['']]);
  await again.deleteSheet(there[1]!.id);
  const last = await FileWorkbook.open(await again.save());
  expect((await last.sheets()).map(({ name }) => name)).toEqual(['Days', 'Table', 'Last']);
  expect((await last.tables()).map(({ name }) => name)).toEqual(['Holdings']);
  expect(table!.name).toBe('Table');
});

test('a note is kept as custom XML and goes without a trace', async () => {
  const workbook = await open('perl.xlsx');
  await workbook.writeNote('originals', '{"<a>":"&"}');
  const saved = await workbook.save();
  expect(textOf(saved, 'customXml/item1.xml')).toContain('urn:rzrq-functions:originals');
  const again = await FileWorkbook.open(saved);
  expect(await again.readNote('originals')).toBe('{"<a>":"&"}');
  await again.writeNote('originals', undefined);
  expect(changedParts(fixture('perl.xlsx'), await again.save()).sort()).toEqual([
    '[Content_Types].xml',
    'xl/_rels/workbook.xml.rels',
  ]);
});

test('a protected sheet is not written to, part of an array formula neither', async () => {
  const zip = Zip.open(fixture('sheetjs.xlsx'));
  const text = textOf(fixture('sheetjs.xlsx'), 'xl/worksheets/sheet1.xml');
  const protectedSheet = text.replace('</sheetData>', '$&<sheetProtection sheet="1"/>');
  zip.write('xl/worksheets/sheet1.xml', Buffer.from(protectedSheet));
  const workbook = await FileWorkbook.open(await zip.save());
  expect((await workbook.sheets())[0]!.protected).toBe(true);
  await expect(workbook.write(at(await first(workbook), 0, 0), [[1]])).rejects.toThrow('protected');

  const array = text.replace(/<c r="C2">/, '<c r="C2"><f t="array" ref="C2:C3">A2:A3</f><v>1</v></c><c r="D2">');
  zip.write('xl/worksheets/sheet1.xml', Buffer.from(array));
  const legacy = await FileWorkbook.open(await zip.save());
  const sheet = await first(legacy);
  expect(await legacy.spills(sheet)).toMatchObject([{ row: 1, column: 2, rows: 2, legacy: true }]);
  await expect(legacy.write(at(sheet, 1, 2), [[1]])).rejects.toThrow('array');
  await legacy.write(at(sheet, 1, 2, 2), [[1], [2]]);
});
