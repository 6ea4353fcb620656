import { type Operand, PRECEDENCE } from '../number/native';
import type { CellValue } from '../workbook/workbook';
import { type CallNode, isSpace, type Node, operandsOf, piecesOf, type ReferenceNode, treeOf } from './text';
import { BINDING } from './precedence';
import { columnsOf, isFixed, isThisRow, parseReference, type Reference, rowsOf } from './references';

/** How many rows and columns an expression has; undefined where only the workbook knows. */
export type Shape = { readonly rows: number; readonly columns: number } | undefined;

export interface Expression extends Operand {
  readonly shape: Shape;
  readonly nature: Nature;
}

/** What an expression may give: whatever stands in cells, only numbers and errors, or anything. */
export type Nature = 'cells' | 'numbers' | 'anything';

/** What must be known of the workbook around a formula. */
export interface Surroundings {
  /** The reference that a defined name stands for. */
  named(name: string): string | undefined;
  /** Defined names that stand for a whole spill, in small letters, and the cell that holds its formula. */
  readonly spillNames: ReadonlyMap<string, string>;
  /** What stands in a cell. */
  valueAt(reference: Reference): CellValue;
  /** Whether a figure is written as a text anywhere in some cells. */
  holdsTextFigure(reference: Reference): boolean;
  /** The area that the formula of a cell fills. */
  spillOf(reference: Reference): { readonly rows: number; readonly columns: number } | undefined;
}

const SINGLE = { rows: 1, columns: 1 };

/** Functions that make one value of whatever they are given. */
const REDUCING = new Set(
  'SUM SUMPRODUCT SUMIF SUMIFS SUMSQ COUNT COUNTA COUNTIF COUNTIFS COUNTBLANK AVERAGE AVERAGEIF AVERAGEIFS MEDIAN MIN MAX MINIFS MAXIFS PRODUCT STDEV STDEV.S STDEV.P VAR VAR.S VAR.P LARGE SMALL AND OR NA TRUE FALSE PI RAND RANDBETWEEN TODAY NOW ROWS COLUMNS SUBTOTAL AGGREGATE'.split(
    ' ',
  ),
);
/** Of what these take, one value each makes one of theirs: a criterion, or which of the largest. */
const ONE_EACH: Readonly<Record<string, (index: number) => boolean>> = {
  SUMIF: (index) => index === 1,
  COUNTIF: (index) => index === 1,
  AVERAGEIF: (index) => index === 1,
  SUMIFS: (index) => index > 0 && index % 2 === 0,
  AVERAGEIFS: (index) => index > 0 && index % 2 === 0,
  MINIFS: (index) => index > 0 && index % 2 === 0,
  MAXIFS: (index) => index > 0 && index % 2 === 0,
  COUNTIFS: (index) => index % 2 === 1,
  LARGE: (index) => index === 1,
  SMALL: (index) => index === 1,
  SUBTOTAL: (index) => index === 0,
  AGGREGATE: (index) => index !== 2,
};
/** Functions that work cell by cell. */
const ELEMENTWISE = new Set(
  'IF IFERROR IFNA IFS ROUND ROUNDUP ROUNDDOWN MROUND INT TRUNC ABS SIGN MOD SQRT EXP LN LOG LOG10 POWER N VALUE NOT ISBLANK ISNUMBER ISERROR ISNA ISTEXT DATE YEAR MONTH DAY EDATE EOMONTH TEXT'.split(
    ' ',
  ),
);
/** Among their arguments these take whole references and give them on. */
const VALUES_ONLY = new Set([
  ...REDUCING,
  'ROUND',
  'ROUNDUP',
  'ROUNDDOWN',
  'INT',
  'TRUNC',
  'ABS',
  'SIGN',
  'MOD',
  'SQRT',
  'EXP',
  'LN',
  'LOG',
  'LOG10',
  'POWER',
  'N',
  'VALUE',
  'DATE',
  'YEAR',
  'MONTH',
  'DAY',
  'EDATE',
  'EOMONTH',
]);

type Context = 'elementwise' | 'reducing' | 'unknown';

const plainName = (name: string): string => name.toUpperCase().replace(/^_XLFN\./, '');

/** Whether a reducing function makes a result of every cell of an argument. */
export const takesOneEach = (name: string, index: number): boolean => ONE_EACH[plainName(name)]?.(index) ?? false;

export function contextOf(name: string): Context {
  const plain = plainName(name);
  return REDUCING.has(plain) ? 'reducing' : ELEMENTWISE.has(plain) ? 'elementwise' : 'unknown';
}

/** The name that a call uses, in capitals; empty where it calls a LAMBDA on the spot. */
export function functionName({ callee }: CallNode): string {
  return callee.type === 'Identifier' ? callee.name.toUpperCase() : '';
}

/** An expression of native Excel as an operand; undefined where it cannot be read. */
export function expressionOf(text: string, around: Surroundings): Expression | undefined {
  const tree = treeOf(`=${text}`);
  if (!tree) return undefined;
  const shape = shapeOf(tree, around);
  return {
    text,
    shape,
    precedence: isEnclosed(text) ? PRECEDENCE.atom : precedenceOf(tree),
    single: isOne(shape),
    nature: natureOf(tree, around),
    reference: isReferenceLike(tree),
  };
}

/** A sign is treated as a sum: the parentheses it may get are never wrong. */
function precedenceOf(node: Node): number {
  switch (node.type) {
    case 'UnaryExpression':
      if (node.operator === '%') return PRECEDENCE.percent;
      return node.operator === '+' || node.operator === '-' ? PRECEDENCE.sum : PRECEDENCE.atom;
    case 'Literal':
      return typeof node.value === 'number' && node.value < 0 ? PRECEDENCE.sum : PRECEDENCE.atom;
    case 'BinaryExpression':
      return BINDING[node.operator] ?? PRECEDENCE.atom;
    default:
      return PRECEDENCE.atom;
  }
}

/** Whether the outermost parentheses hold the whole text. */
function isEnclosed(text: string): boolean {
  const pieces = piecesOf(`=${text}`)
    .slice(1)
    .filter((piece) => !isSpace(piece));
  if (pieces[0]?.value !== '(') return false;
  let depth = 0;
  const closing = pieces.findIndex(({ type, value }) => {
    if (type === 'operator' && value === '(') depth++;
    if (type === 'operator' && value === ')') depth--;
    return depth === 0;
  });
  return closing === pieces.length - 1;
}

export const isSingle = (node: Node, around: Surroundings): boolean => isOne(shapeOf(node, around));

const isOne = (shape: Shape): boolean => shape !== undefined && shape.rows === 1 && shape.columns === 1;

export function shapeOf(node: Node, around: Surroundings): Shape {
  switch (node.type) {
    case 'Literal':
    case 'ErrorLiteral':
      return SINGLE;
    case 'ReferenceIdentifier': {
      const reference = referenceOf(node, around);
      if (reference) return { rows: rowsOf(reference), columns: columnsOf(reference) };
      return node.kind === 'table' && isThisRow(node.value) && !node.value.includes(':') ? SINGLE : undefined;
    }
    case 'UnaryExpression':
      return node.operator === '@'
        ? SINGLE
        : node.operator === '#'
          ? spilledShape(node, around)
          : shapeOf(node.arguments[0]!, around);
    case 'BinaryExpression':
      return node.operator in BINDING ? broadcast(node.arguments.map((arg) => shapeOf(arg, around))) : undefined;
    case 'ArrayExpression':
      return { rows: node.elements.length, columns: node.elements[0]!.length };
    case 'CallExpression': {
      const name = functionName(node);
      const context = contextOf(name);
      const counting =
        context === 'reducing' ? node.arguments.filter((_, index) => takesOneEach(name, index)) : node.arguments;
      return context === 'unknown'
        ? undefined
        : broadcast(counting.map((arg) => (arg ? shapeOf(arg, around) : SINGLE)));
    }
    default:
      return undefined;
  }
}

/** A spill of one cell may grow, so it does not count as single. */
function spilledShape(node: Node, around: Surroundings): Shape {
  const area = areaOf(node, around);
  const shape = area && { rows: rowsOf(area), columns: columnsOf(area) };
  return isOne(shape) ? undefined : shape;
}

function broadcast(shapes: readonly Shape[]): Shape {
  if (shapes.some((shape) => shape === undefined)) return undefined;
  return {
    rows: Math.max(1, ...shapes.map((shape) => shape!.rows)),
    columns: Math.max(1, ...shapes.map((shape) => shape!.columns)),
  };
}

/** The text of a reference, or of what a name stands for; undefined for a table's column and for a name that means other cells elsewhere. */
export function referenceText({ kind, value }: ReferenceNode, around: Surroundings): string | undefined {
  if (kind === 'table') return undefined;
  if (kind !== 'name') return value;
  const text = around.named(value);
  return text !== undefined && isFixed(text) ? text : undefined;
}

/** Whether an expression says the same in every cell: nothing in it is looked up from the row it stands in. */
export function isSameEverywhere(node: Node, around: Surroundings): boolean {
  if (node.type === 'ReferenceIdentifier')
    return node.kind === 'table' ? !isThisRow(node.value) : referenceText(node, around) !== undefined;
  if (node.type === 'UnaryExpression' && node.operator === '@' && !isSingle(node.arguments[0]!, around)) return false;
  return operandsOf(node).every((arg) => arg === null || isSameEverywhere(arg, around));
}

/** The cells that a reference, a name or a whole spill stands for. */
export function areaOf(node: Node, around: Surroundings): Reference | undefined {
  if (node.type === 'ReferenceIdentifier') return referenceOf(node, around);
  const anchor =
    node.type === 'UnaryExpression' && node.operator === '#' ? areaOf(node.arguments[0]!, around) : undefined;
  const size = anchor && around.spillOf(anchor);
  return size && { ...anchor, bottom: anchor.top + size.rows - 1, right: anchor.left + size.columns - 1 };
}

function referenceOf(node: ReferenceNode, around: Surroundings): Reference | undefined {
  const text = referenceText(node, around);
  return text === undefined ? undefined : parseReference(text);
}

/** What MIN and MAX would read as a reference, and so skip where it is blank. */
function isReferenceLike(node: Node): boolean {
  if (node.type === 'ReferenceIdentifier') return true;
  if (node.type === 'UnaryExpression') return node.operator === '@' || node.operator === '#';
  return node.type === 'CallExpression' && !VALUES_ONLY.has(functionName(node));
}

const SIGNS = ['+', '-', '*', '/', '^'];
/** Of VALUES_ONLY those that may give TRUE. */
const TRUTHS = new Set(['AND', 'OR', 'TRUE', 'FALSE']);

function natureOf(node: Node, around: Surroundings): Nature {
  switch (node.type) {
    case 'ReferenceIdentifier':
      // A name of LET or LAMBDA may be a value.
      return node.kind !== 'name' || around.named(node.value) !== undefined ? 'cells' : 'anything';
    case 'Literal':
      return typeof node.value === 'number' ? 'numbers' : 'anything';
    case 'UnaryExpression':
      if (node.operator === '-' || node.operator === '%') return 'numbers';
      return natureOf(node.arguments[0]!, around) === 'cells' && node.operator !== '+' ? 'cells' : 'anything';
    case 'BinaryExpression':
      return SIGNS.includes(node.operator) ? 'numbers' : 'anything';
    case 'CallExpression': {
      const name = plainName(functionName(node));
      return VALUES_ONLY.has(name) && !TRUTHS.has(name) ? 'numbers' : 'anything';
    }
    default:
      return 'anything';
  }
}
