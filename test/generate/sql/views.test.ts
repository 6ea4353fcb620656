import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isoDate } from '../../../src/cells/date';
import { RECONCILE } from '../../../src/functions/check/reconcile';
import { STANDARDIZE } from '../../../src/functions/check/standardize';
import type { Definition } from '../../../src/functions/catalogue/define';
import { NET_PURCHASE_RANKING } from '../../../src/functions/desk/net-purchase-ranking';
import { BALANCE_STREAK } from '../../../src/functions/indicator/balance-streak';
import { BALANCE_TREND } from '../../../src/functions/indicator/balance-trend';
import { MARKET_BIAS } from '../../../src/functions/indicator/market-bias';
import { FINANCING_BALANCE_SERIES } from '../../../src/functions/series/financing-balance-series';
import { LENDING_QTY_SERIES } from '../../../src/functions/series/lending-qty-series';
import { marketTable } from '../../../src/generate/sql/market';
import { views, viewStatement } from '../../../src/generate/sql/views';
import { dialects } from '../../../src/number/sql-dialects';
import { previousTradingDay } from '../../../src/rules/calendar';
import { on } from '../../../src/rules/rule';
import { readCsv } from '../../fixtures/csv';
import { shown } from '../../support/cells';
import { Database, ENGINES, type SqlRows } from '../../support/sql';
import { seeded } from '../../support/sql/rows';
import { cases } from '../../support/thorough';

const NAMES = [
  'exchange',
  'code',
  'date',
  'financing_balance',
  'purchases',
  'repayments',
  'lending_qty',
  'sold',
  'returned',
  'lending_balance',
  'margin_balance',
  'price',
] as const;
/** The figures as they stand in canonical form. */
const CANONICAL = NAMES.slice(3, -1);
/** What the ranking may know besides. */
const LOADED = [...NAMES, 'turnover', 'float_value'] as const;
type Row = Readonly<Record<(typeof LOADED)[number], number | string | null>>;

const quoted = (value: string | number | null, name: string) =>
  value === null
    ? 'NULL'
    : name === 'date'
      ? `'${isoDate(value as number)}'`
      : typeof value === 'string'
        ? `'${value}'`
        : String(value);

async function load(database: Database, rows: readonly Row[]): Promise<void> {
  await database.run(database.engine === 'clickhouse' ? 'TRUNCATE TABLE market;' : 'DELETE FROM market;');
  for (let from = 0; from < rows.length; from += 1_000)
    await database.run(
      `INSERT INTO market (${LOADED.join(', ')}) VALUES ${rows
        .slice(from, from + 1_000)
        .map((row) => `(${LOADED.map((name) => quoted(row[name], name)).join(', ')})`)
        .join(', ')};`,
    );
  // Without it PostgreSQL takes a full table for an empty one.
  if (database.engine === 'postgres') await database.run('ANALYZE market;');
}

/** Days with gaps, lost rows, doubles, blanks and breaks, over the calendar and past its end. */
function madeMarket(securities: number, days: number): Row[] {
  const random = seeded(20_261_128);
  const whole = (below: number) => Math.floor(random() * below);
  const calendar = [46_370];
  while (calendar.length < days)
    calendar.unshift(previousTradingDay(calendar[0]!) - (random() < 0.04 ? 1 + whole(12) : 0));
  const rows: Row[] = [];
  for (let i = 0; i < securities; i++) {
    const exchange = ['SSE', 'SZSE', 'BSE'][i % 3]!;
    let [balance, qty] = [1e9 + whole(1e9), 1e6 + whole(1e6)];
    for (const date of calendar) {
      if (random() < 0.06) continue;
      const [purchases, repayments, sold, returned] = [whole(1e7), whole(1e7), whole(1e4), whole(1e4)];
      const price = (500 + whole(5_000)) / 100;
      balance += purchases - repayments;
      qty += sold - returned;
      const value = Math.round(qty * price) + (random() < 0.05 ? 3 : 0);
      const row: Record<string, number | string | null> = {
        exchange,
        code: String(600_000 + i),
        date,
        financing_balance: balance + (random() < 0.03 ? 1 + whole(5) : 0),
        purchases,
        // Shenzhen and Beijing publish no repayments.
        repayments: exchange === 'SSE' ? repayments : null,
        lending_qty: qty + (random() < 0.03 ? 100 : 0),
        sold,
        returned: exchange === 'SSE' ? returned : null,
        lending_balance: value,
        margin_balance: balance + value + (random() < 0.02 ? 1 : 0),
        price,
        turnover: random() < 0.1 ? null : purchases * (2 + whole(9)),
        float_value: random() < 0.1 ? 0 : balance * 30 + whole(100),
      };
      for (const name of NAMES.slice(3)) if (random() < 0.004) row[name] = null;
      if (random() < 0.004) row['price'] = 0;
      rows.push(row as Row);
      if (random() < 0.02)
        rows.push({
          ...row,
          ...(random() < 0.5 &&
            row['financing_balance'] !== null && { financing_balance: Number(row['financing_balance']) + 1 }),
        } as Row);
    }
  }
  return rows;
}

const key = (row: readonly unknown[]) => row.map((cell) => cell ?? '').join('|');

/** RECONCILE's own answer, row by row: differences and verdict. */
function reconciled(rows: readonly Row[]): string[] {
  // A column without any close would say that closes are missing.
  const names = NAMES.filter((name) => name !== 'price' || rows.some(({ price }) => price !== null));
  const header = names.map((name) => (name === 'price' ? '收盘价' : name));
  const table = [header, ...rows.map((row) => names.map((name) => row[name] ?? ''))];
  const [titles, ...answers] = shown(RECONCILE as unknown as Definition, table, null, null);
  const at = ['融资余额差异', '融券余量差异', '融券余额差异', '融资融券余额差异'].map((title) =>
    titles!.indexOf(title),
  );
  return answers.map((answer, i) =>
    key([
      rows[i]!.exchange,
      rows[i]!.code,
      isoDate(rows[i]!.date as number),
      ...at.map((column) => (column < 0 ? '' : answer[column]!)),
      answer[answer.length - 1]!,
    ]),
  );
}

async function reconciledBySql(database: Database): Promise<string[]> {
  const got = await database.rows(
    'SELECT exchange, code, date, financing_balance_break, lending_qty_break, lending_balance_break, margin_balance_break, verdict FROM rzrq_reconcile',
  );
  const answers = got.map(([exchange, code, date, ...cells]) =>
    key([exchange, code, date!.slice(0, 10), ...cells.slice(0, 4).map((cell) => asNumber(cell)), cells[4]]),
  );
  return answers.sort();
}

const FIXTURES = join(__dirname, '../../fixtures');
const PUBLISHED = readdirSync(FIXTURES).flatMap((file) =>
  // Balances of accounts, which RECONCILE refuses.
  file.endsWith('.csv') && !file.startsWith('market_account_info') ? [file.slice(0, -'.csv'.length)] : [],
);

/** A published table as STANDARDIZE puts it, which is what stands in `market`. */
function published(fixture: string): Row[] {
  const [, ...rows] = shown(STANDARDIZE as unknown as Definition, readCsv(fixture));
  // The two summaries of that day are printed to seven digits, which a table in whole 元 cannot tell.
  const whole = rows.filter(([, date]) => !(fixture === 'exchange_summary_mixed' && date === on('2018-08-02')));
  return whole.map(([exchange, date, code, , ...figures]) => {
    const row: Record<string, number | string | null> = { exchange: exchange!, date: date!, code: code! };
    for (const name of LOADED.slice(3)) row[name] = null;
    CANONICAL.forEach((name, i) => (row[name] = figures[i] === '' ? null : figures[i]!));
    return row as Row;
  });
}

/** What the view has beside place, exchange and code, in the order of the function's columns. */
const RANKED = [
  'financing_balance',
  'net_purchase',
  'net_to_prior_balance',
  'purchases',
  'purchases_to_turnover',
  'net_to_turnover',
  'balance_to_float',
  'streak',
  'cumulative_net',
  'lending_qty_change',
  'basis',
  'problem',
];

/** Quotients agree to 1e-15, which the last digit printed does not always show. */
function asShown(cell: string | null): string {
  const number = Number(cell);
  return cell === null || cell === '' || Number.isNaN(number) ? (cell ?? '') : String(Number(number.toPrecision(13)));
}

/** The ranking's own answer: errors are blanks, and one that is there twice has no basis. */
function ranked(rows: readonly Row[], days: number): string[] {
  const table = [LOADED, ...rows.map((row) => LOADED.map((name) => row[name] ?? ''))];
  const [titles, ...answers] = shown(NET_PURCHASE_RANKING as unknown as Definition, table, days, null, 'en');
  const at = ['rank', 'exchange', 'code', ...RANKED].map((title) => titles!.indexOf(title));
  return answers.map((answer) => {
    const cells = at.map((column) => String(answer[column]!)).map((cell) => (cell.startsWith('#') ? '' : cell));
    const [place, exchange, code, ...rest] = cells;
    const problem = PROBLEMS[rest.pop()!];
    const basis = problem === '重复' ? '' : BASES[rest.pop()!];
    return key([place, exchange, code, ...rest.slice(0, 10).map(asShown), basis, problem]);
  });
}

const BASES: Readonly<Record<string, string>> = {
  'purchases − repayments': '买入−偿还',
  'change of balance': '余额变动',
};
const PROBLEMS: Readonly<Record<string, string>> = {
  'there more than once': '重复',
  'no day before': '无前日',
  'fewer than 5 days': '不足 5 日',
};

const asNumber = (cell: string | null) => (cell === null ? '' : String(Number(cell)));

describe.each(ENGINES)('%s', (engine) => {
  const dialect = dialects.find(({ name }) => name === engine)!;
  let database: Database;

  beforeAll(async () => {
    database = new Database(engine);
    await database.run(marketTable(dialect));
    for (const view of views) await database.run(viewStatement(view, dialect));
  }, 600_000);
  afterAll(() => database.close());

  test('RECONCILE gives the same rows', async () => {
    const rows = madeMarket(cases(24, 150), 120);
    await load(database, rows);
    const [mine, theirs] = [reconciled(rows).sort(), await reconciledBySql(database)];
    expect(theirs.filter((row) => !mine.includes(row)).slice(0, 3)).toEqual([]);
    expect(theirs).toEqual(mine);
  }, 600_000);

  test('RECONCILE gives the same rows on every published table', async () => {
    for (const fixture of PUBLISHED) {
      const rows = published(fixture).slice(0, cases(200, Infinity));
      await load(database, rows);
      expect([fixture, await reconciledBySql(database)]).toEqual([fixture, reconciled(rows).sort()]);
    }
  }, 600_000);

  test('the ranking gives the same rows, over one day and over five', async () => {
    const rows = madeMarket(cases(40, 400), 30);
    await load(database, rows);
    for (const days of [1, 5]) {
      const got = await database.rows(
        `SELECT place, exchange, code, ${RANKED.join(', ')} FROM rzrq_net_purchase_ranking${days === 1 ? '' : `_${days}`}`,
      );
      const theirs = got.map(([place, exchange, code, ...cells]) =>
        key([asNumber(place!), exchange, code, ...cells.map(asShown)]),
      );
      const mine = ranked(rows, days);
      expect(mine.length).toBeGreaterThan(30);
      expect(theirs.filter((row) => !mine.includes(row)).slice(0, 3)).toEqual([]);
      expect(theirs.sort()).toEqual(mine.sort());
    }
  }, 600_000);

  test('series, streak, trend and bias give the same on every day', async () => {
    const rows = madeMarket(3, 60).filter(
      (row, i, all) => !all.slice(0, i).some((other) => other.code === row.code && other.date === row.date),
    );
    await load(database, rows);
    const bySecurity = new Map<string, Row[]>();
    for (const row of rows) bySecurity.set(String(row.code), [...(bySecurity.get(String(row.code)) ?? []), row]);
    const answers = async (view: string, column: string): Promise<SqlRows> =>
      database.rows(`SELECT code, date, ${column} FROM ${view} ORDER BY code, date`);
    const column = (own: readonly Row[], name: keyof Row) => own.map((row) => [row[name]]);
    const one = (definition: unknown, ...args: unknown[]) => shown(definition as Definition, ...args);

    const series = await answers('rzrq_financing_balance_series', 'expected');
    const quantities = await answers('rzrq_lending_qty_series', 'expected');
    const streaks = await answers('rzrq_balance_streak', 'streak');
    const trends = await answers('rzrq_balance_trend', 'trend');
    const biases = await answers('rzrq_market_bias', 'bias');
    for (const [code, own] of bySecurity) {
      const first = own[0]!;
      const valuesOf = (got: SqlRows) =>
        got.filter(([of]) => of === code).map(([, , value]) => (value === null ? null : Number(value)));
      const opening = (balance: keyof Row, more: keyof Row, less: keyof Row) =>
        Number(first[balance]) - Number(first[more] ?? 0) + Number(first[less] ?? 0);
      if (first.financing_balance !== null)
        expect(valuesOf(series)).toEqual(
          one(
            FINANCING_BALANCE_SERIES,
            opening('financing_balance', 'purchases', 'repayments'),
            column(own, 'purchases'),
            column(own, 'repayments'),
          ).flat(),
        );
      if (first.lending_qty !== null)
        expect(valuesOf(quantities)).toEqual(
          one(
            LENDING_QTY_SERIES,
            opening('lending_qty', 'sold', 'returned'),
            column(own, 'sold'),
            column(own, 'returned'),
          ).flat(),
        );
      const balances = own.filter(({ financing_balance }) => financing_balance !== null);
      const upTo = (i: number) => column(balances.slice(0, i + 1), 'financing_balance');
      expect(valuesOf(streaks).slice(1)).toEqual(
        balances.slice(1).map((_, i) => one(BALANCE_STREAK, upTo(i + 1))[0]![0]),
      );
      const both = balances.filter(({ lending_qty }) => lending_qty !== null);
      expect(biases.filter(([of]) => of === code).map(([, , bias]) => bias)).toEqual(
        both.map((_, i) => {
          const days = both.slice(0, i + 1);
          return i === 0
            ? null
            : one(MARKET_BIAS, column(days, 'financing_balance'), column(days, 'lending_qty'))[0]![0];
        }),
      );
      const [trend, expected] = [
        valuesOf(trends).slice(1),
        balances.slice(1).map((_, i) => Number(one(BALANCE_TREND, upTo(i + 1))[0]![0])),
      ];
      expect(trend).toHaveLength(expected.length);
      trend.forEach((value, i) =>
        expect(Math.abs(value! - expected[i]!)).toBeLessThanOrEqual(1e-15 * Math.abs(expected[i]!) + 1e-18),
      );
    }
  }, 600_000);
});
