import { FINANCING_NET_PURCHASE } from '../../functions/indicator/financing-net-purchase';
import { type Sql, sqlOperations, SqlRatio } from '../../number/sql';
import type { Dialect } from '../../number/sql-dialects';
import { dayBefore } from './day-before';
import { figureOf } from './market';

const SECURITY = 'exchange, code';

const quotient = (part: string, whole: string, dialect: Dialect): string =>
  new SqlRatio(figureOf(part, dialect), figureOf(whole, dialect)).expression.text;

/**
 * Net purchases of every security on every day, with the days in a row of one sign, and in `chain` a number for the
 * days that follow each other without a gap. A day that is there twice has no net, and is no day before.
 */
export function netPurchaseQuery(dialect: Dialect): string {
  const earlier = (text: string) => dialect.before(text, SECURITY, 'date');
  const flows = FINANCING_NET_PURCHASE.compute(
    { purchases: figureOf('purchases', dialect), repayments: figureOf('repayments', dialect) },
    sqlOperations(dialect),
  ) as Sql;
  const soFar = (by: string) => `(PARTITION BY ${by} ORDER BY date ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)`;
  const once = (figure: string) => `CASE WHEN COUNT(*) = 1 THEN MIN(${figure}) END AS ${figure}`;
  const ofDayBefore = (figure: string) => `CASE WHEN follows THEN ${figure} END AS ${figure}`;
  return `WITH ${dayBefore(dialect)}, one AS (
  SELECT exchange, code, date, COUNT(*) AS copies,
    ${['financing_balance', 'purchases', 'repayments', 'lending_qty'].map(once).join(',\n    ')}
  FROM market GROUP BY exchange, code, date
), earlier AS (
  SELECT one.*, ${earlier('date')} AS own_before, ${earlier('copies')} AS prior_copies,
    ${earlier('financing_balance')} AS prior_balance, ${earlier('lending_qty')} AS prior_qty
  FROM one
), placed AS (
  SELECT earlier.exchange AS exchange, earlier.code AS code, earlier.date AS date, copies, financing_balance, purchases, repayments, lending_qty,
    prior_balance, prior_qty, COALESCE(own_before = day_before AND copies = 1 AND prior_copies = 1, FALSE) AS follows
  FROM earlier JOIN following ON following.exchange = earlier.exchange AND following.date = earlier.date
), known AS (
  SELECT exchange, code, date, copies, follows, financing_balance, purchases, repayments, lending_qty,
    ${[ofDayBefore('prior_balance'), ofDayBefore('prior_qty')].join(', ')}
  FROM placed
), nets AS (
  SELECT known.*,
    CASE WHEN ${flows.text} IS NOT NULL THEN '买入−偿还'
      WHEN financing_balance - prior_balance IS NOT NULL THEN '余额变动' END AS basis,
    COALESCE(${flows.text}, financing_balance - prior_balance) AS net_purchase
  FROM known
), turns AS (
  SELECT nets.*, CASE WHEN follows THEN 0 ELSE 1 END AS gap,
    CASE WHEN follows AND SIGN(net_purchase) = SIGN(${earlier('net_purchase')}) THEN 0 ELSE 1 END AS turn
  FROM nets
), runs AS (
  SELECT turns.*, SUM(gap) OVER ${soFar(SECURITY)} AS chain, SUM(turn) OVER ${soFar(SECURITY)} AS run FROM turns
)
SELECT exchange, code, date, copies, net_purchase, basis, prior_balance, lending_qty - prior_qty AS lending_qty_change,
  SIGN(net_purchase) * ROW_NUMBER() OVER (PARTITION BY exchange, code, run ORDER BY date) AS streak, chain
FROM runs`;
}

/** The last day of each exchange, ranked by the net purchases over so many days; what cannot be ranked stands at the foot. */
export function rankingQuery(dialect: Dialect, nets: string, days: number): string {
  const frame = `(PARTITION BY exchange, code, chain ORDER BY date ROWS BETWEEN ${days - 1} PRECEDING AND CURRENT ROW)`;
  return `WITH last_days AS (
  SELECT exchange, MAX(date) AS date FROM market GROUP BY exchange
), sums AS (
  SELECT nets.*, CASE WHEN COUNT(net_purchase) OVER ${frame} = ${days} THEN SUM(net_purchase) OVER ${frame} END AS cumulative_net
  FROM ${nets} AS nets
), lines AS (
  SELECT market.exchange AS exchange, market.code AS code, market.date AS date, name, financing_balance, net_purchase,
    prior_balance, purchases, turnover, float_value, streak, cumulative_net, lending_qty_change, basis, industry, copies
  FROM market
  JOIN last_days ON last_days.exchange = market.exchange AND last_days.date = market.date
  JOIN sums ON sums.exchange = market.exchange AND sums.code = market.code AND sums.date = market.date
)
SELECT CASE WHEN cumulative_net IS NOT NULL THEN ROW_NUMBER() OVER (ORDER BY CASE WHEN cumulative_net IS NULL THEN 1 ELSE 0 END, cumulative_net DESC, code, exchange) END AS place,
  exchange, code, date, name, financing_balance, net_purchase,
  ${quotient('net_purchase', 'prior_balance', dialect)} AS net_to_prior_balance,
  purchases,
  ${quotient('purchases', 'turnover', dialect)} AS purchases_to_turnover,
  ${quotient('net_purchase', 'turnover', dialect)} AS net_to_turnover,
  ${quotient('financing_balance', 'float_value', dialect)} AS balance_to_float,
  streak, cumulative_net, lending_qty_change, basis, industry,
  CASE WHEN copies > 1 THEN '重复' WHEN net_purchase IS NULL THEN '无前日' WHEN cumulative_net IS NULL THEN '不足 ${days} 日' ELSE '' END AS problem
FROM lines`;
}
