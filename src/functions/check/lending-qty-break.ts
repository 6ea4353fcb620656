import { formula } from '../catalogue/define';
import { prior_qty, published, qty, returned, sold } from '../catalogue/params';
import { DAILY_601989, SSE_PUBLICATION } from '../catalogue/sources';
import type { Words } from '../catalogue/words-of';

export const LENDING_QTY_BREAK = formula({
  id: 'LENDING_QTY_BREAK',
  params: [published(prior_qty), published(sold), published(returned), published(qty)],
  difference: true,
  compute: ({ prior_qty, sold, returned, qty }) => prior_qty.plus(sold).minus(returned).minus(qty),
});

export const words: Words<typeof LENDING_QTY_BREAK> = {
  family: 'check',
  title: { en: 'Quantity on loan, break', zh: '融券余量差异' },
  doc: {
    en: 'Quantity on loan rolled forward from the day before less the published one; 0 when they agree.',
    zh: '由前日推出的融券余量减公布的融券余量，相符时为 0。',
  },
  returns: 'quantity',
  formula: {
    en: 'break = prior quantity + sold − returned − published quantity',
    zh: '融券余量差异 = 前日融券余量 + 本日融券卖出量 − 本日融券偿还量 − 公布的本日融券余量',
  },
  params: {
    qty: { en: 'Published quantity on loan at the end of the day', zh: '公布的当日融券余量' },
  },
  remarks: [
    {
      en: 'Shanghai’s quantity returned holds the adjustments for corporate actions, so they alone make no break; where a vendor leaves them out, they do. 601989 breaks on two of nine days in April 2015, and no text says why.',
      zh: '上交所的融券偿还量已含权益调整，仅有权益调整不会产生差异；数据商未计入时则会。601989 在 2015 年 4 月的九日中有两日有差异，未见说明。',
    },
  ],
  sources: [SSE_PUBLICATION],
  examples: [
    {
      title: { en: 'China Shipbuilding Industry (601989), 2015-04-14', zh: '中国重工（601989），2015-04-14' },
      args: { prior_qty: 1482253, sold: 107761665, returned: 107808218, qty: 1453700 },
      result: -18000,
      source: DAILY_601989,
    },
    {
      title: {
        en: 'China Shipbuilding Industry (601989), 2015-04-10: no break',
        zh: '中国重工（601989），2015-04-10：相符',
      },
      args: { prior_qty: 1930100, sold: 60792818, returned: 61117727, qty: 1605191 },
      result: 0,
      source: DAILY_601989,
    },
    {
      title: { en: 'The quantity returned was not published', zh: '融券偿还量未公布' },
      args: { prior_qty: 1930100, sold: 60792818, returned: '-', qty: 1605191 },
      result: '#N/A',
    },
  ],
  related: ['LENDING_QTY_ROLL', 'LENDING_QTY_RETURNED_IMPLIED', 'FINANCING_BALANCE_BREAK', 'RECONCILE'],
  search: [
    'rqyl',
    'jrrjyl',
    'mrg_short_vol_bal',
    'sec_value',
    'short_balance_quantity',
    'LOAN_BALANCE_VOL',
    '勾稽',
    '差额',
    'roll break',
  ],
};
