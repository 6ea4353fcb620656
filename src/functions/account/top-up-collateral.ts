import { formula } from '../catalogue/define';
import { assets, debt, target } from '../catalogue/params';
import { ADVISER_2216768, SSE_RULES, type Source } from '../catalogue/sources';
import type { Words } from '../catalogue/words-of';

export const TOP_UP_COLLATERAL = formula({
  id: 'TOP_UP_COLLATERAL',
  params: [assets, debt, target],
  compute: ({ assets, debt, target }, { of }) => target.times(debt).minus(assets).max(of(0)),
});

const QUESTION_KSTIKU: Source = {
  title: { en: 'Examination question on collateral to be added', zh: '“追加担保物”试题' },
  url: 'https://m.kstiku.com/shiti/c0b82ce093114b59859a32e786b5754b.html',
};

export const words: Words<typeof TOP_UP_COLLATERAL> = {
  family: 'account',
  title: { en: 'Collateral to be added', zh: '追加担保物金额' },
  doc: {
    en: 'Cash or securities to be brought in so that the maintenance ratio reaches the target.',
    zh: '使维持担保比例达到目标所需追加的现金或证券金额。',
  },
  returns: 'amount',
  formula: { en: 'collateral = max(0, target × debt − assets)', zh: '追加担保物 = max(0, 目标 × 总负债 − 总资产)' },
  remarks: [
    {
      en: 'Securities brought in count at market value: no conversion rate enters the maintenance ratio.',
      zh: '追加的证券按市值计：维持担保比例不计折算率。',
    },
  ],
  sources: [SSE_RULES],
  examples: [
    {
      title: { en: 'From 127.45% back to 150%', zh: '由127.45%追至150%' },
      args: { assets: 19500000, debt: 15300000, target: 1.5 },
      result: 3450000,
      source: ADVISER_2216768,
    },
    {
      title: { en: 'One million financed, collateral of 1.25 million', zh: '融资100万元，担保物125万元' },
      args: { assets: 1250000, debt: 1000000, target: '150%' },
      result: 250000,
      source: QUESTION_KSTIKU,
    },
    {
      title: { en: 'Above the target already', zh: '已高于目标' },
      args: { assets: 2000000, debt: 1000000, target: 1.5 },
      result: 0,
    },
    {
      title: { en: 'The target is not known', zh: '目标缺失' },
      args: { assets: 2000000, debt: 1000000, target: null },
      result: '#N/A',
    },
  ],
  related: ['TOP_UP_REPAYMENT', 'MAINTENANCE_STATUS', 'MAINTENANCE_LEVEL'],
  search: ['追保金额', '补仓', 'margin call amount'],
};
