import { isFormula, isReference, type Piece, piecesOf } from '../../formula/text';
import type { Lines } from './lines';
import {
  fixedSides,
  moved,
  parseReference,
  type Reference,
  sheetPrefix,
  type Side,
  SIDES,
} from '../../formula/references';

/** How a sheet's rows and columns lie now, and what the sheet is called. */
export interface SheetMap {
  readonly rows: Lines;
  readonly columns: Lines;
  readonly name: string;
}

export interface Place {
  readonly row: number;
  readonly column: number;
}

/** What is needed to follow the references of a formula from the place where it was written to where it stands now. */
export interface Journey {
  readonly from: Place;
  readonly to: Place;
  /** The map of the sheet that a reference names: of the formula's own sheet where it names none. */
  mapOf(sheet: string | undefined): SheetMap | undefined;
}

/** Where each reference of a formula points now, by its old text. */
export type Pointers = ReadonlyMap<string, string>;

/**
 * Whether `now` is the formula `written` after cells were inserted, deleted, sorted or renamed around it, and nothing
 * else: then where its references point; otherwise undefined, as somebody has changed it.
 */
export function followed(written: string, now: string, journey: Journey): Pointers | undefined {
  const [before, after] = [piecesOf(written), piecesOf(now)];
  if (before.length !== after.length) return undefined;
  const pairs: { readonly from: string; readonly to: string }[] = [];
  for (const [i, piece] of before.entries()) {
    const other = after[i]!;
    if (piece.type !== other.type && !(isReference(piece) && isReference(other))) return undefined;
    if (!isReference(piece)) {
      if (piece.value !== other.value && !(isName(piece) && piece.value.toUpperCase() === other.value.toUpperCase()))
        return undefined;
    } else {
      pairs.push({ from: piece.value, to: other.value });
    }
  }
  const ways: readonly ((from: string, to: string) => boolean)[] = [
    (from, to) => from === to,
    (from, to) => followsStructure(from, to, journey),
    (from, to) => followsRow(from, to, journey),
  ];
  return ways.some((way) => pairs.every(({ from, to }) => way(from, to)))
    ? new Map(pairs.map(({ from, to }) => [from, to]))
    : undefined;
}

const isName = ({ type }: Piece): boolean => type === 'func' || type === 'bool';

const isRow = (side: Side): boolean => side === 'top' || side === 'bottom';

/** Where a row or column may be now: the formula's own has gone where the formula went. */
function placesOf(line: number, side: Side, { from, to }: Journey, map: SheetMap, own: boolean): readonly number[] {
  const [old, now] = isRow(side) ? [from.row, to.row] : [from.column, to.column];
  if (own && line === old) return [now];
  return (isRow(side) ? map.rows : map.columns).candidates(line);
}

function certainPlace(
  line: number,
  side: Side,
  { from, to }: Journey,
  map: SheetMap,
  own: boolean,
): number | undefined {
  const [old, now] = isRow(side) ? [from.row, to.row] : [from.column, to.column];
  return own && line === old ? now : (isRow(side) ? map.rows : map.columns).certain(line);
}

function followsStructure(from: string, to: string, journey: Journey): boolean {
  const [before, after] = [parseReference(from), parseReference(to)];
  const map = before && journey.mapOf(before.sheet);
  if (!before || !after || !map) return from === to;
  if (before.sheet !== undefined && after.sheet !== map.name) return false;
  return SIDES.every(
    (side) =>
      placesOf(before[side], side, journey, map, before.sheet === undefined).includes(after[side]) ||
      isWhole(before, side),
  );
}

/** Whole rows or columns stay whole. */
function isWhole(reference: Reference, side: Side): boolean {
  return isRow(side) ? reference.top === 0 && reference.bottom > 1e6 : reference.left === 0 && reference.right > 16_000;
}

/** As a sort takes a formula to another row: relative rows go along, and columns are where the sheet has them. */
function followsRow(from: string, to: string, journey: Journey): boolean {
  const [before, after] = [parseReference(from), parseReference(to)];
  const map = before && journey.mapOf(before.sheet);
  if (!before || !after || !map || before.sheet !== undefined) return from === to;
  const fixed = fixedSides(from);
  return SIDES.every((side) =>
    isRow(side) && !fixed[side]
      ? after[side] === before[side] + journey.to.row - journey.from.row
      : isWhole(before, side) || placesOf(before[side], side, journey, map, true).includes(after[side]),
  );
}

/**
 * The formula of ours as it would read now, had it stayed in its cell. A reference goes where the written one with the
 * same text went; one that was not written goes where its rows and columns are, or along with a row that was moved by
 * itself; undefined where that cannot be told.
 */
export function carried(
  formula: string,
  journey: Journey,
  pointers: readonly Pointers[],
  isMoved: boolean,
): string | undefined {
  const corners = cornersOf(pointers);
  const pieces = piecesOf(formula);
  let lost = false;
  const text = pieces.map((piece) => (isReference(piece) ? (target(piece.value) ?? fail()) : piece.value)).join('');
  return lost || !isFormula(text) ? undefined : text;

  function fail(): string {
    lost = true;
    return '';
  }

  function target(reference: string): string | undefined {
    for (const map of pointers) if (map.has(reference)) return map.get(reference);
    const before = parseReference(reference);
    const map = before && journey.mapOf(before.sheet);
    if (!before || !map) return reference;
    const name = before.sheet === undefined ? '' : reference.slice(0, reference.lastIndexOf('!') + 1);
    const prefix = before.sheet === undefined || before.sheet === map.name ? name : sheetPrefix(map.name);
    const there = cornerMoved(before) ?? structural(reference, before, map);
    if (there && prefix === name && SIDES.every((side) => there[side] === before[side])) return reference;
    return there && prefix + moved(reference.slice(reference.lastIndexOf('!') + 1), there);
  }

  function cornerMoved(before: Reference): Reference | undefined {
    const sheet = before.sheet ?? '';
    const [first, last] = [
      corners.get(`${sheet}!${before.top},${before.left}`),
      corners.get(`${sheet}!${before.bottom},${before.right}`),
    ];
    return first && last && { ...before, top: first.row, left: first.column, bottom: last.row, right: last.column };
  }

  function structural(reference: string, before: Reference, map: SheetMap): Reference | undefined {
    const [own, fixed] = [before.sheet === undefined, fixedSides(reference)];
    const sides = SIDES.map((side) => {
      if (isWhole(before, side)) return before[side];
      return own && isMoved && isRow(side) && !fixed[side]
        ? before[side] + journey.to.row - journey.from.row
        : certainPlace(before[side], side, journey, map, own);
    });
    if (sides.includes(undefined)) return undefined;
    const [top, left, bottom, right] = sides as [number, number, number, number];
    return { ...before, top, left, bottom, right };
  }
}

/** Single cells that the written formulas pointed to, and where these are now. */
function cornersOf(pointers: readonly Pointers[]): ReadonlyMap<string, Place> {
  const corners = new Map<string, Place>();
  for (const map of pointers) {
    for (const [from, to] of map) {
      const [before, after] = [parseReference(from), parseReference(to)];
      if (!before || !after) continue;
      corners.set(`${before.sheet ?? ''}!${before.top},${before.left}`, { row: after.top, column: after.left });
      corners.set(`${before.sheet ?? ''}!${before.bottom},${before.right}`, { row: after.bottom, column: after.right });
    }
  }
  return corners;
}
