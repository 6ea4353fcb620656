import { formula } from '../catalogue/define';
import { financing_balance, lending_balance } from '../catalogue/params';
import { DAILY_601628, MARKET_USAGE } from '../catalogue/sources';
import type { Words } from '../catalogue/words-of';

export const LONG_SHORT_RATIO = formula({
  id: 'LONG_SHORT_RATIO',
  params: [financing_balance, lending_balance],
  compute: ({ financing_balance, lending_balance }) => financing_balance.over(lending_balance),
});

export const words: Words<typeof LONG_SHORT_RATIO> = {
  family: 'indicator',
  title: { en: 'Long-short ratio', zh: '多空比' },
  doc: {
    en: 'Financing balance divided by lending balance.',
    zh: '多空比：融资余额除以融券余额。',
  },
  returns: 'ratio',
  formula: { en: 'long-short ratio = financing balance ÷ lending balance', zh: '多空比 = 融资余额 ÷ 融券余额' },
  errors: [{ code: '#DIV/0!', when: { en: 'Nothing is lent.', zh: '没有融券余额。' } }],
  remarks: [
    {
      en: 'In this market financing is many times lending, so watch how the ratio changes rather than its size.',
      zh: '本市场融资远多于融券，宜看其变化而非大小。',
    },
  ],
  sources: [MARKET_USAGE],
  examples: [
    {
      title: { en: 'China Life, 2014-01-15, in 万元', zh: '中国人寿，2014-01-15，单位万元' },
      args: { financing_balance: 97753.18, lending_balance: 982.29 },
      result: 99.51560129900538,
      source: DAILY_601628,
    },
    {
      title: { en: 'Nothing is lent', zh: '没有融券余额' },
      args: { financing_balance: 9269780, lending_balance: 0 },
      result: '#DIV/0!',
    },
  ],
  related: ['MARGIN_BALANCE', 'MARKET_BIAS', 'FINANCING_NET_PURCHASE', 'LENDING_NET_SOLD'],
  search: ['多空比', '融资融券比', 'long short ratio'],
};
