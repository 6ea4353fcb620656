import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { licencesText, packagesOf } from '../../src/dev/licences';

const file = (path: string) => join(__dirname, '../../node_modules', path);
const built = () => readFileSync(join(__dirname, '../../dist/licences.txt'), 'utf8');

test('a file belongs to the innermost package around it; our own to none', () => {
  const [found, ...others] = packagesOf([
    file('decimal.js/decimal.mjs'),
    file('decimal.js/decimal.js'),
    join(__dirname, '../../src/dev/licences.ts'),
  ]);
  expect(others).toEqual([]);
  expect(found).toMatchObject({ name: 'decimal.js', licence: 'MIT' });
  expect(found!.text).toContain('Permission is hereby granted');
});

test('office.js, where it is served with the site, is under Microsoft’s own terms', () => {
  const [found] = packagesOf([file('@microsoft/office-js/dist/office.js')]);
  expect(found).toMatchObject({ name: '@microsoft/office-js', licence: 'Microsoft Software License Terms' });
  expect(found!.text).toContain('MICROSOFT OFFICE JAVASCRIPT');
});

test('every licence text stands once, under all that bring it', () => {
  const text = 'the text';
  const one = { version: '1.0.0', licence: 'MIT', homepage: undefined, author: undefined };
  const written = licencesText([
    { ...one, name: '@a/b', text },
    { ...one, name: '@a/c', text: undefined },
    { ...one, name: 'd', text: undefined, author: 'Dee' },
  ]);
  expect(written.split(text)).toHaveLength(2);
  expect(written).toContain('@a/b, @a/c\n');
  expect(written).toContain(
    'Copyright (c) Dee. The package brings no text of its own; its terms are those of the MIT licence, as @a/b brings it.',
  );
  expect(() => licencesText([{ ...one, name: 'd', text: undefined, author: 'Dee' }])).toThrow('add it');
});

test('the build names what is in its bundles and nothing that only builds them', () => {
  for (const name of ['decimal.js', '@univerjs/core', 'uplot', '@borgar/fx'])
    expect(built()).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\(`, 'm'));
  for (const name of ['webpack', 'typescript', 'jest', 'playwright-core', '@microsoft/office-js'])
    expect(built()).not.toMatch(new RegExp(`^${name} \\d`, 'm'));
  expect(built()).toContain('Apache License');
});

test('everything in the bundles may be passed on', () => {
  const licences = [...built().matchAll(/^\S+ \d\S* \(([^)]+)\)/gm)].map(([, licence]) => licence!);
  expect(licences.length).toBeGreaterThan(5);
  expect(
    [...new Set(licences)].filter(
      (licence) => !/^(?:MIT|Apache-2\.0|ISC|BSD-[23]-Clause|0BSD|MPL-2\.0|Unlicense)$/.test(licence),
    ),
  ).toEqual([]);
});
