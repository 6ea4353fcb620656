import { Fault } from '../../cells/fault';
import type { Exact } from '../../number/exact';
import { procedure } from '../catalogue/define';
import { balances, datesOf } from '../catalogue/params';
import { DAILY_601989, GUSHIBA_ANSWERS } from '../catalogue/sources';
import type { Words } from '../catalogue/words-of';

export const BALANCE_STREAK = procedure({
  id: 'BALANCE_STREAK',
  params: [balances, datesOf(balances)],
  run({ balances: { values } }) {
    const last = values.length - 1;
    if (last < 1)
      return new Fault('not_enough_values', { param: 'balances', text: String(values.length), allowed: '2' });
    const direction = changeAt(values, last);
    if (direction === 0) return 0;
    let days = 1;
    while (days < last && changeAt(values, last - days) === direction) days++;
    return direction * days;
  },
});

/** 1, 0 or −1: whether the value is above, at or below the one before. */
function changeAt(values: readonly Exact[], i: number): number {
  return Math.sign(values[i]!.compare(values[i - 1]!));
}

export const words: Words<typeof BALANCE_STREAK> = {
  family: 'indicator',
  title: { en: 'Streak of a balance', zh: '连续增减天数' },
  doc: {
    en: 'How many days in a row the balance has risen (positive) or fallen (negative).',
    zh: '余额连续增加（正）或减少（负）的天数。',
  },
  returns: 'days',
  formula: {
    en: 'streak = + the last rises in a row, or − the last falls in a row',
    zh: '连续增减天数 = + 最近连续增加的天数，或 − 最近连续减少的天数',
  },
  errors: [{ code: '#N/A', when: { en: 'There are fewer than two values.', zh: '不足两个数值。' } }],
  remarks: [
    {
      en: 'Without dates the range is read oldest first. With dates its rows may be in any order, as downloaded pages have the newest first; a blank, bad or double day beside a figure is an error.',
      zh: '省略日期时区域须由远及近；给出日期则行序不限（交易所网页多为由近及远）。有数值的行日期为空、有误或重复时为错误值。',
    },
    {
      en: '0 when the last two values are equal. Blanks are skipped: a change across a day without a figure counts as one day.',
      zh: '最后两个数值相等时为 0。空白跳过：跨过缺数据的一天的增减计为一天。',
    },
  ],
  sources: [GUSHIBA_ANSWERS],
  examples: [
    {
      title: {
        en: 'China Shipbuilding Industry (601989), 2015-04-10 to 04-17: down for two days',
        zh: '中国重工（601989），2015-04-10 至 04-17：连降两日',
      },
      args: { balances: [13516483857, 13789855569, 14476305345, 14835131802, 14554040816, 14252656894] },
      result: -2,
      source: DAILY_601989,
    },
    {
      title: { en: 'The same until 04-15: up for three days', zh: '截至 04-15：连升三日' },
      args: { balances: [13516483857, 13789855569, 14476305345, 14835131802] },
      result: 3,
      source: DAILY_601989,
    },
    {
      title: { en: 'The same as downloaded, newest first', zh: '同上，按下载的顺序由近及远' },
      args: {
        balances: [14835131802, 14476305345, 13789855569, 13516483857],
        dates: ['2015-04-15', '2015-04-14', '2015-04-13', '2015-04-10'],
      },
      result: 3,
      source: DAILY_601989,
    },
    {
      title: { en: 'No change on the last day', zh: '最后一日持平' },
      args: { balances: [100, 120, 120] },
      result: 0,
    },
    {
      title: { en: 'A single value', zh: '只有一个数值' },
      args: { balances: [100] },
      result: '#N/A',
    },
  ],
  related: ['BALANCE_TREND', 'MARKET_BIAS', 'FINANCING_NET_PURCHASE'],
  search: ['连续增加', '连增', '连降', '连续天数', 'streak'],
};
