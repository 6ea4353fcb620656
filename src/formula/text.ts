import {
  type ArrayExpression,
  type BinaryExpression,
  type CallExpression,
  type ErrorLiteral,
  type LambdaExpression,
  type LetExpression,
  type Literal,
  parse,
  type ReferenceIdentifier,
  type Token,
  tokenize,
  type UnaryExpression,
} from '@borgar/fx';
import { remembered } from './remembered';

/** A token and where it stands in the formula. */
export interface Piece {
  readonly type: string;
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** A call: an argument that is left out is null, which the library's own type does not say. */
export type CallNode = Omit<CallExpression, 'arguments'> & { readonly arguments: readonly (Node | null)[] };

export type ReferenceNode = ReferenceIdentifier;

/** A node of the parsed formula. */
export type Node =
  | ReferenceIdentifier
  | Literal
  | ErrorLiteral
  | UnaryExpression
  | BinaryExpression
  | CallNode
  | ArrayExpression
  | LambdaExpression
  | LetExpression;

function tokensOf(formula: string): Token[] {
  const tokens = tokenize(formula, { mergeRefs: true, withLocation: true });
  return tokens.some(isArgument) ? tokens.map((token) => (isArgument(token) ? named(token) : token)) : tokens;
}

/** In a part of a formula the parser cannot see that r or c is what a LAMBDA calls its argument. */
const isArgument = ({ type, value }: Token): boolean => type === 'unknown' && /^[rc]$/i.test(value);
const named = (token: Token): Token => ({ ...token, type: 'range_named' });

const pieceOf = ({ type, value, loc }: Token): Piece => ({ type, value, start: loc![0]!, end: loc![1]! });

/** A formula as it was read; of most nobody asks the tree. */
class Read {
  readonly pieces: readonly Piece[];
  private parsed: { readonly tree: Node | undefined } | undefined;

  constructor(private readonly formula: string) {
    this.pieces = tokensOf(formula).map(pieceOf);
  }

  get tree(): Node | undefined {
    this.parsed ??= { tree: treeFrom(tokensOf(this.formula)) };
    return this.parsed.tree;
  }
}

/** Formulas are read again and again while a workbook is planned, so each is read once. */
const read = remembered((formula) => new Read(formula));

function treeFrom(tokens: Token[]): Node | undefined {
  try {
    return parse(tokens) as Node;
  } catch {
    return undefined;
  }
}

export const piecesOf = (formula: string): readonly Piece[] => read(formula).pieces;

/** The tree of a formula that begins with =; undefined where it is no formula that Excel would take. */
export const treeOf = (formula: string): Node | undefined => read(formula).tree;

/** What an operator or a call works on; null for an argument that is left out. */
export function operandsOf(node: Node): readonly (Node | null)[] {
  return 'arguments' in node ? node.arguments : [];
}

/** Where a node stands in its formula. */
export function spanOf({ loc }: Node): readonly [start: number, end: number] {
  return loc as unknown as [number, number];
}

export const isFormula = (content: unknown): content is string =>
  typeof content === 'string' && content.startsWith('=') && content.length > 1;

export const isSpace = ({ type }: Piece): boolean => type === 'whitespace' || type === 'newline';

export const isReference = ({ type }: Piece): boolean =>
  type === 'range' || type === 'range_beam' || type === 'range_ternary';

/** The formula with some of its parts replaced; the parts do not overlap. */
export function spliced(
  formula: string,
  edits: readonly { readonly start: number; readonly end: number; readonly text: string }[],
): string {
  let result = '';
  let at = 0;
  for (const { start, end, text } of [...edits].sort((a, b) => a.start - b.start)) {
    result += formula.slice(at, start) + text;
    at = end;
  }
  return result + formula.slice(at);
}
