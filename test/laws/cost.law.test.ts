import fc from 'fast-check';
import { dayOf, serialOf } from '../../src/cells/date';
import type { Definition } from '../../src/functions/catalogue/define';
import { isTradingDay } from '../../src/rules/calendar';
import { ACCRUED_INTEREST } from '../../src/functions/cost/accrued-interest';
import { CONTRACT_DUE_DATE } from '../../src/functions/cost/contract-due-date';
import { FINANCING_INTEREST } from '../../src/functions/cost/financing-interest';
import { FINANCING_PROFIT } from '../../src/functions/cost/financing-profit';
import { INTEREST_DAYS } from '../../src/functions/cost/interest-days';
import { LENDING_FEE } from '../../src/functions/cost/lending-fee';
import { LENDING_PROFIT } from '../../src/functions/cost/lending-profit';
import { shownOne } from '../support/cells';

const number = (definition: unknown, ...args: unknown[]): number => {
  const result = shownOne(definition as Definition, ...args);
  if (typeof result !== 'number') throw new Error(`A number was expected, not ${result}.`);
  return result;
};

const cents = (most: number) => fc.integer({ min: 1, max: most * 100 }).map((n) => n / 100);
const amount = cents(1e10);
const price = cents(3000);
const qty = fc.integer({ min: 1, max: 1e8 });
const rate = fc.integer({ min: 0, max: 3000 }).map((n) => n / 10000);
const days = fc.integer({ min: 1, max: 400 });
const basis = fc.constantFrom(360, 365, 366);
const date = fc.integer({ min: serialOf(1990, 1, 1), max: serialOf(2090, 12, 31) });

function expectClose(a: number, b: number) {
  expect(Math.abs(a - b)).toBeLessThanOrEqual(1e-14 * Math.max(Math.abs(a), Math.abs(b)));
}

test('interest over two periods adds up', () =>
  fc.assert(
    fc.property(amount, rate, days, days, basis, (principal, rate, first, second, basis) => {
      const interest = (days: number) => number(FINANCING_INTEREST, principal, rate, days, basis);
      expectClose(interest(first) + interest(second), interest(first + second));
    }),
  ));

test('interest on two amounts adds up', () =>
  fc.assert(
    fc.property(amount, amount, rate, days, (a, b, rate, days) => {
      const sum = Math.round(a * 100 + b * 100) / 100;
      expectClose(
        number(FINANCING_INTEREST, a, rate, days) + number(FINANCING_INTEREST, b, rate, days),
        number(FINANCING_INTEREST, sum, rate, days),
      );
    }),
  ));

describe('interest by parts', () => {
  const parts = fc.array(fc.tuple(days, amount, rate), { minLength: 1, maxLength: 6 });
  const column = (cells: readonly number[]) => cells.map((cell) => [cell]);
  const statement = (start: number, lines: readonly (readonly [number, number, number])[]) => {
    const dates = lines.map((_, i) => start + lines.slice(0, i).reduce((sum, [days]) => sum + days, 0));
    const end = dates[dates.length - 1]! + lines[lines.length - 1]![0];
    const [balances, rates] = [lines.map(([, balance]) => balance), lines.map(([, , rate]) => rate)];
    return { dates, balances, rates, end };
  };
  const accrued = ({ dates, balances, rates }: ReturnType<typeof statement>, end: number, basis: number) =>
    number(ACCRUED_INTEREST, column(dates), column(balances), column(rates), end, basis);

  test('equals the sum of the parts', () =>
    fc.assert(
      fc.property(date, parts, basis, (start, lines, basis) => {
        const all = statement(start, lines);
        const sum = lines.reduce(
          (sum, [days, balance, rate]) => sum + number(FINANCING_INTEREST, balance, rate, days, basis),
          0,
        );
        expectClose(accrued(all, all.end, basis), sum);
      }),
    ));

  test('a line that repeats the one above changes nothing, and an earlier end leaves the later lines out', () =>
    fc.assert(
      fc.property(date, parts, basis, (start, lines, basis) => {
        const [days, balance, rate] = lines[0]!;
        const split = statement(start, [[1, balance, rate], [days, balance, rate], ...lines.slice(1)]);
        const whole = statement(start, [[days + 1, balance, rate], ...lines.slice(1)]);
        expect(accrued(split, split.end, basis)).toBe(accrued(whole, whole.end, basis));
        expect(accrued(whole, start + days + 1, basis)).toBe(
          number(FINANCING_INTEREST, balance, rate, days + 1, basis),
        );
      }),
    ));
});

test('a due date that is moved is a trading day, and none lies between it and where it was', () =>
  fc.assert(
    fc.property(
      fc.integer({ min: serialOf(2010, 1, 4), max: serialOf(2026, 3, 31) }),
      fc.integer({ min: 0, max: 9 }),
      fc.constantFrom('following', 'preceding'),
      (open, months, roll) => {
        const due = number(CONTRACT_DUE_DATE, open, months);
        const moved = number(CONTRACT_DUE_DATE, open, months, roll);
        const [first, last] = roll === 'following' ? [due, moved - 1] : [moved + 1, due];
        expect(isTradingDay(moved)).toBe(true);
        expect(first).toBeLessThanOrEqual(last + 1);
        for (let day = first; day <= last; day++) expect(isTradingDay(day)).toBe(false);
      },
    ),
  ));

test('a fee is the interest on the amount sold', () =>
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e6 }), price, rate, days, basis, (qty, price, rate, days, basis) => {
      const sold = Math.round(qty * Math.round(price * 100)) / 100;
      expect(number(LENDING_FEE, qty, price, rate, days, basis)).toBe(
        number(FINANCING_INTEREST, sold, rate, days, basis),
      );
    }),
  ));

test('days of two periods that meet add up', () =>
  fc.assert(
    fc.property(date, days, days, (start, first, second) =>
      expect(
        number(INTEREST_DAYS, start, start + first) + number(INTEREST_DAYS, start + first, start + first + second),
      ).toBe(number(INTEREST_DAYS, start, start + first + second)),
    ),
  ));

test('a contract falls due in the right month, on its day or the last day of the month', () =>
  fc.assert(
    fc.property(date, fc.integer({ min: 0, max: 120 }), (open, months) => {
      const [from, due] = [dayOf(open), dayOf(number(CONTRACT_DUE_DATE, open, months))];
      expect(due.year * 12 + due.month).toBe(from.year * 12 + from.month + months);
      const lastOfMonth = dayOf(serialOf(due.year, due.month + 1, 0)).day;
      expect(due.day).toBe(from.day <= lastOfMonth ? from.day : lastOfMonth);
    }),
  ));

test('a longer contract never falls due earlier', () =>
  fc.assert(
    fc.property(date, fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 }), (open, months, more) => {
      const due = number(CONTRACT_DUE_DATE, open, months);
      expect(due).toBeGreaterThanOrEqual(open);
      expect(number(CONTRACT_DUE_DATE, open, months + more)).toBeGreaterThanOrEqual(due);
    }),
  ));

test('what the long side wins the short side loses', () =>
  fc.assert(
    fc.property(qty, price, price, (qty, from, to) =>
      expect(number(FINANCING_PROFIT, qty, from, to)).toBe(0 - number(LENDING_PROFIT, qty, from, to)),
    ),
  ));

test('profit over two legs adds up, in cents', () =>
  fc.assert(
    fc.property(qty, price, price, price, (qty, a, b, c) => {
      const profit = (from: number, to: number) => BigInt(Math.round(number(FINANCING_PROFIT, qty, from, to) * 100));
      expect(profit(a, b) + profit(b, c)).toBe(profit(a, c));
    }),
  ));
