import { formula } from '../catalogue/define';
import {
  cash,
  financed_amounts,
  interest_and_fees,
  lent_prices,
  lent_qty,
  optional,
  other_collateral,
  securities_values,
} from '../catalogue/params';
import { ADVISER_2216768, SSE_RULES, ZHIDAO_601628, type Source } from '../catalogue/sources';
import type { Words } from '../catalogue/words-of';

export const MAINTENANCE_RATIO = formula({
  id: 'MAINTENANCE_RATIO',
  params: [
    cash,
    securities_values,
    financed_amounts,
    lent_qty,
    lent_prices,
    interest_and_fees,
    optional(other_collateral, 0),
  ],
  compute: (
    { cash, securities_values, financed_amounts, lent_qty, lent_prices, interest_and_fees, other_collateral },
    { sum, sumOver },
  ) => {
    const debt = sum(financed_amounts)
      .plus(sumOver([lent_qty, lent_prices], (qty, price) => qty.times(price)))
      .plus(interest_and_fees);
    return cash.plus(sum(securities_values)).plus(other_collateral).over(debt).unless(debt, '<=0', 'no_debt');
  },
});

const QUESTION_15607202: Source = {
  title: {
    en: 'Examination question on the maintenance ratio, no. 15607202',
    zh: '“维持担保比例”试题，第 15607202 号',
  },
  url: 'https://274949.com/1410/t15607202.html',
};

export const words: Words<typeof MAINTENANCE_RATIO> = {
  family: 'account',
  title: { en: 'Maintenance ratio', zh: '维持担保比例' },
  doc: {
    en: 'Maintenance ratio of a credit account: its assets over its debt, without conversion rates.',
    zh: '信用账户的维持担保比例：担保物价值与融资融券债务之比，不计折算率。',
  },
  returns: 'ratio',
  formula: {
    en: 'maintenance ratio = (cash + Σ securities + other collateral) ÷ (Σ financed amounts + Σ quantity borrowed × current price + interest and fees)',
    zh: '维持担保比例 =（现金 + 信用证券账户内证券市值总和 + 其他担保物价值）÷（融资买入金额 + 融券卖出证券数量 × 当前市价 + 利息及费用总和）× 100%',
  },
  errors: [
    {
      code: '#N/A',
      when: { en: 'There is no debt, or a borrowed security lacks its price.', zh: '无负债，或融券证券缺少市价。' },
    },
    { code: '#VALUE!', when: { en: 'Quantities and prices differ in length.', zh: '融券数量与市价的个数不同。' } },
  ],
  remarks: [
    {
      en: 'The securities include the financed ones, the cash includes the proceeds of short sales.',
      zh: '证券市值含融资买入的证券，现金含融券卖出所得。',
    },
    {
      en: 'Other collateral came into the formula with the rules of 2019; for the withdrawal line it is left out.',
      zh: '其他担保物价值自2019年规则起计入；判断提取线时不计入。',
    },
    {
      en: 'The market’s published average maintenance ratio is another figure: collateral ÷ (financing + lending balance) of the same table gives 292% to 295% where 247% to 250% is published, as only accounts with debt seem to count.',
      zh: '市场公布的“平均维持担保比例”不是同一口径：同表的担保物总价值 ÷ 融资融券余额为292%～295%，公布值为247%～250%，似只统计有负债的账户。',
    },
  ],
  sources: [SSE_RULES, ZHIDAO_601628],
  examples: [
    {
      title: {
        en: 'Cash of 150,000, 5,000 shares at 20, 20,000 financed shares at 10',
        zh: '现金15万元，20元股票5000股，融资买入10元股票2万股',
      },
      args: {
        cash: 150000,
        securities_values: [100000, 200000],
        financed_amounts: 200000,
        lent_qty: null,
        lent_prices: null,
        interest_and_fees: 0,
      },
      result: 2.25,
      source: QUESTION_15607202,
      note: {
        en: 'The question also gives a conversion rate of 70%; it does not enter.',
        zh: '题目另给折算率70%，不参与计算。',
      },
    },
    {
      title: { en: 'Financing, a short sale and interest', zh: '融资、融券与利息' },
      args: {
        cash: 0,
        securities_values: 19500000,
        financed_amounts: 10000000,
        lent_qty: 400000,
        lent_prices: 13,
        interest_and_fees: 100000,
      },
      result: 1.2745098039215685,
      source: ADVISER_2216768,
    },
    {
      title: { en: 'No debt', zh: '无负债' },
      args: {
        cash: 150000,
        securities_values: 100000,
        financed_amounts: 0,
        lent_qty: null,
        lent_prices: null,
        interest_and_fees: 0,
      },
      result: '#N/A',
    },
    {
      title: { en: 'The price of a borrowed share is not known', zh: '融券证券缺少市价' },
      args: {
        cash: 150000,
        securities_values: 100000,
        financed_amounts: 0,
        lent_qty: [1000, 2000],
        lent_prices: [12.5, null],
        interest_and_fees: 0,
      },
      result: '#N/A',
    },
  ],
  related: ['MAINTENANCE_LEVEL', 'MAINTENANCE_STATUS', 'MARGIN_DEBT', 'TOP_UP_COLLATERAL', 'AVAILABLE_MARGIN'],
  search: ['m_dPerAssurescaleValue', 'CollateralRatio', 'AVG_GUARANTEE_RATIO', '担保比例', '维保比例'],
};
