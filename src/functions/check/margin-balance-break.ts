import { formula } from '../catalogue/define';
import { financing_balance, lending_balance, margin_balance, published } from '../catalogue/params';
import { BSE_SUMMARY_2026, SSE_PUBLICATION, SZSE_DETAIL_2015 } from '../catalogue/sources';
import type { Words } from '../catalogue/words-of';

export const MARGIN_BALANCE_BREAK = formula({
  id: 'MARGIN_BALANCE_BREAK',
  params: [published(financing_balance), published(lending_balance), published(margin_balance)],
  difference: true,
  compute: ({ financing_balance, lending_balance, margin_balance }) =>
    financing_balance.plus(lending_balance).minus(margin_balance),
});

export const words: Words<typeof MARGIN_BALANCE_BREAK> = {
  family: 'check',
  title: { en: 'Margin balance break', zh: '融资融券余额差异' },
  doc: {
    en: 'Financing plus lending balance less the published margin balance; 0 when they agree.',
    zh: '融资余额与融券余额之和减公布的融资融券余额，相符时为 0。',
  },
  returns: 'amount',
  formula: {
    en: 'break = financing balance + lending balance − published margin balance',
    zh: '融资融券余额差异 = 融资余额 + 融券余额 − 公布的融资融券余额',
  },
  params: {
    margin_balance: { en: 'Published margin balance of the day, in 元', zh: '公布的当日融资融券余额，元' },
  },
  remarks: [
    {
      en: 'Published in 元 the three agree exactly; in 万元 or 亿元 each is rounded by itself and the last digit may differ.',
      zh: '以元公布时三者完全相符；以万元或亿元公布时各自舍入，末位可能不同。',
    },
  ],
  sources: [SSE_PUBLICATION],
  examples: [
    {
      title: { en: 'Ping An Bank, 2015-04-20: no break', zh: '平安银行，2015-04-20：相符' },
      args: { financing_balance: 5960345469, lending_balance: 30948760, margin_balance: 5991294229 },
      result: 0,
      source: SZSE_DETAIL_2015,
    },
    {
      title: {
        en: 'BSE, the whole market, 2026-07-21, in 万元: the last digit is rounding',
        zh: '北交所全市场，2026-07-21，单位万元：末位为舍入',
      },
      args: { financing_balance: 835758.44, lending_balance: 23.28, margin_balance: 835781.73 },
      result: -0.01,
      source: BSE_SUMMARY_2026,
    },
    {
      title: { en: 'SSE publishes no lending balance of single securities', zh: '上交所不公布个券的融券余额' },
      args: { financing_balance: 19194173310, lending_balance: null, margin_balance: null },
      result: '#N/A',
    },
  ],
  related: ['MARGIN_BALANCE', 'LENDING_BALANCE_BREAK', 'FINANCING_BALANCE_BREAK', 'RECONCILE'],
  search: [
    'rzrqye',
    'rzrqjyzl',
    'jrrzrjye',
    'mrg_bal',
    'fin_sec_value',
    'total_balance',
    'MARGIN_BALANCE',
    '两融余额',
    '勾稽',
  ],
};
