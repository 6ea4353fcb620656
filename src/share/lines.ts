/** Where the rows (or the columns) of a sheet are now. */
export interface Lines {
  /** The places where an old line can be; several where lines beside it came or went. */
  candidates(old: number): readonly number[];
  /** Whether a line is where its neighbours are, and was not moved by itself. */
  keepsOrder(old: number): boolean;
}

/**
 * Pairs old lines with new ones by their marks. Marks that are found once on both sides and keep their order say how
 * far their surroundings have moved; the others were moved by themselves, as a sort does. Between them a line is known
 * again while half of its parts are the same; any other is where its neighbours say.
 */
export function pairLines(old: Marked, now: Marked): Lines {
  const nowByMark = unique(now);
  const certain = [...unique(old)].flatMap(([mark, from]) => {
    const to = nowByMark.get(mark);
    return to === undefined ? [] : [{ from, to }];
  });
  const pairs = [...certain, ...similar(old, now, certain)].sort((a, b) => a.from - b.from);
  const exact = new Map(pairs.map(({ from, to }) => [from, to]));
  const anchors = rising(pairs);
  const inOrder = new Set(anchors.map(({ from }) => from));
  return {
    keepsOrder: (line) => inOrder.has(line) || !exact.has(line),
    candidates(line) {
      const found = exact.get(line);
      if (found !== undefined) return [found];
      const places = around(anchors, line).flatMap((anchor) => (anchor ? [line + anchor.to - anchor.from] : []));
      return places.length > 0 ? [...new Set(places)] : [line];
    },
  };
}

type Marked = ReadonlyMap<number, readonly string[]>;

/** Lines that somebody has edited: the likest of those left, rather between its neighbours than elsewhere. */
function similar(old: Marked, now: Marked, certain: readonly Pair[]): Pair[] {
  const anchors = rising([...certain].sort((a, b) => a.from - b.from));
  const [known, taken] = [new Set(certain.map(({ from }) => from)), new Set(certain.map(({ to }) => to))];
  const found: Pair[] = [];
  for (const [from, parts] of old) {
    if (known.has(from)) continue;
    const [above, below] = around(anchors, from);
    let best: { readonly to: number; readonly likeness: number } | undefined;
    for (const [to, other] of now) {
      if (taken.has(to)) continue;
      const same = other.filter((part, i) => part === parts[i]).length;
      const likeness = same + (to > (above?.to ?? -1) && to < (below?.to ?? Infinity) ? 0.5 : 0);
      if (same * 2 >= parts.length && likeness > (best?.likeness ?? 0)) best = { to, likeness };
    }
    if (!best) continue;
    taken.add(best.to);
    found.push({ from, to: best.to });
  }
  return found;
}

/** The anchors on either side of a line. */
function around(anchors: readonly Pair[], line: number): readonly [above: Pair | undefined, below: Pair | undefined] {
  const after = anchors.findIndex(({ from }) => from > line);
  return after < 0 ? [anchors[anchors.length - 1], undefined] : [anchors[after - 1], anchors[after]];
}

/** The lines whose mark no other line has. */
function unique(lines: Marked): Map<string, number> {
  const found = new Map<string, number>();
  const repeated = new Set<string>();
  for (const [line, parts] of lines) {
    const mark = parts.join('');
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
