import type { Exact } from '../number/exact';
import { figures } from '../tables/columns';

export type DayFrom = 'column' | 'note' | 'sheet' | 'file' | 'folder' | 'user';
export type ExchangeFrom = 'column' | 'codes' | 'fields' | 'sheet' | 'file' | 'folder' | 'beside' | 'user';

/** Words that many rows share, each with its number; 0 is no word. */
export class Words {
  readonly list: string[] = [''];
  private readonly numbers = new Map<string, number>([['', 0]]);

  number(word: string): number {
    let number = this.numbers.get(word);
    if (number === undefined) {
      this.numbers.set(word, (number = this.list.length));
      this.list.push(word);
    }
    return number;
  }
}

/** The words of all parts together. */
export interface Dictionary {
  readonly exchanges: Words;
  readonly codes: Words;
  readonly names: Words;
}

export const newDictionary = (): Dictionary => ({ exchanges: new Words(), codes: new Words(), names: new Words() });

/**
 * The rows of one sheet of one file, column by column, in 元 and 股: some hundred bytes a row. What the sheet says of
 * none of its rows, the day and the exchange, stands aside and can be changed.
 */
export interface Part {
  readonly id: number;
  readonly file: number;
  readonly sheet: string;
  readonly rows: number;
  readonly exchanges: Int32Array;
  readonly codes: Int32Array;
  readonly names: Int32Array;
  /** Serials; 0 where the row names none, LEFT_OUT where it is not to be written. */
  readonly days: Int32Array;
  /** Not a number where nothing was published. */
  readonly figures: readonly Float64Array[];
  /** What stands in a figure's cell and is none, by row × 8 + figure. */
  readonly texts: ReadonlyMap<number, string>;
  /** Half of the last printed place of each figure. */
  readonly halves: readonly number[];
  /** Rows that are securities, and no totals. */
  readonly securities: number;
  /** Rows that hold no exchange and no day themselves. */
  readonly withoutExchange: number;
  readonly withoutDay: number;
  readonly units: Units;
  readonly notes: readonly string[];
  readonly dayFrom: DayFrom | undefined;
  readonly exchangeFrom: ExchangeFrom | undefined;
  /** For the rows without. */
  readonly day: number;
  readonly exchange: string;
  /** How many rows the source has on all its pages. */
  readonly expected: number | undefined;
  /** The rows that a file called .xls can hold are all used. */
  readonly isFull: boolean;
}

/** The unit that was read, as powers of ten of 元 and 股; undefined where the table has no such figure. */
export interface Units {
  readonly amount: number | undefined;
  readonly quantity: number | undefined;
  /** Nothing tells the unit: what is written here was assumed. */
  readonly unknown: readonly ('amount' | 'quantity')[];
  readonly stated: boolean;
}

export const LEFT_OUT = -1;
export const FIGURES = figures.length;
export const CODE = /^\d{6}$/;

export const dayOfRow = (part: Part, row: number): number => part.days[row] || part.day;

/** What the rounding of a print may explain. */
export const halfOf = (uncertainties: readonly Exact[]): number => {
  const sorted = uncertainties.map((one) => one.toNumber()).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
};
