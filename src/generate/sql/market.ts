import { Sql } from '../../number/sql';
import type { Dialect } from '../../number/sql-dialects';

const PLACES_OF_AMOUNTS = 2;

/** The canonical table, in 元 and 股: what STANDARDIZE makes, with the closing price, and what a ranking may know besides. */
const COLUMNS = [
  ['exchange', 'key', 'SSE, SZSE or BSE'],
  ['code', 'key', 'six digits'],
  ['date', 'day', 'the trading day'],
  ['name', 'word', ''],
  ['financing_balance', 2, '融资余额, 元'],
  ['purchases', 2, '融资买入额, 元'],
  ['repayments', 2, '融资偿还额, 元; NULL where the exchange publishes none'],
  ['lending_qty', 2, '融券余量, 股'],
  ['sold', 2, '融券卖出量, 股'],
  ['returned', 2, '融券偿还量, 股'],
  ['lending_balance', 2, '融券余额, 元'],
  ['margin_balance', 2, '融资融券余额, 元'],
  ['price', 4, 'the close, unadjusted'],
  ['turnover', 2, '成交额, 元; with the next two it is known to the ranking alone'],
  ['float_value', 2, '流通市值, 元'],
  ['industry', 'word', '行业'],
] as const;

/** A column of figures, or one made of such a column, as a number to calculate with. */
export function figureOf(name: string, dialect: Dialect): Sql {
  const places = COLUMNS.find(([column]) => column === name)?.[1];
  return new Sql(dialect, { text: name, places: typeof places === 'number' ? places : PLACES_OF_AMOUNTS });
}

/** Makes the table that the queries read. */
export function marketTable(dialect: Dialect): string {
  const columns = COLUMNS.map(([name, type, remark], i) => {
    const comma = i < COLUMNS.length - 1 ? ',' : '';
    return `  ${name} ${typeOf(type, dialect)}${comma}${remark ? ` -- ${remark}` : ''}`;
  });
  const spread =
    dialect.name === 'clickhouse'
      ? '\nENGINE = MergeTree PARTITION BY toYear(date) ORDER BY (exchange, code, date)'
      : '';
  return `CREATE TABLE IF NOT EXISTS market (\n${columns.join('\n')}\n)${spread};`;
}

function typeOf(type: (typeof COLUMNS)[number][1], dialect: Dialect): string {
  if (typeof type === 'number') return dialect.decimal(type);
  if (type === 'word') return dialect.word;
  // What rows are told apart by is never NULL.
  const plain = (text: string) => text.replace(/^Nullable\((.*)\)$/, '$1');
  return `${plain(type === 'key' ? dialect.word : dialect.day)}${dialect.name === 'clickhouse' ? '' : ' NOT NULL'}`;
}
