import { PIECES } from '../daily/lending-balance';
import { formula } from '../catalogue/define';
import { choose, lending_balance, price, published, qty, unit } from '../catalogue/params';
import { SSE_PUBLICATION, SZSE_DETAIL_2015, SZSE_PUBLICATION } from '../catalogue/sources';
import type { Words } from '../catalogue/words-of';

export const LENDING_BALANCE_BREAK = formula({
  id: 'LENDING_BALANCE_BREAK',
  params: [published(qty), published(price), published(lending_balance), choose(unit, 'share')],
  difference: true,
  compute: ({ qty, price, lending_balance, unit }, { of }) =>
    qty.times(price).times(of(PIECES[unit])).minus(lending_balance),
});

export const words: Words<typeof LENDING_BALANCE_BREAK> = {
  family: 'check',
  title: { en: 'Lending balance break', zh: '融券余额差异' },
  doc: {
    en: 'Quantity on loan at the closing price less the published lending balance; up to 2 元 is rounding.',
    zh: '融券余量乘以收盘价减公布的融券余额；2 元以内为舍入。',
  },
  returns: 'amount',
  formula: {
    en: 'break = quantity on loan × closing price × pieces in a unit − published lending balance',
    zh: '融券余额差异 = 融券余量 × 当日收盘价 × 每单位的数量 − 公布的融券余额',
  },
  params: {
    qty: { en: 'Quantity on loan at the end of the day', zh: '当日融券余量' },
    price: { en: 'Closing price of the day, not adjusted for dividends', zh: '当日收盘价（不复权）' },
    lending_balance: { en: 'Published lending balance of the day, in 元', zh: '公布的当日融券余额，元' },
  },
  remarks: [
    {
      en: 'Published values are off by up to 2 元, as brokers round one by one; a larger difference is a wrong price, an adjusted price or a real break.',
      zh: '各证券公司分别取整，公布值可差 2 元以内；差得更多，则是价格有误、用了复权价，或确有差异。',
    },
    {
      en: 'SSE publishes no lending balance of single securities; vendors calculate it from the close.',
      zh: '上交所不公布个券的融券余额；数据商所列由收盘价算得。',
    },
  ],
  sources: [SSE_PUBLICATION, SZSE_PUBLICATION],
  examples: [
    {
      title: { en: 'Ping An Bank, 2015-04-20', zh: '平安银行，2015-04-20' },
      args: { qty: 1898697, price: 16.3, lending_balance: 30948760 },
      result: 1.1,
      source: SZSE_DETAIL_2015,
    },
    {
      title: { en: 'Bonds in lots of ten', zh: '债券，以手计' },
      args: { qty: 250, price: 101.325, lending_balance: 253312, unit: 'lot' },
      result: 0.5,
    },
    {
      title: {
        en: 'A blank price is missing, also where an old Excel sends 0',
        zh: '空白价格为缺失，旧版 Excel 传来的 0 亦然',
      },
      args: { qty: 1898697, price: 0, lending_balance: 30948760 },
      result: '#N/A',
    },
  ],
  related: ['LENDING_BALANCE', 'MARGIN_BALANCE_BREAK', 'LENDING_QTY_BREAK', 'RECONCILE'],
  search: ['rqye', 'rqylje', 'jrrjye', 'mrg_short_bal', 'short_balance', 'LOAN_BALANCE', '融券余量金额', '勾稽'],
};
