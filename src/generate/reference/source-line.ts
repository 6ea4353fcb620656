import type { Language } from '../../language';
import type { Source } from '../../functions/catalogue/sources';
import { html, type Html } from '../html';
import { LABELS } from './labels';

/** A source with its day and how it is known, and said to be unverified where nobody has read the original. */
export function sourceLine({ title, date, url, unverified, known }: Source, language: Language): Html {
  const text = title[language];
  return html`${url === undefined ? text : html`<a href="${url}" rel="noreferrer">${text}</a>`}${date === undefined ? undefined : html` · <time>${date}</time>`}${unverified ? html` <strong class="unverified">${LABELS.unverified[language]}</strong>` : undefined}${known && html`${language === 'zh' ? '，' : '; '}${known[language]}`}`;
}
