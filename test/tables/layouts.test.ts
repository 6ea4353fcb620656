/** Layouts that nobody documents and people make. */
import { bind } from '../../src/binding/bind';
import { explain } from '../../src/binding/errors';
import type { Definition } from '../../src/functions/catalogue/define';
import { RECONCILE } from '../../src/functions/check/reconcile';
import { STANDARDIZE } from '../../src/functions/check/standardize';

const call = (definition: unknown, table: unknown) =>
  bind(definition as Definition)([table], (fault) => `#${explain(fault, definition as Definition, 'zh')}`);
const standardize = (table: unknown) => call(STANDARDIZE, table);
const reconcile = (table: unknown) => call(RECONCILE, table);
/** Exchange, day, code, then the figures that are there. */
const read = (table: unknown) =>
  standardize(table)
    .slice(1)
    .map((row) => [row[0], row[1], row[2], ...row.slice(4, 12).filter((cell) => cell !== '')]);

test('groups with a unit above their columns, a total beside them', () => {
  const table = [
    ['日期', '融资(万元)', null, null, '融券(万股)', null, '融资融券余额(万元)'],
    [null, '余额', '买入额', '偿还额', '余量', '卖出量', null],
    ['2026-01-29', 100.5, 10, 5, 3.2, 1, 120.5],
  ];
  expect(read(table)).toEqual([['', 46051, '', 1005000, 100000, 50000, 32000, 10000, 1205000]]);
});

test('markets above sides above words', () => {
  const table = [
    ['日期', '沪市', null, null, null, '深市', null, null, null],
    [null, '融资', null, '融券', null, '融资', null, '融券', null],
    [null, '余额(元)', '买入额(元)', '余额(元)', '余量(股)', '余额(元)', '买入额(元)', '余额(元)', '余量(股)'],
    ['2026-01-29', 1, 2, 3, 4, 5, 6, 7, 8],
  ];
  expect(read(table)).toEqual([
    ['SSE', 46051, '', 1, 2, 4, 3],
    ['SZSE', 46051, '', 5, 6, 8, 7],
  ]);
});

test('a market that has no figures in a row has no line', () => {
  const table = [
    ['日期', '上海_融资余额', '北京_融资余额'],
    ['2022-01-04', 1, null],
    ['2024-01-04', 2, 3],
  ];
  expect(read(table)).toEqual([
    ['SSE', 44565, '', 1],
    ['SSE', 45295, '', 2],
    ['BSE', 45295, '', 3],
  ]);
});

test('securities side by side', () => {
  const table = [
    [null, '000001.SZ', null, '600000.SH', null],
    ['日期', '融资余额', '融券余额', '融资余额', '融券余额'],
    ['2026-01-29', 1, 2, 3, 4],
  ];
  expect(read(table)).toEqual([
    ['SSE', 46051, '600000', 3, 4],
    ['SZSE', 46051, '000001', 1, 2],
  ]);
});

test.each([
  [
    '日期：2026-06-03 below the table',
    [
      ['证券代码', '融资余额'],
      ['920002', 1],
      ['日期：2026-06-03', null],
    ],
    46176,
  ],
  [
    'a title with the day',
    [
      ['2026年1月29日融资融券交易明细', null],
      ['证券代码', '融资余额'],
      ['600000', 1],
    ],
    46051,
  ],
  [
    'the day of the download is none',
    [
      ['下载日期：2026-02-03', null],
      ['证券代码', '融资余额'],
      ['600000', 1],
    ],
    '',
  ],
  [
    'two days are none',
    [
      ['2026-01-05 至 2026-01-09', null],
      ['证券代码', '融资余额'],
      ['600000', 1],
    ],
    '',
  ],
])('%s', (_, table, day) => expect(read(table)[0]![1]).toBe(day));

test('a title that ends in the unit', () => {
  const table = [
    ['融资融券余额（亿元）', null, null],
    ['日期', '融资余额', '融券余额'],
    ['2026-01-29', 7077.67, 157.3],
  ];
  expect(read(table)).toEqual([['', 46051, '', 707767000000, 15730000000]]);
});

test('an index without a header pushes no figure under another header', () => {
  const table = [
    ['trade_date', 'ts_code', 'rzye', 'rzmre', null],
    [0, '20260129', '600000.SH', 10, 1],
    [1, '20260130', '600000.SH', 11, 2],
  ];
  expect(read(table)).toEqual([
    ['SSE', 46051, '600000', 10, 1],
    ['SSE', 46052, '600000', 11, 2],
  ]);
});

test('figures that stood beside their columns are errors where the row cannot be put right', () => {
  const table = [
    ['日期', '代码', '名称', '融资余额', '融资买入额'],
    ['2026-01-29', '600000', '浦发银行', 10, 1],
    ['600000', '浦发银行', 11, 2, null],
  ];
  const figures = standardize(table)
    .slice(1)
    .find((row) => row[1] !== 46051)!
    .slice(4, 12);
  expect(figures.filter((cell) => cell !== '' && !String(cell).startsWith('#'))).toEqual([]);
});

describe('is refused, or an error, with the reason', () => {
  test.each<[string, unknown[][], RegExp]>([
    [
      'a second table with other columns below',
      [
        ['证券代码', '融资余额', '融资买入额'],
        ['600000', 1, 2],
        ['证券代码', '融资买入额', '融资余额'],
        ['000001', 3, 4],
      ],
      /第 2 行是另一标题行/,
    ],
    [
      'a table on its side',
      [
        ['项目', '2026-01-29', '2026-01-30'],
        ['融资余额', 10, 11],
        ['融券余额', 1, 2],
      ],
      /请把标签排成一行标题/,
    ],
    [
      'UTF-8 read as GBK',
      [
        ['铻嶈祫浣欓', '浜ゆ槗鏃ユ湡'],
        [1, 2],
      ],
      /错误的编码/,
    ],
    ['tabs in one cell', [['日期\t融资余额\t融券余额'], ['2026-01-29\t1\t2']], /文本未分列/],
    [
      'a list of margin ratios',
      [
        ['证券代码', '融资保证金比例'],
        ['600000', 1],
      ],
      /保证金比例/,
    ],
    [
      'an account',
      [
        ['资金账号', '维持担保比例'],
        ['1', 1],
      ],
      /账户表/,
    ],
    [
      'a unit dropped whose size tells nothing',
      [
        ['日期', '融资余额(千元)', '融资买入额'],
        ['2026-01-29', 1000, 1000],
      ],
      /无法判断“融资买入额”的单位/,
    ],
    [
      'a slip that could be either balance',
      [
        ['日期', '融卷余额', '融资买入额'],
        ['2026-01-29', 1000, 1000],
      ],
      /“融卷余额”在此有歧义/,
    ],
  ])('%s', (_, table, expected) => expect(String(standardize(table)[0]![0])).toMatch(expected));

  test('a share is no figure', () =>
    expect(
      String(
        standardize([
          ['日期', '融资余额'],
          ['2026-01-29', '12%'],
        ])[1]![4],
      ),
    ).toMatch(/^#融资余额不是数字/));

  test('rows that a header tells apart which is not understood', () => {
    const table = [
      ['日期', '板块名称', '融资余额', '融券余额', '融资融券余额'],
      ['2026-01-29', '银行', 1, 2, 3],
      ['2026-01-29', '证券', 4, 5, 9],
    ];
    expect(reconcile(table)).toEqual([['#无法区分各行，以下标题未能识别：板块名称。']]);
    expect(read(table)).toHaveLength(2);
  });

  test('rows that are there twice indeed are duplicates, whatever else stands beside them', () => {
    const table = [
      ['日期', '代码', '融资余额', '融券余额', '融资融券余额', '备注'],
      ['2026-01-29', '600000', 1, 2, 3, 'a'],
      ['2026-01-29', '600000', 1, 2, 3, 'b'],
      ['2026-01-29', '600004', 1, 2, 3, 'c'],
      ['2026-01-29', '600006', 1, 2, 3, 'd'],
      ['2026-01-29', '600007', 1, 2, 3, 'e'],
    ];
    expect(
      reconcile(table)
        .slice(1)
        .map((row) => row[3]),
    ).toEqual(['重复', '重复', '一致', '一致', '一致']);
  });
});

test('转融资 is checked: opening, auctions, borrowed again, repaid, closing', () => {
  const table = [
    ['trade_date', 'ob', 'auc_amount', 'repo_amount', 'repay_amount', 'cb'],
    ['20240620', 1435.5, null, 3.1, 3.1, 1435.5],
    ['20240603', 1406, 50, 6.4, 6.8, 1455.6],
    ['20240604', 1406, 50, 6.4, 6.8, 1456.6],
    ['20240605', 1406, null, 6.4, 6.8, 1455.6],
  ];
  expect(reconcile(table)).toEqual([
    ['日期', '代码', '转融资余额差异', '核对结果'],
    [45463, '', 0, '一致'],
    [45446, '', 0, '一致'],
    [45447, '', -1, '差异'],
    [45448, '', '', '缺失'],
  ]);
});

test('a table of which every row is off says so in its head', () => {
  const rows = Array.from({ length: 25 }, (_, i) => ['2026-01-29', String(600000 + i), 100, 5, 106]);
  const header = ['日期', '代码', '融资余额', '融券余额', '融资融券余额'];
  const last = (table: (string | number)[][]) => table[0]![table[0]!.length - 1];
  expect(last(reconcile([header, ...rows]))).toBe('核对结果（融资融券余额差异 25 行中 25 行，中位数 1 元）');
  expect(last(reconcile([header, ...rows.slice(0, 10)]))).toBe('核对结果');
});
