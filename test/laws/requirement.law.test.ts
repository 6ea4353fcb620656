import fc from 'fast-check';
import { serialOf } from '../../src/cells/date';
import type { Definition } from '../../src/functions/catalogue/define';
import { BROKER_MARGIN_RATIO } from '../../src/functions/requirement/broker-margin-ratio';
import { CAPACITY_TO_LINE } from '../../src/functions/requirement/capacity-to-line';
import { FINANCING_MARGIN_RATIO } from '../../src/functions/requirement/financing-margin-ratio';
import { LENDING_MARGIN_RATIO } from '../../src/functions/requirement/lending-margin-ratio';
import { MARGIN_CAPACITY } from '../../src/functions/requirement/margin-capacity';
import { MARGIN_CAPACITY_QTY } from '../../src/functions/requirement/margin-capacity-qty';
import { MARGIN_REQUIRED } from '../../src/functions/requirement/margin-required';
import { MIN_FINANCING_MARGIN_RATIO } from '../../src/functions/requirement/min-financing-margin-ratio';
import { MIN_LENDING_MARGIN_RATIO } from '../../src/functions/requirement/min-lending-margin-ratio';
import { shownOne } from '../support/cells';

const number = (definition: unknown, ...args: unknown[]): number => {
  const result = shownOne(definition as Definition, ...args);
  if (typeof result !== 'number') throw new Error(`A number was expected, not ${result}.`);
  return result;
};

const hundredths = (least: number, most: number) => fc.integer({ min: least, max: most });
const cents = hundredths(0, 1e10);
const ratio = hundredths(1, 500);
const price = hundredths(1, 300000);
const qty = fc.integer({ min: 1, max: 1e6 });
const lot = fc.constantFrom(1, 10, 100, 200);
const exchange = fc.constantFrom('SSE', 'SZSE', 'BSE');
const date = fc.integer({ min: serialOf(2023, 2, 13), max: serialOf(2027, 12, 31) });

const byPriceAndRatio = (qty: number, price: number, ratio: number) => BigInt(qty) * BigInt(price) * BigInt(ratio);

test('the capacity in shares fits, and one lot more does not', () =>
  fc.assert(
    fc.property(cents, ratio, price, lot, (margin, ratio, price, lot) => {
      const quantity = number(MARGIN_CAPACITY_QTY, margin / 100, ratio / 100, price / 100, lot);
      expect(quantity % lot).toBe(0);
      expect(byPriceAndRatio(quantity, price, ratio) <= BigInt(margin) * BigInt(100)).toBe(true);
      expect(byPriceAndRatio(quantity + lot, price, ratio) > BigInt(margin) * BigInt(100)).toBe(true);
    }),
  ));

test('the capacity in shares fits into margin and credit, and one lot more does not', () =>
  fc.assert(
    fc.property(cents, ratio, price, lot, cents, (margin, ratio, price, lot, credit) => {
      const quantity = number(MARGIN_CAPACITY_QTY, margin / 100, ratio / 100, price / 100, lot, null, credit / 100);
      const fits = (quantity: number) =>
        byPriceAndRatio(quantity, price, ratio) <= BigInt(margin) * BigInt(100) &&
        BigInt(quantity) * BigInt(price) <= BigInt(credit);
      expect(fits(quantity)).toBe(true);
      expect(fits(quantity + lot)).toBe(false);
    }),
  ));

test('a smallest order leaves larger quantities alone and makes smaller ones 0', () =>
  fc.assert(
    fc.property(cents, ratio, price, fc.integer({ min: 0, max: 10000 }), (margin, ratio, price, minimum) => {
      const quantity = number(MARGIN_CAPACITY_QTY, margin / 100, ratio / 100, price / 100, 1);
      expect(number(MARGIN_CAPACITY_QTY, margin / 100, ratio / 100, price / 100, 1, minimum)).toBe(
        quantity < minimum ? 0 : quantity,
      );
    }),
  ));

test('the margin required for what fits is there', () =>
  fc.assert(
    fc.property(cents, ratio, price, lot, (margin, ratio, price, lot) => {
      const quantity = number(MARGIN_CAPACITY_QTY, margin / 100, ratio / 100, price / 100, lot);
      expect(number(MARGIN_REQUIRED, quantity, price / 100, ratio / 100)).toBeLessThanOrEqual(margin / 100);
      expect(number(MARGIN_REQUIRED, quantity + lot, price / 100, ratio / 100)).toBeGreaterThan(margin / 100);
    }),
  ));

test('the margin required gives back its ratio', () =>
  fc.assert(
    fc.property(
      qty,
      price,
      ratio,
      fc.constantFrom(FINANCING_MARGIN_RATIO, LENDING_MARGIN_RATIO),
      (qty, price, ratio, definition) =>
        expect(number(definition, number(MARGIN_REQUIRED, qty, price / 100, ratio / 100), qty, price / 100)).toBe(
          ratio / 100,
        ),
    ),
  ));

test('capacity is never below 0, never above the credit, and takes the whole margin otherwise', () =>
  fc.assert(
    fc.property(hundredths(-1e10, 1e10), ratio, cents, (margin, ratio, credit) => {
      const alone = number(MARGIN_CAPACITY, margin / 100, ratio / 100);
      expect(Math.abs(alone * (ratio / 100) - Math.max(0, margin / 100))).toBeLessThanOrEqual(
        1e-14 * Math.abs(margin / 100),
      );
      expect(number(MARGIN_CAPACITY, margin / 100, ratio / 100, credit / 100)).toBe(Math.min(alone, credit / 100));
    }),
  ));

test('a lower conversion rate never lowers the broker’s ratio, and one of 1 leaves base and markup', () =>
  fc.assert(
    fc.property(ratio, hundredths(0, 100), hundredths(0, 100), hundredths(0, 100), (base, one, other, markup) => {
      const at = (rate: number) => number(BROKER_MARGIN_RATIO, base / 100, rate / 100, markup / 100);
      expect(at(Math.min(one, other))).toBeGreaterThanOrEqual(at(Math.max(one, other)));
      expect(at(100)).toBe((base + markup) / 100);
    }),
  ));

test('a contract judged on its first day has the ratio of that day', () =>
  fc.assert(
    fc.property(date, exchange, (opened, exchange) => {
      expect(number(MIN_FINANCING_MARGIN_RATIO, opened, exchange, opened)).toBe(
        number(MIN_FINANCING_MARGIN_RATIO, opened, exchange),
      );
      expect(number(MIN_LENDING_MARGIN_RATIO, opened, exchange, 'general', opened)).toBe(
        number(MIN_LENDING_MARGIN_RATIO, opened, exchange),
      );
    }),
  ));

test('lending ratios change for new contracts only: the day of judging does not matter', () =>
  fc.assert(
    fc.property(
      date,
      fc.nat({ max: 2000 }),
      exchange,
      fc.constantFrom('general', 'private_fund'),
      (opened, later, exchange, investor) =>
        expect(number(MIN_LENDING_MARGIN_RATIO, opened, exchange, investor, opened + later)).toBe(
          number(MIN_LENDING_MARGIN_RATIO, opened, exchange, investor),
        ),
    ),
  ));

test('time never raises the ratio of a financing contract that is open', () =>
  fc.assert(
    fc.property(date, fc.nat({ max: 2000 }), exchange, (opened, later, exchange) =>
      expect(number(MIN_FINANCING_MARGIN_RATIO, opened, exchange, opened + later)).toBeLessThanOrEqual(
        number(MIN_FINANCING_MARGIN_RATIO, opened, exchange),
      ),
    ),
  ));

test('nor since margin trading began', () =>
  fc.assert(
    fc.property(
      fc.integer({ min: serialOf(2010, 3, 31), max: serialOf(2027, 12, 31) }),
      fc.nat({ max: 6000 }),
      fc.constantFrom('SSE', 'SZSE'),
      (opened, later, exchange) =>
        expect(number(MIN_FINANCING_MARGIN_RATIO, opened, exchange, opened + later)).toBeLessThanOrEqual(
          number(MIN_FINANCING_MARGIN_RATIO, opened, exchange),
        ),
    ),
  ));

test('drawn to the full, the capacity down to a line leaves the ratio on the line', () =>
  fc.assert(
    fc.property(cents, cents, hundredths(101, 300), (assets, debt, line) => {
      const capacity = number(CAPACITY_TO_LINE, assets / 100, debt / 100, line / 100);
      const [after, owed] = [assets / 100 + capacity, debt / 100 + capacity];
      const scale = 1e-12 * (after + (line / 100) * owed);
      if (capacity > 0) expect(Math.abs(after - (line / 100) * owed)).toBeLessThanOrEqual(scale);
      else expect(100 * assets).toBeLessThanOrEqual(line * debt);
    }),
  ));

test('private funds never need less', () =>
  fc.assert(
    fc.property(date, exchange, (opened, exchange) =>
      expect(number(MIN_LENDING_MARGIN_RATIO, opened, exchange, 'private_fund')).toBeGreaterThanOrEqual(
        number(MIN_LENDING_MARGIN_RATIO, opened, exchange, 'general'),
      ),
    ),
  ));
