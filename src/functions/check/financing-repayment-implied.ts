import { formula } from '../catalogue/define';
import { balance, prior_balance, published, purchases } from '../catalogue/params';
import { DAILY_601989, SZSE_PUBLICATION, SZSE_SUMMARY_2015 } from '../catalogue/sources';
import type { Words } from '../catalogue/words-of';

export const FINANCING_REPAYMENT_IMPLIED = formula({
  id: 'FINANCING_REPAYMENT_IMPLIED',
  params: [published(prior_balance), published(purchases), published(balance)],
  compute: ({ prior_balance, purchases, balance }) => prior_balance.plus(purchases).minus(balance),
});

export const words: Words<typeof FINANCING_REPAYMENT_IMPLIED> = {
  family: 'check',
  title: { en: 'Financing repayment, implied', zh: '推算融资偿还额' },
  doc: {
    en: 'Financing repaid on the day as it follows from the two balances and the purchases.',
    zh: '由前后两日融资余额与融资买入额推出的当日融资偿还额。',
  },
  returns: 'amount',
  formula: {
    en: 'implied repayment = prior balance + purchases − balance',
    zh: '推算融资偿还额 = 前日融资余额 + 本日融资买入额 − 本日融资余额',
  },
  params: {
    balance: { en: 'Financing balance of the day, in 元', zh: '当日融资余额，元' },
  },
  remarks: [
    {
      en: 'SZSE and BSE publish no repayments; the repayments that vendors show for them are this figure.',
      zh: '深交所与北交所不公布偿还额；数据商所列两所的偿还额即由此推算。',
    },
    {
      en: 'A table made with it rolls without a break by construction; that proves nothing about the published figures.',
      zh: '用推算值填补的表格必然勾稽相符，不能据此说明公布数据无误。',
    },
  ],
  sources: [SZSE_PUBLICATION],
  examples: [
    {
      title: { en: 'SZSE, the whole market, 2015-01-06', zh: '深市全市场，2015-01-06' },
      args: { prior_balance: 329575457077, purchases: 37065808766, balance: 330337451354 },
      result: 36303814489,
      source: SZSE_SUMMARY_2015,
    },
    {
      title: {
        en: 'China Shipbuilding Industry (601989), 2015-04-13: published is 1,205,637,113, 1 元 less',
        zh: '中国重工（601989），2015-04-13：公布值为 1,205,637,113，少 1 元',
      },
      args: { prior_balance: 13516483857, purchases: 1479008826, balance: 13789855569 },
      result: 1205637114,
      source: DAILY_601989,
    },
    {
      title: { en: 'The purchases were not published', zh: '融资买入额未公布' },
      args: { prior_balance: 329575457077, purchases: null, balance: 330337451354 },
      result: '#N/A',
    },
  ],
  related: ['FINANCING_BALANCE_BREAK', 'FINANCING_REPAYMENT', 'LENDING_QTY_RETURNED_IMPLIED', 'FINANCING_NET_PURCHASE'],
  search: [
    'rzche',
    'jrrzye',
    'mrg_long_repay',
    'fin_refund_value',
    'margin_repayment',
    'FIN_REPAY_AMT',
    '融资偿还额',
    '倒推',
  ],
};
