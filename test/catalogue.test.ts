import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { errorCode } from '../src/binding/errors';
import { bind } from '../src/binding/bind';
import { definitions } from '../src/functions/index';
import { ids } from '../src/functions/ids';
import { ofCells } from '../src/functions/of-cells';
import { ofTables } from '../src/functions/of-tables';
import { paramWords } from '../src/functions/catalogue/param-words';
import { words } from '../src/functions/words';
import { tried } from '../src/generate/reference/tried';
import { inOrder, shown } from './support/cells';

const CHINESE = /\p{Script=Han}/u;
const all = definitions.map((definition) => [definition.id, definition, words[definition.id]!] as const);

const rows = readdirSync(join(__dirname, 'functions'))
  .filter((file) => file.endsWith('.test.ts'))
  .map((file) => readFileSync(join(__dirname, 'functions', file), 'utf8').replace(/^import .*$/gm, ''))
  .join('\n');

test('each function has its place, and those that take a table stand apart', () => {
  expect([...Object.keys(ofCells), ...Object.keys(ofTables)].sort()).toEqual([...ids].sort());
  const takesTable = definitions.filter(({ params }) => params.some(({ kind }) => kind === 'table'));
  expect(Object.keys(ofTables).sort()).toEqual(takesTable.map(({ id }) => id).sort());
});

describe.each(all)('%s', (id, definition, its) => {
  test.each(its.examples.map((example) => [example.title.en, example] as const))(
    'example: %s',
    (_title, { args, result }) => {
      expect(Object.keys(args).filter((name) => !definition.params.some((param) => param.name === name))).toEqual([]);
      expect(shown(definition, ...inOrder(definition, args))).toEqual(Array.isArray(result) ? result : [[result]]);
    },
  );

  test('has an ordinary example and one that goes wrong or stays empty', () => {
    const results = its.examples.map(({ result }) => JSON.stringify(result));
    expect(results.some((result) => !result.includes('#'))).toBe(true);
    expect(results.some((result) => result.includes('#') || result === '""')).toBe(true);
  });

  test('has test rows of its own', () => {
    expect(rows).toMatch(new RegExp(`\\b${id}\\b`));
  });

  test('its id is a legal name that no cell has', () => {
    expect(id).toMatch(/^[A-Z][A-Z0-9_]{2,63}$/);
    expect(id).not.toMatch(/^[A-Z]{1,3}\d+$/);
  });

  test('its words are complete, short and in both languages', () => {
    for (const text of [its.title, its.doc, its.formula, ...its.examples.map(({ title }) => title)]) {
      expect(text.en).not.toBe('');
      expect(text.zh).toMatch(CHINESE);
    }
    expect(its.doc.en.length).toBeLessThanOrEqual(100);
    expect(its.doc.zh.length).toBeLessThanOrEqual(100);
    expect(its.sources.length).toBeGreaterThan(0);
    expect(its.search.length).toBeGreaterThan(0);
  });

  test('its parameters have words, and the optional ones come last', () => {
    for (const { name, zh } of definition.params) {
      expect(paramWords[name as keyof typeof paramWords]).toBeDefined();
      expect(zh).toMatch(CHINESE);
    }
    const optional = definition.params.map((param) => param.optional);
    expect(optional).toEqual([...optional].sort((a, b) => Number(a) - Number(b)));
    expect(new Set(definition.params.map(({ name }) => name)).size).toBe(definition.params.length);
    expect(new Set(definition.params.map(({ zh }) => zh)).size).toBe(definition.params.length);
  });

  test('its relatives exist', () => {
    for (const relative of its.related) {
      expect(words[relative]).toBeDefined();
      expect(relative).not.toBe(id);
    }
  });
});

test('ids are unique, also in the form in which Excel stores them', () => {
  const stored = definitions.map(({ id }) => id.replace(/\./g, '_').toUpperCase());
  expect(new Set(stored).size).toBe(stored.length);
  expect(Object.keys(words)).toEqual(definitions.map(({ id }) => id));
});

/** Every kind of cell in the table of cell rules. */
const KINDS: readonly unknown[] = [
  1,
  0,
  -1,
  0.5,
  1.5,
  100,
  20240115,
  45306,
  1e15,
  1e-12,
  0.1 + 0.2,
  null,
  undefined,
  '',
  ' ',
  '1,583.26',
  ' 12 ',
  '12%',
  '１２',
  '6.6亿',
  '97753.18万',
  '97753.18万元',
  '30.66万股',
  '-',
  '--',
  '—',
  'N/A',
  'nan',
  'None',
  'null',
  '待定',
  'abc',
  true,
  false,
  '2014-01-15',
  '2014年1月15日',
  'SSE',
  '上交所',
  // Signs that only look like digits are none.
  '1583①',
  '10⁵',
  '⒈5',
  '60000¹',
  '二〇二六年',
  '1,23,4',
  '12.5-',
  '(1,234.50)',
  '（1,234.50）',
  '¥1,234',
  '￥1,234',
  '1 234',
  '1\u00a0234',
  '\ufeff12\u200b',
  '暂无',
  '停牌',
  '9007199254740993',
  '1e-28',
  '20261128.0',
  '2026.11.28',
  '2026年11月28号 09:30',
  '2026-11-28T16:00:00Z',
  '2025年13月1日',
  '__proto__',
  'constructor',
  '=1+1',
  { type: 'Error', basicValue: '#DIV/0!' },
  { type: 'CustomFunctionError', code: '#N/A' },
  { type: 'Double', basicValue: 0.05, numberFormat: '0.00%' },
  { type: 'Entity', text: 'x', properties: {} },
  NaN,
  Infinity,
  -Infinity,
  [],
  [[]],
  {},
];

let made = 0;

const LEGAL_ERRORS = /^#(VALUE!|N\/A|DIV\/0!|NUM!|REF!|NULL!|NAME\?)$/;

test.each(all)('%s answers whatever its cells hold with a number, a text or a legal error', (_id, definition, its) => {
  const call = bind(definition);
  const ordinary = inOrder(definition, its.examples[0].args);
  const legal = (matrix: unknown) => {
    const rows = matrix as unknown[][];
    return (
      rows.length > 0 &&
      rows.every((row) => row.length === rows[0]!.length && row.length > 0) &&
      rows
        .flat()
        .every((cell) =>
          typeof cell === 'number'
            ? Number.isFinite(cell) && !Object.is(cell, -0)
            : typeof cell === 'string' && (!/^#[A-Z]/.test(cell) || LEGAL_ERRORS.test(cell)),
        )
    );
  };
  for (let i = 0; i < definition.params.length; i++) {
    for (const kind of KINDS) {
      for (const shaped of [kind, [[kind]], [[kind], [1], [kind]], [[kind, 1]]]) {
        made++;
        const result = call(
          ordinary.map((value, j) => (i === j ? shaped : value)),
          errorCode,
        );
        if (!legal(result))
          throw new Error(`${definition.params[i]!.name} = ${JSON.stringify(shaped)} gave ${JSON.stringify(result)}`);
      }
    }
  }
});

test('the page on testing says how many kinds of cell were tried, and in how many calls', () => {
  expect(tried.cells).toEqual({ kinds: KINDS.length, calls: made });
});
