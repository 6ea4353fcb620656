import type { Cell } from '../cells/cell';
import { Fault } from '../cells/fault';
import type { Language } from '../language';
import { Exact } from '../number/exact';
import type { FigureColumn } from './column';
import { COLUMNS, figures, isFigure, keys, type Column, type Figure } from './columns';
import { EXCHANGES, exchangeOf } from './exchange';
import { numbered, sortedBy } from './order';
import { scalesOf, type Given, type Scales } from './scales';
import { shift } from './shift';
import type { Sheet } from './sheet';
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
  const own = figures.map((figure) => (sheet.has(figure) ? sheet.figure(figure) : null));
  const name = sheet.at('name');
  const table: Cell[][] = [header];
  const placed = figures.map((figure) => sheet.headings[sheet.at(figure)]?.text ?? '');
  const isBase = figures.map((figure) => sheet.has(figure) && scales.isBase(figure));
  const blank: readonly Cell[] = header.map(() => null);
  const isFirstBlock = (line: number) => sheet.blocks.length === 1 || line % sheet.blocks.length === 0;
  const order = sorted(sheet);
  for (let place = 0; place < order.length; place++) {
    const line = order[place]!;
    // A copy has no room to spare; a row that is pushed into keeps much more than it holds.
    const row = blank.slice();
    row[0] = sheet.keys.exchange(line);
    row[1] = sheet.keys.date(line);
    row[2] = sheet.keys.codeFault(line) ?? sheet.keys.code(line);
    if (name >= 0) row[3] = nameOf(sheet.cell(sheet.head(line), name));
    for (let i = 0; i < own.length; i++) {
      const column = own[i]!;
      if (column === null) continue;
      row[keys.length + i] =
        isBase[i] && column.isWhole(line)
          ? column.value(line) + 0
          : amountOf(column, scales, figures[i]!, line, placed[i]!);
    }
    // What belongs to a row and to none of its blocks is written once.
    for (let i = 0; i < others.length && isFirstBlock(line); i++) {
      const cell = sheet.cell(line, others[i]!);
      row[keys.length + own.length + i] = isUnitColumn(sheet.columns[others[i]!]!) ? baseUnit(cell, language) : cell;
    }
    table.push(row);
  }
  return table;
}

/** Everything that has no column of its own: unknown columns, the price, the unit columns, a second code column. */
function staysAtTheRight(sheet: Sheet, at: number): boolean {
  const column = sheet.columns[at]!;
  if (column === null) return sheet.headings[at]!.text !== '' || holdsSomething(sheet, at);
  if (column === 'exchange') {
    const own = new Set<unknown>();
    for (let line = 0; line < sheet.height; line++) {
      const cell = sheet.cell(line, at);
      if (typeof cell !== 'string' || own.has(cell)) continue;
      if (exchangeOf(cell) === null && sheet.keys.exchange(line) !== cell.trim()) return true;
      if (exchangeOf(cell) !== null) own.add(cell);
    }
    return false;
  }
  return !isFigure(column) && !(keys as readonly Column[]).includes(column);
}

function holdsSomething(sheet: Sheet, at: number): boolean {
  for (let line = 0; line < sheet.height; line += sheet.blocks.length) if (sheet.cell(line, at) !== null) return true;
  return false;
}

function nameOf(cell: Cell): Cell {
  return typeof cell === 'string' ? cell.replace(/&nbsp;/g, ' ').trim() : cell;
}

function amountOf(column: FigureColumn, scales: Scales, figure: Figure, line: number, header: string): Cell {
  if (!column.isPublished(line)) return null;
  const power = column.isAbsolute(line) ? 0 : scales.power(figure, line);
  if (power === undefined) return new Fault('unknown_unit', { text: header });
  if (power === 0 && column.isOrdinary(line)) {
    const value = column.value(line);
    if (Number.isInteger(value) && Math.abs(value) < 1e15) return value + 0;
  }
  const read = column.at(line);
  if (!(read instanceof Exact)) return read;
  const number = shift(read, power).toNumber();
  // A cell holds 15 digits: read once more, so that a second pass finds what the first wrote.
  return Number.isFinite(number) ? Exact.of(number).toNumber() : new Fault('too_large', { text: String(number) });
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
function sorted(sheet: Sheet): Int32Array {
  const { exchangeList, codeList, exchangeNumbers, codeNumbers, days } = sheet.keys;
  const exchanges = ranks(exchangeList, (exchange) => {
    const known = (EXCHANGES as readonly string[]).indexOf(exchange);
    return known >= 0 ? `0${known}` : exchange === '' ? '2' : `1${exchange}`;
  });
  const codes = ranks(codeList, (code) => (/^\d{6}$/.test(code) ? `0${code}` : code === '' ? '2' : `1${code}`));
  const { serials, of: dayNumbers } = numbered(days);
  const lines = new Int32Array(sheet.height);
  let count = 0;
  for (let line = 0; line < sheet.height; line++) {
    // Lines without a day stand last.
    if (days[line]! <= 0) dayNumbers[line] = serials.length;
    if (sheet.isData(line)) lines[count++] = line;
  }
  const byDay = sortedBy(lines.subarray(0, count), serials.length + 1, dayNumbers);
  const byCode = sortedBy(
    byDay,
    codes.length,
    codeNumbers.map((code) => codes[code]!),
  );
  return sortedBy(
    byCode,
    exchanges.length,
    exchangeNumbers.map((exchange) => exchanges[exchange]!),
  );
}

/** The place of each word when they are put in order of what stands for them. */
function ranks(words: readonly string[], keyOf: (word: string) => string): number[] {
  const order = words
    .map((word, i) => ({ key: keyOf(word), i }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  const rank = new Array<number>(words.length);
  order.forEach(({ i }, place) => (rank[i] = place));
  return rank;
}
