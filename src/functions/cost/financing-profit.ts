import { formula } from '../catalogue/define';
import { buy_price, costs, optional, qty, sell_price } from '../catalogue/params';
import { GUSHIBA_ANSWERS } from '../catalogue/sources';
import type { Words } from '../catalogue/words-of';

export const FINANCING_PROFIT = formula({
  id: 'FINANCING_PROFIT',
  params: [qty, buy_price, sell_price, optional(costs, 0)],
  compute: ({ qty, buy_price, sell_price, costs }) => qty.times(sell_price.minus(buy_price)).minus(costs),
});

export const words: Words<typeof FINANCING_PROFIT> = {
  family: 'cost',
  title: { en: 'Profit on a financed purchase', zh: '融资盈亏' },
  doc: {
    en: 'Profit on securities bought with financing, after costs; a loss is negative.',
    zh: '融资买入证券的盈亏，扣除费用；亏损为负。',
  },
  returns: 'amount',
  formula: {
    en: 'profit = quantity × (price sold at − price bought at) − costs',
    zh: '融资盈亏 = 数量 × (卖出价 − 买入价) − 费用',
  },
  params: {
    qty: { en: 'Quantity bought', zh: '融资买入数量' },
    sell_price: {
      en: 'Price sold at, or the current price of an open position, in 元',
      zh: '卖出价；未了结的用现价，元',
    },
  },
  sources: [GUSHIBA_ANSWERS],
  examples: [
    {
      title: { en: 'From 10 to 12 元, less interest', zh: '由 10 元涨至 12 元，扣利息' },
      args: { qty: 100000, buy_price: 10, sell_price: 12, costs: 43000 },
      result: 157000,
    },
    {
      title: { en: 'A loss, before costs', zh: '亏损，未计费用' },
      args: { qty: 20000, buy_price: 10.1, sell_price: 9.8 },
      result: -6000,
    },
    {
      title: { en: 'The price is not known', zh: '价格缺失' },
      args: { qty: 20000, buy_price: 10.1, sell_price: null },
      result: '#N/A',
    },
  ],
  related: ['FINANCING_INTEREST', 'LENDING_PROFIT', 'MAINTENANCE_RATIO'],
  search: ['融资盈亏', '浮动盈亏', '做多', 'profit and loss', 'long'],
};
