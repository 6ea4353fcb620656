import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

const src = resolve(__dirname, '../src');

/** The house: a folder, or a file beside the folders, may import from lower floors and from itself. */
const FLOORS: readonly (readonly string[])[] = [
  ['language', 'number', 'version'],
  ['cells'],
  ['rules'],
  ['tables', 'workbook'],
  ['functions'],
  ['binding'],
  ['excel', 'formula', 'templates'],
  ['share', 'xlsx'],
  ['import'],
  ['generate'],
  ['taskpane', 'site'],
  ['playground', 'cli', 'dev'],
];

/** Which files may name a host's globals. */
const GLOBALS: Readonly<Record<string, readonly string[]>> = {
  Excel: ['workbook/office.ts'],
  Office: [
    'workbook/office.ts',
    'workbook/office-host.ts',
    'taskpane/taskpane.ts',
    'taskpane/ribbon.ts',
    'excel/display-language.ts',
  ],
  CustomFunctions: ['excel/functions.ts', 'excel/errors.ts', 'playground/host.ts'],
};

const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replace(/\\/g, '/'))
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'));
const codeOf = (file: string) => readFileSync(join(src, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*$/gm, '');
const roomOf = (file: string) => file.split('/')[0]!.replace(/\.ts$/, '');
const floorOf = (file: string) => FLOORS.findIndex((floor) => floor.includes(roomOf(file)));

/** What each file imports of ours, types too. */
const imports: ReadonlyMap<string, readonly string[]> = new Map(
  files.map((file) => [
    file,
    [...codeOf(file).matchAll(/(?:from|import|require)\s*\(?\s*['"](\.[^'"]+)['"]/g)].flatMap(([, path]) => {
      const target = relative(src, resolve(src, dirname(file), path!)).replace(/\\/g, '/');
      return [target, `${target}.ts`, `${target}/index.ts`].filter((candidate) => files.includes(candidate));
    }),
  ]),
);

test('every room has its floor', () => {
  expect([...new Set(files.filter((file) => floorOf(file) < 0).map(roomOf))]).toEqual([]);
});

test('imports point one way', () => {
  const wrong = [...imports].flatMap(([file, targets]) =>
    targets
      .filter((target) => roomOf(target) !== roomOf(file) && floorOf(target) >= floorOf(file))
      .map((target) => `${file} imports ${target}`),
  );
  expect(wrong).toEqual([]);
});

test('imports run in no circle, not even those of types alone', () => {
  const done = new Set<string>();
  const circleFrom = (file: string, path: readonly string[]): readonly string[] | undefined => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return undefined;
    for (const target of imports.get(file)!) {
      const circle = circleFrom(target, [...path, file]);
      if (circle) return circle;
    }
    done.add(file);
    return undefined;
  };
  expect(files.flatMap((file) => circleFrom(file, [])?.join(' → ') ?? [])).toEqual([]);
});

test.each(Object.entries(GLOBALS))('%s is named only where the house says so', (name, allowed) => {
  const used = files.filter((file) =>
    new RegExp(`(?<![.\\w'"\`])${name}\\b(?!['"\`\\w])(?=[.\\s)])`).test(stripTexts(codeOf(file))),
  );
  expect(used.filter((file) => !allowed.includes(file))).toEqual([]);
});

function stripTexts(code: string): string {
  return code.replace(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/g, "''");
}

test('no function is globbed: each is imported by name', () => {
  const index = codeOf('functions/of-cells.ts') + codeOf('functions/of-tables.ts');
  const functions = files.filter((file) => /^functions\/[a-z]+\//.test(file));
  expect(
    functions.filter(
      (file) =>
        codeOf(file).includes('export const words') &&
        !index.includes(`'./${file.slice('functions/'.length, -'.ts'.length)}'`),
    ),
  ).toEqual([]);
});
