/** What cells of every kind cost, in one process: `cells.js <used | fresh>`, bundled, prints its times as JSON. */
import type { Bound } from '../../src/binding/call';
import { bind } from '../../src/binding/bind';
import { definitions } from '../../src/functions/index';
import { Figures } from './figures';
import { byTurns, medianOf, processorTime } from './measure';

const MILLION = 1_000_000;
const MIXED_ROWS = 2_000;
const DATES = 100_000;
const FIRST_DAY = 40_300;
const TURNS = 9;
/** Of what takes seconds. */
const COST_TURNS = 3;

/** Whatever a column may hold: figures, blanks, texts, dates, errors and numbers in their wrapping. */
const MIXED = [
  1,
  2.5,
  0,
  null,
  '',
  '1,234.5',
  '待定',
  '--',
  true,
  { type: 'Error', basicValue: '#REF!' },
  { type: 'Double', basicValue: 12.5 },
  '12%',
  '2026-11-28',
  46_000,
  -3,
  0.1 + 0.2,
  1e16,
  '6.6亿',
];

// Excel's own class, which is an Error; functions.js finds it as a global.
class CellError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}
(globalThis as Record<string, unknown>)['CustomFunctions'] = { Error: CellError };

const callOf = (id: string): Bound => bind(definitions.find((definition) => definition.id === id)!);

/** Mixed rows through every function. */
function use(): void {
  let at = 0;
  for (const definition of definitions) {
    const args = definition.params.map((param) =>
      param.kind === 'choice'
        ? (param.default ?? param.options[0]!.value)
        : Array.from({ length: MIXED_ROWS }, () => [MIXED[(at = (at * 7 + 3) % 10_007) % MIXED.length]]),
    );
    bind(definition)(args, (fault) => fault.kind);
  }
}

function used(): unknown {
  if (process.argv[2] === 'used') use();
  const figures = new Figures();
  const args = [figures.amounts(MILLION), figures.amounts(MILLION, 5e7), figures.amounts(MILLION, 5e7)];
  const roll = callOf('FINANCING_BALANCE_ROLL');
  const time = () => processorTime(() => roll(args, (fault) => fault.kind));
  const first = time();
  return { first, median: medianOf(byTurns(TURNS, { roll: time }), ({ roll }) => roll) };
}

async function costs(): Promise<unknown> {
  const { errorsOf } = await import('../../src/excel/errors');
  const balance = definitions.find(({ id }) => id === 'MARGIN_BALANCE')!;
  const call = bind(balance);
  const column = (make: (i: number) => string) => Array.from({ length: MILLION }, (_, i) => [make(i)]);
  const [good, bad, beside] = [column((i) => `${i}.25`), column((i) => `x${i}`), column(() => '5')];
  const rule = callOf('MIN_FINANCING_MARGIN_RATIO');
  const dates = Array.from({ length: DATES }, (_, i) => [FIRST_DAY + (i % 5_000)]);
  const rates = rule([dates], (fault) => fault.kind);
  const received = JSON.stringify([dates]);
  const texts = byTurns(COST_TURNS, {
    good: () => processorTime(() => call([good, beside], errorsOf(balance.params))),
    bad: () => processorTime(() => call([bad, beside], errorsOf(balance.params))),
  });
  const days = byTurns(TURNS, {
    rule: () => processorTime(() => rule([dates], (fault) => fault.kind)),
    json: () => processorTime(() => [JSON.parse(received), JSON.stringify(rates)]),
  });
  return {
    badToGood: medianOf(texts, ({ good, bad }) => bad / good),
    ruleToJson: medianOf(days, ({ rule, json }) => rule / json),
  };
}

void (async () => {
  const measured = process.argv[2] === 'costs' ? await costs() : used();
  process.stdout.write(JSON.stringify(measured));
})();
