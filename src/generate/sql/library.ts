import type { Definition } from '../../functions/catalogue/define';
import { families } from '../../functions/catalogue/families';
import type { Family, Words } from '../../functions/catalogue/words-of';
import { type Dialect, dialects } from '../../number/sql-dialects';
import { marketTable } from './market';
import { printedFunction } from './printed';
import { sqlReadme } from './readme';
import { commentOf, expressionsOf, statementsOf } from './statements';
import { type View, views, viewStatement } from './views';

type AllWords = Readonly<Record<string, Words>>;

/** The library for one engine: every function that has a closed form, the table, and the queries over it. */
export function sqlLibrary(definitions: readonly Definition[], words: AllWords, dialect: Dialect): string {
  const parts = [
    `-- RZRQ Functions for ${dialect.title}: the same formulas as in the cells. See README.md beside this file.\n` +
      '-- Amounts in 元, quantities in 股/份/张, ratios are fractions. NULL is a blank, an error or an empty row; …_error says which.',
  ];
  for (const family of Object.keys(families) as Family[]) {
    const own = definitions.filter(({ id }) => words[id]!.family === family);
    const printed = own.flatMap((definition) => functionText(definition, words[definition.id]!, dialect) ?? []);
    if (printed.length > 0) parts.push(`-- ${families[family].en} ${families[family].zh}`, ...printed);
  }
  parts.push('-- The market table and the queries over it', marketTable(dialect));
  for (const view of views) parts.push(viewText(view, dialect));
  return `${parts.join('\n\n')}\n`;
}

/** A function with what stands above it; undefined where it has no closed form. */
export function functionText(definition: Definition, words: Words, dialect: Dialect): string | undefined {
  const printed = printedFunction(definition, dialect);
  if (!printed) return undefined;
  const statements = statementsOf(printed, dialect);
  // PostgreSQL's functions cannot look into columns.
  const text =
    statements.length > 0
      ? statements.join('\n')
      : `-- In PostgreSQL an item of a query that groups the table of positions:\n${expressionsOf(printed).replace(/^/gm, '-- ')}`;
  return `${commentOf(printed, words)}\n${text}`;
}

/** A view with what stands above it. */
export function viewText(view: View, dialect: Dialect): string {
  return `-- ${view.says}\n${viewStatement(view, dialect)}`;
}

/** The files of dist/sql. */
export function sqlFiles(definitions: readonly Definition[], words: AllWords): readonly (readonly [string, string])[] {
  return [
    ...dialects.map((dialect) => [`sql/rzrq.${dialect.name}.sql`, sqlLibrary(definitions, words, dialect)] as const),
    ['sql/README.md', sqlReadme(definitions.filter((definition) => printedFunction(definition, dialects[0]!)).length)],
  ];
}
