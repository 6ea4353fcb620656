import type { Figures } from './figures';

export interface Kernel {
  readonly id: string;
  readonly rows: number;
  /** How many times over one measurement runs the call, so that short ones are long enough. */
  readonly repeat: number;
  /** The most that Exact may cost beside the same boundary over doubles, beside the bare loop, and beside JSON. */
  readonly most: { readonly toPlain: number; readonly toBare?: number; readonly toJson?: number };
  /**
   * The least that decimal.js costs beside Exact. Where a row is one or two operations on two cells, most of the time goes
   * to the rows of the result, which the bare loop pays as well: nothing of ours could make it ten there.
   */
  readonly least: number;
  args(figures: Figures): unknown[];
  /** The bare loop over doubles that a desk would write. */
  bare(args: never): unknown;
}

const MILLION = 1_000_000;
type Column = number[][];

/** A loop as a desk would write it. */
function down(column: Column, row: (i: number) => number): Column {
  const result: Column = [];
  for (let i = 0; i < column.length; i++) result.push([row(i)]);
  return result;
}

/** The five shapes of work that all functions are made of. */
export const kernels: Readonly<Record<string, Kernel>> = {
  roll: {
    id: 'FINANCING_BALANCE_ROLL',
    rows: MILLION,
    repeat: 1,
    most: { toPlain: 1.5, toBare: 3, toJson: 0.5 },
    least: 10,
    args: (figures) => [figures.amounts(MILLION), figures.amounts(MILLION, 5e7), figures.amounts(MILLION, 5e7)],
    bare: ([prior, purchases, repayments]: [Column, Column, Column]) =>
      down(prior, (i) => prior[i]![0]! + purchases[i]![0]! - repayments[i]![0]!),
  },
  product: {
    id: 'LENDING_BALANCE',
    rows: MILLION,
    repeat: 1,
    most: { toPlain: 1.5, toBare: 3, toJson: 0.5 },
    least: 5,
    args: (figures) => [figures.quantities(MILLION), figures.prices(MILLION), null],
    bare: ([qty, price]: [Column, Column]) => down(qty, (i) => qty[i]![0]! * price[i]![0]!),
  },
  series: {
    id: 'FINANCING_BALANCE_SERIES',
    rows: MILLION,
    repeat: 1,
    most: { toPlain: 1.5, toBare: 3 },
    least: 5,
    args: (figures) => [[[1e9]], figures.amounts(MILLION, 5e7), figures.amounts(MILLION, 5e7)],
    bare([opening, purchases, repayments]: [Column, Column, Column]) {
      let total = opening[0]![0]!;
      return down(purchases, (i) => (total += purchases[i]![0]! - repayments[i]![0]!));
    },
  },
  ratio: {
    id: 'MAINTENANCE_LEVEL',
    rows: MILLION,
    repeat: 1,
    most: { toPlain: 2, toJson: 0.5 },
    least: 10,
    args: (figures) => [figures.amounts(MILLION), figures.amounts(MILLION)],
    bare: ([assets, debt]: [Column, Column]) => down(assets, (i) => assets[i]![0]! / debt[i]![0]!),
  },
  positions: {
    id: 'AVAILABLE_MARGIN',
    rows: 1000,
    repeat: 200,
    most: { toPlain: 3 },
    least: 10,
    args(figures) {
      const n = 1000;
      return [
        [[1e6]],
        figures.amounts(n, 1e6),
        figures.conversionRates(n),
        figures.amounts(n, 1e6),
        figures.amounts(n, 1e6),
        figures.conversionRates(n),
        figures.ratios(n),
        figures.amounts(n, 1e6),
        figures.amounts(n, 1e6),
        figures.conversionRates(n),
        figures.ratios(n),
        [[1234.56]],
      ];
    },
    bare(args: Column[]) {
      const [cash, v, h, fv, fa, fh, fr, p, s, sh, sr, fees] = args as [
        Column,
        Column,
        Column,
        Column,
        Column,
        Column,
        Column,
        Column,
        Column,
        Column,
        Column,
        Column,
      ];
      const gain = (x: number, rate: number) => (x >= 0 ? x * rate : x);
      let total = cash[0]![0]! - fees[0]![0]!;
      for (let i = 0; i < v.length; i++) {
        total += v[i]![0]! * h[i]![0]! + gain(fv[i]![0]! - fa[i]![0]!, fh[i]![0]!) - fa[i]![0]! * fr[i]![0]!;
        total += gain(p[i]![0]! - s[i]![0]!, sh[i]![0]!) - p[i]![0]! - s[i]![0]! * sr[i]![0]!;
      }
      return [[total]];
    },
  },
};
