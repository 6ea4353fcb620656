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

  haircuts(rows: number): number[][] {
    return this.column(rows, () => Math.round(this.next() * 90) / 100);
  }

  ratios(rows: number): number[][] {
    return this.column(rows, () => (50 + Math.round(this.next() * 100)) / 100);
  }
}

/** Lines of a roll: prior balance, purchases and repayments. */
export function rollLines(rows: number): number[][] {
  const figures = new Figures();
  const [prior, purchases, repayments] = [figures.amounts(rows), figures.amounts(rows, 5e7), figures.amounts(rows, 5e7)];
  return prior.map((row, i) => [row[0]!, purchases[i]![0]!, repayments[i]![0]!]);
}
