import { formula } from '../catalogue/define';
import { balance, prior_balance, published, purchases, repayments } from '../catalogue/params';
import { DAILY_601989, SSE_PUBLICATION } from '../catalogue/sources';
import type { Words } from '../catalogue/words-of';

export const FINANCING_BALANCE_BREAK = formula({
  id: 'FINANCING_BALANCE_BREAK',
  params: [published(prior_balance), published(purchases), published(repayments), published(balance)],
  difference: true,
  compute: ({ prior_balance, purchases, repayments, balance }) =>
    prior_balance.plus(purchases).minus(repayments).minus(balance),
});

export const words: Words<typeof FINANCING_BALANCE_BREAK> = {
  family: 'check',
  title: { en: 'Financing balance break', zh: '融资余额差异' },
  doc: {
    en: 'Financing balance rolled forward from the day before less the published one; 0 when they agree.',
    zh: '由前日推出的融资余额减公布的融资余额，相符时为 0。',
  },
  returns: 'amount',
  formula: {
    en: 'break = prior balance + purchases − repayments − published balance',
    zh: '融资余额差异 = 前日融资余额 + 本日融资买入额 − 本日融资偿还额 − 公布的本日融资余额',
  },
  params: {
    balance: { en: 'Published financing balance of the day, in 元', zh: '公布的当日融资余额，元' },
  },
  remarks: [
    {
      en: 'Single SSE securities break on many days without a published reason: 601989 on six of nine days in April 2015, by up to 0.26% of the balance.',
      zh: '上交所个券常有差异而未公布原因：601989 在 2015 年 4 月的九日中有六日，最大为余额的 0.26%。',
    },
    {
      en: 'A blank is a figure that was not published, never 0. RECONCILE checks a whole table.',
      zh: '空白表示未公布，绝不当作 0。整张表格的核对见 RECONCILE。',
    },
  ],
  sources: [SSE_PUBLICATION],
  examples: [
    {
      title: { en: 'China Shipbuilding Industry (601989), 2015-04-09', zh: '中国重工（601989），2015-04-09' },
      args: { prior_balance: 13599709125, purchases: 1474071547, repayments: 1503903339, balance: 13543599484 },
      result: 26277849,
      source: DAILY_601989,
    },
    {
      title: {
        en: 'China Shipbuilding Industry (601989), 2015-04-10: no break',
        zh: '中国重工（601989），2015-04-10：相符',
      },
      args: { prior_balance: 13543599484, purchases: 1168986102, repayments: 1196101729, balance: 13516483857 },
      result: 0,
      source: DAILY_601989,
    },
    {
      title: { en: 'In 亿元 no noise is left in the last digits', zh: '以亿元计，末位没有浮点误差' },
      args: { prior_balance: 6.9, purchases: 3.8, repayments: 4.1, balance: 6.6 },
      result: 0,
    },
    {
      title: { en: 'The repayments were not published', zh: '融资偿还额未公布' },
      args: { prior_balance: 13543599484, purchases: 1168986102, repayments: null, balance: 13516483857 },
      result: '#N/A',
    },
  ],
  related: ['FINANCING_BALANCE_ROLL', 'FINANCING_REPAYMENT_IMPLIED', 'LENDING_QTY_BREAK', 'RECONCILE'],
  search: [
    'rzye',
    'jrrzye',
    'mrg_long_bal',
    'fin_value',
    'margin_balance',
    'FIN_BALANCE',
    '勾稽',
    '差额',
    'roll break',
  ],
};
