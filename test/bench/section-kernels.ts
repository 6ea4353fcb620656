import { bundle } from './bundle';
import { kernels } from './kernels';
import { table, times } from './measure';
import { run } from './process';

interface KernelTimes {
  readonly identical: boolean;
  readonly bare: number;
  readonly plain: number;
  readonly exact: number;
  readonly decimal: number;
  readonly json: number;
}

/** Exact against plain doubles and against decimal.js through the same boundary, any[][] in and out. */
export async function kernelSection(): Promise<string> {
  const script = await bundle('kernel');
  const rows = Object.entries(kernels).map(([name, { id, rows, most }]) => {
    const { identical, bare, plain, exact, decimal, json } = run<KernelTimes>(script, [name]);
    return [
      `${name} (${id}, ${rows.toLocaleString('en-US')} rows)`,
      exact.toFixed(0),
      `${times(exact / plain)} (≤ ${most})`,
      `${times(exact / bare)} (≤ 3)`,
      `${times(decimal / exact)} (≥ 10)`,
      identical ? 'yes' : 'NO',
      times(exact / json),
    ];
  });
  return [
    '## Exact numbers',
    '',
    'The same boundary with `compute` read over exact numbers, over plain doubles and over decimal.js; beside them the bare loop over doubles, and JSON in and out of the same cells, the floor that no add-in gets below. Each kernel in its own process, median of 9 alternations.',
    '',
    table(['kernel', 'exact, ns a row', 'exact ÷ doubles', 'exact ÷ bare loop', 'decimal.js ÷ exact', 'bit-identical to decimal.js', 'exact ÷ JSON'], rows),
  ].join('\n');
}
