import { Fault } from '../../cells/fault';
import { procedure } from '../catalogue/define';
import {
  choose,
  datesOf,
  financing_balances,
  language,
  lending_quantities,
  optional,
  window,
} from '../catalogue/params';
import { DAILY_601989, GUSHIBA_ANSWERS } from '../catalogue/sources';
import type { Words } from '../catalogue/words-of';
import { lastValues, rise } from './trend';

export const BIAS = {
  zh: { buyers: '买方', sellers: '卖方', neutral: '中性' },
  en: { buyers: 'buyers', sellers: 'sellers', neutral: 'neutral' },
} as const;

const financingBalances = { ...financing_balances, group: 'days' };

export const MARKET_BIAS = procedure({
  id: 'MARKET_BIAS',
  params: [
    financingBalances,
    { ...lending_quantities, group: 'days' },
    optional(window, 20),
    choose(language, 'zh'),
    datesOf(financingBalances),
  ],
  run({ financing_balances, lending_qty, window, language }) {
    const financing = lastValues('financing_balances', financing_balances, window);
    if (financing instanceof Fault) return financing;
    const lending = lastValues('lending_qty', lending_qty, window);
    if (lending instanceof Fault) return lending;
    const financingRises = rise(financing).sign() > 0;
    const lendingRises = rise(lending).sign() > 0;
    return BIAS[language][financingRises === lendingRises ? 'neutral' : financingRises ? 'buyers' : 'sellers'];
  },
});

export const words: Words<typeof MARKET_BIAS> = {
  family: 'indicator',
  title: { en: 'Market bias', zh: '市场倾向' },
  doc: {
    en: 'Buyers, sellers or neutral, by the trends of the financing balance and the quantity on loan.',
    zh: '市场倾向：由融资余额与融券余量的趋势判断为买方、卖方或中性。',
  },
  returns: 'word',
  formula: {
    en: 'buyers: financing rises and lending does not; sellers: lending rises and financing does not; otherwise neutral',
    zh: '融资升而融券不升为买方；融券升而融资不升为卖方；其余为中性',
  },
  errors: [
    { code: '#N/A', when: { en: 'A series holds fewer than two values.', zh: '某一序列不足两个数值。' } },
    { code: '#NUM!', when: { en: 'The window is not a whole number of at least 2.', zh: '窗口不是不小于 2 的整数。' } },
    { code: '#VALUE!', when: { en: 'The two series differ in length.', zh: '两个序列长度不同。' } },
  ],
  remarks: [
    {
      en: 'Without dates the range is read oldest first. With dates its rows may be in any order, as downloaded pages have the newest first; a blank, bad or double day beside a figure is an error.',
      zh: '省略日期时区域须由远及近；给出日期则行序不限（交易所网页多为由近及远）。有数值的行日期为空、有误或重复时为错误值。',
    },
    {
      en: 'Rising is judged by the exact sign of the trend (BALANCE_TREND). Give the quantity on loan, not the lending balance: that moves with the price alone.',
      zh: '升降以趋势（BALANCE_TREND）的正负为准。请用融券余量而非融券余额：余额会随股价变动。',
    },
    {
      en: 'This is the rule of thumb of the source, not advice: financed positions also grow because prices rise.',
      zh: '此为来源文章的经验判断，不构成投资建议：股价上涨本身也会推高融资余额。',
    },
  ],
  sources: [GUSHIBA_ANSWERS],
  examples: [
    {
      title: { en: 'Financing rises, lending falls', zh: '融资升，融券降' },
      args: { financing_balances: [100, 104, 103, 108], lending_qty: [50, 48, 49, 45] },
      result: '买方',
    },
    {
      title: {
        en: 'China Shipbuilding Industry (601989), ten days to 2015-04-17: both rise',
        zh: '中国重工（601989），截至 2015-04-17 的十日：两者皆升',
      },
      args: {
        financing_balances: [
          13411176185, 13514051054, 13599709125, 13543599484, 13516483857, 13789855569, 14476305345, 14835131802,
          14554040816, 14252656894,
        ],
        lending_qty: [1174377, 1286514, 1237814, 1930100, 1605191, 1482253, 1453700, 998747, 1976370, 2070747],
      },
      result: '中性',
      source: DAILY_601989,
    },
    {
      title: {
        en: 'Its last three days, in English: financing falls, lending rises',
        zh: '其中最后三日，英文：融资降，融券升',
      },
      args: {
        financing_balances: [14835131802, 14554040816, 14252656894],
        lending_qty: [998747, 1976370, 2070747],
        window: 3,
        language: 'en',
      },
      result: 'sellers',
      source: DAILY_601989,
    },
    {
      title: { en: 'The same three days, newest first', zh: '同样三日，由近及远' },
      args: {
        financing_balances: [14252656894, 14554040816, 14835131802],
        lending_qty: [2070747, 1976370, 998747],
        window: 3,
        dates: ['2015-04-17', '2015-04-16', '2015-04-15'],
      },
      result: '卖方',
      source: DAILY_601989,
    },
    {
      title: { en: 'Series of different lengths', zh: '序列长度不同' },
      args: { financing_balances: [100, 104, 103], lending_qty: [50, 48] },
      result: '#VALUE!',
    },
  ],
  related: ['BALANCE_TREND', 'BALANCE_STREAK', 'FINANCING_NET_PURCHASE', 'LENDING_NET_SOLD'],
  search: ['市场倾向', '买方市场', '卖方市场', '强势市场', '弱势市场', '多空', 'sentiment'],
};
