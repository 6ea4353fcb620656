// What stands around a table, above, below and between its rows, decides its units and its days.
import { STANDARDIZE } from '../../src/functions/check/standardize';
import { bind } from '../../src/binding/bind';
import { explain } from '../../src/binding/errors';
import type { Definition } from '../../src/functions/catalogue/define';
import { serialOf } from '../../src/cells/date';

type Cells = (string | number | null)[];

const standardized = (table: Cells[]) => {
  let said = '';
  const rows = bind(STANDARDIZE as unknown as Definition)([table], (fault) => {
    said ||= explain(fault, STANDARDIZE as unknown as Definition, 'zh');
    return said;
  });
  return { rows: rows.slice(1), said, header: rows[0]! };
};

/** Financing balance, quantity on loan and lending balance of the first row, or what is wrong. */
const figuresOf = (table: Cells[]) => {
  const { rows, said } = standardized(table);
  return said || [rows[0]![4], rows[0]![7], rows[0]![10]];
};

/** 平安银行, 2015-04-20 (Shenzhen exchange), in 亿元 and 万股, without a unit in any header. */
const HEADER: Cells = ['日期', '证券代码', '融资余额', '融券余量', '融券余额'];
const ROW: Cells = ['2015-04-20', '000001', 59.6, 189.87, 0.31];
const MONEY: Cells[] = [
  ['日期', '融资余额', '融券余额'],
  ['2015-04-20', 12045.6, 83.1],
];
const IN_YI = [1204560000000, '', 8310000000];
const UNTOLD = '单位';

describe('a unit is said', () => {
  test.each<[string, Cells[], unknown]>([
    ['in two cells', [['单位', '亿元', null], ...MONEY], IN_YI],
    ['with the money before it', [['单位：人民币 亿元', null, null], ...MONEY], IN_YI],
    ['with the money behind it', [['单位：亿元人民币', null, null], ...MONEY], IN_YI],
    ['with the money in brackets', [['单位:亿元(人民币)', null, null], ...MONEY], IN_YI],
    ['with blanks in the words', [['单  位：亿 元', null, null], ...MONEY], IN_YI],
    ['beside a percent sign', [['单位：亿元，%', null, null], ...MONEY], IN_YI],
    ['as what it is counted in', [['沪深两市融资融券（以亿元计）', null, null], ...MONEY], IN_YI],
    ['alone at the right', [['沪深两市融资融券', null, '亿元'], ...MONEY], IN_YI],
    ['behind a title', [['沪深两市融资融券余额，亿元', null, null], ...MONEY], IN_YI],
    ['before the day in a title', [['沪深两市融资融券（亿元） 2015-04-20', null, null], ...MONEY], IN_YI],
    ['below the table', [...MONEY, ['单位：亿元', null, null]], IN_YI],
    ['in a note', [...MONEY, ['注：1. 上表金额单位为亿元；2. 数据来源：Wind', null, null]], IN_YI],
    ['in traditional characters', [['單位：億元', null, null], ...MONEY], IN_YI],
    ['in English', [['Unit: RMB million', null, null], ...MONEY], [12045600000, '', 83100000]],
    ['in tens of thousands', [['Margin trading (in 10k RMB)', null, null], ...MONEY], [120456000, '', 831000]],
    ['in an English title', [['Margin trading (RMB bn)', null, null], ...MONEY], [12045600000000, '', 83100000000]],
    [
      'of money and of shares apart',
      [['金额单位：亿元  数量单位：万股', null, null, null, null], HEADER, ROW],
      [5960000000, 1898700, 31000000],
    ],
    [
      'of one figure',
      [HEADER, ROW, ['注：融资余额单位为亿元，融券余量单位为万股，融券余额单位为亿元', null, null, null, null]],
      [5960000000, 1898700, 31000000],
    ],
    ['in a row above the header', [[null, null, '亿元', '万股', '亿元'], HEADER, ROW], [5960000000, 1898700, 31000000]],
  ])('%s', (_title, table, figures) => expect(figuresOf(table)).toEqual(figures));

  test.each<[string, Cells[]]>([
    ['that is no unit of ours', [['单位：10亿元', null, null], ...MONEY]],
    ['below the headers, in another money', [MONEY[0]!, [null, '亿美元', '亿美元'], MONEY[1]!]],
    ['below the headers, in billions', [MONEY[0]!, [null, '10亿元', '万元'], MONEY[1]!]],
    ['below the names of series', [MONEY[0]!, ['频率', '日', '日'], ['单位', '亿美元', '亿美元'], MONEY[1]!]],
    ['in English, of nothing we know', [['Margin trading (RMB lakh)', null, null], ...MONEY]],
    ['in two ways', [['单位：亿元', null, null], ...MONEY, ['单位：万元', null, null], ...MONEY]],
  ])('%s: refused', (_title, table) => expect(figuresOf(table)).toContain(UNTOLD));

  test.each<[string, Cells[]]>([
    ['a firm', [['编制单位：万得资讯股份', null, null], ...MONEY]],
    ['another column', [...MONEY, ['注：成交额单位：亿元', null, null]]],
    ['a number', [['两融余额重回 2 万亿元', null, null], ...MONEY]],
  ])('not of %s', (_title, table) => expect(figuresOf(table)).toEqual([12045.6, '', 83.1]));
});

/** As Wind’s and iFinD’s economic databases export series: what each is stands below its name. */
test('rows that describe a series are no data, and its unit counts', () => {
  const { rows, said } = standardized([
    ['指标名称', '融资余额:上海证券交易所', '融券余额:上海证券交易所'],
    ['频率', '日', '日'],
    ['单位', '亿元', '亿元'],
    ['指标ID', 'M0062041', 'M0062044'],
    ['来源', '上海证券交易所', '上海证券交易所'],
    [serialOf(2015, 4, 20), 11500.6, 83.1],
    [serialOf(2015, 4, 21), 11510.6, 84.1],
    ['数据来源：Wind', null, null],
  ]);
  expect(said).toBe('');
  expect(rows.map((row) => [row[0], row[1], row[4], row[10]])).toEqual([
    ['SSE', serialOf(2015, 4, 20), 1150060000000, 8310000000],
    ['SSE', serialOf(2015, 4, 21), 1151060000000, 8410000000],
  ]);
});

const PART = (balance: number): Cells[] => [
  ['证券代码', '融资余额', '融券余额'],
  ['000001', balance, 30948760],
];
const daysAndBalances = (table: Cells[]) => standardized(table).rows.map((row) => [row[1], row[4]]);
const [MONDAY, TUESDAY] = [serialOf(2015, 4, 20), serialOf(2015, 4, 21)];

describe('the day of rows without one', () => {
  test('is that of the title over them, where tables of several days stand below one another', () =>
    expect(
      daysAndBalances([['2015-04-20', null, null], ...PART(1), ['数据日期：2015-04-21', null, null], ...PART(2)]),
    ).toEqual([
      [MONDAY, 1],
      [TUESDAY, 2],
    ]));

  test('is nobody’s where only the second table has a title', () =>
    expect(daysAndBalances([...PART(1), ['数据日期：2015-04-21', null, null], ...PART(2)])).toEqual([
      ['', 1],
      ['', 2],
    ]));

  test('is that of the title, whatever a remark says of other days', () =>
    expect(
      daysAndBalances([['2015-04-20', null, null], ...PART(1), ['注：2014年9月22日起标的扩大', null, null]]),
    ).toEqual([[MONDAY, 1]]));

  test.each(['上市日期', '更新时间', 'update_time', 'list_date', '开始日期'])('is not %s', (header) =>
    expect(
      daysAndBalances([
        ['证券代码', header, '融资余额', '融券余额'],
        ['000001', '1991-04-03', 1, 2],
      ]),
    ).toEqual([['', 1]]),
  );
});

const UNITS: Cells = [null, null, '万元', '万股', '万元'];
const IN_WAN = (day: string): Cells => [day, '000001', 596034, 189.87, 3094.88];

describe('a header that is there again', () => {
  test('with its row of units is no data', () => {
    const { rows, said } = standardized([HEADER, UNITS, IN_WAN('2015-04-20'), HEADER, UNITS, IN_WAN('2015-04-21')]);
    expect([said, rows.map((row) => [row[1], row[4]])]).toEqual([
      '',
      [
        [MONDAY, 5960340000],
        [TUESDAY, 5960340000],
      ],
    ]);
  });

  test('with other units is another table', () =>
    expect(
      figuresOf([HEADER, UNITS, IN_WAN('2015-04-20'), HEADER, [null, null, '亿元', '万股', '亿元'], ROW]),
    ).toContain('另一标题行'));
});

test('a text that says it is shares is no money, and the other way round', () => {
  const { rows, said } = standardized([
    HEADER,
    ['2015-04-20', '000001', '59.60亿', '3094.88万元', '189.87万股'],
    ['2015-04-21', '000001', '59.60亿元', '189.87万股', '3094.88万元'],
  ]);
  expect(said).toContain('3094.88万元');
  expect(rows[1]!.slice(4, 11)).toEqual([5960000000, '', '', 1898700, '', '', 30948800]);
});

describe('tables pasted below one another, each with its name over it', () => {
  const PLAIN: Cells = ['日期', '融资余额', '融券余额'];
  const named = (first: Cells[], second: string) =>
    standardized([
      ...first,
      PLAIN,
      ['2015-04-20', 1, 2],
      [second, null, null],
      PLAIN,
      ['2015-04-20', 3, 4],
      ['合计', 3, 4],
    ]).rows.map((row) => [row[0], row[2], row[4]]);

  test('are of their markets', () =>
    expect(named([['上海市场', null, null]], '深圳市场')).toEqual([
      ['SSE', '', 1],
      ['SZSE', '合计', 3],
      ['SZSE', '', 3],
    ]));

  test('are of their securities', () =>
    expect(named([['000001 平安银行', null, null]], '600000.SH')).toEqual([
      ['SSE', '600000', 3],
      ['SSE', '合计', 3],
      ['SZSE', '000001', 1],
    ]));

  test('are nobody’s where the first has no name', () =>
    expect(named([], '深圳市场').map(([exchange]) => exchange)).toEqual(['', '', '']));
});

/** The page of 新浪 has 余量金额 and 余额 beside one another. */
test('a figure that is there twice is read once where both columns say the same, and refused where they do not', () => {
  const table = (again: number): Cells[] => [
    ['股票代码', '融资余额(元)', '融券余量金额(元)', '融券余量(股)', '融券余额(元)'],
    ['000001', 5960345469, 30948760, 1898697, 30948760],
    ['600000', 8960345469, 20948760, 1598697, again],
  ];
  expect(figuresOf(table(20948760))).toEqual([8960345469, 1598697, 20948760]);
  expect(figuresOf(table(20948761))).toContain('有歧义');
});

test('a table on its side is told apart from one without a header', () =>
  expect(
    figuresOf([
      ['项目', '2015-04-20', '2015-04-21'],
      ['融资余额', 5960345469, 5960345470],
      ['融券余额', 30948760, 30948761],
    ]),
  ).toContain('标签'));

/** Header words of Hong Kong desks for mainland tables; of the Taiwan Stock Exchange for its own. */
describe('traditional characters', () => {
  test('are read', () =>
    expect(
      figuresOf([
        ['日期', '證券代碼', '融資餘額(億元)', '融券餘量(萬股)', '融券餘額(萬元)'],
        ['2015-04-20', '000001', 59.6, 189.87, 3094.88],
      ]),
    ).toEqual([5960000000, 1898700, 30948800]));

  test.each<[string, Cells]>([
    ['', ['日期', '股票代號', '融資餘額', '資券互抵', '融券餘額']],
    [' by another word', ['日期', '股票代碼', '融資今日餘額', '融資限額', '融券餘額']],
  ])('of Taiwan are refused%s: its balances are 張 of 1,000 shares', (_title, header) =>
    expect(figuresOf([header, ['2024-01-05', 2330, 25000, 100, 300]])).toContain('台湾'),
  );
});
