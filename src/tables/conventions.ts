import { figures, FIGURES, type Figure } from './columns';
import type { Exchange } from './exchange';

const SZSE_FIELDS = ['jrrzye', 'jrrzmr', 'jrrjmc', 'jrrjyl', 'jrrjye', 'jrrzrjye'];
const SSE_WORDS = ['信用交易日期', 'rzrqjyzl', 'rqylje'];
const ACCOUNT_WORDS = ['担保物总价值', '平均维持担保比例', 'totalguarantee', 'avgguaranteeratio'];

const YI = 8;
const WAN = 4;

/** What can be seen of a table besides its figures' words. */
export interface Facts {
  readonly words: ReadonlySet<string>;
  /** Whether its rows are securities, not whole markets. */
  readonly coded: boolean;
  /** Whether a figure is printed with decimals. */
  readonly decimals: boolean;
}

type Powers = { readonly [F in Figure]?: number };

/**
 * Units that a source is known to publish without saying so. The Shenzhen JSON had whole 元 until about 2021 and has
 * had 亿元 with decimals since, in its table of securities 万股 and 万元 beside them. The account statistics are in 亿元.
 */
const CONVENTIONS: readonly { readonly holds: (facts: Facts) => boolean; readonly powers: Powers }[] = [
  {
    holds: ({ words, coded, decimals }) => hasAny(words, SZSE_FIELDS) && decimals && !coded,
    powers: Object.fromEntries(figures.map((figure) => [figure, YI])),
  },
  {
    holds: ({ words, coded, decimals }) => hasAny(words, SZSE_FIELDS) && decimals && coded,
    powers: {
      financing_balance: YI,
      purchases: YI,
      margin_balance: YI,
      lending_balance: WAN,
      lending_qty: WAN,
      sold: WAN,
    },
  },
  {
    holds: ({ words }) => hasAny(words, ACCOUNT_WORDS),
    powers: Object.fromEntries(
      figures.filter((figure) => FIGURES[figure].measures === 'amount').map((figure) => [figure, YI]),
    ),
  },
];

/** The power of ten of each figure that the source is known for; empty for the sources of 元 and 股. */
export function powersBySource(facts: Facts): Powers {
  return CONVENTIONS.find(({ holds }) => holds(facts))?.powers ?? {};
}

/** The exchange whose own words head the table. */
export function exchangeBySource(words: ReadonlySet<string>): Exchange | null {
  return hasAny(words, SSE_WORDS) ? 'SSE' : hasAny(words, SZSE_FIELDS) ? 'SZSE' : null;
}

function hasAny(words: ReadonlySet<string>, some: readonly string[]): boolean {
  return some.some((word) => words.has(word));
}
