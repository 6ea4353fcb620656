import { bundle } from './bundle';
import { table, times } from './measure';
import { run } from './process';

/** Every function over 100,000 rows. */
export async function functionSection(): Promise<string> {
  const results = run<{ id: string; exact: number; plain: number | null }[]>(await bundle('functions'), []);
  return [
    '## Every function',
    '',
    '100,000 rows of each function’s first example; series and tables as long. Functions that are no closed formula have no reading over doubles.',
    '',
    table(
      ['function', 'ns a row', 'exact ÷ doubles'],
      results.map(({ id, exact, plain }) => [id, exact.toFixed(0), plain === null ? '–' : times(exact / plain)]),
    ),
  ].join('\n');
}
