import { holds } from '../../workbook/area';
import type { DefinedName, Spill } from '../../workbook/workbook';
import { hasCall } from '../../formula/calls';
import { piecesOf } from '../../formula/text';
import type { Names } from './names';
import type { Size } from './grid';
import type { Surroundings } from '../../formula/expression';
import { Why } from '../reasons';
import type { Reference } from '../../formula/references';
import { respelt, unknownCall } from './spelling';
import { type FormulaCell, formulasOf, type SheetSnapshot, type Snapshot, surroundingsOf, valueAt } from './snapshot';
import { placeOf, spillPlace, spillReferences } from './spill-references';

/** The spills that a formula reads whole, by place. */
interface SpillsRead {
  readonly all: ReadonlySet<string>;
  /** Those of them that stand inside a name's formula, where nothing is rewritten. */
  readonly hidden: ReadonlySet<string>;
}

/** A formula that sharing may have to change: it calls a function of ours, or it reads a whole spill. */
export interface Site extends FormulaCell {
  readonly own: SheetSnapshot;
  readonly around: Surroundings;
  readonly place: string;
  /** The area that the formula fills. */
  readonly size: Size;
  readonly spill: Spill | undefined;
  /** Whether it gives nothing to a reader without the add-in. */
  readonly ours: boolean;
  /** A name by which it calls a function of ours. */
  readonly caller: DefinedName | undefined;
  readonly reads: SpillsRead;
  /** The place of a spill to which the formula refers. */
  readonly spillAt: (anchor: Reference) => string | undefined;
}

/** Errors of a cell whose value is not known, or not known yet. */
const PENDING = new Set(['#NAME?', '#BUSY!', '#GETTING_DATA', '#CONNECT!', '#SPILL!', '#UNKNOWN!', '#BLOCKED!']);

export const isPending = (value: unknown): boolean => typeof value === 'string' && PENDING.has(value);

const NONE: SpillsRead = { all: new Set(), hidden: new Set() };
export const ONE_CELL: Size = { rows: 1, columns: 1 };

/** What a formula fills, by the spill that it has. */
export const sizeOf = (spill: Spill | undefined): Size =>
  spill ? { rows: spill.rows, columns: spill.columns } : ONE_CELL;

/** Which spills a formula on a sheet reads. */
export function spillsReadOn(
  snapshot: Snapshot,
  own: SheetSnapshot,
  names: Names,
  around: Surroundings,
): (formula: string) => SpillsRead {
  const anyName = snapshot.names.some((name) => names.spillsIn(name).length > 0);
  return (formula) => {
    if (!anyName && !formula.includes('#')) return NONE;
    const plain = spillReferences(formula, around);
    const written = new Set(plain.map(({ start }) => start));
    const hidden = piecesOf(formula).flatMap(({ start }, i, pieces) =>
      written.has(start) ? [] : names.spillsAt(pieces, i, own),
    );
    const all = [...plain.flatMap(({ anchor }) => spillPlace(snapshot, own, anchor) ?? []), ...hidden];
    return all.length === 0 ? NONE : { all: new Set(all), hidden: new Set(hidden) };
  };
}

/** The sites of a sheet, row by row. */
export function sitesOf(snapshot: Snapshot, own: SheetSnapshot, names: Names): readonly Site[] {
  const around = surroundingsOf(snapshot, own);
  const spillAt = (anchor: Reference) => spillPlace(snapshot, own, anchor);
  const readBy = spillsReadOn(snapshot, own, names, around);

  const sites: Site[] = [];
  for (const { row, column, formula } of formulasOf(own)) {
    const caller = names.callerIn(formula, own);
    const ours = caller !== undefined || hasCall(formula);
    const reads = readBy(formula);
    if (!ours && reads === NONE) continue;
    const spill = own.spills.find((candidate) => holds(candidate, row, column));
    sites.push({
      row,
      column,
      formula,
      own,
      around,
      place: placeOf(own, row, column),
      size: sizeOf(spill),
      spill,
      ours,
      caller,
      reads,
      spillAt,
    });
  }
  return sites;
}

/** Why nothing can be written to a sheet. */
export function closedSheet({ sheet, filtered }: SheetSnapshot): Why | undefined {
  return sheet.protected ? new Why('protected') : filtered ? new Why('filtered') : undefined;
}

/** Why the cell of a formula cannot be written. */
export function obstacleAt({ own, row, column, formula, spill }: Site): Why | undefined {
  const closed = closedSheet(own);
  if (closed) return closed;
  if (spill?.legacy) return new Why('array_formula');
  const value = valueAt(own, row, column);
  if (!isPending(value)) return undefined;
  return CAUSES[String(value)]?.(formula) ?? new Why('not_calculated', String(value));
}

/** Errors of which we can tell the cause, and so the remedy. */
const CAUSES: Readonly<Record<string, (formula: string) => Why | undefined>> = {
  '#NAME?': (formula) => unknownCall(formula) ?? (respelt(formula) === undefined ? undefined : new Why('needs_repair')),
  '#SPILL!': () => new Why('spill_blocked'),
};
