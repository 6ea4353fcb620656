import type { DefinedName } from '../../workbook/workbook';
import { hasCall } from '../../formula/calls';
import { type Piece, piecesOf } from '../../formula/text';
import { parseReference } from '../../formula/references';
import type { SheetSnapshot, Snapshot } from './snapshot';
import { isSpillSign, spillPlace } from './spill-references';

/** What formulas use by defined names. */
export interface Names {
  /** The names that call a function of ours, themselves or by other names. */
  readonly callers: readonly DefinedName[];
  /** The first of them that a formula uses. */
  callerIn(formula: string, own: SheetSnapshot): DefinedName | undefined;
  /** The places of the spills that a name reads whole, itself or by other names. */
  spillsIn(name: DefinedName): readonly string[];
  /** The places of the spills that a piece of a formula stands for, with a # behind it or by a name. */
  spillsAt(pieces: readonly Piece[], index: number, own: SheetSnapshot): readonly string[];
}

export function namesOf(snapshot: Snapshot): Names {
  const { names, sheets } = snapshot;
  const find = finderOf(snapshot);
  const pieces = new Map(names.map((name) => [name, piecesOf(name.formula)]));
  const usedBy = (name: DefinedName) => pieces.get(name)!.flatMap((piece) => find(piece, name.sheet) ?? []);
  const within = new Map(names.map((name) => [name, closure(name, usedBy)]));

  const signedAt = (formula: readonly Piece[], index: number, own: SheetSnapshot): readonly string[] => {
    if (!isSpillSign(formula[index + 1])) return [];
    const name = find(formula[index]!, own.sheet.id);
    const anchor = parseReference(name ? name.formula.replace(/^=/, '') : formula[index]!.value);
    const place = anchor && spillPlace(snapshot, own, anchor);
    return place === undefined ? [] : [place];
  };
  const signedIn = (name: DefinedName): readonly string[] => {
    const own = sheets.find(({ sheet }) => sheet.id === name.sheet) ?? sheets[0];
    return own ? pieces.get(name)!.flatMap((_, i, formula) => signedAt(formula, i, own)) : [];
  };
  const spills = new Map(names.map((name) => [name, within.get(name)!.flatMap(signedIn)]));

  const isCaller = (name: DefinedName) => within.get(name)!.some(({ formula }) => hasCall(formula));
  const callers = names.filter(isCaller);
  return {
    callers,
    callerIn(formula, { sheet }) {
      const text = formula.toLowerCase();
      if (!callers.some(({ name }) => text.includes(name.toLowerCase()))) return undefined;
      return piecesOf(formula)
        .map((piece) => find(piece, sheet.id))
        .find((name) => name && callers.includes(name));
    },
    spillsIn: (name) => spills.get(name)!,
    spillsAt(formula, index, own) {
      const name = find(formula[index]!, own.sheet.id);
      return [...signedAt(formula, index, own), ...(name ? spills.get(name)! : [])];
    },
  };
}

/** A name with parentheses behind it is a LAMBDA. */
const NAME_TYPES = new Set(['range_named', 'func']);

/** Finds the name that a piece of a formula uses; a sheet's own goes before the workbook's. */
function finderOf({ names, sheets }: Snapshot): (piece: Piece, sheet: string | undefined) => DefinedName | undefined {
  const byText = new Map<string, DefinedName[]>();
  for (const name of names) byText.set(name.name.toLowerCase(), [...(byText.get(name.name.toLowerCase()) ?? []), name]);
  const idOf = new Map(sheets.map(({ sheet }) => [sheet.name.toLowerCase(), sheet.id]));
  return ({ type, value }, from) => {
    if (!NAME_TYPES.has(type)) return undefined;
    const mark = value.lastIndexOf('!');
    const sheet = mark < 0 ? from : idOf.get(unquoted(value.slice(0, mark)).toLowerCase());
    const same = byText.get(value.slice(mark + 1).toLowerCase());
    return same?.find((name) => name.sheet === sheet) ?? same?.find((name) => name.sheet === undefined);
  };
}

const unquoted = (sheet: string): string => (sheet.startsWith("'") ? sheet.slice(1, -1).replace(/''/g, "'") : sheet);

/** A name and all that it uses. */
function closure(name: DefinedName, usedBy: (name: DefinedName) => readonly DefinedName[]): readonly DefinedName[] {
  const all = new Set([name]);
  for (const one of all) usedBy(one).forEach((other) => all.add(other));
  return [...all];
}
