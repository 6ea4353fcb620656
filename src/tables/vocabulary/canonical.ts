import { COLUMNS, type Column } from '../columns';
import type { Vocabulary } from './vocabulary';

/** The words of our own tables, in both languages: what STANDARDIZE writes it also reads. */
export const canonical: Vocabulary = {
  source: 'RZRQ',
  words: Object.fromEntries(Object.entries(COLUMNS).map(([column, { zh }]) => [column, [column, zh]])) as Record<
    Column,
    string[]
  >,
};
