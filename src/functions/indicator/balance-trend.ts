import { Fault } from '../../cells/fault';
import { Exact } from '../../number/exact';
import { procedure } from '../catalogue/define';
import { balances, datesOf, optional, window } from '../catalogue/params';
import { DAILY_601989, GUSHIBA_ANSWERS } from '../catalogue/sources';
import type { Words } from '../catalogue/words-of';
import { lastValues, rise, total } from './trend';

export const BALANCE_TREND = procedure({
  id: 'BALANCE_TREND',
  params: [balances, optional(window, 20), datesOf(balances)],
  run({ balances, window }) {
    const values = lastValues('balances', balances, window);
    if (values instanceof Fault) return values;
    const n = values.length;
    return rise(values)
      .times(Exact.of(6))
      .over(total(values).times(Exact.of(n * n - 1)));
  },
});

export const words: Words<typeof BALANCE_TREND> = {
  family: 'indicator',
  title: { en: 'Trend of a balance', zh: '余额趋势' },
  doc: {
    en: 'Relative change per day: least-squares slope of the last values divided by their mean.',
    zh: '余额趋势：最近若干日余额的最小二乘斜率除以其均值，即每日相对变化。',
  },
  returns: 'ratio',
  formula: {
    en: 'trend = least-squares slope of the last values ÷ their mean',
    zh: '余额趋势 = 最近若干日余额的最小二乘斜率 ÷ 其均值',
  },
  errors: [
    { code: '#N/A', when: { en: 'There are fewer than two values.', zh: '不足两个数值。' } },
    { code: '#NUM!', when: { en: 'The window is not a whole number of at least 2.', zh: '窗口不是不小于 2 的整数。' } },
    { code: '#DIV/0!', when: { en: 'All values are 0.', zh: '数值全部为 0。' } },
  ],
  remarks: [
    {
      en: 'Without dates the range is read oldest first. With dates its rows may be in any order, as downloaded pages have the newest first; a blank, bad or double day beside a figure is an error.',
      zh: '省略日期时区域须由远及近；给出日期则行序不限（交易所网页多为由近及远）。有数值的行日期为空、有误或重复时为错误值。',
    },
    {
      en: 'With fewer values than the window all of them are used. Blanks are skipped, and the values that remain are taken as evenly spaced.',
      zh: '数值少于窗口时全部使用。空白跳过，其余数值按等间隔处理。',
    },
  ],
  sources: [GUSHIBA_ANSWERS],
  examples: [
    {
      title: {
        en: 'China Shipbuilding Industry (601989), ten days to 2015-04-17: up 1.05% a day',
        zh: '中国重工（601989），截至 2015-04-17 的十日：每日约 +1.05%',
      },
      args: {
        balances: [
          13411176185, 13514051054, 13599709125, 13543599484, 13516483857, 13789855569, 14476305345, 14835131802,
          14554040816, 14252656894,
        ],
      },
      result: 0.010471625987769689,
      source: DAILY_601989,
    },
    {
      title: { en: 'The last three of them', zh: '其中最后三日' },
      args: { balances: [14476305345, 14835131802, 14554040816, 14252656894], window: 3 },
      result: -0.02002006725588255,
      source: DAILY_601989,
    },
    {
      title: { en: 'The same four days, newest first', zh: '同样四日，由近及远' },
      args: {
        balances: [14252656894, 14554040816, 14835131802, 14476305345],
        window: 3,
        dates: ['2015-04-17', '2015-04-16', '2015-04-15', '2015-04-14'],
      },
      result: -0.02002006725588255,
      source: DAILY_601989,
    },
    {
      title: { en: 'A straight line: 10 a day on a mean of 120', zh: '直线：均值 120，每日增加 10' },
      args: { balances: [100, 110, 120, 130, 140] },
      result: 0.08333333333333333,
    },
    {
      title: { en: 'A single value', zh: '只有一个数值' },
      args: { balances: [100, null] },
      result: '#N/A',
    },
    {
      title: { en: 'A window of 2.5 days', zh: '窗口为 2.5 天' },
      args: { balances: [100, 110, 120], window: 2.5 },
      result: '#NUM!',
    },
  ],
  related: ['BALANCE_STREAK', 'MARKET_BIAS'],
  search: ['余额趋势', '长期增加', '斜率', '线性回归', 'slope', 'trend', 'LINEST'],
};
