/** Every function over 100,000 rows, in one process; prints nanoseconds a row as JSON. */
import { bind } from '../../src/excel/bind';
import { exactNumbers } from '../../src/excel/numbers';
import { definitions } from '../../src/functions/index';
import type { Definition } from '../../src/functions/define';
import { words } from '../../src/functions/words';
import { median } from './measure';
import { plainNumbers } from './plain';

const ROWS = 100_000;
const ROUNDS = 5;

/** The first example's arguments, cells repeated down the rows, groups as they are, series and tables as long. */
function argsOf({ id, kind, params }: Definition): unknown[] {
  const args = words[id]!.examples[0].args as Readonly<Record<string, unknown>>;
  return params.map(({ name, kind: paramKind }) => {
    const value = args[name];
    if (value === undefined) return null;
    if (paramKind === 'table') return tall(value as unknown[][]);
    if (paramKind === 'series' && kind === 'running') return repeat((value as unknown[])[0]);
    if (paramKind === 'cell' || paramKind === 'date') return kind === 'running' ? [[value]] : repeat(value);
    return Array.isArray(value) ? (Array.isArray(value[0]) ? value : value.map((cell) => [cell])) : [[value]];
  });
}

const repeat = (value: unknown) => Array.from({ length: ROWS }, () => [Array.isArray(value) ? value[0] : value]);

/** A table's rows again and again under its header. */
function tall([head, ...rows]: unknown[][]): unknown[][] {
  return [head!, ...Array.from({ length: ROWS }, (_, i) => rows[i % rows.length]!)];
}

function measure(run: () => unknown): number {
  const all: number[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const start = performance.now();
    run();
    if (round > 0) all.push(((performance.now() - start) * 1e6) / ROWS);
  }
  return median(all);
}

const asIs = (fault: unknown) => fault;
const result = definitions.map((definition) => {
  const args = argsOf(definition);
  const exact = bind(definition, exactNumbers);
  const plain = definition.kind === 'formula' || definition.kind === 'running' ? bind(definition, plainNumbers) : undefined;
  return { id: definition.id, exact: measure(() => exact(args, asIs)), plain: plain ? measure(() => plain(args, asIs)) : null };
});
process.stdout.write(JSON.stringify(result));
