import { toCell } from '../../cells/cell';
import { halfWidth } from '../../cells/text';
import { Exact } from '../../number/exact';
import { type Column, type Figure, figureOf } from './figure';
import { type Mixed, notPlain } from './plain';

type Rows = readonly (readonly unknown[])[];

const TOTAL = /^(?:合计|总计|小计|汇总|total|共\d)|(?:合计|总计|小计):?$/i;
/** Of 合计, 总计 and 小计. */
const LAST_OF_TOTALS = '计';
const DASHES = /^[-=—─]{3,}$/;
const ZERO = 48;
const NINE = 57;

/** The rows below the header, without blank ones, totals, notes of one cell, and headers that are repeated. */
export function linesOf(
  table: Rows,
  header: number,
  headers: readonly unknown[],
  /** Where a total may be named. */
  keys: readonly number[],
): number[] {
  const lines: number[] = [];
  for (let line = header + 1; line < table.length; line++) {
    const cells = table[line]!;
    let first = 0;
    while (first < cells.length && isBlank(cells[first])) first++;
    if (first < cells.length && !isNoData(cells, first, headers, keys)) lines.push(line);
  }
  return lines;
}

const isBlank = (raw: unknown): boolean => typeof raw !== 'number' && toCell(raw) === null;

function isNoData(
  cells: readonly unknown[],
  first: number,
  headers: readonly unknown[],
  keys: readonly number[],
): boolean {
  for (let i = 0; i < keys.length; i++) {
    const cell = cells[keys[i]!];
    if (typeof cell === 'string' && !isCode(cell) && isTotal(cell)) return true;
  }
  const cell = cells[first];
  if (typeof cell !== 'string') return false;
  if (cell === headers[first]) return cells.every((other, i) => isBlank(other) || other === headers[i]);
  if (!isDigit(cell, 0) && isTotal(cell)) return true;
  let next = first + 1;
  while (next < cells.length && isBlank(cells[next])) next++;
  return headers.length > 2 && next === cells.length;
}

/** Nearly all keys are such, and name no total. */
const isCode = (cell: string): boolean =>
  isDigit(cell, 0) && (isDigit(cell, cell.length - 1) || !cell.includes(LAST_OF_TOTALS));

function isDigit(cell: string, at: number): boolean {
  const code = cell.charCodeAt(at);
  return code >= ZERO && code <= NINE;
}

function isTotal(cell: string): boolean {
  return TOTAL.test(halfWidth(cell).replace(/\s/g, '')) || DASHES.test(cell);
}

/** Counters print a row of each currency for every account, of 0 in most of them. */
export function withoutEmpty(
  table: Rows,
  lines: readonly number[],
  mixed: readonly Mixed[],
  figures: readonly Column[],
): readonly number[] {
  if (mixed.length === 0) return lines;
  const isNothing = (x: Figure) => x === null || (x instanceof Exact && x.sign() === 0);
  return lines.filter((line) => {
    const [cells, at] = [table[line]!, line + 1];
    return (
      notPlain(mixed, cells, at) === null || !figures.every((column) => isNothing(figureOf(column, { cells, at })))
    );
  });
}
