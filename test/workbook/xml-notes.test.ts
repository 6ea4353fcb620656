import { latestWriting, partsOf, textOf } from '../../src/workbook/xml-notes';

const LONG = '{"甲":"<&>\\"\'😀"}'.repeat(60_000);

test.each(['', '{}', 'a < b && c > "d" &amp; &#65; 余额 😀', LONG])('a text comes back as it was (%#)', (text) => {
  const parts = partsOf('k', text, 1);
  expect(parts.every((part) => new TextEncoder().encode(part).length < 2 ** 20)).toBe(true);
  expect(textOf([...parts].reverse())).toBe(text);
});

test('a long text takes several parts', () => {
  expect(partsOf('k', LONG, 1).length).toBeGreaterThan(2);
});

test('the latest complete writing counts', () => {
  const [first, second, broken] = [partsOf('k', 'first', 1), partsOf('k', 'second', 2), partsOf('k', LONG, 3).slice(1)];
  expect(textOf([...second, ...first, ...broken])).toBe('second');
  expect(latestWriting([...second, ...first, ...broken])).toBe(3);
  expect(textOf(broken)).toBeUndefined();
  expect([textOf([]), latestWriting([])]).toEqual([undefined, 0]);
});

test('what another program has made of a part is still read', () => {
  expect(
    textOf([
      "<?xml version=\"1.0\"?>\r\n<note of='1' part='1' writing='4' xmlns=\"urn:rzrq-functions:k\">&quot;&#x4F59;&#39069;&quot;&lt;</note>\r\n",
    ]),
  ).toBe('"余额"<');
});
