import { formula } from '../catalogue/define';
import { quota, used } from '../catalogue/params';
import { GUSHIBA_ANSWERS } from '../catalogue/sources';
import type { Words } from '../catalogue/words-of';

export const QUOTA_REMAINING = formula({
  id: 'QUOTA_REMAINING',
  params: [quota, used],
  compute: ({ quota, used }) => quota.minus(used),
});

export const words: Words<typeof QUOTA_REMAINING> = {
  family: 'indicator',
  title: { en: 'Quota remaining', zh: '剩余额度' },
  doc: {
    en: 'What is left of a quota; negative when more is in use than the quota allows.',
    zh: '剩余额度：总额度减已用额度；超用为负。',
  },
  returns: 'amount',
  formula: { en: 'remaining = quota − used', zh: '剩余额度 = 总额度 − 已用额度' },
  remarks: [
    {
      en: 'The unused part of a broker’s quota is not the financing balance; the balance is the part in use.',
      zh: '券商未用的额度不是融资余额；融资余额是已借出、尚未偿还的部分。',
    },
  ],
  sources: [GUSHIBA_ANSWERS],
  examples: [
    {
      title: { en: 'A broker with 210亿, 200亿 lent', zh: '券商额度 210 亿，已融出 200 亿' },
      args: { quota: '210亿', used: '200亿' },
      result: 1000000000,
      source: GUSHIBA_ANSWERS,
      note: {
        en: 'The text calls these 10亿 the balance; the balance is the 200亿.',
        zh: '原文称这 10 亿为余额；融资余额其实是 200 亿。',
      },
    },
    {
      title: { en: 'More in use than allowed', zh: '超用' },
      args: { quota: 100, used: 103.5 },
      result: -3.5,
    },
    {
      title: { en: 'The part in use is not known', zh: '已用额度缺失' },
      args: { quota: 100, used: '--' },
      result: '#N/A',
    },
  ],
  related: ['MARGIN_CAPACITY', 'FINANCING_BALANCE_ROLL'],
  search: ['剩余额度', '授信额度', '额度', 'credit line'],
};
