import { definitionOf } from '../functions/by-id';
import { isSpace, type Piece, piecesOf } from './text';

/** A call of one of our functions inside a formula. */
export interface Call {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  /** Where its own parenthesis opens: a path before the name may hold others. */
  readonly open: number;
  /** An argument that is left out is an empty span. */
  readonly args: readonly Span[];
}

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** As users type it, or as a workbook stores it where the add-in was never there to say otherwise. */
const CALLEE = /^(?:_xlfn\.)?(?:RZRQ\.|_xldudf_RZRQ_)([\w.]+)$/i;
const CALLEE_TYPES = new Set(['func', 'range_named']);
const CONTEXT_TYPES = new Set(['context', 'context_quote']);

/** A quick look that lets most formulas of a workbook pass. */
export const mayCall = (formula: string): boolean => /rzrq[._]/i.test(formula);

/** The calls that are inside no other call of ours, in order. */
export function outermostCalls(formula: string): readonly Call[] {
  if (!mayCall(formula)) return [];
  const pieces = piecesOf(formula);
  const calls: Call[] = [];
  for (let i = 0; i < pieces.length; i++) {
    const call = callAt(pieces, i);
    if (!call) continue;
    calls.push(call);
    while (i + 1 < pieces.length && pieces[i + 1]!.start < call.end) i++;
  }
  return calls;
}

/** Every call at any depth, the outer before the inner. */
export function allCalls(formula: string): readonly Call[] {
  if (!mayCall(formula)) return [];
  const pieces = piecesOf(formula);
  const calls: Call[] = [];
  for (let i = 0; i < pieces.length; i++) {
    const call = callAt(pieces, i);
    if (call) calls.push(call);
  }
  return calls;
}

/** Whether there is any. */
export function hasCall(formula: string): boolean {
  if (!mayCall(formula)) return false;
  const pieces = piecesOf(formula);
  return pieces.some((piece, i) => isCallee(piece) && closingOf(pieces, openingOf(pieces, i)) >= 0);
}

/** The first call of a function that we do not have. */
export const misnamedCall = (formula: string): Call | undefined =>
  allCalls(formula).find(({ id }) => !definitionOf(id));

const isCallee = ({ type, value }: Piece): boolean => CALLEE_TYPES.has(type) && CALLEE.test(value);

/** Where the parenthesis behind a name stands among the pieces; -1 where there is none. */
function openingOf(pieces: readonly Piece[], callee: number): number {
  let i = callee + 1;
  while (pieces[i] && isSpace(pieces[i]!)) i++;
  return pieces[i]?.value === '(' ? i : -1;
}

const deeper = ({ type, value }: Piece): number =>
  type !== 'operator' ? 0 : value === '(' || value === '{' ? 1 : value === ')' || value === '}' ? -1 : 0;

/** Where what opens there is closed; -1 where it is not. */
function closingOf(pieces: readonly Piece[], opening: number): number {
  let depth = 0;
  for (let i = opening; i >= 0 && i < pieces.length; i++) {
    depth += deeper(pieces[i]!);
    if (depth === 0) return i;
  }
  return -1;
}

function callAt(pieces: readonly Piece[], index: number): Call | undefined {
  const callee = pieces[index]!;
  const id = isCallee(callee) ? CALLEE.exec(callee.value)![1]! : undefined;
  if (id === undefined) return undefined;
  const opening = openingOf(pieces, index);
  const closing = closingOf(pieces, opening);
  if (closing < 0) return undefined;

  const args: Span[] = [];
  let from = pieces[opening]!.end;
  let depth = 0;
  for (let i = opening; i <= closing; i++) {
    const piece = pieces[i]!;
    depth += deeper(piece);
    if (i < closing && !(depth === 1 && piece.type === 'operator' && piece.value === ',')) continue;
    args.push({ start: from, end: piece.start });
    from = piece.end;
  }
  const empty = args.length === 1 && isBlank(pieces, args[0]!);
  return {
    id: id.toUpperCase(),
    start: startOf(pieces, index),
    end: pieces[closing]!.end,
    open: pieces[opening]!.start,
    args: empty ? [] : args,
  };
}

const isBlank = (pieces: readonly Piece[], { start, end }: Span): boolean =>
  pieces.every((piece) => isSpace(piece) || piece.end <= start || piece.start >= end);

/** Excel may put the path of another add-in before a stored name. */
function startOf(pieces: readonly Piece[], index: number): number {
  const [context, mark] = [pieces[index - 2], pieces[index - 1]];
  return mark?.value === '!' && context && CONTEXT_TYPES.has(context.type) ? context.start : pieces[index]!.start;
}
