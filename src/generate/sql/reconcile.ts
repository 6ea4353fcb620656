import { isoDate, serialOf } from '../../cells/date';
import { FINANCING_BALANCE_BREAK } from '../../functions/check/financing-balance-break';
import { LENDING_BALANCE_BREAK } from '../../functions/check/lending-balance-break';
import { LENDING_QTY_BREAK } from '../../functions/check/lending-qty-break';
import { MARGIN_BALANCE_BREAK } from '../../functions/check/margin-balance-break';
import { Sql, sqlOperations } from '../../number/sql';
import type { Dialect } from '../../number/sql-dialects';
import { closedWeekdays, FIRST_KNOWN_YEAR, LAST_KNOWN_YEAR, LONGEST_GAP } from '../../rules/calendar';

/** Brokers round the value of each holding to whole 元, one by one. */
const BROKERS_ROUNDING = 2;
const MONDAY = '2010-01-04';

interface Check {
  readonly name: string;
  readonly difference: (dialect: Dialect) => string;
  readonly figures: readonly string[];
  /** Where the figure of the day before stands; `has_…` says whether there is such a day. */
  readonly prior?: { readonly figure: string; readonly has: string };
  readonly tolerance: number;
}

const checks: readonly Check[] = [
  {
    name: 'financing_balance_break',
    difference: (dialect) =>
      text(
        FINANCING_BALANCE_BREAK.compute(
          columns(dialect, {
            prior_balance: 'prior_balance',
            purchases: 'purchases',
            repayments: 'repayments',
            balance: 'financing_balance',
          }),
          sqlOperations(dialect),
        ),
      ),
    figures: ['purchases', 'repayments', 'financing_balance'],
    prior: { figure: 'prior_balance', has: 'has_balance' },
    tolerance: 0,
  },
  {
    name: 'lending_qty_break',
    difference: (dialect) =>
      text(
        LENDING_QTY_BREAK.compute(
          columns(dialect, { prior_qty: 'prior_qty', sold: 'sold', returned: 'returned', qty: 'lending_qty' }),
          sqlOperations(dialect),
        ),
      ),
    figures: ['sold', 'returned', 'lending_qty'],
    prior: { figure: 'prior_qty', has: 'has_qty' },
    tolerance: 0,
  },
  {
    name: 'lending_balance_break',
    difference: (dialect) =>
      text(
        LENDING_BALANCE_BREAK.compute(
          {
            ...columns(dialect, { qty: 'lending_qty', price: 'price', lending_balance: 'lending_balance' }),
            unit: 'share',
          },
          sqlOperations(dialect),
        ),
      ),
    figures: ['lending_qty', 'NULLIF(price, 0)', 'lending_balance'],
    tolerance: BROKERS_ROUNDING,
  },
  {
    name: 'margin_balance_break',
    difference: (dialect) =>
      text(
        MARGIN_BALANCE_BREAK.compute(
          columns(dialect, {
            financing_balance: 'financing_balance',
            lending_balance: 'lending_balance',
            margin_balance: 'margin_balance',
          }),
          sqlOperations(dialect),
        ),
      ),
    figures: ['financing_balance', 'lending_balance', 'margin_balance'],
    tolerance: 0,
  },
];

/** What the checks read of a row. */
const FIGURES = [
  ...['exchange', 'code', 'date', 'financing_balance', 'purchases', 'repayments', 'lending_qty', 'sold', 'returned'],
  ...['lending_balance', 'margin_balance', 'price'],
];

const text = (outcome: unknown) => (outcome as Sql).text;

function columns<K extends string>(dialect: Dialect, names: Readonly<Record<K, string>>): Record<K, Sql> {
  return Object.fromEntries(
    Object.entries<string>(names).map(([name, column]) => [
      name,
      new Sql(dialect, { text: column, places: column === 'price' ? 4 : 2 }),
    ]),
  ) as Record<K, Sql>;
}

/** RECONCILE over the table `market`. */
export function reconcileQuery(dialect: Dialect): string {
  const { before } = dialect;
  const allowed = (check: Check) => `allows_${check.name}`;
  const lacks = ({ figures, prior }: Check) =>
    [
      ...figures.map((figure) => `${figure} IS NULL`),
      ...(prior ? [`(${prior.has} AND ${prior.figure} IS NULL)`] : []),
    ].join(' OR ');
  const known = (check: Check) =>
    `${allowed(check)} AND NOT (${lacks(check)})${check.prior ? ` AND ${check.prior.has}` : ''}`;
  const breaks = checks.map(({ name, tolerance }) => `ABS(${name}) > ${tolerance}`).join(' OR ');
  const missing = checks.map((check) => `(${allowed(check)} AND (${lacks(check)}))`).join(' OR ');
  const alone = checks
    .flatMap((check) => (check.prior ? `(${allowed(check)} AND NOT ${check.prior.has})` : []))
    .join(' OR ');
  const nothing = checks.map((check) => `NOT ${allowed(check)}`).join(' AND ');
  const agreed = (figure: string) =>
    `CASE WHEN MIN(${figure}) = MAX(${figure}) AND COUNT(${figure}) = COUNT(*) THEN MIN(${figure}) END`;
  return `WITH closed AS (
  ${closedDays(dialect)}
), offsets AS (
  ${dialect.listed(
    Array.from({ length: LONGEST_GAP - 1 }, (_, i) => String(i + 1)),
    'ahead',
  )}
), days AS (
  SELECT exchange, date, ${before('date', 'exchange', 'date')} AS earlier
  FROM (SELECT DISTINCT exchange, date FROM market) AS traded
), between_them AS (
  SELECT days.exchange AS exchange, days.date AS date,
    SUM(CASE WHEN ${dialect.daysLater('days.earlier', 'offsets.ahead')} < days.date
      AND ${isWeekday(dialect, dialect.daysLater('days.earlier', 'offsets.ahead'))}
      AND ${dialect.daysLater('days.earlier', 'offsets.ahead')} NOT IN (SELECT day FROM closed) THEN 1 ELSE 0 END) AS trading_days
  FROM days CROSS JOIN offsets
  GROUP BY days.exchange, days.date
), following AS (
  SELECT days.exchange AS exchange, days.date AS date,
    CASE WHEN ${dialect.daysBetween('days.date', 'days.earlier')} <= ${LONGEST_GAP}
      AND (between_them.trading_days = 0 OR NOT (${isKnown(dialect, 'days.earlier')} AND ${isKnown(dialect, 'days.date')}))
      THEN days.earlier END AS day_before
  FROM days JOIN between_them ON between_them.exchange = days.exchange AND between_them.date = days.date
), one AS (
  SELECT exchange, code, date, COUNT(*) AS copies,
    ${agreed('financing_balance')} AS balance, ${agreed('lending_qty')} AS qty
  FROM market GROUP BY exchange, code, date
), earlier AS (
  SELECT exchange, code, date, copies,
    ${before('date', 'exchange, code', 'date')} AS own_before,
    ${before('copies', 'exchange, code', 'date')} AS prior_copies,
    ${before('balance', 'exchange, code', 'date')} AS prior_balance,
    ${before('qty', 'exchange, code', 'date')} AS prior_qty
  FROM one
), published AS (
  SELECT exchange,
    ${checks.map((check) => `${publishes(check)} AS ${allowed(check)}`).join(',\n    ')}
  FROM market GROUP BY exchange
), joined AS (
  SELECT ${FIGURES.map((name) => `market.${name} AS ${name}`).join(', ')},
    earlier.copies AS copies, earlier.prior_balance AS prior_balance, earlier.prior_qty AS prior_qty,
    ${checks.map((check) => `published.${allowed(check)} AS ${allowed(check)}`).join(', ')},
    COALESCE(earlier.own_before = following.day_before AND NOT (earlier.prior_copies > 1 AND earlier.prior_balance IS NULL), FALSE) AS has_balance,
    COALESCE(earlier.own_before = following.day_before AND NOT (earlier.prior_copies > 1 AND earlier.prior_qty IS NULL), FALSE) AS has_qty
  FROM market
  JOIN following ON following.exchange = market.exchange AND following.date = market.date
  JOIN earlier ON earlier.exchange = market.exchange AND earlier.code = market.code AND earlier.date = market.date
  JOIN published ON published.exchange = market.exchange
), checked AS (
  SELECT joined.*,
    ${checks.map((check) => `CASE WHEN ${known(check)} THEN ${check.difference(dialect)} END AS ${check.name}`).join(',\n    ')}
  FROM joined
)
SELECT exchange, code, date, ${checks.map(({ name }) => name).join(', ')},
  CASE WHEN copies > 1 THEN '重复'
    WHEN ${breaks} THEN '差异'
    WHEN ${missing} OR (${nothing}) THEN '缺失'
    WHEN ${alone} THEN '无前日' ELSE '一致' END AS verdict
FROM checked`;
}

/** An exchange publishes a figure where any of its rows has one; a close is asked of the table alone. */
function publishes({ figures }: Check): string {
  return figures
    .map((figure) => (figure.startsWith('NULLIF(') ? '(SELECT COUNT(price) FROM market) > 0' : `COUNT(${figure}) > 0`))
    .join(' AND ');
}

function closedDays(dialect: Dialect): string {
  return dialect.listed(
    closedWeekdays().map((day) => dialect.dayLiteral(isoDate(day))),
    'day',
  );
}

function isWeekday(dialect: Dialect, day: string): string {
  return `${dialect.daysBetween(day, dialect.dayLiteral(MONDAY))} % 7 < 5`;
}

function isKnown(dialect: Dialect, day: string): string {
  const [first, last] = [serialOf(FIRST_KNOWN_YEAR, 1, 1), serialOf(LAST_KNOWN_YEAR, 12, 31)].map((serial) =>
    dialect.dayLiteral(isoDate(serial)),
  );
  return `${day} BETWEEN ${first} AND ${last}`;
}
