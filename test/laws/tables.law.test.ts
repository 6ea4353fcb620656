import fc from 'fast-check';
import { isoDate, serialOf } from '../../src/cells/date';
import type { Definition } from '../../src/functions/catalogue/define';
import { RECONCILE } from '../../src/functions/check/reconcile';
import { STANDARDIZE } from '../../src/functions/check/standardize';
import { nextTradingDay } from '../../src/rules/calendar';
import { shown } from '../support/cells';
import { cases } from '../support/thorough';

const standardize = (...args: unknown[]) => shown(STANDARDIZE as unknown as Definition, ...args);
const reconcile = (...args: unknown[]) => shown(RECONCILE as unknown as Definition, ...args);

type Row = Readonly<Record<string, string | number>>;

/** A panel whose identities hold: some securities on some trading days in a row. */
const panel = fc
  .record({
    codes: fc.uniqueArray(fc.constantFrom('600000.SH', '600519.SH', '000001.SZ', '300750.SZ', '920002.BJ'), {
      minLength: 1,
      maxLength: 4,
    }),
    days: fc.integer({ min: 1, max: 5 }),
    seed: fc.infiniteStream(fc.integer({ min: 1, max: 10 ** 9 })),
  })
  .map(({ codes, days, seed }): Row[] => {
    const next = () => seed.next().value as number;
    return codes.flatMap((code) => {
      let [balance, qty, day] = [next() + 10 ** 9, next(), serialOf(2026, 1, 5)];
      return Array.from({ length: days }, () => {
        const row = {
          code,
          date: day,
          purchases: next(),
          repayments: next(),
          sold: next() % 10 ** 6,
          returned: next() % 10 ** 6,
          lending_balance: (next() % 10 ** 7) + 10 ** 5,
        };
        balance += row.purchases - row.repayments;
        qty += row.sold - row.returned;
        day = nextTradingDay(day);
        return {
          ...row,
          financing_balance: balance,
          lending_qty: qty,
          margin_balance: balance + row.lending_balance,
        };
      });
    });
  });

/** How each source heads the columns of such a panel; margin_balance is missing where it publishes none. */
const VENDORS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ours: names(
    'date code financing_balance purchases repayments lending_qty sold returned lending_balance margin_balance',
  ),
  上交所: names(
    '信用交易日期 标的证券代码 本日融资余额(元) 本日融资买入额(元) 本日融资偿还额(元) 本日融券余量(股) 本日融券卖出量(股) 本日融券偿还量(股) 本日融券余量金额(元) 本日融资融券余额(元)',
  ),
  深交所: names(
    '交易日期 证券代码 融资余额(元) 融资买入额(元) 融资偿还额 融券余量(股/份) 融券卖出量(股/份) 融券偿还量 融券余额(元) 融资融券余额(元)',
  ),
  Tushare: names('trade_date ts_code rzye rzmre rzche rqyl rqmcl rqchl rqye rzrqye'),
  'Tushare 中文': names(
    '交易日期 代码 融资余额(元) 融资买入额(元) 融资偿还额(元) 融券余量(股,份,手) 融券卖出量(股,份,手) 融券偿还量(股,份,手) 融券余额(元) 融资融券余额(元)',
  ),
  米筐: names(
    'date order_book_id margin_balance buy_on_margin_value margin_repayment short_balance_quantity short_sell_quantity short_repayment_quantity short_balance total_balance',
  ),
  万得落地库: names(
    'TRADE_DT S_INFO_WINDCODE S_MARGIN_TRADINGBALANCE S_MARGIN_PURCHWITHBORROWMONEY S_MARGIN_REPAYMENTTOBROKER S_MARGIN_SECLENDINGBALANCEVOL S_MARGIN_SALESOFBORROWEDSEC S_MARGIN_REPAYMENTOFBORROWSEC S_MARGIN_SECLENDINGBALANCE S_MARGIN_MARGINTRADEBALANCE',
  ),
  WindPy: names(
    'date windcode mrg_long_bal mrg_long_amt mrg_long_repay mrg_short_vol_bal mrg_short_vol mrg_short_vol_repay mrg_short_bal mrg_bal',
  ),
  东方财富: names(
    'TRADE_DATE SECUCODE FIN_BALANCE FIN_BUY_AMT FIN_REPAY_AMT LOAN_BALANCE_VOL LOAN_SELL_VOL LOAN_REPAY_VOL LOAN_BALANCE MARGIN_BALANCE',
  ),
  聚源: names(
    'TradingDay SecuCode FinanceValue FinanceBuyValue FinanceRefundValue SecurityVolume SecuritySellVolume SecurityRefundVolume SecurityValue TradingValue',
  ),
  通联: names('tradeDate ticker finVal finBuyVal finRefundVal secVol secSellVol secRefundVol secVal tradeVal'),
  理杏仁: names(
    'date stockCode financingBalance financingPurchaseAmount financingRepaymentAmount securitiesMargin securitiesSellVolume securitiesRepaymentVolume securitiesBalance financingSecuritiesBalance',
  ),
  AmazingData: names(
    'trade_date market_code borrow_money_balance purch_with_borrow_money repayment_of_borrow_money sec_lending_balance_vol sales_of_borrowed_sec repayment_of_borrow_sec sec_lending_balance margin_trade_balance',
  ),
  ETL: names(
    'trade_date symbol margin_balance margin_buy_amount margin_repay_amount short_balance_volume short_sell_volume short_repay_volume short_balance_amount margin_short_balance',
  ),
  'no word for the keys': names(
    '何时 何物 融资余额 融资买入额 融资偿还额 融券余量 融券卖出量 融券偿还量 融券余额 融资融券余额',
  ),
};

function names(header: string): Readonly<Record<string, string>> {
  const [
    date,
    code,
    financing_balance,
    purchases,
    repayments,
    lending_qty,
    sold,
    returned,
    lending_balance,
    margin_balance,
  ] = header.split(' ') as string[];
  return {
    date,
    code,
    financing_balance,
    purchases,
    repayments,
    lending_qty,
    sold,
    returned,
    lending_balance,
    margin_balance,
  } as Readonly<Record<string, string>>;
}

const DAYS: readonly ((serial: number) => string | number)[] = [
  isoDate,
  (serial) => isoDate(serial).replace(/-/g, ''),
  (serial) => Number(isoDate(serial).replace(/-/g, '')),
  (serial) => isoDate(serial).replace(/-/g, '.'),
];

function written(rows: readonly Row[], vendor: Readonly<Record<string, string>>, day = DAYS[0]!): unknown[][] {
  const columns = Object.keys(vendor);
  return [
    columns.map((column) => vendor[column]!),
    ...rows.map((row) => columns.map((column) => (column === 'date' ? day(row.date as number) : row[column]!))),
  ];
}

const settings = { numRuns: cases(60, 1000) };

test('a table written with any source’s words is the same canonical table', () => {
  fc.assert(
    fc.property(panel, fc.constantFrom(...Object.keys(VENDORS)), fc.constantFrom(...DAYS), (rows, vendor, day) => {
      const canonical = standardize(written(rows, VENDORS.ours!));
      expect(standardize(written(rows, VENDORS[vendor]!, day))).toEqual(canonical);
      expect(standardize(canonical)).toEqual(canonical);
      expect(standardize(standardize(canonical, null, null, 'en'))).toEqual(canonical);
    }),
    settings,
  );
});

test('neither the order of columns nor that of rows changes the canonical table, nor a verdict', () => {
  fc.assert(
    fc.property(
      panel,
      fc.constantFrom(...Object.keys(VENDORS)),
      fc.array(fc.nat(), { minLength: 40, maxLength: 40 }),
      (rows, vendor, seeds) => {
        const table = written(rows, VENDORS[vendor]!);
        const shuffled = (length: number) =>
          Array.from({ length }, (_, i) => i).sort((a, b) => seeds[a % 40]! - seeds[b % 40]! || a - b);
        const columns = shuffled(table[0]!.length);
        const order = shuffled(rows.length);
        const other = [table[0]!, ...order.map((i) => table[i + 1]!)].map((row) => columns.map((at) => row[at]));
        expect(standardize(other)).toEqual(standardize(table));
        const [header, ...verdicts] = reconcile(table);
        expect(reconcile(other)).toEqual([header, ...order.map((i) => verdicts[i])]);
      },
    ),
    settings,
  );
});

const UNITS = [
  ['(元)', '(股)', 0],
  ['(万元)', '(万股)', 4],
  ['(亿元)', '(亿股)', 8],
] as const;

test('what RECONCILE calls a break it never calls right after STANDARDIZE, and in 元 it says the same', () => {
  const figure = fc.oneof(
    fc.integer({ min: 0, max: 10 ** 7 }),
    fc.integer({ min: 0, max: 10 ** 9 }).map((x) => x * 10),
  );
  const slip = fc.constantFrom(0, 0, 1, -1, 2, 5, 10, 100);
  const row = fc.tuple(figure, figure, slip);
  fc.assert(
    fc.property(
      fc.constantFrom(...UNITS),
      fc.array(row, { minLength: 1, maxLength: 8 }),
      fc.boolean(),
      ([money, , power], body, asText) => {
        const print = (hundredths: number) =>
          power === 0 ? hundredths : asText ? (hundredths / 100).toFixed(2) : hundredths / 100;
        const table = [
          ['日期', '代码', `融资余额${money}`, `融券余额${money}`, `融资融券余额${money}`],
          ...body.map(([financing, lending, off], i) => [
            '2026-01-05',
            String(600000 + i),
            print(financing),
            print(lending),
            print(Math.max(0, financing + lending + off)),
          ]),
        ];
        const verdicts = (rows: unknown) =>
          reconcile(rows)
            .slice(1)
            .map((cells) => cells[cells.length - 1]);
        const before = verdicts(table);
        const after = verdicts(standardize(table));
        if (power === 0) expect(after).toEqual(before);
        before.forEach((verdict, i) => verdict === '差异' && expect([i, after[i]]).not.toEqual([i, '一致']));
      },
    ),
    { numRuns: cases(300, 10_000) },
  );
});

test('merged cells of codes, days or markets are filled down', () => {
  fc.assert(
    fc.property(panel, fc.constantFrom('code', 'date'), (rows, key) => {
      const sorted = key === 'code' ? rows : rows.slice().sort((a, b) => (a.date as number) - (b.date as number));
      const table = written(sorted, VENDORS.Tushare!);
      const at = key === 'code' ? 1 : 0;
      const merged = table.map((row, i) =>
        i > 1 && row[at] === table[i - 1]![at] ? row.map((cell, column) => (column === at ? null : cell)) : row,
      );
      expect(standardize(merged)).toEqual(standardize(table));
    }),
    settings,
  );
});
