import { formula } from '../catalogue/define';
import { assets, debt, lent_value, optional, securities_value, threshold_line } from '../catalogue/params';
import { SSE_RULES, type Source } from '../catalogue/sources';
import type { Words } from '../catalogue/words-of';

export const DROP_TO_LINE = formula({
  id: 'DROP_TO_LINE',
  params: [assets, debt, securities_value, optional(lent_value, 0), optional(threshold_line, 1.3)],
  compute: ({ assets, debt, securities_value, lent_value, line }) => {
    const exposure = securities_value.minus(line.times(lent_value));
    return assets.minus(line.times(debt)).over(exposure).unless(exposure, '<=0', 'no_position');
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
    en: 'Even fall of all prices that brings the maintenance ratio down to the line.',
    zh: '所有证券同幅下跌多少时，维持担保比例降至该线。',
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
        en: 'A fall of prices does not lower the ratio: nothing is held, or the short sales outweigh what is held.',
        zh: '价格下跌不会降低该比例：未持有证券，或融券超过持仓。',
      },
    },
  ],
  remarks: [
    {
      en: 'Negative when the ratio is below the line already; above 100% when no fall reaches it.',
      zh: '已低于该线时为负；大于100%表示任何跌幅都不会触及。',
    },
    {
      en: 'The securities are part of the assets, the securities borrowed part of the debt.',
      zh: '证券市值包含在总资产中，融券市值包含在总负债中。',
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
      title: { en: 'Only a short sale', zh: '只有融券' },
      args: { assets: 500000, debt: 200000, securities_value: 0, lent_value: 200000 },
      result: '#N/A',
    },
  ],
  related: ['FINANCING_CALL_PRICE', 'LENDING_CALL_PRICE', 'MAINTENANCE_LEVEL'],
  search: ['安全垫', '平仓跌幅', '触线跌幅'],
};
