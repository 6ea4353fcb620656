import { isoDate, serialOf } from '../cells/date';
import type { Unit } from '../functions/catalogue/words-of';
import type { Column } from '../tables/columns';
import { AMOUNT, DAY, RATIO } from './styles';

export const GENERAL = 'General';

/** What the figures of a cell mean: the unit of a result, or the column of a table. */
export type Meaning = Unit | Column | undefined;

const LAST_DAY = serialOf(2100, 12, 31);
/** More are noise of a calculation. */
const MOST_DECIMALS = 4;
const PRICE_DECIMALS = 2;
/** Of a bare number below a thousand. */
const SIGNIFICANT = 6;
const THOUSAND = 1000;
const INEXACT = 1e15;
/** A ratio of so many times is read as times, not as a percentage. */
const MANY_TIMES = 10;

/** The number format that shows figures of one meaning; undefined where General shows them as well. */
export function numberFormat(cells: readonly unknown[], meaning: Meaning): string | undefined {
  const figures = cells.filter((cell): cell is number => typeof cell === 'number');
  const largest = figures.reduce((most, figure) => Math.max(most, Math.abs(figure)), 0);
  if (figures.length === 0 || meaning === 'code' || meaning === 'word') return undefined;
  switch (meaning) {
    case 'date':
      // 20220704 is a day as it stands.
      return largest <= LAST_DAY ? DAY.number : undefined;
    case 'ratio':
    case 'rate':
      return largest < MANY_TIMES ? percent(largest) : withDecimals(2);
    case 'price':
      return withDecimals(Math.max(PRICE_DECIMALS, decimalsOf(figures)));
    case 'amount':
    case 'quantity':
      return withDecimals(decimalsOf(figures));
    default:
      return largest < THOUSAND ? undefined : withDecimals(decimalsOf(figures));
  }
}

/** A result as people write it, in the format of its column: a ratio in percent, a date as a day, no more decimals than mean something. */
export function textOf(value: number, meaning: Meaning, column: readonly unknown[] = [value]): string {
  if (meaning === 'code' || meaning === 'word') return String(value);
  const format = numberFormat(column, meaning);
  if (format !== undefined || Math.abs(value) >= THOUSAND) return textIn(value, format);
  return grouped(String(Number(value.toPrecision(SIGNIFICANT))));
}

/** What a cell of such a format shows. */
export function textIn(value: number, format: string | undefined): string {
  if (format === DAY.number) return isoDate(value);
  if (Math.abs(value) >= INEXACT) return grouped(String(value));
  const [, decimals = '', sign = ''] = /^(?:#,##)?0(?:\.(0+))?(%?)$/.exec(format ?? '') ?? [];
  if (format === undefined || format === GENERAL || !/^(#,##)?0/.test(format)) return grouped(String(value));
  const scaled = sign === '%' ? Number(`${value}e2`) || value * 100 : value;
  const text = rounded(scaled, decimals.length);
  return (format.startsWith('#,##') ? grouped(text) : text.replace('-', '−')) + sign;
}

/** How wide a cell of such a format is, in characters; a Chinese one is as wide as two. */
export function widthOf(cell: string | number | boolean | null, format: string | undefined): number {
  const text = typeof cell === 'number' ? textIn(cell, format) : String(cell ?? '');
  return Array.from(text).reduce((sum, character) => sum + (character > '\u2e80' ? 2 : 1), 0);
}

/** Digits in groups of three, every digit that counts. */
export function grouped(text: string): string {
  const match = /^(-?)(\d+)(\.\d+)?$/.exec(text);
  if (!match) return text;
  return `${match[1] ? '−' : ''}${match[2]!.replace(/\B(?=(\d{3})+$)/g, ',')}${match[3] ?? ''}`;
}

function percent(largest: number): string {
  if (largest === 0 || largest >= 0.0001) return RATIO;
  return `0.${'0'.repeat(Math.min(10, -Math.floor(Math.log10(largest)) - 1))}%`;
}

const withDecimals = (count: number): string => (count === 0 ? AMOUNT : `${AMOUNT}.${'0'.repeat(count)}`);

function decimalsOf(figures: readonly number[]): number {
  const most = figures.reduce((most, figure) => {
    const [digits = '', exponent = '0'] = String(Number(figure.toPrecision(15))).split('e');
    return Math.max(most, (digits.split('.')[1]?.length ?? 0) - Number(exponent));
  }, 0);
  return Math.min(MOST_DECIMALS, most);
}

/** Half away from zero, as a sheet rounds the decimal that it shows. */
function rounded(value: number, decimals: number): string {
  const [mantissa, exponent = '0'] = Math.abs(Number(value.toPrecision(15)))
    .toExponential()
    .split('e');
  const whole = Math.round(Number(`${mantissa}e${Number(exponent) + decimals}`));
  const text = Number(`${whole}e${-decimals}`).toFixed(decimals);
  return (value < 0 && whole > 0 ? '-' : '') + text;
}
