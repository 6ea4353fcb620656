import { type NativeFormula, PRECEDENCE } from '../number/native';
import { mayCall, outermostCalls } from './calls';
import { isSpace, type Node, type Piece, piecesOf, spliced, treeOf } from './formula';
import { definitionOf, type Element, nativeCall } from './native-call';
import { contextOf, functionName, referenceText, type Surroundings } from './operands';
import { BINDING } from './operators';
import { Why } from './reasons';
import { columnsOf, elementOf, parseReference, rowsOf } from './references';
import { withoutSpills } from './spill-references';

export interface Native {
  /** Formulas for the cells that the old one fills; a text that is empty is left to the spill of the first. */
  readonly cells: readonly (readonly string[])[];
  /** Whether it needs an Excel with dynamic arrays. */
  readonly arrays: boolean;
}

export interface Size {
  readonly rows: number;
  readonly columns: number;
}

/** A formula with native expressions in place of our calls, for a cell that fills an area of some size. */
export function nativeFormula(formula: string, size: Size, around: Surroundings): Native | Why {
  const plain = withoutSpills(formula, around);
  if (plain instanceof Why) return plain;
  const tree = treeOf(plain);
  if (!tree) return new Why('not_a_formula');
  const spilled = size.rows > 1 || size.columns > 1;
  const perCell = spilled ? cellByCell(plain, tree, size, around) : undefined;
  if (perCell) return perCell;
  const whole = rewritten(plain, around, undefined);
  if (whole instanceof Why) return whole;
  const cells = Array.from({ length: size.rows }, (_, i) => Array.from({ length: size.columns }, (__, j) => (i === 0 && j === 0 ? whole.text : '')));
  return { cells, arrays: spilled || whole.arrays };
}

/** One formula for each cell of the spill; undefined where the formula doesn't work cell by cell. */
function cellByCell(formula: string, tree: Node, { rows, columns }: Size, around: Surroundings): Native | undefined {
  const spread = spreadReferences(tree, around);
  if (!spread) return undefined;
  const cells: string[][] = [];
  for (let row = 0; row < rows; row++) {
    const line: string[] = [];
    for (let column = 0; column < columns; column++) {
      const edits = spread.map(({ node, text }) => ({ start: node.loc![0], end: node.loc![1], text: elementAt(text, row, column) }));
      const one = rewritten(spliced(formula, edits), around, { row, column });
      if (one instanceof Why || one.arrays) return undefined;
      line.push(one.text);
    }
    cells.push(line);
  }
  return { cells, arrays: false };
}

interface Spread {
  readonly node: Node;
  readonly text: string;
}

/** The ranges that the formula goes through cell by cell; undefined where a function may do something else with one. */
function spreadReferences(tree: Node, around: Surroundings): readonly Spread[] | undefined {
  const found: Spread[] = [];
  return collect(tree) ? found : undefined;

  function collect(node: Node): boolean {
    const args = (node.arguments ?? []).filter((arg): arg is Node => arg !== null);
    switch (node.type) {
      case 'Literal':
      case 'ErrorLiteral':
        return true;
      case 'ReferenceIdentifier':
        return collectReference(node);
      case 'UnaryExpression':
        return node.operator === '@' || args.every(collect);
      case 'BinaryExpression':
        return ![':', ' ', ','].includes(node.operator!) && args.every(collect);
      case 'CallExpression':
        return collectCall(node);
      default:
        return false;
    }
  }

  function collectReference(node: Node): boolean {
    const text = referenceText(node, around);
    const reference = text === undefined ? undefined : parseReference(text);
    if (!reference) return false;
    if (rowsOf(reference) > 1 || columnsOf(reference) > 1) found.push({ node, text: text! });
    return true;
  }

  function collectCall(node: Node): boolean {
    const args = node.arguments ?? [];
    const params = definitionOf(functionName(node).replace(/^(RZRQ\.|_XLDUDF_RZRQ_)/, ''))?.params;
    if (mayCall(functionName(node)) && params) return args.every((arg, i) => arg === null || !(params[i]?.kind === 'cell' || params[i]?.kind === 'date') || collect(arg));
    const context = contextOf(functionName(node));
    return context === 'reducing' || (context === 'elementwise' && args.every((arg) => arg === null || collect(arg)));
  }
}

/** What the shape rule finds at a place of the result: a cell of the range, or no partner. */
function elementAt(text: string, row: number, column: number): string {
  const reference = parseReference(text)!;
  const [rows, columns] = [rowsOf(reference), columnsOf(reference)];
  if ((rows > 1 && row >= rows) || (columns > 1 && column >= columns)) return 'NA()';
  return elementOf(text, rows > 1 ? row : 0, columns > 1 ? column : 0);
}

interface Rewritten {
  readonly text: string;
  readonly arrays: boolean;
}

/** The text with every call replaced, the innermost first. */
function rewritten(text: string, around: Surroundings, element: Element | undefined): Rewritten | Why {
  const calls = outermostCalls(text);
  if (calls.length === 0) return { text, arrays: false };
  const pieces = piecesOf(text).filter((piece) => !isSpace(piece));
  const edits = [];
  let arrays = false;
  for (const { id, start, end, args } of calls) {
    const definition = definitionOf(id);
    if (!definition) return new Why('not_ours', id);
    const texts: string[] = [];
    for (const span of args) {
      const argument = rewritten(`=${text.slice(span.start, span.end)}`, around, element);
      if (argument instanceof Why) return argument;
      texts.push(argument.text.slice(1));
      arrays ||= argument.arrays && definition.params[texts.length - 1]?.kind !== 'series';
    }
    const printed = nativeCall(definition, texts, around, element);
    if (printed instanceof Why) return printed;
    arrays ||= printed.arrays;
    const before = pieces.filter((piece) => piece.end <= start);
    const sign = before[before.length - 1];
    const intersects = sign?.type === 'operator' && sign.value === '@';
    if (intersects && !printed.formula.single) return new Why('range_inside');
    edits.push({ start: intersects ? sign.start : start, end, text: within(printed.formula, intersects ? before.slice(0, -1) : before, pieces.find((piece) => piece.start >= end)) });
  }
  return { text: spliced(text, edits), arrays };
}

const OPENING = new Set(['(', ',', '{', ';']);
const CLOSING = new Set([')', ',', '}', ';']);

/** In parentheses where an operator beside it binds as tightly. */
function within(formula: NativeFormula, before: readonly Piece[], next: Piece | undefined): string {
  const needed = Math.max(leftBinding(before), next?.type === 'operator' && !CLOSING.has(next.value) ? (BINDING[next.value] ?? PRECEDENCE.atom) : 0);
  return formula.precedence < needed ? `(${formula.text})` : formula.text;
}

/** Equal operators group from the left, so what stands right of one must bind more tightly. */
function leftBinding(before: readonly Piece[]): number {
  const sign = before[before.length - 1];
  if (sign?.type !== 'operator' || OPENING.has(sign.value)) return 0;
  const left = before[before.length - 2];
  const isSign = !left || left.type === 'fx_prefix' || (left.type === 'operator' && ![')', '}', '%', '#'].includes(left.value));
  return isSign ? PRECEDENCE.atom : (BINDING[sign.value] ?? PRECEDENCE.atom) + 1;
}
