import * as fc from 'fast-check';
import { plainNumber } from '../../src/cells/plain-number';
import { Numeral, readNumber } from '../../src/cells/number';
import { cases } from '../support/thorough';

/** Texts as tables print them, and texts that only look like them. */
const printed = fc
  .tuple(
    fc.constantFrom('', '-', '+', '('),
    fc.stringMatching(/^[0-9]{1,17}$/),
    fc.boolean(),
    fc.option(fc.stringMatching(/^[0-9]{0,8}$/)),
    fc.constantFrom('', '', '%', ' ', '万', ')', ',', '.'),
  )
  .map(([sign, whole, commas, fraction, end]) => {
    const grouped = commas ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole;
    return `${sign}${grouped}${fraction === null ? '' : `.${fraction}`}${end}`;
  });
const odd = fc.stringMatching(/^[-+0-9,.]{0,12}$/);

const slowly = (text: string): unknown => {
  const read = readNumber(text);
  return read instanceof Numeral ? read.toNumber() : read;
};

test.each([
  ['printed figures', printed],
  ['odd ones', odd],
])('what is read fast of %s is what is read slowly', (_, texts) => {
  let fast = 0;
  fc.assert(
    fc.property(texts, (text) => {
      const plain = plainNumber(text);
      if (Number.isNaN(plain)) return;
      fast++;
      // Zero has no sign in a table.
      expect([text, plain === slowly(text)]).toEqual([text, true]);
    }),
    { numRuns: cases(5_000, 200_000) },
  );
  expect(fast).toBeGreaterThan(100);
});

test.each([
  ['0', 0],
  ['-5', -5],
  ['1,234.50', 1234.5],
  ['123456789012345', 123456789012345],
  ['0.1', 0.1],
])('%s is read fast', (text, number) => expect(plainNumber(text)).toBe(number));

test.each(['', '-', '1,23,4', '12.5-', '1234567890123456', '1,234,5', '.', '1.2.3', '1e5', '12%', '６'])(
  '%s is left to the slow way',
  (text) => expect(plainNumber(text)).toBeNaN(),
);
