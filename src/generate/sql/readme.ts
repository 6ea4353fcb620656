import { ABSENT } from './absent';
import { views } from './views';

/** A worked market, as a reader types it; a test runs these very lines. */
export const WORKED_MARKET = `INSERT INTO market (exchange, code, date, name, financing_balance, purchases, repayments, lending_qty, sold, returned) VALUES
  ('SSE', '601989', '2015-04-16', '中国重工', 14554040816, 1546018706, 1827109692, 1095250, 57700, 33200),
  ('SSE', '601989', '2015-04-17', '中国重工', 14252656894, 1513862163, 1802787957, 1083550, 124600, 136300);

SELECT date, financing_balance_break, lending_qty_break, verdict FROM rzrq_reconcile ORDER BY date;
SELECT rzrq_margin_balance(97753.18, 982.29) AS margin_balance;`;

/** What stands beside the library: load, types, NULL, a worked market, and how ClickHouse spreads it. */
export function sqlReadme(count: number): string {
  return `# RZRQ Functions in SQL

A sheet ends at 1,048,576 rows; the market over its years has some 15 million. These files hold ${count} of the functions for
**DuckDB** (embedded), **PostgreSQL** and **ClickHouse** (distributed), printed from the same definitions as the functions in the cells, and tried in
those engines against them. Every function has a twin, \`…_error\`, that tells the code of its error.

## Load

| engine | how |
|---|---|
| DuckDB | \`duckdb market.db < rzrq.duckdb.sql\` |
| PostgreSQL | \`psql -f rzrq.postgres.sql\`; \`ANALYZE market\` after loading rows |
| ClickHouse | \`clickhouse-client --multiquery < rzrq.clickhouse.sql\` |

The script makes the functions, the table \`market\` if there is none (the columns that STANDARDIZE gives, in 元 and 股, with the close), and the views:
${views.map(({ name }) => `\`${name}\``).join(', ')}.
Bring other people's tables into shape first, with STANDARDIZE.

\`\`\`sql
${WORKED_MARKET}
\`\`\`

The second day breaks by 12,458,128 元, as published; the margin balance is 98735.47.

## Types

- Keep amounts as DECIMAL and load them from text. A DOUBLE column brings its noise along: the sum of 15 million balances in DOUBLE is off by
  thousands of 元 and differs from run to run. ClickHouse's \`toDecimal64(0.29, 2)\` of a float is 0.28.
- In DuckDB an answer that is the product of two columns has the 18 digits of DECIMAL(18) columns, with two and four places up to 1 万亿 元:
  \`LENDING_BALANCE\` beyond that is \`#NUM!\`. Cast one column to DECIMAL(38, 4) for more, at several times the price.
- Sums, differences and products are exact to the last digit. A quotient is divided once, as doubles, and agrees with the cell to 1e-15.
- Prices and amounts are taken to four places, rates, ratios and lines to six.
- PostgreSQL: give a quotient to another function as \`round(x::numeric, 6)\`; for double precision it finds no function, which is meant.

## NULL

NULL is a blank: 0 for a flow, the default for an optional argument, otherwise missing. Missing, an error and an empty row all give NULL, and
\`…_error\` says which: \`#N/A\`, \`#NUM!\`, \`#VALUE!\`, \`#DIV/0!\`, or an empty text for an empty row. Nothing is raised: one bad row does not
stop the others. Over accounts \`…_error\` names one of several bad positions' errors, not always the first.

## ClickHouse on several machines

\`market\` is partitioned by year and ordered by exchange, code and date. Make it \`ENGINE = Distributed\` over shards by
\`cityHash64(exchange, code)\`: every window looks at one security, so series, streaks and trends run where the rows are. Between nodes move, for
\`rzrq_reconcile\`, the list of each exchange's days (some 250 a year) and which figures an exchange publishes; for the ranking that list and one row for
each security of the last day; for totals of the market, one row a day and node.

## What is not here

${Object.entries(ABSENT)
  .map(([id, reason]) => `- \`${id}\`: it ${reason.en}`)
  .join('\n')}

RECONCILE in SQL takes figures in whole 元 and 股, where the tolerance is 0 (2 元 for quantity × price).
`;
}
