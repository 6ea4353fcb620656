// A process of its own: files as the exchanges publish them, read plainly by the library and brought in by us.
import { read } from '@e965/xlsx';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ImportDesk } from '../../src/import/import-desk';
import { bseFile, market, sseFile, szseFile, szseRows } from '../import/rebuilt';

export interface ImportTimes {
  readonly files: number;
  readonly rows: number;
  readonly plain: number;
  readonly own: number;
}

/** Securities of an exchange on one day. */
const SIZES = { SSE: 2000, SZSE: 2105, BSE: 280 };

function write(folder: string, count: number): void {
  const { days, rows } = market(count, SIZES);
  mkdirSync(folder, { recursive: true });
  days.forEach((day, k) => {
    writeFileSync(join(folder, `rzrqjygk${day.replace(/-/g, '')}.xls`), sseFile(rows.SSE[k]!));
    writeFileSync(join(folder, `szse_${day}.xlsx`), szseFile(szseRows(rows.SZSE[k]!)));
    writeFileSync(join(folder, `bse_${day}.xls`), bseFile(rows.BSE[k]!, day));
  });
}

async function times(folder: string): Promise<ImportTimes> {
  const files = readdirSync(folder).map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(folder, name))) }));
  const start = performance.now();
  for (const { bytes } of files) read(bytes, { type: 'array', dense: true });
  const plain = performance.now() - start;
  const begun = performance.now();
  const desk = new ImportDesk('zh');
  await desk.add(files.map(({ name, bytes }) => ({ name, folder: '', size: bytes.length, bytes: async () => bytes })));
  const { days, findings } = desk.overview();
  const own = performance.now() - begun;
  if (findings.length > 0) throw new Error(findings[0]!.sentence);
  return { files: files.length, rows: days.reduce((sum, one) => sum + one.rows, 0), plain, own };
}

async function main([what, folder, count]: readonly string[]): Promise<void> {
  if (what === 'write') write(folder!, Number(count));
  console.log(JSON.stringify(what === 'write' ? {} : await times(folder!)));
}

void main(process.argv.slice(2));
