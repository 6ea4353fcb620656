import { formula } from '../catalogue/define';
import { buy_price, costs, optional, qty, sell_price } from '../catalogue/params';
import { GUSHIBA_ANSWERS } from '../catalogue/sources';
import type { Words } from '../catalogue/words-of';

export const LENDING_PROFIT = formula({
  id: 'LENDING_PROFIT',
  params: [qty, sell_price, buy_price, optional(costs, 0)],
  compute: ({ qty, sell_price, buy_price, costs }) => qty.times(sell_price.minus(buy_price)).minus(costs),
});

export const words: Words<typeof LENDING_PROFIT> = {
  family: 'cost',
  title: { en: 'Profit on a short sale', zh: '融券盈亏' },
  doc: {
    en: 'Profit on securities sold short and bought back, after costs; a loss is negative.',
    zh: '融券卖出后买券还券的盈亏，扣除费用；亏损为负。',
  },
  returns: 'amount',
  formula: {
    en: 'profit = quantity × (price sold at − price bought back at) − costs',
    zh: '融券盈亏 = 数量 × (卖出价 − 买回价) − 费用',
  },
  params: {
    qty: { en: 'Quantity sold short', zh: '融券卖出数量' },
    sell_price: { en: 'Price sold short at, in 元', zh: '融券卖出价，元' },
    buy_price: {
      en: 'Price bought back at, or the current price of an open position, in 元',
      zh: '买回价；未了结的用现价，元',
    },
  },
  remarks: [
    {
      en: 'The seller owes the lender every dividend paid meanwhile: count it among the costs.',
      zh: '融券期间的分红须补偿给出借方，应计入费用。',
    },
  ],
  sources: [GUSHIBA_ANSWERS],
  examples: [
    {
      title: { en: 'Sold at 20, bought back at 18 元', zh: '20 元卖出，18 元买回' },
      args: { qty: 1000, sell_price: 20, buy_price: 18 },
      result: 2000,
      source: {
        title: {
          en: 'Cofool, question 6600960: gross profit on a short sale',
          zh: '叩富问财，第 6600960 号提问：融券卖出的毛利',
        },
        url: 'https://licai.cofool.com/ask/qa_6600960.html',
      },
    },
    {
      title: { en: '20,000 shares, down 20% from an assumed price of 20 元', zh: '2 万股，由假设的 20 元下跌 20%' },
      args: { qty: '2万股', sell_price: 20, buy_price: 16, costs: 1433.33 },
      result: 78566.67,
      source: GUSHIBA_ANSWERS,
      note: {
        en: 'The text tells of 20,000 shares and a fall of 20% but gives no price, so no profit; price and costs are assumed.',
        zh: '原文只说 2 万股、下跌 20%，没有价格，算不出盈利；价格与费用为假设。',
      },
    },
    {
      title: { en: 'A negative price', zh: '价格为负' },
      args: { qty: 1000, sell_price: 20, buy_price: -18 },
      result: '#NUM!',
    },
  ],
  related: ['LENDING_FEE', 'FINANCING_PROFIT', 'LENDING_CALL_PRICE'],
  search: ['融券盈亏', '做空', '卖空', '买券还券', 'short sale', 'profit and loss'],
};
