import type { Text } from '../../language';
import type { Family } from './words-of';

/** The families in the order in which they are shown. */
export const families: Readonly<Record<Family, Text>> = {
  daily: { en: 'Daily balances', zh: '每日余额' },
  series: { en: 'Series', zh: '序列' },
  check: { en: 'Checks', zh: '勾稽' },
  requirement: { en: 'Margin requirements', zh: '保证金' },
  account: { en: 'Credit account', zh: '信用账户' },
  desk: { en: 'Desk', zh: '台账' },
  cost: { en: 'Cost and profit', zh: '息费与盈亏' },
  indicator: { en: 'Indicators', zh: '指标' },
};
