import { EXCHANGES } from '../tables/exchange';
import { numbered, sortedBy } from '../tables/order';
import { CODE, dayOfRow, type Dictionary, FIGURES, type Part } from './part';

/** The rows of one exchange on one day, by code; a place in the panel's order from `start` to before `end`. */
export interface Run {
  readonly exchange: string;
  readonly day: number;
  readonly start: number;
  readonly end: number;
  readonly totals: boolean;
}

/** Rows that stand there more than once under one exchange, day and code. */
export interface Clash {
  /** In one sheet or in two; with the same figures or with others. */
  readonly kind: 'duplicate' | 'double' | 'overlap' | 'conflict';
  readonly part: Part;
  /** The part whose row is taken. */
  readonly other: Part;
  readonly codes: Set<string>;
  readonly days: Set<number>;
  rows: number;
}

/** All parts in one order: by exchange, then day, then code. What stands there twice with the same figures counts once. */
export class Panel {
  /** For each place in the order, the part and its row. */
  readonly partOf: Int32Array;
  readonly rowOf: Int32Array;
  readonly runs: readonly Run[];
  readonly clashes: readonly Clash[];
  /** Rows that name no day and whose sheet names none. */
  readonly withoutDay: ReadonlyMap<Part, number>;

  /** Earlier parts come before later ones where both have a row. */
  constructor(
    readonly parts: readonly Part[],
    readonly words: Dictionary,
  ) {
    const { exchanges, codes } = words;
    const isTotal = codes.list.map((code) => !CODE.test(code));
    const codeRanks = ranks(codes.list, (code) => code);
    const groupRanks = ranks(exchanges.list, (exchange) => {
      const known = (EXCHANGES as readonly string[]).indexOf(exchange);
      return known >= 0 ? `0${known}` : `1${exchange}`;
    });
    const all = parts.reduce((sum, part) => sum + part.rows, 0);
    const partOf = new Int32Array(all);
    const rowOf = new Int32Array(all);
    const days = new Int32Array(all);
    const exchangeOf = new Int32Array(all);
    const code = new Int32Array(all);
    const group = new Int32Array(all);
    const withoutDay = new Map<Part, number>();
    let count = 0;
    parts.forEach((part, place) => {
      const own = exchanges.number(part.exchange);
      for (let row = 0; row < part.rows; row++) {
        const day = dayOfRow(part, row);
        if (day === 0) withoutDay.set(part, (withoutDay.get(part) ?? 0) + 1);
        if (day <= 0) continue;
        partOf[count] = place;
        rowOf[count] = row;
        days[count] = day;
        const exchange = part.exchanges[row] || own;
        exchangeOf[count] = exchange;
        code[count] = codeRanks[part.codes[row]!]!;
        group[count] = groupRanks[exchange]! * 2 + (isTotal[part.codes[row]!] ? 1 : 0);
        count++;
      }
    });
    this.withoutDay = withoutDay;
    const lines = Int32Array.from({ length: count }, (_, i) => i);
    const { serials, of } = numbered(days.subarray(0, count));
    const order = sortedBy(
      sortedBy(sortedBy(lines, codes.list.length, code), serials.length, of),
      exchanges.list.length * 2,
      group,
    );
    const clashes = new Map<string, Clash>();
    const runs: Run[] = [];
    const kept = new Int32Array(count);
    let length = 0;
    let start = 0;
    const sameRun = (a: number, b: number) => group[a] === group[b] && days[a] === days[b];
    for (let i = 0; i < count;) {
      const first = order[i]!;
      if (length > start && !sameRun(kept[length - 1]!, first)) start = length;
      let end = i + 1;
      while (end < count && sameRun(order[end]!, first) && code[order[end]!] === code[first]) end++;
      kept[length++] = first;
      for (let j = i + 1; j < end; j++) {
        const line = order[j]!;
        const [part, other] = [parts[partOf[line]!]!, parts[partOf[first]!]!];
        const isSame = sameFigures(part, rowOf[line]!, other, rowOf[first]!);
        const kind = part === other ? (isSame ? 'duplicate' : 'double') : isSame ? 'overlap' : 'conflict';
        if (kind === 'double') kept[length++] = line;
        const key = `${kind} ${part.id} ${other.id}`;
        let clash = clashes.get(key);
        if (!clash) clashes.set(key, (clash = { kind, part, other, codes: new Set(), days: new Set(), rows: 0 }));
        clash.codes.add(codes.list[part.codes[rowOf[line]!]!]!);
        clash.days.add(days[line]!);
        clash.rows++;
      }
      const next = end < count ? order[end]! : -1;
      if (next < 0 || !sameRun(first, next))
        runs.push({
          exchange: exchanges.list[exchangeOf[first]!]!,
          day: days[first]!,
          start,
          end: length,
          totals: group[first]! % 2 === 1,
        });
      i = end;
    }
    this.partOf = Int32Array.from(kept.subarray(0, length), (line) => partOf[line]!);
    this.rowOf = Int32Array.from(kept.subarray(0, length), (line) => rowOf[line]!);
    this.runs = runs;
    this.clashes = [...clashes.values()];
  }

  part(at: number): Part {
    return this.parts[this.partOf[at]!]!;
  }

  /** The number of the code in this place. */
  code(at: number): number {
    return this.part(at).codes[this.rowOf[at]!]!;
  }

  figure(at: number, figure: number): number {
    return this.part(at).figures[figure]![this.rowOf[at]!]!;
  }

  /** The part that has most rows of a run. */
  mainPart({ start, end }: Run): Part {
    const counts = new Map<number, number>();
    let best = this.partOf[start]!;
    for (let at = start; at < end; at++) {
      const part = this.partOf[at]!;
      counts.set(part, (counts.get(part) ?? 0) + 1);
      if (counts.get(part)! > counts.get(best)!) best = part;
    }
    return this.parts[best]!;
  }

  /** Calls for every security that two runs have in common. */
  eachPair(a: Run, b: Run, visit: (a: number, b: number) => void): void {
    const places = new Map<number, number>();
    // Nearly always the two stand in the same order.
    let j = b.start;
    for (let i = a.start; i < a.end; i++) {
      const code = this.code(i);
      if (j < b.end && this.code(j) === code) visit(i, j++);
      else {
        if (places.size === 0) for (let at = b.start; at < b.end; at++) places.set(this.code(at), at);
        const at = places.get(code);
        if (at !== undefined) {
          visit(i, at);
          j = at + 1;
        }
      }
    }
  }
}

/** Whether two rows say the same, as far as both say something, within what their prints round away. */
function sameFigures(a: Part, rowA: number, b: Part, rowB: number): boolean {
  for (let i = 0; i < FIGURES; i++) {
    const [x, y] = [a.figures[i]![rowA]!, b.figures[i]![rowB]!];
    if (Number.isNaN(x) || Number.isNaN(y)) continue;
    if (Math.abs(x - y) > a.halves[i]! + b.halves[i]! + Math.abs(x) * Number.EPSILON * 4) return false;
  }
  return true;
}

/** The place of each word when they are put in order. */
function ranks(words: readonly string[], keyOf: (word: string) => string): Int32Array {
  const keys = words.map(keyOf);
  const order = words.map((_, i) => i).sort((a, b) => (keys[a]! < keys[b]! ? -1 : keys[a]! > keys[b]! ? 1 : 0));
  const rank = new Int32Array(words.length);
  order.forEach((i, place) => (rank[i] = place));
  return rank;
}
