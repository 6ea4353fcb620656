import { formula } from '../catalogue/define';
import { purchases, repayments } from '../catalogue/params';
import { DAILY_601989, GUSHIBA_ANSWERS } from '../catalogue/sources';
import type { Words } from '../catalogue/words-of';

export const PURCHASE_REPAYMENT_RATIO = formula({
  id: 'PURCHASE_REPAYMENT_RATIO',
  params: [purchases, repayments],
  compute: ({ purchases, repayments }) => purchases.over(repayments),
});

export const words: Words<typeof PURCHASE_REPAYMENT_RATIO> = {
  family: 'indicator',
  title: { en: 'Purchases to repayments', zh: '买偿比' },
  doc: {
    en: 'Financed purchases divided by repayments; above 1 the balance grows.',
    zh: '融资买入额除以融资偿还额；大于 1 则余额增加。',
  },
  returns: 'ratio',
  formula: { en: 'ratio = purchases ÷ repayments', zh: '买偿比 = 融资买入额 ÷ 融资偿还额' },
  errors: [{ code: '#DIV/0!', when: { en: 'Nothing was repaid.', zh: '没有偿还。' } }],
  sources: [GUSHIBA_ANSWERS],
  examples: [
    {
      title: { en: 'A week of 3.8亿 bought and 4.1亿 repaid', zh: '一周买入 3.8 亿，偿还 4.1 亿' },
      args: { purchases: '3.8亿', repayments: '4.1亿' },
      result: 0.926829268292683,
      source: GUSHIBA_ANSWERS,
    },
    {
      title: { en: 'China Shipbuilding Industry (601989), 2015-04-14', zh: '中国重工（601989），2015-04-14' },
      args: { purchases: 3032554867, repayments: 2310655239 },
      result: 1.3124220419453063,
      source: DAILY_601989,
    },
    {
      title: { en: 'Nothing was repaid', zh: '没有偿还' },
      args: { purchases: 1000000, repayments: 0 },
      result: '#DIV/0!',
    },
  ],
  related: ['FINANCING_NET_PURCHASE', 'REPAYMENT_RATE'],
  search: ['买偿比', '融资买入额与偿还额之比', 'purchases over repayments'],
};
