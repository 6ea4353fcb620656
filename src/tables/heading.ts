import { toCell } from '../cells/cell';
import { halfWidth } from '../cells/text';
import { readCode } from './code';
import { marketOf, withoutMarket, type Market } from './exchange';
import { headerWord } from './header-word';
import { simplified } from './traditional';
import { readUnit, type Unit } from './units';
import { readingsOf, type Reading } from './vocabulary';

/** A header cell: what it says, what that can mean, and the unit in it. */
export interface Heading {
  readonly text: string;
  /** Its words without unit, as they are looked up. */
  readonly word: string;
  readonly readings: readonly Reading[];
  readonly unit: Unit | null;
  /** The market that it speaks of, in a table with a block of columns for each. */
  readonly market: Market | null;
  /** The security that its block of columns is of. */
  readonly code: string;
  /** A second print of a figure, as the Beijing exchange's rzyeRound is of rzye, in 万. */
  readonly rounded: boolean;
}

/** What the merged cells above a header say of it. */
export interface Group {
  readonly side: '' | '融资' | '融券';
  readonly unit: Unit | null;
  readonly market: Market | null;
  readonly code: string;
}

export const NO_GROUP: Group = { side: '', unit: null, market: null, code: '' };

const LATIN_UNIT = /[_ ](thousand_yuan|million_yuan|wan_yuan|yi_yuan|wan_share|yi_share|yuan|shares?|qty|wan|yi)$/i;
const CHINESE_UNIT = /(?:万亿|千万|百万|亿|万|千)?(?:元|股|份|张|手)$/;
const SIDE = /^(融资|融券)(?:业务|交易|部分|情况|方面|数据)?$/;
/** That a figure is of the day is said of nearly all of them. */
const OF_THE_DAY = /本日|当日|今日|当天|期末|日终/g;
const ROUNDED = /round$/;
const WAN: Unit = { power: 4, measures: null };

/** Reads a header; `group` is what stands in merged cells above it, as 融资 above 余额. */
export function readHeading(cell: unknown, group: Group = NO_GROUP): Heading {
  const read = toCell(cell);
  const { market, code } = group;
  const unknown = { readings: [], unit: null, market, code, rounded: false };
  if (typeof read !== 'string')
    return { text: read === null || typeof read === 'object' ? '' : String(read), word: '', ...unknown };
  const { words, unit } = withoutBrackets(tidy(read));
  for (const [stem, stated] of [[words, null], ...withoutSuffix(words)] as const) {
    const found = lookUp(headerWord(stem), group.side);
    if (found)
      return {
        text: read,
        word: found.word,
        readings: found.readings,
        unit: unit ?? stated ?? (found.rounded ? WAN : group.unit),
        market: found.market ?? market,
        code,
        rounded: found.rounded,
      };
  }
  return inTwoLanguages(read, group) ?? { text: read, word: headerWord(words), ...unknown, unit: unit ?? group.unit };
}

/** A header that says the same once more in another line: `Financing balance` above `融资余额 (元)`. */
function inTwoLanguages(text: string, group: Group): Heading | undefined {
  const lines = text.split(/[\r\n]+/).filter((line) => line.trim() !== '');
  if (lines.length < 2) return undefined;
  const read = lines.map((line) => readHeading(line, group));
  // Margin balance alone is one of two; beside 融资余额 it is that.
  const readings = read[0]!.readings.filter(({ column }) =>
    read.every((line) => line.readings.some((other) => other.column === column)),
  );
  const units = new Set(read.flatMap(({ unit }) => unit?.power ?? []));
  if (readings.length === 0 || units.size > 1) return undefined;
  return { ...(read.find(({ unit }) => unit !== null) ?? read[0]!), readings, text };
}

/** What a merged cell says of the headers below it; null where it says nothing of the kind. */
export function readGroup(cell: unknown): Group | null {
  const read = toCell(cell);
  if (typeof read !== 'string') return null;
  const { words, unit } = withoutBrackets(tidy(read));
  const word = headerWord(words);
  const side = (text: string) => SIDE.exec(text)?.[1] as '融资' | '融券' | undefined;
  const own = side(word);
  if (own) return { side: own, unit, market: null, code: '' };
  const whole = marketOf(word);
  if (whole) return { side: '', unit, market: whole, code: '' };
  for (const { market, rest } of withoutMarket(word)) {
    const part = side(rest) ?? (rest === '融资融券' || rest === '两融' ? '' : null);
    if (part !== null) return { side: part, unit, market, code: '' };
  }
  const { code, exchange } = readCode(read);
  return exchange !== null && code !== '' && /[a-z]/i.test(read)
    ? { side: '', unit, market: { exchange, word: exchange }, code }
    : null;
}

interface Found {
  readonly word: string;
  readonly readings: readonly Reading[];
  readonly market: Market | null;
  readonly rounded: boolean;
}

function lookUp(word: string, side: Group['side']): Found | null {
  const plain = lookUpPlain(word, side);
  if (plain) return { ...plain, market: null };
  for (const { market, rest } of withoutMarket(word)) {
    const found = lookUpPlain(rest, side);
    if (found) return { ...found, market };
  }
  return null;
}

function lookUpPlain(word: string, side: Group['side']): Omit<Found, 'market'> | null {
  const day = word.replace(OF_THE_DAY, '');
  const raw = day.replace(ROUNDED, '');
  // Under 融券 a bare 余额 is the lending balance, and a word that says 融 itself needs nothing from above.
  const spellings = (stem: string) => (side === '' ? [stem] : [side + stem, ...(/^[融两\w]/.test(stem) ? [stem] : [])]);
  for (const stem of new Set([word, day, raw])) {
    for (const spelling of spellings(stem)) {
      const readings = readingsOf(spelling);
      if (readings.length > 0) return { word: spelling, readings, rounded: stem === raw && raw !== day };
    }
  }
  return null;
}

/** What Wind, iFinD and Choice say of a figure in square brackets: of when and from where it is. 环比 is another figure. */
const ASIDE = /日|时间|报告期|截止|截至|起始|来源|频率|周期|单位|复权|市场/;
/** In another money. */
const FOREIGN = /(?:币种|货币|currency)\s*=\s*(?!人民币|cny|rmb)/i;
const FOOTNOTE = /[([]注\s*\d*[)\]]|[①-⑳]/g;

/** Line breaks and entities of web pages, the tags of Wind's sheets (`[单位] 元`), notes such as `(周期=日)`, footnote marks. */
function tidy(text: string): string {
  return simplified(
    halfWidth(
      text
        .replace(/<br\s*\/?>|&nbsp;/gi, ' ')
        .replace(/【/g, '[')
        .replace(/】/g, ']'),
    ),
  )
    .replace(/\[单位\]\s*([^\s[\]]+)/g, '($1)')
    .replace(/\[([^\]]*)\][^[(\n]*/g, (tag, content: string) => (readUnit(content) || !ASIDE.test(content) ? tag : ' '))
    .replace(/\([^()=]*=[^()]*\)/g, (note) => (FOREIGN.test(note) ? note : ''))
    .replace(FOOTNOTE, '')
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

/** The words before a unit that stands without brackets: `rzye_yuan`, `融资余额万元`, `融资余额：亿元`. */
function withoutSuffix(words: string): [string, Unit | null][] {
  return [LATIN_UNIT, CHINESE_UNIT].flatMap((pattern) => {
    const match = pattern.exec(words);
    return match && match.index > 0
      ? [[words.slice(0, match.index), readUnit(match[1] ?? match[0]) ?? null] as [string, Unit | null]]
      : [];
  });
}
