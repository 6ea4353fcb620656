import type { Definition } from '../../functions/catalogue/define';
import type { Words } from '../../functions/catalogue/words-of';
import { lambdaOf } from '../../share/names/printed';
import { libraryOf } from '../../share/names/library';
import { moduleText } from './module';
import { namesReadme } from './words';
import { namesWorkbook } from './workbook';

type AllWords = Readonly<Record<string, Words>>;

const library = (definitions: readonly Definition[], words: AllWords, language: 'en' | 'zh') =>
  libraryOf(definitions, (id) => words[id]!, language);

/** The texts of dist/names. */
export function namesFiles(
  definitions: readonly Definition[],
  words: AllWords,
): readonly (readonly [string, string])[] {
  const count = definitions.filter((definition) => lambdaOf(definition) !== undefined).length;
  return [
    ...(['zh', 'en'] as const).map(
      (language) => [`names/RZ.${language}.txt`, moduleText(library(definitions, words, language), language)] as const,
    ),
    ['names/README.md', namesReadme(count)],
  ];
}

/** The workbooks of dist/names. */
export function namesWorkbooks(
  definitions: readonly Definition[],
  words: AllWords,
): readonly Promise<readonly [string, Uint8Array]>[] {
  return Object.entries({ zh: 'rzrq-names.xlsx', en: 'rzrq-names-en.xlsx' }).map(async ([key, file]) => {
    const language = key as 'zh' | 'en';
    const names = library(definitions, words, language);
    return [`names/${file}`, await namesWorkbook(definitions, words, names, language)] as const;
  });
}
