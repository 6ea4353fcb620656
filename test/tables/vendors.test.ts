import { STANDARDIZE } from '../../src/functions/check/standardize';
import type { Definition } from '../../src/functions/catalogue/define';
import { readCsv, type Value } from '../fixtures/csv';
import { shown } from '../support/cells';

const standardize = (table: unknown, ...rest: unknown[]) => shown(STANDARDIZE as unknown as Definition, table, ...rest);

const COLUMNS = [
  'exchange',
  'date',
  'code',
  'name',
  'financing_balance',
  'purchases',
  'repayments',
  'lending_qty',
  'sold',
  'returned',
  'lending_balance',
  'margin_balance',
] as const;
type Column = (typeof COLUMNS)[number];

/** 平安银行 on two days of 2015; the second day is the first with each figure one higher. */
const FIRST: Record<Column, string | number> = {
  exchange: 'SZSE',
  date: 42114,
  code: '000001',
  name: '平安银行',
  financing_balance: 5960345469,
  purchases: 914150095,
  repayments: 800000000,
  lending_qty: 1898697,
  sold: 9598977,
  returned: 9500000,
  lending_balance: 30948760,
  margin_balance: 5991294229,
};
const ROWS = [
  FIRST,
  {
    ...Object.fromEntries(
      Object.entries(FIRST).map(([column, value]) => [column, typeof value === 'number' ? value + 1 : value]),
    ),
  },
] as Record<Column, string | number>[];

type Fields = Partial<Record<Column, string>>;

/** How each source heads its columns, and how it writes the code and the day. */
const SOURCES: Record<
  string,
  { fields: Fields; code: string | number; day: (serial: number) => string | number; extra?: string[] }
> = {
  'SSE file': {
    fields: {
      date: '信用交易日期',
      code: '标的证券代码',
      name: '标的证券简称',
      financing_balance: '融资余额(元)',
      purchases: '融资买入额(元)',
      repayments: '融资偿还额(元)',
      lending_qty: '融券余量',
      sold: '融券卖出量',
      returned: '融券偿还量',
    },
    code: 1,
    day: (serial) => 20150420 + serial - 42114,
  },
  'SSE JSON': {
    fields: {
      date: 'opDate',
      code: 'stockCode',
      name: 'securityAbbr',
      financing_balance: 'rzye',
      purchases: 'rzmre',
      repayments: 'rzche',
      lending_qty: 'rqyl',
      sold: 'rqmcl',
      returned: 'rqchl',
      lending_balance: 'rqylje',
      margin_balance: 'rzrqjyzl',
    },
    code: 'sz000001',
    day: (serial) => String(20150420 + serial - 42114),
  },
  'SZSE file': {
    fields: {
      date: '交易日期',
      code: '证券代码',
      name: '证券简称',
      purchases: '融资买入额(元)',
      financing_balance: '融资余额(元)',
      sold: '融券卖出量(股/份)',
      lending_qty: '融券余量(股/份)',
      lending_balance: '融券余额(元)',
      margin_balance: '融资融券余额(元)',
    },
    code: '000001',
    day: (serial) => serial,
  },
  'SZSE JSON of before 2021': {
    fields: {
      date: 'date',
      code: 'zqdm',
      name: 'zqjc',
      purchases: 'jrrzmr',
      financing_balance: 'jrrzye',
      sold: 'jrrjmc',
      lending_qty: 'jrrjyl',
      lending_balance: 'jrrjye',
      margin_balance: 'jrrzrjye',
    },
    code: '000001',
    day: (serial) => serial,
  },
  Tushare: {
    fields: {
      date: 'trade_date',
      code: 'ts_code',
      name: 'name',
      financing_balance: 'rzye',
      lending_balance: 'rqye',
      purchases: 'rzmre',
      lending_qty: 'rqyl',
      repayments: 'rzche',
      returned: 'rqchl',
      sold: 'rqmcl',
      margin_balance: 'rzrqye',
    },
    code: '000001.SZ',
    day: (serial) => String(20150420 + serial - 42114),
  },
  AkShare: {
    fields: {
      date: '日期',
      code: '股票代码',
      name: '股票简称',
      financing_balance: '融资余额',
      purchases: '融资买入额',
      repayments: '融资偿还额',
      lending_qty: '融券余量',
      sold: '融券卖出量',
      returned: '融券偿还量',
      lending_balance: '融券余额',
      margin_balance: '融资融券余额',
    },
    code: '000001',
    day: (serial) => `2015-04-${20 + serial - 42114}`,
  },
  JoinQuant: {
    fields: {
      date: 'date',
      code: 'sec_code',
      financing_balance: 'fin_value',
      purchases: 'fin_buy_value',
      repayments: 'fin_refund_value',
      lending_qty: 'sec_value',
      sold: 'sec_sell_value',
      returned: 'sec_refund_value',
      margin_balance: 'fin_sec_value',
    },
    code: '000001.XSHE',
    day: (serial) => `2015-04-${20 + serial - 42114}`,
  },
  RQData: {
    fields: {
      code: 'order_book_id',
      date: 'date',
      financing_balance: 'margin_balance',
      purchases: 'buy_on_margin_value',
      repayments: 'margin_repayment',
      lending_balance: 'short_balance',
      lending_qty: 'short_balance_quantity',
      sold: 'short_sell_quantity',
      returned: 'short_repayment_quantity',
      margin_balance: 'total_balance',
    },
    code: '000001.XSHE',
    day: (serial) => `2015-04-${20 + serial - 42114} 00:00:00`,
  },
  'Wind API': {
    fields: {
      date: 'date',
      code: 'windcode',
      name: 'sec_name',
      purchases: 'mrg_long_amt',
      repayments: 'mrg_long_repay',
      financing_balance: 'mrg_long_bal',
      sold: 'mrg_short_vol',
      returned: 'mrg_short_vol_repay',
      lending_qty: 'mrg_short_vol_bal',
      lending_balance: 'mrg_short_bal',
      margin_balance: 'mrg_bal',
    },
    code: '000001.SZ',
    day: (serial) => serial,
  },
  'Wind sheet': {
    fields: {
      date: '日期',
      code: '证券代码',
      name: '证券简称',
      purchases: '融资买入额\r\n[交易日期] 2015-04-20\r\n[单位] 元',
      financing_balance: '期末余额(余量)-融资余额(元)',
      sold: '融券卖出(周期=日)-卖出量(股)',
      lending_balance: '融券余额[元]',
      margin_balance: '融资融券余额',
    },
    code: '000001.SZ',
    day: (serial) => serial,
  },
  'Eastmoney pages': {
    fields: {
      date: 'DATE',
      exchange: 'MARKET',
      code: 'SCODE',
      name: 'SECNAME',
      financing_balance: 'RZYE',
      purchases: 'RZMRE',
      repayments: 'RZCHE',
      lending_balance: 'RQYE',
      lending_qty: 'RQYL',
      sold: 'RQMCL',
      returned: 'RQCHL',
      margin_balance: 'RZRQYE',
    },
    code: '000001',
    day: (serial) => `2015-04-${20 + serial - 42114} 00:00:00`,
    extra: ['RZRQYECZ', 'RZJME', 'RZYEZB', 'SPJ'],
  },
  'Eastmoney API': {
    fields: {
      date: 'TRADE_DATE',
      code: 'SECUCODE',
      name: 'SECURITY_NAME_ABBR',
      financing_balance: 'FIN_BALANCE',
      purchases: 'FIN_BUY_AMT',
      repayments: 'FIN_REPAY_AMT',
      lending_balance: 'LOAN_BALANCE',
      lending_qty: 'LOAN_BALANCE_VOL',
      sold: 'LOAN_SELL_VOL',
      returned: 'LOAN_REPAY_VOL',
      margin_balance: 'MARGIN_BALANCE',
    },
    code: '000001.SZ',
    day: (serial) => `2015-04-${20 + serial - 42114}`,
    extra: ['SECURITY_CODE', 'FIN_NETBUY_AMT'],
  },
  'Eastmoney API in small letters': {
    fields: {
      date: 'trade_date',
      code: 'security_code',
      financing_balance: 'fin_balance',
      lending_balance: 'loan_balance',
      margin_balance: 'margin_balance',
    },
    code: '000001',
    day: (serial) => serial,
  },
  iFinD: {
    fields: {
      date: 'time',
      code: 'thscode',
      financing_balance: 'ths_margin_trading_balance_stock',
      purchases: 'ths_margin_buy_value_stock',
      repayments: 'ths_margin_repayment_value_stock',
    },
    code: '000001.SZ',
    day: (serial) => serial,
  },
};

const EXCHANGE_WORDS: Record<string, string> = { SZSE: '融资融券_深证' };

describe.each(Object.entries(SOURCES))('%s', (_, { fields, code, day, extra = [] }) => {
  const columns = Object.keys(fields) as Column[];
  const table = [
    [...columns.map((column) => fields[column]!), ...extra],
    ...ROWS.map((row) => [
      ...columns.map((column) =>
        column === 'date'
          ? day(row.date as number)
          : column === 'code'
            ? code
            : column === 'exchange'
              ? EXCHANGE_WORDS[row.exchange]
              : row[column],
      ),
      ...extra.map((_, i) => i / 10),
    ]),
  ];

  test('comes out as the canonical table', () => {
    expect(standardize(table, null, null, 'en')).toEqual([
      [...COLUMNS, ...extra],
      ...ROWS.map((row) => [
        ...COLUMNS.map((column) => (column in fields || column === 'exchange' ? row[column] : '')),
        ...extra.map((_, i) => i / 10),
      ]),
    ]);
  });

  test('and so does what came out, in either language', () => {
    for (const language of ['zh', 'en']) {
      const once = standardize(table, null, null, language);
      expect(standardize(once, null, null, language)).toEqual(once);
    }
  });
});

describe('the Shenzhen JSON since 2021', () => {
  test('securities: 亿元, but 万股 and 万元 for what is lent', () => {
    const rows = standardize([
      ['zqdm', 'zqjc', 'jrrzmr', 'jrrzye', 'jrrjmc', 'jrrjyl', 'jrrjye', 'jrrzrjye'],
      ['000001', '平安银行', '1.23', '45.80', '2.50', '1,026.64', '11,559.99', '46.96'],
    ]);
    expect(rows[1]).toEqual([
      'SZSE',
      '',
      '000001',
      '平安银行',
      4580000000,
      123000000,
      '',
      10266400,
      25000,
      '',
      115599900,
      4696000000,
    ]);
  });

  test('whole market: 亿元 and 亿股', () => {
    const rows = standardize([
      ['date', 'jrrzmr', 'jrrzye', 'jrrjmc', 'jrrjyl', 'jrrjye', 'jrrzrjye'],
      ['2026-07-16', '1,014.15', '13,982.04', '0.40', '8.79', '72.31', '14,054.35'],
    ]);
    expect(rows[1]).toEqual([
      'SZSE',
      46219,
      '',
      '',
      1398204000000,
      101415000000,
      '',
      879000000,
      40000000,
      '',
      7231000000,
      1405435000000,
    ]);
  });
});

test('AkShare’s account statistics are in 亿元', () => {
  const rows = standardize([
    ['日期', '融资余额', '融券余额', '融资买入额', '担保物总价值', '平均维持担保比例'],
    ['2024-06-13', 14769.5, 338.84, 700.1, 44328.6, 249.3],
  ]);
  expect([rows[1]![4], rows[1]![5], rows[1]![10]]).toEqual([1476950000000, 70010000000, 33884000000]);
});

const FIXTURES = [
  'exchange_summary_mixed',
  'market_account_info_akshare_docs',
  'sse_detail_600519_2026_fixtures',
  'sse_detail_601989_2015-04_tushare_docs',
  'sse_summary_2015-04_tushare_docs',
  'szse_bse_detail_akshare_docs',
  'szse_detail_2015-04-20_tushare_docs',
  'szse_summary_2015-01_tushare_docs',
];

describe.each(FIXTURES)('%s', (name) => {
  const table = readCsv(name);
  const once = standardize(table, null, null, 'en');

  test('keeps every row and is standard already once it is', () => {
    expect(once).toHaveLength(table.length);
    expect(once.flat().filter((cell) => typeof cell === 'string' && cell.startsWith('#'))).toEqual([]);
    expect(standardize(once, null, null, 'en')).toEqual(once);
  });

  test('every published figure is there in 元 or 股', () => {
    const [header, ...rows] = table as [string[], ...Value[][]];
    const unitOf = (row: readonly Value[], column: string) =>
      ({ yi: 1e8, wan: 1e4 })[String(row[header.indexOf('amount_unit')] ?? /_(yi|wan)$/.exec(column)?.[1])] ?? 1;
    const published = rows.flatMap((row) =>
      header.flatMap((column, i) =>
        /^r[zq]/.test(column) && row[i] !== null
          ? [Number((Number(row[i]) * unitOf(row, column)).toPrecision(15))]
          : [],
      ),
    );
    const standard = once.slice(1).flatMap((row) => row.slice(4, 12).filter((cell) => cell !== ''));
    expect([...standard].sort()).toEqual([...published].sort());
  });
});

test('the exchanges of the fixtures are known where their words or codes tell', () => {
  const exchanges = (name: string) => [
    ...new Set(
      standardize(readCsv(name))
        .slice(1)
        .map(([exchange]) => exchange),
    ),
  ];
  expect(FIXTURES.map(exchanges)).toEqual([
    ['SSE', 'SZSE', 'BSE'],
    [''],
    ['SSE'],
    ['SSE'],
    ['SSE'],
    ['SZSE', 'BSE'],
    ['SZSE'],
    [''],
  ]);
});
