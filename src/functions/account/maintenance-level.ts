import { formula } from '../catalogue/define';
import { assets, debt } from '../catalogue/params';
import { SSE_RULES, type Source } from '../catalogue/sources';
import type { Words } from '../catalogue/words-of';

export const MAINTENANCE_LEVEL = formula({
  id: 'MAINTENANCE_LEVEL',
  params: [assets, debt],
  compute: ({ assets, debt }) => assets.over(debt).unless(debt, '=0', 'no_debt'),
});

const ANSWER_5078129: Source = {
  title: {
    en: 'An adviser’s answer on the maintenance ratio, no. 5078129',
    zh: '投资顾问解答“维持担保比例”，第 5078129 号',
  },
  url: 'https://licai.jiantou8.com/ask/qa_5078129.html',
};

const ANSWER_5686981: Source = {
  title: { en: 'Cofool, answer 5686981 on the maintenance ratio', zh: '叩富问财，第 5686981 号回答' },
  url: 'https://licai.cofool.com/ask/qa_5686981.html',
};

export const words: Words<typeof MAINTENANCE_LEVEL> = {
  family: 'account',
  title: { en: 'Maintenance ratio from totals', zh: '维持担保比例（按总额）' },
  doc: {
    en: 'Maintenance ratio from total assets and total debt; fills a column of days or accounts.',
    zh: '按总资产与总负债计算的维持担保比例，可用于整列日期或账户。',
  },
  returns: 'ratio',
  formula: { en: 'maintenance ratio = assets ÷ debt', zh: '维持担保比例 = 总资产 ÷ 总负债 × 100%' },
  errors: [{ code: '#N/A', when: { en: 'There is no debt.', zh: '无负债。' } }],
  remarks: [
    {
      en: 'The assets already hold what the borrowed money bought: it is not to be added a second time.',
      zh: '总资产已含融资买入的证券，不可重复计入。',
    },
  ],
  sources: [SSE_RULES],
  examples: [
    {
      title: { en: 'Half a million of one’s own and one million financed', zh: '自有50万元，融资100万元' },
      args: { assets: 1500000, debt: 1000000 },
      result: 1.5,
      source: ANSWER_5078129,
    },
    {
      title: { en: 'Shares of 2 million in all, 1 million of them financed', zh: '股票市值共200万元，其中融资100万元' },
      args: { assets: 2000000, debt: 1000000 },
      result: 2,
      source: ANSWER_5686981,
      note: {
        en: 'The page prints 300%: it counts the financed million twice.',
        zh: '原文作300%：重复计入了融资的100万元。',
      },
    },
    {
      title: { en: 'A column of days', zh: '一列日期' },
      args: { assets: [300000, 240000, 180000], debt: 200000 },
      result: [[1.5], [1.2], [0.9]],
    },
    {
      title: { en: 'No debt', zh: '无负债' },
      args: { assets: 300000, debt: 0 },
      result: '#N/A',
    },
  ],
  related: ['MAINTENANCE_RATIO', 'MAINTENANCE_STATUS', 'LEVERAGE'],
  search: ['维保比例', '担保比例', 'CollateralRatio'],
};
