// A database in a process of its own, as some of them cannot live inside a test runner's context. One JSON line asks
// ({"run": sql} or {"rows": sql}), one answers ({"rows": …} or {"error": …}). Numbers are told as text: no digit is lost.
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';

const asText = (value) => (value === null || value === undefined ? null : String(value));

const engines = {
  async duckdb() {
    const { DuckDBInstance } = await import('@duckdb/node-api');
    const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
    const connection = await instance.connect();
    return {
      run: (sql) => connection.run(sql),
      rows: async (sql) => (await connection.runAndReadAll(sql)).getRowsJson(),
    };
  },
  async postgres() {
    const { PGlite } = await import('@electric-sql/pglite');
    const database = await PGlite.create();
    const parsers = Object.fromEntries([20, 21, 23, 700, 701, 1082, 1700].map((type) => [type, (text) => text]));
    return {
      run: (sql) => database.exec(sql),
      rows: async (sql) => (await database.query(sql, [], { rowMode: 'array', parsers })).rows,
    };
  },
  async clickhouse() {
    const { Session } = createRequire(process.env.RZRQ_CLICKHOUSE)('chdb');
    const session = new Session();
    const settings = 'SETTINGS output_format_json_quote_decimals = 1, output_format_json_quote_64bit_floats = 1';
    return {
      run: (sql) => session.query(sql, 'CSV'),
      rows: (sql) =>
        String(session.query(`${sql.replace(/;\s*$/, '')} ${settings}`, 'JSONCompactEachRow'))
          .split('\n')
          .filter(Boolean)
          .map((line) => JSON.parse(line)),
    };
  },
};

const database = await engines[process.argv[2]]();
for await (const line of createInterface({ input: process.stdin })) {
  const { run, rows } = JSON.parse(line);
  let answer;
  try {
    if (run !== undefined) {
      await database.run(run);
      answer = { rows: [] };
    } else answer = { rows: (await database.rows(rows)).map((row) => row.map(asText)) };
  } catch (problem) {
    answer = { error: String(problem.message ?? problem) };
  }
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
process.exit(0);
