import { definitionOf } from '../../functions/by-id';
import { definitions } from '../../functions/index';
import { words } from '../../functions/words';
import { distance } from './distance';

const PREFIX = /^(?:RZRQ[._-]?|_XLDUDF_RZRQ_)/;
/** Native functions with the name of one of ours. */
const NATIVE: readonly string[] = ['STANDARDIZE'];
/** Shorter names have too many neighbours. */
const SHORTEST = 5;
const LONG = 12;

const squashed = (name: string): string => name.replace(/[._-]/g, '');
const bySquashed = new Map(definitions.map(({ id }) => [squashed(id), id]));
const byWords = wordsOfFunctions();

/** The id of the function that a name was meant to call; undefined for a name that is right, or nobody's that we know. */
export function idMeant(name: string): string | undefined {
  const upper = name.toUpperCase();
  const bare = upper.replace(PREFIX, '');
  const prefixed = bare !== upper;
  if (/^RZRQ\./.test(upper) && definitionOf(bare)) return undefined;
  if (!prefixed && NATIVE.includes(bare)) return undefined;
  const exact = bySquashed.get(squashed(bare)) ?? byWords.get(bare.toLowerCase());
  if (exact !== undefined) return exact;
  // Without the prefix a short word may be anybody's.
  return prefixed || bare.includes('_') ? nearest(bare) : undefined;
}

/** The one id that so few slips lead to. */
function nearest(name: string): string | undefined {
  if (name.length < SHORTEST || !/^[A-Z0-9_.]+$/.test(name)) return undefined;
  const most = name.length < LONG ? 1 : 2;
  let [best, found]: [number, string[]] = [most, []];
  for (const { id } of definitions) {
    if (Math.abs(id.length - name.length) > best) continue;
    const slips = distance(name, id);
    if (slips < best) [best, found] = [slips, [id]];
    else if (slips === best) found.push(id);
  }
  return found.length === 1 ? found[0] : undefined;
}

/** Chinese titles, and what else only one function is called. */
function wordsOfFunctions(): ReadonlyMap<string, string> {
  const titles = new Map<string, string>();
  const keywords = new Map<string, string | undefined>();
  for (const { id } of definitions) {
    const { title, search } = words[id]!;
    titles.set(title.zh.toLowerCase(), id);
    for (const word of search.map((text) => text.toLowerCase()))
      keywords.set(word, keywords.has(word) && keywords.get(word) !== id ? undefined : id);
  }
  const unique = [...keywords].filter(
    (entry): entry is [string, string] => entry[1] !== undefined && !/^[a-z]+$/.test(entry[0]),
  );
  return new Map([...unique, ...titles]);
}
