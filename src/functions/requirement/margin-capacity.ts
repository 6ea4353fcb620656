import { formula } from '../catalogue/define';
import { available_margin, beside, credit_left, margin_ratio, optional } from '../catalogue/params';
import { GUSHIBA_ANSWERS, SSE_RULES, type Source } from '../catalogue/sources';
import type { Words } from '../catalogue/words-of';

export const MARGIN_CAPACITY = formula({
  id: 'MARGIN_CAPACITY',
  params: [available_margin, beside(margin_ratio, 'available_margin'), optional(credit_left)],
  compute: ({ available_margin, ratio, credit_left }, { of }) => {
    const covered = available_margin.over(ratio);
    return (credit_left === null ? covered : covered.min(credit_left)).max(of(0));
  },
});

const RATIO_OF_2023: Source = {
  title: {
    en: 'SZSE reduces the financing margin ratio to 80%: a margin of 1 million then finances 1.25 million',
    zh: '深交所降低融资保证金比例至80%的说明：100万元保证金可融资125万元',
  },
  date: '2023-08-27',
  url: 'https://mondovisione.com/news/shenzhen-stock-exchange-moderately-reduces-the-financing-margin-ratio-to-promot-2023830',
};

const PAGE_376194: Source = {
  title: { en: 'A web page on the financing margin ratio', zh: '网页“融资保证金比例”' },
  url: 'http://www.kejiwu5.cn/xinqingwenan/376194.html',
};

export const words: Words<typeof MARGIN_CAPACITY> = {
  family: 'requirement',
  title: { en: 'Margin capacity', zh: '可融资/可融券金额' },
  doc: {
    en: 'Amount that can still be bought on financing or sold short with the available margin.',
    zh: '保证金可用余额还能支持的融资买入或融券卖出金额。',
  },
  returns: 'amount',
  formula: {
    en: 'capacity = max(0, min(available margin ÷ margin ratio, credit left))',
    zh: '可融资/可融券金额 = max(0, min(保证金可用余额 ÷ 保证金比例, 剩余授信额度))',
  },
  errors: [
    { code: '#N/A', when: { en: 'The ratio is 0 beside a margin that is not.', zh: '保证金不为 0 而比例为 0。' } },
  ],
  remarks: [
    {
      en: 'Brokers also limit single securities and concentration; those limits are not in it.',
      zh: '券商另有单一证券与集中度限制，此处未计入。',
    },
  ],
  sources: [SSE_RULES],
  examples: [
    {
      title: { en: 'SZSE’s own example: 1 million at 80%', zh: '深交所的例子：100万元，比例80%' },
      args: { available_margin: 1000000, ratio: 0.8 },
      result: 1250000,
      source: RATIO_OF_2023,
    },
    {
      title: { en: 'Mr Zhang: 1 million in the account, ratio 1:1', zh: '小张：账户100万元，保证金比例1∶1' },
      args: { available_margin: '100万', ratio: 1 },
      result: 1000000,
      source: GUSHIBA_ANSWERS,
      note: {
        en: 'Right where all of it is cash; the text says cash and shares, and shares count at their conversion rates. After the purchase the maintenance ratio is 200 ÷ 100 = 200%.',
        zh: '全部为现金时成立；原文为“现金和股票”，股票须按折算率计。买入后维持担保比例为 200 ÷ 100 = 200%。',
      },
    },
    {
      title: { en: 'No more than the credit that is left', zh: '不超过剩余授信额度' },
      args: { available_margin: 1000000, ratio: 0.8, credit_left: 900000 },
      result: 900000,
    },
    {
      title: { en: '100,000 at 20%', zh: '10万元，比例20%' },
      args: { available_margin: 100000, ratio: 0.2 },
      result: 500000,
      source: PAGE_376194,
      note: {
        en: 'The page prints 400,000: it took 1 off the multiple of 5.',
        zh: '该网页写作40万元：它从 5 倍中多减了 1 倍。',
      },
    },
    {
      title: { en: 'No margin left', zh: '保证金可用余额为负' },
      args: { available_margin: -25000, ratio: 1 },
      result: 0,
    },
    {
      title: { en: 'A ratio written as a plain number', zh: '比例写成了整数' },
      args: { available_margin: 1000000, ratio: 80 },
      result: '#VALUE!',
    },
  ],
  related: ['MARGIN_CAPACITY_QTY', 'AVAILABLE_MARGIN', 'MARGIN_REQUIRED'],
  search: ['可融资金额', '可融券金额', '最大可融资', 'buying power', 'fin quota'],
};
