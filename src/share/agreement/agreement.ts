import { ERROR_CODES, type ErrorCode } from '../../cells/fault';
import type { CellValue } from '../../workbook/workbook';
import { isFormula } from '../../formula/text';
import type { Element } from '../native/call';
import type { SheetSnapshot, Snapshot } from '../reading/snapshot';
import { RELATIVE } from './term';
import { type Place, termsOn } from './terms';

/** Whether a native result is ours: the same word or error, or the same number but for what doubles lose of the largest term. */
export function agree(ours: CellValue, native: CellValue, largest: number): boolean {
  if (typeof ours !== 'number' || typeof native !== 'number') return ours === native;
  return Math.abs(ours - native) <= RELATIVE * Math.max(Math.abs(ours), Math.abs(native), largest);
}

const isError = (value: CellValue): boolean => ERROR_CODES.includes(value as ErrorCode);

/** One cell of what a formula filled, and what was written in its place. */
export interface Replaced {
  readonly after: CellValue;
  /** Where the formula in `after` stands. */
  readonly at: Place;
  /** Which cell of what it fills. */
  readonly element: Element;
}

export type Judge = (ours: CellValue, native: CellValue, replaced: Replaced) => boolean;

/** Judges the results of a sheet as it is `now` by ours of before, when it was `own`. */
export function judgeOn(snapshot: Snapshot, own: SheetSnapshot, now: SheetSnapshot): Judge {
  const terms = termsOn(snapshot, own, now);
  return (ours, native, { after, at, element }) => {
    // Any error says that there is no figure; which one, our function knows better.
    if (isError(ours) && isError(native)) return true;
    if (!isFormula(after) || typeof ours !== 'number' || typeof native !== 'number') return agree(ours, native, 0);
    // Most are the same to the last places; only the others are worth the way through their terms.
    return agree(ours, native, 0) || agree(ours, native, terms(after, at, element).size);
  };
}
