import fc from 'fast-check';
import { FINANCING_BALANCE_ROLL } from '../../src/functions/daily/financing-balance-roll';
import { LENDING_QTY_ROLL } from '../../src/functions/daily/lending-qty-roll';
import type { Definition } from '../../src/functions/catalogue/define';
import { BALANCE_STREAK } from '../../src/functions/indicator/balance-streak';
import { BALANCE_TO_TURNOVER } from '../../src/functions/indicator/balance-to-turnover';
import { BALANCE_TREND } from '../../src/functions/indicator/balance-trend';
import { DAYS_TO_COVER } from '../../src/functions/indicator/days-to-cover';
import { FINANCING_NET_PURCHASE } from '../../src/functions/indicator/financing-net-purchase';
import { LENDING_NET_SOLD } from '../../src/functions/indicator/lending-net-sold';
import { MARKET_BIAS } from '../../src/functions/indicator/market-bias';
import { PURCHASE_REPAYMENT_RATIO } from '../../src/functions/indicator/purchase-repayment-ratio';
import { PURCHASES_TO_TURNOVER } from '../../src/functions/indicator/purchases-to-turnover';
import { SCALE } from '../../src/functions/indicator/scale';
import { THRESHOLD_SIGNAL } from '../../src/functions/indicator/threshold-signal';
import { anyNumber } from '../support/decimal-reference';
import { shownOne } from '../support/cells';

const one = (definition: unknown, ...args: unknown[]) => shownOne(definition as Definition, ...args);
const number = (definition: unknown, ...args: unknown[]): number => {
  const result = one(definition, ...args);
  if (typeof result !== 'number') throw new Error(`A number was expected, not ${result}.`);
  return result;
};
const column = (values: readonly number[]) => values.map((value) => [value]);

const cents = fc.integer({ min: 0, max: 1e12 }).map((n) => n / 100);
const positiveCents = fc.integer({ min: 1, max: 1e12 }).map((n) => n / 100);
const whole = fc.integer({ min: 0, max: 1e10 });
const wholeDays = fc.array(whole, { minLength: 2, maxLength: 40 });
const changingDays = wholeDays.filter((values) => values.some((value) => value !== 0));

function expectClose(a: number, b: number, tolerance = 1e-14) {
  expect(Math.abs(a - b)).toBeLessThanOrEqual(tolerance * Math.max(Math.abs(a), Math.abs(b)));
}

describe('net flows', () => {
  test('the balance moves by the net purchase', () =>
    fc.assert(
      fc.property(cents, cents, cents, (prior, purchases, repayments) => {
        const net = number(FINANCING_NET_PURCHASE, purchases, repayments);
        expect(number(FINANCING_BALANCE_ROLL, prior, net, 0)).toBe(
          number(FINANCING_BALANCE_ROLL, prior, purchases, repayments),
        );
      }),
    ));

  test('the quantity on loan moves by the net sold', () =>
    fc.assert(
      fc.property(whole, whole, whole, (prior, sold, returned) =>
        expect(number(LENDING_QTY_ROLL, prior, number(LENDING_NET_SOLD, sold, returned), 0)).toBe(
          number(LENDING_QTY_ROLL, prior, sold, returned),
        ),
      ),
    ));

  test('more is bought than repaid exactly when the ratio is above 1', () =>
    fc.assert(
      fc.property(positiveCents, positiveCents, (purchases, repayments) =>
        expect(Math.sign(number(PURCHASE_REPAYMENT_RATIO, purchases, repayments) - 1)).toBe(
          Math.sign(number(FINANCING_NET_PURCHASE, purchases, repayments)),
        ),
      ),
    ));
});

describe('means', () => {
  test('over equal days the mean is a day', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5000 }),
        fc.integer({ min: 1, max: 1e10 }).map((n) => n / 100),
        fc.integer({ min: 1, max: 30 }),
        (multiple, day, days) => {
          const volumes = Array.from({ length: days }, () => day);
          expect(number(BALANCE_TO_TURNOVER, Math.round(day * 100) * multiple, column(volumes))).toBe(multiple * 100);
          expect(number(DAYS_TO_COVER, Math.round(day * 100) * multiple, column(volumes))).toBe(multiple * 100);
        },
      ),
    ));

  test('against the mean day is as many times like for like as there are days', () =>
    fc.assert(
      fc.property(fc.array(fc.tuple(cents, positiveCents), { minLength: 1, maxLength: 30 }), (days) => {
        const [purchases, turnovers] = [column(days.map(([p]) => p)), column(days.map(([, t]) => t))];
        expectClose(
          number(PURCHASES_TO_TURNOVER, purchases, turnovers, 'average'),
          number(PURCHASES_TO_TURNOVER, purchases, turnovers) * days.length,
        );
      }),
    ));

  test('the order of the days does not matter, nor do blanks between them', () =>
    fc.assert(
      fc.property(cents, fc.array(positiveCents, { minLength: 1, maxLength: 20 }), (balance, turnovers) => {
        const share = number(BALANCE_TO_TURNOVER, balance, column(turnovers));
        expect(number(BALANCE_TO_TURNOVER, balance, column([...turnovers].reverse()))).toBe(share);
        expect(
          number(
            BALANCE_TO_TURNOVER,
            balance,
            turnovers.flatMap((day) => [[day], [null]]),
          ),
        ).toBe(share);
      }),
    ));
});

describe('streak', () => {
  const steps = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 2, maxLength: 30 });

  test('the run read backwards has the opposite streak', () =>
    fc.assert(
      fc.property(steps, (values) => {
        const streak = number(BALANCE_STREAK, column(values));
        const run = values.slice(-Math.abs(streak) - 1);
        fc.pre(run.length > 1);
        expect(number(BALANCE_STREAK, column([...run].reverse()))).toBe(-streak);
      }),
    ));

  test('upside down it has the opposite streak', () =>
    fc.assert(
      fc.property(steps, (values) =>
        expect(number(BALANCE_STREAK, column(values.map((value) => 4 - value)))).toBe(
          0 - number(BALANCE_STREAK, column(values)),
        ),
      ),
    ));

  test('a further rise adds a day to a rising streak and ends a falling one', () =>
    fc.assert(
      fc.property(steps, (values) =>
        expect(number(BALANCE_STREAK, column([...values, values[values.length - 1]! + 1]))).toBe(
          Math.max(0, number(BALANCE_STREAK, column(values))) + 1,
        ),
      ),
    ));
});

describe('trend', () => {
  test('of a straight line it is the step over the mean', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e6 }),
        fc.integer({ min: 1, max: 1e4 }),
        fc.integer({ min: 2, max: 60 }),
        (first, step, n) => {
          const line = Array.from({ length: n }, (_, i) => first + step * i);
          expect(number(BALANCE_TREND, column(line), n)).toBe((2 * step) / (2 * first + step * (n - 1)));
        },
      ),
    ));

  test('backwards it is the opposite', () =>
    fc.assert(
      fc.property(changingDays, (values) =>
        expect(number(BALANCE_TREND, column([...values].reverse()), 40)).toBe(
          0 - number(BALANCE_TREND, column(values), 40),
        ),
      ),
    ));

  test('the unit does not matter', () =>
    fc.assert(
      fc.property(changingDays, fc.constantFrom(1e-4, 0.01, 3, 1e4), (values, unit) =>
        expect(number(BALANCE_TREND, column(values.map((value) => Number((value * unit).toPrecision(15)))), 40)).toBe(
          number(BALANCE_TREND, column(values), 40),
        ),
      ),
    ));

  test('times the mean it is the slope, which a constant does not change', () =>
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 2, maxLength: 30 }),
        fc.integer({ min: 0, max: 1000 }),
        (values, constant) => {
          const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
          const lifted = number(BALANCE_TREND, column(values.map((value) => value + constant)), 40) * (mean + constant);
          expect(lifted).toBeCloseTo(number(BALANCE_TREND, column(values), 40) * mean, 9);
        },
      ),
    ));

  test('days before the window do not matter', () =>
    fc.assert(
      fc.property(wholeDays, changingDays, (before, values) =>
        expect(number(BALANCE_TREND, column([...before, ...values]), values.length)).toBe(
          number(BALANCE_TREND, column(values), 40),
        ),
      ),
    ));
});

describe('bias', () => {
  const pairs = fc.array(fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 })), {
    minLength: 2,
    maxLength: 25,
  });

  test('is the sign of the two trends', () =>
    fc.assert(
      fc.property(pairs, fc.integer({ min: 2, max: 25 }), (days, window) => {
        const [financing, lending] = [column(days.map(([f]) => f)), column(days.map(([, l]) => l))];
        const [up, lentUp] = [number(BALANCE_TREND, financing, window) > 0, number(BALANCE_TREND, lending, window) > 0];
        expect(one(MARKET_BIAS, financing, lending, window)).toBe(
          up && !lentUp ? '买方' : lentUp && !up ? '卖方' : '中性',
        );
      }),
    ));

  test('with the sides exchanged it is the opposite', () => {
    const opposite: Readonly<Record<string, string>> = { buyers: 'sellers', sellers: 'buyers', neutral: 'neutral' };
    fc.assert(
      fc.property(pairs, (days) => {
        const [financing, lending] = [column(days.map(([f]) => f)), column(days.map(([, l]) => l))];
        expect(one(MARKET_BIAS, lending, financing, 20, 'en')).toBe(
          opposite[one(MARKET_BIAS, financing, lending, 20, 'en')],
        );
      }),
    );
  });
});

describe('threshold', () => {
  test('equal is reached', () =>
    fc.assert(fc.property(anyNumber, (x) => expect(one(THRESHOLD_SIGNAL, x, x)).toBe('达到'))));

  test('of two different numbers exactly one has reached the other', () =>
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: -1e9, max: 1e9 }), (a, b) => {
        fc.pre(a !== b);
        expect([one(THRESHOLD_SIGNAL, a / 1000, b / 1000), one(THRESHOLD_SIGNAL, b / 1000, a / 1000)].sort()).toEqual(
          ['未达到', '达到'].sort(),
        );
      }),
    ));
});

describe('scale', () => {
  const money = ['yuan', 'thousand_yuan', 'wan_yuan', 'million_yuan', 'yi_yuan'];
  const quantity = [
    'share',
    'wan_share',
    'yi_share',
    'fund_unit',
    'wan_fund_unit',
    'yi_fund_unit',
    'bond',
    'wan_bond',
    'yi_bond',
  ];
  const units = fc
    .constantFrom(money, quantity)
    .chain((kind) => fc.tuple(fc.constantFrom(...kind), fc.constantFrom(...kind), fc.constantFrom(...kind)));

  test('there and back', () =>
    fc.assert(
      fc.property(anyNumber, units, (x, [from, to]) =>
        expect(number(SCALE, number(SCALE, x, from, to), to, from)).toBe(x),
      ),
    ));

  test('by way of another unit', () =>
    fc.assert(
      fc.property(anyNumber, units, (x, [from, by, to]) =>
        expect(number(SCALE, number(SCALE, x, from, by), by, to)).toBe(number(SCALE, x, from, to)),
      ),
    ));

  test('never between money and a quantity', () =>
    fc.assert(
      fc.property(anyNumber, fc.constantFrom(...money), fc.constantFrom(...quantity), (x, a, b) =>
        expect([one(SCALE, x, a, b), one(SCALE, x, b, a)]).toEqual(['#VALUE!', '#VALUE!']),
      ),
    ));
});
