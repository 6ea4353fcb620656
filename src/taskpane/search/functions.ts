import type { Definition } from '../../functions/catalogue/define';
import { families } from '../../functions/catalogue/families';
import { definitions } from '../../functions/index';
import { words } from '../../functions/words';
import { search, type Entry } from './search';

const entries: readonly Entry<Definition>[] = definitions.map((definition) => {
  const { title, doc, search: keywords, family } = words[definition.id]!;
  return {
    item: definition,
    names: [definition.id, title.en, title.zh],
    keywords,
    // In 中文 alone: an English word such as `rate` is an argument of half of them.
    uses: definition.params.map(({ zh }) => zh),
    text: [doc.en, doc.zh, families[family].en, families[family].zh],
  };
});

/** The functions that fit, the best first. */
export function findFunctions(query: string): Definition[] {
  return search(query, entries);
}

const named = entries.map((entry) => ({ ...entry, text: [] }));

/** The functions that are called so, or start so, in any of their names, in pinyin or in field codes, then those that use what is called so; not those whose texts only mention it. */
export function functionsCalled(query: string): Definition[] {
  return search(query, named);
}
