import { halfWidth } from '../cells/text';

export type Exchange = 'SSE' | 'SZSE' | 'BSE';

/** In the order in which tables are sorted. */
export const EXCHANGES: readonly Exchange[] = ['SSE', 'SZSE', 'BSE'];

const SPELLINGS: Readonly<Record<Exchange, readonly string[]>> = {
  SSE: ['SSE', 'SH', 'SS', 'XSHG', 'SHSE', '上交所', '上海', '上证', '沪', '沪市', '沪证', '沪A', '上海证券交易所'],
  SZSE: ['SZSE', 'SZ', 'XSHE', '深交所', '深圳', '深证', '深', '深市', '深A', '深圳证券交易所'],
  BSE: ['BSE', 'BJ', 'XBSE', 'XBEI', 'BJSE', '北交所', '北京', '北证', '北', '北市', '京市', '京证', '北京证券交易所'],
};

const bySpelling = new Map(
  EXCHANGES.flatMap((exchange) => SPELLINGS[exchange].map((spelling) => [spelling, exchange] as const)),
);

/** The exchange that a word names; Eastmoney writes 融资融券_沪证 and names the board, as 上交所主板. */
export function exchangeOf(text: string): Exchange | null {
  const word = halfWidth(text)
    .toUpperCase()
    .replace(/^融资融券_/, '')
    .replace(/(?:主板|科创板|风险警示板|中小板|创业板)$/, '');
  return bySpelling.get(word) ?? null;
}
