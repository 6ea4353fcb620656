import type { Language } from '../language';
import type { Cell } from '../cells/cell';
import { Fault } from '../cells/fault';
import { Exact } from '../number/exact';
import { COLUMNS, figures, isFigure, keys, type Column, type Figure } from './columns';
import { EXCHANGES, exchangeOf } from './exchange';
import { readPrinted } from './printed';
import { scalesOf, type Given, type Scales } from './scales';
import type { Line, Sheet } from './sheet';
import { shift } from './shift';
import { readUnit } from './units';

/** The canonical table: header, then the rows by exchange, code and date, in 元 and 股. */
export function standardize(sheet: Sheet, given: Given, language: Language): Cell[][] | Fault {
  const scales = scalesOf(sheet, given);
  if (scales.unknown.length > 0) return new Fault('unknown_unit', { text: scales.unknown });
  const others = sheet.headings.flatMap((_, at) => (staysAtTheRight(sheet, at) ? [at] : []));
  const header = [
    ...[...keys, ...figures].map((column) => (language === 'zh' ? COLUMNS[column].zh : column)),
    ...others.map((at) => sheet.headings[at]!.text),
  ];
  const rows = sorted(sheet.lines.filter(({ blank }) => !blank)).map((line) => [
    ...keysOf(sheet, line),
    ...figures.map((figure) => amountOf(sheet, scales, figure, line)),
    ...others.map((at) => (isUnitColumn(sheet.columns[at]!) ? baseUnit(line.cells[at]!, language) : line.cells[at]!)),
  ]);
  return [header, ...rows];
}

/** Everything that has no column of its own: unknown columns, the price, the unit columns, a second code column. */
function staysAtTheRight({ columns, lines }: Sheet, at: number): boolean {
  const column = columns[at]!;
  if (column === null) return true;
  if (column === 'exchange')
    return lines.some(
      ({ cells, exchange }) =>
        typeof cells[at] === 'string' && exchangeOf(cells[at]) === null && exchange !== cells[at].trim(),
    );
  return !isFigure(column) && !(keys as readonly Column[]).includes(column);
}

function keysOf(sheet: Sheet, line: Line): Cell[] {
  const cell = (column: Column) => line.cells[sheet.at(column)] ?? null;
  const code = cell('code');
  const name = cell('name');
  return [
    line.exchange,
    line.date,
    code instanceof Fault ? code : line.code,
    typeof name === 'string' ? name.replace(/&nbsp;/g, ' ').trim() : name,
  ];
}

function amountOf(sheet: Sheet, scales: Scales, figure: Figure, line: Line): Cell {
  const at = sheet.at(figure);
  const cell = line.cells[at] ?? null;
  const printed = readPrinted(cell, sheet.headings[at]?.text);
  if (printed === null || printed instanceof Fault) return printed;
  const power = printed.absolute ? 0 : scales.power(figure, line);
  if (power === undefined) return new Fault('unknown_unit', { text: sheet.headings[at]!.text });
  const number = shift(printed.value, power).toNumber();
  // A cell holds 15 digits: read once more, so that a second pass finds what the first wrote.
  return Number.isFinite(number) ? Exact.of(number).toNumber() : new Fault('too_large', { text: String(cell) });
}

function isUnitColumn(column: Column | null): boolean {
  return column === 'amount_unit' || column === 'qty_unit';
}

/** The figures are in 元 and 股 now, so a column of units has to say so too. */
function baseUnit(cell: Cell, language: Language): Cell {
  const unit = typeof cell === 'string' ? readUnit(cell) : undefined;
  if (!unit) return cell;
  return unit.measures === 'quantity' ? (language === 'zh' ? '股' : 'share') : language === 'zh' ? '元' : 'yuan';
}

/**
 * Exchanges as SSE, SZSE, BSE, then others, then none; within one, six-digit codes, then other words (totals), then
 * rows without a code; within one code by date, rows without a day last. Equal rows keep their order.
 */
function sorted(lines: readonly Line[]): Line[] {
  const exchangeKey = (line: Line) => {
    const known = (EXCHANGES as readonly string[]).indexOf(line.exchange);
    return known >= 0 ? `0${known}` : line.exchange === '' ? '2' : `1${line.exchange}`;
  };
  const codeKey = ({ code }: Line) => (/^\d{6}$/.test(code) ? `0${code}` : code === '' ? '2' : `1${code}`);
  return lines
    .map((line) => ({
      line,
      exchange: exchangeKey(line),
      code: codeKey(line),
      day: typeof line.date === 'number' ? line.date : Infinity,
    }))
    .sort((a, b) => compare(a.exchange, b.exchange) || compare(a.code, b.code) || compare(a.day, b.day))
    .map(({ line }) => line);
}

function compare<T extends string | number>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
