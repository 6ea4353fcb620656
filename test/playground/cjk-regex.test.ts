import { execFileSync } from 'node:child_process';
import * as ours from '../../src/playground/cjk-regex';

const QUESTIONS = ['letters', 'punctuations', 'all'] as const;

/** The package's own patterns; it is a module of the kind that jest does not load. */
const theirs: Readonly<Record<string, string>> = JSON.parse(
  execFileSync(
    process.execPath,
    [
      '--input-type=module',
      '--eval',
      `import * as cjk from 'cjk-regex';
       console.log(JSON.stringify(Object.fromEntries(Object.entries(cjk).map(([name, ask]) => [name, ask().toRegExp().source]))));`,
    ],
    { cwd: __dirname, encoding: 'utf8', maxBuffer: 1e7 },
  ),
);

/** Every character that this engine's tables of Unicode know. */
const characters = Array.from({ length: 0x110000 }, (_, code) => code)
  .filter((code) => code < 0xd800 || code > 0xdfff)
  .map((code) => String.fromCodePoint(code))
  .filter((character) => /\P{Cn}/u.test(character));

test.each(QUESTIONS)('%s are what the package says of every character', (question) => {
  const [wanted, got] = [new RegExp(theirs[question]!), ours[question]().toRegExp()];
  expect(characters.filter((character) => wanted.test(character)).length).toBeGreaterThan(300);
  expect(characters.filter((character) => wanted.test(character) !== got.test(character))).toEqual([]);
});
