import { blockName } from '../../workbook/a1';
import { type Piece, piecesOf, spliced } from '../../formula/text';
import type { Surroundings } from '../../formula/expression';
import { isFixed, parseReference, type Reference } from '../../formula/references';
import { key, sheetOf, type SheetSnapshot, type Snapshot } from './snapshot';

/** A reference to a whole spill (B2#), also by a name. */
export interface SpillReference {
  readonly start: number;
  readonly end: number;
  /** The cell with the formula, as it is written. */
  readonly text: string;
  readonly anchor: Reference;
}

export const isSpillSign = (piece: Piece | undefined): boolean => piece?.type === 'operator' && piece.value === '#';

/** References to cells and names that stand for cells, with # behind them, and names that stand for a whole spill; a relative name means another cell everywhere. */
export function spillReferences(
  formula: string,
  { named, spillNames }: Pick<Surroundings, 'named' | 'spillNames'>,
): readonly SpillReference[] {
  if (!formula.includes('#') && spillNames.size === 0) return [];
  return piecesOf(formula).flatMap(({ type, value, start, end }, i, pieces) => {
    const isName = type === 'range_named';
    const isSpilled = isSpillSign(pieces[i + 1]);
    const text = isSpilled ? (isName ? named(value) : value) : isName ? spillNames.get(value.toLowerCase()) : undefined;
    const anchor = text === undefined ? undefined : parseReference(text);
    return anchor && (!isName || isFixed(text!))
      ? [{ start, end: isSpilled ? pieces[i + 1]!.end : end, text: text!, anchor }]
      : [];
  });
}

/** Whether a formula reads a whole spill, which only an Excel with dynamic arrays can. */
export function readsSpill(formula: string, { spillNames }: Pick<Surroundings, 'spillNames'>): boolean {
  if (!formula.includes('#') && spillNames.size === 0) return false;
  return piecesOf(formula).some(
    (piece) => isSpillSign(piece) || (piece.type === 'range_named' && spillNames.has(piece.value.toLowerCase())),
  );
}

/** References to a spill that goes become the area that it fills; the others go on growing with theirs. */
export function withoutSpills(formula: string, around: Surroundings, goes: (anchor: Reference) => boolean): string {
  const references = spillReferences(formula, around);
  if (references.length === 0) return formula;
  const edits = references.flatMap(({ start, end, text, anchor }) => {
    const size = goes(anchor) ? around.spillOf(anchor) : undefined;
    return size
      ? [
          {
            start,
            end,
            text:
              text.slice(0, text.lastIndexOf('!') + 1) + blockName({ row: anchor.top, column: anchor.left, ...size }),
          },
        ]
      : [];
  });
  return spliced(formula, edits);
}

/** One text for one cell of the workbook. */
export const placeOf = ({ sheet }: Pick<SheetSnapshot, 'sheet'>, row: number, column: number): string =>
  `${sheet.id} ${key(row, column)}`;

/** The place of the cell whose formula spills. */
export function spillPlace(
  snapshot: Snapshot,
  own: SheetSnapshot,
  { sheet, top, left }: Reference,
): string | undefined {
  const there = sheetOf(snapshot, own, sheet);
  return there && placeOf(there, top, left);
}
