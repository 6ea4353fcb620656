import { formula } from '../catalogue/define';
import { assets, change, debt, lent_change, lent_value, optional, partOf, securities_value } from '../catalogue/params';
import { GUIDE_2586463, SSE_RULES } from '../catalogue/sources';
import type { Words } from '../catalogue/words-of';

export const STRESSED_RATIO = formula({
  id: 'STRESSED_RATIO',
  params: [
    assets,
    debt,
    partOf('assets', securities_value),
    change,
    optional(partOf('debt', lent_value), 0),
    optional(lent_change),
  ],
  compute: ({ assets, debt, securities_value, change, lent_value, lent_change }) => {
    const owed = debt.plus((lent_change ?? change).times(lent_value));
    return assets.plus(change.times(securities_value)).over(owed).unless(owed, '<=0', 'no_debt');
  },
});

export const words: Words<typeof STRESSED_RATIO> = {
  family: 'account',
  title: { en: 'Maintenance ratio under stress', zh: '压力测试后的维持担保比例' },
  doc: {
    en: 'Maintenance ratio after a change of prices; accounts down and changes across make one matrix.',
    zh: '价格变动后的维持担保比例；账户纵列、涨跌幅横排即得整张压力测试表。',
  },
  returns: 'ratio',
  formula: {
    en: 'ratio = (assets + change × securities) ÷ (debt + change of the lent × securities borrowed)',
    zh: '维持担保比例 = (总资产 + 涨跌幅 × 证券市值) ÷ (总负债 + 融券涨跌幅 × 融券市值)',
  },
  errors: [
    { code: '#N/A', when: { en: 'There is no debt after the change.', zh: '变动后无负债。' } },
    {
      code: '#VALUE!',
      when: {
        en: 'A change is below −100% or above 300%: −20 was meant as −20%.',
        zh: '涨跌幅低于 −100% 或高于 300%：−20 应写作 −20%。',
      },
    },
  ],
  remarks: [
    {
      en: 'Only securities move; cash and the money borrowed stay. The securities are part of the assets, the securities borrowed part of the debt.',
      zh: '只有证券随价格变动，现金与融资金额不变。证券市值包含在总资产中，融券市值包含在总负债中。',
    },
    {
      en: 'All securities change by the same share; for single ones use the desk functions or a row for each account.',
      zh: '全部证券按同一幅度变动；个券各异时请先按个券算出变动后的市值。',
    },
  ],
  sources: [SSE_RULES],
  examples: [
    {
      title: {
        en: '300,000 of which 200,000 is financed, prices down 20% and 40%',
        zh: '资产30万元，融资20万元，下跌20%与40%',
      },
      args: { assets: 300000, debt: 200000, securities_value: 300000, change: ['-20%', '-40%'] },
      result: [[1.2], [0.9]],
      source: GUIDE_2586463,
    },
    {
      title: { en: 'Two accounts down, three changes across', zh: '两个账户纵列，三个涨跌幅横排' },
      args: {
        assets: [1500000, 3000000],
        debt: [1000000, 1000000],
        securities_value: [1500000, 2000000],
        change: [[0, -0.1, -0.2]],
      },
      result: [
        [1.5, 1.35, 1.2],
        [3, 2.8, 2.6],
      ],
    },
    {
      title: { en: 'A short sale whose price rises by 30% while the others stay', zh: '融券上涨30%，其余不变' },
      args: {
        assets: 1000000,
        debt: 500000,
        securities_value: 400000,
        change: 0,
        lent_value: 500000,
        lent_change: 0.3,
      },
      result: 1.5384615384615385,
    },
    {
      title: { en: 'A percentage written as a plain number', zh: '百分数写成了整数' },
      args: { assets: 300000, debt: 200000, securities_value: 300000, change: -20 },
      result: '#VALUE!',
    },
  ],
  related: ['DROP_TO_LINE', 'MAINTENANCE_LEVEL', 'MAINTENANCE_STATUS', 'FINANCING_CALL_PRICE'],
  search: ['压力测试', '情景分析', '爆仓', '强平', 'stress test', 'scenario'],
};
