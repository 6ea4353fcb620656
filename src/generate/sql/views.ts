import type { Dialect } from '../../number/sql-dialects';
import { netPurchaseQuery, rankingQuery } from './ranking';
import { reconcileQuery } from './reconcile';

/** A query over the table `market`, kept as a view. */
export interface View {
  readonly name: string;
  readonly says: string;
  query(dialect: Dialect): string;
}

const SECURITY = 'exchange, code';
const DAYS = `PARTITION BY ${SECURITY} ORDER BY date`;
const SO_FAR = `${DAYS} ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW`;
const TREND_WINDOW = 20;
const NET_PURCHASE = 'rzrq_net_purchase';
/** Over how many trading days securities are ranked: a view takes no argument. */
const RANKING_DAYS = [1, 5, 20];

interface Flows {
  readonly balance: string;
  readonly more: string;
  readonly less: string;
}

/** A blank flow of a day is 0, as in a cell; the balance before the first day is taken back from the first. */
const seriesQuery = ({ balance, more, less }: Flows) => `SELECT exchange, code, date, ${balance},
  FIRST_VALUE(${balance} - COALESCE(${more}, 0) + COALESCE(${less}, 0)) OVER (${SO_FAR})
    + SUM(COALESCE(${more}, 0)) OVER (${SO_FAR})
    - SUM(COALESCE(${less}, 0)) OVER (${SO_FAR}) AS expected
FROM market`;

/** How many days in a row, signed: rows of one direction are numbered from where it turned. */
const streakQuery = ({ before }: Dialect) => `WITH changes AS (
  SELECT exchange, code, date, SIGN(financing_balance - ${before('financing_balance', SECURITY, 'date')}) AS direction
  FROM market WHERE financing_balance IS NOT NULL
), turns AS (
  SELECT exchange, code, date, direction,
    CASE WHEN direction = ${before('direction', SECURITY, 'date')} THEN 0 ELSE 1 END AS turn
  FROM changes
), runs AS (
  SELECT exchange, code, date, direction, SUM(turn) OVER (${SO_FAR}) AS run FROM turns
)
SELECT exchange, code, date,
  direction * ROW_NUMBER() OVER (PARTITION BY exchange, code, run ORDER BY date) AS streak
FROM runs`;

/** Slope ÷ mean = 12·(n·Σry − Σr·Σy) ÷ (n·(n² − 1)·Σy), every sum exact, divided once. */
function trendQuery({ factor, double }: Dialect): string {
  const frame = `${DAYS} ROWS BETWEEN ${TREND_WINDOW - 1} PRECEDING AND CURRENT ROW`;
  const wide = (text: string, places: number) => factor(text, places);
  return `WITH numbered AS (
  SELECT exchange, code, date, financing_balance, ROW_NUMBER() OVER (${DAYS}) AS place
  FROM market WHERE financing_balance IS NOT NULL
), sums AS (
  SELECT exchange, code, date,
    COUNT(*) OVER (${frame}) AS n,
    SUM(place) OVER (${frame}) AS places,
    SUM(financing_balance) OVER (${frame}) AS balances,
    SUM(${wide('financing_balance', 2)} * place) OVER (${frame}) AS moments
  FROM numbered
)
SELECT exchange, code, date,
  CASE WHEN n < 2 THEN NULL ELSE ${double(`12 * (n * ${wide('moments', 2)} - places * ${wide('balances', 2)})`)}
    / NULLIF(${double(`n * (n * n - 1) * ${wide('balances', 2)}`)}, 0) END AS trend
FROM sums`;
}

export const views: readonly View[] = [
  {
    name: 'rzrq_financing_balance_series',
    says: 'FINANCING_BALANCE_SERIES 融资余额序列: from the balance before the first day, plus purchases less repayments so far, beside the published balance.',
    query: () => seriesQuery({ balance: 'financing_balance', more: 'purchases', less: 'repayments' }),
  },
  {
    name: 'rzrq_lending_qty_series',
    says: 'LENDING_QTY_SERIES 融券余量序列: likewise, sold short less returned.',
    query: () => seriesQuery({ balance: 'lending_qty', more: 'sold', less: 'returned' }),
  },
  {
    name: 'rzrq_balance_streak',
    says: 'BALANCE_STREAK 连续增减天数 of the financing balance up to each day; days without a balance are skipped.',
    query: streakQuery,
  },
  {
    name: 'rzrq_balance_trend',
    says: `BALANCE_TREND 余额趋势 of the financing balance over the last ${TREND_WINDOW} days that have one.`,
    query: trendQuery,
  },
  {
    name: 'rzrq_reconcile',
    says: 'RECONCILE 勾稽核对 for figures in whole 元 and 股: expected − published for each identity that an exchange publishes the figures of, and a verdict: 重复 > 差异 > 缺失 > 无前日 > 一致. The day before is the trading day before.',
    query: reconcileQuery,
  },
  {
    name: NET_PURCHASE,
    says: 'Net purchases 净买入 of each security and day, as NET_PURCHASE_RANKING takes them: purchases less repayments where both are published, else the change of the balance since the trading day before.',
    query: netPurchaseQuery,
  },
  ...RANKING_DAYS.map((days) => ({
    name: days === 1 ? 'rzrq_net_purchase_ranking' : `rzrq_net_purchase_ranking_${days}`,
    says: `NET_PURCHASE_RANKING 融资净买入排名 of the last day of each exchange, by the net purchases of ${days === 1 ? 'that day' : `${days} trading days`}.`,
    query: (dialect: Dialect) => rankingQuery(dialect, NET_PURCHASE, days),
  })),
];

export function viewStatement({ name, query }: View, dialect: Dialect): string {
  return `CREATE OR REPLACE VIEW ${name} AS\n${query(dialect)};`;
}
