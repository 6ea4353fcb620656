import type { Definition } from '../../src/functions/catalogue/define';
import { BROKER_MARGIN_RATIO } from '../../src/functions/requirement/broker-margin-ratio';
import { FINANCING_MARGIN_RATIO } from '../../src/functions/requirement/financing-margin-ratio';
import { CAPACITY_TO_LINE } from '../../src/functions/requirement/capacity-to-line';
import { CONVERSION_RATE_CAP } from '../../src/functions/requirement/conversion-rate-cap';
import { LENDING_MARGIN_RATIO } from '../../src/functions/requirement/lending-margin-ratio';
import { MARGIN_CAPACITY } from '../../src/functions/requirement/margin-capacity';
import { MARGIN_CAPACITY_QTY } from '../../src/functions/requirement/margin-capacity-qty';
import { MARGIN_REQUIRED } from '../../src/functions/requirement/margin-required';
import { MIN_FINANCING_MARGIN_RATIO } from '../../src/functions/requirement/min-financing-margin-ratio';
import { MIN_LENDING_MARGIN_RATIO } from '../../src/functions/requirement/min-lending-margin-ratio';
import { AVAILABLE_MARGIN } from '../../src/functions/account/available-margin';
import { shown, shownOne } from '../support/cells';
import { asPrinted, workedExamples } from '../support/worked-examples';

type Row = readonly [what: string, args: readonly unknown[], expected: unknown];

const one = (definition: unknown) => (_what: string, args: readonly unknown[], expected: unknown) =>
  expect(shownOne(definition as Definition, ...args)).toBe(expected);
const block = (definition: unknown) => (_what: string, args: readonly unknown[], expected: unknown) =>
  expect(shown(definition as Definition, ...args)).toEqual(expected);
const column = (...cells: unknown[]) => cells.map((cell) => [cell]);

describe.each([
  ['FINANCING_MARGIN_RATIO', FINANCING_MARGIN_RATIO],
  ['LENDING_MARGIN_RATIO', LENDING_MARGIN_RATIO],
])('%s', (_id, definition) => {
  test.each<Row>([
    ['the ratio', [500000, 10000, 62.5], 0.8],
    ['decimals: 0.3 ÷ (3 × 0.1)', [0.3, 3, 0.1], 1],
    ['no margin', [0, 10000, 62.5], 0],
    ['a third', [100, 300, 1], 1 / 3],
    ['text with units', ['50万元', '1万股', '62.50'], 0.8],
    ['quantity 0', [500000, 0, 62.5], '#DIV/0!'],
    ['all 0', [0, 0, 0], '#DIV/0!'],
    ['price blank', [500000, 10000, null], '#N/A'],
    ['price 0 beside a quantity is an old Excel’s blank', [500000, 10000, 0], '#N/A'],
    ['margin not published', ['--', 10000, 62.5], '#N/A'],
    ['negative price', [500000, 10000, -62.5], '#NUM!'],
    ['negative quantity', [500000, -1, 62.5], '#NUM!'],
    ['negative margin', [-1, 10000, 62.5], '#NUM!'],
    ['no number', [500000, '一万', 62.5], '#VALUE!'],
    ['an empty row', [null, '', undefined], ''],
    ['an error passes', [{ type: 'Error', basicValue: '#REF!' }, 10000, 62.5], '#REF!'],
  ])('%s', one(definition));

  test('a column spills, an empty row stays empty, and blank rows at the end are left out', () =>
    expect(
      shown(
        definition as unknown as Definition,
        column(100, null, 300, null, null),
        column(10, null, 10, null, null),
        column(20, null, 0, null, null),
      ),
    ).toEqual([[0.5], [''], ['#N/A']]));
});

describe('MARGIN_REQUIRED', () => {
  test.each<Row>([
    ['the margin', [10000, 12.35, 1.35], 166725],
    ['decimals: 3 × 0.1 × 1', [3, 0.1, 1], 0.3],
    ['a percentage as text', [100, 10, '80%'], 800],
    ['ratio blank', [100, 10, null], '#N/A'],
    ['ratio 0 beside a quantity is an old Excel’s blank', [100, 10, 0], '#N/A'],
    ['ratio 0, quantity 0', [0, 10, 0], 0],
    ['price 0 beside a quantity', [100, 0, 1], '#N/A'],
    ['ratio 5 is still a ratio', [100, 10, 5], 5000],
    ['ratio 80 is a percentage', [100, 10, 80], '#VALUE!'],
    ['negative ratio', [100, 10, -0.5], '#NUM!'],
    ['an empty row, the ratio does not count', [null, null, 0.8], ''],
    ['too large for a cell', [1e300, 1e300, 1], '#NUM!'],
  ])('%s', one(MARGIN_REQUIRED));

  test.each<Row>([
    ['one ratio for a column', [column(100, null, 300), column(10, null, 20), 0.5], [[500], [''], [3000]]],
  ])('%s', block(MARGIN_REQUIRED));
});

describe('BROKER_MARGIN_RATIO', () => {
  test.each<Row>([
    ['without markup', [1, 0.65], 1.35],
    ['with markup', [0.8, 0.7, 0.2], 1.3],
    ['decimals: 0.1 + (1 − 0.9) + 0.1', [0.1, 0.9, 0.1], 0.3],
    ['markup blank', [1, 0.65, null], 1.35],
    ['conversion rate 1', [1, 1], 1],
    ['conversion rate 0', [1, 0], 2],
    ['conversion rate as percentage', [1, 65], '#VALUE!'],
    ['conversion rate below 0', [1, -0.01], '#NUM!'],
    ['conversion rate blank', [1, null], '#N/A'],
    ['base blank', [null, 0.65], '#N/A'],
    ['at least the minimum', [0.7, 0.8, 0, 1], 1],
    ['above the minimum', [0.7, 0.65, 0, 1], 1.05],
    ['on the minimum', [0.7, 0.7, 0, 1], 1],
    ['minimum blank: none', [0.7, 0.8, 0, null], 0.9],
    ['minimum as percentage', [0.7, 0.8, 0, 100], '#VALUE!'],
    ['an empty row', [null, null], ''],
  ])('%s', one(BROKER_MARGIN_RATIO));
});

describe('MARGIN_CAPACITY', () => {
  test.each<Row>([
    ['margin ÷ ratio', [1000000, 0.8], 1250000],
    ['decimals: 0.3 ÷ 0.1', [0.3, 0.1], 3],
    ['the credit left is less', [1000000, 0.8, 900000], 900000],
    ['the credit left is more', [1000000, 0.8, 2000000], 1250000],
    ['no credit left', [1000000, 0.8, 0], 0],
    ['no margin', [0, 0.8], 0],
    ['negative margin', [-100, 0.8], 0],
    ['negative margin, credit left', [-100, 0.8, 500], 0],
    ['ratio blank', [1000000, null], '#N/A'],
    ['ratio 0 beside a margin is an old Excel’s blank', [1000000, 0], '#N/A'],
    ['ratio 0, margin 0', [0, 0], '#DIV/0!'],
    ['ratio as percentage', [1000000, 80], '#VALUE!'],
    ['margin blank, credit given', [null, 0.8, 100], '#N/A'],
    ['negative credit', [1000000, 0.8, -1], '#NUM!'],
    ['an empty row', [null, 0.8], ''],
  ])('%s', one(MARGIN_CAPACITY));
});

describe('MARGIN_CAPACITY_QTY', () => {
  test.each<Row>([
    ['whole lots of 100', [1000000, 0.8, 23.47], 53200],
    ['a quotient that is whole', [0.3, 0.1, 0.03, 1], 100],
    ['just short of a lot', [999.99, 1, 10], 0],
    ['exactly a lot', [1000, 1, 10], 100],
    ['lots of 1', [100000, 1, 432.1, 1], 231],
    ['minimum 200, reached', [100000, 1, 432.1, 1, 200], 231],
    ['minimum 200, exactly', [86420, 1, 432.1, 1, 200], 200],
    ['minimum 200, one short', [86419.99, 1, 432.1, 1, 200], 0],
    ['credit left', [1000000, 0.8, 10, 100, null, 50000], 5000],
    ['credit left, more than covered', [1000000, 0.8, 10, 100, null, 5000000], 125000],
    ['lot blank', [1000, 1, 10, null], 100],
    ['negative margin', [-1000, 1, 10], 0],
    ['price blank', [1000, 1, null], '#N/A'],
    ['price 0', [1000, 1, 0], '#DIV/0!'],
    ['lot 0', [1000, 1, 10, 0], '#DIV/0!'],
    ['ratio 0 beside a margin', [1000, 0, 10], '#N/A'],
    ['ratio as percentage', [1000, 100, 10], '#VALUE!'],
    ['negative lot', [1000, 1, 10, -100], '#NUM!'],
    ['an empty row', [null, 0.8, null], ''],
  ])('%s', one(MARGIN_CAPACITY_QTY));

  test.each<Row>([
    ['one margin and ratio for a column of prices', [100000, 1, column(10, null, 33.33)], [[10000], [''], [3000]]],
  ])('%s', block(MARGIN_CAPACITY_QTY));
});

describe('CAPACITY_TO_LINE', () => {
  test.each<Row>([
    ['half as much again', [8400000, 5400000, 1.5], 600000],
    ['without debt', [1000000, 0, 2], 1000000],
    ['decimals: (0.3 − 1.5 × 0.1) ÷ 0.5', [0.3, 0.1, 1.5], 0.3],
    ['on the line', [1300000, 1000000, 1.3], 0],
    ['below it', [1200000, 1000000, 1.3], 0],
    ['a line of 100%', [1300000, 1000000, 1], '#NUM!'],
    ['a line below 100%', [1300000, 1000000, '90%'], '#NUM!'],
    ['line as percentage', [1300000, 1000000, 130], '#VALUE!'],
    ['line blank', [1300000, 1000000, null], '#N/A'],
    ['debt blank', [1300000, null, 1.3], '#N/A'],
    ['an empty row', [null, null, 1.3], ''],
  ])('%s', one(CAPACITY_TO_LINE));

  test('published: 3 million of one’s own finance 5.4 million down to 840 ÷ 540', () =>
    expect(shownOne(CAPACITY_TO_LINE as unknown as Definition, 3000000, 0, 840 / 540)).toBeCloseTo(5400000, 6));
});

describe('MIN_FINANCING_MARGIN_RATIO', () => {
  test.each<Row>([
    ['the first day', ['2010-03-31'], 0.5],
    ['the day before the first', ['2010-03-30'], '#N/A'],
    ['the last day at 50%', ['2015-11-22'], 0.5],
    ['100% from 2015-11-23', ['2015-11-23'], 1],
    ['after the close of 2023-09-08: the day itself', ['2023-09-08'], 1],
    ['80% from 2023-09-11', ['2023-09-11'], 0.8],
    ['the last day at 80%', ['2026-01-18'], 0.8],
    ['100% from 2026-01-19', ['2026-01-19'], 1],
    ['the future', ['2030-01-01'], 1],
    ['opened at 50%, judged after the rise for new contracts', ['2015-11-20', 'SSE', '2016-01-04'], 0.5],
    ['opened at 50%, judged after the cut, which raises none', ['2015-11-20', 'SSE', '2023-09-11'], 0.5],
    ['opened at 50%, judged since', ['2015-06-01', 'SSE', '2024-01-02'], 0.5],
    ['opened at 100%, judged before the cut', ['2023-09-01', 'SSE', '2023-09-08'], 1],
    ['opened at 100%, judged after the cut', ['2023-09-01', 'SSE', '2023-09-11'], 0.8],
    ['opened at 100%, judged after the rise of 2026', ['2023-09-01', 'SSE', '2026-02-02'], 0.8],
    ['opened at 80%, judged after the rise of 2026', ['2026-01-16', 'SSE', '2026-01-19'], 0.8],
    ['SZSE in Chinese', ['2026-01-19', '深圳'], 1],
    ['BSE before it began', ['2023-02-10', 'BSE'], '#N/A'],
    ['BSE from its first day', ['2023-02-13', '北交所'], 1],
    ['BSE took part in the cut', ['2023-09-11', 'BSE'], 0.8],
    ['an Excel serial', [46041], 1],
    ['YYYYMMDD as a number', [20260116], 0.8],
    ['judged before it was opened', ['2026-01-19', 'SSE', '2026-01-16'], '#VALUE!'],
    ['an unknown exchange', ['2026-01-19', 'NYSE'], '#VALUE!'],
    ['no date', ['去年'], '#VALUE!'],
    ['date not published', ['--'], '#N/A'],
    ['blank', [null], ''],
    ['blank, but judged on a day', [null, 'SSE', '2026-01-16'], '#N/A'],
  ])('%s', one(MIN_FINANCING_MARGIN_RATIO));

  test.each<Row>([['a column of dates', [column('2015-01-05', null, '2026-01-19', null)], [[0.5], [''], [1]]]])(
    '%s',
    block(MIN_FINANCING_MARGIN_RATIO),
  );
});

describe('MIN_LENDING_MARGIN_RATIO', () => {
  test.each<Row>([
    ['before the first rule', ['2010-03-30'], '#N/A'],
    ['50% until 2023-10-29', ['2023-10-29'], 0.5],
    ['80% from 2023-10-30', ['2023-10-30'], 0.8],
    ['private funds 100% from then', ['2023-10-30', 'SSE', 'private_fund'], 1],
    ['private funds before', ['2023-10-29', 'SSE', '私募'], 0.5],
    ['100% from 2024-07-22', ['2024-07-22', 'SZSE'], 1],
    ['private funds 120% from then', ['2024-07-22', 'SZSE', '私募基金'], 1.2],
    ['an old contract keeps its ratio', ['2023-10-27', 'SSE', 'general', '2024-08-01'], 0.5],
    ['a contract between the two keeps its ratio', ['2024-07-19', 'SSE', 'private_fund', '2024-08-01'], 1],
    ['the financing cut of 2023-09-11 is not ours', ['2023-09-11'], 0.5],
    ['BSE', ['2023-02-13', 'BSE'], 0.5],
    ['BSE before it began', ['2023-02-12', 'BSE'], '#N/A'],
    ['an unknown investor', ['2024-07-22', 'SSE', '散户'], '#VALUE!'],
    ['judged before it was opened', ['2024-07-22', 'SSE', 'general', '2024-07-19'], '#VALUE!'],
    ['blank', [null, 'SSE', 'general'], ''],
  ])('%s', one(MIN_LENDING_MARGIN_RATIO));
});

describe('CONVERSION_RATE_CAP', () => {
  test.each<Row>([
    ['index_member', ['index_member'], 0.7],
    ['上证180/深证100成份股', ['上证180/深证100成份股', '深交所'], 0.7],
    ['a_share', ['a_share'], 0.65],
    ['其他A股', ['其他A股'], 0.65],
    ['etf', ['ETF'], 0.9],
    ['treasury', ['国债'], 0.95],
    ['money_fund', ['货币基金'], 0.95],
    ['cash_product', ['证券公司现金管理产品'], 0.95],
    ['fund', ['其他基金'], 0.8],
    ['bond', ['其他债券'], 0.8],
    ['risk_warning', ['风险警示'], 0],
    ['warrant', ['权证'], 0],
    ['high_pe', ['静态市盈率300倍以上或为负'], 0],
    ['high_pe from its first day', ['high_pe', 'SSE', '2016-12-12'], 0],
    ['high_pe the day before', ['high_pe', 'SSE', '2016-12-11'], '#N/A'],
    ['before margin trading', ['etf', 'SSE', '2010-03-30'], '#N/A'],
    ['on its first day', ['etf', 'SSE', '2010-03-31'], 0.9],
    ['date blank: the latest', ['etf', 'SSE', null], 0.9],
    ['a BSE share', ['a_share', 'BSE'], 0.65],
    ['an index member on the BSE', ['成份股', '北交所'], 0.7],
    ['a BSE share at a loss', ['high_pe', 'BSE'], 0],
    ['the BSE before it began', ['a_share', 'BSE', '2023-02-12'], '#N/A'],
    ['the BSE has no warrants', ['warrant', 'BSE'], '#N/A'],
    ['risk warnings before 2011-11-25 were not found', ['risk_warning', 'SZSE', '2010-03-31'], '#N/A'],
    ['risk warnings from then', ['risk_warning', 'SZSE', '2011-11-25'], 0],
    ['warrants before 2011-11-25 were not found', ['warrant', 'SSE', '2011-11-24'], '#N/A'],
    ['money funds before 2015-07-01', ['money_fund', 'SSE', '2015-06-30'], '#N/A'],
    ...['可转债', '公司债', '企业债', '地方债'].map((kind): Row => [kind, [kind], 0.8]),
    ...['LOF', 'REITs', 'reits'].map((kind): Row => [kind, [kind, 'SZSE'], 0.8]),
    ...['科创板股票', '创业板股票'].map((kind): Row => [kind, [kind], 0.65]),
    ['an unknown class', ['黄金'], '#VALUE!'],
    ['an unknown exchange', ['etf', 'HKEX'], '#VALUE!'],
    ['no class, but a date', [null, 'SSE', '2020-01-02'], '#N/A'],
    ['an empty row', [null, 'SSE', null], ''],
  ])('%s', one(CONVERSION_RATE_CAP));

  test.each<Row>([
    ['a column of dates', ['high_pe', 'SSE', column('2016-12-09', null, '2016-12-12')], [['#N/A'], [''], [0]]],
  ])('%s', block(CONVERSION_RATE_CAP));
});

interface Capacity {
  readonly cash: number;
  readonly collateral: readonly { mv?: number; qty?: number; price?: number; conversion_rate: number }[];
  readonly fin_ratio: number;
}

const capacity = ({ cash, collateral, fin_ratio }: Capacity) => {
  const values = collateral.map(({ mv, qty = 0, price = 0 }) => [mv ?? qty * price]);
  const margin = shownOne(
    AVAILABLE_MARGIN as unknown as Definition,
    cash,
    values,
    collateral.map(({ conversion_rate }) => [conversion_rate]),
  );
  return shownOne(MARGIN_CAPACITY as unknown as Definition, margin, fin_ratio) as number;
};

const published = workedExamples(['BP-'], {
  'BP-01': capacity,
  'BP-03': ({ available_margin, short_ratio }: { available_margin: number; short_ratio: number }) =>
    shownOne(MARGIN_CAPACITY as unknown as Definition, available_margin, short_ratio) as number,
  'BP-05': capacity,
  'BP-07': ({ margin, fin_ratio }: { margin: number; fin_ratio: number }) =>
    shownOne(MARGIN_CAPACITY as unknown as Definition, margin, fin_ratio) as number,
});

describe('published examples', () => {
  test.each(published.filter(({ wrong }) => !wrong))('$id comes out as printed', (example) =>
    expect(asPrinted(example)).toBe(example.published_answer),
  );

  test.each(published.filter(({ wrong }) => wrong))(
    '$id is a published error. $note',
    ({ ours, recomputed, published_answer }) => {
      expect(ours).toBe(recomputed);
      expect(ours).not.toBe(published_answer);
    },
  );
});
