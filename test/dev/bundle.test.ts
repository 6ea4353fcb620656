// What dist/ must be for Excel to load it, whatever the functions in it do.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'acorn';
import { manifestFor } from '../../src/dev/manifest';
import { ids } from '../../src/functions/ids';
import { words } from '../../src/functions/words';
import { tushare } from '../../src/tables/vocabulary/vendors';

const dist = (path: string) => join(__dirname, '../../dist', path);
const read = (path: string) => readFileSync(dist(path), 'utf8');

/** What keeps an engine of the year from reading a text as a classic script; nothing when it can. */
function syntaxError(code: string, ecmaVersion: 2018 | 2020): string | undefined {
  try {
    parse(code, { ecmaVersion, sourceType: 'script' });
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

/** What a script associates where nothing can be loaded. */
function associated(code: string): string[] {
  const ids: string[] = [];
  new Function('CustomFunctions', 'self', code)({ associate: (id: string) => void ids.push(id) }, {});
  return ids;
}

/** What the pane loads beside its own script, and the embedded workbook with it. */
const chunks = readdirSync(dist('chunks')).map((name) => `chunks/${name}`);

test('what tells ES2018 from later can tell', () => {
  expect(syntaxError('a ?? b', 2020)).toBeUndefined();
  expect(syntaxError('a ?? b', 2018)).toMatch(/Unexpected token/);
});

test.each(['functions.js', 'tables.js', 'ribbon.js', 'taskpane.js', 'reference.js', ...chunks])(
  '%s is a classic script in ES2018',
  (path) => expect(syntaxError(read(path), 2018)).toBeUndefined(),
);

test('functions.js associates every function at once, those of tables too, and loads nothing for it', () => {
  expect(associated(read('functions.js'))).toEqual(ids);
});

test('the words of tables stand in tables.js alone', () => {
  const words = [...Object.keys(tushare.words), ...Object.values(tushare.words).flat()].filter((word) =>
    /^rz|_id$/.test(word),
  );
  expect(words.length).toBeGreaterThan(3);
  expect(words.filter((word) => !read('tables.js').includes(`"${word}"`))).toEqual([]);
  expect(words.filter((word) => read('functions.js').includes(`"${word}"`))).toEqual([]);
});

test('every file that the manifest names is built', () => {
  const addresses = [...read('manifest.xml').matchAll(/"https:\/\/localhost:\d+\/([^"]+)"/g)].map(([, path]) => path!);
  expect(addresses.length).toBeGreaterThan(10);
  expect(addresses.filter((path) => !existsSync(dist(path)))).toEqual([]);
});

test('the built manifest is the one in the repository, at the address it is built for', () => {
  const built = read('manifest.xml');
  const base = /https:\/\/localhost:\d+/.exec(built)![0];
  expect(built).toBe(manifestFor(base));
});

test('every page loads scripts and styles that are built', () => {
  for (const page of ['index.html', 'taskpane.html']) {
    const named = [...read(page).matchAll(/(?:src|href)="([^":?#]+\.(?:js|css|png|svg))"/g)].map(([, path]) => path!);
    expect(named.length).toBeGreaterThan(0);
    expect([page, named.filter((path) => !existsSync(dist(path)))]).toEqual([page, []]);
  }
});

test('functions.js has nothing of the pane and no description that only readers need', () => {
  const code = read('functions.js');
  const texts = Object.values(words).flatMap(({ doc, formula, remarks = [] }) => [doc, formula, ...remarks]);
  expect(texts.length).toBeGreaterThan(2 * associated(code).length);
  expect(texts.flatMap(({ en, zh }) => [en, zh]).filter((text) => code.includes(text))).toEqual([]);
  expect(code).not.toContain('rzrq-panel');
  expect(read('taskpane.js')).toContain('rzrq-panel');
});
