import { Fault } from '../cells/fault';
import { Exact } from '../number/exact';
import { figures, FIGURES, type Figure } from './columns';
import { readPrinted } from './printed';
import { scalesOf } from './scales';
import type { Sheet } from './sheet';
import { powerOfTen, shift } from './shift';

/** What the figures of a column in one unit have in common. */
interface Grain {
  /** How many powers of ten the unit is of 元 or 股. */
  readonly power: number;
  /** The power of ten of the last place of its finest figure; spreadsheets drop the zeros at the end of the others. */
  finest: number;
}

/** A published figure with what its print leaves open. */
export class Measured {
  constructor(
    /** In 元 or 股. */
    readonly value: Exact,
    private readonly grain: Grain,
    /** The last place of a print that shows it, as 5.311746e+11 and 6.6亿 do; else 0 or less. */
    private readonly place: number,
    private readonly absolute: boolean,
    private readonly row: number,
    private readonly digitsOf: (row: number) => number | null,
  ) {}

  /** How many powers of ten the table's unit is of 元 or 股. */
  get power(): number {
    return this.grain.power;
  }

  /** Half of the last printed place, in 元 or 股; 0 for whole 元 and 股. */
  uncertainty(): Exact {
    const last = this.lastPlace();
    return last === 0 && this.power === 0 ? NONE : half(last + this.power);
  }

  private lastPlace(): number {
    const digits = this.power === 0 && !this.absolute && this.value.isInteger() ? this.digitsOf(this.row) : null;
    if (digits !== null) return lastOf(this.value.toNumber(), digits);
    return this.place > 0 ? this.place : this.grain.finest;
  }
}

export type Read = Measured | Fault | null;

/** Every figure of a table with the rounding of its print. */
export interface Readings {
  /** Null where it was not published. */
  at(row: number, figure: Figure): Read;
  /** Whether the unit of a figure is known, so that it may meet figures of another kind. */
  isUnitKnown(figure: Figure): boolean;
  /** Whether an exchange's rows hold the figure at all; Shenzhen and Beijing publish no repayments. */
  isPublished(figure: Figure, exchange: string): boolean;
}

/**
 * A column is as fine as the most decimals in it; whole 元 and 股 are exact; and a row in which even billions of 元
 * have at most seven digits was printed to so many.
 */
export function measure(sheet: Sheet): Readings {
  const scales = scalesOf(sheet, {});
  const columns = new Map<Figure, Read[]>();
  const published = new Set<string>();
  const known: (number | null)[] = [];
  const digitsOf = (row: number) => {
    if (known[row] === undefined) known[row] = fewDigits(amountsIn(columns, row));
    return known[row]!;
  };

  for (const figure of figures) {
    const at = sheet.at(figure);
    if (at < 0) continue;
    const grains = new Map<number, Grain>();
    const column = sheet.lines.map((line, row): Read => {
      const printed = readPrinted(line.cells[at] ?? null, sheet.headings[at]!.text);
      if (printed !== null) published.add(`${line.exchange} ${figure}`);
      if (printed === null || printed instanceof Fault) return printed;
      const power = printed.absolute ? 0 : (scales.power(figure, line) ?? 0);
      let grain = grains.get(power);
      if (!grain) grains.set(power, (grain = { power, finest: 0 }));
      if (printed.place < grain.finest) grain.finest = printed.place;
      return new Measured(shift(printed.value, power), grain, printed.place, printed.absolute, row, digitsOf);
    });
    columns.set(figure, column);
  }

  return {
    at: (row, figure) => columns.get(figure)?.[row] ?? null,
    isUnitKnown: (figure) => !scales.unknown.includes(sheet.headings[sheet.at(figure)]!.text),
    isPublished: (figure, exchange) => published.has(`${exchange} ${figure}`),
  };
}

const NONE = Exact.of(0);
const halves = new Map<number, Exact>();

function half(place: number): Exact {
  let value = halves.get(place);
  if (!value) halves.set(place, (value = Exact.of(5).times(powerOfTen(place - 1))));
  return value;
}

/** The amounts of a row that are in 元. */
function amountsIn(columns: ReadonlyMap<Figure, readonly Read[]>, row: number): number[] {
  const amounts: number[] = [];
  columns.forEach((column, figure) => {
    const read = column[row];
    if (FIGURES[figure].measures === 'amount' && read instanceof Measured && read.power === 0)
      amounts.push(read.value.toNumber());
  });
  return amounts;
}

const FEWEST_DIGITS = 6;
const MOST_DIGITS = 7;
const BILLION = 1e9;

/** To how many digits a row of amounts in 元 was printed, or null when it shows all of them. */
function fewDigits(amounts: readonly number[]): number | null {
  if (!amounts.some((amount) => amount >= BILLION)) return null;
  for (let digits = FEWEST_DIGITS; digits <= MOST_DIGITS; digits++) {
    if (amounts.every((amount) => amount % 10 ** lastOf(amount, digits) === 0)) return digits;
  }
  return null;
}

/** The place of the last of so many digits; 0 for a number that has no more of them. */
function lastOf(amount: number, digits: number): number {
  return amount === 0 ? 0 : Math.max(0, Math.floor(Math.log10(Math.abs(amount))) + 1 - digits);
}
