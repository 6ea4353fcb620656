import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { allCalls } from '../src/formula/calls';
import { definitionOf } from '../src/functions/by-id';
import { definitions } from '../src/functions/index';
import { words } from '../src/functions/words';
import { referencePages } from '../src/generate/reference/pages';
import { LANGUAGES } from '../src/language';
import { templates } from '../src/templates';
import { exampleSheet } from '../src/templates/example-sheet';
import type { Example } from '../src/functions/catalogue/words-of';

/*
 * Excel refuses a call with fewer arguments than required ones, or with more than there are parameters: every call that
 * we write down anywhere must be one that it takes.
 */

const ROOT = join(__dirname, '..');
const SAMPLES = join(ROOT, 'src/playground/samples');
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', quot: '"', lt: '<', gt: '>', '#39': "'" };

const unescaped = (html: string): string =>
  html.replace(/<[^>]*>/g, '').replace(/&(#?\w+);/g, (entity, name: string) => ENTITIES[name] ?? entity);

/** The calls in a text, wherever they begin. */
function callsIn(text: string): readonly string[] {
  return [...text.matchAll(/=[^=\n]*?RZRQ\.\w+\(/g)].flatMap(({ index }) => {
    const rest = text.slice(index).split('\n')[0]!;
    return allCalls(rest).map((call) => rest.slice(call.start, call.end));
  });
}

const SOURCES: readonly (readonly [name: string, calls: () => readonly string[]])[] = [
  [
    'templates',
    () =>
      LANGUAGES.flatMap((language) => templates.flatMap((template) => template.build(language).sheets)).flatMap(
        ({ cells }) => cells.flat().flatMap((content) => callsIn(String(content))),
      ),
  ],
  ['samples', () => readdirSync(SAMPLES).flatMap((file) => callsIn(readFileSync(join(SAMPLES, file), 'utf8')))],
  [
    'examples',
    () =>
      definitions.flatMap((definition) =>
        words[definition.id]!.examples.flatMap((example) =>
          callsIn(exampleSheet(definition, example as Example).formula),
        ),
      ),
  ],
  ['README.md', () => callsIn(readFileSync(join(ROOT, 'README.md'), 'utf8'))],
  ['README.zh-CN.md', () => callsIn(readFileSync(join(ROOT, 'README.zh-CN.md'), 'utf8'))],
  ['reference', () => [...referencePages(definitions, words).values()].flatMap((page) => callsIn(unescaped(page)))],
];

function isTaken(text: string): boolean {
  const [call] = allCalls(`=${text}`);
  const { params } = definitionOf(call!.id)!;
  return call!.args.length <= params.length && call!.args.length >= params.filter(({ optional }) => !optional).length;
}

test.each(SOURCES)('%s: every call is one that Excel takes', (_, calls) => {
  const all = calls();
  expect(all.length).toBeGreaterThan(0);
  expect(all.filter((text) => !isTaken(text))).toEqual([]);
});

test('a call with too few arguments is seen', () => {
  expect(['RZRQ.MARGIN_BALANCE(A1)', 'RZRQ.MARGIN_BALANCE(A1,)', 'RZRQ.MARGIN_BALANCE(A1,B1,C1)'].map(isTaken)).toEqual(
    [false, true, false],
  );
});
