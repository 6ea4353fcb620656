import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A package whose code is in a bundle. */
export interface Licensed {
  readonly name: string;
  readonly version: string;
  /** As its package.json names it, or as its text shows. */
  readonly licence: string;
  readonly homepage: string | undefined;
  readonly author: string | undefined;
  /** The text that comes with it; undefined where it brings none. */
  readonly text: string | undefined;
}

interface Manifest {
  readonly name?: string;
  readonly version?: string;
  readonly license?: string;
  readonly homepage?: string;
  readonly author?: string | { readonly name: string };
}

/** The packages to which these files belong, by name. Files of our own are passed over. */
export function packagesOf(files: Iterable<string>): readonly Licensed[] {
  const folders = new Set([...files].flatMap((file) => packageFolder(file) ?? []));
  const packages = new Map(
    [...folders].map((folder) => licensed(folder)).map((found) => [`${found.name}@${found.version}`, found]),
  );
  return [...packages.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/** `…/node_modules/@scope/name` for a file anywhere below it. */
function packageFolder(file: string): string | undefined {
  return /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+(?=[\\/])/.exec(file)?.[0];
}

function licensed(folder: string): Licensed {
  const { name, version, license, homepage, author } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  ) as Manifest;
  const file = readdirSync(folder).find((entry) => /^licen[cs]e(\.|$)/i.test(entry));
  const text = file && readFileSync(join(folder, file), 'utf8').trim();
  // Some name only the file that says it.
  const licence =
    (license === file?.replace(/\..*$/, '') ? undefined : license) ??
    RECOGNISED.find(([words]) => words.test(text ?? ''))?.[1];
  if (!name || !version || !licence) throw new Error(`${folder} does not say under which licence it is.`);
  return { name, version, licence, homepage, author: typeof author === 'object' ? author.name : author, text };
}

const RECOGNISED: readonly (readonly [RegExp, string])[] = [
  [/Apache License\s+Version 2\.0/, 'Apache-2.0'],
  [/Permission is hereby granted, free of charge/, 'MIT'],
  [/MICROSOFT SOFTWARE LICENSE TERMS/, 'Microsoft Software License Terms'],
];

/** What goes into licences.txt: every package, then every licence text once with the packages that bring it. */
export function licencesText(packages: readonly Licensed[]): string {
  const texts = new Map<string, string[]>();
  for (const one of packages) {
    const whole = one.text ?? textLike(packages, one);
    texts.set(whole, [...(texts.get(whole) ?? []), one.name]);
  }
  const rule = '-'.repeat(80);
  return [
    'Software by others that is part of these files',
    '',
    ...packages.map(
      ({ name, version, licence, homepage }) => `${name} ${version} (${licence})${homepage ? ` ${homepage}` : ''}`,
    ),
    ...[...texts].flatMap(([text, names]) => ['', rule, names.join(', '), rule, '', text]),
    '',
  ].join('\n');
}

/** The packages that such a text lists, as `name@version`, with their licences. */
export function listedIn(text: string): ReadonlyMap<string, string> {
  const [list] = text.split(/^-{80}$/m);
  const lines = list!.matchAll(/^(\S+) (\d\S*) \((.+?)\)(?: http\S+)?$/gm);
  return new Map([...lines].map(([, name, version, licence]) => [`${name}@${version}`, licence!]));
}

/** Some packages leave the text to a sibling of their family, or to the reader. */
function textLike(packages: readonly Licensed[], { name, licence, author }: Licensed): string {
  const others = packages.filter((other) => other.text !== undefined && other.licence === licence);
  const scope = dirname(name);
  const sibling = others.find((other) => dirname(other.name) === scope && scope !== '.');
  if (sibling) return sibling.text!;
  if (others.length === 0 || !author)
    throw new Error(`${name} brings no text of its licence, ${licence}, and no other package does: add it.`);
  return `Copyright (c) ${author}. The package brings no text of its own; its terms are those of the ${licence} licence, as ${others[0]!.name} brings it.`;
}
