import { Fault } from '../../src/cells/fault';
import { words as conversionRateCapWords } from '../../src/functions/requirement/conversion-rate-cap';
import { words as financingWords } from '../../src/functions/requirement/min-financing-margin-ratio';
import { words as lendingWords } from '../../src/functions/requirement/min-lending-margin-ratio';
import type { RuleRow } from '../../src/functions/catalogue/words-of';
import { isoDate } from '../../src/cells/date';
import { conversionRateCaps } from '../../src/rules/conversion-rate-caps';
import { financingRatios, lendingRatios } from '../../src/rules/margin-ratios';
import { notices, reports } from '../../src/rules/notices';
import { figureOf, on, type Rule } from '../../src/rules/rule';

const tables: readonly (readonly [string, readonly Rule[], readonly RuleRow[] | undefined])[] = [
  ['minimum financing ratios', financingRatios, financingWords.rules],
  ['minimum lending ratios', lendingRatios, lendingWords.rules],
  ['conversion rate caps', conversionRateCaps, conversionRateCapWords.rules],
];

describe.each(tables)('%s', (_name, rules, rows = []) => {
  test('the rows stand in order of their days', () => {
    const days = rules.map(({ from }) => from);
    expect(days).toEqual([...days].sort((a, b) => a - b));
  });

  test('no rule is in force before its notice', () => {
    for (const { from, notice } of rules) expect(notices[notice].date <= isoDate(from)).toBe(true);
  });

  test.each(['en', 'zh'] as const)(
    'every row says in %s its day, its figure, its notice and how it is known',
    (language) => {
      const said = {
        en: ['read in the notice', 'as quoted by', 'not found'],
        zh: ['已读通知原文', '转引自', '未找到'],
      };
      expect(rows.length).toBe(rules.length);
      rules.forEach(({ from, figure, notice, quotedBy }, i) => {
        const sentence = rows[i]!.sentence[language];
        const { title, date } = notices[notice];
        for (const part of [isoDate(from), title[language], date]) expect(sentence).toContain(part);
        const [read, quoted, notFound] = said[language] as [string, string, string];
        if (figure === null) expect(sentence).toContain(notFound);
        else expect(sentence).toContain(`${Math.round(figure * 100)}%`);
        expect(sentence.includes(read)).toBe(figure !== null && quotedBy === undefined);
        expect(sentence.includes(quoted)).toBe(quotedBy !== undefined);
        for (const id of quotedBy ?? []) expect(sentence).toContain(reports[id].title[language]);
      });
    },
  );

  test('what could not be found is quoted by nobody, and a later row says what holds since', () => {
    rules.forEach((rule, i) => {
      if (rule.figure !== null) return;
      expect(rule.quotedBy).toBeUndefined();
      expect(rules.slice(i + 1).some(({ notice }) => notice !== rule.notice)).toBe(true);
    });
  });
});

describe('figureOf', () => {
  const rule = (from: string, figure: number | null, appliesTo: Rule['appliesTo']): Rule => ({
    from: on(from),
    figure,
    appliesTo,
    exchanges: ['SSE'],
    notice: 'pilot_2006',
  });
  const rules = [
    rule('2010-01-01', 0.5, 'new'),
    rule('2015-01-01', 1, 'new'),
    rule('2020-01-01', 0.8, 'new_and_lower'),
    rule('2025-01-01', 1, 'new'),
    rule('2030-01-01', 0.9, 'all'),
    rule('2040-01-01', null, 'new'),
    rule('2050-01-01', 0.7, 'new'),
  ];
  const figure = (opened: string, judged: string) => {
    const found = figureOf({ rules, opened: on(opened), judged: on(judged) });
    return found instanceof Fault ? found.kind : found;
  };

  test.each([
    ['opened before the first rule', '2009-12-31', '2009-12-31', 'before_first_rule'],
    [
      'opened before it and judged after a later one for new contracts',
      '2009-12-31',
      '2021-01-01',
      'before_first_rule',
    ],
    ['opened on its day', '2010-01-01', '2010-01-01', 0.5],
    ['a change for new contracts leaves it', '2014-12-31', '2019-12-31', 0.5],
    ['a change for new contracts binds from its day', '2015-01-01', '2015-01-01', 1],
    ['a change that lowers does so from its day', '2015-01-01', '2020-01-01', 0.8],
    ['but not before', '2015-01-01', '2019-12-31', 1],
    ['and raises none', '2014-12-31', '2020-01-01', 0.5],
    ['it binds new contracts whatever was before', '2020-01-01', '2020-01-01', 0.8],
    ['a later change for new ones leaves it', '2014-12-31', '2026-01-01', 0.5],
    ['opened after them', '2025-06-01', '2025-06-01', 1],
    ['a change for all replaces every one', '2014-12-31', '2030-01-01', 0.9],
    ['what was not found is no figure', '2045-01-01', '2045-01-01', 'rule_not_found'],
    ['and leaves older contracts', '2025-06-01', '2045-01-01', 0.9],
    ['what came after is one again', '2050-01-01', '2050-01-01', 0.7],
  ])('%s', (_what, opened, judged, expected) => expect(figure(opened, judged)).toBe(expected));

  test('no rows, no rule', () =>
    expect(figureOf({ rules: [], opened: on('2020-01-01'), judged: null })).toMatchObject({ kind: 'no_rule' }));

  test('a fault says which day and which was the first', () =>
    expect(figureOf({ rules, opened: on('2009-12-31'), judged: null })).toMatchObject({
      detail: { text: '2009-12-31', allowed: '2010-01-01' },
    }));

  test('what was not found says from when until when', () =>
    expect(figureOf({ rules, opened: on('2045-01-01'), judged: null })).toMatchObject({
      detail: { text: '2040-01-01', allowed: '2050-01-01' },
    }));
});
