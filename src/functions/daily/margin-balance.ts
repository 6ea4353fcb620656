import { formula } from '../catalogue/define';
import { financing_balance, lending_balance } from '../catalogue/params';
import { DAILY_601628, SSE_PUBLICATION, SZSE_DETAIL_2015 } from '../catalogue/sources';
import type { Words } from '../catalogue/words-of';

export const MARGIN_BALANCE = formula({
  id: 'MARGIN_BALANCE',
  params: [financing_balance, lending_balance],
  compute: ({ financing_balance, lending_balance }) => financing_balance.plus(lending_balance),
});

export const words: Words<typeof MARGIN_BALANCE> = {
  family: 'daily',
  title: { en: 'Margin balance', zh: '融资融券余额' },
  doc: {
    en: 'Margin balance of the day: financing balance plus lending balance.',
    zh: '当日融资融券余额：融资余额与融券余额之和。',
  },
  returns: 'amount',
  formula: { en: 'margin balance = financing balance + lending balance', zh: '融资融券余额 = 融资余额 + 融券余额' },
  sources: [SSE_PUBLICATION],
  examples: [
    {
      title: { en: 'China Life, 2014-01-15, in 万元', zh: '中国人寿，2014-01-15，单位万元' },
      args: { financing_balance: 97753.18, lending_balance: 982.29 },
      result: 98735.47,
      source: DAILY_601628,
    },
    {
      title: { en: 'Ping An Bank, 2015-04-20', zh: '平安银行，2015-04-20' },
      args: { financing_balance: 5960345469, lending_balance: 30948760 },
      result: 5991294229,
      source: SZSE_DETAIL_2015,
    },
    {
      title: { en: 'A figure that was not published', zh: '未公布的数据' },
      args: { financing_balance: 5960345469, lending_balance: '--' },
      result: '#N/A',
    },
  ],
  related: ['MARGIN_BALANCE_BREAK', 'LENDING_BALANCE', 'FINANCING_BALANCE_ROLL'],
  search: ['rzrqye', 'rzrqjyzl', 'jrrzrjye', 'mrg_bal', 'fin_sec_value', 'total_balance', 'MARGIN_BALANCE', '两融余额'],
};
