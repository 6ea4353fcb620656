// The pages of the reference: which language is shown, and the search of the function list. Everything else is plain HTML.
import { LANGUAGE_TAG, languageOf, type Language } from '../language';
import { offerFiles } from './address';
import './reference.css';

/** What the reader asked for in this address; undefined leaves it to the browser. */
let asked = languageAsked(new URLSearchParams(location.search).get('lang'));

function languageAsked(tag: string | null): Language | undefined {
  return tag === null ? undefined : languageOf(tag);
}

function show(): void {
  const language = asked ?? languageOf(navigator.language);
  document.documentElement.dataset['language'] = language;
  document.documentElement.lang = LANGUAGE_TAG[language];
}

// Before there is a body, so that the other language is never seen.
show();

document.addEventListener('DOMContentLoaded', () => {
  keepLanguage();
  for (const link of document.querySelectorAll<HTMLAnchorElement>('[data-language][href]')) {
    link.addEventListener('click', (event) => {
      event.preventDefault();
      asked = link.dataset['language'] as Language;
      const address = new URL(location.href);
      address.searchParams.set('lang', asked);
      history.replaceState(null, '', address);
      show();
      keepLanguage();
    });
  }
  for (const search of document.querySelectorAll<HTMLElement>('.search')) offerSearch(search);
  for (const offer of document.querySelectorAll<HTMLElement>('.here')) offerFiles(offer);
});

/** A reader who chose a language finds the next page in it. */
function keepLanguage(): void {
  if (asked === undefined) return;
  for (const link of document.querySelectorAll<HTMLAnchorElement>(
    'a[href$=".html"], a[href*=".html?"], a[href*=".html#"]',
  )) {
    const address = new URL(link.href);
    if (address.origin !== location.origin) continue;
    address.searchParams.set('lang', asked);
    link.href = address.href;
  }
}

function offerSearch(search: HTMLElement): void {
  const part = search.parentElement!;
  const field = search.querySelector('input')!;
  const found = search.querySelector('.found')!;
  const entries = [...part.querySelectorAll<HTMLElement>('[data-search]')].map((entry) => ({
    entry,
    text: `${entry.textContent} ${entry.dataset['search']}`.toLowerCase(),
  }));
  search.hidden = false;
  field.addEventListener('input', () => {
    const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
    let count = 0;
    for (const { entry, text } of entries) {
      entry.hidden = !words.every((word) => text.includes(word));
      if (!entry.hidden) count++;
    }
    for (const family of part.querySelectorAll<HTMLElement>('.found-in'))
      family.hidden = family.querySelector('[data-search]:not([hidden])') === null;
    found.textContent = words.length === 0 ? '' : String(count);
  });
}
