import { atMost, section, table, thousands, times, type Section } from './report';
import { run } from './process';

export interface MarketBench {
  readonly rows: number;
  readonly queries: readonly { readonly name: string; readonly ours: number; readonly plain: number | null }[];
  /** Bytes of memory at the peak of the process. */
  readonly peak: number;
}

const MOST = 2;
const MOST_GIGABYTES = 8;
const seconds = (value: number) => `${value.toFixed(2)} s`;

/** The whole market in DuckDB: each query beside the same over bare DOUBLE columns. */
export async function sqlSection(): Promise<Section> {
  const { rows, queries, peak } = run<MarketBench>('market.ts');
  return section(
    'The whole market in DuckDB',
    `${thousands(rows)} rows in a database file, two threads, processor time of both; each query beside the plain one over DOUBLE columns, which is inexact; the median of three by turns. RECONCILE has no plain counterpart.`,
    table(
      ['query', 'ours', 'plain', 'ours ÷ plain'],
      queries.map(({ name, ours, plain }) => [
        name,
        seconds(ours),
        plain === null ? '–' : seconds(plain),
        plain === null ? '–' : atMost(MOST, ours / plain, times),
      ]),
    ),
    table(['peak of the process'], [[atMost(MOST_GIGABYTES, peak / 1e9, (value) => `${value.toFixed(1)} GB`)]]),
  );
}
