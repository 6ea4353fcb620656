import { readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { definitions } from '../../src/functions/index';
import { bundle } from '../support/bundle';
import { kernels } from './kernels';
import { byTurns, medianOf } from './measure';
import { run } from './process';
import {
  megabytes,
  atMost,
  kilobytes,
  milliseconds,
  section,
  table,
  thousands,
  type Cell,
  type Section,
} from './report';

const STARTS = 9;
const root = resolve(__dirname, '../..');
const dist = resolve(root, 'dist');
/** The most kB that a file may have, zipped. */
const MOST: Readonly<Record<string, number>> = { 'functions.js': 52 };

/** Memory, bundle sizes, and the time until every function is there. */
export async function sizeSection(): Promise<Section> {
  const memory = run<{ input: number; extra: number }>(await bundle('bench/memory'));
  const start = await bundle('bench/start');
  const ids = definitions.map(({ id }) => id);
  const starts = byTurns(STARTS, {
    ours: () => startTime(start, resolve(dist, 'functions.js'), ids),
    decimal: () => startTime(start, resolve(root, 'node_modules/decimal.js/decimal.js'), []),
  });
  const files = readdirSync(dist)
    .filter((file) => /\.(js|json|css|html)$/.test(file))
    .sort();
  return section(
    'Memory, size and start',
    table(
      ['roll of three columns', 'input', 'heap at its peak beyond it', 'heap ÷ input'],
      [
        [
          `${thousands(kernels.roll!.rows)} rows`,
          megabytes(memory.input),
          megabytes(memory.extra),
          atMost(4, memory.extra / memory.input),
        ],
      ],
    ),
    `From the start of a script until it has run, for functions.js until all ${ids.length} functions are associated, which is checked; the median of ${STARTS} by turns, each in a process of its own.`,
    table(
      ['start of', 'functions.js', 'decimal.js alone', 'functions.js ÷ decimal.js'],
      [
        [
          `median of ${STARTS}`,
          milliseconds(medianOf(starts, ({ ours }) => ours)),
          milliseconds(medianOf(starts, ({ decimal }) => decimal)),
          atMost(
            3,
            medianOf(starts, ({ ours, decimal }) => ours / decimal),
          ),
        ],
      ],
    ),
    table(
      ['file', 'size', 'gzip'],
      files.map((file) => sizesOf(file)),
    ),
  );
}

function startTime(start: string, script: string, ids: readonly string[]): number {
  const { milliseconds, associated } = run<{ milliseconds: number; associated: readonly string[] }>(start, script);
  if (associated.join() !== ids.join())
    throw new Error(`${script} associates ${associated.length} functions instead of ${ids.length}.`);
  return milliseconds;
}

function sizesOf(file: string): Cell[] {
  const content = readFileSync(resolve(dist, file));
  const [size, zipped, most] = [content.length / 1000, gzipSync(content).length / 1000, MOST[file]];
  return [file, kilobytes(size), most === undefined ? kilobytes(zipped) : atMost(most, zipped, kilobytes)];
}
