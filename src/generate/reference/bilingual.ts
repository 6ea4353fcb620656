import type { Text } from '../../functions/define';
import { html, type Content, type Html } from '../html';

export type Language = keyof Text;

export const LANGUAGES: readonly Language[] = ['en', 'zh'];
export const LANGUAGE_TAG: Text = { en: 'en', zh: 'zh-CN' };

/** A few words inside a line, in both languages; the page shows one. */
export function both({ en, zh }: Text): Html {
  return en === zh
    ? html`${en}`
    : html`<span class="en" lang="en">${en}</span><span class="zh" lang="zh-CN">${zh}</span>`;
}

/** A part of a page in both languages, one after the other; the page shows one. */
export function eachLanguage(write: (language: Language) => Content): Html {
  return html`${LANGUAGES.map(
    (language) => html`<div class="${language}" lang="${LANGUAGE_TAG[language]}">${write(language)}</div> `,
  )}`;
}
