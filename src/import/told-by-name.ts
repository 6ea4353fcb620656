import { serialOf } from '../cells/date';
import type { Exchange } from '../tables/exchange';

const DAY = /(?<!\d)((?:19|20)\d\d)(?:([-_./])(\d{1,2})\2(\d{1,2})|年(\d{1,2})月(\d{1,2})日?|(\d\d)(\d\d))(?!\d)/g;

/** The one day that a name holds; null where it holds none, or several, as 20240101-20240131. */
export function dayInName(text: string): number | null {
  const days = new Set<number>();
  for (const [, year, , a, b, c, d, e, f] of text.matchAll(DAY)) {
    const [month, day] = [Number(a ?? c ?? e), Number(b ?? d ?? f)];
    const serial = serialOf(Number(year), month, day);
    if (month >= 1 && month <= 12 && day >= 1 && day <= daysIn(Number(year), month)) days.add(serial);
  }
  return days.size === 1 ? [...days][0]! : null;
}

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** How files are named: rzrqjygk20240102.xls is Shanghai's own, 1837_xxpl the Shenzhen page's. */
const NAMES: readonly (readonly [Exchange, RegExp])[] = [
  ['SSE', /rzrqjygk|(?<![a-z])(?:sse|shse)(?![a-z])|上交所|上证所|上海|沪市|沪/],
  ['SZSE', /(?<![a-z])szse(?![a-z])|1837_xxpl|深交所|深证|深圳|深市|深/],
  ['BSE', /(?<![a-z])(?:bse|bjse)(?![a-z])|北交所|北证|北京证券/],
];

/** The exchange that a name says; null where it says none, or several (沪深两市). */
export function exchangeInName(text: string): Exchange | null {
  const found = NAMES.filter(([, pattern]) => pattern.test(text.toLowerCase()));
  return found.length === 1 ? found[0]![0] : null;
}
