// Account figures that others published, or that follow from what they published: each by the desk's tables and by hand.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bind } from '../../src/binding/bind';
import { AVAILABLE_MARGIN } from '../../src/functions/account/available-margin';
import { FINANCING_CALL_PRICE } from '../../src/functions/account/financing-call-price';
import { LENDING_CALL_PRICE } from '../../src/functions/account/lending-call-price';
import { LIQUIDATION_QTY } from '../../src/functions/account/liquidation-qty';
import { STRESSED_RATIO } from '../../src/functions/account/stressed-ratio';
import type { Definition } from '../../src/functions/catalogue/define';
import { FINANCING_INTEREST } from '../../src/functions/cost/financing-interest';
import { ACCOUNT_MONITOR } from '../../src/functions/desk/account-monitor';
import { CALL_PRICES } from '../../src/functions/desk/call-prices';
import { CONTRACT_LEDGER } from '../../src/functions/desk/contract-ledger';
import { CAPACITY_TO_LINE } from '../../src/functions/requirement/capacity-to-line';
import { serialOf } from '../../src/cells/date';
import { shown } from '../support/cells';

type Cells = (string | number | null)[];

interface Case {
  readonly id: string;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly figures: any;
  readonly [answer: string]: unknown;
}

const cases = JSON.parse(readFileSync(join(__dirname, '../fixtures/desk-examples.json'), 'utf8')) as readonly Case[];
const the = (id: string) => cases.find((one) => one.id === id)!;
const by = (definition: unknown, ...args: unknown[]) => shown(definition as Definition, ...args)[0]![0]!;

function rowOf(definition: unknown, ...args: unknown[]): Record<string, unknown> {
  const [headers, row] = bind(definition as Definition)(args, ({ kind }) => kind);
  return Object.fromEntries(headers!.map((header, i) => [header, row![i]]));
}

const HEADERS = ['代码', '方向', '数量', '市价', '折算率', '金额', '保证金比例'];
const account = (cash: number, fees: number): Cells[] => [
  ['账户', '现金', '利息及费用'],
  ['A', cash, fees],
];

test('every case is tried here', () => {
  expect(cases.map(({ id }) => id).sort()).toEqual([
    'available-60',
    'call-8667',
    'interest-47777',
    'laoli-103',
    'line-540',
    'liquidate-6',
    'ratio-225',
    'short-12745',
  ]);
});

test('ratio-225: 225 % is published', () => {
  const { figures, maintenance_ratio } = the('ratio-225');
  const [held, bought] = [figures.collateral[0], figures.financed[0]];
  const row = rowOf(ACCOUNT_MONITOR, account(figures.cash, figures.fees), [
    HEADERS,
    ['1', '担保', held.qty, held.price, held.conversion_rate, null, null],
    ['2', '融资', bought.qty, bought.price, 0.7, bought.amount, 1],
  ]);
  expect(row).toMatchObject({ 维持担保比例: maintenance_ratio, 状态: '正常', 问题: '' });
});

test('short-12745: 3,450,000 to be brought in is published, ratio and call price are recomputed', () => {
  const { figures, maintenance_ratio, top_up_collateral_to_1_5, lending_call_price } = the('short-12745');
  const { assets, financed_amount, lent_qty, lent_price, fees } = figures;
  const tables = [
    account(assets - financed_amount, fees),
    [
      HEADERS,
      ['1', '融资', financed_amount / 10, 10, 0.7, financed_amount, 1],
      ['2', '融券', lent_qty, lent_price, 0.7, lent_qty * lent_price, 0.5],
    ],
  ] as const;
  expect(rowOf(ACCOUNT_MONITOR, ...tables)).toMatchObject({
    总资产: assets,
    维持担保比例: maintenance_ratio,
    追加担保物: top_up_collateral_to_1_5,
    状态: '追保',
  });
  const prices = shown(CALL_PRICES as unknown as Definition, ...tables);
  const at = prices[0]!.indexOf('触线价');
  const short = prices.find((row) => row.includes('000002'))!;
  expect(short[at]).toBe(lending_call_price);
  expect(short[at]).toBe(by(LENDING_CALL_PRICE, assets, financed_amount + fees, lent_qty));
});

test('available-60: 600,000 is published', () => {
  const { figures, available_margin } = the('available-60');
  const { collateral_value, conversion_rate, financed_amount, financed_value, financing_margin_ratio } = figures;
  const row = rowOf(ACCOUNT_MONITOR, account(0, 0), [
    HEADERS,
    ['1', '担保', collateral_value / 10, 10, conversion_rate, null, null],
    ['2', '融资', financed_value / 10, 10, conversion_rate, financed_amount, financing_margin_ratio],
  ]);
  expect(row['保证金可用余额']).toBe(available_margin);
});

test('laoli-103: recomputed by the rule; the page prints another figure', () => {
  const { figures, available_margin } = the('laoli-103');
  const items = figures.items as Record<string, number>;
  const of = (name: string) => items[name]!;
  // Gains, losses and occupied margin as the page gives them: 100 % for financing, 50 % for lending.
  const bought = -of('融资占用保证金');
  const sold = -of('融券卖出金额');
  const lent = sold - of('融券浮亏');
  expect(lent * 0.5).toBe(-of('融券占用保证金'));
  const tables = [
    account(of('现金'), of('利息及费用')),
    [
      HEADERS,
      ['1', '担保', of('担保证券折算') / 5, 10, 0.5, null, null],
      ['2', '融资', (bought + of('融资浮盈折算') / 0.6) / 10, 10, 0.6, bought, 1],
      ['3', '融券', lent / 10, 10, 0.6, sold, 0.5],
    ],
  ] as const;
  expect(rowOf(ACCOUNT_MONITOR, ...tables)['保证金可用余额']).toBe(available_margin);
  const value = bought + of('融资浮盈折算') / 0.6;
  const hand = [of('现金'), of('担保证券折算') * 2, 0.5, value, bought, 0.6, 1, sold, lent, 0.6, 0.5, 0];
  expect(by(AVAILABLE_MARGIN, ...hand)).toBe(available_margin);
});

test('call-8667: 120 % at 8 and 90 % at 6 are published, so the call comes before', () => {
  const { figures, financing_call_price, move, stress } = the('call-8667');
  const { financed_amount, qty, price } = figures;
  const row = rowOf(CALL_PRICES, account(0, 0), [HEADERS, ['1', '融资', qty, price, 0.7, financed_amount, 1]]);
  expect(row).toMatchObject({ 触线价: financing_call_price, 触线涨跌幅: move });
  expect(by(FINANCING_CALL_PRICE, 0, financed_amount, qty)).toBe(financing_call_price);
  for (const { price: at, ratio } of stress as { price: number; ratio: number }[]) {
    const positions = [HEADERS, ['1', '融资', qty, at, 0.7, financed_amount, 1]];
    expect(rowOf(ACCOUNT_MONITOR, account(0, 0), positions)['维持担保比例']).toBe(ratio);
    expect(by(STRESSED_RATIO, qty * price, financed_amount, qty * price, (at - price) / price)).toBe(ratio);
  }
});

test('interest-47777: a broker prints 477.77, cut off', () => {
  const { figures, interest } = the('interest-47777');
  const { principal, annual_rate, days, basis } = figures;
  const row = rowOf(
    CONTRACT_LEDGER,
    [
      ['合约编号', '类型', '起息日', '本金', '年利率'],
      ['A', '融资', serialOf(2026, 1, 5), principal, annual_rate],
    ],
    serialOf(2026, 1, 5) + days,
    basis,
  );
  expect(row).toMatchObject({ 计息天数: days, 应计息费: interest, 未付息费: interest });
  expect(by(FINANCING_INTEREST, principal, annual_rate, days, basis)).toBe(interest);
  expect(Math.floor((interest as number) * 100) / 100).toBe(477.77);
});

test('liquidate-6: 60,000 to be sold is published', () => {
  const { figures, sell_value } = the('liquidate-6');
  const { assets, debt, target } = figures;
  const row = rowOf(
    ACCOUNT_MONITOR,
    account(0, 0),
    [HEADERS, ['1', '融资', assets / 10, 10, 0.7, debt, 1]],
    null,
    null,
    null,
    null,
    target,
  );
  expect(row).toMatchObject({ 总资产: assets, 总负债: debt, 卖券还款: sell_value });
  expect(by(LIQUIDATION_QTY, assets, debt, target, 10, assets / 10)).toBe((sell_value as number) / 10);
});

test('line-540: 8.4 to 5.4 million, printed as 1.55', () => {
  const { figures, ratio } = the('line-540');
  const { own, financed } = figures;
  const row = rowOf(ACCOUNT_MONITOR, account(own, 0), [HEADERS, ['1', '融资', financed / 10, 10, 0.7, financed, 1]]);
  expect(row['维持担保比例']).toBe(ratio);
  expect(Math.floor((ratio as number) * 100) / 100).toBe(1.55);
  expect(by(CAPACITY_TO_LINE, own, 0, (own + financed) / financed)).toBeCloseTo(financed, 4);
});
