import { isFormula } from '../../formula/text';
import { grid } from '../reading/grid';
import type { Marked } from './lines';
import { contentAt, key, shownBySpills, type SheetSnapshot } from '../reading/snapshot';

/** Short fingerprints of the constants of a sheet, so that its rows and columns can be told apart later. */
export interface Marks {
  readonly row: number;
  readonly column: number;
  /** One text a row, one part of `WIDTH` letters for each of the first columns. */
  readonly rows: readonly string[];
  /** For each column the fingerprint of its first constant, as a rule its header. */
  readonly columns: readonly string[];
}

const WIDTH = 4;
const MOST_COLUMNS = 12;
const BLANK = '.'.repeat(WIDTH);

const NO_MARKS: Marks = { row: 0, column: 0, rows: [], columns: [] };

export function marksOf(snapshot: SheetSnapshot): Marks {
  const { area } = snapshot;
  if (!area) return NO_MARKS;
  const shown = shownBySpills(snapshot);
  const mark = (i: number, j: number): string => {
    const [row, column] = [area.row + i, area.column + j];
    const content = contentAt(snapshot, row, column);
    return content === '' || isFormula(content) || shown.has(key(row, column)) ? BLANK : fingerprint(String(content));
  };
  const lines = grid(area, mark);
  return {
    row: area.row,
    column: area.column,
    rows: lines.map((line) => line.slice(0, MOST_COLUMNS).join('')),
    columns: Array.from(
      { length: area.columns },
      (_, column) => lines.find((line) => line[column] !== BLANK)?.[column] ?? BLANK,
    ),
  };
}

export function markedColumns({ column, columns }: Marks): Marked {
  return {
    parts: new Map(columns.flatMap((mark, index) => (mark === BLANK ? [] : [[column + index, [mark]] as const]))),
    end: column + columns.length,
  };
}

/** The marks of the rows, seen in some columns. */
export function markedRows({ row, column, rows }: Marks, columns: readonly number[]): Marked {
  const parts = rows.flatMap((text, index) => {
    const marks = columns.map((at) => partAt(text, at - column));
    return marks.every((mark) => mark === '') ? [] : [[row + index, marks] as const];
  });
  return { parts: new Map(parts), end: row + rows.length };
}

/** The columns that hold figures or words of somebody, and not only a header over formulas. */
export function columnsWithConstants({ column, columns, rows }: Marks): readonly number[] {
  const isMarked = (index: number) => rows.filter((text) => partAt(text, index) !== '').length > 1;
  return columns.slice(0, MOST_COLUMNS).flatMap((_, index) => (isMarked(index) ? [column + index] : []));
}

function partAt(text: string, index: number): string {
  const part = index < 0 ? '' : text.slice(index * WIDTH, (index + 1) * WIDTH);
  return part === BLANK ? '' : part;
}

/** FNV-1a, four letters of it. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(36).padStart(WIDTH, '0').slice(-WIDTH);
}
