import { formula } from '../catalogue/define';
import { base_ratio, conversion_rate, markup, optional } from '../catalogue/params';
import { BROKER_RATIOS } from '../catalogue/sources';
import type { Words } from '../catalogue/words-of';

export const BROKER_MARGIN_RATIO = formula({
  id: 'BROKER_MARGIN_RATIO',
  params: [base_ratio, conversion_rate, optional(markup, 0)],
  compute: ({ base, conversion_rate, markup }, { of }) => base.plus(of(1)).minus(conversion_rate).plus(markup),
});

export const words: Words<typeof BROKER_MARGIN_RATIO> = {
  family: 'requirement',
  title: { en: 'Broker’s margin ratio', zh: '券商保证金比例' },
  doc: {
    en: 'Margin ratio as brokers set it for one security: the lower its conversion rate, the higher.',
    zh: '券商对单只证券设定的保证金比例：折算率越低，所需保证金越多。',
  },
  returns: 'ratio',
  formula: {
    en: 'broker’s ratio = base ratio + (1 − conversion rate) + markup',
    zh: '保证金比例 = 基准保证金比例 +（1 − 折算率）+ 上浮比例',
  },
  errors: [{ code: '#NUM!', when: { en: 'The conversion rate is below 0.', zh: '折算率小于 0。' } }],
  remarks: [
    {
      en: 'A usual rule of brokers, not of the exchanges; some use a constant other than 1. The result must not lie below the exchange’s minimum.',
      zh: '属券商惯用做法而非交易所规定，也有券商不以 1 为基数；结果不得低于交易所的最低比例。',
    },
  ],
  sources: [BROKER_RATIOS],
  examples: [
    {
      title: { en: 'Base 100%, conversion rate 65%', zh: '基准100%，折算率65%' },
      args: { base: 1, conversion_rate: 0.65 },
      result: 1.35,
    },
    {
      title: { en: 'With a markup of 20 points', zh: '上浮20个百分点' },
      args: { base: '80%', conversion_rate: '70%', markup: '20%' },
      result: 1.3,
    },
    {
      title: { en: 'A conversion rate below 0', zh: '折算率为负' },
      args: { base: 1, conversion_rate: -0.1 },
      result: '#NUM!',
    },
  ],
  related: ['MIN_FINANCING_MARGIN_RATIO', 'MIN_LENDING_MARGIN_RATIO', 'CONVERSION_RATE_CAP', 'MARGIN_REQUIRED'],
  search: ['基准保证金比例', '上浮', '浮动保证金'],
};
