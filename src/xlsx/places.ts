import { MAX_COLUMNS, MAX_ROWS } from '../workbook/a1';

export interface Place {
  readonly row: number;
  readonly column: number;
}

export interface Block extends Place {
  readonly rows: number;
  readonly columns: number;
}

/** `B3` in bytes. */
export function placeOf(bytes: Uint8Array, start: number, end: number): Place | undefined {
  let [at, column, row] = [start, 0, 0];
  for (; at < end; at++) {
    const byte = bytes[at]!;
    if (byte < 65 || byte > 90) break;
    column = column * 26 + byte - 64;
  }
  const digits = at;
  for (; at < end; at++) {
    const byte = bytes[at]!;
    if (byte < 48 || byte > 57) return undefined;
    row = row * 10 + byte - 48;
  }
  return at === digits || column < 1 || column > MAX_COLUMNS || row < 1 || row > MAX_ROWS
    ? undefined
    : { row: row - 1, column: column - 1 };
}

/** `B3:C5` or `B3`. */
export function blockOf(ref: string): Block | undefined {
  const [first, last] = ref
    .replace(/\$/g, '')
    .split(':')
    .map((text) =>
      placeOf(
        Uint8Array.from(text, (character) => character.charCodeAt(0)),
        0,
        text.length,
      ),
    );
  if (!first || (ref.includes(':') && !last)) return undefined;
  const { row, column } = last ?? first;
  return row < first.row || column < first.column
    ? undefined
    : { ...first, rows: row - first.row + 1, columns: column - first.column + 1 };
}

/** A place as one number. */
export const keyOf = (row: number, column: number): number => row * MAX_COLUMNS + column;
export const rowOf = (key: number): number => Math.floor(key / MAX_COLUMNS);
export const columnOf = (key: number): number => key % MAX_COLUMNS;

export const inside = ({ row, column, rows, columns }: Block, r: number, c: number): boolean =>
  r >= row && r < row + rows && c >= column && c < column + columns;
