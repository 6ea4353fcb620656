import fc from 'fast-check';
import { AVAILABLE_MARGIN } from '../../src/functions/account/available-margin';
import { DROP_TO_LINE } from '../../src/functions/account/drop-to-line';
import { FINANCING_CALL_PRICE } from '../../src/functions/account/financing-call-price';
import { LENDING_CALL_PRICE } from '../../src/functions/account/lending-call-price';
import { LEVERAGE } from '../../src/functions/account/leverage';
import { LIQUIDATION_QTY } from '../../src/functions/account/liquidation-qty';
import { MAINTENANCE_LEVEL } from '../../src/functions/account/maintenance-level';
import { MAINTENANCE_RATIO } from '../../src/functions/account/maintenance-ratio';
import { MAINTENANCE_STATUS } from '../../src/functions/account/maintenance-status';
import { MARGIN_DEBT } from '../../src/functions/account/margin-debt';
import { STRESSED_RATIO } from '../../src/functions/account/stressed-ratio';
import { TOP_UP_COLLATERAL } from '../../src/functions/account/top-up-collateral';
import { TOP_UP_REPAYMENT } from '../../src/functions/account/top-up-repayment';
import { WITHDRAWABLE } from '../../src/functions/account/withdrawable';
import { FINANCING_BALANCE_ROLL } from '../../src/functions/daily/financing-balance-roll';
import { LENDING_BALANCE } from '../../src/functions/daily/lending-balance';
import type { Definition } from '../../src/functions/catalogue/define';
import { shown, shownOne } from '../support/cells';

const number = (definition: unknown, ...args: unknown[]): number => {
  const result = shownOne(definition as Definition, ...args);
  if (typeof result !== 'number') throw new Error(`A number was expected, not ${result}.`);
  return result;
};
const status = (ratio: number, call_line: number) =>
  shownOne(MAINTENANCE_STATUS as unknown as Definition, ratio, Math.max(1.5, call_line), call_line);
/** a + b − c without the noise of doubles. */
const exactly = (a: number, b: number, c = 0) => number(FINANCING_BALANCE_ROLL, a, b, c);

const cents = (least: number, most: number) => fc.integer({ min: least * 100, max: most * 100 }).map((n) => n / 100);
const hundredths = (least: number, most: number) => fc.integer({ min: least, max: most }).map((n) => n / 100);
const amount = cents(1, 1e7);
const line = hundredths(105, 200);
const qty = fc.integer({ min: 1, max: 1e6 });

function expectClose(a: number, b: number, scale = Math.max(Math.abs(a), Math.abs(b))) {
  expect(Math.abs(a - b)).toBeLessThanOrEqual(1e-14 * scale);
}

describe('a call price puts the ratio on the line, and a little beyond it comes the call', () => {
  test('financing', () =>
    fc.assert(
      fc.property(fc.nat({ max: 90 }), amount, qty, line, (share, debt, qty, line) => {
        const other = Math.floor(debt * line * share) / 100;
        const price = number(FINANCING_CALL_PRICE, other, debt, qty, line);
        const at = (price: number) =>
          number(MAINTENANCE_LEVEL, exactly(other, number(LENDING_BALANCE, qty, price)), debt);
        expectClose(at(price), line);
        expect(status(at(price), line)).toBe(line < 1.5 ? '警戒' : '正常');
        expect(status(at(price * (1 - 1e-6)), line)).toBe('追保');
      }),
    ));

  test('lending', () =>
    fc.assert(
      fc.property(amount, fc.nat({ max: 90 }), qty, line, (assets, share, qty, line) => {
        const other = Math.floor((assets / line) * share) / 100;
        const price = number(LENDING_CALL_PRICE, assets, other, qty, line);
        const at = (price: number) => number(MAINTENANCE_RATIO, assets, null, other, qty, price);
        expectClose(at(price), line);
        expect(status(at(price), line)).toBe(line < 1.5 ? '警戒' : '正常');
        expect(status(at(price * (1 + 1e-6)), line)).toBe('追保');
      }),
    ));
});

test('an even fall of all prices by the drop reaches the line', () =>
  fc.assert(
    fc.property(cents(0, 1e6), amount, amount, amount, line, (cash, securities, financed, lent, line) => {
      fc.pre(securities > line * lent);
      const [assets, debt] = [exactly(cash, securities), exactly(financed, lent)];
      const drop = number(DROP_TO_LINE, assets, debt, securities, lent, line);
      const scale = assets + Math.abs(drop) * (securities + line * lent) + line * debt;
      expectClose(assets - drop * securities, line * (debt - drop * lent), scale);
    }),
  ));

test('stressing by the drop reaches the line, whether prices have to fall or to rise', () =>
  fc.assert(
    fc.property(cents(0, 1e6), amount, amount, amount, line, (cash, securities, financed, lent, line) => {
      const [assets, debt] = [exactly(cash, securities), exactly(financed, lent)];
      const exposure = securities - line * lent;
      fc.pre(Math.abs(exposure) > 1e-6 * (securities + lent));
      const move = -number(DROP_TO_LINE, assets, debt, securities, lent, line);
      fc.pre(move >= -1 && move <= 3);
      const stressed = number(STRESSED_RATIO, assets, debt, securities, move, lent);
      // The move is rounded once, and its rounding weighs as much as what it moves.
      const owed = debt + move * lent;
      expectClose(stressed, line, (line * (assets + debt + securities + line * lent)) / owed);
    }),
  ));

test('with no change the stressed ratio is the ratio, and one account stressed by itself is a cell of the matrix', () =>
  fc.assert(
    fc.property(amount, amount, amount, hundredths(-100, 300), (assets, debt, some, change) => {
      const securities = Math.min(some, assets);
      expect(number(STRESSED_RATIO, assets, debt, securities, 0)).toBe(number(MAINTENANCE_LEVEL, assets, debt));
      const matrix = shown(
        STRESSED_RATIO as unknown as Definition,
        [[assets], [assets]],
        [[debt], [debt]],
        securities,
        [[0, change]],
      );
      expect(matrix[1]![1]).toBe(number(STRESSED_RATIO, assets, debt, securities, change));
    }),
  ));

describe('liquidating by the quantity reaches the target, and one lot less does not', () => {
  const bps = fc.integer({ min: 0, max: 30 }).map((n) => n / 10000);
  const target = hundredths(120, 200);
  const debts = cents(1e4, 1e7);
  const equity = hundredths(2, 90);
  const prices = cents(1, 100);

  test.each([
    ['sell', (cost: number) => [1, -(1 - cost)]],
    ['buy', (cost: number) => [1 + cost, -1]],
  ] as const)('%s', (side, flows) =>
    fc.assert(
      fc.property(
        debts,
        equity,
        prices,
        target,
        bps,
        fc.constantFrom(1, 10, 100),
        (debt, share, price, target, cost, lot) => {
          const assets = Math.round(debt * (1 + share) * 100) / 100;
          const held = 1e9;
          const lots = number(LIQUIDATION_QTY, assets, debt, target, price, held, side, cost, lot);
          const [paid, repaid] = flows(cost);
          /** How much more than the target asks the assets are, after a quantity. */
          const above = (qty: number) => assets - paid! * qty * price - target * (debt + repaid! * qty * price);
          const noise = 1e-9 * (assets + target * debt);
          expect(lots % lot).toBe(0);
          expect(above(lots)).toBeGreaterThanOrEqual(-noise);
          if (lots > 0) expect(above(lots - lot)).toBeLessThan(noise);
          else expect(assets).toBeGreaterThanOrEqual(target * debt - noise);
        },
      ),
    ),
  );

  test('without costs it is the debt to be repaid by selling, in lots', () =>
    fc.assert(
      fc.property(debts, equity, prices, target, (debt, share, price, target) => {
        const assets = Math.round(debt * (1 + share) * 100) / 100;
        const repaid = number(TOP_UP_REPAYMENT, assets, debt, target);
        const lots = number(LIQUIDATION_QTY, assets, debt, target, price, 1e9);
        expect(lots * price).toBeGreaterThanOrEqual(repaid * (1 - 1e-12));
        expect((lots - 100) * price).toBeLessThan(repaid * (1 + 1e-12) || 1e-9);
      }),
    ));
});

test('for one financed security the drop and the call price say the same', () =>
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e5 }), cents(1, 100), amount, line, (qty, price, debt, line) => {
      const value = number(LENDING_BALANCE, qty, price);
      expectClose(
        number(FINANCING_CALL_PRICE, 0, debt, qty, line),
        price * (1 - number(DROP_TO_LINE, value, debt, value, 0, line)),
        price + (line * debt) / qty,
      );
    }),
  ));

describe('topping up by the amount given reaches the target', () => {
  test('with collateral, to the last digit', () =>
    fc.assert(
      fc.property(amount, amount, line, (assets, debt, target) => {
        const added = number(TOP_UP_COLLATERAL, assets, debt, target);
        const before = number(MAINTENANCE_LEVEL, assets, debt);
        expect(number(MAINTENANCE_LEVEL, exactly(assets, added), debt)).toBe(added > 0 ? target : before);
        expect(added > 0).toBe(before < target);
      }),
    ));

  test('by selling', () =>
    fc.assert(
      fc.property(amount, cents(0, 1e7), line, (debt, equity, target) => {
        const assets = exactly(debt, equity);
        const repaid = number(TOP_UP_REPAYMENT, assets, debt, target, 'sell');
        expect(repaid > 0).toBe(number(MAINTENANCE_LEVEL, assets, debt) < target);
        expect(repaid).toBeLessThanOrEqual(debt);
        if (repaid > 0) expectClose(assets - repaid, target * (debt - repaid), assets + target * (debt + repaid));
      }),
    ));

  test('with money from outside', () =>
    fc.assert(
      fc.property(amount, amount, line, (assets, debt, target) => {
        const repaid = number(TOP_UP_REPAYMENT, assets, debt, target, 'cash');
        expect(repaid > 0).toBe(number(MAINTENANCE_LEVEL, assets, debt) < target);
        if (repaid > 0) expectClose(assets, target * (debt - repaid), assets + target * (debt + repaid));
      }),
    ));

  test('money from outside is the collateral over the target, and selling takes more', () =>
    fc.assert(
      fc.property(amount, cents(0, 1e7), line, (debt, equity, target) => {
        const assets = exactly(debt, equity);
        const outside = number(TOP_UP_REPAYMENT, assets, debt, target, 'cash');
        expectClose(outside * target, number(TOP_UP_COLLATERAL, assets, debt, target));
        expect(number(TOP_UP_REPAYMENT, assets, debt, target, 'sell')).toBeGreaterThanOrEqual(outside);
      }),
    ));
});

test('what may be withdrawn leaves the ratio on the line or above, and a cent more breaks a limit', () =>
  fc.assert(
    fc.property(amount, amount, cents(0, 1e7), cents(-1e7, 1e7), (assets, debt, cash, margin) => {
      const amount = number(WITHDRAWABLE, cash, assets, debt, margin);
      expect(amount).toBeGreaterThanOrEqual(0);
      if (amount > 0) expect(number(MAINTENANCE_LEVEL, exactly(assets, 0, amount), debt)).toBeGreaterThanOrEqual(3);
      const more = exactly(amount, 0.01);
      expect(
        more > cash || more > margin || number(MAINTENANCE_LEVEL, Math.max(0, exactly(assets, 0, more)), debt) < 3,
      ).toBe(true);
    }),
  ));

describe('AVAILABLE_MARGIN', () => {
  const rate = hundredths(0, 100);
  const ratio = hundredths(1, 200);
  const collateral = fc.array(fc.tuple(amount, rate), { maxLength: 4 });
  const financed = fc.array(fc.tuple(amount, amount, rate, ratio), { maxLength: 4 });
  const lent = fc.array(fc.tuple(amount, amount, rate, ratio), { maxLength: 4 });
  const account = fc.record({ cash: amount, collateral, financed, lent, fees: cents(0, 1e4) });
  type Account = typeof account extends fc.Arbitrary<infer A> ? A : never;

  const columns = (positions: readonly (readonly number[])[], width: number) =>
    Array.from({ length: width }, (_, i) =>
      positions.length === 0 ? null : positions.map((position) => [position[i]]),
    );
  const margin = ({ cash, collateral, financed, lent, fees }: Account) =>
    number(AVAILABLE_MARGIN, cash, ...columns(collateral, 2), ...columns(financed, 4), ...columns(lent, 4), fees);
  const bare: Account = { cash: 0, collateral: [], financed: [], lent: [], fees: 0 };

  test('adds up over positions', () =>
    fc.assert(
      fc.property(account, account, (a, b) =>
        expect(
          margin({
            cash: exactly(a.cash, b.cash),
            collateral: [...a.collateral, ...b.collateral],
            financed: [...a.financed, ...b.financed],
            lent: [...a.lent, ...b.lent],
            fees: exactly(a.fees, b.fees),
          }),
        ).toBe(exactly(margin(a), margin(b))),
      ),
    ));

  test('does not depend on the order of positions', () =>
    fc.assert(
      fc.property(account, (a) =>
        expect(
          margin({
            ...a,
            collateral: [...a.collateral].reverse(),
            financed: [...a.financed].reverse(),
            lent: [...a.lent].reverse(),
          }),
        ).toBe(margin(a)),
      ),
    ));

  test('a single conversion rate and ratio serve the whole group', () =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(amount, amount), { minLength: 1, maxLength: 5 }),
        rate,
        ratio,
        (positions, rate, ratio) => {
          const [values, amounts] = columns(positions, 2);
          const all = margin({
            ...bare,
            financed: positions.map(([value, amount]) => [value, amount, rate, ratio]),
          });
          expect(number(AVAILABLE_MARGIN, 0, null, null, values, amounts, rate, ratio)).toBe(all);
        },
      ),
    ));

  test('a financed loss counts in full, a gain at its conversion rate', () =>
    fc.assert(
      fc.property(amount, amount, rate, ratio, (value, bought, rate, ratio) => {
        const change = exactly(
          margin({ ...bare, financed: [[value, bought, rate, ratio]] }),
          0,
          margin({ ...bare, financed: [[bought, bought, rate, ratio]] }),
        );
        const gain = exactly(value, 0, bought);
        expect(change).toBe(gain < 0 ? gain : (Math.round(gain * 100) * Math.round(rate * 100)) / 1e4);
      }),
    ));

  test('a loss on a short sale counts in full and takes margin besides', () =>
    fc.assert(
      fc.property(amount, amount, rate, ratio, (proceeds, loss, rate, ratio) => {
        const at = (value: number) => margin({ ...bare, lent: [[proceeds, value, rate, ratio]] });
        expect(exactly(at(proceeds), 0, at(exactly(proceeds, loss)))).toBe(
          exactly(loss, number(LENDING_BALANCE, loss, ratio)),
        );
      }),
    ));
});

test('the ratio of an account is the ratio of its totals', () =>
  fc.assert(
    fc.property(
      amount,
      fc.array(amount, { maxLength: 5 }),
      fc.array(amount, { minLength: 1, maxLength: 5 }),
      qty,
      cents(1, 500),
      (cash, securities, financed, qty, price) => {
        const column = (values: readonly number[]) => (values.length === 0 ? null : values.map((value) => [value]));
        const debt = number(MARGIN_DEBT, column(financed), qty, price, 12.34);
        const assets = securities.reduce((sum, value) => exactly(sum, value), cash);
        expect(number(MAINTENANCE_RATIO, cash, column(securities), column(financed), qty, price, 12.34)).toBe(
          number(MAINTENANCE_LEVEL, assets, debt),
        );
      },
    ),
  ));

test('leverage and maintenance ratio are one fact: 1/leverage + 1/ratio = 1', () =>
  fc.assert(
    fc.property(amount, amount, (debt, equity) => {
      const assets = exactly(debt, equity);
      expectClose(1 / number(LEVERAGE, assets, debt) + 1 / number(MAINTENANCE_LEVEL, assets, debt), 1);
    }),
  ));

test('a higher ratio is never a worse status', () => {
  const ORDER = ['平仓', '追保', '警戒', '正常', '可提取'];
  const worth = (ratio: number) =>
    ORDER.indexOf(String(shownOne(MAINTENANCE_STATUS as unknown as Definition, ratio, 1.5, 1.3, 1.1)));
  fc.assert(
    fc.property(hundredths(0, 500), hundredths(0, 500), (a, b) => {
      expect(worth(a)).toBeGreaterThanOrEqual(0);
      expect(worth(Math.max(a, b))).toBeGreaterThanOrEqual(worth(Math.min(a, b)));
    }),
  );
});
