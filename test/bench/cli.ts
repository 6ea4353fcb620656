/**
 * `npm run bench`: ratios measured side by side in one run, printed and written to RESULTS.md and, some of them, to the
 * page on testing; fails where a limit is not reached. `npm run bench -- kernels sql` measures these sections alone.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, release, totalmem, type as system } from 'node:os';
import { resolve } from 'node:path';
import measured from '../../src/generate/reference/bench-ratios.json';
import type { Shown } from '../../src/generate/reference/measured';
import type { Section } from './report';
import { dated, renewed } from './results';
import { cellSection } from './section-cells';
import { engineSection } from './section-engines';
import { filesSection } from './section-files';
import { functionSection } from './section-functions';
import { importSection } from './section-import';
import { kernelSection } from './section-kernels';
import { paneSection } from './section-pane';
import { planningSection } from './section-planning';
import { runtimeSection } from './section-runtime';
import { sizeSection } from './section-size';
import { sqlSection } from './section-sql';
import { tablesSection } from './section-tables';

const RESULTS = resolve(__dirname, 'RESULTS.md');
const MEASURED = resolve(__dirname, '../../src/generate/reference/bench-ratios.json');

const sections: Readonly<Record<string, () => Promise<Section>>> = {
  kernels: kernelSection,
  cells: cellSection,
  functions: functionSection,
  runtime: runtimeSection,
  engines: engineSection,
  files: filesSection,
  import: importSection,
  pane: paneSection,
  planning: planningSection,
  size: sizeSection,
  sql: sqlSection,
  tables: tablesSection,
};

const today = (): string => new Date().toISOString().slice(0, 10);
const machine = `${system()} ${release()}, ${cpus().length} × ${cpus()[0]!.model.trim()}, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, Node ${process.version}`;

async function main(chosen: readonly string[]): Promise<void> {
  const broken: string[] = [];
  const shown: Partial<Record<Shown, number>> = {};
  for (const [name, measure] of Object.entries(sections)) {
    if (chosen.length > 0 && !chosen.includes(name)) continue;
    const section = await measure();
    broken.push(...section.broken);
    Object.assign(shown, section.shown);
    console.log(section.text);
    writeFileSync(RESULTS, renewed(readFileSync(RESULTS, 'utf8'), [dated(section.text, `${today()}, ${machine}`)]));
  }
  if (Object.keys(shown).length > 0) writeMeasured(shown);
  if (broken.length === 0) return;
  console.error(['', 'Not reached:', ...broken].join('\n'));
  process.exitCode = 1;
}

/** For the page on testing: what was measured now takes the place of what was measured before. */
function writeMeasured(shown: Partial<Record<Shown, number>>): void {
  const rounded = Object.fromEntries(
    Object.entries(shown).map(([name, ratio]) => [name, Number(ratio.toPrecision(2))]),
  );
  const merged = { ...measured, ...rounded, date: today() };
  writeFileSync(MEASURED, `${JSON.stringify(merged, null, 2)}\n`);
}

void main(process.argv.slice(2));
