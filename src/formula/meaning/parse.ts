import type { ErrorCode } from '../../cells/fault';
import { allCalls, type Call } from '../calls';
import { treeOf, type Node as Tree } from '../text';
import type { Area } from '../../workbook/workbook';
import { resolve, type Book } from './book';

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

  node(tree: Tree, text = this.formula.slice(...(tree.loc ?? [0, 0]))): Node {
    const operands = () => (tree.arguments ?? []).map((operand) => this.node(operand!));
    switch (tree.type) {
      case 'Literal':
        return { kind: 'value', text, value: tree.value as number | string | boolean };
      case 'ErrorLiteral':
        return { kind: 'error', text, code: tree.value as ErrorCode };
      case 'ReferenceIdentifier':
        return this.reference(String(tree.value), text);
      case 'UnaryExpression':
        return {
          kind: 'operation',
          text,
          operator: tree.operator === '%' ? '%' : `unary ${tree.operator}`,
          operands: operands(),
        };
      case 'BinaryExpression':
        return REFERENCE_OPERATORS.includes(tree.operator!)
          ? { kind: 'unknown', text }
          : { kind: 'operation', text, operator: tree.operator!, operands: operands() };
      case 'ArrayExpression':
        return { kind: 'array', text, rows: tree.elements!.map((row) => row.map((cell) => this.node(cell as Tree))) };
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

  private call({ callee, arguments: args = [], loc }: Tree, text: string): Node {
    const ours = this.calls.get(loc?.[0] ?? -1);
    const textOf = (i: number) =>
      ours?.args[i] ? this.formula.slice(ours.args[i].start, ours.args[i].end).trim() : undefined;
    return {
      kind: 'call',
      text: ours ? this.formula.slice(ours.start, ours.end) : text,
      name: ours
        ? `RZRQ.${ours.id}`
        : String(callee?.name ?? callee?.value ?? '')
            .replace(STORED_PREFIX, '')
            .toUpperCase(),
      args: args.map((arg, i) => (arg ? this.node(arg, textOf(i)) : undefined)),
    };
  }
}
