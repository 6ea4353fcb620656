import { formula } from '../catalogue/define';
import { prior_qty, returned, sold } from '../catalogue/params';
import { DAILY_601989, SSE_PUBLICATION } from '../catalogue/sources';
import type { Words } from '../catalogue/words-of';

export const LENDING_QTY_ROLL = formula({
  id: 'LENDING_QTY_ROLL',
  params: [prior_qty, sold, returned],
  compute: ({ prior_qty, sold, returned }) => prior_qty.plus(sold).minus(returned),
});

export const words: Words<typeof LENDING_QTY_ROLL> = {
  family: 'daily',
  title: { en: 'Quantity on loan, rolled forward', zh: '融券余量' },
  doc: {
    en: 'Quantity on loan at the end of the day: prior quantity plus sold short less returned.',
    zh: '由前日推出的当日融券余量：前日余量加融券卖出量减融券偿还量。',
  },
  returns: 'quantity',
  formula: {
    en: 'quantity on loan = prior quantity + sold − returned',
    zh: '本日融券余量 = 前日融券余量 + 本日融券卖出量 − 本日融券偿还量',
  },
  remarks: [
    {
      en: 'Filled down with the cell above as the prior quantity it makes a chain that Excel calculates slowly; use LENDING_QTY_SERIES for a column of days.',
      zh: '以上一格为前日余量向下填充会形成依赖链，Excel 计算很慢；整列日期请用 LENDING_QTY_SERIES。',
    },
  ],
  sources: [SSE_PUBLICATION],
  examples: [
    {
      title: {
        en: 'China Shipbuilding Industry (601989), 2015-04-07: the published quantity comes out',
        zh: '中国重工（601989），2015-04-07：与公布余量一致',
      },
      args: { prior_qty: 1174377, sold: 73136275, returned: 73024138 },
      result: 1286514,
      source: DAILY_601989,
    },
    {
      title: {
        en: 'China Shipbuilding Industry (601989), 2015-04-14: published is 1,453,700, 18,000 more',
        zh: '中国重工（601989），2015-04-14：公布值为 1,453,700，多 18,000 股',
      },
      args: { prior_qty: 1482253, sold: 107761665, returned: 107808218 },
      result: 1435700,
      source: DAILY_601989,
    },
    {
      title: { en: 'A day without trades', zh: '没有交易的一天' },
      args: { prior_qty: 1482253, sold: 0, returned: 0 },
      result: 1482253,
    },
    {
      title: { en: 'A quantity that was not published', zh: '未公布的数量' },
      args: { prior_qty: 1482253, sold: '--', returned: 0 },
      result: '#N/A',
    },
  ],
  related: ['LENDING_QTY_SERIES', 'LENDING_QTY_BREAK', 'LENDING_QTY_RETURNED', 'LENDING_BALANCE'],
  search: [
    'rqyl',
    'jrrjyl',
    'mrg_short_vol_bal',
    'sec_value',
    'short_balance_quantity',
    'LOAN_BALANCE_VOL',
    '融券余量',
  ],
};
