import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { ROOT } from './manifest';

/** Microsoft's package of office.js. Its README lets an add-in bundle the files for networks that do not reach the CDN. */
export const OFFICE_PACKAGE = join(ROOT, 'node_modules/@microsoft/office-js');

/** Where the files stand in dist/, beside taskpane.html. */
const FOLDER = 'office';

/** For people who read or debug it, and what other programs than Excel load. */
const NOT_NEEDED =
  /(?:\.debug\.js|vsdoc\.js|\.d\.ts|\.map)$|(?:^|[\\/])(?:access|onenote|outlook|powerpoint|project|word)[^\\/]*$/i;

/** office.js as the page of the add-in names it. */
export const OWN_OFFICE_JS = `${FOLDER}/office.js`;

/** office.js and all that it loads in Excel: path in dist/ → content. */
export function officeFiles(): ReadonlyMap<string, Buffer> {
  const dist = join(OFFICE_PACKAGE, 'dist');
  const files = readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !NOT_NEEDED.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(
    files.map((file) => [`${FOLDER}/${relative(dist, file).split(sep).join('/')}`, readFileSync(file)] as const),
  );
}
