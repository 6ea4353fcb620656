import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateCustomFunctionsMetadata } from 'custom-functions-metadata';
import { definitions } from '../../src/functions/index';
import { words } from '../../src/functions/words';
import { metadata, type MetadataOptions } from '../../src/generate/metadata';

const options: MetadataOptions = { language: 'en', base: 'https://example.org/rzrq', preview: false };
const english = metadata(definitions, words, options);
const chinese = metadata(definitions, words, { ...options, language: 'zh' });

test('both languages are the same but for the words', () => {
  const bare = (json: typeof english) => ({
    ...json,
    functions: json.functions.map(({ description: _d, parameters, ...rest }) => ({
      ...rest,
      parameters: parameters.map(({ name: _n, description: _e, ...param }) => param),
    })),
    enums: json.enums.map(({ values, ...rest }) => ({ ...rest, values: values.map(({ stringValue }) => stringValue) })),
  });
  expect(bare(chinese)).toEqual(bare(english));
});

test('ids are names, and every function has help on the same site', () => {
  for (const { id, name, helpUrl } of english.functions) {
    expect(name).toBe(id);
    expect(helpUrl).toBe(`https://example.org/rzrq/functions/${id}.html`);
  }
});

test('texts keep to the limits of both manifest kinds', () => {
  for (const json of [english, chinese]) {
    for (const { description, parameters } of json.functions) {
      expect(description.length).toBeLessThanOrEqual(1024);
      for (const param of parameters) {
        expect(param.name.length).toBeLessThanOrEqual(64);
        expect(param.description.length).toBeLessThanOrEqual(128);
      }
      expect(new Set(parameters.map((param) => param.name)).size).toBe(parameters.length);
    }
    expect(JSON.stringify(json).length).toBeLessThan(200_000);
  }
});

test('one choice has the same words wherever it is used', () => {
  const options = new Map<string, string>();
  for (const { params } of definitions) {
    for (const param of params) {
      if (param.kind !== 'choice') continue;
      const text = JSON.stringify(param.options);
      expect(options.get(param.choice) ?? text).toBe(text);
      options.set(param.choice, text);
    }
  }
});

test('supportSync is for the preview build alone', () => {
  expect(JSON.stringify(english)).not.toContain('supportSync');
  expect(
    metadata(definitions, words, { ...options, preview: true }).functions.every(
      (entry) => entry.options?.supportSync === true,
    ),
  ).toBe(true);
});

test('one flag lets functions see error cells, never both', () => {
  const flags = (perpetual: boolean) =>
    Object.keys(metadata(definitions, words, { ...options, perpetual })).filter((key) => key.startsWith('allow'));
  expect(flags(false)).toEqual(['allowCustomDataForDataTypeAny']);
  expect(flags(true)).toEqual(['allowErrorForDataTypeAny']);
});

/** A stub of each function as the official tool wants to see it. */
function stubs(): string {
  const enums = english.enums.map(({ id, values }) => {
    const members = values.map(
      ({ name, stringValue, tooltip }) => `/** ${tooltip} */\n${name} = ${JSON.stringify(stringValue)},`,
    );
    return `/** @customenum {string} */\nenum ${id} {\n${members.join('\n')}\n}`;
  });
  const functions = english.functions.map(({ id, description, helpUrl, parameters }, f) => {
    const params = parameters.map(
      (param, p) => `p${p}${param.optional ? '?' : ''}: ${'customEnumId' in param ? param.customEnumId : 'any[][]'}`,
    );
    const docs = parameters.map((param, p) => ` * @param p${p} ${param.description}`);
    return [
      '/**',
      ` * ${description}`,
      ` * @customfunction ${id} ${id}`,
      ` * @helpurl ${helpUrl}`,
      ...docs,
      ' */',
      `export function f${f}(${params.join(', ')}): any[][] { return [[]]; }`,
    ].join('\n');
  });
  return [...enums, ...functions].join('\n\n');
}

test('the official tool agrees', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rzrq-'));
  try {
    const file = join(folder, 'stubs.ts');
    writeFileSync(file, stubs());
    const { metadataJson, errors } = await generateCustomFunctionsMetadata(file, true);
    expect(errors).toEqual([]);
    const theirs = JSON.parse(metadataJson);
    const positional = (json: { functions: readonly { parameters: readonly { name: string }[] }[] }) =>
      json.functions.map((entry) => ({
        ...entry,
        parameters: entry.parameters.map((param, p) => ({ ...param, name: `p${p}` })),
      }));
    expect(positional(theirs)).toEqual(positional(english));
    expect(theirs.enums).toEqual(english.enums);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
