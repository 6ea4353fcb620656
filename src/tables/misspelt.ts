import { isFigure } from './columns';
import { knownWords, readingsOf, type Reading } from './vocabulary';

/**
 * Characters that make another word of a header: 融资净买入额 is no slip of 融资买入额, nor 融券卖出额 of 融券卖出量. A
 * slip puts a character here that has no meaning in these tables (佘 for 余, 卷 for 券).
 */
const MEANINGFUL = new Set(
  '融资券余额量买卖入出偿还净比率占差值合计总市户数前昨日上期初末本当今月周年季增减变动幅价收盘成交流通限可用标的转均累指元股份张手千万亿两沪深京北业新旧高低大小担保现最率金断%',
);
/** What is left of a header without one of its characters, and could be meant: not for us to complete. */
const WORDS_OF_THEIR_OWN = new Set(['融资额', '融券额', '融券量', '两融额', 'rzyl']);
/** Short Latin words are abbreviations, in which every letter tells (rzye, rqye). */
const SHORT = 5;

/** What a header can mean that is one slip away from a known word: letters swapped, doubled, dropped or wrong. */
export function nearReadings(word: string): readonly Reading[] {
  if (word.length < 3 || WORDS_OF_THEIR_OWN.has(word)) return [];
  const found: Reading[] = [];
  for (const known of knownWords()) {
    if (known.length > 3 && isSlip(word, known))
      found.push(...readingsOf(known).filter(({ column, source }) => isFigure(column) && source !== 'bare 省略'));
  }
  return found;
}

function isSlip(word: string, known: string): boolean {
  const difference = word.length - known.length;
  if (difference < -1 || difference > 1) return false;
  let start = 0;
  while (start < word.length && word[start] === known[start]) start++;
  const rest = (text: string, from: number) => text.slice(from);
  const latin = /^[\x20-\x7e]+$/.test(known);
  const isFree = (char: string) => (latin ? known.length > SHORT && /[a-z]/.test(char) : !MEANINGFUL.has(char));
  if (difference === -1) return rest(word, start) === rest(known, start + 1);
  if (difference === 1) {
    if (rest(word, start + 1) !== rest(known, start)) return false;
    return word[start] === word[start - 1] || (latin && isFree(word[start]!));
  }
  if (start === word.length) return false;
  const swapped = word[start] === known[start + 1] && word[start + 1] === known[start];
  if (swapped && rest(word, start + 2) === rest(known, start + 2)) return true;
  return rest(word, start + 1) === rest(known, start + 1) && isFree(word[start]!);
}
