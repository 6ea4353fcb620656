/** Every function over many rows, in one process: `functions.ts <bundle of ways.ts>` prints its times as JSON. */
import type { Bound } from '../../src/binding/call';
import type { Definition } from '../../src/functions/catalogue/define';
import { definitions } from '../../src/functions/index';
import { fresh } from './fresh';
import { byTurns, medianOf, processorTime } from './measure';
import { rises, tallArgs } from './tall';

const ROWS = 100_000;
/** Of days that rise there are no more until 2100. */
const DAYS = 20_000;
const TURNS = 3;

const [exactly, plainly] = [fresh(process.argv[2]!), fresh(process.argv[2]!)];

function measure(definition: Definition): { id: string; exact: number; toPlain: number | null } {
  const { id, kind, params } = definition;
  const rows = params.some((param) => !param.optional && rises(param)) ? DAYS : ROWS;
  const args = tallArgs(definition, rows);
  const run = (call: Bound) =>
    call(args, (fault): never => {
      throw new Error(`${id} has no result: ${fault.kind} ${JSON.stringify(fault.detail)}`);
    });
  const time = (call: Bound) => () => (processorTime(() => run(call)) * 1e6) / rows;
  const exact = exactly.bound(id, 'exact');
  if (run(exact).flat().includes('') && kind !== 'table') throw new Error(`${id} has rows without a result.`);
  if (kind !== 'formula' && kind !== 'running')
    return { id, exact: medianOf(byTurns(TURNS, { exact: time(exact) }), (turn) => turn.exact), toPlain: null };
  const plain = plainly.bound(id, 'plain');
  run(plain);
  const turns = byTurns(TURNS, { exact: time(exact), plain: time(plain) });
  return {
    id,
    exact: medianOf(turns, ({ exact }) => exact),
    toPlain: medianOf(turns, ({ exact, plain }) => exact / plain),
  };
}

process.stdout.write(JSON.stringify(definitions.map(measure)));
