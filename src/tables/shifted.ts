import { toCell, type Cell } from '../cells/cell';
import { Fault } from '../cells/fault';
import { Exact } from '../number/exact';
import { readCode } from './code';
import type { FigureColumn, Rows } from './column';
import { isFigure, type Column, type Figure } from './columns';
import { readDay } from './day';
import { exchangeOf } from './exchange';
import type { Heading } from './heading';
import { BAD_DAY, type Keys } from './keys';
import { TOTAL } from './notes';
import { readPrinted } from './printed';

/** What a row is to be read as instead, or the fault that takes the place of its figures. */
export type Mended = ReadonlyMap<number, readonly unknown[] | Fault>;

/** Of the rows that have all of its figures, so many keep an identity that a row may be measured by. */
const NEARLY_ALL = 0.8;
const ENOUGH_ROWS = 2;

/** A row whose cells stand one place beside their columns, as far as its keys, its words or its sum show it. */
export function shiftedRows(
  body: Rows,
  headings: readonly Heading[],
  columns: readonly (Column | null)[],
  keys: Keys,
  read: ReadonlyMap<Figure, FigureColumn>,
  isData: (line: number) => boolean,
): Mended {
  const mended = new Map<number, readonly unknown[] | Fault>();
  const name = columns.indexOf('name');
  const odd = keys.codeList.map((code) => code !== '' && !isCodeOrTotal(code));
  const faulty = [...read.values()].filter((column) => column.hasFaults());
  const sums = sumsOf(read);
  const overflow = overflowColumns(body, columns, headings);
  const isUnheaded = headings[headings.length - 1]?.text.trim() === '';
  const reliable = sums !== null && isReliable(sums, body.length, isData);
  const isFaulty = (row: number) => faulty.some((column) => column.fault(row));
  const isBeyond = (row: number) => overflow.some((at) => toCell(body[row]![at]) !== null);
  for (let row = 0; row < body.length; row++) {
    if (!isData(row)) continue;
    const misfit =
      keys.days[row] === BAD_DAY ||
      odd[keys.codeNumbers[row]!] ||
      (name >= 0 && isNumeric(body[row]![name])) ||
      (faulty.length > 0 && isFaulty(row));
    const sum = reliable ? sums(row) : 0;
    const beyond = overflow.length > 0 && isBeyond(row);
    if (!misfit && !beyond && sum === 0) continue;
    const right = mendedRow(body[row]!, columns, misfit || beyond ? 'keys' : 'sum', isUnheaded);
    if (right) mended.set(row, right);
    else if (
      beyond ||
      (misfit ? crosses(body[row]!, columns) : sum !== null && isGross(sum) && hasRareBlank(body, row, columns, read))
    )
      mended.set(row, new Fault('shifted_row', { at: row + 1 }));
  }
  return mended;
}

/** Columns without a header in which next to nothing stands: what is there was pushed out of its own. */
function overflowColumns(body: Rows, columns: readonly (Column | null)[], headings: readonly Heading[]): number[] {
  return headings.flatMap(({ text }, at) => {
    if (columns[at] !== null || text.trim() !== '') return [];
    let filled = 0;
    for (const row of body) if (toCell(row[at]) !== null) filled++;
    return filled > 0 && (filled === 1 || filled * 20 <= body.length) && body.length > filled ? [at] : [];
  });
}

function isCodeOrTotal(code: string): boolean {
  return /^\d{6}$/.test(code) || TOTAL.test(code) || exchangeOf(code) !== null;
}

function isNumeric(raw: unknown): boolean {
  return typeof raw === 'number' || (typeof raw === 'string' && /^[\d,]{3,}(?:\.\d+)?$/.test(raw.trim()));
}

/** The only other way to read a row in which everything is in its place. */
function mendedRow(
  row: readonly unknown[],
  columns: readonly (Column | null)[],
  by: 'keys' | 'sum',
  isUnheaded: boolean,
): readonly unknown[] | null {
  const width = columns.length;
  const blank = (at: number) => toCell(row[at]) === null;
  const candidates: (readonly unknown[])[] = [];
  for (let at = 0; at < width; at++) {
    if (blank(at))
      candidates.push([...row.slice(0, at), ...row.slice(at + 1), null].slice(0, Math.max(width, row.length)));
    if (blank(width - 1))
      candidates.push([...row.slice(0, at), null, ...row.slice(at, width - 1), ...row.slice(width)]);
  }
  // A list of numbers that has no header pushes all cells of its row to the right.
  if (isUnheaded) candidates.push([...row.slice(1), null]);
  if (blank(0) && blank(1)) candidates.push([...row.slice(2), null, null]);
  const fitting = candidates.filter((cells) => fits(cells, columns));
  const known = (cells: readonly unknown[]) =>
    JSON.stringify(columns.flatMap((column, at) => (column === null ? [] : [toCell(cells[at])])));
  const distinct = [...new Map(fitting.map((cells) => [known(cells), cells])).values()];
  const adding = distinct.filter((cells) => addsUp(cells, columns) === true);
  if (adding.length === 1) return adding[0]!;
  const free = distinct.filter((cells) => addsUp(cells, columns) !== false);
  return by === 'keys' && free.length === 1 ? free[0]! : null;
}

function fits(cells: readonly unknown[], columns: readonly (Column | null)[]): boolean {
  let numbers = 0;
  for (const [at, column] of columns.entries()) {
    const cell = toCell(cells[at]);
    if (column === null) continue;
    if (isFigure(column)) {
      const printed = readPrinted(cell);
      if (printed instanceof Fault) return false;
      if (printed) numbers++;
    } else if (!suits(cell, column)) return false;
  }
  return numbers > 0;
}

function suits(cell: Cell, column: Column): boolean {
  switch (column) {
    case 'date':
      return typeof readDay(cell) === 'number';
    case 'code':
      return /^\d{6}$/.test(readCode(cell).code) && typeof readDay(cell) !== 'number';
    case 'name':
      return cell === null || (typeof cell === 'string' && !isNumeric(cell) && readCode(cell).exchange === null);
    default:
      return true;
  }
}

/** Whether a key cell holds what belongs into another column. */
function crosses(row: readonly unknown[], columns: readonly (Column | null)[]): boolean {
  const cell = (column: Column) => toCell(row[columns.indexOf(column)]);
  const [date, code, name] = [cell('date'), cell('code'), cell('name')];
  return (
    isNumeric(name) ||
    (date !== null && typeof readDay(date) !== 'number' && readCode(date).exchange !== null) ||
    (code !== null && typeof readDay(code) === 'number' && !/^\d{6}$/.test(readCode(code).code))
  );
}

type Sum = (line: number) => number | null;

/** Financing and lending balance less the margin balance, beside the latter; 0 where they agree, null where one is missing. */
function sumsOf(read: ReadonlyMap<Figure, FigureColumn>): Sum | null {
  const terms = [read.get('financing_balance'), read.get('lending_balance'), read.get('margin_balance')];
  if (terms.some((term) => !term)) return null;
  const [financing, lending, margin] = terms as FigureColumn[];
  return (line) => {
    if (!financing!.isOrdinary(line) || !lending!.isOrdinary(line) || !margin!.isOrdinary(line)) return null;
    const difference = financing!.value(line) + lending!.value(line) - margin!.value(line);
    return Math.abs(difference) < 0.02 ? 0 : difference / (Math.abs(margin!.value(line)) || 1);
  };
}

function isReliable(sums: Sum, lines: number, isData: (line: number) => boolean): boolean {
  let kept = 0;
  let all = 0;
  for (let line = 0; line < lines; line++) {
    if (!isData(line)) continue;
    const sum = sums(line);
    all++;
    if (sum === 0) kept++;
  }
  return kept >= ENOUGH_ROWS && kept >= Math.min(all - 1, all * NEARLY_ALL);
}

function isGross(sum: number): boolean {
  return Math.abs(sum) > 0.01;
}

function hasRareBlank(
  body: Rows,
  row: number,
  columns: readonly (Column | null)[],
  read: ReadonlyMap<Figure, FigureColumn>,
): boolean {
  return columns.some(
    (column, at) =>
      column !== null && isFigure(column) && toCell(body[row]![at]) === null && read.get(column)!.isMostlyPublished(),
  );
}

function addsUp(cells: readonly unknown[], columns: readonly (Column | null)[]): boolean | null {
  const numbers = (['financing_balance', 'lending_balance', 'margin_balance'] as const).map((figure) => {
    const at = columns.indexOf(figure);
    const printed = at < 0 ? null : readPrinted(toCell(cells[at]));
    return printed instanceof Fault || printed === null ? null : printed.value;
  });
  const [financing, lending, margin] = numbers;
  if (!financing || !lending || !margin) return null;
  return financing.plus(lending).minus(margin).compare(TINY) < 0 &&
    margin.minus(financing).minus(lending).compare(TINY) < 0
    ? financing.sign() !== 0 && lending.sign() !== 0
      ? true
      : null
    : false;
}

const TINY = Exact.of(0.02);
