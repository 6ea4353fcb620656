import { pinyin } from './pinyin';
import { soundsLike } from './sounds-like';

/** Something that can be found, with the words it is found by, the most telling first. */
export interface Entry<T> {
  readonly item: T;
  readonly names: readonly string[];
  readonly keywords: readonly string[];
  /** What it works with: whoever asks for one of these may want what becomes of it. */
  readonly uses: readonly string[];
  readonly text: readonly string[];
}

/** How well a query fits: the higher the better, 0 not at all. */
const SCORES = { whole: 100, start: 80, wordStart: 60, sound: 50, inside: 40, text: 10 } as const;
const KEYWORD_WEIGHT = 0.9;
/** Behind everything that is called so, before what only mentions it. */
const USE_WEIGHT = 0.3;

/**
 * The entries that fit, the best first; each word of the query must fit. A word fits by English name, by 中文, by pinyin
 * or its initials, and by the field codes of exchanges and vendors.
 */
export function search<T>(query: string, entries: readonly Entry<T>[]): T[] {
  const whole = normal(query);
  const words = whole.split(' ').filter(Boolean);
  return entries
    .map((entry) => ({ item: entry.item, whole: fit(whole, entry), parts: words.map((word) => fit(word, entry)) }))
    .filter(({ parts }) => parts.every((score) => score > 0))
    .sort((a, b) => b.whole - a.whole || sum(b.parts) - sum(a.parts))
    .map(({ item }) => item);
}

function fit<T>(word: string, { names, keywords, uses, text }: Entry<T>): number {
  const best = (called: readonly string[]) => Math.max(0, ...called.map((name) => match(word, name)));
  const byText = word.length > 1 && text.some((sentence) => known(sentence).includes(word)) ? SCORES.text : 0;
  return Math.max(best(names), best(keywords) * KEYWORD_WEIGHT, best(uses) * USE_WEIGHT, byText);
}

function match(word: string, name: string): number {
  const candidate = known(name);
  if (candidate === word) return SCORES.whole;
  if (candidate.startsWith(word)) return SCORES.start;
  if (candidate.split(' ').some((part) => part.startsWith(word))) return SCORES.wordStart;
  const syllables = pinyin[name];
  if (syllables && soundsLike(word, syllables.split(' '))) return SCORES.sound;
  return word.length > 1 && candidate.replace(/ /g, '').includes(word) ? SCORES.inside : 0;
}

const normalized = new Map<string, string>();

/** The words of an entry, which are the same at every key. */
function known(text: string): string {
  const before = normalized.get(text);
  if (before !== undefined) return before;
  const written = normal(text);
  normalized.set(text, written);
  return written;
}

/** One way to write it: small letters, half-width, words apart by one space. */
function normal(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^rzrq\./, '')
    .replace(/[\s_.,()（）、，]+/g, ' ')
    .trim();
}

function sum(scores: readonly number[]): number {
  return scores.reduce((total, score) => total + score, 0);
}
