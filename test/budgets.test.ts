// What a reader has to wait for, in bytes of the built files.
import { lazyScripts } from './support/lazy-scripts';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const DIST = join(__dirname, '../dist');
const KB = 1000;

const plain = (path: string) => readFileSync(join(DIST, path)).length;
const zipped = (path: string) => gzipSync(readFileSync(join(DIST, path))).length;

test.each([
  ['functions.js', zipped, 52],
  ['tables.js', zipped, 52],
  ['ribbon.js', zipped, 1],
  ['taskpane.js', zipped, 200],
  ['reference.js', zipped, 2],
  ['reference.css', zipped, 3],
  // Windows Excel refuses metadata of about 1 MB without a word.
  ['functions.json', plain, 200],
  ['functions.zh-CN.json', plain, 200],
])('%s keeps to its budget', (path, size, limit) => {
  expect(size(path)).toBeLessThanOrEqual(limit * KB);
});

test('what the embedded workbook loads to open a file keeps to 30 kB', () => {
  const scripts = lazyScripts('playground.js', 'open-file');
  expect(scripts.length).toBeGreaterThan(1);
  expect(scripts.reduce((sum, script) => sum + zipped(script), 0)).toBeLessThanOrEqual(30 * KB);
});

test.each(['functions', 'reference'])('every page in %s/ keeps to 60 kB', (folder) => {
  const pages = readdirSync(join(DIST, folder)).filter((name) => name.endsWith('.html'));
  expect(pages.length).toBeGreaterThan(5);
  expect(pages.filter((name) => plain(join(folder, name)) > 60 * KB)).toEqual([]);
});
