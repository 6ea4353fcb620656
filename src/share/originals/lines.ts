/** Where the rows (or the columns) of a sheet are now. */
export interface Lines {
  /** The place where an old line stands, if there is no other. */
  certain(old: number): number | undefined;
  /** The places where it may stand; several where lines beside it came or went. */
  candidates(old: number): readonly number[];
  /** Whether a line is where its neighbours are, and was not moved by itself. */
  keepsOrder(old: number): boolean;
}

/** The marks of lines, part by part ('' for a blank part), and the first line after all that is used. */
export interface Marked {
  readonly parts: ReadonlyMap<number, readonly string[]>;
  readonly end: number;
}

interface Pair {
  readonly from: number;
  readonly to: number;
}

/**
 * Pairs old lines with new ones. A line is known again by a part that no other has, if at least half of its parts are
 * the same. Those that kept their order, and the two ends of the sheet, say how far the lines between them have moved:
 * for certain where both sides say the same and nothing between them was moved by itself, as a sort does.
 */
export function pairLines(old: Marked, now: Marked): Lines {
  const pairs = known(old.parts, now.parts);
  const exact = new Map(pairs.map(({ from, to }) => [from, to]));
  const inOrder = rising(pairs);
  const anchors = [{ from: -1, to: -1 }, ...inOrder, { from: old.end, to: now.end }];
  const keeping = new Set(inOrder.map(({ from }) => from));
  const stirred = new Set(
    pairs
      .filter(({ from }) => !keeping.has(from))
      .flatMap(({ from, to }) => [lastBefore(anchors, from, 'from'), lastBefore(anchors, to, 'to')]),
  );
  const offset = (anchor: number) => anchors[anchor]!.to - anchors[anchor]!.from;

  /** How far the lines have moved that stand between two anchors: what the one says, and what the other. */
  const offsetsAt = (line: number): readonly number[] => {
    // Nothing was there, and so nothing came between.
    if (line >= old.end) return [offset(anchors.length - 2)];
    const above = lastBefore(anchors, line, 'from');
    return stirred.has(above) || offset(above) !== offset(above + 1)
      ? [offset(above), offset(above + 1)]
      : [offset(above)];
  };
  return {
    keepsOrder: (line) => keeping.has(line) || !exact.has(line),
    certain(line) {
      const offsets = offsetsAt(line);
      return exact.get(line) ?? (offsets.length === 1 ? line + offsets[0]! : undefined);
    },
    candidates(line) {
      const found = exact.get(line);
      return found !== undefined
        ? [found]
        : [...new Set(offsetsAt(line))].map((by) => line + by).filter((place) => place >= 0);
    },
  };
}

type Parts = Marked['parts'];

function known(old: Parts, now: Parts): Pair[] {
  const suggested = new Map<number, Set<number>>();
  let width = 0;
  for (const parts of old.values()) width = Math.max(width, parts.length);
  const views = [
    ...Array.from({ length: width }, (_, i) => (parts: readonly string[]) => parts[i] ?? ''),
    (parts: readonly string[]) => parts.join(''),
  ];
  for (const view of views) {
    const there = unique(now, view);
    for (const [part, from] of unique(old, view)) {
      const to = there.get(part);
      if (to !== undefined) suggested.set(from, (suggested.get(from) ?? new Set()).add(to));
    }
  }
  const pairs = [...suggested].flatMap(([from, places]) => {
    const alike = [...places].filter((to) => isHalf(old.get(from)!, now.get(to)!));
    return alike.length === 1 ? [{ from, to: alike[0]! }] : [];
  });
  const wanted = new Map<number, number>();
  for (const { to } of pairs) wanted.set(to, (wanted.get(to) ?? 0) + 1);
  return pairs.filter(({ to }) => wanted.get(to) === 1).sort((a, b) => a.from - b.from);
}

function isHalf(parts: readonly string[], others: readonly string[]): boolean {
  const marked = parts.filter((part) => part !== '').length;
  return parts.filter((part, i) => part !== '' && part === others[i]).length * 2 >= marked;
}

/** The lines that show something no other shows. */
function unique(lines: Parts, view: (parts: readonly string[]) => string): Map<string, number> {
  const found = new Map<string, number>();
  const repeated = new Set<string>(['']);
  for (const [line, parts] of lines) {
    const part = view(parts);
    if (found.has(part)) repeated.add(part);
    found.set(part, line);
  }
  for (const part of repeated) found.delete(part);
  return found;
}

/** The index of the last anchor before a line. */
function lastBefore(anchors: readonly Pair[], line: number, side: keyof Pair): number {
  let low = 0;
  for (let high = anchors.length - 1; low < high;) {
    const middle = (low + high + 1) >> 1;
    if (anchors[middle]![side] < line) low = middle;
    else high = middle - 1;
  }
  return Math.min(low, anchors.length - 2);
}

/** The longest chain of pairs in which both sides rise. */
function rising(pairs: readonly Pair[]): Pair[] {
  const tails: number[] = [];
  const before: number[] = [];
  pairs.forEach(({ to }, i) => {
    let low = 0;
    for (let high = tails.length; low < high;) {
      const middle = (low + high) >> 1;
      if (pairs[tails[middle]!]!.to < to) low = middle + 1;
      else high = middle;
    }
    before[i] = low > 0 ? tails[low - 1]! : -1;
    tails[low] = i;
  });
  const chain: Pair[] = [];
  for (let i = tails[tails.length - 1] ?? -1; i >= 0; i = before[i]!) chain.push(pairs[i]!);
  return chain.reverse();
}
