import { definitions } from '../../src/functions/index';
import { words } from '../../src/functions/words';
import { meaningOf } from '../../src/templates/headings';
import { numberFormat, textIn, textOf } from '../../src/templates/number-formats';

test.each([
  [[13678304244], 'amount', '#,##0'],
  [[1.5, 20000], 'amount', '#,##0.0'],
  [[1 / 3], 'amount', '#,##0.0000'],
  [[8.3], 'price', '#,##0.00'],
  [[8.325], 'price', '#,##0.000'],
  [[1.5], 'ratio', '0.00%'],
  [[0.00002], 'ratio', '0.0000%'],
  [[35.2], 'ratio', '#,##0.00'],
  [[0.0835], 'rate', '0.00%'],
  [[42097], 'date', 'yyyy-mm-dd'],
  [[20220704], 'date', undefined],
  [[601989], 'code', undefined],
  [['normal', 'call'], 'word', undefined],
  [[601989.5], undefined, '#,##0.0'],
  [[999], undefined, undefined],
  [['#N/A', ''], 'amount', undefined],
] as const)('%j as %s is shown in %s', (cells, meaning, format) => {
  expect(numberFormat(cells, meaning)).toBe(format);
});

test.each([
  [42097, 'yyyy-mm-dd', '2015-04-03'],
  [13678304244, '#,##0', '13,678,304,244'],
  [-1234.565, '#,##0.00', '−1,234.57'],
  [0.145, '0%', '15%'],
  [0.70000000000000001, '0.00%', '70.00%'],
  [1.005, '#,##0.00', '1.01'],
  [-0.001, '#,##0', '0'],
  [1234.5, 'General', '1,234.5'],
  [1e21, '#,##0', '1e+21'],
])('%d in %s reads %s', (value, format, text) => {
  expect(textIn(value, format)).toBe(text);
});

test('a header says what stands below it', () => {
  expect(['日期', 'trade_date', '证券代码', '融资余额', 42].map(meaningOf)).toEqual([
    'date',
    'date',
    'code',
    'amount',
    undefined,
  ]);
});

test.each([
  ['维持担保比例', 'maintenance_ratio', 'ratio'],
  ['起息日', 'start', 'date'],
  ['触线价', 'call_price', 'price'],
  ['持有', 'held', 'quantity'],
  ['未付息费差异', 'unpaid_interest_difference', 'amount'],
  ['净买入÷前余额', 'net_to_prior_balance', 'ratio'],
])('so does a heading of our own results: %s, %s', (zh, en, meaning) => {
  expect([zh, en].map(meaningOf)).toEqual([meaning, meaning]);
});

test.each(definitions.filter(({ id }) => words[id]!.answers).map(({ id }) => [id, words[id]!.answers!] as const))(
  '%s says of each of its columns what it holds',
  (id, { headings, units }) => {
    expect(Object.keys(units)).toEqual(headings.map(([en]) => en));
    const tables = words[id]!.examples.flatMap(({ result }) => (typeof result === 'object' ? [result] : []));
    expect(tables.length).toBeGreaterThan(0);
    for (const [head] of tables)
      expect(headings.map(([en, zh]) => [en, zh])).toEqual(
        expect.arrayContaining(head!.map((cell) => expect.arrayContaining([cell]) as string[])),
      );
  },
);

test('a ratio is written as its column is: in percent, or in times where one has many', () => {
  expect(textOf(2.25, 'ratio', [2.25, 1.3])).toBe('225.00%');
  expect([2.25, 35.2].map((ratio) => textOf(ratio, 'ratio', [2.25, 35.2]))).toEqual(['2.25', '35.20']);
});
