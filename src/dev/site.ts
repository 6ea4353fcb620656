import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { generate } from '../generate';
import { DEVELOPMENT_BASE, manifestFor, normalBase, ROOT } from './manifest';

export interface SiteOptions {
  /** Where dist/ will be served, with or without a closing slash; this machine when left out. */
  readonly base: string | undefined;
  readonly preview: boolean;
}

/**
 * Every file of dist/ that no entry script makes: path → content.
 * Throws when the base is not an https address.
 */
export function siteFiles({ base = DEVELOPMENT_BASE, preview }: SiteOptions): ReadonlyMap<string, string | Buffer> {
  const address = normalBase(base);
  const source = (path: string) => readFileSync(join(ROOT, 'src', path));
  return new Map<string, string | Buffer>([
    ['manifest.xml', manifestFor(address)],
    ['taskpane.html', source('taskpane/taskpane.html')],
    ['index.html', source('playground/playground.html')],
    ...readdirSync(join(ROOT, 'src/assets')).map((name) => [`assets/${name}`, source(`assets/${name}`)] as const),
    ...generate({ base: address, preview }),
  ]);
}
