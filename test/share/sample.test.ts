import { type Cell, Workbook } from '@cj-tech-master/excelts';
import { unzip } from '@cj-tech-master/excelts/archive';
import { XMLParser } from 'fast-xml-parser';
import { resultsOf } from '../../src/generate/samples/evaluate';
import { sampleWorkbook } from '../../src/generate/samples/workbook';
import { templates } from '../../src/templates';

const parts = new Map<string, string>();
let file: Uint8Array;

beforeAll(async () => {
  file = await sampleWorkbook('zh');
  for await (const entry of unzip(file).entries()) parts.set(entry.path, new TextDecoder().decode(await entry.bytes()));
});

const parsed = (path: string) =>
  new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    isArray: (name) => ['c', 'row', 'metadataType'].includes(name),
    parseTagValue: false,
  }).parse(parts.get(path)!);

interface StoredCell {
  readonly '@r': string;
  readonly '@cm'?: string;
  readonly '@t'?: string;
  readonly v?: string;
  readonly f?: string | { readonly '#text': string; readonly '@t'?: string; readonly '@ref'?: string };
}

const cellsOf = (path: string): readonly StoredCell[] =>
  parsed(path).worksheet.sheetData.row.flatMap((row: { c?: StoredCell[] }) => row.c ?? []);
const formulaOf = ({ f }: StoredCell) => (typeof f === 'object' ? f['#text'] : f);
const sheets = () => [...parts.keys()].filter((path) => /^xl\/worksheets\/sheet\d+\.xml$/.test(path));

test('every call of ours is stored as Excel stores it, a dynamic array with its values', () => {
  const calls = sheets()
    .flatMap(cellsOf)
    .filter((cell) => /rzrq/i.test(formulaOf(cell) ?? ''));
  expect(calls.length).toBeGreaterThan(100);
  for (const { '@cm': cm, f, v } of calls) {
    expect(f).toMatchObject({
      '@t': 'array',
      '@ref': expect.stringMatching(/^[A-Z]+\d+(:[A-Z]+\d+)?$/),
      '#text': expect.stringMatching(/_xldudf_RZRQ_[A-Z_]+\(/),
    });
    expect((f as { '#text': string })['#text']).not.toMatch(/RZRQ\./i);
    expect([cm, v === undefined]).toEqual(['1', false]);
  }
  expect(JSON.stringify(parsed('xl/metadata.xml'))).toContain('"@fDynamic":"1"');
  expect(parts.get('[Content_Types].xml')).toContain('/xl/metadata.xml');
  expect(parts.get('xl/_rels/workbook.xml.rels')).toContain('sheetMetadata');
});

test('the native twin calls nothing of ours, and a chart is drawn from published cells', () => {
  const twin = cellsOf('xl/worksheets/sheet2.xml').filter(({ f }) => f !== undefined);
  expect(twin.length).toBeGreaterThan(40);
  expect(twin.filter((cell) => /rzrq/i.test(formulaOf(cell)!))).toEqual([]);
  expect(parts.get('xl/charts/chart1.xml')).toMatch(/<c:lineChart>.*\$B\$4:\$B\$13/s);
});

/** Dates come back as dates, errors as objects, an empty text as nothing. */
function shown({ value }: Cell): unknown {
  const result: unknown = typeof value === 'object' && value !== null && 'formula' in value ? value.result : value;
  if (result instanceof Date) return result.getTime() / 86_400_000 + 25_569;
  return typeof result === 'object' && result !== null && 'error' in result ? result.error : (result ?? '');
}

test('a second reader finds the results that the functions give', async () => {
  const workbook = new Workbook();
  await workbook.xlsx.load(file);
  for (const sheet of templates.flatMap((template) => template.build('zh').sheets)) {
    const read = workbook.getWorksheet(sheet.name)!;
    for (const { row, column, values } of resultsOf(sheet)) {
      values.forEach((line, i) =>
        line.forEach((expected, j) => {
          expect(shown(read.getCell(row + i + 1, column + j + 1))).toBe(expected);
        }),
      );
    }
  }
});

test('the file is the same whenever it is made', async () => {
  expect(Buffer.from(await sampleWorkbook('zh')).equals(Buffer.from(file))).toBe(true);
});
