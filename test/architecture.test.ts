import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

const src = resolve(__dirname, '../src');

/** The house: a folder may import from folders of a lower floor, and from itself. */
const FLOORS: readonly (readonly string[])[] = [
  ['number'],
  ['cells'],
  ['rules', 'tables'],
  ['functions'],
  ['excel', 'generate', 'share', 'templates', 'workbook'],
  ['taskpane'],
  ['playground', 'site'],
  ['dev'],
];

/** What may be used on the same floor, or against the arrow: one line each, with its reason. */
const ALLOWED: Readonly<Record<string, string>> = {
  'share → workbook': 'plans are written through the port',
  'share → excel': 'values and sentences come from the binder',
  'share → templates': 'the sample workbook is made of the templates',
  'generate → excel': 'pages list every error with its sentence',
  'generate → templates': 'pages and samples show the templates',
  'generate → workbook': 'pages name cells as a sheet does',
  'generate → share': 'the sample workbook stores formulas as Excel does',
  'templates → workbook': 'a template says its formats in the words of the port',
  'templates → excel': 'worked examples are computed',
};

/** Which files may name a host's globals. */
const GLOBALS: Readonly<Record<string, readonly string[]>> = {
  Excel: ['workbook/office.ts'],
  Office: ['workbook/office.ts', 'taskpane/taskpane.ts', 'taskpane/ribbon.ts', 'excel/display-language.ts'],
  CustomFunctions: ['excel/functions.ts', 'playground/host.ts'],
};

const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
  .map((file) => file.replace(/\\/g, '/'));
const codeOf = (file: string) => readFileSync(join(src, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*$/gm, '');
const folderOf = (file: string) => file.split('/')[0]!;
const floorOf = (folder: string) => FLOORS.findIndex((floor) => floor.includes(folder));

test('every folder has its floor', () => {
  expect([...new Set(files.map(folderOf))].filter((folder) => floorOf(folder) < 0)).toEqual([]);
});

test('imports point one way', () => {
  const wrong = files.flatMap((file) =>
    [...codeOf(file).matchAll(/(?:from|import|require)\s*\(?\s*['"](\.[^'"]+)['"]/g)].flatMap(([, path]) => {
      const [from, to] = [
        folderOf(file),
        folderOf(relative(src, resolve(src, dirname(file), path!)).replace(/\\/g, '/')),
      ];
      const fine = from === to || to === '..' || floorOf(to) < floorOf(from) || `${from} → ${to}` in ALLOWED;
      return fine ? [] : [`${file} imports ${path}`];
    }),
  );
  expect(wrong).toEqual([]);
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
  const index = codeOf('functions/index.ts');
  const functions = files.filter((file) => /^functions\/[a-z]+\//.test(file));
  expect(
    functions.filter(
      (file) =>
        codeOf(file).includes('export const words') &&
        !index.includes(`'./${file.slice('functions/'.length, -'.ts'.length)}'`),
    ),
  ).toEqual([]);
});
