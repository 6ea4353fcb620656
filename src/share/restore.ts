import type { CellValue, Sheet, Workbook } from '../workbook/workbook';
import { carried, followed, type Journey, type Place, type Pointers, type SheetMap } from './follow';
import { isFormula, isReference, piecesOf } from './formula';
import { pairLines } from './lines';
import { columnMark, type Marks, markedColumns, marksOf, rowMark } from './marks';
import { type Original, originalsOf, readNote, type SheetOriginals, without, writeNote } from './originals';
import { contentAt, key, sheetSnapshotOf, type SheetSnapshot, type Snapshot, snapshotOf } from './snapshot';
import { allOrNothing, type Hooks, OutOfDate, type Status } from './transaction';

/** A formula of ours that can go back into its cell. */
export interface Restoration {
  readonly original: Original;
  readonly row: number;
  readonly column: number;
  readonly formula: string;
  /** What stands in its cells now. */
  readonly now: readonly (readonly CellValue[])[];
}

/** A cell that no longer holds what was written. */
export interface Changed {
  readonly original: Original;
  /** Where it should be, and what stands there now; undefined where its row or column is gone. */
  readonly row: number;
  readonly column: number;
  readonly now: CellValue | undefined;
}

export interface SheetRestoration {
  /** Which of the conversions kept in the workbook. */
  readonly entry: number;
  /** Undefined where the sheet is gone. */
  readonly sheet: Sheet | undefined;
  readonly name: string;
  readonly restore: readonly Restoration[];
  readonly changed: readonly Changed[];
}

export interface RestorePlan {
  readonly sheets: readonly SheetRestoration[];
}

interface Pairing {
  readonly entry: number;
  readonly kept: SheetOriginals;
  readonly now: SheetSnapshot | undefined;
  readonly map: SheetMap | undefined;
}

/** Which formulas can go back; nothing is written. */
export async function planRestore(workbook: Workbook): Promise<RestorePlan> {
  return restorePlanOf(originalsOf(await readNote(workbook)), await snapshotOf(workbook));
}

export function restorePlanOf(sheets: readonly SheetOriginals[], snapshot: Snapshot): RestorePlan {
  const pairings = sheets.map((kept, entry): Pairing => {
    const now = sheetOf(kept, snapshot);
    return { entry, kept, now, map: now && mapOf(kept.marks, now) };
  });
  return { sheets: pairings.filter(({ kept }) => kept.originals.length > 0).map((pairing) => restorationOf(pairing, pairings)) };
}

/** By its id, and where another program has given new ones, by its name or by the cells that it holds. */
function sheetOf({ id, name, originals }: SheetOriginals, { sheets }: Snapshot): SheetSnapshot | undefined {
  const same = sheets.find(({ sheet }) => sheet.id === id) ?? sheets.find(({ sheet }) => sheet.name === name);
  if (same || originals.length === 0) return same;
  const matches = sheets.map((sheet) => ({ sheet, count: originals.filter(({ row, column, written }) => contentAt(sheet, row, column) === written[0]![0]).length }));
  const best = matches.reduce((a, b) => (b.count > a.count ? b : a));
  return best.count > 0 ? best.sheet : undefined;
}

function mapOf(marks: Marks, now: SheetSnapshot): SheetMap {
  const current = marksOf(now);
  const columns = pairLines(marksByColumn(marks), marksByColumn(current));
  const known = markedColumns(marks).flatMap((from) => {
    const [to, ...others] = columns.candidates(from);
    return others.length === 0 ? [{ from, to: to! }] : [];
  });
  const rows = pairLines(marksByRow(marks, known.map(({ from }) => from)), marksByRow(current, known.map(({ to }) => to)));
  return { rows, columns, name: now.sheet.name };
}

function marksByColumn(marks: Marks): ReadonlyMap<number, readonly string[]> {
  return new Map(marks.columns.flatMap((_, index) => {
    const mark = columnMark(marks, marks.column + index);
    return mark === undefined ? [] : [[marks.column + index, [mark]] as const];
  }));
}

function marksByRow(marks: Marks, columns: readonly number[]): ReadonlyMap<number, readonly string[]> {
  return new Map(marks.rows.flatMap((_, index) => {
    const mark = rowMark(marks, marks.row + index, columns);
    return mark === undefined ? [] : [[marks.row + index, mark] as const];
  }));
}

function restorationOf({ entry, kept, now, map }: Pairing, pairings: readonly Pairing[]): SheetRestoration {
  if (!now || !map) return { entry, sheet: undefined, name: kept.name, restore: [], changed: kept.originals.map((original) => ({ original, row: original.row, column: original.column, now: undefined })) };
  const finder = new Finder(now, map, (sheet) => (sheet === undefined ? map : pairings.find((other) => other.kept.name === sheet)?.map));
  const restore: Restoration[] = [];
  // Those whose place is certain come first, so that no other can take it.
  const tries: readonly ((original: Original) => Restoration | undefined)[] = [
    (original) => (finder.expected(original).length === 1 ? finder.whereExpected(original) : undefined),
    (original) => finder.whereExpected(original),
    (original) => finder.nearest(original),
  ];
  let missed = kept.originals;
  for (const find of tries) {
    missed = missed.filter((original) => {
      const found = find(original);
      if (found) restore.push(found);
      return !found;
    });
  }
  const changed: Changed[] = [];
  for (const original of missed) {
    const place = finder.expected(original)[0];
    changed.push({ original, row: place?.row ?? original.row, column: place?.column ?? original.column, now: place && contentAt(now, place.row, place.column) });
  }
  return { entry, sheet: now.sheet, name: kept.name, restore, changed };
}

/** Looks for the cells of originals on a sheet; each cell is given to one of them. */
class Finder {
  private readonly taken = new Set<string>();
  private places: ReadonlyMap<string, readonly Place[]> | undefined;

  constructor(
    private readonly now: SheetSnapshot,
    private readonly map: SheetMap,
    private readonly mapOfSheet: (sheet: string | undefined) => SheetMap | undefined,
  ) {}

  expected({ row, column }: Original): readonly Place[] {
    return this.map.rows.candidates(row).flatMap((r) => this.map.columns.candidates(column).map((c) => ({ row: r, column: c })));
  }

  whereExpected(original: Original): Restoration | undefined {
    return this.first(original, this.expected(original));
  }

  /** Elsewhere on the sheet; a value, a word or an error says nothing of where it came from. */
  nearest(original: Original): Restoration | undefined {
    if (!refersToCells(original)) return undefined;
    const [home = original] = this.expected(original);
    const distance = ({ row, column }: Place) => Math.abs(row - home.row) + Math.abs(column - home.column);
    const places = this.placesByLook().get(lookOf(original.written[0]![0] as string)) ?? [];
    return this.first(original, [...places].sort((a, b) => distance(a) - distance(b)));
  }

  private first(original: Original, places: readonly Place[]): Restoration | undefined {
    for (const to of places) {
      const formula = this.isFree(original, to) ? this.formulaAt(original, to) : undefined;
      if (formula === undefined) continue;
      for (const place of cellsOf(original, to)) this.taken.add(key(place.row, place.column));
      return { original, row: to.row, column: to.column, formula, now: contentsOf(this.now, original, to) };
    }
    return undefined;
  }

  private isFree(original: Original, to: Place): boolean {
    return cellsOf(original, to).every(({ row, column }) => !this.taken.has(key(row, column)));
  }

  /** Our formula as it reads at a place, if everything that was written for it stands there unchanged. */
  private formulaAt(original: Original, to: Place): string | undefined {
    const contents = contentsOf(this.now, original, to);
    const pointers: Pointers[] = [];
    for (let i = 0; i < original.size.rows; i++) {
      for (let j = 0; j < original.size.columns; j++) {
        const written = original.written[i]![j]!;
        const content = contents[i]![j]!;
        if (!isFormula(written)) {
          if (content !== written) return undefined;
          continue;
        }
        if (!isFormula(content)) return undefined;
        const found = followed(written, content, this.journey({ row: original.row + i, column: original.column + j }, { row: to.row + i, column: to.column + j }));
        if (!found) return undefined;
        pointers.push(found);
      }
    }
    const inOrder = this.expected(original).some((place) => place.row === to.row && place.column === to.column) && this.map.rows.keepsOrder(original.row);
    return carried(original.formula, this.journey(original, to), pointers, !inOrder);
  }

  private journey(from: Place, to: Place): Journey {
    return { from: { row: from.row, column: from.column }, to, mapOf: this.mapOfSheet };
  }

  private placesByLook(): ReadonlyMap<string, readonly Place[]> {
    if (this.places) return this.places;
    const places = new Map<string, Place[]>();
    const { area } = this.now;
    for (let row = area?.row ?? 0; area && row < area.row + area.rows; row++) {
      for (let column = area.column; column < area.column + area.columns; column++) {
        const content = contentAt(this.now, row, column);
        if (!isFormula(content)) continue;
        const look = lookOf(content);
        const list = places.get(look) ?? [];
        list.push({ row, column });
        places.set(look, list);
      }
    }
    return (this.places = places);
  }
}

/** What was written or typed: the cells that a spill fills hold nothing of their own. */
function contentsOf(now: SheetSnapshot, { size }: Original, { row, column }: Place): CellValue[][] {
  const spill = now.spills.find((candidate) => candidate.row === row && candidate.column === column);
  const isShown = (i: number, j: number) => spill !== undefined && (i > 0 || j > 0) && i < spill.rows && j < spill.columns;
  return Array.from({ length: size.rows }, (_, i) => Array.from({ length: size.columns }, (__, j) => (isShown(i, j) ? '' : contentAt(now, row + i, column + j))));
}

function cellsOf({ size }: Original, { row, column }: Place): Place[] {
  return Array.from({ length: size.rows * size.columns }, (_, index) => ({ row: row + Math.floor(index / size.columns), column: column + (index % size.columns) }));
}

function refersToCells({ written }: Original): boolean {
  const [[content]] = written as [[CellValue]];
  return isFormula(content) && piecesOf(content).some(isReference);
}

/** What stays of a formula when cells move: all but its references. */
function lookOf(formula: string): string {
  return formula.replace(/('[^']*'!|[\p{L}\d_.]+!)?\$?[A-Z]{1,3}\$?\d+/giu, '§');
}

export interface RestoreResult {
  readonly name: string;
  readonly status: Status;
  readonly restored: number;
  readonly changed: readonly Changed[];
  readonly error?: unknown;
}

/** Puts the formulas of a plan back, all of a sheet or none, and forgets those that are back. */
export async function restore(workbook: Workbook, plan: RestorePlan, hooks: Hooks = {}): Promise<readonly RestoreResult[]> {
  const results: RestoreResult[] = [];
  for (const { entry, sheet, name, restore: cells, changed } of plan.sheets) {
    if (!sheet || cells.length === 0) {
      results.push({ name, status: 'done', restored: 0, changed });
      continue;
    }
    const ending = await allOrNothing(workbook, hooks, async (transaction) => {
      const own = await sheetSnapshotOf(workbook, sheet);
      const stale = cells.find(({ original, now, ...place }) => JSON.stringify(contentsOf(own, original, place)) !== JSON.stringify(now));
      if (stale) throw new OutOfDate(stale.now[0]![0]!);
      await transaction.write(sheet, cells.map(({ row, column, formula, original, now }) => ({ row, column, content: blockOf(original, formula), before: now })));
      await writeNote(workbook, without(await readNote(workbook), entry, cells.map(({ original }) => original)));
    });
    results.push(ending.status === 'done' ? { name, status: 'done', restored: cells.length, changed } : { name, restored: 0, changed, ...ending });
  }
  return results;
}

function blockOf({ size }: Original, formula: string): CellValue[][] {
  return Array.from({ length: size.rows }, (_, i) => Array.from({ length: size.columns }, (__, j) => (i === 0 && j === 0 ? formula : '')));
}
