import { definitions } from '../../../src/functions/index';
import { words } from '../../../src/functions/words';
import { sqlFiles } from '../../../src/generate/sql/library';
import { isoDate } from '../../../src/cells/date';
import { functionPage } from '../../../src/generate/reference/function-page';
import { printedFunction } from '../../../src/generate/sql/printed';
import { views } from '../../../src/generate/sql/views';
import { dialects } from '../../../src/number/sql-dialects';
import { lendingRatios } from '../../../src/rules/margin-ratios';

const files = new Map(sqlFiles(definitions, words));

test('every function is there as a function or a query, or README and its page say why not', () => {
  const readme = files.get('sql/README.md')!;
  for (const definition of definitions) {
    const { id } = definition;
    const isThere = printedFunction(definition, dialects[0]!) !== undefined || views.some((view) => view.id === id);
    const page = functionPage(definition, words);
    expect([id, readme.includes(`- \`${id}\`: it `), page.includes('Not in the SQL library: it ')]).toEqual([
      id,
      !isThere,
      !isThere,
    ]);
    expect(page).toContain('SQL 写法');
  }
});

test('a dated rule names the notice behind each of its rows', () => {
  const postgres = files.get('sql/rzrq.postgres.sql')!;
  const [, comment, body] = /-- (MIN_LENDING_MARGIN_RATIO [^]*?)\n(CREATE [^]*?;)\n/.exec(postgres)!;
  for (const { from, figure } of lendingRatios) {
    expect(comment).toContain(`From ${isoDate(from)}, `);
    expect(body).toMatch(new RegExp(`open_date >= DATE '${isoDate(from)}'[^;]* THEN ${figure} `));
  }
  expect(comment).toContain('(2024-07-10); read in the notice');
});

test('a library holds no function that cannot be made in its engine, and says what each returns', () => {
  const duckdb = files.get('sql/rzrq.duckdb.sql')!;
  const made = [...duckdb.matchAll(/^CREATE OR REPLACE MACRO (rzrq_\w+)\(/gm)].map(([, name]) => name!);
  expect(made.length).toBeGreaterThan(80);
  expect(new Set(made).size).toBe(made.length);
  for (const name of made.filter((each) => !each.endsWith('_error'))) {
    expect(made).toContain(`${name}_error`);
    expect(duckdb).toContain(`-- ${name.slice('rzrq_'.length).toUpperCase()} `);
  }
});
