import fc from 'fast-check';
import { FINANCING_BALANCE_ROLL } from '../../src/functions/daily/financing-balance-roll';
import { LENDING_QTY_ROLL } from '../../src/functions/daily/lending-qty-roll';
import type { Definition } from '../../src/functions/catalogue/define';
import { FINANCING_BALANCE_BREAK } from '../../src/functions/check/financing-balance-break';
import { FINANCING_REPAYMENT_IMPLIED } from '../../src/functions/check/financing-repayment-implied';
import { LENDING_QTY_BREAK } from '../../src/functions/check/lending-qty-break';
import { LENDING_QTY_RETURNED_IMPLIED } from '../../src/functions/check/lending-qty-returned-implied';
import { RECONCILE } from '../../src/functions/check/reconcile';
import { STANDARDIZE } from '../../src/functions/check/standardize';
import { shown, shownOne } from '../support/cells';

const one = (definition: unknown, ...args: unknown[]) => shownOne(definition as Definition, ...args);
const block = (definition: unknown, ...args: unknown[]) => shown(definition as Definition, ...args);

const cents = fc.integer({ min: 0, max: 10 ** 13 }).map((units) => units / 100);
const shares = fc.integer({ min: 0, max: 10 ** 12 });

test('an implied repayment rolls back to the balance, and nothing breaks', () => {
  fc.assert(
    fc.property(cents, cents, cents, (prior, purchases, balance) => {
      const repayments = one(FINANCING_REPAYMENT_IMPLIED, prior, purchases, balance);
      expect(one(FINANCING_BALANCE_ROLL, prior, purchases, repayments)).toBe(balance);
      expect(one(FINANCING_BALANCE_BREAK, prior, purchases, repayments, balance)).toBe(0);
    }),
  );
});

test('an implied quantity returned rolls back to the quantity, and nothing breaks', () => {
  fc.assert(
    fc.property(shares, shares, shares, (prior, sold, qty) => {
      const returned = one(LENDING_QTY_RETURNED_IMPLIED, prior, sold, qty);
      expect(one(LENDING_QTY_ROLL, prior, sold, returned)).toBe(qty);
      expect(one(LENDING_QTY_BREAK, prior, sold, returned, qty)).toBe(0);
    }),
  );
});

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { freq: 6, nil: null });
const code = fc.constantFrom<string | number>(
  1,
  '000002.SZ',
  'sh600000',
  '600004.XSHG',
  920001,
  '010107',
  '合计',
  'sz000001',
);
const row = fc.tuple(
  fc.integer({ min: 45292, max: 45310 }),
  code,
  maybe(cents),
  maybe(cents),
  maybe(cents),
  maybe(shares),
  maybe(cents),
  maybe(cents),
  fc.constantFrom('a', 'b', null),
);
const HEADER = ['date', 'ts_code', 'rzye', 'rzmre', 'rzche', 'rqyl', 'rqye', 'rzrqye', 'note'];
const rows = fc.array(row, { minLength: 1, maxLength: 40 });

test('a standard table stays as it is', () => {
  fc.assert(
    fc.property(
      rows,
      fc.constantFrom('zh', 'en'),
      fc.constantFrom('auto', 'wan_yuan', 'yi_yuan'),
      (body, language, unit) => {
        const once = block(STANDARDIZE, [HEADER, ...body], unit, null, language);
        expect(block(STANDARDIZE, once, null, null, language)).toEqual(once);
      },
    ),
  );
});

test('standardizing keeps every row and does not depend on their order', () => {
  const key = (table: unknown[][]) => table.map((cells) => JSON.stringify(cells)).sort();
  fc.assert(
    fc.property(
      rows.chain((body) => fc.tuple(fc.constant(body), fc.shuffledSubarray(body, { minLength: body.length }))),
      ([body, shuffled]) => {
        const standard = block(STANDARDIZE, [HEADER, ...body]);
        expect(standard).toHaveLength(body.length + 1);
        expect(key(block(STANDARDIZE, [HEADER, ...shuffled]))).toEqual(key(standard));
      },
    ),
  );
});

test('a row is judged the same wherever it stands', () => {
  const withOrder = rows.chain((body) =>
    fc.tuple(
      fc.constant(body),
      fc.shuffledSubarray(
        body.map((_, i) => i),
        { minLength: body.length },
      ),
    ),
  );
  fc.assert(
    fc.property(withOrder, ([body, order]) => {
      const [header, ...straight] = block(RECONCILE, [HEADER, ...body]);
      const [sameHeader, ...shuffled] = block(RECONCILE, [HEADER, ...order.map((i) => body[i]!)]);
      expect(sameHeader).toEqual(header);
      if (straight.length > 0) expect(shuffled).toEqual(order.map((i) => straight[i]));
    }),
  );
});

test('a table rolled forward by its own flows agrees from the second day on', () => {
  const days = fc.array(fc.tuple(cents, cents), { minLength: 2, maxLength: 15 });
  fc.assert(
    fc.property(cents, days, (opening, flows) => {
      let balance: unknown = opening;
      const body = flows.map(([purchases, repayments], i) => [
        45292 + i,
        600000,
        (balance = one(FINANCING_BALANCE_ROLL, balance, purchases, repayments)),
        purchases,
        repayments,
      ]);
      const verdicts = block(RECONCILE, [['date', 'code', 'rzye', 'rzmre', 'rzche'], ...body]).map((cells) => cells[3]);
      expect(verdicts).toEqual(['核对结果', '无前日', ...flows.slice(1).map(() => '一致')]);
    }),
  );
});
