import { rawOf, type Raw, type Rows } from '../../formula/meaning/cells';
import { evaluate } from '../../formula/meaning/evaluate';
import { parseFormula } from '../../formula/meaning/parse';
import type { Area, CellValue } from '../../workbook/workbook';
import type { Element } from '../native/call';
import { bookIn, type SheetSnapshot, type Snapshot, valueAt } from '../reading/snapshot';
import { RELATIVE, type Term, termKind, termOf, UNKNOWN } from './term';

/** Where a formula stands. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** Follows native formulas over the figures of a sheet, to one cell of what they fill; `now` is that sheet with the native formulas in it. */
export function termsOn(
  snapshot: Snapshot,
  own: SheetSnapshot,
  now: SheetSnapshot,
): (formula: string, at: Place, element: Element) => Term {
  const book = bookIn(snapshot);
  const setting = { kind: termKind, cells: cellsOf(snapshot, own, now) };
  const results = new Map<string, Rows<Term>>();
  return (formula, { row, column }, element) => {
    const name = `${row},${column} ${formula}`;
    const rows =
      results.get(name) ??
      evaluate(parseFormula(formula, book, { sheet: own.sheet.id, row, column, rows: 1, columns: 1 }), setting)!;
    results.set(name, rows);
    const line = rows[rows.length === 1 ? 0 : element.row];
    const cell = line?.[line.length === 1 ? 0 : element.column];
    if (typeof cell === 'boolean') return termOf(Number(cell));
    return cell !== undefined && termKind.is(cell) ? cell : cell === null ? termOf(0) : UNKNOWN;
  };
}

/** The figures of an area; below what any sheet holds a whole column has nothing. */
function cellsOf(snapshot: Snapshot, own: SheetSnapshot, now: SheetSnapshot): (area: Area) => Rows<Term> | undefined {
  const end = (start: 'row' | 'column', length: 'rows' | 'columns'): number =>
    snapshot.sheets.reduce((most, { area }) => Math.max(most, area ? area[start] + area[length] : 0), 1);
  const [lastRow, lastColumn] = [end('row', 'rows'), end('column', 'columns')];
  return ({ sheet, row, column, rows, columns }) => {
    const there = snapshot.sheets.find((candidate) => candidate.sheet.id === sheet);
    if (!there) return undefined;
    const current = there.sheet.id === own.sheet.id ? now : undefined;
    const size = {
      rows: Math.max(1, Math.min(rows, lastRow - row)),
      columns: Math.max(1, Math.min(columns, lastColumn - column)),
    };
    return Array.from({ length: size.rows }, (_, i) =>
      Array.from({ length: size.columns }, (__, j) => figureAt(there, current, row + i, column + j)),
    );
  };
}

/** A figure that has become native itself brings its noise along; twice, as the result has its own besides. */
function figureAt(there: SheetSnapshot, now: SheetSnapshot | undefined, row: number, column: number): Raw<Term> {
  const value: CellValue = valueAt(there, row, column);
  if (typeof value !== 'number') return rawOf(value) as Raw<never>;
  const current = now && valueAt(now, row, column);
  return typeof current === 'number' && current !== value
    ? termOf(value, (2 * Math.abs(current - value)) / RELATIVE)
    : termOf(value);
}
