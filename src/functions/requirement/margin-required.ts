import { formula } from '../catalogue/define';
import { beside, margin_ratio, price, qty } from '../catalogue/params';
import { SSE_RULES } from '../catalogue/sources';
import type { Words } from '../catalogue/words-of';

export const MARGIN_REQUIRED = formula({
  id: 'MARGIN_REQUIRED',
  params: [qty, price, beside(margin_ratio, 'qty')],
  compute: ({ qty, price, ratio }) => qty.times(price).times(ratio),
});

export const words: Words<typeof MARGIN_REQUIRED> = {
  family: 'requirement',
  title: { en: 'Margin required', zh: '所需保证金' },
  doc: {
    en: 'Margin that a financed purchase or a short sale of this size takes.',
    zh: '融资买入或融券卖出这一数量所需的保证金。',
  },
  returns: 'amount',
  formula: { en: 'margin required = quantity × price × margin ratio', zh: '所需保证金 = 数量 × 价格 × 保证金比例' },
  remarks: [
    {
      en: 'Collateral counts at its conversion rate: cash of 60,000 and shares of 100,000 at 70% are a margin of 130,000.',
      zh: '担保物按折算率计：现金6万元与市值10万元、折算率70%的股票合计为13万元保证金。',
    },
  ],
  sources: [SSE_RULES],
  examples: [
    {
      title: { en: '10,000 shares at 12.35, ratio 100%', zh: '1万股，12.35元，比例100%' },
      args: { qty: 10000, price: 12.35, ratio: '100%' },
      result: 123500,
    },
    {
      title: { en: 'Ratio of a broker that adds to the minimum', zh: '券商上浮后的比例' },
      args: { qty: 10000, price: 12.35, ratio: 1.35 },
      result: 166725,
    },
    {
      title: { en: 'A percentage written as a plain number', zh: '百分数写成了整数' },
      args: { qty: 10000, price: 12.35, ratio: 100 },
      result: '#VALUE!',
    },
    {
      title: { en: 'The ratio is not known', zh: '比例缺失' },
      args: { qty: 10000, price: 12.35, ratio: null },
      result: '#N/A',
    },
  ],
  related: ['FINANCING_MARGIN_RATIO', 'LENDING_MARGIN_RATIO', 'BROKER_MARGIN_RATIO', 'MARGIN_CAPACITY_QTY'],
  search: ['占用保证金', '已用保证金', 'initial margin'],
};
