import { formula } from '../catalogue/define';
import { margin, price, qty } from '../catalogue/params';
import { SSE_RULES, ZHIDAO_601628 } from '../catalogue/sources';
import type { Words } from '../catalogue/words-of';

export const FINANCING_MARGIN_RATIO = formula({
  id: 'FINANCING_MARGIN_RATIO',
  params: [margin, qty, price],
  compute: ({ margin, qty, price }) => margin.over(qty.times(price)),
});

export const words: Words<typeof FINANCING_MARGIN_RATIO> = {
  family: 'requirement',
  title: { en: 'Financing margin ratio', zh: '融资保证金比例' },
  doc: {
    en: 'Margin paid in as a share of the securities bought on financing.',
    zh: '融资买入时交付的保证金与融资交易金额的比例。',
  },
  returns: 'ratio',
  formula: {
    en: 'financing margin ratio = margin ÷ (quantity bought × purchase price)',
    zh: '融资保证金比例 = 保证金 ÷（融资买入证券数量 × 买入价格）× 100%',
  },
  params: {
    qty: { en: 'Quantity bought on financing', zh: '融资买入证券数量' },
    price: { en: 'Purchase price, in 元', zh: '买入价格，元' },
  },
  errors: [{ code: '#DIV/0!', when: { en: 'The quantity is 0.', zh: '数量为 0。' } }],
  remarks: [
    {
      en: 'The ratio is fixed at the purchase price; MIN_FINANCING_MARGIN_RATIO says how low it may be.',
      zh: '比例按买入价格计算；最低比例见 MIN_FINANCING_MARGIN_RATIO。',
    },
  ],
  sources: [SSE_RULES, ZHIDAO_601628],
  examples: [
    {
      title: { en: 'One million of margin for a purchase of 1.25 million', zh: '100万元保证金，融资买入125万元' },
      args: { margin: 1000000, qty: 62500, price: 20 },
      result: 0.8,
    },
    {
      title: { en: 'Amounts as text', zh: '以文本书写的金额' },
      args: { margin: '100万元', qty: '5万股', price: 20 },
      result: 1,
    },
    {
      title: { en: 'The price is not known', zh: '价格缺失' },
      args: { margin: 1000000, qty: 50000, price: null },
      result: '#N/A',
    },
  ],
  related: ['LENDING_MARGIN_RATIO', 'MARGIN_REQUIRED', 'MIN_FINANCING_MARGIN_RATIO'],
  search: ['fiMarginRatio', 'tradingMargin', '初始保证金'],
};
