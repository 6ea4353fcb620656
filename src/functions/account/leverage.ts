import { formula } from '../catalogue/define';
import { assets, debt } from '../catalogue/params';
import { MARKET_USAGE } from '../catalogue/sources';
import type { Words } from '../catalogue/words-of';

export const LEVERAGE = formula({
  id: 'LEVERAGE',
  params: [assets, debt],
  compute: ({ assets, debt }) => {
    const equity = assets.minus(debt);
    return assets.over(equity).unless(equity, '<=0', 'insolvent');
  },
});

export const words: Words<typeof LEVERAGE> = {
  family: 'account',
  title: { en: 'Leverage', zh: '杠杆倍数' },
  doc: {
    en: 'Assets as a multiple of one’s own money in the account.',
    zh: '总资产相当于账户净资产的倍数。',
  },
  returns: 'number',
  formula: { en: 'leverage = assets ÷ (assets − debt)', zh: '杠杆倍数 = 总资产 ÷（总资产 − 总负债）' },
  errors: [{ code: '#N/A', when: { en: 'Debt is not below assets.', zh: '资不抵债。' } }],
  remarks: [
    {
      en: 'The same fact as the maintenance ratio m: leverage is m ÷ (m − 1), so 130% is 4.33 times.',
      zh: '与维持担保比例 m 等价：杠杆倍数 = m ÷（m − 1），130% 即 4.33 倍。',
    },
  ],
  sources: [MARKET_USAGE],
  examples: [
    {
      title: { en: 'One third one’s own', zh: '自有三分之一' },
      args: { assets: 1500000, debt: 1000000 },
      result: 3,
    },
    {
      title: { en: 'No debt', zh: '无负债' },
      args: { assets: 1500000, debt: 0 },
      result: 1,
    },
    {
      title: { en: 'Debt equals assets', zh: '资不抵债' },
      args: { assets: 1000000, debt: 1000000 },
      result: '#N/A',
    },
  ],
  related: ['MAINTENANCE_LEVEL', 'DROP_TO_LINE'],
  search: ['杠杆', 'gearing', 'equity multiplier'],
};
