import { formula } from '../catalogue/define';
import { base_ratio, conversion_rate, markup, minimum_ratio, optional } from '../catalogue/params';
import { BROKER_RATIOS, type Source } from '../catalogue/sources';
import type { Words } from '../catalogue/words-of';

export const BROKER_MARGIN_RATIO = formula({
  id: 'BROKER_MARGIN_RATIO',
  params: [base_ratio, conversion_rate, optional(markup, 0), optional(minimum_ratio)],
  compute({ base, conversion_rate, markup, minimum }, { of }) {
    const ratio = base.plus(of(1)).minus(conversion_rate).plus(markup);
    return minimum === null ? ratio : ratio.max(minimum);
  },
});

const EASTMONEY_2018: Source = {
  title: {
    en: 'Eastmoney Securities (Tibet), rule of 2018-06-01: the larger of 1.7 − conversion rate and 1',
    zh: '西藏东方财富证券 2018-06-01 规定：融资保证金比例 = MAX{1.7 − 折算率, 1}',
  },
  date: '2018-06-01',
};

const TONGXIN_2014: Source = {
  title: {
    en: 'Tongxin Securities (Tibet), notice of 2014-12-10: 1.4 − conversion rate for financing, 1.5 − conversion rate for lending',
    zh: '西藏同信证券 2014-12-10 公告：融资 1.4 − 折算率，融券 1.5 − 折算率',
  },
  date: '2014-12-10',
};

export const words: Words<typeof BROKER_MARGIN_RATIO> = {
  family: 'requirement',
  title: { en: 'Broker’s margin ratio', zh: '券商保证金比例' },
  doc: {
    en: 'Margin ratio as brokers set it for one security: the lower its conversion rate, the higher.',
    zh: '券商对单只证券设定的保证金比例：折算率越低，所需保证金越多。',
  },
  returns: 'ratio',
  formula: {
    en: 'broker’s ratio = max(minimum, base ratio + (1 − conversion rate) + markup)',
    zh: '保证金比例 = max(最低比例, 基准保证金比例 +（1 − 折算率）+ 上浮比例)',
  },
  params: {
    minimum: { en: 'The ratio is never lower; none if omitted', zh: '不低于此比例；省略则不设' },
  },
  errors: [{ code: '#NUM!', when: { en: 'The conversion rate is below 0.', zh: '折算率小于 0。' } }],
  remarks: [
    {
      en: 'A usual rule of brokers, not of the exchanges. A rule “1.7 − conversion rate” is a base of 70%. The result must not lie below the exchange’s minimum: give that as minimum.',
      zh: '属券商惯用做法而非交易所规定。“1.7 − 折算率”即基准70%。结果不得低于交易所的最低比例，可填入最低比例参数。',
    },
  ],
  sources: [BROKER_RATIOS, EASTMONEY_2018, TONGXIN_2014],
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
      title: { en: '1.7 − conversion rate, at least 100%', zh: '1.7 − 折算率，不低于100%' },
      args: { base: 0.7, conversion_rate: [0.65, 0.7, 0.8], markup: 0, minimum: 1 },
      result: [[1.05], [1], [1]],
      source: EASTMONEY_2018,
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
