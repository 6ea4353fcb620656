import type { Fault } from '../cells/fault';
import { Exact } from '../number/exact';
import type { FigureColumn } from './column';
import { figures, FIGURES, type Figure } from './columns';
import { decimals } from './printed';
import { scalesOf } from './scales';
import type { Sheet } from './sheet';
import { powerOfTen, shift } from './shift';

/** Every figure of a table with the rounding of its print. */
export interface Readings {
  /** In 元 or 股; null where it was not published. */
  at(line: number, figure: Figure): Exact | Fault | null;
  /** How many powers of ten the table's unit is of 元 or 股. */
  power(line: number, figure: Figure): number;
  /** Half of the last printed place, in 元 or 股; 0 for whole 元 and 股. */
  uncertainty(line: number, figure: Figure): Exact;
  /** Whether no whole 元 or 股 of a figure is less than exact but for lines that hide digits. */
  isExact(figure: Figure): boolean;
  /** Whether a line was printed to fewer digits than it has. */
  hidesDigits(line: number): boolean;
  /** The column of a figure if all of it is in 元 or 股; null for others. */
  inBase(figure: Figure): FigureColumn | null;
  /** Whether the unit of a figure is known, so that it may meet figures of another kind. */
  isUnitKnown(figure: Figure): boolean;
  /** Whether an exchange's rows hold the figure at all; Shenzhen and Beijing publish no repayments. */
  isPublished(figure: Figure, exchange: number): boolean;
}

/**
 * A column is as fine as the most decimals in it; whole 元 and 股 are exact; and a row in which even billions of 元
 * have at most seven digits was printed to so many. What is judged by the value alone is judged alike in every unit, so
 * that a table is never held to less after STANDARDIZE.
 */
export function measure(sheet: Sheet): Readings {
  const scales = scalesOf(sheet, {});
  const own = figures.filter((figure) => sheet.has(figure));
  const published = publishedBy(sheet, own);
  const finestOf = new Map<Figure, ReturnType<typeof finest>>();
  const amounts = own.filter((figure) => FIGURES[figure].measures === 'amount');
  const bases = amounts.every(scales.isBase) ? amounts.map(sheet.figure) : [];
  const digits = new Int8Array(sheet.height);

  const power = (line: number, figure: Figure) =>
    sheet.figure(figure).isAbsolute(line) ? 0 : (scales.power(figure, line) ?? 0);
  const at = (line: number, figure: Figure) => {
    if (!sheet.has(figure)) return null;
    const read = sheet.figure(figure).at(line);
    return read instanceof Exact ? shift(read, power(line, figure)) : read;
  };
  const finestIn = (figure: Figure) => {
    let found = finestOf.get(figure);
    if (!found) finestOf.set(figure, (found = finest(sheet, figure, power)));
    return found;
  };
  const digitsOf = (line: number) => {
    if (digits[line] === UNKNOWN)
      digits[line] = bases.some((column) => column.isWhole(line) && isSharp(column.value(line)))
        ? ALL
        : (fewDigits(amountsIn(amounts, line, at)) ?? ALL);
    return digits[line] === ALL ? null : digits[line]!;
  };

  return {
    at,
    power,
    uncertainty(line, figure) {
      const column = sheet.figure(figure);
      const found = finestIn(figure);
      const unit = power(line, figure);
      const own = column.place(line);
      const inUnit = own > 0 || column.isAbsolute(line) ? own : (found.byUnit.get(unit) ?? 0);
      const isWhole = unit === 0 && !column.isAbsolute(line);
      let place = isWhole ? (own > 0 ? own : found.byValue) : Math.max(inUnit + unit, found.byValue || -Infinity);
      const count = digitsOf(line);
      const read = count === null ? null : at(line, figure);
      if (count !== null && read instanceof Exact) {
        const last = lastOf(read.toNumber(), count);
        if (last > place && read.toNumber() % 10 ** last === 0) place = last;
      }
      return place === 0 && isWhole ? NONE : half(place);
    },
    isExact: (figure) => finestIn(figure).byValue === 0,
    hidesDigits: (line) => digitsOf(line) !== null,
    inBase: (figure) => (sheet.has(figure) && scales.isBase(figure) ? sheet.figure(figure) : null),
    isUnitKnown: (figure) => !scales.unknown.includes(sheet.headings[sheet.at(figure)]!.text),
    isPublished: (figure, exchange) => published.has(exchange * figures.length + figures.indexOf(figure)),
  };
}

function publishedBy(sheet: Sheet, own: readonly Figure[]): ReadonlySet<number> {
  const { exchangeNumbers, exchangeList } = sheet.keys;
  const found = new Set<number>();
  for (const figure of own) {
    const column = sheet.figure(figure);
    const seen = new Uint8Array(exchangeList.length);
    for (let line = 0; line < sheet.height; line++) {
      const exchange = exchangeNumbers[line]!;
      if (seen[exchange] === 0 && column.isPublished(line)) {
        seen[exchange] = 1;
        found.add(exchange * figures.length + figures.indexOf(figure));
      }
    }
  }
  return found;
}

/** 元 are paid in 分. */
const FEN = -2;

/**
 * The power of ten of the last place of a column's finest figure, as it is printed in each unit, and by its value in 元
 * or 股; spreadsheets drop the zeros at the end of the others.
 */
function finest(
  sheet: Sheet,
  figure: Figure,
  power: (line: number, figure: Figure) => number,
): { readonly byUnit: ReadonlyMap<number, number>; readonly byValue: number } {
  const column = sheet.figure(figure);
  const byUnit = new Map<number, number>();
  let byValue = 0;
  for (let line = 0; line < sheet.height; line++) {
    const place = column.place(line);
    if (place >= 0) continue;
    const unit = power(line, figure);
    if (place < (byUnit.get(unit) ?? 0)) byUnit.set(unit, place);
    const value = unit - decimals(column.value(line));
    if (value < byValue) byValue = Math.min(value, FEN);
  }
  return { byUnit, byValue };
}

const NONE = Exact.of(0);
const halves = new Map<number, Exact>();

function half(place: number): Exact {
  let value = halves.get(place);
  if (!value) halves.set(place, (value = Exact.of(5).times(powerOfTen(place - 1))));
  return value;
}

/** How `digits` says that a line was not looked at yet, and that all of its digits are shown. */
const UNKNOWN = 0;
const ALL = -1;

/** The amounts of a line in 元. */
function amountsIn(amounts: readonly Figure[], line: number, at: Readings['at']): number[] {
  return amounts.flatMap((figure) => {
    const read = at(line, figure);
    return read instanceof Exact ? [read.toNumber()] : [];
  });
}

const FEWEST_DIGITS = 6;
const MOST_DIGITS = 7;
const BILLION = 1e9;

/**
 * To how many digits a row of amounts in 元 was printed, or null when it shows all of them. A print to so many digits
 * ends in a zero one time in ten; figures with more zeros than that were round by themselves, or rounded to one place.
 */
function fewDigits(amounts: readonly number[]): number | null {
  if (!amounts.some((amount) => amount >= BILLION)) return null;
  for (let digits = FEWEST_DIGITS; digits <= MOST_DIGITS; digits++) {
    if (!amounts.every((amount) => amount % 10 ** lastOf(amount, digits) === 0)) continue;
    const zeros = amounts.reduce((sum, amount) => sum + zerosBeyond(amount, lastOf(amount, digits)), 0);
    return zeros * 3 <= amounts.length + 1 ? digits : null;
  }
  return null;
}

/** Whether an amount alone shows that its line has all of its digits: the seventh of a billion stands for thousands. */
function isSharp(amount: number): boolean {
  return amount >= BILLION && amount % 1000 !== 0;
}

/** The place of the last of so many digits; 0 for a number that has no more of them. */
function lastOf(amount: number, digits: number): number {
  return amount === 0 ? 0 : Math.max(0, Math.floor(Math.log10(Math.abs(amount))) + 1 - digits);
}

function zerosBeyond(amount: number, place: number): number {
  let zeros = 0;
  while (amount !== 0 && amount % 10 ** (place + zeros + 1) === 0) zeros++;
  return zeros;
}
