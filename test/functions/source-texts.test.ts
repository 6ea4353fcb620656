import { serialOf } from '../../src/cells/date';
import { definitions } from '../../src/functions/index';
import { words } from '../../src/functions/words';
import { shown, shownOne } from '../support/cells';

/**
 * The two texts that the project started from, formula by formula: the function that computes it and, where the text
 * has figures, what they give. Figures marked "ours" only show the formula at work.
 */
type Call = readonly [id: string, args: readonly unknown[], result: unknown];

const column = (...cells: readonly unknown[]) => cells.map((cell) => [cell]);
const find = (id: string) => {
  const definition = definitions.find((candidate) => candidate.id === id);
  if (!definition) throw new Error(`There is no function ${id}.`);
  return definition;
};
const value = (id: string, ...args: unknown[]) => shownOne(find(id), ...args);
const percent = (ratio: unknown) => `${(Number(ratio) * 100).toFixed(2)}%`;

const WEEK = column('22亿', '38亿', '21亿', '13亿', '24亿');

const GUPIAOZHISHIBA: readonly (readonly [formula: string, ...Call[]])[] = [
  ['融资融券的交易期限为6个月', ['CONTRACT_DUE_DATE', ['2014-01-15'], serialOf(2014, 7, 15)]],
  [
    '融资余额：每日融资买进与归还借款间的差额的累积 (ours)',
    ['FINANCING_BALANCE_SERIES', [0, column(10, 20, 5), column(0, 12, 8)], [[10], [18], [15]]],
  ],
  ['融资买入股票额与偿还融资额的差额，做多力度', ['FINANCING_NET_PURCHASE', ['3.8亿', '4.1亿'], -30000000]],
  ['融券卖出量与融券偿还量之差，做空力度 (ours)', ['LENDING_NET_SOLD', [306600, 200000], 106600]],
  [
    '融券余额: the text takes a running difference of amounts; it is quantity × price, and the quantity is that difference (ours)',
    ['LENDING_QTY_SERIES', [0, column(100, 50), column(0, 30)], [[100], [120]]],
    ['LENDING_BALANCE', [120, 14.5], 1740],
  ],
  ['额度210亿，已经融资200亿，剩10亿', ['QUOTA_REMAINING', ['210亿', '200亿'], 1000000000]],
  [
    '小张：100万资产，保证金比例1：1，借入100万',
    ['MARGIN_CAPACITY', ['100万', 1], 1000000],
    ['FINANCING_MARGIN_RATIO', ['100万', 50000, 20], 1],
    ['MAINTENANCE_LEVEL', ['200万', '100万'], 2],
  ],
  [
    '偿还借款本息 (ours: 90 days at 8.6%)',
    ['FINANCING_INTEREST', ['100万', '8.6%', 90], 21500],
    ['INTEREST_DAYS', ['2014-01-15', '2014-04-15'], 90],
  ],
  ['待股价上涨卖出股票赚取利润 (ours)', ['FINANCING_PROFIT', [50000, 20, 24, 21500], 178500]],
  ['支付相应的融券费用 (ours: half a month at 8.6%)', ['LENDING_FEE', ['2万股', 20, '8.6%', 15], 1433.3333333333333]],
  ['借入2万股卖出，股价下跌20%后买回 (price ours)', ['LENDING_PROFIT', ['2万股', 20, 16], 80000]],
  [
    '融资余额超过日成交金额20%',
    ['BALANCE_TO_TURNOVER', ['6.6亿', WEEK], 0.2796610169491525],
    ['THRESHOLD_SIGNAL', ['27.97%', '20%'], '达到'],
  ],
  [
    '周融资买入额达到日成交金额10%',
    ['PURCHASES_TO_TURNOVER', ['3.8亿', WEEK, '日均'], 0.16101694915254236],
    ['THRESHOLD_SIGNAL', ['16.10%', '10%'], '达到'],
    ['PURCHASES_TO_TURNOVER', ['3.8亿', WEEK], 0.03220338983050847],
  ],
  [
    '融资买入额与融资偿还额之间的关系：买入3.8亿，偿还4.1亿，余额6.6亿',
    ['PURCHASE_REPAYMENT_RATIO', ['3.8亿', '4.1亿'], 0.926829268292683],
    ['REPAYMENT_RATE', ['4.1亿', '6.9亿'], 0.5942028985507246],
    ['FINANCING_BALANCE_ROLL', ['6.9亿', '3.8亿', '4.1亿'], 660000000],
  ],
  [
    '融资余额增加，偏向买方；融券余额增加，趋向卖方 (ours)',
    ['MARKET_BIAS', [column(10, 11, 12), column(5, 5, 4)], '买方'],
    ['MARKET_BIAS', [column(12, 11, 10), column(5, 6, 7)], '卖方'],
  ],
  [
    '融资余额若长期增加 (ours)',
    ['BALANCE_TREND', [column(10, 11, 12)], 1 / 11],
    ['BALANCE_STREAK', [column(10, 11, 12)], 2],
  ],
];

const ZHIDAO: readonly (readonly [formula: string, ...Call[]])[] = [
  [
    '本日融资融券余额=本日融资余额+本日融券余量金额 (601628, 2014-01-15, 万元)',
    ['MARGIN_BALANCE', [97753.18, 982.29], 98735.47],
    ['MARGIN_BALANCE_BREAK', [97753.18, 982.29, 98735.47], 0],
  ],
  [
    '表头的单位：万元、万股 (601628)',
    ['SCALE', [97753.18, '万元', '元'], 977531800],
    ['SCALE', [1583.26, '万元', '元'], 15832600],
    ['SCALE', [30.66, '万股', '股'], 306600],
  ],
  [
    '本日融资余额=前日融资余额+本日融资买入额-本日融资偿还额 (601628, repayment ours)',
    ['FINANCING_BALANCE_ROLL', [97000, 1583.26, 830.08], 97753.18],
    ['FINANCING_REPAYMENT_IMPLIED', [97000, 1583.26, 97753.18], 830.08],
  ],
  [
    '本日融资偿还额=直接还款额+卖券还款额+融资强制平仓额+融资正权益调整-融资负权益调整 (ours)',
    ['FINANCING_REPAYMENT', [1, 2, 4, 8, 16], -1],
  ],
  [
    '本日融券余量=前日融券余量+本日融券卖出数量-本日融券偿还量 (ours)',
    ['LENDING_QTY_ROLL', [100000, '30.66万股', 6600], 400000],
  ],
  [
    '本日融券偿还量=买券还券量+直接还券量+融券强制平仓量+融券正权益调整-融券负权益调整-余券应划转量 (ours)',
    ['LENDING_QTY_RETURNED', [1, 2, 4, 8, 16, 32], -33],
  ],
  [
    '融券单位：股、份、手 (ours)',
    ['LENDING_BALANCE', [2, 100, '股'], 200],
    ['LENDING_BALANCE', [2, 100, '份'], 200],
    ['LENDING_BALANCE', [2, 100, '手'], 2000],
  ],
  [
    '融资保证金比例=保证金/(融资买入证券数量×买入价格)×100% (ours)',
    ['FINANCING_MARGIN_RATIO', [80000, 10000, 10], 0.8],
    ['MARGIN_REQUIRED', [10000, 10, 0.8], 80000],
  ],
  ['融券保证金比例=保证金/(融券卖出证券数量×卖出价格)×100% (ours)', ['LENDING_MARGIN_RATIO', [50000, 10000, 10], 0.5]],
  [
    '保证金可用余额=现金+∑…-利息及费用；浮亏按100%折算 (ours: 100 + 70 + 20 × 50% − 10 − 50 − 100 − 60 × 50% − 5)',
    ['AVAILABLE_MARGIN', [100, 100, 0.7, 120, 100, 0.5, 1, 50, 60, 0.5, 0.5, 5], -15],
  ],
  [
    '维持担保比例=(现金+信用证券账户内证券市值总和)/(融资买入金额+融券卖出证券数量×当前市价+利息及费用总和)×100% (ours)',
    ['MAINTENANCE_RATIO', [500000, 1000000, 900000, 10000, 9, 10000], 1.5],
    ['MAINTENANCE_LEVEL', [1500000, 1000000], 1.5],
    ['MARGIN_DEBT', [900000, 10000, 9, 10000], 1000000],
  ],
  [
    '多少是自有资金交易，有多少是杠杆交易 (601628, price and turnover ours)',
    ['MARGIN_TRADE_SHARE', ['1583.26万元', '30.66万股', 14.5, '2亿'], 0.1013915],
  ],
];

describe.each([
  ['股识吧', GUPIAOZHISHIBA],
  ['百度知道', ZHIDAO],
])('%s', (_, entries) => {
  test.each(entries.map(([formula, ...calls]) => [formula, calls] as const))('%s', (_, calls) => {
    expect(calls.map(([id, args]) => [id, shown(find(id), ...args)])).toEqual(
      calls.map(([id, , result]) => [id, Array.isArray(result) ? result : [[result]]]),
    );
  });
});

describe('figures that the text’s own formula does not give', () => {
  test.each([
    ['25%', '27.97%', '25.14%', 'BALANCE_TO_TURNOVER', ['6.6亿', WEEK]],
    ['14%', '16.10%', '14.48%', 'PURCHASES_TO_TURNOVER', ['3.8亿', WEEK, 'average']],
  ])(
    'the text says %s, its figures give %s, and %s only without the day of 13亿',
    (printed, ours, withoutOneDay, id, [amount, week, ...more]) => {
      expect(percent(value(id, amount, week, ...more))).toBe(ours);
      const others = (week as unknown[][]).filter(([day]) => day !== '13亿');
      expect(percent(value(id, amount, others, ...more))).toBe(withoutOneDay);
      const notes = words[id]!.examples.map(({ note }) => note);
      for (const language of ['en', 'zh'] as const) {
        expect(
          notes.some((note) => [printed, ours, withoutOneDay].every((figure) => note?.[language].includes(figure))),
        ).toBe(true);
      }
    },
  );

  test('the text sees many bulls; more was repaid than bought, 59% of the book in a week', () => {
    expect(value('FINANCING_NET_PURCHASE', '3.8亿', '4.1亿')).toBeLessThan(0);
    expect(percent(value('REPAYMENT_RATE', '4.1亿', '6.9亿'))).toBe('59.42%');
  });

  test('like for like the week stays below the line of 10%', () =>
    expect(value('THRESHOLD_SIGNAL', value('PURCHASES_TO_TURNOVER', '3.8亿', WEEK), '10%')).toBe('未达到'));

  test.each([5, 20, 33.33, 120.07])(
    '小张’s short sale has no price in the text: at %p 元 a fall of 20%% earns 4,000 times the price',
    (price) =>
      expect(value('LENDING_PROFIT', '2万股', price, Math.round(price * 8000) / 10000)).toBe(
        Math.round(price * 400000) / 100,
      ),
  );
});
