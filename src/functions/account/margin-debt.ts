import { formula } from '../catalogue/define';
import { financed_amounts, interest_and_fees, lent_prices, lent_qty, optional } from '../catalogue/params';
import { ADVISER_2216768, SSE_RULES } from '../catalogue/sources';
import type { Words } from '../catalogue/words-of';

export const MARGIN_DEBT = formula({
  id: 'MARGIN_DEBT',
  params: [financed_amounts, lent_qty, lent_prices, optional(interest_and_fees, 0)],
  compute: ({ financed_amounts, lent_qty, lent_prices, interest_and_fees }, { sum, sumOver }) =>
    sum(financed_amounts)
      .plus(sumOver([lent_qty, lent_prices], (qty, price) => qty.times(price)))
      .plus(interest_and_fees),
});

export const words: Words<typeof MARGIN_DEBT> = {
  family: 'account',
  title: { en: 'Margin debt', zh: '负债合计' },
  doc: {
    en: 'Debt of a credit account: financing, securities borrowed at current prices, interest, fees.',
    zh: '信用账户的负债合计：融资金额、按市价计的融券市值与息费之和。',
  },
  returns: 'amount',
  formula: {
    en: 'debt = Σ financed amounts + Σ quantity borrowed × current price + interest and fees',
    zh: '负债合计 = Σ融资金额 + Σ(融券数量 × 当前市价) + 利息及费用',
  },
  errors: [
    { code: '#N/A', when: { en: 'A borrowed security lacks its price.', zh: '融券证券缺少市价。' } },
    { code: '#VALUE!', when: { en: 'Quantities and prices differ in length.', zh: '融券数量与市价的个数不同。' } },
  ],
  sources: [SSE_RULES],
  examples: [
    {
      title: {
        en: '250,000 shares financed at 40, 400,000 shares borrowed at 13, interest of 100,000',
        zh: '融资40元×25万股，融券13元×40万股，利息10万元',
      },
      args: { financed_amounts: 10000000, lent_qty: 400000, lent_prices: 13, interest_and_fees: 100000 },
      result: 15300000,
      source: ADVISER_2216768,
    },
    {
      title: { en: 'Two financed purchases, no short sale', zh: '两笔融资，无融券' },
      args: { financed_amounts: [123456.78, 200000], lent_qty: null, lent_prices: null },
      result: 323456.78,
    },
    {
      title: { en: 'The ranges differ in length', zh: '区域长度不同' },
      args: { financed_amounts: 0, lent_qty: [100, 200], lent_prices: 13 },
      result: '#VALUE!',
    },
  ],
  related: ['MAINTENANCE_RATIO', 'MAINTENANCE_LEVEL', 'DROP_TO_LINE'],
  search: ['总负债', 'total debt', '融资负债', '融券负债'],
};
