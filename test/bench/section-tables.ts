import { bundle } from '../support/bundle';
import { median } from './measure';
import { run } from './process';
import { atMost, section, table, times, type Section } from './report';

interface Times {
  readonly reconcile: { readonly numbers: number; readonly text: number };
  readonly standardize: { readonly numbers: number; readonly text: number };
  readonly ranking: { readonly numbers: number; readonly text: number };
  readonly monitor: number;
}

type Heap = Readonly<Record<'reconcile' | 'standardize', number>>;
const HEAPS = 3;

/** Whole tables, beside the JSON that carries them: parsing the arguments and printing the result. */
export async function tablesSection(): Promise<Section> {
  const script = await bundle('bench/tables');
  const { reconcile, standardize, monitor, ranking } = run<Times>(script, 'times');
  // What is held is seen when the engine collects, and when it does is chance.
  const heaps = Array.from({ length: HEAPS }, () => run<Heap>(script, 'heap'));
  const heap = (of: keyof Heap) => median(heaps.map((one) => one[of]));
  const row = (name: string, ratio: number, most: number) => [name, atMost(most, ratio)];
  return section(
    'Whole tables',
    'A made market of 4,000 securities over 25 days, and 5,000 accounts with 40,000 positions; processor time of the call beside parsing its arguments and printing its result. Heap: what a call of 500,000 rows holds beyond its arguments and its result, beside its arguments, the median of three processes.',
    table(
      ['100,000 rows', '÷ JSON'],
      [
        row('RECONCILE, numbers', reconcile.numbers, 4),
        row('RECONCILE, text with commas', reconcile.text, 4),
        row('STANDARDIZE, numbers', standardize.numbers, 2.5),
        row('STANDARDIZE, text with commas', standardize.text, 2.5),
        row('NET_PURCHASE_RANKING, numbers', ranking.numbers, 4),
        row('NET_PURCHASE_RANKING, text with commas', ranking.text, 4),
        row('ACCOUNT_MONITOR', monitor, 4),
      ],
    ),
    table(
      ['500,000 rows', 'heap ÷ input'],
      [
        ['RECONCILE', atMost(1, heap('reconcile'), times)],
        ['STANDARDIZE', atMost(1, heap('standardize'), times)],
      ],
    ),
  );
}
