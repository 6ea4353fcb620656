import { parse, tokenize, type Token } from '@borgar/fx';

/** A token and where it stands in the formula. */
export interface Piece {
  readonly type: string;
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** A node of the parsed formula, as far as this module's readers need it. */
export interface Node {
  readonly type: string;
  readonly loc?: readonly [number, number];
  readonly operator?: string;
  readonly value?: unknown;
  readonly raw?: string;
  readonly kind?: string;
  readonly name?: string;
  readonly callee?: Node;
  readonly arguments?: readonly (Node | null)[];
  readonly elements?: readonly (readonly unknown[])[];
}

export function piecesOf(formula: string): readonly Piece[] {
  return tokenize(formula, { mergeRefs: true, withLocation: true }).map(
    ({ type, value, loc }: Token & { loc?: number[] }) => ({ type, value, start: loc![0]!, end: loc![1]! }),
  );
}

/** The tree of a formula that begins with =; undefined where it is no formula that Excel would take. */
export function treeOf(formula: string): Node | undefined {
  try {
    return parse(tokenize(formula, { mergeRefs: true, withLocation: true })) as unknown as Node;
  } catch {
    return undefined;
  }
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
