/** Every function over 100,000 rows, in one process; prints nanoseconds a row as JSON. */
import { bind, type Bound } from '../../src/excel/bind';
import { exactNumbers } from '../../src/excel/numbers';
import { definitions } from '../../src/functions/index';
import type { Definition } from '../../src/functions/define';
import { words } from '../../src/functions/words';
import { median, processorTime } from './measure';
import { plainNumbers } from './plain';

const ROWS = 100_000;
const ROUNDS = 5;

/** The first example's arguments made tall: its table, else its ranges used whole, else its cells. */
function argsOf({ id, params }: Definition): unknown[] {
  const args = words[id]!.examples[0].args as Readonly<Record<string, unknown>>;
  const whole = params.some(({ kind }) => kind === 'series');
  return params.map(({ name, kind }) => {
    const value = args[name];
    if (value === undefined) return null;
    if (kind === 'table') return tallTable(value as unknown[][]);
    const cells = [value].flat(2).map((cell) => [cell]);
    return kind === 'series' || (kind !== 'choice' && !whole) ? tall(cells) : cells;
  });
}

/** Rows again and again. */
function tall<T>(rows: readonly T[]): T[] {
  return Array.from({ length: ROWS }, (_, i) => rows[i % rows.length]!);
}

function tallTable([head, ...rows]: readonly unknown[][]): unknown[][] {
  return [head!, ...tall(rows)];
}

const asIs = (fault: unknown) => fault;

/** Nanoseconds a row. */
function measure(bound: Bound, args: unknown[]): number {
  const run = () => bound(args, asIs);
  run();
  return (median(Array.from({ length: ROUNDS }, () => processorTime(run))) * 1e6) / ROWS;
}

const isTall = (arg: unknown): boolean => Array.isArray(arg) && arg.length >= ROWS;

const result = definitions.map((definition) => {
  const args = argsOf(definition);
  const rows = args.some(isTall);
  const closed = definition.kind === 'formula' || definition.kind === 'running';
  return {
    id: definition.id,
    exact: rows ? measure(bind(definition, exactNumbers), args) : null,
    plain: rows && closed ? measure(bind(definition, plainNumbers), args) : null,
  };
});
process.stdout.write(JSON.stringify(result));
