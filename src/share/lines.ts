/** Where the rows (or the columns) of a sheet are now. */
export interface Lines {
  /** The places where an old line can be; several where lines beside it came or went. */
  candidates(old: number): readonly number[];
  /** Whether a line is where its neighbours are, and was not moved by itself. */
  keepsOrder(old: number): boolean;
}

/**
 * Pairs old lines with new ones by their marks. Marks that are found once on both sides and keep their order say how
 * far their surroundings have moved; the others were moved by themselves, as a sort does. Lines in between are where
 * their neighbours say.
 */
export function pairLines(old: ReadonlyMap<number, string>, now: ReadonlyMap<number, string>): Lines {
  const nowByMark = unique(now);
  const pairs = [...unique(old)].flatMap(([mark, from]) => {
    const to = nowByMark.get(mark);
    return to === undefined ? [] : [{ from, to }];
  });
  pairs.sort((a, b) => a.from - b.from);
  const exact = new Map(pairs.map(({ from, to }) => [from, to]));
  const anchors = rising(pairs);
  const inOrder = new Set(anchors.map(({ from }) => from));
  return {
    keepsOrder: (line) => inOrder.has(line) || !exact.has(line),
    candidates(line) {
      const found = exact.get(line);
      if (found !== undefined) return [found];
      const after = anchors.findIndex(({ from }) => from > line);
      const above = anchors[after < 0 ? anchors.length - 1 : after - 1];
      const below = after < 0 ? undefined : anchors[after];
      const places = [above, below].flatMap((anchor) => (anchor ? [line + anchor.to - anchor.from] : []));
      return places.length > 0 ? [...new Set(places)] : [line];
    },
  };
}

/** The lines whose mark no other line has. */
function unique(lines: ReadonlyMap<number, string>): Map<string, number> {
  const found = new Map<string, number>();
  const repeated = new Set<string>();
  for (const [line, mark] of lines) {
    if (found.has(mark)) repeated.add(mark);
    found.set(mark, line);
  }
  for (const mark of repeated) found.delete(mark);
  return found;
}

interface Pair {
  readonly from: number;
  readonly to: number;
}

/** The longest chain of pairs in which both sides rise. */
function rising(pairs: readonly Pair[]): Pair[] {
  const tails: number[] = [];
  const before: number[] = [];
  pairs.forEach(({ to }, i) => {
    let low = 0;
    for (let high = tails.length; low < high; ) {
      const middle = (low + high) >> 1;
      if (pairs[tails[middle]!]!.to < to) low = middle + 1;
      else high = middle;
    }
    before[i] = low > 0 ? tails[low - 1]! : -1;
    tails[low] = i;
  });
  const chain: Pair[] = [];
  for (let i = tails[tails.length - 1] ?? -1; i >= 0; i = before[i]!) chain.unshift(pairs[i]!);
  return chain;
}
