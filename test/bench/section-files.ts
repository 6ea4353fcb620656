import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { lazyScripts } from '../support/lazy-scripts';
import type { FileTimes } from './files';
import { median } from './measure';
import { run } from './process';
import { atMost, megabytes, milliseconds, section, table, times, type Section } from './report';

const PROCESSES = 3;
const MOST_BYTES = 1e9;
const LAZY_KB = 30;
const DIST = join(__dirname, '../../dist');

/** Workbook files, beside plain reading of the same zip: every part unpacked and made text. */
export async function filesSection(): Promise<Section> {
  const all = Array.from({ length: PROCESSES }, () => run<FileTimes>('files.ts', 'times'));
  const row = (name: string, plain: (t: FileTimes) => number, own: (t: FileTimes) => number) => {
    const [a, b] = [median(all.map(plain)), median(all.map(own))];
    return [name, milliseconds(b), milliseconds(a), times(median(all.map((one) => own(one) / plain(one))))];
  };
  const kilobytes = (part: string) =>
    lazyScripts('playground.js', part).reduce((sum, path) => sum + gzipSync(readFileSync(join(DIST, path))).length, 0) /
    1000;
  return section(
    'Workbook files',
    table(
      [`median of ${PROCESSES} processes`, 'ours', 'plain reading', 'ours ÷ plain'],
      [
        row(
          '50,000 cells opened, one written, saved',
          ({ plain }) => plain,
          ({ openAndSave }) => openAndSave,
        ),
        row(
          '50,000 calls checked',
          ({ plainOfCalls }) => plainOfCalls,
          ({ check }) => check,
        ),
        row(
          '50,000 calls made native',
          ({ plainOfCalls }) => plainOfCalls,
          ({ native }) => native,
        ),
      ],
    ),
    table(
      ['a million rows standardized by the command line', 'most memory'],
      (['csv', 'xlsx'] as const).map((kind) => [`from .${kind}`, atMost(MOST_BYTES, memoryOf(kind), megabytes)]),
    ),
    table(
      ['loaded when a file is', 'kB gzip'],
      [
        ['opened', atMost(LAZY_KB, kilobytes('open-file'), (kb) => kb.toFixed(1))],
        ['saved, most of it the same', kilobytes('save-file').toFixed(1)],
      ],
    ),
  );
}

function memoryOf(kind: string): number {
  const folder = mkdtempSync(join(tmpdir(), 'rzrq-bench-'));
  try {
    const path = join(folder, `table.${kind}`);
    run('files.ts', 'make', path);
    const { code, bytes } = run<{ code: number; bytes: number }>('files.ts', 'memory', path);
    if (code !== 0) throw new Error(`The command line ends with ${code}.`);
    return bytes;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
