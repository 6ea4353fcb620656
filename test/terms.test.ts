// One thing has one word, wherever a person reads it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EXPLANATIONS } from '../src/binding/errors';
import { glossary } from '../src/functions/glossary';
import { definitions } from '../src/functions/index';
import { paramWords } from '../src/functions/catalogue/param-words';
import { words } from '../src/functions/words';
import { generate } from '../src/generate';
import { templates } from '../src/templates';

const read = (path: string) => readFileSync(join(__dirname, '..', path), 'utf8');

const LANGUAGES = ['en', 'zh'] as const;
const SAMPLES = 'src/playground/samples';
const texts: readonly (readonly [where: string, text: string])[] = [
  ...['README.md', 'README.zh-CN.md', 'SECURITY.md', 'manifest.xml'].map((path) => [path, read(path)] as const),
  ...generate({ base: 'https://example.org', preview: false }),
  ...LANGUAGES.map(
    (language) =>
      [
        `templates ${language}`,
        JSON.stringify(templates.map((template) => [template.title, template.description, template.build(language)])),
      ] as const,
  ),
  ...readdirSync(join(__dirname, '..', SAMPLES)).map((file) => [file, read(`${SAMPLES}/${file}`)] as const),
  ['errors', JSON.stringify(EXPLANATIONS)],
];

test.each([
  ['加载项', /插件/],
  ['Excel 自带公式', /原生公式|等价算式|Excel 公式可计算/],
  ['应有余额', /由前日推出\(/],
  ['quantity on loan', /\b(?:lent|lending) quantit/i],
  ['credit account', /margin account/i],
  ['元', /\bCNY\b|\bRMB\b/],
  ['China Shipbuilding Industry', /\bCSIC\b|China Shipbuilding(?! Industry)/],
])('%s has no other word', (_word, other) => {
  expect(
    texts.filter(([, text]) => other.test(text)).map(([where, text]) => `${where}: ${other.exec(text)![0]}`),
  ).toEqual([]);
});

test('in English 折算率 is the conversion rate: a haircut would be the part taken off', () => {
  const labels = [
    ...definitions.flatMap(({ id }) => [
      words[id]!.title.en,
      words[id]!.doc.en,
      words[id]!.formula.en,
      ...words[id]!.examples.map(({ title }) => title.en),
    ]),
    ...Object.values(paramWords).map(({ en }) => en),
    ...glossary.map(({ term }) => term.en),
    JSON.stringify(templates.filter(({ id }) => id !== 'worked-examples').map((template) => template.build('en'))),
  ];
  expect(labels.filter((label) => /haircut/i.test(label))).toEqual([]);
  expect(glossary.find(({ term }) => term.zh === '折算率')!.term.en).toBe('Conversion rate');
});
