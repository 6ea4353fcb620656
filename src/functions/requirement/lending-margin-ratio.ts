import { formula } from '../catalogue/define';
import { margin, price, qty } from '../catalogue/params';
import { SSE_RULES, ZHIDAO_601628 } from '../catalogue/sources';
import type { Words } from '../catalogue/words-of';

export const LENDING_MARGIN_RATIO = formula({
  id: 'LENDING_MARGIN_RATIO',
  params: [margin, qty, price],
  compute: ({ margin, qty, price }) => margin.over(qty.times(price)),
});

export const words: Words<typeof LENDING_MARGIN_RATIO> = {
  family: 'requirement',
  title: { en: 'Lending margin ratio', zh: '融券保证金比例' },
  doc: {
    en: 'Margin paid in as a share of the securities sold short.',
    zh: '融券卖出时交付的保证金与融券交易金额的比例。',
  },
  returns: 'ratio',
  formula: {
    en: 'lending margin ratio = margin ÷ (quantity sold short × selling price)',
    zh: '融券保证金比例 = 保证金 ÷（融券卖出证券数量 × 卖出价格）× 100%',
  },
  params: {
    qty: { en: 'Quantity sold short', zh: '融券卖出证券数量' },
    price: { en: 'Selling price, in 元', zh: '卖出价格，元' },
  },
  errors: [{ code: '#DIV/0!', when: { en: 'The quantity is 0.', zh: '数量为 0。' } }],
  remarks: [
    {
      en: 'MIN_LENDING_MARGIN_RATIO says how low the ratio may be; private funds need more.',
      zh: '最低比例见 MIN_LENDING_MARGIN_RATIO；私募证券投资基金的要求更高。',
    },
  ],
  sources: [SSE_RULES, ZHIDAO_601628],
  examples: [
    {
      title: { en: 'A private fund sells one million short', zh: '私募基金融券卖出100万元' },
      args: { margin: 1200000, qty: 100000, price: 10 },
      result: 1.2,
    },
    {
      title: { en: 'Half of the value', zh: '保证金为交易金额的一半' },
      args: { margin: 100000, qty: 20000, price: 10 },
      result: 0.5,
    },
    {
      title: { en: 'A negative price', zh: '价格为负' },
      args: { margin: 100000, qty: 20000, price: -10 },
      result: '#NUM!',
    },
  ],
  related: ['FINANCING_MARGIN_RATIO', 'MARGIN_REQUIRED', 'MIN_LENDING_MARGIN_RATIO'],
  search: ['slMarginRatio', 'lendingMargin', '初始保证金'],
};
