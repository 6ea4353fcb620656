import type { DefinedName } from '../workbook/workbook';
import { definitionOf } from '../functions/by-id';
import { VERSION } from '../version';
import { allCalls, type Call } from './calls';
import { isSpace, type Piece, piecesOf, spliced } from './text';

/*
 * The names that hold our functions as LAMBDAs. Each carries in its comment the version that wrote it and a mark of its
 * text, so that a later version can tell its own from one that somebody has changed.
 */

/** Before every name of ours. The add-in's own prefix is not free: no source says what Excel does with a name spelt like a function. */
export const PREFIX = 'RZ.';

const OWN_NAME = /^RZ\.(\w+)$/i;
export const isOwnName = (name: string): boolean => OWN_NAME.test(name);

const SIGNATURE = /RZRQ Functions (\d+(?:\.\d+)*) \[(\w+)\]$/;

/** A comment that says who has written the text of a name. */
export function signed(comment: string, version: string, formula: string): string {
  return `${comment} RZRQ Functions ${version} [${markOf(formula)}]`;
}

/** The version that has written a name; undefined for one that is not ours, or that somebody has changed. */
export function versionOf({ formula, comment = '' }: Pick<DefinedName, 'formula' | 'comment'>): string | undefined {
  const [, version, mark] = SIGNATURE.exec(comment) ?? [];
  return mark !== undefined && mark === markOf(formula) ? version : undefined;
}

/** Whether two texts are one to a host that spells functions and blanks its own way. */
export const isSameText = (one: string, other: string): boolean => markOf(one) === markOf(other);

/** What no host respells: prefixes of the file, blanks between words and capitals come and go. */
function markOf(formula: string): string {
  const plain = piecesOf(formula.startsWith('=') ? formula : `=${formula}`)
    .filter((piece) => !isSpace(piece))
    .map(({ type, value }) => (type === 'string' ? value : value.replace(/^(?:_xl\w+\.)+/i, '').toUpperCase()))
    .join('');
  // FNV-1a.
  let hash = 0x811c9dc5;
  for (let i = 0; i < plain.length; i++) hash = Math.imul(hash ^ plain.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(36).padStart(7, '0');
}

const CALLED = new Set(['func', 'range_named']);

/** The names with our prefix that a formula uses, in capitals. */
export function ownNamesIn(formula: string): readonly string[] {
  return mayUse(formula)
    ? piecesOf(formula).flatMap(({ type, value }) =>
        CALLED.has(type) && OWN_NAME.test(value) ? [value.toUpperCase()] : [],
      )
    : [];
}

/** A quick look that lets most formulas of a workbook pass. */
const mayUse = (formula: string): boolean => /(?<!\w)RZ\./i.test(formula);

/** A formula with names in place of our calls; `missing` says how many arguments a call leaves out that a name can't. */
export function toNames(formula: string, missing: (call: Call) => number = () => 0): string {
  const pieces = piecesOf(formula);
  return spliced(
    formula,
    allCalls(formula).flatMap((call) => {
      const { id, start, end, open } = call;
      const callee = pieces
        .filter((piece) => piece.start >= start && piece.end <= open && CALLED.has(piece.type))
        .pop()!;
      const typed = /^(RZ)RQ\.(\w+)$/i.exec(callee.value);
      return [
        { start, end: callee.end, text: typed ? `${typed[1]}.${typed[2]}` : PREFIX + id },
        { start: end - 1, end: end - 1, text: ','.repeat(missing(call)) },
      ];
    }),
  );
}

/** The same with calls of our functions in place of the names; helpers have no function. */
export function toCalls(formula: string): string {
  if (!mayUse(formula)) return formula;
  return spliced(
    formula,
    piecesOf(formula)
      .filter((piece) => functionCalled(piece) !== undefined)
      .map(({ start, end, value }) => {
        const prefix = value.slice(0, 2);
        return { start, end, text: `${prefix}${prefix === 'rz' ? 'rq' : 'RQ'}${value.slice(2)}` };
      }),
  );
}

/** The function whose name a piece of a formula uses. */
function functionCalled({ type, value }: Piece): string | undefined {
  const id = CALLED.has(type) ? OWN_NAME.exec(value)?.[1]?.toUpperCase() : undefined;
  return id !== undefined && definitionOf(id) ? id : undefined;
}

/** The names that some formulas use, themselves or by other names, in capitals. */
export function usedNames(formulas: Iterable<string>, names: readonly DefinedName[]): ReadonlySet<string> {
  const texts = textsOf(names);
  const used = new Set<string>();
  for (const formula of formulas) for (const name of ownNamesIn(formula)) used.add(name);
  for (const name of used)
    for (const text of texts.get(name) ?? []) for (const other of ownNamesIn(text)) used.add(other);
  return used;
}

const knownTexts = new WeakMap<readonly DefinedName[], ReadonlyMap<string, readonly string[]>>();

/** What each of some names stands for, by the name in capitals; one may be there on several sheets. */
function textsOf(names: readonly DefinedName[]): ReadonlyMap<string, readonly string[]> {
  const known = knownTexts.get(names);
  if (known) return known;
  const texts = new Map<string, string[]>();
  for (const { name, formula } of names) {
    const key = name.toUpperCase();
    const same = texts.get(key);
    if (same) same.push(formula);
    else texts.set(key, [formula]);
  }
  knownTexts.set(names, texts);
  return texts;
}

const currentIn = new WeakMap<readonly DefinedName[], ReadonlyMap<string, boolean>>();

/** Whether this version has written a name and all that it uses. */
export function isCurrent(name: string, names: readonly DefinedName[]): boolean {
  const current =
    currentIn.get(names) ?? new Map(names.map((one) => [one.name.toUpperCase(), versionOf(one) === VERSION] as const));
  currentIn.set(names, current);
  return [...usedNames([`=${name}()`], names)].every((one) => current.get(one) === true);
}
