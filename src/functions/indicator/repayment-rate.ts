import { formula } from '../catalogue/define';
import { prior_balance, repayments } from '../catalogue/params';
import { DAILY_601989, GUSHIBA_ANSWERS, MARKET_USAGE } from '../catalogue/sources';
import type { Words } from '../catalogue/words-of';

export const REPAYMENT_RATE = formula({
  id: 'REPAYMENT_RATE',
  params: [repayments, prior_balance],
  compute: ({ repayments, prior_balance }) => repayments.over(prior_balance),
});

export const words: Words<typeof REPAYMENT_RATE> = {
  family: 'indicator',
  title: { en: 'Repayment rate', zh: '偿还率' },
  doc: {
    en: 'Share of the balance of the day before that was repaid.',
    zh: '偿还率：融资偿还额占前日融资余额的比例。',
  },
  returns: 'ratio',
  formula: { en: 'repayment rate = repayments ÷ prior balance', zh: '偿还率 = 融资偿还额 ÷ 前日融资余额' },
  remarks: [
    {
      en: 'For a week take the week’s repayments and the balance before its first day. A high rate means positions of a few days.',
      zh: '按周计算时，用一周的偿还额与该周之前的余额。偿还率高说明持仓期短。',
    },
  ],
  sources: [MARKET_USAGE],
  examples: [
    {
      title: { en: 'A week: 4.1亿 repaid out of 6.9亿', zh: '一周：6.9 亿中偿还 4.1 亿' },
      args: { repayments: '4.1亿', prior_balance: '6.9亿' },
      result: 0.5942028985507246,
      source: GUSHIBA_ANSWERS,
      note: {
        en: 'The prior balance is rolled back from the text: 6.6 − 3.8 + 4.1. The text’s “mostly short-term” holds.',
        zh: '前日余额由原文反推：6.6 − 3.8 + 4.1。原文所说“大部分人是短线炒作”成立。',
      },
    },
    {
      title: { en: 'China Shipbuilding Industry (601989), 2015-04-17', zh: '中国重工（601989），2015-04-17' },
      args: { repayments: 2601765162, prior_balance: 14554040816 },
      result: 0.1787658283285661,
      source: DAILY_601989,
    },
    {
      title: { en: 'The prior balance is not known', zh: '前日余额缺失' },
      args: { repayments: 2601765162, prior_balance: null },
      result: '#N/A',
    },
    {
      title: { en: 'There was no balance', zh: '前日没有余额' },
      args: { repayments: 0, prior_balance: 0 },
      result: '#DIV/0!',
    },
  ],
  related: ['PURCHASE_REPAYMENT_RATIO', 'FINANCING_NET_PURCHASE', 'FINANCING_REPAYMENT'],
  search: ['偿还率', '融资偿还率', '周转', 'turnover of the book'],
};
