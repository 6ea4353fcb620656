/** Made-up figures, the same in every run. */
export class Figures {
  private seed = 20140115;

  private next(): number {
    this.seed = (this.seed * 1103515245 + 12345) % 2147483648;
    return this.seed / 2147483648;
  }

  private column(rows: number, cell: () => number): number[][] {
    return Array.from({ length: rows }, () => [cell()]);
  }

  /** Within a twentieth of a figure, with so many decimals. */
  near(figure: number, decimals: number): number {
    return Number((figure * (0.95 + this.next() / 10)).toFixed(decimals));
  }

  /** 元 and cents, up to a hundred 亿. */
  amounts(rows: number, most = 1e10): number[][] {
    return this.column(rows, () => Math.round(this.next() * most * 100) / 100);
  }

  quantities(rows: number): number[][] {
    return this.column(rows, () => (1 + Math.floor(this.next() * 1e6)) * 100);
  }

  prices(rows: number): number[][] {
    return this.column(rows, () => (1 + Math.round(this.next() * 30_000)) / 100);
  }

  conversionRates(rows: number): number[][] {
    return this.column(rows, () => Math.round(this.next() * 90) / 100);
  }

  ratios(rows: number): number[][] {
    return this.column(rows, () => (50 + Math.round(this.next() * 100)) / 100);
  }
}

/** Lines of a roll: prior balance, purchases and repayments. */
export function rollLines(rows: number): number[][] {
  const figures = new Figures();
  const [prior, purchases, repayments] = [
    figures.amounts(rows),
    figures.amounts(rows, 5e7),
    figures.amounts(rows, 5e7),
  ];
  return prior.map((row, i) => [row[0]!, purchases[i]![0]!, repayments[i]![0]!]);
}

/** Less would tell figures of this size apart from nothing but the noise of doubles. */
const HALF_A_CENT = 0.005;

/** An engine that did not compute must not be given a time. */
export function checkRolls(engine: string, lines: readonly number[][], valueAt: (row: number) => unknown): void {
  lines.forEach(([prior, purchases, repayments], row) => {
    const value = valueAt(row);
    const expected = prior! + purchases! - repayments!;
    if (typeof value !== 'number' || !(Math.abs(value - expected) <= HALF_A_CENT))
      throw new Error(`${engine}: row ${row + 1} is ${String(value)} instead of ${expected}`);
  });
}
