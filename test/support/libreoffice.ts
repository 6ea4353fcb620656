import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Where LibreOffice is on this machine; undefined where it is not installed. */
export const soffice = ['soffice', 'libreoffice'].find((name) => {
  try {
    execFileSync(name, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
});

export const isRequired = process.env['RZRQ_LIBREOFFICE'] === 'required';

/** What LibreOffice does with the results that a file brings along. */
export type Recalculation = 'always' | 'never';

const MODES: Readonly<Record<Recalculation, number>> = { always: 0, never: 1 };

/** Opens a workbook and saves it again, with a profile of its own. */
export function throughLibreOffice(file: Uint8Array, recalculation: Recalculation): Uint8Array {
  const [saved] = allThroughLibreOffice([file], recalculation);
  if (!saved) throw new Error('LibreOffice does not open the file.');
  return saved;
}

/** The same for many workbooks, with one start of the program; undefined for one that it does not open. */
export function allThroughLibreOffice(
  files: readonly Uint8Array[],
  recalculation: Recalculation,
): (Uint8Array | undefined)[] {
  const folder = mkdtempSync(join(tmpdir(), 'rzrq-libreoffice-'));
  try {
    const profile = join(folder, 'profile');
    mkdirSync(join(profile, 'user'), { recursive: true });
    writeFileSync(join(profile, 'user', 'registrymodifications.xcu'), settings(MODES[recalculation]));
    const names = files.map((file, i) => {
      writeFileSync(join(folder, `sheet${i}.xlsx`), file);
      return `sheet${i}.xlsx`;
    });
    execFileSync(
      soffice!,
      [
        `-env:UserInstallation=${pathToFileURL(profile).href}`,
        '--headless',
        '--convert-to',
        'xlsx',
        '--outdir',
        join(folder, 'out'),
        ...names.map((name) => join(folder, name)),
      ],
      { stdio: 'ignore', timeout: 120_000 + 20_000 * files.length },
    );
    return names
      .map((name) => join(folder, 'out', name))
      .map((path) => (existsSync(path) ? readFileSync(path) : undefined));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Where no version has run before, the program tries its drawing for six seconds of processor time. */
function settings(mode: number): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>${mode}</value></prop></item>
<item oor:path="/org.openoffice.Setup/Product"><prop oor:name="ooSetupLastVersion" oor:op="fuse"><value>99.9</value></prop></item>
</oor:items>`;
}
