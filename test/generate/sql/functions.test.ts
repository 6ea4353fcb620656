import { definitions } from '../../../src/functions/index';
import { words } from '../../../src/functions/words';
import { column, functionName } from '../../../src/generate/sql/identifiers';
import { sqlFiles } from '../../../src/generate/sql/library';
import { printedFunction, type PrintedFunction, type SqlParam } from '../../../src/generate/sql/printed';
import { WORKED_MARKET } from '../../../src/generate/sql/readme';
import { typeOf } from '../../../src/generate/sql/statements';
import { dialects } from '../../../src/number/sql-dialects';
import { shown } from '../../support/cells';
import { Database, ENGINES } from '../../support/sql';
import { answered, exampleRows, literal, seeded, type Value, valueFor } from '../../support/sql/rows';
import { cases } from '../../support/thorough';

const ROWS = cases(200, 10_000);
const ACCOUNTS = cases(60, 2_000);

const files = new Map(sqlFiles(definitions, words));
const statementsOf = (text: string) =>
  text
    .replace(/^--.*$/gm, '')
    .split(/;\s*$/m)
    .map((statement) => statement.trim())
    .filter(Boolean);

const isError = (cell: unknown) => typeof cell === 'string' && /^#/.test(cell);

/** What a cell shows as a value and an error of SQL. */
function expected(cell: number | string | undefined): { value: Value; error: string | null } {
  if (isError(cell)) return { value: null, error: String(cell) };
  return cell === undefined || cell === '' ? { value: null, error: '' } : { value: cell, error: null };
}

function agrees(got: Value, want: Value, isQuotient: boolean): boolean {
  if (got === want || !isQuotient || typeof got !== 'number' || typeof want !== 'number') return got === want;
  return Math.abs(got - want) <= 1e-15 * Math.abs(want);
}

interface Case {
  readonly values: readonly Value[];
  readonly cell: number | string | undefined;
}

const known = new Map<string, readonly Case[]>();

/** One row for one call; the same for every engine. */
function rowCases(printed: PrintedFunction): readonly Case[] {
  const { id } = printed.definition;
  const rows = known.get(id) ?? madeCases(printed);
  known.set(id, rows);
  return rows;
}

function madeCases({ definition, params }: PrintedFunction): readonly Case[] {
  const random = seeded(definition.id.length * 7919);
  const rows = [
    ...exampleRows(params, words[definition.id]!),
    ...Array.from({ length: ROWS }, () => params.map((param) => valueFor(param, random))),
  ];
  return rows.map((values) => ({
    values,
    cell: shown(definition, ...argumentsFor(definition.params, params, values))[0]?.[0],
  }));
}

const argumentsFor = (
  all: readonly { readonly name: string }[],
  params: readonly SqlParam[],
  values: readonly unknown[],
) =>
  all.map(({ name }) => {
    const at = params.findIndex((param) => param.name === name);
    return at < 0 ? null : (values[at] ?? null);
  });

/** The largest number of 18 digits with the places of two columns of four. */
const NARROW = 1e10;

async function fill(
  database: Database,
  params: readonly SqlParam[],
  rows: readonly (readonly [number, ...string[]])[],
  digits = 18,
) {
  const dialect = dialects.find(({ name }) => name === database.engine)!;
  const number = database.engine === 'clickhouse' ? 'Int32' : 'INTEGER';
  const columns = params.map((param) => `${column(param)} ${typeOf(param, dialect).replace('(18,', `(${digits},`)}`);
  await database.run('DROP TABLE IF EXISTS positions;');
  const engine = database.engine === 'clickhouse' ? ' ENGINE = Memory' : '';
  await database.run(`CREATE TABLE positions (account ${number}, ${columns.join(', ')})${engine};`);
  for (let from = 0; from < rows.length; from += 1_000)
    await database.run(
      `INSERT INTO positions VALUES ${rows
        .slice(from, from + 1_000)
        .map((row) => `(${row.join(', ')})`)
        .join(', ')};`,
    );
}

describe.each(ENGINES)('%s', (engine) => {
  const dialect = dialects.find(({ name }) => name === engine)!;
  const printed = definitions.flatMap((definition) => printedFunction(definition, dialect) ?? []);
  let database: Database;

  afterAll(() => database.close());

  beforeAll(async () => {
    database = new Database(engine);
    const library = statementsOf(files.get(`sql/rzrq.${engine}.sql`)!);
    // It may be loaded again.
    for (const statement of [...library, ...library]) await database.run(statement);
  }, 240_000);

  test('the library does what its README shows', async () => {
    const [insert, reconcile, balance] = statementsOf(WORKED_MARKET);
    await database.run(insert!);
    const rows = (await database.rows(reconcile!)).map(([date, money, quantity, verdict]) => [
      date!.slice(0, 10),
      money === null ? null : Number(money),
      quantity === null ? null : Number(quantity),
      verdict,
    ]);
    expect(rows).toEqual([
      ['2015-04-16', null, null, '无前日'],
      ['2015-04-17', 12458128, 0, '差异'],
    ]);
    expect(Number((await database.rows(balance!))[0]![0])).toBe(98735.47);
  });

  const scalar = printed.filter(({ aggregate }) => !aggregate);
  const ways = [
    ...scalar.map((one) => [one.definition.id, one, 18] as const),
    ...scalar.filter(({ narrow }) => narrow).map((one) => [`${one.definition.id} of wide columns`, one, 38] as const),
  ];
  test.each(ways)(
    '%s',
    async (_, one, digits) => {
      const { definition, params, type, narrow } = one;
      const isTooLarge = (value: Value) => narrow && digits === 18 && Number(value) >= NARROW;
      const all = rowCases(one);
      await fill(
        database,
        params,
        all.map(({ values }, i) => [i, ...values.map((value, k) => literal(params[k]!, value))]),
        digits,
      );
      const list = params.map(column).join(', ');
      const name = functionName(definition.id);
      const got = await database.rows(
        `SELECT account, ${name}(${list}), ${name}_error(${list}) FROM positions ORDER BY account`,
      );
      const wrong = got.flatMap(([row, value, error]) => {
        const { values, cell } = all[Number(row)]!;
        const want = isTooLarge(cell!) ? { value: null, error: '#NUM!' } : expected(cell);
        const fine = error === want.error && agrees(answered(value!), want.value, type === 'double');
        return fine ? [] : [{ values: values.join(' | '), cell, value, error }];
      });
      expect(wrong.slice(0, 3)).toEqual([]);
      expect(got).toHaveLength(all.length);
    },
    600_000,
  );

  test.each(printed.filter(({ aggregate }) => aggregate).map((one) => [one.definition.id, one] as const))(
    '%s over accounts',
    async (id, one) => {
      const { definition, params, type } = one;
      const random = seeded(id.length * 104_729);
      const rows: [number, ...string[]][] = [];
      const cells = Array.from({ length: ACCOUNTS }, (_, account) => {
        const positions = 1 + Math.floor(random() * 6);
        const values = params.map((param) =>
          param.kind === 'series'
            ? Array.from({ length: positions }, () => valueFor(param, random))
            : valueFor(param, random),
        );
        for (let i = 0; i < positions; i++)
          rows.push([
            account,
            ...values.map((value, k) => literal(params[k]!, Array.isArray(value) ? value[i]! : value)),
          ]);
        const args = argumentsFor(
          definition.params,
          params,
          values.map((value) => (Array.isArray(value) ? value.map((cell) => [cell]) : value)),
        );
        return shown(definition, ...args)[0]?.[0];
      });
      await fill(database, params, rows);
      const name = functionName(id);
      const list = params.map(column).join(', ');
      const items = engine === 'postgres' ? `${one.value}, ${one.error}` : `${name}(${list}), ${name}_error(${list})`;
      const got = await database.rows(`SELECT account, ${items} FROM positions GROUP BY account ORDER BY account`);
      const wrong = got.flatMap(([account, value, error]) => {
        const cell = cells[Number(account)];
        const want = expected(cell);
        // Which of several bad positions comes first no aggregate can tell: any of their errors will do.
        const sameError = want.error === null || want.error === '' ? error === want.error : isError(error);
        const fine = sameError && agrees(answered(value!), want.value, type === 'double');
        return fine ? [] : [{ rows: rows.filter(([of]) => of === Number(account)), cell, value, error }];
      });
      expect(wrong.slice(0, 2)).toEqual([]);
      expect(got).toHaveLength(ACCOUNTS);
    },
    600_000,
  );
});
