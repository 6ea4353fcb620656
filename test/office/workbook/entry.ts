import { CellError, type Value } from './values';

/** What typing a text into a cell leaves there: the value, and the number format Excel puts on for it. */
export interface Entry {
  readonly value: Value;
  readonly format?: string;
}

const ERRORS = ['#N/A', '#VALUE!', '#REF!', '#DIV/0!', '#NUM!', '#NAME?', '#NULL!'];
const NUMBER = /^[+-]?(\d{1,3}(,\d{3})+|\d+)?(\.\d*)?(e[+-]?\d+)?$/i;
const DATE = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/;
const MS_A_DAY = 86_400_000;
const DAY_ZERO = Date.UTC(1899, 11, 30);

/** Excel's reading of an entry: "12" is a number, "000001" too, unless the cell is text or an apostrophe leads. */
export function enter(input: unknown, format: string): Entry {
  if (typeof input !== 'string') return { value: input as Value };
  if (input === '') return { value: null };
  if (format === '@') return { value: input };
  if (input.startsWith("'")) return { value: input.slice(1) };
  const text = input.trim();
  if (ERRORS.includes(text)) return { value: new CellError(text) };
  if (/^(true|false)$/i.test(text)) return { value: text.toLowerCase() === 'true' };
  return number(text) ?? percentage(text) ?? date(text) ?? { value: input };
}

function number(text: string): Entry | null {
  if (!NUMBER.test(text) || !/\d/.test(text)) return null;
  return { value: Number(text.replace(/,/g, '')) };
}

function percentage(text: string): Entry | null {
  const plain = text.endsWith('%') ? number(text.slice(0, -1)) : null;
  if (plain === null) return null;
  return { value: Number(`${text.slice(0, -1).replace(/,/g, '')}e-2`), format: text.includes('.') ? '0.00%' : '0%' };
}

function date(text: string): Entry | null {
  const match = DATE.exec(text);
  if (!match) return null;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  const time = Date.UTC(year, month - 1, day);
  if (new Date(time).getUTCDate() !== day || year < 1901) return null;
  return { value: (time - DAY_ZERO) / MS_A_DAY, format: 'yyyy/m/d' };
}
