import { csvOf, readCsv } from '../../src/xlsx/csv';

const bytes = (text: string) => new TextEncoder().encode(text);
const rows = (text: string) => readCsv(bytes(text)).rows;

test('codes stay text: by heading, by a zero in front, by more digits than a number has', () => {
  expect(rows('证券代码,数量\n600519,100\n000001,200')).toEqual([
    ['证券代码', '数量'],
    ['600519', 100],
    ['000001', 200],
  ]);
  expect(rows('x,y\n600519,100\n000001,200')[1]).toEqual(['600519', 100]);
  expect(rows('ref,y\n1234567890123456,100')[1]).toEqual(['1234567890123456', 100]);
  expect(rows('x\n0.5\n0')).toEqual([['x'], [0.5], [0]]);
});

test('numbers are numbers, dates are days, anything else is as it is written', () => {
  expect(rows('日期,a,b,c,d\n2026-01-05,"1,234.50",-3e2,12%,--\n2026/1/6,1,2,3,')).toEqual([
    ['日期', 'a', 'b', 'c', 'd'],
    [46_027, 1234.5, -300, '12%', '--'],
    [46_028, 1, 2, 3, ''],
  ]);
  expect(rows('d\n2026-02-30\n2026-02-28')).toEqual([['d'], ['2026-02-30'], [46_081]]);
});

test.each([
  ['commas', 'a,b\r\n1,"x, ""y""\nz"\r\n', ','],
  ['semicolons', 'a;b\n1;"x, ""y""\nz"\n', ';'],
  ['tabs', 'a\tb\n1\t"x, ""y""\nz"', '\t'],
])('%s part the fields, and quotation marks keep them together', (_, text, separator) => {
  expect(readCsv(bytes(text))).toMatchObject({
    separator,
    rows: [
      ['a', 'b'],
      [1, 'x, "y"\nz'],
    ],
  });
});

test('UTF-8 with and without its mark, UTF-16 and GB18030 are told apart', () => {
  const table = [['代码', '余额']];
  const utf16 = Uint8Array.from([0xff, 0xfe, ...Buffer.from('代码,余额', 'utf16le')]);
  const gb = Buffer.from('b4fac2eb2cd3e0b6ee', 'hex');
  expect(readCsv(bytes('\ufeff代码,余额'))).toMatchObject({ encoding: 'utf-8', rows: table });
  expect(readCsv(bytes('代码,余额'))).toMatchObject({ encoding: 'utf-8', rows: table });
  expect(readCsv(utf16)).toMatchObject({ encoding: 'utf-16', rows: table });
  expect(readCsv(gb)).toMatchObject({ encoding: 'gb18030', rows: table });
});

test('an empty file, a single field, an open quotation mark', () => {
  expect(rows('')).toEqual([]);
  expect(rows('x')).toEqual([['x']]);
  expect(rows('a,"b\nc')).toEqual([['a', 'b\nc']]);
});

test('what is written is read back, and begins as no formula', () => {
  const table = [
    ['a', 'b"c', 'd,e', 'f\ng'],
    [1.5, -2, '', '-3'],
  ];
  expect(rows(csvOf(table))).toEqual([table[0], [1.5, -2, '', -3]]);
  expect(csvOf([['=A1', '+x', '@y', '-z', true]])).toBe("\ufeff'=A1,'+x,'@y,'-z,TRUE\r\n");
});
