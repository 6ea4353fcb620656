/** Full-width digits, signs and letters as half-width ones; no space around. */
export function halfWidth(text: string): string {
  return text.normalize('NFKC').trim();
}

const NOT_PUBLISHED = new Set(['-', '--', '---', '–', '—', '——', '−', 'n/a', '#n/a', 'na', 'nan', 'none', 'null']);

/** How tables print "not published". */
export function saysMissing(text: string): boolean {
  return NOT_PUBLISHED.has(halfWidth(text).toLowerCase());
}
