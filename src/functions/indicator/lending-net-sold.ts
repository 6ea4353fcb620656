import { formula } from '../catalogue/define';
import { returned, sold } from '../catalogue/params';
import { DAILY_601989, EASTMONEY_MARGIN, GUSHIBA_ANSWERS } from '../catalogue/sources';
import type { Words } from '../catalogue/words-of';

export const LENDING_NET_SOLD = formula({
  id: 'LENDING_NET_SOLD',
  params: [sold, returned],
  compute: ({ sold, returned }) => sold.minus(returned),
});

export const words: Words<typeof LENDING_NET_SOLD> = {
  family: 'indicator',
  title: { en: 'Lending net sold', zh: '融券净卖出' },
  doc: {
    en: 'Quantity sold short less quantity returned: the strength of the short side.',
    zh: '融券净卖出量：融券卖出量减融券偿还量，即做空力度。',
  },
  returns: 'quantity',
  formula: { en: 'net sold = sold − returned', zh: '融券净卖出量 = 融券卖出量 − 融券偿还量' },
  remarks: [
    {
      en: 'For an amount multiply by a price; vendors use the close of the day.',
      zh: '净卖出额需再乘以价格，数据商多用当日收盘价。',
    },
  ],
  sources: [GUSHIBA_ANSWERS, EASTMONEY_MARGIN],
  examples: [
    {
      title: { en: 'China Shipbuilding Industry (601989), 2015-04-07', zh: '中国重工（601989），2015-04-07' },
      args: { sold: 73136275, returned: 73024138 },
      result: 112137,
      source: DAILY_601989,
    },
    {
      title: { en: 'More returned than sold', zh: '偿还多于卖出' },
      args: { sold: '30.66万股', returned: '41万股' },
      result: -103400,
    },
    {
      title: { en: 'Text that is no number', zh: '不是数字的文本' },
      args: { sold: '待定', returned: 0 },
      result: '#VALUE!',
    },
  ],
  related: ['FINANCING_NET_PURCHASE', 'LENDING_QTY_ROLL', 'LENDING_QTY_BREAK', 'DAYS_TO_COVER'],
  search: ['融券净卖出', '做空力度', 'RQJMG', 'LOAN_NETSELL_AMT', 'net short selling'],
};
