import { formula } from '../catalogue/define';
import {
  available_margin,
  beside,
  credit_left,
  lot,
  margin_ratio,
  minimum,
  optional,
  price,
} from '../catalogue/params';
import { SSE_RULES } from '../catalogue/sources';
import type { Words } from '../catalogue/words-of';

export const MARGIN_CAPACITY_QTY = formula({
  id: 'MARGIN_CAPACITY_QTY',
  params: [
    available_margin,
    beside(margin_ratio, 'available_margin'),
    price,
    optional(lot, 100),
    optional(minimum),
    optional(credit_left),
  ],
  compute: ({ available_margin, ratio, price, lot, minimum, credit_left }, { of }) => {
    const margin = credit_left === null ? available_margin : available_margin.min(credit_left.times(ratio));
    const lots = margin.max(of(0)).over(ratio.times(price)).floorTo(lot);
    return minimum === null ? lots : lots.zeroBelow(minimum);
  },
});

export const words: Words<typeof MARGIN_CAPACITY_QTY> = {
  family: 'requirement',
  title: { en: 'Margin capacity in shares', zh: '可融资买入/可融券卖出数量' },
  doc: {
    en: 'Largest quantity in whole lots that the available margin supports; 0 below the smallest order.',
    zh: '保证金可用余额能支持的最大整手数量；不足最小委托数量时为 0。',
  },
  returns: 'quantity',
  formula: {
    en: 'quantity = max(0, min(available margin ÷ ratio, credit left)) ÷ price, in whole lots',
    zh: '数量 = max(0, min(保证金可用余额 ÷ 保证金比例, 剩余授信额度)) ÷ 价格，取整手',
  },
  params: {
    minimum: { en: 'Smallest quantity of an order; one lot if omitted', zh: '一笔委托的最小数量；省略则为一手' },
  },
  errors: [
    { code: '#N/A', when: { en: 'The ratio is 0 beside a margin that is not.', zh: '保证金不为 0 而比例为 0。' } },
    { code: '#DIV/0!', when: { en: 'The price or the lot is 0.', zh: '价格或每手数量为 0。' } },
  ],
  remarks: [
    {
      en: 'STAR Market: an order holds at least 200 shares and may grow share by share, so lot 1 and minimum 200.',
      zh: '科创板单笔不少于200股、以1股递增：每手填 1，最小数量填 200。',
    },
    {
      en: 'Commission and taxes are not in it.',
      zh: '未计入佣金与税费。',
    },
  ],
  sources: [SSE_RULES],
  examples: [
    {
      title: { en: 'Whole lots of 100', zh: '按100股取整' },
      args: { available_margin: 1000000, ratio: 0.8, price: 23.47 },
      result: 53200,
    },
    {
      title: { en: 'STAR Market', zh: '科创板' },
      args: { available_margin: 100000, ratio: 1, price: 432.1, lot: 1, minimum: 200 },
      result: 231,
    },
    {
      title: { en: 'Less than the smallest order', zh: '不足最小委托数量' },
      args: { available_margin: 100000, ratio: 1, price: 678.9, lot: 1, minimum: 200 },
      result: 0,
    },
    {
      title: { en: 'The price is not known', zh: '价格缺失' },
      args: { available_margin: 100000, ratio: 1, price: '--' },
      result: '#N/A',
    },
  ],
  related: ['MARGIN_CAPACITY', 'MARGIN_REQUIRED', 'AVAILABLE_MARGIN'],
  search: ['可融资买入量', '可融券卖出量', 'get_margincash_open_amount', 'get_marginsec_open_amount'],
};
