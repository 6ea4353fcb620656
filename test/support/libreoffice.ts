import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
  const folder = mkdtempSync(join(tmpdir(), 'rzrq-libreoffice-'));
  try {
    const profile = join(folder, 'profile');
    mkdirSync(join(profile, 'user'), { recursive: true });
    writeFileSync(join(profile, 'user', 'registrymodifications.xcu'), settings(MODES[recalculation]));
    writeFileSync(join(folder, 'sheet.xlsx'), file);
    execFileSync(
      soffice!,
      [
        `-env:UserInstallation=${pathToFileURL(profile).href}`,
        '--headless',
        '--convert-to',
        'xlsx',
        '--outdir',
        join(folder, 'out'),
        join(folder, 'sheet.xlsx'),
      ],
      { stdio: 'ignore', timeout: 120_000 },
    );
    return readFileSync(join(folder, 'out', 'sheet.xlsx'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function settings(mode: number): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>${mode}</value></prop></item>
</oor:items>`;
}
