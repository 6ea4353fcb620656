/** One kernel in its own process: `kernel.ts <bundle of ways.ts> <name>` prints its times as JSON. */
import { createRequire } from 'node:module';
import { Figures } from './figures';
import { kernels } from './kernels';
import { median, processorTime } from './measure';
import type { way } from './ways';

const ALTERNATIONS = 9;
/** decimal.js computes a part of the rows, as its time a row doesn't depend on how many there are. */
const PART = 10;

const [bundle, name] = process.argv.slice(2) as [string, string];
const { args: argsOf, rows, repeat } = kernels[name]!;
const args = argsOf(new Figures());
const part = args.map((column) => (Array.isArray(column) ? column.slice(0, rows / PART) : column));

/** Each way has a copy of the code to itself, which the engine sees at work with one kind of numbers, as in Excel. */
function fresh(kind: string): ReturnType<typeof way> {
  const load = createRequire(__filename);
  delete load.cache[bundle];
  return (load(bundle) as { way: typeof way }).way(name, kind);
}

const [bare, plain, exact, decimal] = [fresh('bare'), fresh('plain'), fresh('exact'), fresh('decimal')];

const result = exact(args);
const identical = JSON.stringify(result) === JSON.stringify(decimal(args));
const received = JSON.stringify(args);

const ways: Readonly<Record<string, { rows: number; run: () => unknown }>> = {
  bare: { rows, run: () => bare(args) },
  plain: { rows, run: () => plain(args) },
  exact: { rows, run: () => exact(args) },
  decimal: { rows: rows / PART, run: () => decimal(part) },
  json: { rows, run: () => [JSON.parse(received), JSON.stringify(result)] },
};

function nanosecondsARow({ rows, run }: (typeof ways)[string]): number {
  const time = processorTime(() => {
    for (let i = 0; i < repeat; i++) run();
  });
  return (time * 1e6) / repeat / rows;
}

const alternation = () => Object.fromEntries(Object.entries(ways).map(([kind, measured]) => [kind, nanosecondsARow(measured)]));
alternation(); // warms up
const all = Array.from({ length: ALTERNATIONS }, alternation);
const ratio = (over: string, under: string) => median(all.map((times) => times[over]! / times[under]!));

process.stdout.write(
  JSON.stringify({
    identical,
    nanoseconds: median(all.map(({ exact }) => exact!)),
    toPlain: ratio('exact', 'plain'),
    toBare: ratio('exact', 'bare'),
    fromDecimal: ratio('decimal', 'exact'),
    toJson: ratio('exact', 'json'),
  }),
);
