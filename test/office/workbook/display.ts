import { apiNotFound } from '../wire/errors';
import { CellError, type Value } from './values';

/** The text a cell shows for its value under a number format; only the formats below are known. */
export function display(value: Value, format: string): string {
  if (value === null) return '';
  if (value instanceof CellError) return value.code;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string') return value;
  if (format === 'General' || format === '@') return general(value);
  const [positive = format, negative = positive] = format.replace(/"([^"]*)"/g, '$1').split(';');
  const section = value < 0 ? negative : positive;
  if (/^[ymdhs]/i.test(section)) return date(value, section);
  const decimal = /^([^#0]*)([#0,]*0(?:\.(0+))?)(%?)([^#0]*)$/.exec(section);
  if (!decimal) throw apiNotFound(`the number format ${format}`);
  const [, before = '', digits = '', places = '', percent = '', after = ''] = decimal;
  const shown = percent ? value * 100 : value;
  const sign = value < 0 && negative === positive ? '-' : '';
  return sign + before + fixed(Math.abs(shown), places.length, digits.includes(',')) + percent + after;
}

const general = (value: number): string => String(Number(value.toPrecision(10)));

const fixed = (value: number, places: number, grouped: boolean): string =>
  value.toLocaleString('en-US', { minimumFractionDigits: places, maximumFractionDigits: places, useGrouping: grouped });

const PARTS: Readonly<Record<string, (day: Date) => string>> = {
  yyyy: (day) => String(day.getUTCFullYear()),
  yy: (day) => String(day.getUTCFullYear()).slice(2),
  mm: (day) => String(day.getUTCMonth() + 1).padStart(2, '0'),
  m: (day) => String(day.getUTCMonth() + 1),
  dd: (day) => String(day.getUTCDate()).padStart(2, '0'),
  d: (day) => String(day.getUTCDate()),
};

function date(serial: number, format: string): string {
  const day = new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000);
  return format.toLowerCase().replace(/y+|m+|d+|h+|s+/g, (part) => {
    const print = PARTS[part];
    if (!print) throw apiNotFound(`the number format ${format}`);
    return print(day);
  });
}
