import { identities, type Identity } from '../../functions/check/identities';
import { Sql, sqlOperations } from '../../number/sql';
import type { Dialect } from '../../number/sql-dialects';
import { type Figure, figures } from '../../tables/columns';
import { dayBefore } from './day-before';
import { figureOf } from './market';

/** A close of 0 is none. */
const CLOSE = 'NULLIF(price, 0)';

/** An identity over the columns of `checked`. */
interface Check {
  readonly name: string;
  readonly difference: string;
  readonly tolerance: string;
  readonly figures: readonly string[];
  /** The figure that is wanted of the day before. */
  readonly prior: Figure | undefined;
}

function checkOf(identity: Identity, dialect: Dialect): Check {
  const { terms, needsPrice } = identity;
  const ops = sqlOperations(dialect);
  const price = figureOf('price', dialect);
  const columns = terms.map(({ figure, prior }) => figureOf(prior ? before(figure) : figure, dialect));
  // Figures in whole 元 and 股 are not rounded.
  const unrounded = terms.map(() => Sql.of(dialect, 0));
  return {
    name: identity.title.en,
    difference: identity.difference(columns, price, ops).text,
    tolerance: identity.tolerance(unrounded, price, ops).text,
    figures: [...terms.flatMap(({ figure, prior }) => (prior ? [] : [figure])), ...(needsPrice ? [CLOSE] : [])],
    prior: terms.find(({ prior }) => prior)?.figure,
  };
}

const before = (figure: Figure) => `prior_${figure}`;
const hasDayBefore = (figure: Figure) => `has_${figure}`;
const allowed = ({ name }: Check) => `allows_${name}`;

/** RECONCILE over the table `market`. */
export function reconcileQuery(dialect: Dialect): string {
  const checks = identities.map((identity) => checkOf(identity, dialect));
  const priors = checks.flatMap(({ prior }) => prior ?? []);
  const earlier = (text: string) => dialect.before(text, 'exchange, code', 'date');
  const lacks = ({ figures, prior }: Check) =>
    [
      ...figures.map((figure) => `${figure} IS NULL`),
      ...(prior ? [`(${hasDayBefore(prior)} AND ${before(prior)} IS NULL)`] : []),
    ].join(' OR ');
  const known = (check: Check) =>
    `${allowed(check)} AND NOT (${lacks(check)})${check.prior ? ` AND ${hasDayBefore(check.prior)}` : ''}`;
  const breaks = checks.map(({ name, tolerance }) => `ABS(${name}) > ${tolerance}`).join(' OR ');
  const missing = checks.map((check) => `(${allowed(check)} AND (${lacks(check)}))`).join(' OR ');
  const alone = checks
    .flatMap((check) => (check.prior ? `(${allowed(check)} AND NOT ${hasDayBefore(check.prior)})` : []))
    .join(' OR ');
  const nothing = checks.map((check) => `NOT ${allowed(check)}`).join(' AND ');
  return `WITH ${dayBefore(dialect)}, one AS (
  SELECT exchange, code, date, COUNT(*) AS copies,
    ${priors.map((figure) => `${agreed(figure)} AS ${figure}`).join(', ')}
  FROM market GROUP BY exchange, code, date
), earlier AS (
  SELECT exchange, code, date, copies,
    ${earlier('date')} AS own_before,
    ${earlier('copies')} AS prior_copies,
    ${priors.map((figure) => `${earlier(figure)} AS ${before(figure)}`).join(',\n    ')}
  FROM one
), published AS (
  SELECT exchange,
    ${checks.map((check) => `${publishes(check)} AS ${allowed(check)}`).join(',\n    ')}
  FROM market GROUP BY exchange
), joined AS (
  SELECT ${READ.map((name) => `market.${name} AS ${name}`).join(', ')},
    earlier.copies AS copies, ${priors.map((figure) => `earlier.${before(figure)} AS ${before(figure)}`).join(', ')},
    ${checks.map((check) => `published.${allowed(check)} AS ${allowed(check)}`).join(', ')},
    ${priors.map((figure) => `${isThere(figure)} AS ${hasDayBefore(figure)}`).join(',\n    ')}
  FROM market
  JOIN following ON following.exchange = market.exchange AND following.date = market.date
  JOIN earlier ON earlier.exchange = market.exchange AND earlier.code = market.code AND earlier.date = market.date
  JOIN published ON published.exchange = market.exchange
), checked AS (
  SELECT joined.*,
    ${checks.map((check) => `CASE WHEN ${known(check)} THEN ${check.difference} END AS ${check.name}`).join(',\n    ')}
  FROM joined
)
SELECT exchange, code, date, ${checks.map(({ name }) => name).join(', ')},
  CASE WHEN copies > 1 THEN '重复'
    WHEN ${breaks} THEN '差异'
    WHEN ${missing} OR (${nothing}) THEN '缺失'
    WHEN ${alone} THEN '无前日' ELSE '一致' END AS verdict
FROM checked`;
}

const READ = ['exchange', 'code', 'date', ...figures, 'price'];

/** Rows that are there twice have a figure if they agree on it. */
function agreed(figure: Figure): string {
  return `CASE WHEN MIN(${figure}) = MAX(${figure}) AND COUNT(${figure}) = COUNT(*) THEN MIN(${figure}) END`;
}

/** Copies that do not agree are no day before. */
function isThere(figure: Figure): string {
  return `COALESCE(earlier.own_before = following.day_before AND NOT (earlier.prior_copies > 1 AND earlier.${before(figure)} IS NULL), FALSE)`;
}

/** An exchange publishes a figure where any of its rows has one; a close is asked of the table alone. */
function publishes({ figures }: Check): string {
  return figures
    .map((figure) => (figure === CLOSE ? '(SELECT COUNT(price) FROM market) > 0' : `COUNT(${figure}) > 0`))
    .join(' AND ');
}
