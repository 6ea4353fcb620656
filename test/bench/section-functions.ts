import { bundle } from './bundle';
import { table, times } from './measure';
import { run } from './process';

/** Every function over 100,000 rows. */
export async function functionSection(): Promise<string> {
  const results = run<{ id: string; exact: number | null; plain: number | null }[]>(await bundle('functions'));
  return [
    '## Every function',
    '',
    'Each function’s first example made 100,000 rows long: its table, else its ranges used whole, else its cells. Processor time, all in one process, which makes it dearer than alone. A function that is no closed formula has no reading over doubles, and one whose first example has no cells has no rows.',
    '',
    table(
      ['function', 'ns a row', 'exact ÷ doubles'],
      results.map(({ id, exact, plain }) => [id, exact === null ? '–' : exact.toFixed(0), exact === null || plain === null ? '–' : times(exact / plain)]),
    ),
  ].join('\n');
}
