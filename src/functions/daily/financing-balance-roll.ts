import { formula } from '../catalogue/define';
import { prior_balance, purchases, repayments } from '../catalogue/params';
import { DAILY_601989, SSE_PUBLICATION } from '../catalogue/sources';
import type { Words } from '../catalogue/words-of';

export const FINANCING_BALANCE_ROLL = formula({
  id: 'FINANCING_BALANCE_ROLL',
  params: [prior_balance, purchases, repayments],
  compute: ({ prior_balance, purchases, repayments }) => prior_balance.plus(purchases).minus(repayments),
});

export const words: Words<typeof FINANCING_BALANCE_ROLL> = {
  family: 'daily',
  title: { en: 'Financing balance, rolled forward', zh: '融资余额' },
  doc: {
    en: 'Financing balance of the day from the day before: prior balance plus purchases less repayments.',
    zh: '由前日推出的当日融资余额：前日余额加融资买入额减融资偿还额。',
  },
  returns: 'amount',
  formula: {
    en: 'financing balance = prior balance + purchases − repayments',
    zh: '本日融资余额 = 前日融资余额 + 本日融资买入额 − 本日融资偿还额',
  },
  remarks: [
    {
      en: 'Published balances of single SSE securities do not always follow from the day before; FINANCING_BALANCE_BREAK shows by how much.',
      zh: '上交所个券公布的余额并不总能由前日推出；差多少见 FINANCING_BALANCE_BREAK。',
    },
    {
      en: 'Filled down with the cell above as the prior balance it makes a chain that Excel calculates slowly; use FINANCING_BALANCE_SERIES for a column of days.',
      zh: '以上一格为前日余额向下填充会形成依赖链，Excel 计算很慢；整列日期请用 FINANCING_BALANCE_SERIES。',
    },
  ],
  sources: [SSE_PUBLICATION],
  examples: [
    {
      title: {
        en: 'China Shipbuilding Industry (601989), 2015-04-10: the published balance comes out',
        zh: '中国重工（601989），2015-04-10：与公布余额一致',
      },
      args: { prior_balance: 13543599484, purchases: 1168986102, repayments: 1196101729 },
      result: 13516483857,
      source: DAILY_601989,
    },
    {
      title: {
        en: 'China Shipbuilding Industry (601989), 2015-04-13: published is 13,789,855,569, 1 元 less',
        zh: '中国重工（601989），2015-04-13：公布值为 13,789,855,569，少 1 元',
      },
      args: { prior_balance: 13516483857, purchases: 1479008826, repayments: 1205637113 },
      result: 13789855570,
      source: DAILY_601989,
    },
    {
      title: { en: 'No noise in the last digits', zh: '末位没有浮点误差' },
      args: { prior_balance: 0.1, purchases: 0.2, repayments: 0.3 },
      result: 0,
    },
    {
      title: { en: 'The prior balance is not known', zh: '前日余额缺失' },
      args: { prior_balance: null, purchases: 1479008826, repayments: 1205637113 },
      result: '#N/A',
    },
  ],
  related: [
    'FINANCING_BALANCE_SERIES',
    'FINANCING_BALANCE_BREAK',
    'FINANCING_REPAYMENT',
    'FINANCING_REPAYMENT_IMPLIED',
  ],
  search: ['rzye', 'jrrzye', 'mrg_long_bal', 'fin_value', 'margin_balance', 'FIN_BALANCE', '融资余额'],
};
