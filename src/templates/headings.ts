import { words } from '../functions/words';
import { readHeading } from '../tables/heading';
import type { Meaning } from './number-formats';

/** By heading, what our own results hold. */
const ANSWERS: ReadonlyMap<unknown, Meaning> = new Map(
  Object.values(words).flatMap(({ answers }) =>
    (answers?.headings ?? []).flatMap(([en, zh]) => [en, zh].map((heading) => [heading, answers!.units[en]] as const)),
  ),
);

/** What the column of a table below such a header holds: one of our own results, or of the exchanges and vendors. */
export function meaningOf(header: unknown): Meaning {
  if (typeof header !== 'string') return undefined;
  return ANSWERS.get(header) ?? readHeading(header).readings[0]?.column;
}
