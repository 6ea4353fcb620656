import { toCell } from '../../cells/cell';
import { readDate } from '../../cells/date';
import { Fault } from '../../cells/fault';
import { Numeral, readNumber } from '../../cells/number';
import { plainNumber } from '../../cells/plain-number';
import { Exact } from '../../number/exact';
import { powerOfTen } from '../shift';

/** Raw cells, and which row of the range they are. */
export interface Row {
  readonly cells: readonly unknown[];
  readonly at: number;
}

export const rowAt = (cells: readonly (readonly unknown[])[], line: number): Row => ({
  cells: cells[line]!,
  at: line + 1,
});

/** A figure of a cell; null where nothing is there. */
export type Figure = Exact | null | Fault;

/** Which of the two a row owes; a column that names one of them is not of the other. */
export type Side = 'financed' | 'lent';

export interface Column {
  readonly index: number;
  /** As it stands in the sheet. */
  readonly header: string;
  readonly word: string;
  /** The power of ten of its unit. */
  readonly power: number;
  /** Another column has the same header. */
  readonly twice: boolean;
  /** Which of the two its header names; both or none says nothing. */
  readonly sides: readonly Side[];
  /** Up to here a figure may be a fraction, whatever percentage the header says. */
  readonly fraction: number;
}

/** The power of ten of `(%)`. */
export const PERCENT = -2;

export function figureOf(column: Column, { cells, at }: Row): Figure {
  const { index } = column;
  if (column.twice) return twoOf(column, at);
  const raw = cells[index];
  if (typeof raw === 'number' && raw - raw === 0) return scaled(column, Exact.of(raw), at);
  if (typeof raw === 'string') {
    const plain = plainNumber(raw);
    if (plain === plain) return scaled(column, Exact.of(plain), at);
  }
  const cell = toCell(raw);
  const read = readNumber(cell);
  if (read instanceof Numeral) {
    const says = read.inUnits || /[%％]/.test(String(cell));
    return says ? Exact.parse(read.digits) : scaled(column, Exact.parse(read.digits), at);
  }
  if (typeof read === 'number') return scaled(column, Exact.of(read), at);
  if (read === null) return null;
  return read.kind === 'missing' ? null : located(read, column, at);
}

/** Below `(%)` a cell of Excel that shows 8.35% holds 0.0835: nobody can tell which of the two it is. */
function scaled({ power, header, fraction }: Column, x: Exact, at: number): Figure {
  if (power === 0) return x;
  if (power === PERCENT && x.sign() !== 0 && Math.abs(x.toNumber()) <= fraction)
    return new Fault('percent_too_low', { param: header, other: '%', text: x.toString(), at });
  return x.times(powerOfTen(power));
}

export function dayOf(column: Column, { cells, at }: Row): number | null | Fault {
  if (column.twice) return twoOf(column, at);
  const cell = toCell(cells[column.index]);
  const day = readDate(typeof cell === 'string' && /^0*$/.test(cell.trim()) ? null : cell);
  if (!(day instanceof Fault)) return day;
  return day.kind === 'missing' ? null : located(day, column, at);
}

const twoOf = ({ header }: Column, at: number): Fault =>
  new Fault('ambiguous_header', {
    param: header,
    text: header,
    allowed: { en: 'two columns have this header', zh: '两列同名' },
    at,
  });

const located = (fault: Fault, { header }: Column, at: number): Fault => fault.with({ param: header, at });
