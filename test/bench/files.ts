// A process of its own: how long files take, beside plain reading of the same zip; or what the command line holds at most.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rzrq } from '../../src/cli/rzrq';
import type { CellValue } from '../../src/workbook/workbook';
import { csvOf } from '../../src/xlsx/csv';
import { FileWorkbook } from '../../src/xlsx/file-workbook';
import { freshWorkbook } from '../../src/xlsx/fresh';
import { Zip } from '../../src/xlsx/zip';

export interface FileTimes {
  readonly plain: number;
  readonly openAndSave: number;
  readonly calls: number;
  readonly plainOfCalls: number;
  readonly check: number;
  readonly native: number;
}

const CELLS = 50_000;
const WIDTH = 5;
const CALLS = 50_000;
const MILLION = 1_000_000;

const figures = (rows: number, columns: number): CellValue[][] =>
  Array.from({ length: rows }, (_, i) =>
    Array.from({ length: columns }, (__, j) => ((i * 7919 + j * 104_729) % 1e7) / 100),
  );

async function timed(work: () => Promise<unknown>): Promise<number> {
  (globalThis as unknown as { gc: () => void }).gc();
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** What any reader has to do: unpack every part and make text of it. */
async function readPlainly(bytes: Uint8Array): Promise<void> {
  const zip = Zip.open(bytes);
  for (const name of zip.names()) new TextDecoder().decode(await zip.read(name));
}

async function withCalls(): Promise<Uint8Array> {
  const workbook = await FileWorkbook.open(await freshWorkbook([{ name: 'calls', rows: figures(CALLS, 2) }]));
  const sheet = (await workbook.sheets())[0]!.id;
  const formulas = Array.from({ length: CALLS }, (_, i) => [`=RZRQ.MARGIN_BALANCE(A${i + 1},B${i + 1})`]);
  await workbook.write({ sheet, row: 0, column: 2, rows: CALLS, columns: 1 }, formulas);
  return workbook.save();
}

const quiet = { out: () => undefined, err: () => undefined, isTerminal: false };

async function times(): Promise<FileTimes> {
  const folder = mkdtempSync(join(tmpdir(), 'rzrq-bench-'));
  try {
    const cells = await freshWorkbook([{ name: 'cells', rows: figures(CELLS / WIDTH, WIDTH) }]);
    const calls = await withCalls();
    const input = join(folder, 'calls.xlsx');
    writeFileSync(input, calls);
    const output = join(folder, 'native.xlsx');
    await readPlainly(cells);
    return {
      plain: await timed(() => readPlainly(cells)),
      openAndSave: await timed(async () => {
        const workbook = await FileWorkbook.open(cells);
        const sheet = (await workbook.sheets())[0]!.id;
        await workbook.write({ sheet, row: 0, column: 0, rows: 1, columns: 1 }, [[1]]);
        await workbook.save();
      }),
      calls: CALLS,
      plainOfCalls: await timed(() => readPlainly(calls)),
      check: await timed(() => rzrq(['check', input], {}, quiet)),
      native: await timed(() => rzrq(['native', input, output], {}, quiet)),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Written by another process, whose memory does not count. */
async function make(path: string): Promise<void> {
  const header = ['日期', '证券代码', '融资余额(元)', '融资买入额(元)', '融资偿还额(元)'];
  const rows = Array.from({ length: MILLION }, (_, i): CellValue[] => [
    40_000 + (i % 4000),
    600_000 + Math.floor(i / 4000),
    1e8 + i,
    1e6 + (i % 977),
    1e6 + (i % 991),
  ]);
  writeFileSync(
    path,
    path.endsWith('.csv') ? csvOf([header, ...rows]) : await freshWorkbook([{ name: 't', rows: [header, ...rows] }]),
  );
}

async function main([task, argument]: readonly string[]): Promise<unknown> {
  if (task === 'make') return make(argument!);
  // The most memory in use while a table is put into canonical form.
  if (task === 'memory') {
    const code = await rzrq(['standardize', argument!], {}, quiet);
    return { code, bytes: process.resourceUsage().maxRSS * 1024 };
  }
  return times();
}

void main(process.argv.slice(2)).then((result) => console.log(JSON.stringify(result ?? {})));
