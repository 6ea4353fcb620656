import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const DIST = join(__dirname, '../../dist');

/** The scripts that a page's own script fetches together for a part of the program that it loads when it is wanted. */
export function lazyScripts(page: string, part: string): readonly string[] {
  const text = readFileSync(join(DIST, page), 'utf8');
  const named = [...text.matchAll(/[{,]"?(\d+)"?:"([a-z][\w-]*)"/g)].map(([, id, name]) => [id!, name!] as const);
  // Names stand before hashes, of which some look like names.
  const names = new Map(named.reverse());
  const together = [...text.matchAll(/(?:\b\w+\.e\(\d+\),?)+/g)].map(([calls]) => calls.match(/\d+(?=\))/g)!);
  const wanted = together.find((ids) => ids.some((id) => names.get(id) === part));
  if (!wanted) throw new Error(`${page} loads no ${part}.`);
  const files = readdirSync(join(DIST, 'chunks'));
  return wanted.map((id) => `chunks/${files.find((file) => file.startsWith(`${names.get(id) ?? id}.`))}`);
}
