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
 * days that follow each other without a gap. A day that is there twice has no net, and is no day before. Markets are
 * large and what costs time is to sort them, so rows are numbered and beside those before them in one go, and the last
 * row of another direction says how long a run is.
 */
export function netPurchaseQuery(dialect: Dialect): string {
  const byDay = `PARTITION BY ${SECURITY} ORDER BY date`;
  const earlier = (text: string, rows?: number) => dialect.before(text, SECURITY, 'date', rows);
  const flows = FINANCING_NET_PURCHASE.compute(
    { purchases: figureOf('purchases', dialect), repayments: figureOf('repayments', dialect) },
    sqlOperations(dialect),
  ) as Sql;
  const once = (figure: string) => `CASE WHEN copies = 1 THEN ${figure} END AS ${figure}`;
  const ofDayBefore = (figure: string) => `CASE WHEN follows THEN ${figure} END AS ${figure}`;
  const lastUnless = (condition: string, place: string) =>
    dialect.latest(`CASE WHEN ${condition} THEN NULL ELSE ${place} END`, SECURITY, 'date');
  return `WITH ${dayBefore(dialect)}, placed AS (
  SELECT market.exchange AS exchange, market.code AS code, market.date AS date, day_before,
    financing_balance, purchases, repayments, lending_qty
  FROM market JOIN following ON following.exchange = market.exchange AND following.date = market.date
), beside AS (
  SELECT placed.*, ROW_NUMBER() OVER (${byDay}) AS place,
    COUNT(*) OVER (${byDay} RANGE BETWEEN CURRENT ROW AND CURRENT ROW) AS copies,
    ${earlier('date')} AS own_before, ${earlier('date', 2)} AS before_that,
    ${earlier('financing_balance')} AS prior_balance, ${earlier('lending_qty')} AS prior_qty
  FROM placed
), one AS (
  SELECT exchange, code, date, place, copies, prior_balance, prior_qty,
    ${['financing_balance', 'purchases', 'repayments', 'lending_qty'].map(once).join(',\n    ')},
    COALESCE(copies = 1 AND own_before = day_before AND (before_that IS NULL OR before_that <> own_before), FALSE) AS follows
  FROM beside WHERE own_before IS NULL OR own_before <> date
), known AS (
  SELECT exchange, code, date, place, copies, follows, financing_balance, purchases, repayments, lending_qty,
    ${[ofDayBefore('prior_balance'), ofDayBefore('prior_qty')].join(', ')}
  FROM one
), nets AS (
  SELECT known.*,
    CASE WHEN ${flows.text} IS NOT NULL THEN '买入−偿还'
      WHEN financing_balance - prior_balance IS NOT NULL THEN '余额变动' END AS basis,
    COALESCE(${flows.text}, financing_balance - prior_balance) AS net_purchase
  FROM known
), turns AS (
  SELECT nets.*, ${lastUnless('follows', 'place')} AS chain,
    ${lastUnless('net_purchase > 0', 'place')} AS not_up,
    ${lastUnless('net_purchase < 0', 'place')} AS not_down
  FROM nets
)
SELECT exchange, code, date, copies, net_purchase, basis, prior_balance, lending_qty - prior_qty AS lending_qty_change,
  CASE WHEN net_purchase > 0 THEN place + 1 - GREATEST(chain, COALESCE(not_up, 0) + 1)
    WHEN net_purchase < 0 THEN GREATEST(chain, COALESCE(not_down, 0) + 1) - place - 1
    WHEN net_purchase = 0 THEN 0 END AS streak, chain
FROM turns`;
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
