/** Something that is said in a row. */
export interface SaidInRow<T> {
  readonly row: number;
  readonly says: T;
}

/** What stands over a row: what the last row above it says that says anything, `top` above all of them. */
export function over<T>(said: readonly SaidInRow<T>[], top: T): (row: number) => T {
  return (row) => {
    let [from, to] = [0, said.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (said[middle]!.row < row) from = middle + 1;
      else to = middle;
    }
    return from === 0 ? top : said[from - 1]!.says;
  };
}
