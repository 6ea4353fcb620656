import { readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { Script, createContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { bundle } from './bundle';
import { median, table, times } from './measure';
import { run } from './process';

const root = resolve(__dirname, '../..');
const dist = resolve(root, 'dist');
const LIMIT: Readonly<Record<string, string>> = { 'functions.js': ' (≤ 40 kB)' };
const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} kB`;

/** Memory, bundle sizes, and the time until every function is there. */
export async function sizeSection(): Promise<string> {
  const memory = run<{ input: number; extra: number; output: number }>(await bundle('memory'));
  const functions = readFileSync(resolve(dist, 'functions.js'), 'utf8');
  const decimal = readFileSync(resolve(root, 'node_modules/decimal.js/decimal.js'), 'utf8');
  const [ours, theirs] = [startTime(functions), startTime(decimal)];
  const files = readdirSync(dist).filter((file) => /\.(js|json|css|html)$/.test(file)).sort();
  return [
    '## Memory, size and start',
    '',
    `A million-row, three-column roll takes ${(memory.extra / 2 ** 20).toFixed(0)} MB of heap at its peak beyond its input of ${(memory.input / 2 ** 20).toFixed(0)} MB: ${times(memory.extra / memory.input)} (≤ 4).`,
    '',
    `From the start of functions.js until all functions are associated: ${ours.toFixed(1)} ms; decimal.js alone: ${theirs.toFixed(1)} ms (${times(ours / theirs)}).`,
    '',
    table(['file', 'bytes', 'gzip'], files.map((file) => {
      const content = readFileSync(resolve(dist, file));
      return [file, kilobytes(content.length), kilobytes(gzipSync(content, { level: 9 }).length) + (LIMIT[file] ?? '')];
    })),
  ].join('\n');
}

/** Milliseconds that a script takes in a fresh global scope with nothing but `CustomFunctions` in it. */
function startTime(source: string): number {
  return median(
    Array.from({ length: 15 }, () => {
      const context = createContext({ CustomFunctions: { associate: () => undefined } });
      const start = performance.now();
      new Script(source).runInContext(context);
      return performance.now() - start;
    }),
  );
}
