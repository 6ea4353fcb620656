/** The two languages of the add-in. */
export type Language = 'en' | 'zh';

export const LANGUAGES: readonly Language[] = ['en', 'zh'];

/** What a page says of its language. */
export const LANGUAGE_TAG: Text = { en: 'en', zh: 'zh-CN' };

/** A text in both languages. */
export interface Text {
  readonly en: string;
  readonly zh: string;
}

/** The language of a tag: every Chinese (`zh-HK`, `zh-SG`) is ours, everything else reads English. */
export function languageOf(tag: string): Language {
  return /^zh/i.test(tag) ? 'zh' : 'en';
}

/** Words one after the other, as a sentence lists them. */
export function listed(words: readonly string[], language: Language): string {
  return words.join(language === 'zh' ? '、' : ', ');
}
