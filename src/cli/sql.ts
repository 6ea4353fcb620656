import { definitions } from '../functions/index';
import { words } from '../functions/words';
import { sqlLibrary } from '../generate/sql/library';
import { dialects } from '../number/sql-dialects';
import type { Command } from './command';
import { Failure } from './failure';

/** Prints the library for one engine. */
export const sql: Command = {
  takes: '[--dialect duckdb|postgres|clickhouse]',
  needs: { least: 0, most: 0 },
  help: {
    en: 'prints the functions and the queries of the market as SQL, for DuckDB unless --dialect says otherwise',
    zh: '输出 SQL 形式的函数与全市场查询；未用 --dialect 指定时为 DuckDB',
  },
  async run({ options, put }) {
    const asked = options.dialect ?? dialects[0]!.name;
    const dialect = dialects.find(({ name }) => name === asked);
    if (!dialect) throw new Failure('no_dialect', asked, dialects.map(({ name }) => name).join(', '));
    const text = sqlLibrary(definitions, words, dialect);
    if (!options.json) put(text);
    return { code: 0, report: { dialect: dialect.name, sql: text } };
  },
};
