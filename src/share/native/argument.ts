import { breaks, limitsOf } from '../../functions/arguments/cell-rules';
import { parseNumeral } from '../../cells/number';
import { readDate } from '../../cells/date';
import type { Param } from '../../functions/catalogue/define';
import { type Expression, expressionOf, type Surroundings } from '../../formula/expression';
import { parseReference } from '../../formula/references';
import { treeOf } from '../../formula/text';
import type { CellValue } from '../../workbook/workbook';
import { Why } from '../reasons';

/** The text of an argument; what our calls in it have become is native already. */
export interface ArgumentText {
  readonly text: string;
  /** Whether the whole of it was a call of ours: then it gives what ours gives, or an error. */
  readonly isOurs: boolean;
}

/** An argument as it is written: nothing, a constant, or anything else. */
export type Argument =
  | { readonly kind: 'none' }
  | { readonly kind: 'constant'; readonly value: number | string | boolean }
  | { readonly kind: 'expression'; readonly expression: Expression; readonly isOurs: boolean };

export function argumentOf({ text, isOurs }: ArgumentText, param: Param, around: Surroundings): Argument | Why {
  if (text === '' || text === '""') return { kind: 'none' };
  const tree = treeOf(`=${text}`);
  if (tree?.type === 'Literal') return constant(tree.value, param);
  const expression = expressionOf(text, around);
  if (!expression) return new Why('not_a_formula');
  return { kind: 'expression', expression, isOurs };
}

/** What our function refuses it refuses for ever, whatever the other arguments become. */
function constant(value: number | string | boolean, param: Param): Argument | Why {
  if (param.kind === 'cell' || param.kind === 'series') {
    const number = typeof value === 'string' ? parseNumeral(value)?.toNumber() : value;
    if (typeof number !== 'number') return new Why('text_argument');
    if (limitsOf(param).some((limit) => breaks(limit, number))) return new Why('out_of_domain');
  }
  return { kind: 'constant', value };
}

/** Whether ours reads a figure or a day there that Excel's own formulas don't. */
export function isReadAsText({ text, nature }: Expression, param: Param, around: Surroundings): boolean {
  const reference = nature === 'cells' ? parseReference(around.named(text) ?? text) : undefined;
  if (!reference) return false;
  if (param.kind !== 'date') return around.holdsTextFigure(reference);
  return isOtherDay(around.valueAt(reference));
}

/** Whether what stands in a cell is a day to us, but to Excel no day or another. */
export function isOtherDay(value: CellValue): boolean {
  const day = readDate(value === '' ? null : value);
  return typeof day === 'number' && (typeof value !== 'number' || Math.floor(value) !== day);
}
