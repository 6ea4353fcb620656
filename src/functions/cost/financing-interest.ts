import { formula } from '../catalogue/define';
import { annual_rate, day_basis, days, optional, principal } from '../catalogue/params';
import { INTEREST_ANSWERS } from '../catalogue/sources';
import type { Words } from '../catalogue/words-of';

export const FINANCING_INTEREST = formula({
  id: 'FINANCING_INTEREST',
  params: [principal, annual_rate, days, optional(day_basis, 360)],
  compute: ({ principal, annual_rate, days, day_basis }) => principal.times(annual_rate).times(days).over(day_basis),
});

export const words: Words<typeof FINANCING_INTEREST> = {
  family: 'cost',
  title: { en: 'Financing interest', zh: '融资利息' },
  doc: {
    en: 'Simple interest on the amount financed, by calendar days.',
    zh: '融资利息：融资金额按自然日计算的单利。',
  },
  returns: 'amount',
  formula: {
    en: 'interest = principal × annual rate × days ÷ day basis',
    zh: '融资利息 = 融资金额 × 年利率 × 计息天数 ÷ 计息基数',
  },
  params: { principal: { en: 'Amount financed and not yet repaid, in 元', zh: '尚未偿还的融资金额，元' } },
  remarks: [
    {
      en: 'Brokers count 360 days a year; some texts 365. The page that says 13.7 元 a day for 100,000 元 at 5% names 360, but its figure is that of 365.',
      zh: '券商一年按 360 天计，也有按 365 天的。有网页称 10 万元、5%、按 360 天每天 13.7 元，其实那是按 365 天的结果。',
    },
    {
      en: 'Not rounded to 0.01 元: contracts round or cut off in their own way, once a day or once at the end.',
      zh: '结果不取整到分：各合同四舍五入或截断、逐日或期末，做法不一。',
    },
  ],
  sources: [INTEREST_ANSWERS],
  examples: [
    {
      title: { en: '100,000 元 at 8.6% over 30 days', zh: '10 万元，年利率 8.6%，30 天' },
      args: { principal: '10万', annual_rate: '8.6%', days: 30 },
      result: 716.6666666666666,
      source: {
        title: {
          en: 'Cofool, question 268486: interest on 100,000 元 (no result is printed)',
          zh: '叩富问财，第 268486 号提问：融资 10 万元的利息（未给出结果）',
        },
        url: 'https://licai.cofool.com/ask/qa_268486_1_1.html',
      },
    },
    {
      title: { en: 'A day of 100,000 元 at 5%', zh: '10 万元，年利率 5%，一天' },
      args: { principal: 100000, annual_rate: 0.05, days: 1 },
      result: 13.88888888888889,
      source: {
        title: {
          en: 'Cofool, question 1991536: daily interest on 100,000 元',
          zh: '叩富问财，第 1991536 号提问：融资 10 万元每天的利息',
        },
        url: 'https://licai.cofool.com/ask/vipqa_1991536_20800487.html',
      },
      note: {
        en: 'The page divides by 360 in its formula and prints 13.7, which is the figure over 365.',
        zh: '该网页公式除以 360，却写 13.7 元，那是除以 365 的结果。',
      },
    },
    {
      title: { en: 'The same over 365', zh: '同上，按 365 天' },
      args: { principal: 100000, annual_rate: 0.05, days: 1, day_basis: 365 },
      result: 13.698630136986301,
    },
    {
      title: { en: 'A rate written as a plain number', zh: '百分数写成了普通数字' },
      args: { principal: 100000, annual_rate: 8.6, days: 30 },
      result: '#VALUE!',
    },
    {
      title: { en: 'A year of 364 days', zh: '计息基数为 364' },
      args: { principal: 100000, annual_rate: 0.086, days: 30, day_basis: 364 },
      result: '#NUM!',
    },
  ],
  related: ['INTEREST_DAYS', 'LENDING_FEE', 'FINANCING_PROFIT'],
  search: ['融资利息', '息费', '利率', 'margin interest', 'financing cost'],
};
