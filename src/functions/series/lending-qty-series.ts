import { running } from '../catalogue/define';
import { daily, datesOf, opening_qty, returned, sold } from '../catalogue/params';
import { DAILY_601989, SSE_PUBLICATION } from '../catalogue/sources';
import type { Words } from '../catalogue/words-of';

export const LENDING_QTY_SERIES = running({
  id: 'LENDING_QTY_SERIES',
  params: [opening_qty, daily(sold), daily(returned), datesOf(daily(sold))],
  roll: 'LENDING_QTY_ROLL',
  step: (prior, { sold, returned }) => prior.plus(sold).minus(returned),
});

export const words: Words<typeof LENDING_QTY_SERIES> = {
  family: 'series',
  title: { en: 'Quantity on loan, series', zh: '融券余量序列' },
  doc: {
    en: 'Quantity on loan of every day: opening quantity plus all sold so far less all returned.',
    zh: '一个单元格算出每日融券余量：期初余量加累计融券卖出量减累计融券偿还量。',
  },
  returns: 'quantity',
  formula: {
    en: 'quantity[i] = opening quantity + Σ sold[1…i] − Σ returned[1…i]',
    zh: '余量[i] = 期初余量 + Σ融券卖出量[1…i] − Σ融券偿还量[1…i]',
  },
  remarks: [
    {
      en: 'Without dates the range is read oldest first. With dates its rows may be in any order, as downloaded pages have the newest first; a blank, bad or double day beside a figure is an error.',
      zh: '省略日期时区域须由远及近；给出日期则行序不限（交易所网页多为由近及远）。有数值的行日期为空、有误或重复时为错误值。',
    },
    {
      en: 'Spills in the shape of the quantities sold. Blank rows at the end are left out; a missing or bad day is an error for that day and every later one.',
      zh: '按融券卖出量的形状溢出。末尾空行会被略去；缺失或有误的一天使当日及以后各日为错误。',
    },
  ],
  sources: [SSE_PUBLICATION],
  examples: [
    {
      title: {
        en: 'China Shipbuilding Industry (601989), 2015-04-07 and 04-08',
        zh: '中国重工（601989），2015-04-07 与 04-08',
      },
      args: { opening_qty: 1174377, sold: [73136275, 50049257], returned: [73024138, 50097957] },
      result: [[1286514], [1237814]],
      source: DAILY_601989,
    },
    {
      title: { en: 'Across a row', zh: '横向排列' },
      args: { opening_qty: 500, sold: [[100, 200]], returned: [[50, 0]] },
      result: [[550, 750]],
    },
    {
      title: { en: 'Columns of different length', zh: '两列长度不同' },
      args: { opening_qty: 500, sold: [100, 200], returned: [50] },
      result: '#VALUE!',
    },
  ],
  related: ['LENDING_QTY_ROLL', 'FINANCING_BALANCE_SERIES', 'LENDING_QTY_BREAK'],
  search: ['rqyl', '融券余量', '序列', 'spill'],
};
