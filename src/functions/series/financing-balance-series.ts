import { running } from '../catalogue/define';
import { daily, datesOf, opening_balance, purchases, repayments } from '../catalogue/params';
import { DAILY_601989, SSE_PUBLICATION } from '../catalogue/sources';
import type { Words } from '../catalogue/words-of';

export const FINANCING_BALANCE_SERIES = running({
  id: 'FINANCING_BALANCE_SERIES',
  params: [opening_balance, daily(purchases), daily(repayments), datesOf(daily(purchases))],
  roll: 'FINANCING_BALANCE_ROLL',
  step: (prior, { purchases, repayments }) => prior.plus(purchases).minus(repayments),
});

export const words: Words<typeof FINANCING_BALANCE_SERIES> = {
  family: 'series',
  title: { en: 'Financing balance series', zh: '融资余额序列' },
  doc: {
    en: 'Financing balance of every day: opening balance plus purchases less repayments so far.',
    zh: '一个单元格算出每日融资余额：期初余额加累计融资买入额减累计融资偿还额。',
  },
  returns: 'amount',
  formula: {
    en: 'balance[i] = opening balance + Σ purchases[1…i] − Σ repayments[1…i]',
    zh: '余额[i] = 期初余额 + Σ融资买入额[1…i] − Σ融资偿还额[1…i]',
  },
  remarks: [
    {
      en: 'Without dates the range is read oldest first. With dates its rows may be in any order, as downloaded pages have the newest first; a blank, bad or double day beside a figure is an error.',
      zh: '省略日期时区域须由远及近；给出日期则行序不限（交易所网页多为由近及远）。有数值的行日期为空、有误或重复时为错误值。',
    },
    {
      en: 'Spills in the shape of the purchases. Blank rows at the end are left out, so ranges may run far past the data and the series grows by itself.',
      zh: '按融资买入额的形状溢出。末尾空行会被略去，区域可远超现有数据，序列随新数据自动延长。',
    },
    {
      en: 'A missing or bad day is an error for that day and every later one. A day blank in both columns carries the balance.',
      zh: '缺失或有误的一天使当日及以后各日为错误；两列均为空的一天沿用前一日余额。',
    },
  ],
  sources: [SSE_PUBLICATION],
  examples: [
    {
      title: {
        en: 'China Shipbuilding Industry (601989), from 2015-04-09: the first day agrees with the published balance, the second is 1 元 above',
        zh: '中国重工（601989），自 2015-04-09 起：首日与公布余额一致，次日多 1 元',
      },
      args: { opening_balance: 13543599484, purchases: [1168986102, 1479008826], repayments: [1196101729, 1205637113] },
      result: [[13516483857], [13789855570]],
      source: DAILY_601989,
    },
    {
      title: { en: 'The same days as downloaded, newest first', zh: '同样两日，按下载的顺序由近及远' },
      args: {
        opening_balance: 13543599484,
        purchases: [1479008826, 1168986102],
        repayments: [1205637113, 1196101729],
        dates: ['2015-04-13', '2015-04-10'],
      },
      result: [[13789855570], [13516483857]],
      source: DAILY_601989,
    },
    {
      title: { en: 'A bad day spoils the days after it', zh: '有误的一天影响其后各日' },
      args: { opening_balance: 1000, purchases: [10, '待定', 30], repayments: [1, 2, 3] },
      result: [[1009], ['#VALUE!'], ['#VALUE!']],
    },
    {
      title: { en: 'Blank rows at the end', zh: '末尾空行' },
      args: { opening_balance: 1000, purchases: [10, null, 30, null, null], repayments: [1, null, 3, null, null] },
      result: [[1009], [1009], [1036]],
    },
  ],
  related: ['FINANCING_BALANCE_ROLL', 'LENDING_QTY_SERIES', 'FINANCING_BALANCE_BREAK'],
  search: ['rzye', '融资余额', '序列', 'spill'],
};
