import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { definitions } from '../src/functions/index';

const ROOT = join(__dirname, '..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

test.each(['README.md', 'README.zh-CN.md'])('%s is read in one go: at most 90 lines, each thing once', (path) => {
  const lines = read(path).split('\n');
  expect(lines.length).toBeLessThanOrEqual(90);
  const headings = lines.filter((line) => line.startsWith('#'));
  expect(new Set(headings).size).toBe(headings.length);
});

test('no page for people holds what a merge has left', () => {
  const pages = readdirSync(ROOT).filter((path) => path.endsWith('.md'));
  expect(pages.length).toBeGreaterThan(4);
  expect(pages.filter((path) => /^(?:<{7}|>{7}|={7}$)/m.test(read(path)))).toEqual([]);
});

test('the number of functions is theirs', () => {
  expect(read('README.md')).toContain(`of the ${definitions.length} functions`);
  expect(read('README.zh-CN.md')).toContain(`${definitions.length} 个函数`);
});
