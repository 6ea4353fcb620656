import { glossary } from '../../src/functions/glossary';
import { definitions } from '../../src/functions/index';
import { words } from '../../src/functions/words';
import { pinyinModule } from '../../src/generate/pinyin';
import { pinyin } from '../../src/taskpane/search/pinyin';
import { findFunctions, functionsCalled } from '../../src/taskpane/search/functions';
import { findTerms } from '../../src/taskpane/search/glossary';
import { soundsLike } from '../../src/taskpane/search/sounds-like';

describe('a function is found first by', () => {
  test.each([
    ['its name', 'FINANCING_BALANCE_ROLL', 'FINANCING_BALANCE_ROLL'],
    ['its name with the namespace', 'rzrq.maintenance_ratio', 'MAINTENANCE_RATIO'],
    ['the beginning of its name', 'maintenance r', 'MAINTENANCE_RATIO'],
    ['its Chinese title', '维持担保比例', 'MAINTENANCE_RATIO'],
    ['part of its Chinese title', '计息天', 'INTEREST_DAYS'],
    ['pinyin', 'rongziyue', 'FINANCING_BALANCE_ROLL'],
    ['initials', 'rzye', 'FINANCING_BALANCE_ROLL'],
    ['initials and pinyin mixed', 'wcdanbaobl', 'MAINTENANCE_RATIO'],
    ['full-width letters', 'ＲＺＹＥ', 'FINANCING_BALANCE_ROLL'],
    ['a word of each language', 'balance 融券余额', 'LENDING_BALANCE'],
  ])('%s', (_, query, id) => {
    expect(findFunctions(query)[0]?.id).toBe(id);
  });
});

test.each([
  ['rzmre', 'PURCHASES_TO_TURNOVER'],
  ['mrg_long_bal', 'FINANCING_BALANCE_ROLL'],
  ['FIN_BALANCE', 'FINANCING_BALANCE_ROLL'],
  ['rqyl', 'LENDING_QTY_ROLL'],
  ['rzye', 'MARGIN_BALANCE'],
  ['rqmcl', 'LENDING_QTY_ROLL'],
  ['rzche', 'FINANCING_BALANCE_SERIES'],
])('a field code finds what it feeds: %s', (code, id) => {
  expect(findFunctions(code).map((definition) => definition.id)).toContain(id);
});

test.each([
  ['强平', 'LIQUIDATION_QTY'],
  ['爆仓', 'STRESSED_RATIO'],
  ['展期', 'CONTRACT_DUE_DATE'],
  ['haircut', 'CONVERSION_RATE_CAP'],
  ['利息积数', 'ACCRUED_INTEREST'],
  ['压力测试', 'STRESSED_RATIO'],
])('a word of the desk finds its function: %s', (word, id) => {
  expect(findFunctions(word).map((definition) => definition.id)).toContain(id);
});

test.each([
  '转融通',
  '集中度',
  '罚息',
  '融资监控指标',
  '可转出担保物',
  '融券卖出所得价款',
  '平仓线',
  '实时担保比例',
  '利息积数',
  'T+1 还券',
])('the glossary explains %s', (word) => {
  expect(findTerms(word)[0]?.term.zh).toBe(word);
});

test('what nothing is called finds nothing', () => {
  expect(findFunctions('xylophone')).toEqual([]);
});

test.each(['SUM', 'SUMIFS', 'TRUE', 'INDEX', 'MOD', 'MAX', 'ROWS', 'LOG'])(
  'in a formula %s means the function of Excel, and none of ours',
  (name) => {
    expect(functionsCalled(name)).toEqual([]);
  },
);

test.each(definitions.map(({ id }) => [id]))('%s is found by its own titles', (id) => {
  const { title } = words[id]!;
  for (const query of [id, title.en, title.zh]) expect(findFunctions(query).map((found) => found.id)).toContain(id);
});

test.each([
  ['rzye', true],
  ['rongziyue', true],
  ['rongzye', true],
  ['rongz', true],
  ['ziy', true],
  ['yue', true],
  ['ry', false],
  ['rongziyuee', false],
  ['zrye', false],
])('%s sounds like 融资余额: %s', (letters, expected) => {
  expect(soundsLike(letters, ['rong', 'zi', 'yu', 'e'])).toBe(expected);
});

test('the pinyin is that of the words as they are now', () => {
  expect(pinyinModule(definitions, words)).toContain("'融资余额': 'rong zi yu e',");
  const phrases = [...Object.values(words).map(({ title }) => title.zh), ...glossary.map(({ term }) => term.zh)];
  expect(phrases.filter((phrase) => !(phrase in pinyin))).toEqual([]);
});

describe('glossary', () => {
  test.each(glossary.map(({ term, functions }) => [term.zh, functions] as const))(
    '%s names functions that exist',
    (_, functions) => {
      expect(functions.filter((id) => !words[id])).toEqual([]);
    },
  );

  test.each(['折算率', 'haircut', 'zsl', 'zhesuanlv'])('%s finds the conversion rate', (query) => {
    expect(findTerms(query)[0]?.term.zh).toBe('折算率');
  });

  test('an empty search lists every term in its order', () => {
    expect(findTerms(' ')).toEqual(glossary);
  });
});
