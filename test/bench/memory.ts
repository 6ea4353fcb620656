/** Peak heap of a million-row, three-column roll; prints bytes as JSON. Run with --expose-gc. */
import { bind } from '../../src/excel/bind';
import { definitions } from '../../src/functions/index';
import { Figures } from './figures';
import { kernels } from './kernels';

const { gc } = globalThis as unknown as { gc: () => void };
const used = () => {
  gc();
  return process.memoryUsage().heapUsed;
};

const kernel = kernels.roll!;
const before = used();
const args = kernel.args(new Figures());
const input = used() - before;
const roll = bind(definitions.find(({ id }) => id === kernel.id)!);
const held = used();
let peak = 0;
let calls = 0;
// The heap is looked at while the call runs: its fault callback is reached on every ten-thousandth row, which is spoilt.
const spoilt = (args as unknown[][][]).map((column) => column.map((row, i) => (i % 10_000 === 0 ? ['x'] : row)));
roll(spoilt, (fault) => {
  peak = Math.max(peak, process.memoryUsage().heapUsed);
  calls++;
  return fault.kind;
});
process.stdout.write(JSON.stringify({ input, extra: peak - held, calls }));
