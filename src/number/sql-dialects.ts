/** How many decimal places a column has, and so what can be computed without rounding. */
export type Places = number;

/**
 * What engines write differently; everything else is the same text. Each record was run: DuckDB 1.5, PostgreSQL 18
 * (PGlite) and ClickHouse 26.
 */
export interface Dialect {
  readonly name: 'duckdb' | 'postgres' | 'clickhouse';
  readonly title: string;
  /** The type of a column of decimals. */
  decimal(places: Places): string;
  readonly word: string;
  readonly day: string;
  /** An argument as a decimal of so many places. */
  argument(text: string, places: Places): string;
  /** The left factor of a product, wide enough that no digit is lost; the text itself where it already is. */
  factor(text: string, places: Places): string;
  /** What would be an error as NULL: products are tried in few digits first, only where that is much faster. */
  tried?(text: string): string;
  double(text: string): string;
  literal(text: string, places: Places): string;
  dayLiteral(iso: string): string;
  /** ⌊n ÷ d⌋ for decimals, to the last digit; NULL where d is. */
  floorDivide(n: string, d: string): string;
  /** Calendar days from one day to a later one. */
  daysBetween(later: string, earlier: string): string;
  /** The same day some months later, or the end of that month. */
  monthsLater(day: string, months: string): string;
  daysLater(day: string, days: string): string;
  /** A query that lists values under a name. */
  listed(values: readonly string[], name: string): string;
  /** The value in the row before, or so many rows before, in a window of `by` ordered by `order`. */
  before(text: string, by: string, order: string, rows?: number): string;
  /** Of values that only rise, the last one up to a row that is not NULL. */
  latest(text: string, by: string, order: string): string;
}

const cast = (type: string) => (text: string) => `CAST(${text} AS ${type})`;

/** The quotient of doubles may be off by one; two exact products say where. */
const corrected = (whole: (text: string) => string, double: (text: string) => string) => (n: string, d: string) => {
  const guess = whole(`FLOOR(${double(n)} / ${double(d)})`);
  const above = `CASE WHEN ${guess} * ${d} > ${n} THEN 1 ELSE 0 END`;
  const below = `CASE WHEN (${guess} + 1) * ${d} <= ${n} THEN 1 ELSE 0 END`;
  return `(${guess} - ${above} + ${below})`;
};

const lag = (text: string, by: string, order: string, rows = 1) =>
  `LAG(${text}, ${rows}) OVER (PARTITION BY ${by} ORDER BY ${order})`;

const soFar = (by: string, order: string) =>
  `(PARTITION BY ${by} ORDER BY ${order} ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)`;

const highest = (text: string, by: string, order: string) => `MAX(${text}) OVER ${soFar(by, order)}`;

const listed = (values: readonly string[], name: string) =>
  `SELECT ${name} FROM (VALUES ${values.map((value) => `(${value})`).join(', ')}) AS list(${name})`;

const duckdb: Dialect = {
  name: 'duckdb',
  title: 'DuckDB',
  decimal: (places) => `DECIMAL(18, ${places})`,
  word: 'VARCHAR',
  day: 'DATE',
  // A macro follows the type of its argument: casting down would cost a hundred times the sum itself.
  argument: (text) => text,
  // DECIMAL(18) × DECIMAL(18) would stay 18 digits wide.
  factor: (text, places) => `CAST(${text} AS DECIMAL(38, ${places}))`,
  // Products of 38 digits take twice as long, and nearly all fit into 18.
  tried: (text) => `TRY(${text})`,
  double: cast('DOUBLE'),
  literal: (text) => text,
  dayLiteral: (iso) => `DATE '${iso}'`,
  floorDivide: corrected(cast('DECIMAL(38, 0)'), cast('DOUBLE')),
  daysBetween: (later, earlier) => `(${later} - ${earlier})`,
  monthsLater: (day, months) => `CAST(${day} + to_months(CAST(${months} AS INTEGER)) AS DATE)`,
  daysLater: (day, days) => `(${day} + CAST(${days} AS INTEGER))`,
  listed,
  before: lag,
  // A third of what a running maximum costs, and less for each that follows.
  latest: (text, by, order) => `LAST_VALUE(${text} IGNORE NULLS) OVER ${soFar(by, order)}`,
};

const postgres: Dialect = {
  name: 'postgres',
  title: 'PostgreSQL',
  decimal: () => 'numeric',
  word: 'text',
  day: 'date',
  argument: (text) => text,
  factor: (text) => text,
  double: cast('double precision'),
  literal: (text) => text,
  dayLiteral: (iso) => `DATE '${iso}'`,
  floorDivide: (n, d) =>
    `FLOOR(div(${n}, ${d}) - CASE WHEN ${n} % ${d} <> 0 AND (${n} < 0) <> (${d} < 0) THEN 1 ELSE 0 END)`,
  daysBetween: (later, earlier) => `(${later} - ${earlier})`,
  monthsLater: (day, months) => `CAST(${day} + make_interval(months => CAST(${months} AS integer)) AS date)`,
  daysLater: (day, days) => `(${day} + CAST(${days} AS integer))`,
  listed,
  before: lag,
  latest: highest,
};

const clickhouse: Dialect = {
  name: 'clickhouse',
  title: 'ClickHouse',
  decimal: (places) => `Nullable(Decimal(38, ${places}))`,
  word: 'Nullable(String)',
  day: 'Nullable(Date32)',
  // By way of its text: a float would be cut off, 98735.47 to 98735.4699.
  argument: (text, places) => `CAST(toString(${text}) AS Nullable(Decimal(38, ${places})))`,
  // Products of Decimal128 overflow in silence.
  factor: (text, places) => `CAST(${text} AS Nullable(Decimal(76, ${places})))`,
  double: (text) => `toFloat64(${text})`,
  literal: (text, places) => (places > 0 ? `toDecimal64('${text}', ${places})` : text),
  dayLiteral: (iso) => `toDate32('${iso}')`,
  floorDivide: corrected(
    (text) => `toDecimal256(ifNotFinite(${text}, 0), 0)`,
    (text) => `toFloat64(${text})`,
  ),
  daysBetween: (later, earlier) => `dateDiff('day', ${earlier}, ${later})`,
  monthsLater: (day, months) => `addMonths(${day}, toInt32(${months}))`,
  daysLater: (day, days) => `addDays(${day}, ${days})`,
  listed: (values, name) => `SELECT arrayJoin([${values.join(', ')}]) AS ${name}`,
  before: (text, by, order, rows = 1) =>
    `lagInFrame(toNullable(${text}), ${rows}) OVER (PARTITION BY ${by} ORDER BY ${order} ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)`,
  latest: highest,
};

export const dialects: readonly Dialect[] = [duckdb, postgres, clickhouse];
