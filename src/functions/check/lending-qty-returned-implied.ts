import { formula } from '../catalogue/define';
import { prior_qty, published, qty, sold } from '../catalogue/params';
import { SZSE_PUBLICATION, SZSE_SUMMARY_2015 } from '../catalogue/sources';
import type { Words } from '../catalogue/words-of';

export const LENDING_QTY_RETURNED_IMPLIED = formula({
  id: 'LENDING_QTY_RETURNED_IMPLIED',
  params: [published(prior_qty), published(sold), published(qty)],
  compute: ({ prior_qty, sold, qty }) => prior_qty.plus(sold).minus(qty),
});

export const words: Words<typeof LENDING_QTY_RETURNED_IMPLIED> = {
  family: 'check',
  title: { en: 'Quantity returned, implied', zh: '推算融券偿还量' },
  doc: {
    en: 'Quantity returned on the day as it follows from the two quantities on loan and the short sales.',
    zh: '由前后两日融券余量与融券卖出量推出的当日融券偿还量。',
  },
  returns: 'quantity',
  formula: {
    en: 'implied quantity returned = prior quantity + sold − quantity',
    zh: '推算融券偿还量 = 前日融券余量 + 本日融券卖出量 − 本日融券余量',
  },
  params: {
    qty: { en: 'Quantity on loan at the end of the day', zh: '当日融券余量' },
  },
  remarks: [
    {
      en: 'Corporate actions change the quantity on loan without a trade, so the result may be negative; that is no error.',
      zh: '除权除息会在没有交易时改变融券余量，结果可以为负，并非错误。',
    },
    {
      en: 'SZSE and BSE publish no quantity returned; SZSE words it as bought back plus returned in kind.',
      zh: '深交所与北交所不公布融券偿还量；深交所称之为融券买入量与现券偿还量之和。',
    },
  ],
  sources: [SZSE_PUBLICATION],
  examples: [
    {
      title: { en: 'SZSE, the whole market, 2015-01-06', zh: '深市全市场，2015-01-06' },
      args: { prior_qty: 328745900, sold: 234959735, qty: 336234242 },
      result: 227471393,
      source: SZSE_SUMMARY_2015,
    },
    {
      title: {
        en: 'Ten bonus shares for ten: the quantity doubles without a sale',
        zh: '10 送 10：余量翻倍而没有卖出',
      },
      args: { prior_qty: 150000, sold: 0, qty: 300000 },
      result: -150000,
    },
    {
      title: { en: 'The quantity was not published', zh: '融券余量未公布' },
      args: { prior_qty: 328745900, sold: 234959735, qty: '--' },
      result: '#N/A',
    },
  ],
  related: ['LENDING_QTY_BREAK', 'LENDING_QTY_RETURNED', 'FINANCING_REPAYMENT_IMPLIED', 'LENDING_NET_SOLD'],
  search: [
    'rqchl',
    'jrrjyl',
    'mrg_short_vol_repay',
    'sec_refund_value',
    'short_repayment_quantity',
    'LOAN_REPAY_VOL',
    '融券偿还量',
    '倒推',
  ],
};
