/** U+FF01–FF5E are the characters of ASCII in full width, at this distance. */
const FULL_WIDTH = /[\uff01-\uff5e]/g;
const DISTANCE = 0xfee0;

/** Radicals and compatibility ideographs, which text copied from a PDF has for 月, 日 or 金. */
const LOOKALIKE = /[\u2e80-\u2fd5\uf900-\ufaff]/g;

const PLAIN = /^[!-~](?:[ -~]*[!-~])?$/;
const AROUND = /^[\s\p{Cf}]+|[\s\p{Cf}]+$/gu;
const INVISIBLE = /^[\s\p{Cf}]*$/u;
/** A first sign between these two is seen. */
const BLANK = 32;
const DELETE = 127;

/**
 * Full-width digits, signs and letters as half-width ones; no blank, zero-width character or byte order mark around.
 * No other form is folded: ①, ⁵ and ₂ are no digits, and a 1583 with a footnote mark is not 15831.
 */
export function halfWidth(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .replace(FULL_WIDTH, (sign) => String.fromCharCode(sign.charCodeAt(0) - DISTANCE))
    .replace(/\u3000/g, ' ')
    .replace(/\uffe5/g, '¥')
    .replace(LOOKALIKE, (sign) => sign.normalize('NFKC'))
    .replace(AROUND, '');
}

/** Whether a text shows nothing. */
export function isInvisible(text: string): boolean {
  const first = text.charCodeAt(0);
  return !(first > BLANK && first < DELETE) && INVISIBLE.test(text);
}

const DASHES = /^[-‐-―−]{1,3}$/;
const NOT_PUBLISHED = new Set(['n/a', '#n/a', 'na', 'nan', 'none', 'null', '暂无', '停牌']);

/** How tables print "not published". */
export function saysMissing(text: string): boolean {
  const plain = halfWidth(text);
  return DASHES.test(plain) || NOT_PUBLISHED.has(plain.toLowerCase());
}
