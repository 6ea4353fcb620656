import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { VERSION } from '../version';

/** Office counts in four parts, and reads metadata anew when they grow. */
const MANIFEST_VERSION = `${VERSION}.0`;

export const ROOT = join(__dirname, '../..');

/** The address in manifest.xml as it is kept in the repository. */
export const DEVELOPMENT_BASE = 'https://localhost:3000';

/** The manifest of this version for an add-in served at `base` (no closing slash). */
export function manifestFor(base: string): string {
  return readFileSync(join(ROOT, 'manifest.xml'), 'utf8')
    .replaceAll(DEVELOPMENT_BASE, base)
    .replace(/(?<=<Version>).*(?=<\/Version>)/, MANIFEST_VERSION);
}

/** `base` without its closing slash. Throws unless it is an https address, which Excel demands, without query or fragment. */
export function normalBase(base: string): string {
  const url = URL.canParse(base) ? new URL(base) : undefined;
  if (url?.protocol !== 'https:' || url.search || url.hash) {
    throw new Error(`The base must be an address like https://host/path; got "${base}".`);
  }
  return url.href.replace(/\/+$/, '');
}
