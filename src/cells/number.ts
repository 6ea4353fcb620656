import type { Cell } from './cell';
import { Fault } from './fault';
import { halfWidth, saysMissing } from './text';

/** A number written as text, with all of its digits. */
export class Numeral {
  constructor(readonly digits: string) {}

  toNumber(): number {
    return Number(this.digits);
  }
}

export const MISSING = new Fault('missing');

/** The powers of ten behind the words that Chinese tables put after a number. */
const WORDS: Readonly<Record<string, number>> = { 千: 3, 万: 4, 百万: 6, 千万: 7, 亿: 8, 万亿: 12 };

const PATTERN =
  /^([+-]?)((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d*)?|\.\d+)(?:e([+-]?\d{1,3}))?\s*(?:(%)|(万亿|千万|百万|亿|万|千)?(?:元|股|份|张)?)$/i;

/** A number, a numeral, null for a blank, or a fault. */
export function readNumber(cell: Cell): number | Numeral | null | Fault {
  if (typeof cell === 'number' || cell === null || cell instanceof Fault) return cell;
  if (typeof cell === 'boolean') return new Fault('not_a_number', { text: cell ? 'TRUE' : 'FALSE' });
  return parseNumeral(cell) ?? (saysMissing(cell) ? MISSING : new Fault('not_a_number', { text: cell.trim() }));
}

/** `1,583.26`, `12%`, `６．６亿`, `97753.18万元`, `30.66万股` in 元 or 股; undefined for any other text. */
export function parseNumeral(text: string): Numeral | undefined {
  const match = PATTERN.exec(halfWidth(text).replace('−', '-'));
  if (!match) return undefined;
  const [, sign = '', digits = '', exponent = '0', percent, word] = match;
  const power = Number(exponent) + (percent ? -2 : word ? WORDS[word]! : 0);
  return new Numeral(`${sign}${digits.replace(/,/g, '')}e${power}`);
}
