import type { Definition } from '../../src/functions/catalogue/define';
import { BALANCE_STREAK } from '../../src/functions/indicator/balance-streak';
import { BALANCE_TO_FLOAT } from '../../src/functions/indicator/balance-to-float';
import { BALANCE_TO_TURNOVER } from '../../src/functions/indicator/balance-to-turnover';
import { BALANCE_TREND } from '../../src/functions/indicator/balance-trend';
import { DAYS_TO_COVER } from '../../src/functions/indicator/days-to-cover';
import { FINANCING_NET_PURCHASE } from '../../src/functions/indicator/financing-net-purchase';
import { LENDING_NET_SOLD } from '../../src/functions/indicator/lending-net-sold';
import { LONG_SHORT_RATIO } from '../../src/functions/indicator/long-short-ratio';
import { MARGIN_TRADE_SHARE } from '../../src/functions/indicator/margin-trade-share';
import { MARKET_BIAS } from '../../src/functions/indicator/market-bias';
import { PURCHASE_REPAYMENT_RATIO } from '../../src/functions/indicator/purchase-repayment-ratio';
import { PURCHASES_TO_TURNOVER } from '../../src/functions/indicator/purchases-to-turnover';
import { QUOTA_REMAINING } from '../../src/functions/indicator/quota-remaining';
import { REPAYMENT_RATE } from '../../src/functions/indicator/repayment-rate';
import { SCALE } from '../../src/functions/indicator/scale';
import { THRESHOLD_SIGNAL } from '../../src/functions/indicator/threshold-signal';
import { shown, shownOne } from '../support/cells';
import { nativeText } from '../support/native-text';

type Cells = readonly unknown[];

const one = (definition: unknown, ...args: unknown[]) => shownOne(definition as Definition, ...args);
const block = (definition: unknown, ...args: unknown[]) => shown(definition as Definition, ...args);
const column = (cells: Cells) => cells.map((cell) => [cell]);

describe('differences', () => {
  test.each([
    ['bought less than repaid', FINANCING_NET_PURCHASE, [2312839368, 2601765162], -288925794],
    ['no noise', FINANCING_NET_PURCHASE, [0.3, 0.1], 0.2],
    ['a blank flow is 0', FINANCING_NET_PURCHASE, [5, null], 5],
    ['both blank: an empty row', FINANCING_NET_PURCHASE, [null, ''], ''],
    ['not published', FINANCING_NET_PURCHASE, [5, 'N/A'], '#N/A'],
    ['a negative repayment is a flow', FINANCING_NET_PURCHASE, [5, -2], 7],
    ['sold less returned', LENDING_NET_SOLD, [107761665, 107808218], -46553],
    ['quantities as text', LENDING_NET_SOLD, ['30.66万股', '１２'], 306588],
    ['quota less used', QUOTA_REMAINING, ['210亿', '200亿'], 1e9],
    ['more used than there is', QUOTA_REMAINING, [1, 1.25], -0.25],
    ['a quota alone is an empty row', QUOTA_REMAINING, [100, null], ''],
    ['a negative quota', QUOTA_REMAINING, [-1, 0], '#NUM!'],
  ])('%s', (_, definition, args, result) => expect(one(definition, ...args)).toBe(result));

  test('a quota stretched over a column leaves its blank rows empty', () =>
    expect(block(QUOTA_REMAINING, 100, [[40], [null], [130], [null]])).toEqual([[60], [''], [-30]]));
});

describe('quotients', () => {
  test.each([
    ['purchases over repayments', PURCHASE_REPAYMENT_RATIO, ['3.8亿', '4.1亿'], 0.926829268292683],
    ['nothing repaid', PURCHASE_REPAYMENT_RATIO, [1, 0], '#DIV/0!'],
    ['repayments blank are 0', PURCHASE_REPAYMENT_RATIO, [1, null], '#DIV/0!'],
    ['one division: 0.3 ÷ 0.1', PURCHASE_REPAYMENT_RATIO, [0.3, 0.1], 3],
    ['share repaid', REPAYMENT_RATE, [2601765162, 14554040816], 0.1787658283285661],
    ['no prior balance known', REPAYMENT_RATE, [1, null], '#N/A'],
    [
      'a prior balance alone does not make a row',
      REPAYMENT_RATE,
      [
        [[5], [null]],
        [[10], [10]],
      ],
      0.5,
    ],
    ['no prior balance', REPAYMENT_RATE, [1, 0], '#DIV/0!'],
    ['long over short', LONG_SHORT_RATIO, [97753.18, 982.29], 99.51560129900538],
    ['nothing lent', LONG_SHORT_RATIO, [97753.18, 0], '#DIV/0!'],
    ['a negative balance', LONG_SHORT_RATIO, [-1, 1], '#NUM!'],
    ['balance over float', BALANCE_TO_FLOAT, [26.16, 1000], 0.02616],
    ['no float', BALANCE_TO_FLOAT, [1, null], '#N/A'],
    ['trades on margin', MARGIN_TRADE_SHARE, [15832600, 306600, 14.5, 200000000], 0.1013915],
    ['nothing sold, no price needed', MARGIN_TRADE_SHARE, [10, 0, 0, 100], 0.1],
    ['a price of 0 beside a quantity sold is missing', MARGIN_TRADE_SHARE, [10, 5, 0, 100], '#N/A'],
    ['no turnover known', MARGIN_TRADE_SHARE, [10, 5, 1, null], '#N/A'],
    ['a negative turnover', MARGIN_TRADE_SHARE, [10, 5, 1, -100], '#NUM!'],
  ])('%s', (_, definition, args, result) => expect(one(definition, ...args)).toBe(result));
});

describe('means', () => {
  test.each([
    ['balance over the mean', BALANCE_TO_TURNOVER, [6.6, column([22, 38, 21, 13, 24])], 0.2796610169491525],
    ['a row of days', BALANCE_TO_TURNOVER, [6.6, [[22, 38, 21, 13, 24]]], 0.2796610169491525],
    [
      'blanks are skipped',
      BALANCE_TO_TURNOVER,
      [6.6, column([22, null, '', 38, 21, 13, 24, null])],
      0.2796610169491525,
    ],
    ['a day of 0 is a day', BALANCE_TO_TURNOVER, [1, column([4, 0])], 0.5],
    ['one rounding: 0.3 over a mean of 0.1', BALANCE_TO_TURNOVER, [0.3, column([0.1, 0.1, 0.1])], 3],
    ['nothing traded', BALANCE_TO_TURNOVER, [1, column([0, 0])], '#DIV/0!'],
    ['no days at all', BALANCE_TO_TURNOVER, [1, column([null, null])], '#DIV/0!'],
    ['a bad day spoils the mean', BALANCE_TO_TURNOVER, [1, column([4, '待定'])], '#VALUE!'],
    ['a day not published spoils it too', BALANCE_TO_TURNOVER, [1, column([4, '--'])], '#N/A'],
    ['a negative day', BALANCE_TO_TURNOVER, [1, column([4, -1])], '#NUM!'],
    ['nothing given', BALANCE_TO_TURNOVER, [null, column([null, null])], ''],
    ['days to cover', DAYS_TO_COVER, [300, column([100, null, 200])], 2],
    ['no volume', DAYS_TO_COVER, [300, column([0])], '#DIV/0!'],
  ])('%s', (_, definition, args, result) => expect(one(definition, ...args)).toBe(result));

  test('many balances over one mean', () =>
    expect(block(BALANCE_TO_TURNOVER, [[10], [null], [30]], [[4], [6]])).toEqual([[2], [''], [6]]));
});

describe('PURCHASES_TO_TURNOVER', () => {
  const week = column([22, 38, 21, 13, 24]);
  test.each([
    ['a total in one cell, like for like', [3.8, week], 0.03220338983050847],
    ['a total in one cell against the mean day', [3.8, week, 'average'], 0.16101694915254236],
    ['the word in Chinese', [3.8, week, '日均'], 0.16101694915254236],
    ['day by day', [column([1, 0.5, 0.9, 0.6, 0.8]), week], 0.03220338983050847],
    ['day by day against the mean', [column([1, 0.5, 0.9, 0.6, 0.8]), week, 'average'], 0.16101694915254236],
    ['a blank purchase is 0', [column([1, null]), column([10, 10])], 0.05],
    ['a day blank in both is left out', [column([1, null, 2]), column([10, null, 20]), 'average'], 0.2],
    ['a day of 0 in both is a day', [column([1, 0]), column([10, 0]), 'average'], 0.2],
    ['a total beside days of which some are blank', [3, column([10, null, 20]), 'average'], 0.2],
    ['purchases on a day without turnover', [column([1, 2]), column([10, null])], '#N/A'],
    ['ranges of different lengths', [column([1, 2]), column([10, 10, 10])], '#VALUE!'],
    ['a single turnover for several days', [column([1, 2]), 10], '#VALUE!'],
    ['a word that is no choice', [1, 10, '每周'], '#VALUE!'],
    ['no turnover', [1, column([0, 0])], '#DIV/0!'],
    ['nothing given', [null, column([null, null])], ''],
  ])('%s', (_, args, result) => expect(one(PURCHASES_TO_TURNOVER, ...args)).toBe(result));
});

describe('BALANCE_STREAK', () => {
  test.each([
    ['up', [1, 2, 3, 4], 3],
    ['down', [5, 4, 3], -2],
    ['only the last run', [1, 5, 4, 6, 7], 2],
    ['a day without change ends a run', [1, 2, 2, 3], 1],
    ['no change last', [1, 2, 2], 0],
    ['no change at all', [2, 2, 2], 0],
    ['blanks are skipped', [1, null, 2, '', 3, null], 2],
    ['0 is a balance', [2, 1, 0], -2],
    ['a cent is a change', [100.01, 100.02], 1],
    ['noise is none', [0.3, 0.1 + 0.2], 0],
    ['one value', [1, null], '#N/A'],
    ['no value', [null, null], ''],
    ['a bad value', [1, 'x', 2], '#VALUE!'],
    ['a negative balance', [1, -1], '#NUM!'],
  ])('%s', (_, balances, result) => expect(one(BALANCE_STREAK, column(balances))).toBe(result));
});

describe('BALANCE_TREND', () => {
  test.each([
    ['a straight line', [100, 110, 120, 130, 140], undefined, 10 / 120],
    ['flat', [7, 7, 7], undefined, 0],
    ['two values', [1, 3], undefined, 1],
    ['down', [3, 1], undefined, -1],
    ['the last three of many', [999, 1, 999, 100, 110, 120], 3, 10 / 110],
    ['a window wider than the data', [100, 110], 20, 10 / 105],
    [
      'a blank window is 20',
      [...Array.from({ length: 5 }, () => 999), ...Array.from({ length: 20 }, (_, i) => 1 + i)],
      null,
      1 / 10.5,
    ],
    ['blanks do not take up the window', [999, 100, null, 110, null, 120, null], 3, 10 / 110],
    ['exact: 0.1, 0.2, 0.3', [0.1, 0.2, 0.3], undefined, 0.5],
    ['all zero', [0, 0, 0], undefined, '#DIV/0!'],
    ['one value', [5], undefined, '#N/A'],
    ['a window of one', [1, 2, 3], 1, '#NUM!'],
    ['a window of 0', [1, 2, 3], 0, '#NUM!'],
    ['a negative window', [1, 2, 3], -3, '#NUM!'],
    ['half a day', [1, 2, 3], 2.5, '#NUM!'],
    ['nothing given', [null, null], undefined, ''],
  ])('%s', (_, balances, window, result) => expect(one(BALANCE_TREND, column(balances), window)).toBe(result));
});

describe('MARKET_BIAS', () => {
  const [up, flat, down] = [
    [1, 2, 3],
    [2, 2, 2],
    [3, 2, 1],
  ];
  test.each([
    ['financing up, lending down', up, down, '买方'],
    ['financing up, lending flat', up, flat, '买方'],
    ['both up', up, up, '中性'],
    ['both flat', flat, flat, '中性'],
    ['both down', down, down, '中性'],
    ['financing flat, lending up', flat, up, '卖方'],
    ['financing down, lending up', down, up, '卖方'],
    ['financing down, lending flat', down, flat, '中性'],
    ['a rise of the last digit decides', [14252656894, 14252656894, 14252656895], flat, '买方'],
    ['all zero does not rise', [0, 0, 0], up, '卖方'],
    ['a gap in one series', [1, null, 3], down, '买方'],
    ['too few figures in one series', up, [1, null, null], '#N/A'],
    ['different lengths', up, [1, 2], '#VALUE!'],
    ['nothing given', [null, null], [null, null], ''],
  ])('%s', (_, financing, lending, word) => expect(one(MARKET_BIAS, column(financing), column(lending))).toBe(word));

  test('the window decides', () => {
    expect(one(MARKET_BIAS, column([1, 9, 8, 7]), column([5, 5, 5, 5]), 4)).toBe('买方');
    expect(one(MARKET_BIAS, column([1, 9, 8, 7]), column([5, 5, 5, 6]), 3)).toBe('卖方');
  });

  test.each([
    ['en', ['buyers', 'sellers', 'neutral']],
    ['英文', ['buyers', 'sellers', 'neutral']],
    ['ZH', ['买方', '卖方', '中性']],
  ])('words in %s', (language, words) =>
    expect([
      one(MARKET_BIAS, column(up), column(down), null, language),
      one(MARKET_BIAS, column(down), column(up), null, language),
      one(MARKET_BIAS, column(up), column(up), null, language),
    ]).toEqual(words),
  );
});

describe('THRESHOLD_SIGNAL', () => {
  test.each([
    ['above', [0.28, 0.2], '达到'],
    ['equal', [0.2, 0.2], '达到'],
    ['below', [0.1999, 0.2], '未达到'],
    ['percent and fraction', ['20%', 0.2], '达到'],
    ['a quotient that should be equal', [0.3 - 0.1, 0.2], '达到'],
    ['a difference beyond 12 digits is none', [0.1999999999999, 0.2], '达到'],
    ['a difference within 12 digits is one', [0.199999999999, 0.2], '未达到'],
    ['below zero', [-1, 0], '未达到'],
    ['zero and zero', [0, 0], '达到'],
    ['in English', [0.28, 0.2, 'en'], 'reached'],
    ['in English, below', [0.1, 0.2, 'English'], 'not reached'],
    ['no threshold', [0.28, null], '#N/A'],
    ['no value: an empty row', [null, 0.2], ''],
    ['another language', [0.28, 0.2, 'fr'], '#VALUE!'],
    ['an error passes through', [{ type: 'Error', basicValue: '#DIV/0!' }, 0.2], '#DIV/0!'],
  ])('%s', (_, args, word) => expect(one(THRESHOLD_SIGNAL, ...args)).toBe(word));
});

describe('SCALE', () => {
  test.each([
    ['万元 in 元', [97753.18, '万元', '元'], 977531800],
    ['元 in 万元', [977531800, 'yuan', 'wan_yuan'], 97753.18],
    ['亿元 in 万元', [6.6, 'yi_yuan', '万元'], 66000],
    ['千元 in 百万元', [1234.5, '千元', '百万元'], 1.2345],
    ['万股 in 股', [30.66, '万股', '股'], 306600],
    ['份 in 亿份', [148374362, '份', '亿份'], 1.48374362],
    ['万张 in 张', [0.3, 'WAN_BOND', 'bond'], 3000],
    ['the same unit', [0.1, '元', '元'], 0.1],
    ['negative', [-1.1, '万元', '元'], -11000],
    ['a value with its own unit is in 元 already', ['97753.18万元', '元', '万元'], 97753.18],
    ['money is no quantity', [1, '万元', '万股'], '#VALUE!'],
    ['a quantity is no money', [1, 'share', 'yuan'], '#VALUE!'],
    ['no such unit', [1, '手', '股'], '#VALUE!'],
    ['no unit given', [1, null, '元'], '#N/A'],
    ['a blank value', [null, '元', '万元'], ''],
  ])('%s', (_, args, result) => expect(one(SCALE, ...args)).toBe(result));
});

describe('native formulas', () => {
  test.each([
    ['RZRQ.SCALE(B2,"万元","元")', 'IF(B2="","",IF(COUNT(B2)=1,B2*10000,NA()))'],
    ['RZRQ.SCALE(B2+C2,"元","yi_yuan")', '(B2+C2)/100000000'],
    ['RZRQ.SCALE(B2,"元","元")', 'IF(B2="","",IF(COUNT(B2)=1,B2/1,NA()))'],
    ['RZRQ.SCALE(B2,D1,"元")', 'choice_in_cell'],
    ['RZRQ.SCALE(B2,"元","股")', 'IF(B2="","",IF(COUNT(B2)=1,#VALUE!,NA()))'],
    [
      'RZRQ.THRESHOLD_SIGNAL(B2,20%)',
      'IF(B2="","",IF(COUNT(B2)=1,IF(ROUND(B2,11-INT(LOG10(ABS(B2)+(B2=0))))>=20%,"达到","未达到"),NA()))',
    ],
    [
      'RZRQ.THRESHOLD_SIGNAL(B2,C2,"en")',
      'IF(B2="","",IF(COUNT(B2,C2)=2,IF(ROUND(B2,11-INT(LOG10(ABS(B2)+(B2=0))))>=ROUND(C2,11-INT(LOG10(ABS(C2)+(C2=0)))),"reached","not reached"),NA()))',
    ],
    ['RZRQ.THRESHOLD_SIGNAL(B2,C2,D1)', 'choice_in_cell'],
  ])('%s', (formula, text) => expect(nativeText(formula)).toBe(text));
});
