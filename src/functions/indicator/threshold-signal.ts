import { procedure } from '../catalogue/define';
import { choose, language, threshold, value } from '../catalogue/params';
import { GUSHIBA_ANSWERS } from '../catalogue/sources';
import type { Words } from '../catalogue/words-of';

const SIGNAL = {
  zh: { reached: '达到', notReached: '未达到' },
  en: { reached: 'reached', notReached: 'not reached' },
} as const;

export const THRESHOLD_SIGNAL = procedure({
  id: 'THRESHOLD_SIGNAL',
  params: [value, threshold, choose(language, 'zh')],
  run: ({ value, threshold, language }) =>
    SIGNAL[language][value.compareAt12Digits(threshold) >= 0 ? 'reached' : 'notReached'],
  closed: ({ value, threshold, language }, { at12Digits, when, word }) =>
    when(
      at12Digits(value),
      '>=',
      at12Digits(threshold),
      word(SIGNAL[language].reached),
      word(SIGNAL[language].notReached),
    ),
});

export const words: Words<typeof THRESHOLD_SIGNAL> = {
  family: 'indicator',
  title: { en: 'Threshold signal', zh: '阈值信号' },
  doc: {
    en: 'Whether a value has reached a threshold; equal is reached.',
    zh: '数值是否达到阈值；相等即为达到。',
  },
  returns: 'word',
  formula: { en: 'reached when value ≥ threshold, otherwise not reached', zh: '数值 ≥ 阈值为达到，否则未达到' },
  remarks: [
    {
      en: 'Value and threshold are in one unit, whatever it is; 20% is 0.2. A plain 20 beside a value of 0.2797 is 2,000%, which the function cannot know: it also compares days and amounts.',
      zh: '数值与阈值须为同一单位：20% 即 0.2。数值为 0.2797 而阈值写作 20，即 2000%；函数也用于比较天数和金额，无从判断。',
    },
    {
      en: 'The lines of the source: a balance of 20% of the daily turnover, purchases of a week of 10%. It says “above” for the first and “reaches” for the second; here equal is reached for both.',
      zh: '来源文章的经验线：融资余额为日成交额的 20%，周融资买入额为 10%。文中前者称“超过”、后者称“达到”，此处相等均为达到。',
    },
    {
      en: 'Compared at 12 significant digits, so that the last place of a quotient does not decide.',
      zh: '按 12 位有效数字比较，商的末位误差不影响判断。',
    },
  ],
  sources: [GUSHIBA_ANSWERS],
  examples: [
    {
      title: { en: '27.97% against the line of 20%', zh: '27.97% 与 20% 线' },
      args: { value: '27.97%', threshold: '20%' },
      result: '达到',
      source: GUSHIBA_ANSWERS,
      note: { en: 'The text says 25%, which would also reach the line.', zh: '原文写 25%，同样达到。' },
    },
    {
      title: { en: 'A like-for-like 3.22% against 10%, in English', zh: '同口径 3.22% 与 10% 线，英文' },
      args: { value: 0.0322, threshold: 0.1, language: 'en' },
      result: 'not reached',
    },
    {
      title: { en: 'Equal is reached', zh: '相等即达到' },
      args: { value: 0.2, threshold: 0.2 },
      result: '达到',
    },
    {
      title: { en: 'No threshold', zh: '缺少阈值' },
      args: { value: 0.2, threshold: null },
      result: '#N/A',
    },
  ],
  related: ['BALANCE_TO_TURNOVER', 'PURCHASES_TO_TURNOVER', 'MAINTENANCE_STATUS'],
  search: ['阈值', '预警', '达到', '20%', '10%', 'alert'],
};
