import type { ErrorCode } from '../../cells/fault';
import { allCalls, type Call } from '../calls';
import { isCurrent, toCalls } from '../own-names';
import { type CallNode, type Node as Tree, operandsOf, spanOf, treeOf } from '../text';
import { functionName } from '../expression';
import type { Area } from '../../workbook/workbook';
import { contains } from '../../workbook/area';
import { type Book, resolve } from './book';

/** A formula as far as the pane understands it; `text` is what the formula says there. */
export type Node =
  | { readonly kind: 'value'; readonly text: string; readonly value: number | string | boolean }
  | { readonly kind: 'error'; readonly text: string; readonly code: ErrorCode }
  | { readonly kind: 'area'; readonly text: string; readonly area: Area }
  | { readonly kind: 'operation'; readonly text: string; readonly operator: string; readonly operands: readonly Node[] }
  | {
      readonly kind: 'call';
      readonly text: string;
      readonly name: string;
      readonly args: readonly (Node | undefined)[];
    }
  | { readonly kind: 'array'; readonly text: string; readonly rows: readonly (readonly Node[])[] }
  | { readonly kind: 'unknown'; readonly text: string };

const STORED_PREFIX = /^(?:_xlfn\.|_xlws\.)+/i;
/** What comes out as a reference only when it is calculated: A1:INDEX(…), intersections, unions. */
const REFERENCE_OPERATORS = [':', ' ', ','];
const DEEPEST_NAME = 8;

/** The formula of a cell on a sheet; undefined where it is no formula that can be read. */
export function parseFormula(text: string, book: Book, at: Area, depth = 0): Node | undefined {
  const formula = text.startsWith('=') ? text : `=${text}`;
  const tree = depth < DEEPEST_NAME ? treeOf(formula) : undefined;
  return tree && new Reader(formula, book, at, depth).node(tree);
}

class Reader {
  private readonly calls: ReadonlyMap<number, Call>;

  constructor(
    private readonly formula: string,
    private readonly book: Book,
    private readonly at: Area,
    private readonly depth: number,
  ) {
    this.calls = new Map(allCalls(formula).map((call) => [call.start, call]));
  }

  node(tree: Tree, text = this.formula.slice(...spanOf(tree))): Node {
    const operands = () => operandsOf(tree).map((operand) => this.node(operand!));
    switch (tree.type) {
      case 'Literal':
        return { kind: 'value', text, value: tree.value };
      case 'ErrorLiteral':
        return { kind: 'error', text, code: tree.value as ErrorCode };
      case 'ReferenceIdentifier':
        return this.reference(tree.value, text);
      case 'UnaryExpression':
        return this.unary(tree.operator, operands()[0]!, text);
      case 'BinaryExpression':
        return REFERENCE_OPERATORS.includes(tree.operator)
          ? { kind: 'unknown', text }
          : { kind: 'operation', text, operator: tree.operator, operands: operands() };
      case 'ArrayExpression':
        return { kind: 'array', text, rows: tree.elements.map((row) => row.map((cell) => this.node(cell))) };
      case 'CallExpression':
        return this.call(tree, text);
      default:
        return { kind: 'unknown', text };
    }
  }

  private reference(reference: string, text: string): Node {
    const found = resolve(reference, this.book, this.at);
    if (found === undefined) return { kind: 'unknown', text };
    if ('formula' in found)
      return { ...(parseFormula(found.formula, this.book, this.at, this.depth + 1) ?? { kind: 'unknown' }), text };
    return { kind: 'area', text, area: found.area };
  }

  private unary(operator: string, operand: Node, text: string): Node {
    switch (operator) {
      case '%':
        return { kind: 'operation', text, operator, operands: [operand] };
      case '#':
        return spilled(operand, text, this.book);
      case '@':
        return intersected(operand, text, this.at);
      default:
        return { kind: 'operation', text, operator: `unary ${operator}`, operands: [operand] };
    }
  }

  private call(tree: CallNode, text: string): Node {
    const { arguments: args } = tree;
    const ours = this.calls.get(spanOf(tree)[0]);
    const textOf = (i: number) =>
      ours?.args[i] ? this.formula.slice(ours.args[i].start, ours.args[i].end).trim() : undefined;
    return {
      kind: 'call',
      text: ours ? this.formula.slice(ours.start, ours.end) : text,
      name: ours ? `RZRQ.${ours.id}` : meant(functionName(tree).replace(STORED_PREFIX, ''), this.book),
      args: args.map((arg, i) => (arg ? this.node(arg, textOf(i)) : undefined)),
    };
  }
}

/** A name that holds one of our functions, as this version has written it, is that function. */
function meant(name: string, { names }: Book): string {
  const call = toCalls(`=${name}`).slice(1);
  return call !== name && isCurrent(name, names) ? call.toUpperCase() : name;
}

/** All that the formula of a cell fills. */
function spilled(anchor: Node, text: string, { spillsOn }: Book): Node {
  if (anchor.kind !== 'area') return { kind: 'unknown', text };
  const { area } = anchor;
  const spill = spillsOn(area.sheet).find(({ row, column }) => row === area.row && column === area.column);
  return spill
    ? { kind: 'area', text, area: { ...area, rows: spill.rows, columns: spill.columns } }
    : { kind: 'unknown', text };
}

/** The cell of a range that lies in the row or the column of the formula. */
function intersected(operand: Node, text: string, at: Area): Node {
  if (operand.kind !== 'area') return operand.kind === 'value' ? operand : { kind: 'unknown', text };
  const { area } = operand;
  const row = area.rows === 1 ? area.row : at.row;
  const column = area.columns === 1 ? area.column : at.column;
  const cell = { ...area, row, column, rows: 1, columns: 1 };
  const isInside = (area.rows === 1 || area.columns === 1) && contains(area, { ...cell, sheet: area.sheet });
  return isInside ? { kind: 'area', text, area: cell } : { kind: 'error', text, code: '#VALUE!' };
}
