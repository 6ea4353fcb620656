import type { Language, Text } from '../language';
import type { Param } from './catalogue/define';
import type { Source } from './catalogue/sources';
import { paramWords, type ParamName } from './catalogue/param-words';
import type { Words } from './catalogue/words-of';

/** Where the figures of the examples come from, each source once; what the function follows is in `sources`. */
export function exampleSources({ examples }: Pick<Words, 'examples'>): readonly Source[] {
  const sources = examples.flatMap(({ source }) => source ?? []);
  return sources.filter(({ title }, i) => sources.findIndex((other) => other.title.en === title.en) === i);
}

/** The parameter's words, with its default. */
export function describe(param: Param, words: Words, language: Language): string {
  const own = (words.params as Readonly<Record<string, Text>> | undefined)?.[param.name];
  const text = (own ?? paramWords[param.name as ParamName])[language];
  const value = defaultWord(param, language);
  if (value === undefined) return text;
  return language === 'zh' ? `${text}；默认 ${value}` : `${text}; ${value} if omitted`;
}

function defaultWord(param: Param, language: Language): string | undefined {
  if (!('default' in param) || param.default === undefined) return undefined;
  if (param.kind !== 'choice') return String(param.default);
  return language === 'zh' ? param.options.find(({ value }) => value === param.default)?.zh : param.default;
}
