import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { definitions } from '../../src/functions/index';
import { words } from '../../src/functions/words';
import { metadata } from '../../src/generate/metadata';
import { type RunningExcel, type StartOptions, startExcel } from './host/start';
import { type OpenOptions, type OpenedWorkbook, openWorkbook } from './workbook/open';

/** The bundle that Excel loads. Throws when nothing is built. */
export function functionsBundle(): string {
  const bundle = join(__dirname, '../../dist/functions.js');
  if (!existsSync(bundle)) throw new Error('dist/functions.js is missing: run "npm run build" first.');
  return bundle;
}

/** Excel with the built functions loaded. */
export const startWithFunctions = (options: StartOptions = {}): Promise<RunningExcel> =>
  startExcel({ bundles: [functionsBundle()], ...options });

/** A workbook whose RZRQ formulas are computed by the built functions. */
export const openWithFunctions = (options: OpenOptions = {}): Promise<OpenedWorkbook> =>
  openWorkbook({
    bundles: [functionsBundle()],
    metadata: metadata(definitions, words, { language: 'en', base: 'https://addin.test', preview: false }),
    ...options,
  });
