import type { Line } from './sheet';

/** Beyond this a row is no day before: the longest closure of recent years lay between 2020-01-23 and 2020-02-03. */
const LONGEST_GAP = 11;

/** How a row stands to the other rows of its table. */
export interface History {
  /** Whether another row has the same exchange, code and date. */
  isDuplicate(row: number): boolean;
  /** The rows of the same exchange and code on the previous date that the table has for that exchange. */
  prior(row: number): readonly number[];
}

export function historyOf(lines: readonly Line[]): History {
  const rowsByKey = new Map<string, number[]>();
  const daysByExchange = new Map<string, Set<number>>();
  lines.forEach((line, row) => {
    const key = keyOf(line, line.date);
    if (key === null) return;
    const rows = rowsByKey.get(key);
    if (rows) rows.push(row);
    else rowsByKey.set(key, [row]);
    if (typeof line.date !== 'number') return;
    const days = daysByExchange.get(line.exchange);
    if (days) days.add(line.date);
    else daysByExchange.set(line.exchange, new Set([line.date]));
  });

  const dayBefore = new Map([...daysByExchange].map(([exchange, days]) => [exchange, previousDays(days)]));
  return {
    isDuplicate(row) {
      const key = keyOf(lines[row]!, lines[row]!.date);
      return key !== null && rowsByKey.get(key)!.length > 1;
    },
    prior(row) {
      const { exchange, date } = lines[row]!;
      const before = typeof date === 'number' ? dayBefore.get(exchange)!.get(date) : undefined;
      const key = before === undefined ? null : keyOf(lines[row]!, before);
      return (key !== null && rowsByKey.get(key)) || [];
    },
  };
}

/** Null for a row that nothing tells apart from others: without a day and without a code. */
function keyOf({ blank, exchange, code }: Line, date: Line['date']): string | null {
  if (typeof date === 'number') return `${exchange}|${code}|${date}`;
  return blank || date !== null || code === '' ? null : `${exchange}|${code}|`;
}

function previousDays(days: ReadonlySet<number>): ReadonlyMap<number, number> {
  const ordered = [...days].sort((a, b) => a - b);
  return new Map(
    ordered.slice(1).flatMap((day, i) => (day - ordered[i]! <= LONGEST_GAP ? [[day, ordered[i]!] as const] : [])),
  );
}
