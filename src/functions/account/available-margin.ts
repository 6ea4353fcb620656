import { formula } from '../catalogue/define';
import {
  cash,
  collateral_conversion_rates,
  collateral_values,
  financed_amounts,
  financed_conversion_rates,
  financed_ratios,
  financed_values,
  interest_and_fees,
  lent_conversion_rates,
  lent_ratios,
  lent_values,
  short_proceeds,
} from '../catalogue/params';
import { SSE_RULES, ZHIDAO_601628, type Source } from '../catalogue/sources';
import type { Words } from '../catalogue/words-of';

export const AVAILABLE_MARGIN = formula({
  id: 'AVAILABLE_MARGIN',
  params: [
    cash,
    collateral_values,
    collateral_conversion_rates,
    financed_values,
    financed_amounts,
    financed_conversion_rates,
    financed_ratios,
    short_proceeds,
    lent_values,
    lent_conversion_rates,
    lent_ratios,
    interest_and_fees,
  ],
  compute: (args, { sumOver }) => {
    const collateral = sumOver([args.collateral_values, args.collateral_conversion_rates], (value, rate) =>
      value.times(rate),
    );
    // A conversion rate is at most 1, so the lesser of a gain with and without it is the gain with it, and of a loss the whole loss.
    const financed = sumOver(
      [args.financed_values, args.financed_amounts, args.financed_conversion_rates, args.financed_ratios],
      (value, amount, rate, ratio) =>
        value.minus(amount).times(rate).min(value.minus(amount)).minus(amount.times(ratio)),
    );
    const lent = sumOver(
      [args.short_proceeds, args.lent_values, args.lent_conversion_rates, args.lent_ratios],
      (proceeds, value, rate, ratio) =>
        proceeds.minus(value).times(rate).min(proceeds.minus(value)).minus(proceeds).minus(value.times(ratio)),
    );
    return args.cash.plus(collateral).plus(financed).plus(lent).minus(args.interest_and_fees);
  },
});

const QUESTION_8566904: Source = {
  title: { en: 'Examination question on available margin, no. 8566904', zh: '“保证金可用余额”试题，第 8566904 号' },
  url: 'https://fawtography.com/wenda/detail/nofollow/xt/8566904',
};

const QUESTION_8586674: Source = {
  title: {
    en: 'Examination question on available margin (Mr Li), no. 8586674',
    zh: '“保证金可用余额”试题（老李），第 8586674 号',
  },
  url: 'https://fawtography.com/wenda/detail/nofollow/xt/8586674',
};

export const words: Words<typeof AVAILABLE_MARGIN> = {
  family: 'account',
  title: { en: 'Available margin', zh: '保证金可用余额' },
  doc: {
    en: 'Available margin of a credit account: converted collateral and gains, less margin in use.',
    zh: '信用账户的保证金可用余额：折算后的担保物与浮盈，减去已用保证金及息费。',
  },
  returns: 'amount',
  formula: {
    en: 'available margin = cash + Σ value × conversion rate + Σ (financed value − financed amount) × conversion rate + Σ (short proceeds − lent value) × conversion rate − Σ short proceeds − Σ financed amount × financing ratio − Σ lent value × lending ratio − interest and fees; the conversion rate of a loss is 100%',
    zh: '保证金可用余额 = 现金 + Σ(充抵保证金的证券市值 × 折算率) + Σ[(融资买入证券市值 − 融资买入金额) × 折算率] + Σ[(融券卖出金额 − 融券卖出证券市值) × 折算率] − Σ融券卖出金额 − Σ融资买入证券金额 × 融资保证金比例 − Σ融券卖出证券市值 × 融券保证金比例 − 利息及费用；浮亏时折算率按100%计',
  },
  errors: [
    {
      code: '#VALUE!',
      when: {
        en: 'The ranges of one group differ in length; a single conversion rate or ratio serves its whole group.',
        zh: '同组区域长度不同；单个折算率或比例适用于整组。',
      },
    },
    {
      code: '#N/A',
      when: { en: 'A position lacks its value, conversion rate or ratio.', zh: '某一持仓缺少市值、折算率或比例。' },
    },
  ],
  remarks: [
    {
      en: 'The conversion rate of a gain and the 100% of a loss apply to each position before the sum: a gain elsewhere does not soften a loss.',
      zh: '浮盈的折算率与浮亏的100%逐笔计算后再加总：一笔浮盈不抵减另一笔浮亏。',
    },
    {
      en: 'Cash includes the proceeds of short sales, which the formula takes out again; collateral excludes the financed securities.',
      zh: '现金含融券卖出所得（公式中再扣除）；充抵保证金的证券不含融资买入的证券。',
    },
    {
      en: 'The financing ratio applies to the purchase amount, the lending ratio to the current value. The result may be negative.',
      zh: '融资保证金比例乘以买入金额，融券保证金比例乘以当前市值。结果可为负。',
    },
  ],
  sources: [SSE_RULES, ZHIDAO_601628],
  examples: [
    {
      title: {
        en: 'Securities of 2 million at 50%, 500,000 financed at a ratio of 80%',
        zh: '证券200万元折算率50%，融资50万元，比例80%',
      },
      args: {
        cash: 0,
        collateral_values: 2000000,
        collateral_conversion_rates: 0.5,
        financed_values: 500000,
        financed_amounts: 500000,
        financed_conversion_rates: 0.7,
        financed_ratios: 0.8,
      },
      result: 600000,
      source: QUESTION_8566904,
    },
    {
      title: { en: 'Mr Li: a gain on financing, a loss on a short sale', zh: '老李：融资浮盈，融券浮亏' },
      args: {
        cash: 1550000,
        collateral_values: 1200000,
        collateral_conversion_rates: 0.9,
        financed_values: 1500000,
        financed_amounts: 1000000,
        financed_conversion_rates: 0.6,
        financed_ratios: 1,
        short_proceeds: 350000,
        lent_values: 600000,
        lent_conversion_rates: 0.8,
        lent_ratios: 0.5,
        interest_and_fees: 0,
      },
      result: 1030000,
      source: QUESTION_8586674,
      note: {
        en: 'With ratios of 100% and 50%, which the question leaves open. It prints 2,700,000: the whole financed value at its conversion rate, without margin in use and without the 100% of a loss.',
        zh: '题目未给保证金比例，此处取100%与50%。原答案270万元把融资市值整体折算，且未扣已用保证金，浮亏也未按100%计。',
      },
    },
    {
      title: {
        en: 'Two financed positions: the gain counts 70%, the loss in full',
        zh: '两笔融资：浮盈按70%，浮亏全额',
      },
      args: {
        cash: 100000,
        financed_values: [120000, 80000],
        financed_amounts: [100000, 100000],
        financed_conversion_rates: 0.7,
        financed_ratios: 0.8,
      },
      result: -66000,
    },
    {
      title: { en: 'A position without a conversion rate', zh: '缺少折算率' },
      args: { cash: 100000, collateral_values: [200000, 300000], collateral_conversion_rates: [0.7, null] },
      result: '#N/A',
    },
  ],
  related: ['MARGIN_CAPACITY', 'MARGIN_CAPACITY_QTY', 'MAINTENANCE_RATIO', 'WITHDRAWABLE'],
  search: ['m_dEnableBailBalance', 'UsefulMargin', '可用保证金', '折算率'],
};
