import { languageOf, type Language, type Text } from '../language';

// Language and theme: the address says, else the browser.
export type Theme = 'light' | 'dark';

export const LANGUAGE_TAG: Text = { zh: 'zh-CN', en: 'en-US' };

export function languageFrom(search: string, browserLanguage: string): Language {
  return languageOf(new URLSearchParams(search).get('lang') ?? browserLanguage);
}

/** The theme the address asks for; undefined leaves it to the system. */
export function themeFrom(search: string): Theme | undefined {
  const asked = new URLSearchParams(search).get('theme');
  return asked === 'light' || asked === 'dark' ? asked : undefined;
}

/** The same page with one setting changed and everything else in the address kept. */
export function addressWith(href: string, name: 'lang' | 'theme', value: string): string {
  const address = new URL(href);
  address.searchParams.set(name, value);
  return address.href;
}
