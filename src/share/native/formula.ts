import { type NativeFormula, PRECEDENCE } from '../../number/native';
import { allCalls, mayCall, outermostCalls } from '../../formula/calls';
import {
  type CallNode,
  isSpace,
  type Node,
  operandsOf,
  type Piece,
  piecesOf,
  type ReferenceNode,
  spanOf,
  spliced,
  treeOf,
} from '../../formula/text';
import { inFirst, type Size } from '../reading/grid';
import { definitionOf } from '../../functions/by-id';
import { alike, type Rewritten } from './alike';
import type { ArgumentText } from './argument';
import { type Element, nativeCall } from './call';
import {
  contextOf,
  functionName,
  isSameEverywhere,
  isSingle,
  referenceText,
  takesOneEach,
  type Surroundings,
} from '../../formula/expression';
import { BINDING } from '../../formula/precedence';
import { Why } from '../reasons';
import { columnsOf, elementOf, parseReference, partnerIn, rowsOf } from '../../formula/references';
import { readsSpill } from '../reading/spill-references';

export interface Native {
  /**
   * Formulas for the cells that the old one fills; a text that is empty is left to the spill of the first. In a spill
   * that becomes single cells some may be values: why.
   */
  readonly cells: readonly (readonly (string | Why)[])[];
  /** Whether it needs an Excel with dynamic arrays. */
  readonly arrays: boolean;
}

/** A formula with native expressions in place of our calls, for a cell that fills an area of some size. References to whole spills stay. */
export function nativeFormula(formula: string, size: Size, around: Surroundings): Native | Why {
  const spilled = size.rows > 1 || size.columns > 1;
  const tree = spilled ? treeOf(formula) : undefined;
  const perCell = tree && cellByCell(formula, tree, size, around);
  const arrays = readsSpill(formula, around);
  if (perCell && !(perCell instanceof Why)) return { ...perCell, arrays };
  const whole = alike(formula, around, () => readable(formula) ?? rewritten(formula, around, undefined));
  if (whole instanceof Why) return perCell ?? whole;
  return { cells: inFirst(whole.text, size), arrays: arrays || spilled || whole.arrays };
}

const readable = (formula: string): Why | undefined => (treeOf(formula) ? undefined : new Why('not_a_formula'));

/** One formula for each cell of the spill; why not, or undefined where the formula doesn't work cell by cell. */
function cellByCell(
  formula: string,
  tree: Node,
  { rows, columns }: Size,
  around: Surroundings,
): Native | Why | undefined {
  const spread = spreadReferences(tree, around);
  if (!spread) return undefined;
  // What a series is on a day it is by the days before.
  const isRunning = allCalls(formula).some(({ id }) => definitionOf(id)?.kind === 'running');
  const cells: (string | Why)[][] = [];
  for (let row = 0; row < rows; row++) {
    const line: (string | Why)[] = [];
    for (let column = 0; column < columns; column++) {
      const edits = spread.map(({ node, text }) => {
        const [start, end] = spanOf(node);
        return { start, end, text: elementAt(text, row, column) };
      });
      const text = spliced(formula, edits);
      const one = isRunning
        ? rewritten(text, around, { row, column })
        : alike(text, around, () => rewritten(text, around, undefined));
      if (!(one instanceof Why) && one.arrays) return undefined;
      line.push(one instanceof Why ? one : one.text);
    }
    cells.push(line);
  }
  const all = cells.flat();
  return all.every((cell) => cell instanceof Why) ? (all[0] as Why) : { cells, arrays: false };
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
    const args = operandsOf(node).filter((arg) => arg !== null);
    switch (node.type) {
      case 'Literal':
      case 'ErrorLiteral':
        return true;
      case 'ReferenceIdentifier':
        return collectReference(node);
      case 'UnaryExpression':
        // What @ picks out of a range depends on the row, what # names is not known cell by cell.
        return node.operator !== '#' && (node.operator !== '@' || isSingle(args[0]!, around)) && args.every(collect);
      case 'BinaryExpression':
        return ![':', ' ', ','].includes(node.operator) && args.every(collect);
      case 'CallExpression':
        return collectCall(node);
      default:
        return false;
    }
  }

  function collectReference(node: ReferenceNode): boolean {
    const text = referenceText(node, around);
    const reference = text === undefined ? undefined : parseReference(text);
    if (!reference) return false;
    if (rowsOf(reference) > 1 || columnsOf(reference) > 1) found.push({ node, text: text! });
    return true;
  }

  function collectCall(node: CallNode): boolean {
    const name = functionName(node);
    const params = definitionOf(name.replace(/^(RZRQ\.|_XLDUDF_RZRQ_)/, ''))?.params;
    const isOurs = mayCall(name) && params !== undefined;
    if (!isOurs && contextOf(name) === 'unknown') return false;
    const goesThrough = (index: number) =>
      isOurs
        ? params[index]?.kind === 'cell' || params[index]?.kind === 'date'
        : contextOf(name) === 'elementwise' || takesOneEach(name, index);
    return node.arguments.every(
      (arg, index) => arg === null || (goesThrough(index) ? collect(arg) : isSameEverywhere(arg, around)),
    );
  }
}

/** What the shape rule finds at a place of the result: a cell of the range, or no partner. */
function elementAt(text: string, row: number, column: number): string {
  const partner = partnerIn(parseReference(text)!, row, column);
  return partner ? elementOf(text, partner.row, partner.column) : 'NA()';
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
    if (!definition) return new Why('not_ours', `RZRQ.${id}`);
    const texts: ArgumentText[] = [];
    for (const span of args) {
      const written = `=${text.slice(span.start, span.end).trim()}`;
      const argument = rewritten(written, around, element);
      if (argument instanceof Why) return argument;
      texts.push({ text: argument.text.slice(1), isOurs: isCall(written) });
      arrays ||= argument.arrays && definition.params[texts.length - 1]?.kind !== 'series';
    }
    const printed = nativeCall(definition, texts, around, element);
    if (printed instanceof Why) return printed;
    if (printed.formula.text.length > LONGEST) return new Why('too_long');
    if (randomsIn(`=${printed.formula.text}`) > texts.reduce((sum, { text: one }) => sum + randomsIn(`=${one}`), 0))
      return new Why('random');
    arrays ||= printed.arrays;
    const before = pieces.filter((piece) => piece.end <= start);
    const sign = before[before.length - 1];
    const intersects = sign?.type === 'operator' && sign.value === '@';
    if (intersects && !printed.formula.single) return new Why('range_inside');
    edits.push({
      start: intersects ? sign.start : start,
      end,
      text: within(
        printed.formula,
        intersects ? before.slice(0, -1) : before,
        pieces.find((piece) => piece.start >= end),
      ),
    });
  }
  const whole = spliced(text, edits);
  return whole.length > LONGEST ? new Why('too_long') : { text: whole, arrays };
}

/** Excel refuses a longer formula, and with it the whole range that is written at once. */
const LONGEST = 8_192;

/** Whether a call of ours is all that a formula is. */
function isCall(formula: string): boolean {
  const [call, ...others] = outermostCalls(formula);
  return call !== undefined && others.length === 0 && call.start === 1 && call.end === formula.length;
}

const RANDOM = /^(?:RAND|RANDBETWEEN|RANDARRAY)$/i;

/** What gives another number wherever it stands must not stand twice. */
function randomsIn(formula: string): number {
  return /RAND/i.test(formula)
    ? piecesOf(formula).filter(({ type, value }) => type === 'func' && RANDOM.test(value.replace(/^_xlfn\./i, '')))
        .length
    : 0;
}

const OPENING = new Set(['(', ',', '{', ';']);
const CLOSING = new Set([')', ',', '}', ';']);

/** In parentheses where an operator beside it binds as tightly. */
function within(formula: NativeFormula, before: readonly Piece[], next: Piece | undefined): string {
  const needed = Math.max(
    leftBinding(before),
    next?.type === 'operator' && !CLOSING.has(next.value) ? (BINDING[next.value] ?? PRECEDENCE.atom) : 0,
  );
  return formula.precedence < needed ? `(${formula.text})` : formula.text;
}

/** Equal operators group from the left, so what stands right of one must bind more tightly. */
function leftBinding(before: readonly Piece[]): number {
  const sign = before[before.length - 1];
  if (sign?.type !== 'operator' || OPENING.has(sign.value)) return 0;
  const left = before[before.length - 2];
  const isSign =
    !left || left.type === 'fx_prefix' || (left.type === 'operator' && ![')', '}', '%', '#'].includes(left.value));
  return isSign ? PRECEDENCE.atom : (BINDING[sign.value] ?? PRECEDENCE.atom) + 1;
}
