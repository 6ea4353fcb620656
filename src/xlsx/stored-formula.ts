import { parseStructRef, stringifyStructRef, tokenize } from '@borgar/fx';
import { FUTURE_FUNCTIONS, WORKSHEET_FUNCTIONS } from './future-functions';

interface Piece {
  readonly type: string;
  readonly value: string;
}

const PREFIX = /^(?:_xlfn\.|_xlws\.|_xludf\.|_xlpm\.|_xlop\.)+/i;
/** What Excel makes of the name of an add-in's function (OfficeDev/office-js#5611). */
const STORED_NAME = /^_xldudf_RZRQ_(?=\w)/i;
const OWN_NAME = /^RZRQ\.(?=\w)/i;
const NAMES = new Set(['func', 'range_named']);

const piecesOf = (formula: string): Piece[] =>
  tokenize(`=${formula}`, { mergeRefs: true })
    .slice(1)
    .map(({ type, value }) => ({ type: String(type), value }));

/** A formula as Excel shows it, without =: without prefixes, our functions under the names that users type. */
export function shownFormula(stored: string): string {
  if (!/_xl|_xldudf/i.test(stored)) return stored;
  return operatorsOf(
    piecesOf(stored).map(({ type, value }) => {
      if (type === 'string') return { type, value };
      const plain = value.replace(PREFIX, (prefix) => (/_xlop\./i.test(prefix) ? '[' : ''));
      const optional = plain.startsWith('[') && !value.startsWith('[') ? `${plain}]` : plain;
      return { type, value: STORED_NAME.test(optional) ? ownName(optional) : optional };
    }),
  );
}

/** Programs that do not know a function write it in small letters. */
const ownName = (stored: string): string => stored.replace(STORED_NAME, 'RZRQ.').toUpperCase();

/** ANCHORARRAY(x) is written x# and SINGLE(x) @x. */
function operatorsOf(pieces: readonly Piece[]): string {
  let text = '';
  for (let i = 0; i < pieces.length; i++) {
    const { type, value } = pieces[i]!;
    const name = type === 'func' ? value.toUpperCase() : '';
    const end = name === 'ANCHORARRAY' || name === 'SINGLE' ? closing(pieces, i + 1) : -1;
    if (end < 0) {
      text += value;
      continue;
    }
    const inner = operatorsOf(pieces.slice(i + 2, end));
    const isPlain = end - i === 3 || (pieces[i + 2]!.type === 'func' && closing(pieces, i + 3) === end - 1);
    const argument = isPlain || name === 'ANCHORARRAY' ? inner : `(${inner})`;
    text += name === 'SINGLE' ? `@${argument}` : `${argument}#`;
    i = end;
  }
  return text;
}

/** Where the parenthesis that opens at a place closes; -1 where none opens there or it never closes. */
function closing(pieces: readonly Piece[], open: number): number {
  if (pieces[open]?.value !== '(') return -1;
  let depth = 0;
  for (let i = open; i < pieces.length; i++) {
    if (pieces[i]!.type !== 'operator') continue;
    if (pieces[i]!.value === '(') depth++;
    if (pieces[i]!.value === ')' && --depth === 0) return i;
  }
  return -1;
}

/** A formula as a workbook stores it, without =. */
export function storedFormula(shown: string): string {
  const pieces = piecesOf(shown);
  const local = localNames(pieces);
  const isLocal = (value: string) => local.has(value.replace(/^\[|\]$/g, '').toUpperCase());
  const stored = pieces.map(({ type, value }): Piece => {
    if (type === 'structured' && !isLocal(value)) return { type, value: thisRow(value) };
    if (type !== 'structured' && !NAMES.has(type)) return { type, value };
    const name = value.toUpperCase();
    if (isLocal(value))
      return { type, value: value.startsWith('[') ? `_xlop.${value.slice(1, -1)}` : `_xlpm.${value}` };
    if (OWN_NAME.test(value)) return { type, value: `_xldudf_RZRQ_${name.slice('RZRQ.'.length)}` };
    if (type !== 'func') return { type, value };
    if (WORKSHEET_FUNCTIONS.has(name)) return { type, value: `_xlfn._xlws.${name}` };
    return { type, value: FUTURE_FUNCTIONS.has(name) ? `_xlfn.${name}` : value };
  });
  return operatorsAsCalls(stored);
}

/** The short sign @ for a table's own row is only for people. */
function thisRow(reference: string): string {
  const parsed = reference.includes('@') ? parseStructRef(reference) : undefined;
  return parsed ? stringifyStructRef(parsed, { thisRow: true }) : reference;
}

/** The names that LET and LAMBDA declare. */
function localNames(pieces: readonly Piece[]): ReadonlySet<string> {
  const names = new Set<string>();
  pieces.forEach(({ type, value }, i) => {
    const name = value.toUpperCase().replace(PREFIX, '');
    if (type !== 'func' || (name !== 'LET' && name !== 'LAMBDA')) return;
    const args = argumentsAt(pieces, i + 1);
    args.slice(0, -1).forEach((arg, index) => {
      const words = arg.filter((piece) => piece.type !== 'whitespace' && piece.type !== 'newline');
      const isDeclared = name === 'LAMBDA' || index % 2 === 0;
      if (isDeclared && words.length === 1) names.add(words[0]!.value.replace(/^\[|\]$/g, '').toUpperCase());
    });
  });
  return names;
}

function argumentsAt(pieces: readonly Piece[], open: number): readonly (readonly Piece[])[] {
  const end = closing(pieces, open);
  const args: Piece[][] = [[]];
  let depth = 0;
  for (const piece of pieces.slice(open + 1, Math.max(open, end))) {
    if (piece.type === 'operator' && '({'.includes(piece.value)) depth++;
    if (piece.type === 'operator' && ')}'.includes(piece.value)) depth--;
    if (piece.type === 'operator' && piece.value === ',' && depth === 0) args.push([]);
    else args[args.length - 1]!.push(piece);
  }
  return args;
}

const CELL = /^range/;

/** x# is written ANCHORARRAY(x) and @x SINGLE(x), where x is a reference, a name or a call. */
function operatorsAsCalls(pieces: readonly Piece[]): string {
  const texts = pieces.map(({ value }) => value);
  pieces.forEach(({ type, value }, i) => {
    if (type !== 'operator') return;
    if (value === '#' && i > 0 && CELL.test(pieces[i - 1]!.type)) {
      texts[i - 1] = `_xlfn.ANCHORARRAY(${texts[i - 1]})`;
      texts[i] = '';
    }
    if (value !== '@') return;
    const last = CELL.test(pieces[i + 1]?.type ?? '')
      ? i + 1
      : closing(pieces, pieces[i + 1]?.type === 'func' ? i + 2 : i + 1);
    if (last < 0) return;
    texts[i] = '_xlfn.SINGLE(';
    texts[last] += ')';
  });
  return texts.join('');
}
