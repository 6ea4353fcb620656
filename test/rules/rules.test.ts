import { parseDate } from '../../src/cells/date';
import { Fault } from '../../src/cells/fault';
import { words as financingWords } from '../../src/functions/requirement/min-financing-margin-ratio';
import { words as conversionRateCapWords } from '../../src/functions/requirement/conversion-rate-cap';
import { words as lendingWords } from '../../src/functions/requirement/min-lending-margin-ratio';
import { conversionRateCaps } from '../../src/rules/conversion-rate-caps';
import { financingRatios, lendingRatios } from '../../src/rules/margin-ratios';
import { notices } from '../../src/rules/notices';
import { ruleOf, type Rule } from '../../src/rules/rule';

const tables: readonly (readonly [
  string,
  readonly Rule[],
  {
    rules?: readonly { sentence: { en: string; zh: string } }[];
    sources: readonly { unverified?: true; title: { en: string } }[];
  },
])[] = [
  ['minimum financing ratios', financingRatios, financingWords],
  ['minimum lending ratios', lendingRatios, lendingWords],
  ['conversion rate caps', conversionRateCaps, conversionRateCapWords],
];

describe.each(tables)('%s', (_name, rules, { rules: rows = [], sources }) => {
  test('the rows stand in order of their days, which are days', () => {
    for (const { from } of rules) expect(parseDate(from)).toBeDefined();
    expect(rules.map(({ from }) => from)).toEqual(rules.map(({ from }) => from).sort());
  });

  test('no rule is in force before its notice', () => {
    for (const { from, notice } of rules) expect(notices[notice].date <= from).toBe(true);
  });

  test('every row is in the words, with its day, its notice and whether it was verified', () => {
    for (const { from, notice, unverified } of rules) {
      const { title, date } = notices[notice];
      expect(
        rows.some(
          ({ sentence: { en } }) =>
            en.includes(from) &&
            en.includes(title.en) &&
            en.includes(date) &&
            en.includes('not verified') === Boolean(unverified),
        ),
      ).toBe(true);
      expect(
        rows.some(
          ({ sentence: { zh } }) =>
            zh.includes(from) &&
            zh.includes(title.zh) &&
            zh.includes(date) &&
            zh.includes('未核对原文') === Boolean(unverified),
        ),
      ).toBe(true);
      expect(
        sources.some(
          (source) =>
            source.title.en === title.en &&
            (source.unverified ?? false) === rules.some((rule) => rule.notice === notice && rule.unverified),
        ),
      ).toBe(true);
    }
  });
});

describe('ruleOf', () => {
  const rule = (from: string, appliesTo: Rule['appliesTo']): Rule => ({
    from,
    appliesTo,
    exchanges: ['SSE'],
    notice: 'launch_2010',
  });
  const rules = [
    rule('2010-01-01', 'new'),
    rule('2015-01-01', 'new'),
    rule('2020-01-01', 'all'),
    rule('2025-01-01', 'new'),
  ];
  const from = (opened: string, judged: string) => {
    const found = ruleOf(rules, opened, judged);
    return found instanceof Fault ? found.kind : found.from;
  };

  test.each([
    ['opened before the first rule', '2009-12-31', '2009-12-31', 'before_first_rule'],
    ['opened on its day', '2010-01-01', '2010-01-01', '2010-01-01'],
    ['a change for new contracts leaves it', '2014-12-31', '2019-12-31', '2010-01-01'],
    ['a change for new contracts binds from its day', '2015-01-01', '2015-01-01', '2015-01-01'],
    ['a change for all binds it from its day', '2014-12-31', '2020-01-01', '2020-01-01'],
    ['and a later change for new ones does not', '2014-12-31', '2026-01-01', '2020-01-01'],
    ['opened after all of them', '2025-06-01', '2025-06-01', '2025-01-01'],
  ])('%s', (_what, opened, judged, expected) => expect(from(opened, judged)).toBe(expected));

  test('no rows, no rule', () => expect(ruleOf([], '2020-01-01', '2020-01-01')).toMatchObject({ kind: 'no_rule' }));

  test('a fault says which day and which was the first', () =>
    expect(ruleOf(rules, '2009-12-31', '2009-12-31')).toMatchObject({
      detail: { text: '2009-12-31', allowed: '2010-01-01' },
    }));
});
