import { BIAS } from '../../functions/indicator/market-bias';
import type { Dialect } from '../../number/sql-dialects';
import { netPurchaseQuery, rankingQuery } from './ranking';
import { reconcileQuery } from './reconcile';

/** A query over the table `market`, kept as a view. */
export interface View {
  /** The function whose answer it is. */
  readonly id: string;
  readonly name: string;
  readonly says: string;
  query(dialect: Dialect): string;
}

const SECURITY = 'exchange, code';
const DAYS = `PARTITION BY ${SECURITY} ORDER BY date`;
const SO_FAR = `${DAYS} ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW`;
const TREND_WINDOW = 20;
/** Of amounts and quantities. */
const PLACES = 2;
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

/** Queries of a WITH; the last one, `sums`, has n, Σr, and Σy and Σry of each figure over the last days that have them all. */
function sumsOfTrend(figures: readonly string[], { factor }: Dialect): string {
  const frame = `${DAYS} ROWS BETWEEN ${TREND_WINDOW - 1} PRECEDING AND CURRENT ROW`;
  const sums = figures.map(
    (figure) => `    SUM(${figure}) OVER (${frame}) AS sum_${figure},
    SUM(${factor(figure, PLACES)} * place) OVER (${frame}) AS moment_${figure}`,
  );
  return `WITH numbered AS (
  SELECT exchange, code, date, ${figures.join(', ')}, ROW_NUMBER() OVER (${DAYS}) AS place
  FROM market WHERE ${figures.map((figure) => `${figure} IS NOT NULL`).join(' AND ')}
), sums AS (
  SELECT exchange, code, date,
    COUNT(*) OVER (${frame}) AS n,
    SUM(place) OVER (${frame}) AS places,
${sums.join(',\n')}
  FROM numbered
)`;
}

/** n·Σry − Σr·Σy, which has the sign of the slope. */
const rise = (figure: string, { factor }: Dialect) =>
  `(n * ${factor(`moment_${figure}`, PLACES)} - places * ${factor(`sum_${figure}`, PLACES)})`;

/** Slope ÷ mean = 12·(n·Σry − Σr·Σy) ÷ (n·(n² − 1)·Σy), every sum exact, divided once. */
function trendQuery(dialect: Dialect): string {
  const { factor, double } = dialect;
  const figure = 'financing_balance';
  return `${sumsOfTrend([figure], dialect)}
SELECT exchange, code, date,
  CASE WHEN n < 2 THEN NULL ELSE ${double(`12 * ${rise(figure, dialect)}`)}
    / NULLIF(${double(`n * (n * n - 1) * ${factor(`sum_${figure}`, PLACES)}`)}, 0) END AS trend
FROM sums`;
}

function biasQuery(dialect: Dialect): string {
  const [financing, lending] = ['financing_balance', 'lending_qty'] as const;
  const rises = (figure: string) => `${rise(figure, dialect)} > 0`;
  return `${sumsOfTrend([financing, lending], dialect)}
SELECT exchange, code, date,
  CASE WHEN n < 2 THEN NULL WHEN (${rises(financing)}) = (${rises(lending)}) THEN '${BIAS.zh.neutral}'
    WHEN ${rises(financing)} THEN '${BIAS.zh.buyers}' ELSE '${BIAS.zh.sellers}' END AS bias
FROM sums`;
}

export const views: readonly View[] = [
  {
    id: 'FINANCING_BALANCE_SERIES',
    name: 'rzrq_financing_balance_series',
    says: 'FINANCING_BALANCE_SERIES 融资余额序列: from the balance before the first day, plus purchases less repayments so far, beside the published balance.',
    query: () => seriesQuery({ balance: 'financing_balance', more: 'purchases', less: 'repayments' }),
  },
  {
    id: 'LENDING_QTY_SERIES',
    name: 'rzrq_lending_qty_series',
    says: 'LENDING_QTY_SERIES 融券余量序列: likewise, sold short less returned.',
    query: () => seriesQuery({ balance: 'lending_qty', more: 'sold', less: 'returned' }),
  },
  {
    id: 'BALANCE_STREAK',
    name: 'rzrq_balance_streak',
    says: 'BALANCE_STREAK 连续增减天数 of the financing balance up to each day; days without a balance are skipped.',
    query: streakQuery,
  },
  {
    id: 'BALANCE_TREND',
    name: 'rzrq_balance_trend',
    says: `BALANCE_TREND 余额趋势 of the financing balance over the last ${TREND_WINDOW} days that have one.`,
    query: trendQuery,
  },
  {
    id: 'MARKET_BIAS',
    name: 'rzrq_market_bias',
    says: `MARKET_BIAS 市场倾向 by the trends of financing balance and quantity on loan over the last ${TREND_WINDOW} days that have both.`,
    query: biasQuery,
  },
  {
    id: 'RECONCILE',
    name: 'rzrq_reconcile',
    says: 'RECONCILE 勾稽核对 for figures in whole 元 and 股: expected − published for each identity that an exchange publishes the figures of, and a verdict: 重复 > 差异 > 缺失 > 无前日 > 一致. The day before is the trading day before.',
    query: reconcileQuery,
  },
  {
    id: 'NET_PURCHASE_RANKING',
    name: NET_PURCHASE,
    says: 'Net purchases 净买入 of each security and day, as NET_PURCHASE_RANKING takes them: purchases less repayments where both are published, else the change of the balance since the trading day before.',
    query: netPurchaseQuery,
  },
  ...RANKING_DAYS.map((days) => ({
    id: 'NET_PURCHASE_RANKING',
    name: days === 1 ? 'rzrq_net_purchase_ranking' : `rzrq_net_purchase_ranking_${days}`,
    says: `NET_PURCHASE_RANKING 融资净买入排名 of the last day of each exchange, by the net purchases of ${days === 1 ? 'that day' : `${days} trading days`}.`,
    query: (dialect: Dialect) => rankingQuery(dialect, NET_PURCHASE, days),
  })),
];

export function viewStatement({ name, query }: View, dialect: Dialect): string {
  return `CREATE OR REPLACE VIEW ${name} AS\n${query(dialect)};`;
}
