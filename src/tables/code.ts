import type { Cell } from '../cells/cell';
import { halfWidth } from '../cells/text';
import { exchangeOf, type Exchange } from './exchange';

/** A security as the exchanges write it: six digits, and where it is listed as far as that is certain. */
export interface Security {
  readonly code: string;
  readonly exchange: Exchange | null;
}

/** Ranges that no other exchange uses; bond codes overlap and are left out. */
const RANGES: readonly (readonly [RegExp, Exchange])[] = [
  [/^(?:60|68|90|5)/, 'SSE'],
  [/^(?:00|30|20|15|16|18)/, 'SZSE'],
  [/^(?:92|8|43)/, 'BSE'],
];

/** '000001 and ="000001" keep Excel from making a number of a code. */
const QUOTES = /^(?:=?"|['’‘`])|"$/g;
const SUFFIXED = /^(\d{1,6})[._\- ]([A-Z]+)$/;
const PREFIXED = /^([A-Z]+)[._\-:]?(\d{6})$/;
/** Bloomberg: 600519 CH Equity, or CG for Shanghai and CS for Shenzhen. */
const BLOOMBERG = /^(\d{6}) C[HGS]( EQUITY)?$/;
/** A cell of code and name: 600519 贵州茅台, 贵州茅台(600519), 贵州茅台 600519.SH. */
const NAMED =
  /^(\d{6}(?:\.[A-Z]+)?)[\s_\-|/(]*\p{Script=Han}[^\d]*$|^[^\d]*\p{Script=Han}[^\d]*?[\s_\-|/([]*(\d{6}(?:\.[A-Z]+)?)[)\]]?$/u;
/** Eastmoney's secid: 1 is Shanghai, 0 Shenzhen and Beijing. */
const SECID = /^([01])\.(\d{6})$/;

/** All six digits, or what a number keeps of them; 00700 is a text of five, and a code of Hong Kong's. */
const DIGITS = /^(?:\d{6}|[1-9]\d{0,4})$/;

/** Excel makes 1 of 000001; vendors write 000001.SZ, 000001.XSHE, sz000001 or SZSE.000001. A text that is no code stays. */
export function readCode(cell: Cell): Security {
  const text =
    cell === null || typeof cell === 'object' ? '' : halfWidth(String(cell)).toUpperCase().replace(QUOTES, '');
  const [, bloomberg] = BLOOMBERG.exec(text) ?? [];
  if (bloomberg) return { code: bloomberg, exchange: byRange(bloomberg) };
  const [, digits, place] = SUFFIXED.exec(text) ?? [];
  if (digits && place) return stated(text, digits, place);
  const [, market, secid] = typeof cell === 'string' ? (SECID.exec(text) ?? []) : [];
  if (secid) return { code: secid, exchange: market === '1' ? 'SSE' : byRange(secid) };
  const [, before, six] = PREFIXED.exec(text) ?? [];
  if (before && six) return stated(text, six, before);
  if (DIGITS.test(text)) return { code: padded(text), exchange: byRange(padded(text)) };
  const [, first, last] = NAMED.exec(text) ?? [];
  const inside = first ?? last;
  if (inside !== undefined) return readCode(inside);
  const whole = exchangeOf(text);
  return whole
    ? { code: '', exchange: whole }
    : { code: typeof cell === 'string' ? cell.trim() : text, exchange: null };
}

function stated(text: string, digits: string, place: string): Security {
  const exchange = exchangeOf(place);
  return exchange ? { code: padded(digits), exchange } : { code: text, exchange: null };
}

function padded(digits: string): string {
  return digits.padStart(6, '0');
}

function byRange(code: string): Exchange | null {
  return RANGES.find(([range]) => range.test(code))?.[1] ?? null;
}
