import type { Words } from '../../functions/catalogue/words-of';
import { describe } from '../../functions/describe';
import type { Dialect } from '../../number/sql-dialects';
import type { SqlType } from '../../number/sql';
import { column, functionName } from './identifiers';
import { placesOf } from './parameters';
import type { PrintedFunction, SqlParam } from './printed';

export function typeOf(param: SqlParam, dialect: Dialect): string {
  if (param.kind === 'choice') return dialect.word;
  return param.kind === 'date' ? dialect.day : dialect.decimal(placesOf(param));
}

/** The function and the one beside it that tells its errors. */
export function statementsOf(printed: PrintedFunction, dialect: Dialect): readonly string[] {
  const name = functionName(printed.definition.id);
  if (printed.aggregate && dialect.name === 'postgres') return [];
  return [
    statement(name, printed, printed.value, printed.type, dialect),
    statement(`${name}_error`, printed, printed.error, 'word', dialect),
  ];
}

/** PostgreSQL's functions cannot look into columns: there the expressions stand in the query itself. */
export function expressionsOf({ definition, value, error }: PrintedFunction): string {
  const name = functionName(definition.id);
  return `SELECT account,\n  ${value} AS ${name},\n  ${error} AS ${name}_error\nFROM positions GROUP BY account;`;
}

function statement(name: string, { params }: PrintedFunction, body: string, type: SqlType, dialect: Dialect): string {
  switch (dialect.name) {
    case 'duckdb': {
      const list = params.map((param) => `${column(param)}${param.optional ? ' := NULL' : ''}`);
      return `CREATE OR REPLACE MACRO ${name}(${list.join(', ')}) AS ${body};`;
    }
    case 'postgres': {
      const list = params.map(
        (param) => `${column(param)} ${typeOf(param, dialect)}${param.optional ? ' DEFAULT NULL' : ''}`,
      );
      return `CREATE OR REPLACE FUNCTION ${name}(${list.join(', ')}) RETURNS ${RETURNS[type]} LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT ${body} $$;`;
    }
    case 'clickhouse':
      return `CREATE OR REPLACE FUNCTION ${name} AS (${params.map(column).join(', ')}) -> ${body};`;
  }
}

const RETURNS: Readonly<Record<SqlType, string>> = {
  decimal: 'numeric',
  double: 'double precision',
  word: 'text',
  day: 'date',
};

/** What stands above a function: what it returns, each argument, and where the formula or each row of its table comes from. */
export function commentOf({ definition, params, narrow }: PrintedFunction, words: Words): string {
  const lines = [
    `${definition.id} ${words.title.zh}: ${words.doc.en}`,
    `  ${words.formula.en}`,
    ...params.map(
      (param) => `  ${param.name}${param.optional ? ' (may be NULL)' : ''}: ${describe(param, words, 'en')}`,
    ),
    ...(narrow
      ? ['  Of DECIMAL(18) columns it has 18 digits, and what needs more is #NUM!: cast one to DECIMAL(38, 4) then.']
      : []),
    ...(words.rules ?? []).map(({ sentence }) => `  ${sentence.en}`),
    // The rows of a dated table have named theirs.
    ...(words.rules ? [] : words.sources).map(({ title, date }) => `  Source: ${title.en}${date ? `, ${date}` : ''}`),
  ];
  return lines.map((line) => `-- ${line}`).join('\n');
}
