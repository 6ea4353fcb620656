import { addressOf, fixedSides, isFixed, movesDown, parseReference, sheetPrefix } from '../../src/formula/references';
import { piecesOf, treeOf } from '../../src/formula/text';

test.each([
  'RC',
  'R1C1',
  'R',
  'c',
  'R2',
  'C3',
  'TRUE',
  'false',
  'XFE1',
  'A1048577',
  'A1',
  '2015',
  'a b',
  "it's",
  '1e5',
])('a sheet called %s stands in quotes before a reference', (sheet) => {
  const prefix = sheetPrefix(sheet);
  expect(prefix).toBe(`'${sheet.replace("'", "''")}'!`);
  expect(parseReference(`${prefix}B2`)).toMatchObject({ sheet, top: 1, left: 1 });
});

test.each(['数据', 'Sheet1', 'data_2015.4', 'RCA', 'TRUES', '融资A1'])('a sheet called %s needs none', (sheet) => {
  expect(sheetPrefix(sheet)).toBe(`${sheet}!`);
});

test('a sheet called TRUE can be picked: its address is one reference in a formula', () => {
  const area = { sheet: 's', row: 1, column: 1, rows: 2, columns: 1 };
  const address = addressOf(area, [{ id: 's', name: 'TRUE', protected: false }], 'home');
  expect(piecesOf(`=SUM(${address})`).filter(({ type }) => type.startsWith('range'))).toHaveLength(1);
  expect(treeOf(`=SUM(${address})`)).toBeDefined();
});

test.each([
  ['B2', 'none'],
  ['$B2', 'left right'],
  ['B$2', 'top bottom'],
  ['$B$2', 'top left bottom right'],
  ['B$2:C3', 'top'],
  ["'a$1'!B2", 'none'],
  ['B:B', 'top bottom'],
  ['$B:$B', 'top left bottom right'],
])('of %s stay %s', (text, sides) => {
  const fixed = fixedSides(text);
  const all = (['top', 'left', 'bottom', 'right'] as const).filter((side) => fixed[side]);
  expect(all.join(' ') || 'none').toBe(sides);
  expect(isFixed(text)).toBe(all.length === 4);
});

test.each([
  ['B2', true],
  ['$B2', true],
  ['B$2', false],
  ["'a$1'!B2", true],
  ['B:B', false],
  ['flows[@余额]', true],
  ['opening', false],
])('%s goes down with its formula: %s', (text, moves) => {
  expect(movesDown(text)).toBe(moves);
});
