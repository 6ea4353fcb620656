/** Peak heap of a million-row, three-column roll; prints bytes as JSON. */
import { bind } from '../../src/binding/bind';
import { definitions } from '../../src/functions/index';
import { Figures } from './figures';
import { kernels } from './kernels';

/** Every so many rows an input is no number, so that the call comes by here and the heap can be looked at. */
const STEP = 1000;

const { gc } = globalThis as unknown as { gc: () => void };
const heap = () => process.memoryUsage().heapUsed;
const collected = () => {
  gc();
  return heap();
};

const { id, args: argsOf } = kernels.roll!;
const before = collected();
const args = argsOf(new Figures()) as unknown[][][];
for (const column of args) column.forEach((row, i) => i % STEP === 0 && (row[0] = 'x'));
const input = collected() - before;

const roll = bind(definitions.find((definition) => definition.id === id)!);
const held = collected();
let peak = held;
const look = () => (peak = Math.max(peak, heap()));
const result = roll(args, (fault) => {
  look();
  return fault.kind;
});
look();
process.stdout.write(JSON.stringify({ input, extra: peak - held, rows: result.length }));
