import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { definitions } from '../../src/functions/index';
import { contract } from '../../src/generate/contract';

const PATH = 'test/golden/contract.txt';
const golden = readFileSync(join(__dirname, '../..', PATH), 'utf8')
  .trim()
  .split('\n');
const now = contract(definitions).trim().split('\n');

const idOf = (line: string) => line.slice(0, line.indexOf('('));
const paramsOf = (line: string) => line.slice(line.indexOf('(') + 1, -1).split(', ');

/** Whether a workbook that was saved under `before` still means the same under `after`. */
function isKept(before: string, after: string): boolean {
  const [old, fresh] = [paramsOf(before), paramsOf(after)];
  const bare = (param: string) => param.replace(/[[\]]/g, '');
  const more = fresh.slice(old.length);
  return (
    old.every(
      (param, i) => bare(param) === bare(fresh[i] ?? '') && (param === fresh[i] || fresh[i]!.startsWith('[')),
    ) && more.every((param) => param.startsWith('['))
  );
}

test('no workbook that was ever saved is broken', () => {
  const broken = golden.flatMap((before) => {
    const after = now.find((line) => idOf(line) === idOf(before));
    return after !== undefined && isKept(before, after) ? [] : [`${before}  is now  ${after ?? 'gone'}`];
  });
  if (broken.length > 0) {
    throw new Error(
      `Workbooks store ids and the order of arguments, so neither may ever change: a renamed function is #NAME? in every saved cell, ` +
        `a moved argument is a wrong figure without an error. Keep the old one and add a function, or add optional arguments at the end.\n${broken.join('\n')}`,
    );
  }
});

test('what is new is written down', () => {
  const added = now.filter((line) => !golden.includes(line));
  if (added.length > 0)
    throw new Error(
      `New in the contract, and from now on for ever: run \`npm run generate\` if that is meant.\n${added.join('\n')}`,
    );
});

test.each([
  ['A(x, y)', 'A(x, y)', true],
  ['A(x, y)', 'A(x, y, [z])', true],
  ['A(x, y)', 'A(x, [y])', true],
  ['A(x, y)', 'A(y, x)', false],
  ['A(x, y)', 'A(x, y, z)', false],
  ['A(x, [y])', 'A(x, y)', false],
  ['A(x, y)', 'A(x)', false],
  ['A(x)', 'A(z)', false],
])('%s → %s: kept %p', (before, after, kept) => {
  expect(isKept(before, after)).toBe(kept);
});
