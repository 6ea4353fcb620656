import type { Cell } from '../cells/cell';
import { halfWidth } from '../cells/text';
import { headerWord } from './header-word';
import { readUnit, type Unit } from './units';
import { readingsOf, type Reading } from './vocabulary';

/** A header cell: what it says, what that can mean, and the unit in it. */
export interface Heading {
  readonly text: string;
  /** Its words without unit, as they are looked up. */
  readonly word: string;
  readonly readings: readonly Reading[];
  readonly unit: Unit | null;
}

const LATIN_UNIT = /[_ ](thousand_yuan|million_yuan|wan_yuan|yi_yuan|wan_share|yi_share|yuan|shares?|qty|wan|yi)$/i;
const CHINESE_UNIT = /(?:万亿|千万|百万|亿|万|千)?(?:元|股|份|张|手)$/;

/** Reads a header; `group` is the word of a merged cell above it, as 融资 above 余额. */
export function readHeading(cell: Cell, group = ''): Heading {
  if (typeof cell !== 'string')
    return { text: cell === null || typeof cell === 'object' ? '' : String(cell), word: '', readings: [], unit: null };
  const { words, unit } = withoutBrackets(tidy(cell));
  for (const [stem, stated] of [[words, null], ...withoutSuffix(words)] as const) {
    const word = headerWord(group + stem);
    const readings = readingsOf(word);
    if (readings.length > 0) return { text: cell, word, readings, unit: unit ?? stated };
  }
  return { text: cell, word: headerWord(words), readings: [], unit };
}

/** Line breaks and entities of web pages, the tags of Wind's sheets (`[单位] 元`) and notes such as `(周期=日)`. */
function tidy(text: string): string {
  return halfWidth(
    text
      .replace(/<br\s*\/?>|&nbsp;/gi, ' ')
      .replace(/【/g, '[')
      .replace(/】/g, ']'),
  )
    .replace(/\[单位\]\s*([^\s[\]]+)/g, '($1)')
    .replace(/\[([^\]]*)\][^[(\n]*/g, (tag, content: string) => (readUnit(content) ? tag : ' '))
    .replace(/\([^()=]*=[^()]*\)/g, '')
    .trim();
}

function withoutBrackets(text: string): { words: string; unit: Unit | null } {
  let unit: Unit | null = null;
  const words = text.replace(/[([][^()[\]]*(?:\([^()]*\))?[)\]]/g, (bracket) => {
    const stated = readUnit(bracket);
    unit ??= stated ?? null;
    return stated ? '' : bracket;
  });
  return { words, unit };
}

/** The words before a unit that stands without brackets: `rzye_yuan`, `融资余额万元`. */
function withoutSuffix(words: string): [string, Unit | null][] {
  return [LATIN_UNIT, CHINESE_UNIT].flatMap((pattern) => {
    const match = pattern.exec(words);
    return match && match.index > 0
      ? [[words.slice(0, match.index), readUnit(match[1] ?? match[0]) ?? null] as [string, Unit | null]]
      : [];
  });
}
