import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { extname } from 'node:path';
import { Failure } from './failure';

export type FileKind = 'workbook' | 'csv';

export function kindOf(path: string): FileKind {
  const ending = extname(path).toLowerCase();
  if (ending === '.csv' || ending === '.txt' || ending === '.tsv') return 'csv';
  if (ending === '.xlsx' || ending === '.xlsm' || ending === '.xltx' || ending === '.xltm') return 'workbook';
  throw new Failure('unknown_kind', path);
}

export function readInput(path: string): Uint8Array {
  if (!existsSync(path)) throw new Failure('no_file', path);
  try {
    return readFileSync(path);
  } catch (problem) {
    throw new Failure('unreadable', path, reason(problem));
  }
}

/** Asked before the work begins, so that nothing is done in vain. */
export function checkOutput(path: string, force: boolean): void {
  if (!force && existsSync(path)) throw new Failure('exists', path);
}

/** Under another name first: whatever interrupts it leaves no half of a file. */
export function writeOutput(path: string, content: Uint8Array, force: boolean): void {
  checkOutput(path, force);
  const temporary = `${path}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    const file = openSync(temporary, 'wx');
    try {
      for (let at = 0; at < content.length;) at += writeSync(file, content, at);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, path);
  } catch (problem) {
    rmSync(temporary, { force: true });
    throw new Failure('unwritable', path, reason(problem));
  }
}

export const reason = (problem: unknown): string => (problem instanceof Error ? problem.message : String(problem));
