import { glossary, type Term } from '../../functions/glossary';
import { search, type Entry } from './search';

const entries: readonly Entry<Term>[] = glossary.map((term) => ({
  item: term,
  names: [term.term.en, term.term.zh],
  keywords: term.functions,
  uses: [],
  text: [term.meaning.en, term.meaning.zh],
}));

/** The terms that fit; all of them, in their own order, for an empty query. */
export function findTerms(query: string): Term[] {
  return query.trim() === '' ? [...glossary] : search(query, entries);
}
