const [ZERO, NINE, POINT, MINUS, PLUS] = [48, 57, 46, 45, 43];
const MOST_DIGITS = 15;
const POWERS = Array.from({ length: 23 }, (_, power) => 10 ** power);

/** The number that a piece of ASCII says; NaN where it says none. Short decimals, which most are, take the quick way. */
export function numberBetween(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  const negative = bytes[at] === MINUS;
  if (negative || bytes[at] === PLUS) at++;
  let [mantissa, digits, places, point] = [0, 0, 0, false];
  for (; at < end; at++) {
    const byte = bytes[at]!;
    if (byte === POINT && !point) point = true;
    else if (byte >= ZERO && byte <= NINE) {
      mantissa = mantissa * 10 + byte - ZERO;
      digits++;
      if (point) places++;
    } else break;
  }
  // Both parts are exact then, so that the quotient is rounded once.
  if (at === end && digits > 0 && digits <= MOST_DIGITS) return (negative ? -mantissa : mantissa) / POWERS[places]! + 0;
  let text = '';
  for (let i = start; i < end; i++) text += String.fromCharCode(bytes[i]!);
  return /^\s*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?\s*$/i.test(text) ? Number(text) + 0 : NaN;
}
