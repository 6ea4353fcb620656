import { formula } from '../catalogue/define';
import { assets, available_margin, debt, optional, threshold_line, withdrawable_cash } from '../catalogue/params';
import { SSE_RULES } from '../catalogue/sources';
import type { Words } from '../catalogue/words-of';

export const WITHDRAWABLE = formula({
  id: 'WITHDRAWABLE',
  params: [withdrawable_cash, assets, debt, available_margin, optional(threshold_line, 3)],
  compute: ({ withdrawable_cash, assets, debt, available_margin, line }, { of }) =>
    available_margin
      .min(withdrawable_cash)
      .min(assets.minus(line.times(debt)))
      .max(of(0)),
});

export const words: Words<typeof WITHDRAWABLE> = {
  family: 'account',
  title: { en: 'Withdrawable amount', zh: '可提取金额' },
  doc: {
    en: 'Cash that may be withdrawn so that the maintenance ratio stays on or above the line.',
    zh: '提取后维持担保比例不低于提取线的可提取金额。',
  },
  returns: 'amount',
  formula: {
    en: 'withdrawable = max(0, min(available margin, cash, assets − line × debt))',
    zh: '可提取金额 = max(0, min(保证金可用余额, 现金, 总资产 − 线 × 总负债))',
  },
  params: {
    assets: {
      en: 'Cash and securities in the credit account, without other collateral, in 元',
      zh: '信用账户内现金与证券市值之和，不含其他担保物，元',
    },
    line: { en: 'The withdrawal line, as a fraction: 300% is 3', zh: '提取线，300% 写作 3 或 300%' },
  },
  remarks: [
    {
      en: 'The cash is net of the proceeds of short sales, which may not be withdrawn.',
      zh: '现金须扣除融券卖出所得，该款项不得提取。',
    },
    {
      en: 'Since 2019 the 300% line is tested on cash and securities alone, without other collateral.',
      zh: '2019年起，300%提取线仅按现金与信用证券账户内证券市值判断，不含其他担保物。',
    },
  ],
  sources: [SSE_RULES],
  examples: [
    {
      title: { en: 'The line decides', zh: '由提取线决定' },
      args: { withdrawable_cash: 800000, assets: 3500000, debt: 1000000, available_margin: 900000 },
      result: 500000,
    },
    {
      title: { en: 'The available margin decides', zh: '由保证金可用余额决定' },
      args: { withdrawable_cash: 800000, assets: 5000000, debt: 1000000, available_margin: 123456.78 },
      result: 123456.78,
    },
    {
      title: { en: 'On the line nothing can be withdrawn', zh: '恰在提取线上' },
      args: { withdrawable_cash: 800000, assets: 3000000, debt: 1000000, available_margin: 900000 },
      result: 0,
    },
    {
      title: { en: 'The available margin is not known', zh: '保证金可用余额缺失' },
      args: { withdrawable_cash: 800000, assets: 3500000, debt: 1000000, available_margin: '--' },
      result: '#N/A',
    },
  ],
  related: ['AVAILABLE_MARGIN', 'MAINTENANCE_STATUS', 'MAINTENANCE_LEVEL'],
  search: ['提取线', '可取资金', '300%', 'withdrawal'],
};
