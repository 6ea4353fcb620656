import { formula } from '../catalogue/define';
import { purchases, repayments } from '../catalogue/params';
import { DAILY_601989, EASTMONEY_MARGIN, GUSHIBA_ANSWERS } from '../catalogue/sources';
import type { Words } from '../catalogue/words-of';

export const FINANCING_NET_PURCHASE = formula({
  id: 'FINANCING_NET_PURCHASE',
  params: [purchases, repayments],
  compute: ({ purchases, repayments }) => purchases.minus(repayments),
});

export const words: Words<typeof FINANCING_NET_PURCHASE> = {
  family: 'indicator',
  title: { en: 'Financing net purchase', zh: '融资净买入' },
  doc: {
    en: 'Financed purchases less repayments: the strength of the long side.',
    zh: '融资净买入额：融资买入额减融资偿还额，即做多力度。',
  },
  returns: 'amount',
  formula: { en: 'net purchase = purchases − repayments', zh: '融资净买入额 = 融资买入额 − 融资偿还额' },
  remarks: [
    {
      en: 'Equals the change of the financing balance on days without a break. Some texts call this daily difference the balance; the balance is its running total.',
      zh: '无差异的日子里等于融资余额的增减。有的文章把每日差额称作融资余额；余额是其累计。',
    },
  ],
  sources: [GUSHIBA_ANSWERS, EASTMONEY_MARGIN],
  examples: [
    {
      title: { en: 'A week of 3.8亿 bought and 4.1亿 repaid', zh: '一周买入 3.8 亿，偿还 4.1 亿' },
      args: { purchases: '3.8亿', repayments: '4.1亿' },
      result: -30000000,
      source: GUSHIBA_ANSWERS,
      note: {
        en: 'The text reads many bulls into these figures; more was repaid than bought.',
        zh: '原文由此认为看好的人很多；其实偿还多于买入。',
      },
    },
    {
      title: { en: 'China Shipbuilding Industry (601989), 2015-04-17', zh: '中国重工（601989），2015-04-17' },
      args: { purchases: 2312839368, repayments: 2601765162 },
      result: -288925794,
      source: DAILY_601989,
      note: {
        en: 'The published balance fell by 301,383,922; FINANCING_BALANCE_BREAK tells the difference.',
        zh: '公布余额减少 301,383,922，差异见 FINANCING_BALANCE_BREAK。',
      },
    },
    {
      title: { en: 'A figure that was not published', zh: '未公布的数据' },
      args: { purchases: 2312839368, repayments: '--' },
      result: '#N/A',
    },
  ],
  related: ['LENDING_NET_SOLD', 'PURCHASE_REPAYMENT_RATIO', 'FINANCING_BALANCE_ROLL', 'FINANCING_BALANCE_BREAK'],
  search: ['融资净买入', '做多力度', 'RZJME', 'rzjmre', 'FIN_NETBUY_AMT', 'net buying'],
};
