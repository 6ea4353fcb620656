import { blockName } from '../workbook/a1';
import { piecesOf, spliced } from './formula';
import type { Surroundings } from './operands';
import { parseReference, type Reference } from './references';
import { Why } from './reasons';

/** A reference to a whole spill (B2#), or a name that stands for one. */
export interface SpillReference {
  readonly start: number;
  readonly end: number;
  /** The cell with the formula, as it is written. */
  readonly text: string;
  readonly anchor: Reference;
}

export function spillReferences(formula: string, { spillNames }: Pick<Surroundings, 'spillNames'>): readonly SpillReference[] {
  if (!formula.includes('#') && spillNames.size === 0) return [];
  return piecesOf(formula).flatMap(({ type, value, start, end }, i, pieces) => {
    const isSpilled = pieces[i + 1]?.type === 'operator' && pieces[i + 1]!.value === '#';
    const text = isSpilled ? value : type === 'range_named' ? spillNames.get(value.toLowerCase()) : undefined;
    const anchor = text === undefined ? undefined : parseReference(text);
    return anchor ? [{ start, end: isSpilled ? pieces[i + 1]!.end : end, text: text!, anchor }] : [];
  });
}

/** References to a spill become the area that it fills, as the spill itself may go. */
export function withoutSpills(formula: string, around: Surroundings): string | Why {
  const edits = [];
  for (const { start, end, text, anchor } of spillReferences(formula, around)) {
    const size = around.spillOf(anchor);
    if (!size) return new Why('unknown_spill');
    edits.push({ start, end, text: text.slice(0, text.lastIndexOf('!') + 1) + blockName({ row: anchor.top, column: anchor.left, ...size }) });
  }
  return spliced(formula, edits);
}
