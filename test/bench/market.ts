/** Fills DuckDB with a made market of 15 million rows, and times queries over it; prints a MarketBench. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { definitions } from '../../src/functions/index';
import { marketTable } from '../../src/generate/sql/market';
import { printedFunction } from '../../src/generate/sql/printed';
import { statementsOf } from '../../src/generate/sql/statements';
import { views, viewStatement } from '../../src/generate/sql/views';
import { dialects } from '../../src/number/sql-dialects';
import { median } from './measure';
import type { MarketBench } from './section-sql';

const SECURITIES = 4_000;
const DAYS = 3_800;
const TURNS = 3;
const duckdb = dialects.find(({ name }) => name === 'duckdb')!;
const BY_DAY = 'WINDOW w AS (PARTITION BY exchange, code ORDER BY date)';

/** Weekdays, balances that roll, one row in a hundred thousand wrong by 1 元. */
const MADE = `INSERT INTO market (exchange, code, date, name, financing_balance, purchases, repayments,
  lending_qty, sold, returned, lending_balance, margin_balance, price)
WITH securities AS (
  SELECT i, CASE WHEN i % 2 = 0 THEN 'SSE' ELSE 'SZSE' END AS exchange, lpad(CAST(600000 + i AS VARCHAR), 6, '0') AS code FROM range(${SECURITIES}) t(i)
), days AS (
  SELECT j, DATE '2011-01-03' + CAST((j // 5) * 7 + j % 5 AS INTEGER) AS date FROM range(${DAYS}) t(j)
), flows AS (
  SELECT i, j, exchange, code, date,
    CAST(hash(i, j, 1) % 20000000 AS DECIMAL(18, 2)) AS purchases, CAST(hash(i, j, 2) % 20000000 AS DECIMAL(18, 2)) AS repayments,
    CAST(hash(i, j, 3) % 10000 AS DECIMAL(18, 2)) AS sold, CAST(hash(i, j, 4) % 10000 AS DECIMAL(18, 2)) AS returned,
    CAST((hash(i, j, 5) % 20000 + 100) / 100 AS DECIMAL(18, 4)) AS price
  FROM securities, days
), balances AS (
  SELECT *, CAST(10000000000 + SUM(purchases - repayments) OVER w AS DECIMAL(18, 2)) AS financing_balance,
    CAST(100000000 + SUM(sold - returned) OVER w AS DECIMAL(18, 2)) AS lending_qty
  FROM flows WINDOW w AS (PARTITION BY i ORDER BY j)
), values_of AS (
  SELECT *, CAST(ROUND(CAST(lending_qty AS DOUBLE) * price) AS DECIMAL(18, 2)) AS lending_balance FROM balances
)
SELECT exchange, code, date, NULL, CASE WHEN hash(i, j, 6) % 100000 = 0 THEN financing_balance + 1 ELSE financing_balance END,
  purchases, repayments, lending_qty, sold, returned, lending_balance, financing_balance + lending_balance, price
FROM values_of`;

const PLAIN = `CREATE TABLE plain AS SELECT exchange, code, date, purchases::DOUBLE AS purchases, repayments::DOUBLE AS repayments,
  lending_qty::DOUBLE AS lending_qty, price::DOUBLE AS price, financing_balance::DOUBLE AS financing_balance,
  lending_balance::DOUBLE AS lending_balance, margin_balance::DOUBLE AS margin_balance FROM market`;

interface Query {
  readonly name: string;
  readonly ours: string;
  readonly plain?: string;
}

const queries: readonly Query[] = [
  {
    name: 'margin balance',
    ours: 'SELECT SUM(rzrq_margin_balance(financing_balance, lending_balance)) FROM market',
    plain: 'SELECT SUM(financing_balance + lending_balance) FROM plain',
  },
  {
    name: 'quantity × price',
    ours: 'SELECT SUM(rzrq_lending_balance(lending_qty, price)) FROM market',
    plain: 'SELECT SUM(lending_qty * price) FROM plain',
  },
  {
    // Nobody adds ratios up.
    name: 'average ratio by day',
    ours: 'SELECT date, AVG(rzrq_maintenance_level(margin_balance, financing_balance)) FROM market GROUP BY date',
    plain: 'SELECT date, AVG(margin_balance / financing_balance) FROM plain GROUP BY date',
  },
  {
    name: 'net purchases by day',
    ours: 'SELECT date, SUM(rzrq_financing_net_purchase(purchases, repayments)) FROM market GROUP BY date',
    plain: 'SELECT date, SUM(purchases - repayments) FROM plain GROUP BY date',
  },
  {
    name: 'roll',
    ours: `SELECT SUM(balance) FROM (SELECT rzrq_financing_balance_roll(LAG(financing_balance) OVER w, purchases, repayments) AS balance FROM market ${BY_DAY})`,
    plain: `SELECT SUM(balance) FROM (SELECT LAG(financing_balance) OVER w + purchases - repayments AS balance FROM plain ${BY_DAY})`,
  },
  {
    name: 'series',
    ours: 'SELECT SUM(expected) FROM rzrq_financing_balance_series',
    plain: `SELECT SUM(expected) FROM (SELECT FIRST_VALUE(financing_balance - purchases + repayments) OVER w + SUM(purchases) OVER w - SUM(repayments) OVER w AS expected FROM plain ${BY_DAY})`,
  },
  { name: 'RECONCILE', ours: 'SELECT verdict, COUNT(*) FROM rzrq_reconcile GROUP BY verdict' },
  {
    name: 'net purchases and streaks',
    ours: 'SELECT SUM(streak) FROM rzrq_net_purchase',
    plain: `SELECT SUM(streak) FROM (SELECT SIGN(purchases - repayments) * ROW_NUMBER() OVER (PARTITION BY exchange, code, run ORDER BY date) AS streak
      FROM (SELECT *, SUM(turn) OVER w AS run FROM (SELECT *, CASE WHEN SIGN(purchases - repayments) = SIGN(LAG(purchases - repayments) OVER w) THEN 0 ELSE 1 END AS turn FROM plain ${BY_DAY}) ${BY_DAY}))`,
  },
];

/** In a file, as a market of many years is kept: columns are packed there, decimals and doubles alike. */
async function main(): Promise<MarketBench> {
  const folder = mkdtempSync(join(tmpdir(), 'rzrq-market-'));
  try {
    return await measured(join(folder, 'market.db'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function measured(file: string): Promise<MarketBench> {
  const instance = await DuckDBInstance.create(file, { threads: '2', memory_limit: '7GB' });
  const connection = await instance.connect();
  for (const definition of definitions) {
    const printed = printedFunction(definition, duckdb);
    for (const statement of printed ? statementsOf(printed, duckdb) : []) await connection.run(statement);
  }
  await connection.run(marketTable(duckdb));
  for (const view of views) await connection.run(viewStatement(view, duckdb));
  await connection.run(MADE);
  await connection.run(PLAIN);
  await connection.run('CHECKPOINT');
  /** Processor time: what else the machine does would be in the time by the clock. */
  const timed = async (sql: string) => {
    const start = process.cpuUsage();
    await connection.runAndReadAll(sql);
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1e6;
  };
  const results: MarketBench['queries'][number][] = [];
  for (const { name, ours, plain } of queries) {
    const turns: { ours: number; plain: number }[] = [];
    for (let turn = 0; turn < (plain === undefined ? 1 : TURNS); turn++)
      turns.push({ ours: await timed(ours), plain: plain === undefined ? 0 : await timed(plain) });
    results.push({
      name,
      ours: median(turns.map((turn) => turn.ours)),
      plain: plain === undefined ? null : median(turns.map((turn) => turn.plain)),
    });
  }
  const peak = process.resourceUsage().maxRSS * 1024;
  return { rows: SECURITIES * DAYS, queries: results, peak };
}

void main().then((result) => process.stdout.write(JSON.stringify(result)));
