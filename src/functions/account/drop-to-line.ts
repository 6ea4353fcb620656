import { formula } from '../catalogue/define';
import { assets, debt, lent_value, optional, partOf, securities_value, threshold_line } from '../catalogue/params';
import { SSE_RULES, type Source } from '../catalogue/sources';
import type { Words } from '../catalogue/words-of';

export const DROP_TO_LINE = formula({
  id: 'DROP_TO_LINE',
  params: [
    assets,
    debt,
    partOf('assets', securities_value),
    optional(partOf('debt', lent_value), 0),
    optional(threshold_line, 1.3),
  ],
  compute: ({ assets, debt, securities_value, lent_value, line }) => {
    const exposure = securities_value.minus(line.times(lent_value));
    return assets.minus(line.times(debt)).over(exposure).unless(exposure, '=0', 'no_position');
  },
});

const ANSWER_35378665: Source = {
  title: {
    en: 'Cofool, answer 35378665: by how much a share may fall before liquidation',
    zh: '叩富问财，第 35378665 号回答：融资后股价下跌多少会平仓',
  },
  url: 'https://licai.cofool.com/ask/vipqa_964103_35378665.html',
};

export const words: Words<typeof DROP_TO_LINE> = {
  family: 'account',
  title: { en: 'Fall of prices to the line', zh: '距线跌幅' },
  doc: {
    en: 'Even move of all prices that brings the maintenance ratio to the line: a fall, or negative a rise.',
    zh: '使维持担保比例恰好到线的全部证券同幅变动：正为下跌，负为上涨。',
  },
  returns: 'ratio',
  formula: {
    en: 'fall = (assets − line × debt) ÷ (securities − line × securities borrowed)',
    zh: '跌幅 =（总资产 − 线 × 总负债）÷（证券市值 − 线 × 融券市值）',
  },
  errors: [
    {
      code: '#N/A',
      when: {
        en: 'An even move changes nothing: securities are exactly the line times the securities borrowed, or there are neither.',
        zh: '同幅变动不改变与线的距离：证券市值恰为线乘以融券市值，或两者皆无。',
      },
    },
  ],
  remarks: [
    {
      en: 'Negative means a rise. An account that is long falls to the line, and one below it must rise to it; an account short on balance (securities below the line × securities borrowed) is brought down to the line by a rise. Above 100% no fall reaches it.',
      zh: '负值表示上涨。净多头账户下跌触线，已低于线的须上涨才回到线上；净空头账户（证券市值小于线乘以融券市值）上涨触线。大于100%表示任何跌幅都不会触及。',
    },
    {
      en: 'The securities are part of the assets, the securities borrowed part of the debt. All prices move by the same share.',
      zh: '证券市值包含在总资产中，融券市值包含在总负债中；全部证券按同一幅度变动。',
    },
  ],
  sources: [SSE_RULES],
  examples: [
    {
      title: {
        en: 'Half one’s own, half financed (ratio 100%), line 130%',
        zh: '自有与融资各半（保证金比例100%），线130%',
      },
      args: { assets: 1000000, debt: 500000, securities_value: 1000000 },
      result: 0.35,
      source: ANSWER_35378665,
      note: {
        en: 'The page says 35% to 40% for a margin ratio of 50%, where the fall is 13.33%; 35% belongs to a ratio of 100%.',
        zh: '原文称保证金比例50%时为35%～40%，实为13.33%；35%对应比例100%。',
      },
    },
    {
      title: { en: 'With shares borrowed', zh: '另有融券' },
      args: { assets: 2000000, debt: 1200000, securities_value: 1500000, lent_value: 200000, line: 1.3 },
      result: 0.3548387096774194,
    },
    {
      title: { en: 'Only a short sale: a rise of 92.3%', zh: '只有融券：上涨92.3%' },
      args: { assets: 500000, debt: 200000, securities_value: 0, lent_value: 200000 },
      result: -0.9230769230769231,
    },
    {
      title: { en: 'Below the line already: a rise of 4% returns to it', zh: '已低于线：上涨4%回到线上' },
      args: { assets: 1250000, debt: 1000000, securities_value: 1250000 },
      result: -0.04,
    },
    {
      title: { en: 'Cash and nothing else', zh: '只有现金' },
      args: { assets: 500000, debt: 200000, securities_value: 0 },
      result: '#N/A',
    },
  ],
  related: ['STRESSED_RATIO', 'FINANCING_CALL_PRICE', 'LENDING_CALL_PRICE', 'MAINTENANCE_LEVEL'],
  search: ['强平', '爆仓', '安全垫', '平仓跌幅', '触线跌幅'],
};
