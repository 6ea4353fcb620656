import { bundle } from './bundle';
import { kernels } from './kernels';
import { table, thousands, times } from './measure';
import { run } from './process';

interface Measured {
  readonly identical: boolean;
  readonly nanoseconds: number;
  readonly toPlain: number;
  readonly toBare: number;
  readonly fromDecimal: number;
  readonly toJson: number;
}

/** Exact against plain doubles and against decimal.js through the same boundary, any[][] in and out. */
export async function kernelSection(): Promise<string> {
  const ways = await bundle('ways');
  const rows = Object.entries(kernels).map(([name, { id, rows, most }]) => {
    const measured = run<Measured>('kernel.ts', ways, name);
    const ratio = (which: 'toPlain' | 'toBare' | 'toJson') => times(measured[which]) + (most[which] ? ` (≤ ${most[which]})` : '');
    return [
      `${name}: ${id}, ${thousands(rows)} rows`,
      measured.nanoseconds.toFixed(0),
      ratio('toPlain'),
      ratio('toBare'),
      `${times(measured.fromDecimal)} (≥ 10)`,
      measured.identical ? 'yes' : 'NO',
      ratio('toJson'),
    ];
  });
  return [
    '## Exact numbers',
    '',
    'The same boundary with the formula read over exact numbers, over plain doubles and over decimal.js; beside them the bare loop over doubles that a desk would write, and JSON: parsing the same arguments and printing the same results, the floor that no add-in gets below. Processor time; each kernel in its own process; ratios are the median of 9 alternations. In parentheses what must be reached.',
    '',
    table(['kernel', 'exact, ns a row', 'exact ÷ doubles', 'exact ÷ bare loop', 'decimal.js ÷ exact', 'bit-identical to decimal.js', 'exact ÷ JSON'], rows),
  ].join('\n');
}
