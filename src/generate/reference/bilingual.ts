import { LANGUAGE_TAG, LANGUAGES, type Language, type Text } from '../../language';
import { html, type Content, type Html } from '../html';

/** A few words inside a line, in both languages; the page shows one. */
export function both({ en, zh }: Text): Html {
  return en === zh
    ? html`${en}`
    : html`<span class="en" lang="en">${en}</span><span class="zh" lang="zh-CN">${zh}</span>`;
}

/** A part of a page in both languages, one after the other; the page shows one. */
export function eachLanguage(write: (language: Language) => Content): Html {
  return html`${LANGUAGES.map(
    (language) => html`<div class="${language}" lang="${LANGUAGE_TAG[language]}">
${write(language)}</div>
`,
  )}`;
}
