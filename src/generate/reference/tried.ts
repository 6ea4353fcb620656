import type { Text } from '../../language';

/** A figure that somebody published and that does not follow from the figures it is said to follow from. */
export interface WrongAnswer {
  readonly source: string;
  readonly published: string;
  readonly right: string;
  readonly why: Text;
}

/** What the tests try. The test that counts a figure holds it: it fails where the figure is another. */
export const tried = {
  /** Kinds of cell, each in the place of every parameter: alone, and as a cell, a column and a row. */
  cells: { kinds: 74, calls: 76_072 },
  /** Other people's tables: published whole, headers of vendors with a sample, and those that counters export. */
  tables: { published: 25, headers: 40, headersRefused: 3, counters: 64 },
  /** Tables spoilt at random, as copying and exporting spoils them. */
  spoilt: { right: 469, partly: 31, refused: 0, WRONG: 0 },
  /** Answers that others worked out and published. */
  answers: 24,
} as const;

export const wrongAnswers: readonly WrongAnswer[] = [
  {
    source: 'https://licai.cofool.com/ask/qa_5686981.html',
    published: '300%',
    right: '200%',
    why: {
      en: 'Maintenance ratio: what the loan bought is counted twice.',
      zh: '维持担保比例：融资买入的证券被重复计算。',
    },
  },
  {
    source: 'https://fawtography.com/wenda/detail/nofollow/xt/8586674',
    published: '2,700,000',
    right: '1,030,000',
    why: {
      en: 'Available margin: margin in use and the rule for losses (counted in full) are left out. The ratios are not given: right at 100% for financing and 50% for lending.',
      zh: '保证金可用余额：漏计已占用保证金，亏损也未按 100% 折算。原文未给比例，此处按融资 100%、融券 50%。',
    },
  },
  {
    source: 'http://www.kejiwu5.cn/xinqingwenan/376194.html',
    published: '400,000',
    right: '500,000',
    why: {
      en: 'Purchases on margin: 100,000 ÷ 20%; the page calculates 1 ÷ ratio − 1.',
      zh: '可融资买入金额：100,000 ÷ 20%；原文按 1 ÷ 比例 − 1 计算。',
    },
  },
  {
    source: 'https://licai.cofool.com/ask/vipqa_1991536_20800487.html',
    published: '13.70',
    right: '13.89',
    why: {
      en: 'Interest of a day: the page divides by 365 and says 360.',
      zh: '一日利息：原文称按 360 天，实际除以 365。',
    },
  },
];
