/** One kernel in its own process: `node kernel.js <name>` prints its times as JSON. */
import { bind, type Bound } from '../../src/excel/bind';
import { exactNumbers } from '../../src/excel/numbers';
import { definitions } from '../../src/functions/index';
import { bigNumbers } from './big';
import { Figures } from './figures';
import { kernels } from './kernels';
import { median } from './measure';
import { plainNumbers } from './plain';

const ALTERNATIONS = 9;
const name = process.argv[2]!;
const kernel = kernels[name]!;
const definition = definitions.find(({ id }) => id === kernel.id)!;
const args = kernel.args(new Figures());

const asIs = (fault: unknown) => fault;
const called = (bound: Bound) => () => bound(args, asIs);
const ways: Readonly<Record<string, () => unknown>> = {
  bare: () => kernel.bare(args as never),
  plain: called(bind(definition, plainNumbers)),
  exact: called(bind(definition, exactNumbers)),
  decimal: called(bind(definition, bigNumbers)),
  json: () => [JSON.parse(JSON.stringify(args)), JSON.stringify(ways.bare!())],
};

const times = Object.fromEntries(Object.keys(ways).map((way) => [way, [] as number[]]));
const identical = JSON.stringify(ways.exact!()) === JSON.stringify(ways.decimal!());
for (let round = 0; round <= ALTERNATIONS; round++) {
  for (const [way, run] of Object.entries(ways)) {
    const repeat = way === 'decimal' ? Math.ceil(kernel.repeat / 10) : kernel.repeat;
    const start = performance.now();
    for (let i = 0; i < repeat; i++) run();
    // The first round warms up.
    if (round > 0) times[way]!.push(((performance.now() - start) * 1e6) / repeat / kernel.rows);
  }
}
process.stdout.write(JSON.stringify({ name, identical, ...Object.fromEntries(Object.entries(times).map(([way, all]) => [way, median(all)])) }));
