import { parseA1Ref, stringifyA1Ref } from '@borgar/fx';
import { invalidArgument } from '../wire/errors';

/** A rectangle of cells, counted from 0, both ends included. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export const ROWS = 1_048_576;
export const COLUMNS = 16_384;

export const cellArea = (row: number, column: number): Area => ({ top: row, left: column, bottom: row, right: column });
export const height = (area: Area): number => area.bottom - area.top + 1;
export const width = (area: Area): number => area.right - area.left + 1;
export const size = (area: Area): number => height(area) * width(area);
export const isWholeColumns = (area: Area): boolean => area.top === 0 && area.bottom === ROWS - 1;
export const isWholeRows = (area: Area): boolean => area.left === 0 && area.right === COLUMNS - 1;

export const contains = (outer: Area, inner: Area): boolean =>
  outer.top <= inner.top && outer.left <= inner.left && outer.bottom >= inner.bottom && outer.right >= inner.right;

export const holds = (area: Area, row: number, column: number): boolean =>
  row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;

export function intersection(a: Area, b: Area): Area | null {
  const top = Math.max(a.top, b.top);
  const left = Math.max(a.left, b.left);
  const bottom = Math.min(a.bottom, b.bottom);
  const right = Math.min(a.right, b.right);
  return top <= bottom && left <= right ? { top, left, bottom, right } : null;
}

export const bounding = (a: Area, b: Area): Area => ({
  top: Math.min(a.top, b.top),
  left: Math.min(a.left, b.left),
  bottom: Math.max(a.bottom, b.bottom),
  right: Math.max(a.right, b.right),
});

/** The area itself if it lies on a sheet; Excel refuses one that does not. */
export function onSheet(area: Area): Area {
  if (
    area.top < 0 ||
    area.left < 0 ||
    area.bottom >= ROWS ||
    area.right >= COLUMNS ||
    area.top > area.bottom ||
    area.left > area.right
  ) {
    throw invalidArgument('The range is outside of the sheet.');
  }
  return area;
}

/** Reads "B2", "B2:C3", "A:C", "3:7", with or without $ and sheet name. */
export function parseReference(text: string): { readonly sheet?: string; readonly area: Area } | null {
  const reference = parseA1Ref(text, { allowTernary: true });
  if (!reference || !('range' in reference) || !reference.range) return null;
  const { top, left, bottom, right } = reference.range;
  const context = 'context' in reference ? reference.context : undefined;
  const sheet = context?.[context.length - 1];
  const area = { top: top ?? 0, left: left ?? 0, bottom: bottom ?? ROWS - 1, right: right ?? COLUMNS - 1 };
  return sheet === undefined ? { area } : { sheet, area };
}

/** The A1 text of an area, "A:C" for whole columns; with a sheet name it is quoted as Excel does. */
export function printReference(area: Area, sheet?: string): string {
  const columns = isWholeColumns(area);
  const rows = isWholeRows(area) && !columns;
  const range = {
    top: columns ? null : area.top,
    left: rows ? null : area.left,
    bottom: columns ? null : area.bottom,
    right: rows ? null : area.right,
  };
  return stringifyA1Ref({ context: sheet === undefined ? [] : [sheet], range } as never);
}

export const COLUMN_SPAN = COLUMNS;
export const cellKey = (row: number, column: number): number => row * COLUMN_SPAN + column;
export const rowOf = (key: number): number => Math.floor(key / COLUMN_SPAN);
export const columnOf = (key: number): number => key % COLUMN_SPAN;
