import { isFormula } from './formula';
import { contentAt, type SheetSnapshot } from './snapshot';

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
  const mark = (row: number, column: number): string => {
    const content = contentAt(snapshot, area.row + row, area.column + column);
    return content === '' || isFormula(content) ? BLANK : fingerprint(String(content));
  };
  const lines = Array.from({ length: area.rows }, (_, row) => Array.from({ length: area.columns }, (__, column) => mark(row, column)));
  return {
    row: area.row,
    column: area.column,
    rows: lines.map((line) => line.slice(0, MOST_COLUMNS).join('')),
    columns: Array.from({ length: area.columns }, (_, column) => lines.find((line) => line[column] !== BLANK)?.[column] ?? BLANK),
  };
}

/** The parts of a row's fingerprint that belong to some columns; undefined where none of them holds a constant. */
export function rowMark(marks: Marks, row: number, columns: readonly number[]): readonly string[] | undefined {
  const text = marks.rows[row - marks.row];
  if (text === undefined) return undefined;
  const parts = columns.map((column) => text.slice((column - marks.column) * WIDTH, (column - marks.column + 1) * WIDTH) || BLANK);
  return parts.every((part) => part === BLANK) ? undefined : parts;
}

export function columnMark(marks: Marks, column: number): string | undefined {
  const mark = marks.columns[column - marks.column];
  return mark === BLANK ? undefined : mark;
}

/** The columns that hold figures or words of somebody, and not only a header over formulas. */
export function markedColumns({ column, columns, rows }: Marks): readonly number[] {
  const isMarked = (index: number) => rows.filter((row) => row.slice(index * WIDTH, (index + 1) * WIDTH) !== BLANK).length > 1;
  return columns.slice(0, MOST_COLUMNS).flatMap((_, index) => (isMarked(index) ? [column + index] : []));
}

/** FNV-1a, four letters of it. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(36).padStart(WIDTH, '0').slice(-WIDTH);
}
