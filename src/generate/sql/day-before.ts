import { isoDate, serialOf } from '../../cells/date';
import type { Dialect } from '../../number/sql-dialects';
import { closedWeekdays, FIRST_KNOWN_YEAR, LAST_KNOWN_YEAR, LONGEST_GAP } from '../../rules/calendar';

const MONDAY = '2010-01-04';

/** Queries of a WITH; the last one, `following`, has for each exchange and day of `market` the trading day before, if it is there. */
export function dayBefore(dialect: Dialect): string {
  const later = dialect.daysLater('days.earlier', 'offsets.ahead');
  return `closed AS (
  ${closedDays(dialect)}
), offsets AS (
  ${dialect.listed(
    Array.from({ length: LONGEST_GAP - 1 }, (_, i) => String(i + 1)),
    'ahead',
  )}
), days AS (
  SELECT exchange, date, ${dialect.before('date', 'exchange', 'date')} AS earlier
  FROM (SELECT DISTINCT exchange, date FROM market) AS traded
), between_them AS (
  SELECT days.exchange AS exchange, days.date AS date,
    SUM(CASE WHEN ${later} < days.date
      AND ${isWeekday(dialect, later)}
      AND ${later} NOT IN (SELECT day FROM closed) THEN 1 ELSE 0 END) AS trading_days
  FROM days CROSS JOIN offsets
  GROUP BY days.exchange, days.date
), following AS (
  SELECT days.exchange AS exchange, days.date AS date,
    CASE WHEN ${dialect.daysBetween('days.date', 'days.earlier')} <= ${LONGEST_GAP}
      AND (between_them.trading_days = 0 OR NOT (${isKnown(dialect, 'days.earlier')} AND ${isKnown(dialect, 'days.date')}))
      THEN days.earlier END AS day_before
  FROM days JOIN between_them ON between_them.exchange = days.exchange AND between_them.date = days.date
)`;
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
