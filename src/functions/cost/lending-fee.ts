import { formula } from '../catalogue/define';
import { annual_rate, day_basis, days, optional, qty, sell_price } from '../catalogue/params';
import { FEE_OF_ZHONGSHAN, INTEREST_ANSWERS } from '../catalogue/sources';
import type { Words } from '../catalogue/words-of';

export const LENDING_FEE = formula({
  id: 'LENDING_FEE',
  params: [qty, sell_price, annual_rate, days, optional(day_basis, 360)],
  compute: ({ qty, sell_price, annual_rate, days, day_basis }) =>
    qty.times(sell_price).times(annual_rate).times(days).over(day_basis),
});

export const words: Words<typeof LENDING_FEE> = {
  family: 'cost',
  title: { en: 'Lending fee', zh: '融券费用' },
  doc: {
    en: 'Fee on the securities sold short, on the amount sold, by calendar days.',
    zh: '融券费用：按融券卖出金额和自然日计算。',
  },
  returns: 'amount',
  formula: {
    en: 'fee = quantity × price sold at × annual rate × days ÷ day basis',
    zh: '融券费用 = 融券数量 × 卖出成交价 × 年费率 × 计息天数 ÷ 计息基数',
  },
  params: {
    qty: { en: 'Quantity sold short and not yet returned', zh: '尚未归还的融券数量' },
    sell_price: { en: 'Price at which it was sold short, in 元', zh: '融券卖出成交价，元' },
    annual_rate: { en: 'Fee a year, as a fraction: 8.6% or 0.086', zh: '年费率，写作 8.6% 或 0.086' },
  },
  remarks: [
    {
      en: 'Some contracts charge on the market value of each day: add up one call a day with that day’s close as the price.',
      zh: '有的合同按每日市值收费：以当日收盘价为价格，逐日计算后相加。',
    },
  ],
  sources: [FEE_OF_ZHONGSHAN, INTEREST_ANSWERS],
  examples: [
    {
      title: { en: '200,000 元 sold short, 8.6%, ten days', zh: '融券卖出 20 万元，8.6%，10 天' },
      args: { qty: 10000, sell_price: 20, annual_rate: 0.086, days: 10 },
      result: 477.77777777777777,
      source: FEE_OF_ZHONGSHAN,
      note: {
        en: 'The page prints 477.77: it cuts off. It gives the amount only; quantity and price are ours.',
        zh: '该页写 477.77，为截断所得。原文只给金额，数量和价格为另设。',
      },
    },
    {
      title: { en: 'Nothing was sold short', zh: '没有融券' },
      args: { qty: 0, sell_price: 20, annual_rate: 0.086, days: 10 },
      result: 0,
    },
    {
      title: { en: 'A price of 0 beside a quantity is a price that is not known', zh: '有数量而价格为 0，即价格缺失' },
      args: { qty: 10000, sell_price: 0, annual_rate: 0.086, days: 10 },
      result: '#N/A',
    },
    {
      title: { en: 'Days below 0', zh: '天数为负' },
      args: { qty: 10000, sell_price: 20, annual_rate: 0.086, days: -1 },
      result: '#NUM!',
    },
  ],
  related: ['INTEREST_DAYS', 'FINANCING_INTEREST', 'LENDING_PROFIT'],
  search: ['融券费用', '融券利息', '费率', '借券费', 'borrow fee', 'stock loan fee'],
};
