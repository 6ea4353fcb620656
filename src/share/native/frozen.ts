import type { CellValue } from '../../workbook/workbook';
import { grid, type Size } from '../reading/grid';
import { type SheetSnapshot, valueAt } from '../reading/snapshot';

/** Longer texts Excel refuses inside a formula. */
const LONGEST_LITERAL = 255;
const ERRORS = new Set(['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A', '#CALC!', '#FIELD!']);

/** The values of an area that one of our formulas filled, written so that no host reads anything else into them. */
export function frozenArea(own: SheetSnapshot, row: number, column: number, size: Size): CellValue[][] {
  return grid(size, (i, j) => frozen(valueAt(own, row + i, column + j)));
}

/**
 * Words stay words in any cell; a text that could be taken for a number, a date or a formula is written as a formula.
 * So is the empty text of an empty row: to the formulas that read it, a blank cell would be 0.
 */
export function frozen(value: CellValue): CellValue {
  if (typeof value !== 'string') return value;
  if (ERRORS.has(value)) return `=${value}`;
  return /^[\p{L} ·]+$/u.test(value) && !/^(true|false)$/i.test(value)
    ? value
    : `=${literals(value)
        .map((text) => `"${text}"`)
        .join('&')}`;
}

/** A text between quotation marks, in pieces that Excel takes. */
function literals(text: string): readonly string[] {
  const pieces = [''];
  for (const character of text) {
    const written = character === '"' ? '""' : character;
    const last = pieces[pieces.length - 1]!;
    if (last.length + written.length > LONGEST_LITERAL) pieces.push(written);
    else pieces[pieces.length - 1] = last + written;
  }
  return pieces;
}
