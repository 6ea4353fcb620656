import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { generate } from '../generate';
import { officeFiles, OWN_OFFICE_JS } from './office-files';
import { DEVELOPMENT_BASE, manifestFor, normalBase, ROOT } from './manifest';

/** Where office.js comes from unless a build says otherwise; the store allows no other address. */
export const OFFICE_JS = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';

/** Says that office.js is served with the site. */
export const SELF = 'self';

export interface SiteOptions {
  /** Where dist/ will be served, with or without a closing slash; this machine when left out. */
  readonly base: string | undefined;
  readonly preview: boolean;
  /** For Office that is bought once, see generate/metadata.ts. */
  readonly perpetual?: boolean;
  /** The address of office.js, where it is another one (21Vianet has its own); `self`: it is served with the site. */
  readonly office?: string | undefined;
  /** Where people turn for help: an https or mailto: address. */
  readonly support?: string | undefined;
}

/**
 * Every file of dist/ that no entry script makes: path → content.
 * Throws when an address is not one.
 */
export function siteFiles({
  base = DEVELOPMENT_BASE,
  preview,
  perpetual = false,
  office = OFFICE_JS,
  support,
}: SiteOptions): ReadonlyMap<string, string | Buffer> {
  const address = normalBase(base);
  const source = (path: string) => readFileSync(join(ROOT, 'src', path));
  const pictures = readdirSync(join(ROOT, 'src/assets'), { withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map<string, string | Buffer>([
    ['manifest.xml', manifestFor(address)],
    ['taskpane.html', taskpaneFor(office)],
    ['index.html', source('playground/playground.html')],
    ...(office === SELF ? officeFiles() : []),
    ...pictures.map(({ name }) => [`assets/${name}`, source(`assets/${name}`)] as const),
    ...generate({ base: address, preview, perpetual, support: support && contactOf(support) }),
  ]);
}

/** The page of the add-in with office.js from `office`, which its security policy then allows. */
export function taskpaneFor(office: string): string {
  const page = readFileSync(join(ROOT, 'src/taskpane/taskpane.html'), 'utf8');
  const { origin } = new URL(OFFICE_JS);
  if (office === SELF) return page.replaceAll(OFFICE_JS, OWN_OFFICE_JS).replaceAll(` ${origin};`, ';');
  const url = URL.canParse(office) ? new URL(office) : undefined;
  if (url?.protocol !== 'https:' || !url.pathname.endsWith('/office.js')) {
    throw new Error(`The address of office.js must be like ${OFFICE_JS}, or ${SELF}; got "${office}".`);
  }
  return page.replaceAll(OFFICE_JS, url.href).replaceAll(`${origin};`, `${url.origin};`);
}

function contactOf(support: string): string {
  const protocol = URL.canParse(support) ? new URL(support).protocol : '';
  if (protocol !== 'https:' && protocol !== 'mailto:')
    throw new Error(`The support address must begin with https: or mailto:; got "${support}".`);
  return support;
}
