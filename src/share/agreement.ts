import type { CellValue } from '../workbook/workbook';
import { isReference, piecesOf } from './formula';
import { parseReference } from './references';
import { clipped, sheetOf, type SheetSnapshot, type Snapshot, valueAt } from './snapshot';

const RELATIVE = 1e-12;

/** Whether a native result is ours: the same word or error, or the same number but for what doubles lose of the largest term. */
export function agree(ours: CellValue, native: CellValue, largest: number): boolean {
  if (typeof ours !== 'number' || typeof native !== 'number') return ours === native;
  return Math.abs(ours - native) <= RELATIVE * Math.max(Math.abs(ours), Math.abs(native), largest);
}

/** The largest number in the cells that a formula reads. */
export function largestTerm(formula: string, snapshot: Snapshot, own: SheetSnapshot): number {
  let largest = 0;
  for (const piece of piecesOf(formula)) {
    const reference = isReference(piece) ? parseReference(piece.value) : undefined;
    const there = reference && sheetOf(snapshot, own, reference.sheet);
    const part = there && clipped(reference, there);
    if (!part) continue;
    for (let row = part.top; row <= part.bottom; row++) {
      for (let column = part.left; column <= part.right; column++) {
        const value = valueAt(there, row, column);
        if (typeof value === 'number') largest = Math.max(largest, Math.abs(value));
      }
    }
  }
  return largest;
}
