import { freeName } from '../../src/workbook/free-name';

test.each([
  ['日', [], '日'],
  ['日', ['日'], '日 2'],
  ['a/b:c', [], 'a b c'],
  ["'quoted'", [], 'quoted'],
  ['', [], 'Sheet'],
  ['x'.repeat(40), ['x'.repeat(31)], `${'x'.repeat(29)} 2`],
  [`${'x'.repeat(30)}'y`, [], 'x'.repeat(30)],
])('%s beside %j is %s', (wanted, taken, name) => {
  expect(freeName(wanted, taken)).toBe(name);
});
