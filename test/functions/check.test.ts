import { serialOf } from '../../src/cells/date';
import { bind } from '../../src/binding/bind';
import { explain } from '../../src/binding/errors';
import type { Definition } from '../../src/functions/catalogue/define';
import { FINANCING_BALANCE_BREAK } from '../../src/functions/check/financing-balance-break';
import { FINANCING_REPAYMENT_IMPLIED } from '../../src/functions/check/financing-repayment-implied';
import { LENDING_BALANCE_BREAK } from '../../src/functions/check/lending-balance-break';
import { LENDING_QTY_BREAK } from '../../src/functions/check/lending-qty-break';
import { LENDING_QTY_RETURNED_IMPLIED } from '../../src/functions/check/lending-qty-returned-implied';
import { MARGIN_BALANCE_BREAK } from '../../src/functions/check/margin-balance-break';
import { RECONCILE } from '../../src/functions/check/reconcile';
import { STANDARDIZE } from '../../src/functions/check/standardize';
import { readCsv } from '../fixtures/csv';
import { shown, shownOne } from '../support/cells';

const as = (definition: unknown) => definition as Definition;

describe('every blank is missing in a check', () => {
  test.each<[string, unknown, unknown[], unknown]>([
    ['repayment implied', FINANCING_REPAYMENT_IMPLIED, [100, 30, 90], 40],
    ['no purchases published', FINANCING_REPAYMENT_IMPLIED, [100, null, 90], '#N/A'],
    ['no balance published', FINANCING_REPAYMENT_IMPLIED, [100, 30, '-'], '#N/A'],
    ['no prior balance', FINANCING_REPAYMENT_IMPLIED, [null, 30, 90], '#N/A'],
    ['a prior balance alone is an empty row', FINANCING_REPAYMENT_IMPLIED, [100, null, null], ''],
    ['a negative balance', FINANCING_REPAYMENT_IMPLIED, [100, 30, -90], '#NUM!'],
    ['returned implied, negative after a corporate action', LENDING_QTY_RETURNED_IMPLIED, [150000, 0, 300000], -150000],
    ['nothing sold is written 0', LENDING_QTY_RETURNED_IMPLIED, [150000, null, 300000], '#N/A'],
    ['a balance that rolls', FINANCING_BALANCE_BREAK, [100, 30, 40, 90], 0],
    ['a balance that does not', FINANCING_BALANCE_BREAK, [100, 30, 40, 91], -1],
    ['no noise where doubles have it', FINANCING_BALANCE_BREAK, [0.1, 0.2, 0, 0.3], 0],
    ['no repayments published', FINANCING_BALANCE_BREAK, [100, 30, null, 90], '#N/A'],
    ['repayments may be negative', FINANCING_BALANCE_BREAK, [100, 30, -40, 170], 0],
    ['text is no figure', FINANCING_BALANCE_BREAK, [100, 30, '待定', 90], '#VALUE!'],
    ['quantity, 601989 on 2015-04-09', LENDING_QTY_BREAK, [1237814, 38205439, 37598326, 1930100], -85173],
    ['no quantity returned', LENDING_QTY_BREAK, [1237814, 38205439, null, 1930100], '#N/A'],
    ['margin balance in words', MARGIN_BALANCE_BREAK, ['97753.18万', '982.29万', '98735.47万元'], 0],
    ['margin balance, no lending balance', MARGIN_BALANCE_BREAK, [1, null, 1], '#N/A'],
    ['lending balance at the close', LENDING_BALANCE_BREAK, [1898697, 16.3, 30948760], 1.1],
    ['lots are ten bonds', LENDING_BALANCE_BREAK, [250, 101.325, 253312, '手'], 0.5],
    ['a price of 0 beside a quantity is a blank', LENDING_BALANCE_BREAK, [1, 0, 1], '#N/A'],
    ['nothing on loan needs no price', LENDING_BALANCE_BREAK, [0, 0, 0], 0],
    ['a negative price', LENDING_BALANCE_BREAK, [1, -1, 1], '#NUM!'],
    ['another unit', LENDING_BALANCE_BREAK, [1, 1, 1, 'dozen'], '#VALUE!'],
  ])('%s', (_, definition, args, expected) => expect(shownOne(as(definition), ...args)).toBe(expected));

  test('SZSE 2015-04-20: quantity × implied close is off by less than 2 元 and the balances agree', () => {
    const [, ...rows] = readCsv('szse_detail_2015-04-20_tushare_docs');
    const column = (i: number) => rows.map((row) => [row[i]]);
    expect(shown(as(MARGIN_BALANCE_BREAK), column(3), column(6), column(7))).toEqual(rows.map(() => [0]));
    const closes = rows.map(([, , , , , qty, balance]) => [Math.round((Number(balance) / Number(qty)) * 100) / 100]);
    const breaks = shown(as(LENDING_BALANCE_BREAK), column(5), closes, column(6)).flat() as number[];
    expect(breaks.every((difference) => Math.abs(difference) < 2)).toBe(true);
    expect(breaks.some((difference) => difference !== 0)).toBe(true);
  });
});

const reconcile = (table: unknown, ...rest: unknown[]) => shown(as(RECONCILE), table, ...rest);
const verdicts = (table: unknown, ...rest: unknown[]) =>
  reconcile(table, ...rest)
    .slice(1)
    .map((row) => row[row.length - 1]);
const day = (iso: string) => {
  const [year, month, date] = iso.split('-').map(Number);
  return serialOf(year!, month!, date!);
};

describe('RECONCILE on published tables', () => {
  test('SSE 601989: six breaks of money and two of quantity', () => {
    expect(reconcile(readCsv('sse_detail_601989_2015-04_tushare_docs'))).toEqual([
      ['日期', '代码', '融资余额差异', '融券余量差异', '核对结果'],
      [day('2015-04-03'), '601989', '', '', '无前日'],
      [day('2015-04-07'), '601989', -8661398, 0, '差异'],
      [day('2015-04-08'), '601989', -7062986, 0, '差异'],
      [day('2015-04-09'), '601989', 26277849, -85173, '差异'],
      [day('2015-04-10'), '601989', 0, 0, '一致'],
      [day('2015-04-13'), '601989', 1, 0, '差异'],
      [day('2015-04-14'), '601989', 35449852, -18000, '差异'],
      [day('2015-04-15'), '601989', 0, 0, '一致'],
      [day('2015-04-16'), '601989', 0, 0, '一致'],
      [day('2015-04-17'), '601989', 12458128, 0, '差异'],
    ]);
  });

  test.each([
    'sse_summary_2015-04_tushare_docs',
    'szse_summary_2015-01_tushare_docs',
    'szse_detail_2015-04-20_tushare_docs',
  ])('%s agrees throughout', (name) => {
    expect(new Set(verdicts(readCsv(name)))).toEqual(new Set(['一致']));
  });

  test('SSE 600519: two consecutive days agree, a gap of months is no break', () => {
    expect(verdicts(readCsv('sse_detail_600519_2026_fixtures'))).toEqual(['无前日', '一致', '无前日']);
  });

  test('SZSE rows whose financing balance was elided are missing, BSE rows agree', () => {
    expect(verdicts(readCsv('szse_bse_detail_akshare_docs'))).toEqual([
      ...Array(10).fill('缺失'),
      ...Array(5).fill('一致'),
    ]);
  });

  const [header, ...mixed] = readCsv('exchange_summary_mixed') as [unknown[], ...unknown[][]];

  test('markets in 元, 亿元 and 万元, and figures of seven digits, are judged to their own rounding', () => {
    const result = reconcile([header, ...mixed]);
    expect(result[0]).toEqual(['日期', '代码', '融资余额差异', '融资融券余额差异', '核对结果']);
    expect(result.filter((row) => row[4] === '差异')).toEqual([]);
    expect(result[1]!.slice(2)).toEqual(['', -20000, '无前日']);
    expect(result[17]).toEqual([day('2026-07-21'), '', '', -0.01, '一致']);
  });

  test.each(['SSE', 'SZSE', 'BSE'])('the rows of %s alone come out as they do in the mixed table', (exchange) => {
    const own = mixed.map((row, i) => ({ row, i })).filter(({ row }) => row[1] === exchange);
    const all = verdicts([header, ...mixed]);
    expect(verdicts([header, ...own.map(({ row }) => row)])).toEqual(own.map(({ i }) => all[i]));
  });

  test('the same figures one digit wrong are breaks', () => {
    const wrong = mixed.map((row) => row.slice());
    wrong[0]![9] = 3.506888e11;
    wrong[2]![9] = Number(wrong[2]![9]) + 1;
    wrong[12]![9] = 7234.99;
    wrong[16]![9] = 835781.75;
    expect(verdicts([header, ...wrong]).flatMap((verdict, i) => (verdict === '差异' ? [i] : []))).toEqual([
      0, 2, 12, 16,
    ]);
  });
});

const HEADER = ['日期', '代码', '融资余额', '融资买入额', '融资偿还额'];

describe('RECONCILE finds the day before', () => {
  const table = [
    HEADER,
    ['2024-01-02', 600000, 100, 0, 0],
    ['2024-01-03', 600000, 110, 30, 20],
    ['2024-01-02', '000001.SZ', 500, 0, 0],
    ['2024-01-03', '000001.SZ', 503, 5, 2],
    ['2024-01-03', 600004, 70, 1, 1],
  ];

  test('in any order of rows', () => {
    const order = [4, 1, 5, 3, 0, 2];
    const shuffled = [HEADER, ...order.filter((i) => i > 0).map((i) => table[i]!)];
    const straight = reconcile(table);
    expect(reconcile(shuffled)).toEqual([straight[0], ...order.filter((i) => i > 0).map((i) => straight[i]!)]);
  });

  test('a security that was not in the table the day before has none', () =>
    expect(verdicts(table)).toEqual(['无前日', '一致', '无前日', '一致', '无前日']));

  test('a security back after a day has none: the day between belongs to the exchange', () => {
    expect(
      verdicts([
        HEADER,
        ['2024-01-02', 600000, 100, 0, 0],
        ['2024-01-03', 600004, 5, 0, 0],
        ['2024-01-04', 600000, 100, 0, 0],
      ]),
    ).toEqual(['无前日', '无前日', '无前日']);
  });

  test('days of another exchange do not come between', () => {
    expect(
      verdicts([
        HEADER,
        ['2024-01-02', 600000, 100, 0, 0],
        ['2024-01-03', 300001, 5, 0, 0],
        ['2024-01-04', 600000, 101, 0, 0],
      ]),
    ).toEqual(['无前日', '无前日', '无前日']);
    expect(
      verdicts([
        HEADER,
        ['2024-01-02', 600000, 100, 0, 0],
        ['2024-01-03', 300001, 5, 0, 0],
        ['2024-01-03', 600000, 101, 0, 0],
      ]),
    ).toEqual(['无前日', '无前日', '差异']);
  });

  test.each([
    ['a trading day that the exchange lacks in the table', '2024-01-02', '2024-01-04', '无前日'],
    ['the day before a holiday of nine days', '2024-02-08', '2024-02-19', '一致'],
    ['a day of the table that is no trading day is the day before', '2024-01-06', '2024-01-08', '一致'],
    ['beyond the calendar the previous date counts', '2027-01-04', '2027-01-15', '一致'],
    ['and no longer than eleven days', '2027-01-04', '2027-01-16', '无前日'],
  ])('%s', (_, before, after, verdict) => {
    expect(verdicts([HEADER, [before, 600000, 100, 0, 0], [after, 600000, 100, 0, 0]])[1]).toBe(verdict);
  });

  test.each([
    ['eleven days back is the day before', '2020-01-23', '2020-02-03', '一致'],
    ['twelve days back is not', '2020-01-23', '2020-02-04', '无前日'],
  ])('%s', (_, before, after, verdict) => {
    expect(verdicts([HEADER, [before, 600000, 100, 0, 0], [after, 600000, 100, 0, 0]])[1]).toBe(verdict);
  });

  test('two exchanges on one date are told apart by their column', () => {
    const rows = [
      ['交易所', '日期', '融资余额', '融资买入额', '融资偿还额'],
      ['上交所', '2024-01-02', 100, 0, 0],
      ['SZ', '2024-01-02', 50, 0, 0],
      ['SH', '2024-01-03', 110, 10, 0],
      ['深交所', '2024-01-03', 51, 1, 0],
    ];
    expect(verdicts(rows)).toEqual(['无前日', '无前日', '一致', '一致']);
  });
});

describe('RECONCILE gives the worst verdict', () => {
  test('duplicate before break before missing before no prior', () => {
    const rows = [
      [...HEADER, '融券余额', '融资融券余额'],
      ['2024-01-02', 600000, 100, 0, 0, 5, 105],
      ['2024-01-03', 600000, 110, 10, 0, 5, 116],
      ['2024-01-03', 600004, 70, 1, null, 5, 75],
      ['2024-01-03', 600006, 70, 1, 1, 5, 75],
      ['2024-01-03', 600007, 70, 1, 1, 5, 79],
      ['2024-01-03', 600007, 70, 1, 1, 5, 75],
    ];
    expect(verdicts(rows)).toEqual(['无前日', '差异', '缺失', '无前日', '重复', '重复']);
    expect(verdicts(rows, null, 'en')).toEqual(['no prior', 'break', 'missing', 'no prior', 'duplicate', 'duplicate']);
  });

  test('a day that is there twice with the same figures serves the next day, with different ones it does not', () => {
    const day1 = ['2024-01-02', 600000, 100, 0, 0];
    const next = ['2024-01-03', 600000, 110, 10, 0];
    expect(verdicts([HEADER, day1, day1, next])).toEqual(['重复', '重复', '一致']);
    expect(verdicts([HEADER, day1, ['2024-01-02', 600000, 101, 0, 0], next])).toEqual(['重复', '重复', '无前日']);
  });

  test('a bad cell spoils its own row and is missing for the next', () => {
    const rows = [
      HEADER,
      ['2024-01-02', 600000, '待定', 0, 0],
      ['2024-01-03', 600000, 110, 10, 0],
      ['2024-01-04', 600000, 110, 0, 0],
    ];
    expect(
      reconcile(rows)
        .slice(1)
        .map((row) => row.slice(2)),
    ).toEqual([
      ['#VALUE!', '#VALUE!'],
      ['', '缺失'],
      [0, '一致'],
    ]);
  });

  test('a bad date spoils its own row, a blank row stays empty', () => {
    const rows = [
      HEADER,
      ['明天', 600000, 100, 0, 0],
      [null, null, null, null, null],
      ['2024-01-04', 600000, 110, 0, 0],
    ];
    expect(reconcile(rows).slice(1)).toEqual([
      ['#VALUE!', '600000', '', '#VALUE!'],
      ['', '', '', ''],
      [day('2024-01-04'), '600000', '', '无前日'],
    ]);
  });

  test('an exchange that publishes no repayments is not missing them', () => {
    const rows = [
      [...HEADER, '融券余额', '融资融券余额'],
      ['2024-01-02', 600000, 100, 0, 0, null, null],
      ['2024-01-03', 600000, 110, 10, 0, null, null],
      ['2024-01-03', 1, 70, 1, null, 5, 75],
    ];
    expect(verdicts(rows)).toEqual(['无前日', '一致', '一致']);
  });

  test('a row of which nothing can be checked is missing, not ok', () => {
    const rows = [
      HEADER,
      ['2024-01-02', 600000, 100, 0, 0],
      ['2024-01-03', 600000, 110, 10, 0],
      ['2024-01-03', 1, 70, 1, null],
    ];
    expect(verdicts(rows)).toEqual(['无前日', '一致', '缺失']);
  });
});

describe('RECONCILE allows for rounding', () => {
  const margin = (financing: unknown, lending: unknown, both: unknown, unit = '') => [
    ['日期', `融资余额${unit}`, `融券余额${unit}`, `融资融券余额${unit}`],
    ['2024-01-02', financing, lending, both],
  ];

  test.each<[string, unknown[][], string]>([
    ['whole 元 leave no room', margin(100, 5, 106), '差异'],
    ['亿元 with two decimals: three halves of 0.01', margin(7077.67, 157.31, 7234.97, '(亿元)'), '一致'],
    ['one more is a break', margin(7077.67, 157.32, 7234.97, '(亿元)'), '差异'],
    ['亿元 with one decimal', margin(7077.6, 157.3, 7234.8, '(亿元)'), '一致'],
    [
      'a column is as fine as its finest figure',
      [...margin(7077.6, 157.3, 7234.8, '(亿元)'), ['2024-01-03', 1.01, 1.01, 2.02]],
      '差异',
    ],
    ['whole 亿元 are rounded too', margin(7078, 157, 7236, '(亿元)'), '一致'],
    ['text shows its digits', margin('3.495054e+11', '1.083380e+09', '3.505888e+11'), '一致'],
    ['numbers of seven digits in the billions', margin(3.495054e11, 1.08338e9, 3.505888e11), '一致'],
    ['billions with all their digits', margin(349505412345, 1083380123, 350588792467), '差异'],
    ['billions of five digits were round by themselves', margin(349510000000, 1083300000, 350590000000), '差异'],
    ['small round figures are exact', margin(12000000, 500000, 12500001), '差异'],
    ['a cell with its own unit', margin('6.6亿', '0.1亿', '6.7亿'), '一致'],
    ['thousands commas', margin('13,982.04', '72.31', '14,054.35', '(亿元)'), '一致'],
  ])('%s', (_, table, verdict) => expect(verdicts(table)[0]).toBe(verdict));

  test('a tolerance of one’s own, in the unit of the table', () => {
    const table = margin(7077.67, 157.33, 7234.97, '(亿元)');
    expect([null, 0, 0.02, 0.03].map((tolerance) => verdicts(table, tolerance)[0])).toEqual([
      '差异',
      '差异',
      '差异',
      '一致',
    ]);
    expect(reconcile(table)[1]![2]).toBe(0.03);
  });

  test('a tolerance below 0', () => expect(reconcile(margin(1, 1, 2), -1)).toEqual([['#NUM!']]));

  test('the close adds a check of the lending balance, with room for 2 元', () => {
    const rows = [
      ['date', 'ts_code', 'rqyl', 'close', 'rqye'],
      ['2015-04-20', '000001.SZ', 1898697, 16.3, 30948760],
      ['2015-04-20', '000002.SZ', 100, 10, 998],
      ['2015-04-20', '000006.SZ', 100, 10, 997],
      ['2015-04-20', '000009.SZ', 100, 0, 997],
    ];
    expect(reconcile(rows, null, 'en')).toEqual([
      ['date', 'code', 'lending_balance_break', 'verdict'],
      [42114, '000001', 1.1, 'ok'],
      [42114, '000002', 2, 'ok'],
      [42114, '000006', 3, 'break'],
      [42114, '000009', '', 'missing'],
    ]);
  });

  test('one identity across units of one table, as the Shenzhen page prints it', () => {
    const rows = [
      ['证券代码', '融资余额(亿元)', '融券余额(万元)', '融资融券余额(亿元)'],
      ['000001', 45.8, 11559.99, 46.96],
    ];
    expect(reconcile(rows)[1]).toEqual(['', '000001', -0.004001, '一致']);
  });
});

describe('RECONCILE refuses what it cannot check', () => {
  const sentence = (table: unknown, language: 'en' | 'zh' = 'en') =>
    bind(as(RECONCILE))([table, null, null], (fault) => explain(fault, RECONCILE, language))[0]![0];

  test.each([
    [
      'no header',
      [
        [1, 2],
        [3, 4],
      ],
      /no header row/,
    ],
    [
      'no identity',
      [
        ['日期', '融资余额'],
        ['2024-01-02', 1],
      ],
      /^A needed column is not there: financing_balance \+ purchases \+ repayments; or [ -~]+\.$/,
    ],
    [
      'an ambiguous header',
      [
        ['date', 'margin_balance'],
        ['2024-01-02', 1],
      ],
      /“margin_balance” can mean more than one thing/,
    ],
  ])('%s', (_, table, expected) => expect(sentence(table)).toMatch(expected));

  test('the columns that it needs are named in the language of the message, whatever the language of the result', () => {
    expect(
      sentence(
        [
          ['日期', '融资余额'],
          ['2024-01-02', 1],
        ],
        'zh',
      ),
    ).toMatch(/^缺少需要的列：融资余额 \+ 融资买入额 \+ 融资偿还额；或 [^A-Za-z]+。$/);
  });

  test('a bad cell names its column', () => {
    const table = [
      ['日期', '融资余额(元)', '融资买入额', '融资偿还额', '融券余量', '融券余额', '收盘价'],
      ['明天', '3--', 1, 1, 1, 1, '待定'],
    ];
    const row = bind(as(RECONCILE))([table, null, null], (fault) => explain(fault, RECONCILE, 'zh'))[1]!;
    expect(row).toEqual(
      expect.arrayContaining([
        '日期不是 1990 至 2100 年间的日期：“明天”。',
        '融资余额(元)不是数字：“3--”。',
        '收盘价不是数字：“待定”。',
      ]),
    );
  });

  test('a blank range gives a blank', () => expect(reconcile([[null, null]])).toEqual([['']]));
});

describe('STANDARDIZE', () => {
  const standardize = (table: unknown, ...rest: unknown[]) => shown(as(STANDARDIZE), table, ...rest);
  const ZH = [
    '交易所',
    '日期',
    '代码',
    '名称',
    '融资余额',
    '融资买入额',
    '融资偿还额',
    '融券余量',
    '融券卖出量',
    '融券偿还量',
    '融券余额',
    '融资融券余额',
  ];

  const table = [
    ['代码', '日期', '融资余额', '备注'],
    ['合计', '2024-01-02', 6, 'd'],
    ['920001', '2024-01-02', 5, 'c'],
    [1, '2024-01-03', 2, null],
    ['sz000001', 20240102, 1, 'b'],
    ['600000.SH', 45293, 3, 'a'],
    ['010107', '2024-01-02', 4, 'e'],
  ];

  test('sorts by exchange, code and date, keeps totals and unknown columns', () => {
    expect(standardize(table)).toEqual([
      [...ZH, '备注'],
      ['SSE', 45293, '600000', '', 3, '', '', '', '', '', '', '', 'a'],
      ['SZSE', 45293, '000001', '', 1, '', '', '', '', '', '', '', 'b'],
      ['SZSE', 45294, '000001', '', 2, '', '', '', '', '', '', '', ''],
      ['BSE', 45293, '920001', '', 5, '', '', '', '', '', '', '', 'c'],
      ['', 45293, '010107', '', 4, '', '', '', '', '', '', '', 'e'],
      ['', 45293, '合计', '', 6, '', '', '', '', '', '', '', 'd'],
    ]);
  });

  test('units given as arguments, in either language', () => {
    const bare = [
      ['日期', '融资余额', '融券余量'],
      ['2024-04-11', 7077.67, 24.34],
    ];
    const figures = (...units: unknown[]) => standardize(bare, ...units).map((row) => [row[4], row[7]])[1];
    expect(figures('亿元', '亿股')).toEqual([707767000000, 2434000000]);
    expect(figures('million_yuan', 'wan_share')).toEqual([7077670000, 243400]);
    expect(figures('千元', 'share')).toEqual([7077670, 24.34]);
  });

  test.each<[string, unknown[][], unknown[], RegExp]>([
    [
      'quantities with decimals and no unit, and the amounts beside them',
      [
        ['日期', '融资余额', '融券余量'],
        ['2024-04-11', 7077.67, 24.34],
      ],
      [],
      /unit of “融资余额, 融券余量” cannot be told/,
    ],
    [
      'the unit of the quantities alone does not tell that of the amounts',
      [
        ['日期', '融资余额', '融券余量'],
        ['2024-04-11', 7077.67, 24.34],
      ],
      [null, '亿股'],
      /unit of “融资余额” cannot be told/,
    ],
    [
      'a unit that is none',
      [
        ['日期', '融资余额'],
        ['2024-04-11', 1],
      ],
      ['美元'],
      /amount_unit cannot be “美元”/,
    ],
    [
      'no header',
      [
        ['a', 'b'],
        [1, 2],
      ],
      [],
      /no header row that is known: a, b/,
    ],
  ])('refuses %s', (_, rows, rest, sentence) => {
    expect(bind(as(STANDARDIZE))([rows, ...rest], (fault) => explain(fault, STANDARDIZE, 'en'))[0]![0]).toMatch(
      sentence,
    );
  });

  test('a bad cell names its column', () => {
    const rows = [
      ['日期', '融资余额(元)'],
      ['待定', '3--'],
    ];
    const said = (language: 'en' | 'zh') =>
      bind(as(STANDARDIZE))([rows], (fault) => explain(fault, STANDARDIZE, language))[1]!.filter((cell) => cell !== '');
    expect(said('en')).toEqual([
      '日期 is not a date between 1990 and 2100: “待定”.',
      '融资余额(元) is not a number: “3--”.',
    ]);
    expect(said('zh')).toEqual(['日期不是 1990 至 2100 年间的日期：“待定”。', '融资余额(元)不是数字：“3--”。']);
  });

  test('errors stay in their cell, figures that were not published stay blank', () => {
    const rows = [
      ['日期', '代码', '融资余额', '融资买入额', '融券余量'],
      ['待定', '600000', '--', '待定', { type: 'Error', basicValue: '#REF!' }],
    ];
    expect(standardize(rows)[1]).toEqual(['SSE', '#VALUE!', '600000', '', '', '#VALUE!', '', '#REF!', '', '', '', '']);
  });
});

test('100,000 rows take not much more than ten times as long as 10,000', () => {
  const rows = (n: number) => [
    ['date', 'code', 'rzye', 'rzmre', 'rzche', 'rqye', 'rzrqye'],
    ...Array.from({ length: n }, (_, i) => [
      42000 + Math.floor(i / 2000),
      600000 + (i % 2000),
      1e9 + i,
      20,
      10,
      5,
      1e9 + i + 5,
    ]),
  ];
  const time = (table: unknown) => {
    const start = process.cpuUsage();
    shown(as(RECONCILE), table);
    shown(as(STANDARDIZE), table);
    return process.cpuUsage(start).user;
  };
  const [small, large] = [rows(10_000), rows(100_000)];
  time(small);
  expect(time(large) / time(small)).toBeLessThan(30);
});
