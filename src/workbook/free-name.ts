const LONGEST = 31;

/** A name for a sheet: without the characters that Excel refuses, and with a number while the name is taken. */
export function freeName(wanted: string, taken: readonly string[]): string {
  const used = new Set(taken.map((name) => name.toLowerCase()));
  const base =
    wanted
      .replace(/[[\]:*?/\\]/g, ' ')
      .replace(/^'+|'+$/g, '')
      .trim() || 'Sheet';
  for (let number = 1; ; number++) {
    const suffix = number === 1 ? '' : ` ${number}`;
    const name = base.slice(0, LONGEST - suffix.length).replace(/['\s]+$/, '') + suffix;
    if (!used.has(name.toLowerCase())) return name;
  }
}
