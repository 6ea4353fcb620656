import type { CellValue, Sheet, Workbook } from '../workbook/workbook';
import { contentsOf, Finder, type Restoration } from './finder';
import type { SheetMap } from './follow';
import { pairLines } from './lines';
import { columnMark, type Marks, markedColumns, marksOf, rowMark } from './marks';
import { type Original, originalsOf, readNote, type SheetOriginals, without, writeNote } from './originals';
import { contentAt, sheetSnapshotOf, type SheetSnapshot, type Snapshot, snapshotOf } from './snapshot';
import { allOrNothing, type Hooks, OutOfDate, type Status } from './transaction';

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
