import { startWithFunctions } from '../office/built';
import { ALL_FEATURES } from '../office/host/protocol';
import type { RunningExcel } from '../office/host/start';
import { Figures } from './figures';
import { atMost, section, table, type Cell, type Section } from './report';

const LEVELS = 25;
const DAYS = [250, 2500] as const;
const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(2)} s`;

interface Timed {
  readonly milliseconds: number;
  readonly rounds: number;
}

/** Time and rounds until Excel has every result of the work. */
async function timed(excel: RunningExcel, work: () => Promise<unknown>): Promise<Timed> {
  // Results of an earlier flush put off the next one; every way starts from rest.
  await new Promise((resolve) => setTimeout(resolve, 2500));
  const [start, rounds] = [performance.now(), excel.rounds];
  await work();
  return { milliseconds: performance.now() - start, rounds: excel.rounds - rounds };
}

/** The same column as one spill, as filled-down cells and as a filled-down chain. */
async function waysOf(features: readonly number[], days: number): Promise<Cell[]> {
  const excel = await startWithFunctions({ features });
  try {
    const figures = new Figures();
    const [purchases, repayments] = [figures.amounts(days, 5e7), figures.amounts(days, 5e7)];
    const day = (prior: number, i: number) => ({
      name: 'FINANCING_BALANCE_ROLL',
      args: [[[prior]], [purchases[i]], [repayments[i]]],
    });
    const spill = await timed(excel, () => excel.call('FINANCING_BALANCE_SERIES', [[[1e9]], purchases, repayments]));
    const filled = await timed(excel, () => excel.batch(purchases.map((_, i) => day(1e9, i))));
    const chain = await timed(excel, async () => {
      let prior: number = 1e9;
      for (let i = 0; i < LEVELS; i++) {
        const [[, , value]] = (await excel.batch([day(prior, i)])) as unknown as [[number, boolean, number[][]]];
        prior = value[0]![0]!;
      }
    });
    const whole = (chain.milliseconds / LEVELS) * days;
    return [
      days,
      seconds(spill.milliseconds),
      atMost(1, spill.rounds, String),
      seconds(filled.milliseconds),
      filled.rounds,
      seconds(whole),
      `${(whole / spill.milliseconds).toFixed(0)} ×`,
    ];
  } finally {
    excel.close();
  }
}

/** What a chain costs in Excel: through Microsoft's own runtime, with the host's feature switches on and off. */
export async function runtimeSection(): Promise<Section> {
  const parts: (string | Section)[] = [];
  for (const [title, features] of [
    ['on', ALL_FEATURES],
    ['off', []],
  ] as const) {
    const rows: Cell[][] = [];
    for (const days of DAYS) rows.push(await waysOf(features, days));
    parts.push(
      `Feature switches ${title}:`,
      table(
        [
          'days',
          'one spill',
          'rounds',
          'filled-down cells',
          'rounds',
          `chain (from ${LEVELS} levels)`,
          'chain ÷ spill',
        ],
        rows,
      ),
    );
  }
  return section(
    'Through Microsoft’s runtime',
    `Until the played Excel has every result. The chain is measured over ${LEVELS} levels and extrapolated to the days; what Excel itself adds is not in it.`,
    ...parts,
  );
}
