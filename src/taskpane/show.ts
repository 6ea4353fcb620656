import type { Language } from '../language';
import { Fault } from '../cells/fault';
import { errorCode } from '../binding/errors';
import type { Unit } from '../functions/catalogue/words-of';
import type { Raw, Rows } from '../formula/meaning/cells';
import type { Param } from '../functions/catalogue/define';
import { meaningOf } from '../templates/headings';
import { grouped, numberFormat, textIn, textOf, type Meaning } from '../templates/number-formats';

const UNITS: Readonly<Record<Unit, { readonly en: string; readonly zh: string }>> = {
  amount: { en: '元', zh: '元' },
  quantity: { en: 'shares', zh: '股' },
  price: { en: '元', zh: '元' },
  ratio: { en: 'as a fraction', zh: '小数或百分数' },
  rate: { en: 'a year', zh: '年率' },
  days: { en: 'days', zh: '天' },
  date: { en: 'date', zh: '日期' },
  number: { en: '', zh: '' },
  word: { en: 'word', zh: '文字' },
  table: { en: 'table', zh: '表格' },
};

export function unitWord(unit: Unit, language: Language): string {
  return UNITS[unit][language];
}

/** As many as a cell shows: a pasted 70% is not 0.7000000000000001. */
const SHOWN_DIGITS = 15;

/** Digits in groups of three, every digit that counts. */
export const plainNumber = (value: number): string => grouped(String(value));

/** A result as people write it: a ratio in percent, a date as a day. */
export function shownAs(unit: Unit, value: Raw): string {
  return typeof value === 'number' ? textOf(value, unit) : shown(value, unit);
}

/** A cell as a sheet shows it that knows what stands there: a date as a day, a code without commas. */
export function shown(value: Raw, meaning?: Meaning): string {
  if (value === null || value === '') return '–';
  if (value instanceof Fault) return errorCode(value);
  if (typeof value === 'boolean') return String(value).toUpperCase();
  if (typeof value === 'string') return value;
  if (meaning === 'code' || meaning === 'word') return String(value);
  return meaning === 'date'
    ? textIn(value, numberFormat([value], meaning))
    : plainNumber(Number(value.toPrecision(SHOWN_DIGITS)));
}

/** The cells of an argument; below a row of headers each column as its header says. */
export function shownCells(rows: Rows, meaning?: Meaning): string[][] {
  const [head = []] = rows;
  return rows.map((row) =>
    row.map((cell, column) => shown(cell, meaning === 'table' ? meaningOf(head[column]) : meaning)),
  );
}

/** The cells of a result as the sheet shows them once they have their formats. */
export function resultCells(rows: Rows, returns: Unit): string[][] {
  const columns = rows[0]!.map((head, j) => ({
    cells: rows.map((row) => row[j]),
    meaning: returns === 'table' ? meaningOf(head) : returns,
  }));
  return rows.map((row) =>
    row.map((cell, j) => {
      const { cells, meaning } = columns[j]!;
      return typeof cell === 'number' ? textOf(cell, meaning, cells) : shown(cell);
    }),
  );
}

/** What the cells of a parameter mean. */
export function meaningOfParam({ kind }: Param): Meaning {
  return kind === 'date' || kind === 'table' ? kind : undefined;
}
