import { languageOf, type Language } from '../language';

/** The language of the messages: Office's display language, else the page's, else the browser's. */
export function displayLanguage(): Language {
  const office = typeof Office === 'undefined' ? undefined : Office.context?.displayLanguage;
  const page = typeof document === 'undefined' ? undefined : document.documentElement?.lang;
  const browser = typeof navigator === 'undefined' ? undefined : navigator.language;
  return languageOf(office || page || browser || 'en');
}
