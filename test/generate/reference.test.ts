import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { meaningOf } from '../../src/templates/headings';
import { textOf as asWritten } from '../../src/templates/number-formats';
import { HtmlValidate } from 'html-validate';
import { definitions } from '../../src/functions/index';
import { glossary } from '../../src/functions/glossary';
import { words } from '../../src/functions/words';
import { html } from '../../src/generate/html';
import { formula } from '../../src/generate/reference/formula';
import { functionPage } from '../../src/generate/reference/function-page';
import { referencePages } from '../../src/generate/reference/pages';
import { shown } from '../support/cells';

const pages = referencePages(definitions, words, 'mailto:help@example.org');
const CHINESE = /\p{Script=Han}/u;

const unescaped = (text: string) =>
  text.replace(/&(amp|lt|gt|quot);/g, (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"' })[name]!);
const textOf = (markup: string) => unescaped(markup.replace(/<[^>]*>/g, ''));
const partsOf = (page: string) =>
  page.split(/<div class="(?:en|zh)" lang="[^"]*">|<\/main>/).slice(1, 3) as [string, string];

test('html takes text as text', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const written = html`<p title="${text}">${[text]}</p>`.text;
      expect(written.match(/[<>]/g)).toHaveLength(4);
      expect(textOf(written)).toBe(text);
    }),
  );
  expect(html`${html`<b>${'<i>'}</b>`}${undefined}${3}`.text).toBe('<b>&lt;i&gt;</b>3');
});

test('the page about upgrading names every function whose figures the changes say are others', () => {
  const changes = readFileSync(join(__dirname, '../../CHANGELOG.md'), 'utf8');
  const changed = /### Figures that change\n(.*?)\n### /s.exec(changes)![1]!;
  const ids = definitions.map(({ id }) => id).filter((id) => new RegExp(`\\b${id}\\b`).test(changed));
  expect(ids.length).toBeGreaterThan(4);
  for (const part of partsOf(pages.get('reference/upgrade.html')!))
    expect(ids.filter((id) => !part.replaceAll('<wbr>', '').includes(`<code>${id}</code>`))).toEqual([]);
});

test('words that look like HTML stay words', () => {
  const own = words['MARGIN_BALANCE']!;
  const hostile = '<script src="https://example.org/x.js"></script><img onerror=x>';
  const page = functionPage(definitions[0]!, {
    ...words,
    MARGIN_BALANCE: { ...own, doc: { en: hostile, zh: hostile }, formula: { en: `${hostile} ÷ 2`, zh: hostile } },
  });
  expect(page.match(/<script/g)).toHaveLength(1);
  expect(page).not.toContain('<img');
});

/** Spaces and the width of parentheses are the setter's own; a list of clauses has a line for each. */
const bare = (text: string) =>
  text
    .replace(/[\s;；]/g, '')
    .replace(/[（[]/g, '(')
    .replace(/[）\]]/g, ')')
    .replace(/\((i|1…i)\)/g, '$1');

test.each(definitions.flatMap(({ id }) => [words[id]!.formula.en, words[id]!.formula.zh]))(
  'set, the formula still says %s',
  (text) => {
    expect(bare(textOf(formula(text).text))).toBe(bare(text));
  },
);

test.each([
  [
    'a = (b + c) ÷ (d − e) × 100%',
    'a = <span class="fraction"><span class="over">(b + c)</span> ÷ <span class="under">(d − e)</span></span> × 100%',
  ],
  [
    'q[i] = max(0, a ÷ b)',
    'q<sub>i</sub> = max(0, <span class="fraction"><span class="over">a</span> ÷ <span class="under">b</span></span>)',
  ],
  [
    'a ÷ b ÷ c',
    '<span class="fraction"><span class="over"><span class="fraction"><span class="over">a</span> ÷ <span class="under">b</span></span></span> ÷ <span class="under">c</span></span>',
  ],
  ['by hand: a − b, in lots', '<span class="when">by hand:</span> a − b, in lots'],
])('%s is set as a formula', (text, set) => {
  const lines = formula(text).text.replace(/<span class="(?:operator|unseen)">([^<]*)<\/span>/g, '$1');
  expect(lines).toBe(`<div class="formula">\n<p>${set}</p>\n</div>\n`);
});

describe.each(definitions.map((definition) => [definition.id, definition] as const))('%s', (id, definition) => {
  const page = pages.get(`functions/${id}.html`)!;
  const own = words[id]!;

  test.each([0, 1])('says everything in either language (%d)', (which) => {
    const language = which === 0 ? 'en' : 'zh';
    const part = textOf(partsOf(page)[which]!);
    for (const param of definition.params) {
      expect(part).toContain(language === 'zh' ? param.zh : param.name);
      if (param.kind === 'choice')
        for (const { value, zh } of param.options)
          expect([part.includes(value), part.includes(zh)]).toEqual([true, true]);
    }
    const said = [
      own.doc,
      ...own.examples.map(({ title }) => title),
      ...(own.errors ?? []).map(({ when }) => when),
      ...(own.remarks ?? []),
      ...own.sources.map(({ title }) => title),
    ];
    for (const text of said) expect(part).toContain(text[language]);
    for (const { from, figure, source } of own.rules ?? [])
      for (const text of [from, figure[language], source.title[language], source.known![language]])
        expect(part).toContain(text);
    const headings = { en: ['Rule', 'Example from'], zh: ['规则依据', '示例取自'] } as const;
    const [, ...lists] = partsOf(page)[which]!.split('<h3>').map(textOf);
    const listOf = (heading: string) => lists.find((list) => list.startsWith(heading)) ?? '';
    const [rule, examples] = headings[language].map(listOf) as [string, string];
    for (const { title } of own.sources) expect(rule).toContain(title[language]);
    for (const { source } of own.examples) if (source) expect(examples).toContain(source.title[language]);
    const unverified = [...own.sources, ...(own.rules ?? []).map(({ source }) => source)].filter(
      (source) => source.unverified,
    ).length;
    expect(part.split(language === 'zh' ? '未核实' : 'unverified').length - 1).toBeGreaterThanOrEqual(unverified);
    expect(part.split('=RZRQ.').length - 1).toBe(own.examples.length + 1);
  });

  test('shows nothing but its figures in the figures', () => {
    const shown = [...page.matchAll(/<td[^>]*>([^<]*)<\/td>/g)].map(([, cell]) => unescaped(cell!));
    const numbers = (cells: readonly unknown[]) => cells.filter((cell) => typeof cell === 'number');
    for (const { args, result } of own.examples) {
      for (const value of numbers(Object.values(args).flat(2))) expect(shown).toContain(String(value));
      const rows = typeof result === 'object' ? result : [[result]];
      const meanings = rows[0]!.map((head) => (own.returns === 'table' ? meaningOf(head) : own.returns));
      for (const row of rows)
        row.forEach((cell, column) => {
          const meaning = meanings[column];
          if (typeof cell === 'number')
            expect(shown).toContain(
              meaning === undefined
                ? String(cell)
                : asWritten(
                    cell,
                    meaning,
                    rows.map((line) => line[column]),
                  ),
            );
        });
    }
  });
});

test('every page is valid HTML', async () => {
  const validator = new HtmlValidate({ extends: ['html-validate:recommended'] });
  const found: string[] = [];
  for (const [path, page] of pages) {
    const { results } = await validator.validateString(page, path);
    found.push(
      ...results.flatMap(({ messages }) =>
        messages.map(({ line, ruleId, message }) => `${path}:${line} ${ruleId} ${message}`),
      ),
    );
  }
  expect(found).toEqual([]);
}, 120_000);

test.each([...pages])(
  '%s is in both languages, needs nothing from elsewhere and runs nothing inline',
  (_path, page) => {
    const [english, chinese] = partsOf(page);
    expect(textOf(english).trim()).not.toBe('');
    expect(textOf(chinese)).toMatch(CHINESE);
    expect(page).toContain(
      `http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self';`,
    );
    expect(page).not.toMatch(/unsafe|\son[a-z]+="|\sstyle="|<style|<iframe|javascript:/);
    expect(page.match(/<script[^>]*>/g)).toEqual(['<script src="../reference.js">']);
  },
);

test('articles say the same in both languages: as many parts, items and links', () => {
  const shape = (part: string) =>
    ['h2', 'p', 'li', 'tr', 'td', 'code', 'a'].map((tag) => [
      tag,
      part.split(`<${tag}${tag === 'a' ? ' ' : ''}`).length - 1,
    ]);
  for (const [path, page] of pages) {
    const [english, chinese] = partsOf(page).map(shape);
    expect([path, chinese]).toEqual([path, english]);
  }
});

describe('the prose', () => {
  /** Text of each paragraph, item and cell; what is typed, figures of a sheet and names in small print are another matter. */
  const saidIn = (part: string) =>
    part
      .replace(/<(code|pre|small)\b.*?<\/\1>|<table class="sheet">.*?<\/table>|<summary>.*?<\/details>/gs, '')
      .split(/<\/(?:p|li|td|th|dd|dt|h\d|a)>/)
      .map((markup) => textOf(markup).trim());
  const found = (pattern: readonly [english: RegExp, chinese: RegExp], but: readonly string[] = []) =>
    [...pages]
      .filter(([path]) => !but.includes(path))
      .flatMap(([path, page]) =>
        partsOf(page).flatMap((part, i) =>
          saidIn(part)
            .filter((text) => pattern[i]!.test(text))
            .map((text) => `${path}: ${text}`),
        ),
      );

  test('is in one language: no sentence of the other', () => {
    expect(found([/[\p{Script=Han}，。；：、]{14,}/u, /[a-z’']+(?: [a-z’']+){4,}/iu])).toEqual([]);
  });

  test('shows no mark of how it was written', () => {
    const mark = /[`*]|\]\(|undefined|\[object/;
    expect(found([mark, mark])).toEqual([]);
  });

  test('leaves no cell of a table empty', () => {
    const tables = [...pages].flatMap(([path, page]) =>
      [...page.matchAll(/<table class="(?!sheet)[^"]*">(.*?)<\/table>/gs)].map(([, table]) => [path, table!] as const),
    );
    expect(tables.length).toBeGreaterThan(100);
    expect(tables.filter(([, table]) => /<t[dh][^>]*>\s*<\/t[dh]>/.test(table)).map(([path]) => path)).toEqual([]);
  });
});

test('a choice of the glossary leads to functions that are there', () => {
  for (const { functions } of glossary) for (const id of functions) expect(words[id]).toBeDefined();
});

test('the support page names the contact only where there is one', () => {
  expect(pages.get('reference/support.html')).toContain('href="mailto:help@example.org"');
  expect(referencePages(definitions, words).get('reference/support.html')).not.toContain('mailto:');
});

describe('what the articles tell a reader to type', () => {
  const typed = [...pages]
    .filter(([path]) => path.startsWith('reference/'))
    .flatMap(([path, page]) =>
      [...unescaped(partsOf(page)[1]).matchAll(/=RZRQ\.(\w+)\(([^<]*)\)<\/code>/g)].map(
        ([, id, list]) => [path, id!, list!] as const,
      ),
    );
  const called = (list: string) => list.split(/,(?![^(]*\))(?![^{]*\})/).map((text) => text.trim());

  test.each(typed)('%s: %s(%s) exists and takes as many arguments', (_path, id, list) => {
    const { params } = definitions.find((definition) => definition.id === id)!;
    const given = called(list).length;
    expect(given).toBeLessThanOrEqual(params.length);
    expect(given).toBeGreaterThanOrEqual(params.filter(({ optional }) => !optional).length);
  });

  const rows = [
    ...partsOf(pages.get('reference/review.html')!)[0].matchAll(
      /<code>=RZRQ\.(\w+)\((.*?)\)<\/code><\/td><td[^>]*>(.*?)<\/td>/g,
    ),
  ].map(([, id, list, said]) => [id!, unescaped(list!), textOf(said!)] as const);

  test.each(rows)('the test notes are right about %s(%s): %s', (id, list, said) => {
    const value = (text: string) => (text.startsWith('"') ? text.slice(1, -1) : Number(text));
    const args = called(list).map((text) =>
      text.startsWith('{')
        ? text
            .slice(1, -1)
            .split(';')
            .map((cell) => [value(cell)])
        : [[value(text)]],
    );
    const definition = definitions.find((candidate) => candidate.id === id)!;
    const result = shown(definition, ...definition.params.map((_, i) => args[i] ?? null)).flat();
    for (const cell of result) expect(said).toContain(String(cell));
  });

  test('the test notes try enough', () => expect(rows.length).toBeGreaterThanOrEqual(6));
});
