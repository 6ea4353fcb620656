import { mayCall } from '../formula/calls';
import { ownNamesIn } from '../formula/own-names';
import { isReference, isSpace, type Piece, piecesOf } from '../formula/text';
import { parseReference } from '../formula/references';

/** Functions that take an area as it is, in a plain formula too. */
const WHOLE = new Set(
  `AND AVERAGE AVERAGEA AVERAGEIF AVERAGEIFS COLUMNS CORREL COUNT COUNTA COUNTBLANK COUNTIF COUNTIFS HLOOKUP INDEX IRR
  LARGE LOOKUP MATCH MAX MAXA MEDIAN MIN MINA MODE NPV OR PERCENTILE PERCENTRANK PRODUCT QUARTILE RANK ROWS SLOPE SMALL
  STDEV STDEVP SUBTOTAL SUM SUMIF SUMIFS SUMPRODUCT SUMSQ TRIMMEAN VAR VARP VLOOKUP XIRR XNPV`.split(/\s+/),
);
/** It goes through areas cell by cell, whatever stands in it but these, which look at one cell of each. */
const CELL_BY_CELL = 'SUMPRODUCT';
const NOT_INSIDE = new Set(['IF', 'IFERROR', 'IFNA', 'IFS', 'SWITCH', 'CHOOSE']);
/** Functions whose result may be an area, or which only a formula that spills can hold. */
const SPILLING =
  /^(?:LET|LAMBDA|MAP|REDUCE|SCAN|MAKEARRAY|BYROW|BYCOL|SEQUENCE|UNIQUE|SORT|SORTBY|FILTER|RANDARRAY|XLOOKUP|VSTACK|HSTACK|TAKE|DROP|TOCOL|TOROW|CHOOSECOLS|CHOOSEROWS|EXPAND|WRAPROWS|WRAPCOLS|TEXTSPLIT|GROUPBY|PIVOTBY|TRANSPOSE|MMULT|MINVERSE|FREQUENCY|TREND|GROWTH|LINEST|LOGEST|INDIRECT|OFFSET)$/;

/**
 * Whether a formula has to be stored as one that may spill to mean what it says: a plain one would pick a single cell
 * of an area. When in doubt it has to, which changes nothing for Excel.
 */
export function takesArrays(formula: string): boolean {
  if (mayCall(formula) || ownNamesIn(formula).length > 0) return true;
  const pieces = piecesOf(formula).filter((piece) => !isSpace(piece));
  const around: string[] = [];
  return pieces.some((piece, i) => {
    const { type, value } = piece;
    if (type === 'func') return SPILLING.test(value.toUpperCase());
    if (value === '(' && type === 'operator') {
      const before = pieces[i - 1];
      around.push(before?.type === 'func' ? before.value.toUpperCase() : '');
      return false;
    }
    if (value === ')' && type === 'operator') {
      around.pop();
      return false;
    }
    if (type === 'operator') return value === '#' || value === '{';
    if (type === 'range_named' || type === 'structured') return !isPlainArgument(pieces, i, around);
    return isReference(piece) && !isCell(piece) && !isPlainArgument(pieces, i, around);
  });
}

function isCell({ value }: Piece): boolean {
  const reference = parseReference(value);
  return reference !== undefined && reference.top === reference.bottom && reference.left === reference.right;
}

function isPlainArgument(pieces: readonly Piece[], index: number, around: readonly string[]): boolean {
  const through = around.lastIndexOf(CELL_BY_CELL);
  if (through >= 0 && !around.slice(through).some((name) => NOT_INSIDE.has(name))) return true;
  const alone =
    ['(', ','].includes(pieces[index - 1]?.value ?? '') && [')', ','].includes(pieces[index + 1]?.value ?? '');
  return alone && WHOLE.has(around[around.length - 1] ?? '');
}
