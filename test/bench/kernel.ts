/** One kernel in its own process: `kernel.ts <bundle of ways.ts> <name>` prints its times as JSON. */
import { Figures } from './figures';
import { fresh } from './fresh';
import { kernels } from './kernels';
import { byTurns, medianOf, processorTime } from './measure';
import type { Way } from './ways';

const TURNS = 9;
/** decimal.js computes a part of the rows, as its time a row doesn't depend on how many there are. */
const PART = 10;

const [bundle, name] = process.argv.slice(2) as [string, string];
const { id, args: argsOf, rows, repeat, bare } = kernels[name]!;
const args = argsOf(new Figures());
const part = args.map((column) => (Array.isArray(column) ? column.slice(0, rows / PART) : column));

function boundAs(way: Way): (args: unknown[]) => unknown {
  const call = fresh(bundle).bound(id, way);
  return (args) => call(args, (fault) => fault.kind);
}

const [plain, exact, decimal] = [boundAs('plain'), boundAs('exact'), boundAs('decimal')];

const result = exact(args);
const identical = JSON.stringify(result) === JSON.stringify(decimal(args));
const received = JSON.stringify(args);

function nanosecondsARow(rows: number, run: () => unknown): number {
  const time = processorTime(() => {
    for (let i = 0; i < repeat; i++) run();
  });
  return (time * 1e6) / repeat / rows;
}

const measurements = {
  bare: () => nanosecondsARow(rows, () => bare(args as never)),
  plain: () => nanosecondsARow(rows, () => plain(args)),
  exact: () => nanosecondsARow(rows, () => exact(args)),
  decimal: () => nanosecondsARow(rows / PART, () => decimal(part)),
  json: () => nanosecondsARow(rows, () => [JSON.parse(received), JSON.stringify(result)]),
};
byTurns(1, measurements); // warms up
const turns = byTurns(TURNS, measurements);

process.stdout.write(
  JSON.stringify({
    identical,
    nanoseconds: medianOf(turns, ({ exact }) => exact),
    toPlain: medianOf(turns, ({ exact, plain }) => exact / plain),
    toBare: medianOf(turns, ({ exact, bare }) => exact / bare),
    fromDecimal: medianOf(turns, ({ exact, decimal }) => decimal / exact),
    toJson: medianOf(turns, ({ exact, json }) => exact / json),
  }),
);
