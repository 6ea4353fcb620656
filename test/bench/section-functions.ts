import { bundle } from '../support/bundle';
import { run } from './process';
import { section, table, times, type Section } from './report';

/** Every function over 100,000 rows. */
export async function functionSection(): Promise<Section> {
  const results = run<{ id: string; exact: number; toPlain: number | null }[]>(
    'functions.ts',
    await bundle('bench/ways'),
  );
  return section(
    'Every function',
    'Each function’s first example that has cells made 100,000 rows long: its table, else its ranges used whole, else its cells. Figures are numbers within a twentieth of the example’s, another in every row; dates are serials; words stay as they are. Every row has a result, which is checked. Processor time, all in one process; once to warm up, then exact and doubles by turns, each with a copy of the code to itself; the median of 3 turns. A function that is no closed formula has no reading over doubles.',
    table(
      ['function', 'ns a row', 'exact ÷ doubles'],
      results.map(({ id, exact, toPlain }) => [id, exact.toFixed(0), toPlain === null ? '–' : times(toPlain)]),
    ),
  );
}
