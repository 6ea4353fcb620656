import { formula } from '../catalogue/define';
import { choose, daily, per, purchases, turnovers } from '../catalogue/params';
import { GUSHIBA_ANSWERS } from '../catalogue/sources';
import type { Words } from '../catalogue/words-of';

export const PURCHASES_TO_TURNOVER = formula({
  id: 'PURCHASES_TO_TURNOVER',
  params: [
    { ...daily(purchases), orTotal: true },
    { ...turnovers, group: 'days', missingBeside: 'purchases' },
    choose(per, 'total'),
  ],
  compute: ({ purchases, turnovers, per }, { sum, count }) =>
    (per === 'average' ? sum(purchases).times(count(turnovers)) : sum(purchases)).over(sum(turnovers)),
});

export const words: Words<typeof PURCHASES_TO_TURNOVER> = {
  family: 'indicator',
  title: { en: 'Purchases to turnover', zh: '融资买入占成交额' },
  doc: {
    en: 'Financed purchases as a share of the turnover of the same days, or of the mean day.',
    zh: '融资买入额占同期成交额的比例，或占日均成交额的比例。',
  },
  returns: 'ratio',
  formula: {
    en: 'share = Σ purchases ÷ Σ turnovers; per average: share = Σ purchases ÷ mean of the daily turnovers',
    zh: '融资买入占成交额 = Σ融资买入额 ÷ Σ成交额；日均口径：融资买入占成交额 = Σ融资买入额 ÷ 日均成交额',
  },
  params: {
    purchases: {
      en: 'Financed purchases of the same days, or their total in one cell, in 元',
      zh: '同期每日融资买入额，或其合计（一格），元',
    },
  },
  errors: [
    { code: '#N/A', when: { en: 'A day with purchases has no turnover.', zh: '某日有融资买入额而缺成交额。' } },
    { code: '#DIV/0!', when: { en: 'There was no turnover.', zh: '没有成交额。' } },
  ],
  remarks: [
    {
      en: 'Per average sets a week of purchases against a single day of turnover, as the 10% rule of thumb of the source does; like for like is per total.',
      zh: '日均口径以一周买入额比一日成交额，来源文章 10% 的经验线即用此法；口径一致的比例请用合计。',
    },
  ],
  sources: [GUSHIBA_ANSWERS],
  examples: [
    {
      title: { en: 'A week of 3.8亿 bought, against the mean day', zh: '一周买入 3.8 亿，比日均成交额' },
      args: { purchases: '3.8亿', turnovers: ['22亿', '38亿', '21亿', '13亿', '24亿'], per: '日均' },
      result: 0.16101694915254236,
      source: GUSHIBA_ANSWERS,
      note: {
        en: 'The text says 14%; its own figures give 16.10%. 14.48% comes out only without the day of 13亿.',
        zh: '原文写 14%，按其数字应为 16.10%；去掉 13 亿那天才得 14.48%。',
      },
    },
    {
      title: { en: 'The same week, like for like', zh: '同一周，口径一致' },
      args: { purchases: '3.8亿', turnovers: ['22亿', '38亿', '21亿', '13亿', '24亿'] },
      result: 0.03220338983050847,
      source: GUSHIBA_ANSWERS,
    },
    {
      title: { en: 'Day by day', zh: '逐日' },
      args: { purchases: [80, 120, 100], turnovers: [1000, 1500, 1250] },
      result: 0.08,
    },
    {
      title: { en: 'A day with purchases has no turnover', zh: '某日缺成交额' },
      args: { purchases: [80, 120, 100], turnovers: [1000, null, 1250] },
      result: '#N/A',
    },
    {
      title: { en: 'Ranges of different lengths', zh: '区域长度不同' },
      args: { purchases: [80, 120], turnovers: [1000, 1500, 1250] },
      result: '#VALUE!',
    },
  ],
  related: ['BALANCE_TO_TURNOVER', 'MARGIN_TRADE_SHARE', 'THRESHOLD_SIGNAL'],
  search: ['融资买入占比', '融资买入额占成交额', '10%', 'FIN_TVAL_RATIO', 'rzmre'],
};
