/** Sees to it that the browser's language is one that Intl knows, for code that hands it over unasked: some systems call theirs `en-US@posix`. */
export function haveAcceptableLanguage(): void {
  try {
    Intl.getCanonicalLocales(navigator.language);
  } catch {
    Object.defineProperty(navigator, 'language', { value: 'en-US', configurable: true });
  }
}
