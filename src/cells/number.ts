import type { Cell } from './cell';
import { Fault } from './fault';
import { halfWidth, saysMissing } from './text';

/** A number written as text, with all of its digits. */
export class Numeral {
  constructor(
    readonly digits: string,
    /** The text says its unit itself (6.6亿, 100元), so the number is in 元 or 股 whatever a header says. */
    readonly inUnits: boolean,
  ) {}

  toNumber(): number {
    return Number(this.digits);
  }
}

export const MISSING = new Fault('missing');

/** The powers of ten behind the words that Chinese tables put after a number. */
const POWERS = new Map([
  ['千', 3],
  ['万', 4],
  ['百万', 6],
  ['千万', 7],
  ['亿', 8],
  ['万亿', 12],
]);

// Groups of three are parted by commas, or by blanks: plain, no-break, thin or narrow.
const WHOLE = String.raw`\d{1,3}(?:,\d{3})+|\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+|\d+`;
const FIGURE = String.raw`((?:${WHOLE})(?:\.\d*)?|\.\d+)(?:e([+-]?\d{1,3}))?`;
const SIGN = '([+\\-−]?)';
const WORD = `(${[...POWERS.keys()].sort((a, b) => b.length - a.length).join('|')})`;

/** ¥ and a sign in either order, the figure, then a percent sign, or a power of ten and a unit. */
const PATTERN = new RegExp(String.raw`^${SIGN}(¥\s*)?${SIGN}${FIGURE}\s*(?:(%)|${WORD}?\s*(元|股|份|张)?)$`, 'i');

/** A number, a numeral, null for a blank, or a fault. */
export function readNumber(cell: Cell): number | Numeral | null | Fault {
  if (typeof cell === 'number' || cell === null || cell instanceof Fault) return cell;
  if (typeof cell === 'boolean') return new Fault('not_a_number', { text: cell ? 'TRUE' : 'FALSE' });
  const numeral = parseNumeral(cell);
  if (numeral === undefined) return saysMissing(cell) ? MISSING : new Fault('not_a_number', { text: cell.trim() });
  return Number.isFinite(numeral.toNumber()) ? numeral : new Fault('too_large', { text: cell.trim() });
}

/**
 * `1,583.26`, `12%`, `６．６亿`, `97753.18万元`, `30.66万股`, `¥1,234`, `1 234`, and `(1,234.50)` as accountants write a
 * negative, in 元 or 股; undefined for any other text.
 */
export function parseNumeral(text: string): Numeral | undefined {
  const plain = halfWidth(text);
  if (!plain.startsWith('(')) return signed(plain);
  const inner = plain.endsWith(')') ? signed(plain.slice(1, -1).trim()) : undefined;
  return inner && /^[\d.]/.test(inner.digits) ? new Numeral(`-${inner.digits}`, inner.inUnits) : undefined;
}

function signed(plain: string): Numeral | undefined {
  const match = PATTERN.exec(plain);
  if (!match) return undefined;
  const [, before = '', yuan, after = '', figure = '', exponent = '0', percent, word, unit] = match;
  if ((before && after) || (after && !yuan) || (yuan && (percent || (unit && unit !== '元')))) return undefined;
  const power = Number(exponent) + (percent ? -2 : word ? POWERS.get(word)! : 0);
  const sign = /[-−]/.test(before || after) ? '-' : '';
  const digits = figure.replace(/[^\d.]/g, '');
  return new Numeral(`${sign}${digits}e${power}`, word !== undefined || unit !== undefined);
}
