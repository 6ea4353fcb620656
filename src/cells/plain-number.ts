const COMMA = 44;
const POINT = 46;
const MINUS = 45;
const ZERO = 48;

const MOST_DIGITS = 15;
const POWERS = Array.from({ length: MOST_DIGITS + 1 }, (_, k) => Number(`1e${k}`));

/**
 * The number of a text as nearly all tables print it: digits, perhaps with commas in threes and a decimal point, at
 * most 15 of them, so that the double says all there is. NaN for any other text, which `readNumber` has to read. A
 * table of a million such cells has no time for a pattern and a normal form.
 */
export function plainNumber(text: string): number {
  const { length } = text;
  let at = 0;
  const negative = text.charCodeAt(0) === MINUS;
  if (negative) at = 1;
  let units = 0;
  let digits = 0;
  let decimals = -1;
  /** Digits since the last comma; -1 before the first. */
  let since = -1;
  for (; at < length; at++) {
    const code = text.charCodeAt(at);
    const digit = code - ZERO;
    if (digit >= 0 && digit <= 9) {
      units = units * 10 + digit;
      if (decimals >= 0) decimals++;
      else if (since >= 0) since++;
      digits++;
    } else if (code === COMMA) {
      if (decimals >= 0 || (since < 0 ? digits === 0 || digits > 3 : since !== 3)) return NaN;
      since = 0;
    } else if (code === POINT) {
      if (decimals >= 0 || digits === 0 || (since >= 0 && since !== 3)) return NaN;
      decimals = 0;
    } else return NaN;
  }
  if (digits === 0 || digits > MOST_DIGITS || decimals === 0 || (decimals < 0 && since >= 0 && since !== 3)) return NaN;
  const value = decimals > 0 ? units / POWERS[decimals]! : units;
  return negative ? 0 - value : value;
}
