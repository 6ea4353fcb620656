import { halfWidth } from '../cells/text';

export type Exchange = 'SSE' | 'SZSE' | 'BSE';

/** In the order in which tables are sorted. */
export const EXCHANGES: readonly Exchange[] = ['SSE', 'SZSE', 'BSE'];

/** Words that name an exchange, also in front of a figure's word; then what stands in cells alone (聚源 counts 83, 90, 18). */
const NAMES: Readonly<Record<Exchange, readonly [names: string, others: string]>> = {
  SSE: ['SSE SHSE SH 上海证券交易所 上海市场 上交所 上海 上证 沪市 沪证 沪A 沪', 'SS XSHG 83'],
  SZSE: ['SZSE SZ 深圳证券交易所 深圳市场 深交所 深圳 深证 深市 深A 深', 'XSHE 90'],
  BSE: ['BSE BJSE BJ 北京证券交易所 北京市场 北交所 北京 北证 北市 京市 京证', 'XBSE XBEI 北 京 18'],
};

/** What a table calls all markets together. */
const ALL = '全市场 沪深京 沪深北 沪深两市 沪深 两市 三市 全国 市场合计 合计 总计 TOTAL ALL';

const bySpelling = new Map(
  EXCHANGES.flatMap((exchange) =>
    NAMES[exchange].flatMap((words) => words.split(' ').map((word) => [word, exchange] as const)),
  ),
);

/** The exchange that a word names; Eastmoney writes 融资融券_沪证 and names the board, as 上交所主板. */
export function exchangeOf(text: string): Exchange | null {
  const word = halfWidth(text)
    .toUpperCase()
    .replace(/^融资融券_/, '')
    .replace(/(?:主板|科创板|风险警示板|中小板|创业板)$/, '');
  return bySpelling.get(word) ?? null;
}

/** A market in a header: an exchange, or all of them under the table's own word. */
export interface Market {
  readonly exchange: Exchange | null;
  readonly word: string;
}

const markets = new Map<string, Market>([
  ...EXCHANGES.flatMap((exchange) =>
    NAMES[exchange][0].split(' ').map((word) => [word.toLowerCase(), { exchange, word: exchange }] as const),
  ),
  ...ALL.split(' ').map((word) => [word.toLowerCase(), { exchange: null, word }] as const),
]);
const NAME = [...markets.keys()].sort((a, b) => b.length - a.length).join('|');
const BEFORE = new RegExp(`^(${NAME})(.+)$`);
const BEHIND = new RegExp(`^(.+?)(${NAME})$`);

/** The market that a header's word is. */
export function marketOf(word: string): Market | null {
  return markets.get(word) ?? null;
}

/** The ways to part a header's word into a market and what is said of it: 上海融资余额, 融资余额沪市. */
export function withoutMarket(word: string): { readonly market: Market; readonly rest: string }[] {
  const [, first, after] = BEFORE.exec(word) ?? [];
  const [, before, last] = BEHIND.exec(word) ?? [];
  return [
    ...(first && after ? [{ market: markets.get(first)!, rest: after }] : []),
    ...(before && last ? [{ market: markets.get(last)!, rest: before }] : []),
  ];
}
