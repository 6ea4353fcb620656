import type { Shown } from '../../src/generate/reference/measured';
import { bundle } from '../support/bundle';
import { kernels } from './kernels';
import { run } from './process';
import { atLeast, atMost, section, table, thousands, times, type Section } from './report';

interface Measured {
  readonly identical: boolean;
  readonly nanoseconds: number;
  readonly toPlain: number;
  readonly toBare: number;
  readonly fromDecimal: number;
  readonly toJson: number;
}

/** Exact against plain doubles and against decimal.js through the same boundary, any[][] in and out. */
export async function kernelSection(): Promise<Section> {
  const ways = await bundle('bench/ways');
  const shown: Partial<Record<Shown, number>> = {};
  const rows = Object.entries(kernels).map(([name, { id, rows, most, least }]) => {
    const measured = run<Measured>('kernel.ts', ways, name);
    if (name === 'roll')
      Object.assign(shown, {
        oursToLoop: measured.toBare,
        oursToJson: measured.toJson,
        decimalToOurs: measured.fromDecimal,
      } satisfies typeof shown);
    const ratio = (which: 'toPlain' | 'toBare' | 'toJson') =>
      most[which] === undefined ? times(measured[which]) : atMost(most[which], measured[which]);
    return [
      `${name}: ${id}, ${thousands(rows)} rows`,
      measured.nanoseconds.toFixed(0),
      ratio('toPlain'),
      ratio('toBare'),
      atLeast(least, measured.fromDecimal),
      { text: measured.identical ? 'yes' : 'NO', holds: measured.identical },
      ratio('toJson'),
    ];
  });
  const { text, broken } = section(
    'Exact numbers',
    'The same boundary with the formula read over exact numbers, over plain doubles and over decimal.js; beside them the bare loop over doubles that a desk would write, and JSON: parsing the same arguments and printing the same results, which Excel’s runtime costs every add-in and which comes on top of our time. Processor time; each kernel in its own process; ratios are the median of 9 turns. decimal.js is timed over the first tenth of the rows, 100,000 of a million, as its time a row doesn’t depend on how many there are; that the results are bit-identical is checked over all of them. In parentheses what must be reached; of product and series less, as a row of theirs is one or two operations on two cells, and most of the time goes to the rows of the result, which the bare loop pays as well.',
    table(
      [
        'kernel',
        'exact, ns a row',
        'exact ÷ doubles',
        'exact ÷ bare loop',
        'decimal.js ÷ exact',
        'bit-identical to decimal.js',
        'exact ÷ JSON',
      ],
      rows,
    ),
  );
  return { text, broken, shown };
}
