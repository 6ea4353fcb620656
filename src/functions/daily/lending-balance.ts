import { formula } from '../catalogue/define';
import { choose, price, qty, unit } from '../catalogue/params';
import { SSE_PUBLICATION, SZSE_DETAIL_2015, SZSE_PUBLICATION } from '../catalogue/sources';
import type { Words } from '../catalogue/words-of';

/** One lot of bonds is ten bonds, and the price is per bond. */
export const PIECES = { share: 1, fund_unit: 1, bond: 1, lot: 10 } as const;

export const LENDING_BALANCE = formula({
  id: 'LENDING_BALANCE',
  params: [qty, price, choose(unit, 'share')],
  compute: ({ qty, price, unit }, { of }) => qty.times(price).times(of(PIECES[unit])),
});

export const words: Words<typeof LENDING_BALANCE> = {
  family: 'daily',
  title: { en: 'Lending balance', zh: '融券余额' },
  doc: {
    en: 'Value of the quantity on loan at the unadjusted closing price.',
    zh: '融券余额（融券余量金额）：融券余量乘以当日不复权收盘价。',
  },
  returns: 'amount',
  formula: {
    en: 'lending balance = quantity on loan × closing price × pieces in a unit',
    zh: '融券余额 = 融券余量 × 当日收盘价 × 每单位的数量',
  },
  params: {
    qty: { en: 'Quantity on loan at the end of the day', zh: '当日融券余量' },
    price: { en: 'Closing price of the day, not adjusted for dividends', zh: '当日收盘价（不复权）' },
  },
  remarks: [
    {
      en: 'Published lending balances differ from this by up to 2 元: brokers round one by one.',
      zh: '公布的融券余额与此可差 2 元以内：各证券公司分别取整。',
    },
    {
      en: 'Bonds are lent in lots of ten; the price is per bond. No published row in lots has been checked.',
      zh: '债券以手（10 张）计量，价格为每张；尚未核对过以手公布的数据。',
    },
  ],
  sources: [SSE_PUBLICATION, SZSE_PUBLICATION],
  examples: [
    {
      title: {
        en: 'Ping An Bank, 2015-04-20: published is 30,948,760',
        zh: '平安银行，2015-04-20：公布值为 30,948,760',
      },
      args: { qty: 1898697, price: 16.3 },
      result: 30948761.1,
      source: SZSE_DETAIL_2015,
    },
    {
      title: { en: 'Bonds in lots', zh: '债券，以手计' },
      args: { qty: 250, price: 101.325, unit: '手' },
      result: 253312.5,
    },
    {
      title: { en: 'A negative price', zh: '价格为负' },
      args: { qty: 100, price: -1 },
      result: '#NUM!',
    },
    {
      title: { en: 'The price is not known', zh: '价格缺失' },
      args: { qty: 100, price: null },
      result: '#N/A',
    },
  ],
  related: ['LENDING_BALANCE_BREAK', 'MARGIN_BALANCE', 'LENDING_QTY_ROLL'],
  search: ['rqye', 'rqylje', 'jrrjye', 'mrg_short_bal', 'short_balance', 'LOAN_BALANCE', '融券余量金额'],
};
