import type { CellValue, Sheet, Workbook } from '../workbook/workbook';
import { contentsOf, find, possiblePlaces, type Restoration } from './finder';
import type { SheetMap } from './follow';
import { inFirst } from './grid';
import { readNote, writeNote } from './note';
import { filtered, type Look, type Note, type Original, originalsOf, sheetOfLook } from './originals';
import { mapOf } from './sheet-map';
import { contentAt, sheetSnapshotOf, type Snapshot, snapshotOf } from './snapshot';
import { allOrNothing, type Hooks, OutOfDate, type Status } from './transaction';

/** A cell that no longer holds what was written. */
export interface Changed {
  readonly original: Original;
  /** Where it should be, and what stands there now; undefined where its row or column is gone. */
  readonly row: number;
  readonly column: number;
  readonly now: CellValue | undefined;
}

/** What one sheet gets back. */
export interface SheetRestoration {
  /** Undefined where the sheet is gone. */
  readonly sheet: Sheet | undefined;
  readonly name: string;
  readonly restore: readonly (Restoration & { readonly conversion: number })[];
  readonly changed: readonly Changed[];
}

export interface RestorePlan {
  readonly note: Note;
  readonly sheets: readonly SheetRestoration[];
}

/** Which formulas can go back; nothing is written. */
export async function planRestore(workbook: Workbook): Promise<RestorePlan> {
  return restorePlanOf(await readNote(workbook), await snapshotOf(workbook));
}

function restorePlanOf(note: Note, snapshot: Snapshot): RestorePlan {
  const live = snapshot.sheets.map(({ sheet }) => sheet);
  const nowOf = (look: Look) => {
    const sheet = sheetOfLook(look, live, note.looks);
    return sheet && snapshot.sheets.find((own) => own.sheet.id === sheet.id);
  };
  const maps = new Map<number, SheetMap | undefined>();
  const mapOfLook = (index: number): SheetMap | undefined => {
    if (!maps.has(index)) {
      const now = nowOf(note.looks[index]!);
      maps.set(index, now && mapOf(note.looks[index]!.marks, now));
    }
    return maps.get(index);
  };

  const plans = new Map<string, SheetRestoration & { readonly taken: Set<string> }>();
  // The last conversion first: what it wrote stands over what those before it wrote.
  for (const [conversion, kept] of [...note.conversions.entries()].reverse()) {
    const look = note.looks[kept.look]!;
    const [now, map] = [nowOf(look), mapOfLook(kept.look)];
    const key = now?.sheet.id ?? `gone ${look.id}`;
    const plan = plans.get(key) ?? { sheet: now?.sheet, name: now?.sheet.name ?? look.name, restore: [], changed: [], taken: new Set<string>() };
    const originals = originalsOf(kept);
    if (!now || !map) {
      plans.set(key, { ...plan, changed: [...plan.changed, ...originals.map((original) => ({ original, row: original.row, column: original.column, now: undefined }))] });
      continue;
    }
    const mapByName = (name: string | undefined) => {
      const index = kept.all.find((other) => note.looks[other]!.name === name);
      return index === undefined ? undefined : mapOfLook(index);
    };
    const { found, missed } = find(originals, { now, map, mapOf: mapByName, taken: plan.taken });
    const changed = missed.map((original): Changed => {
      const place = possiblePlaces(original, map)[0];
      return { original, row: place?.row ?? original.row, column: place?.column ?? original.column, now: place && contentAt(now, place.row, place.column) };
    });
    plans.set(key, { ...plan, restore: [...plan.restore, ...found.map((restoration) => ({ ...restoration, conversion }))], changed: [...plan.changed, ...changed] });
  }
  const order = (id: string | undefined) => live.findIndex((sheet) => sheet.id === id);
  return { note, sheets: [...plans.values()].map(({ taken: _, ...plan }) => plan).sort((a, b) => order(a.sheet?.id) - order(b.sheet?.id)) };
}

export interface RestoreResult {
  readonly name: string;
  readonly status: Status;
  readonly restored: number;
  readonly changed: readonly Changed[];
  readonly error?: unknown;
}

/** Puts the formulas of a plan back, all of a sheet or none, and forgets those that are back. */
export async function restore(workbook: Workbook, { note, sheets }: RestorePlan, hooks: Hooks = {}): Promise<readonly RestoreResult[]> {
  const results: RestoreResult[] = [];
  const isSame = JSON.stringify(await readNote(workbook)) === JSON.stringify(note);
  const back = new Set<string>();
  for (const { sheet, name, restore: cells, changed } of sheets) {
    if (!sheet || cells.length === 0) {
      results.push({ name, status: 'done', restored: 0, changed });
      continue;
    }
    const names = cells.map(({ conversion, original }) => nameOf(conversion, original.row, original.column));
    const ending = await allOrNothing(workbook, hooks, async (transaction) => {
      const own = await sheetSnapshotOf(workbook, sheet);
      const stale = cells.find(({ original, now, row, column }) => !isSame || JSON.stringify(contentsOf(own, original, { row, column })) !== JSON.stringify(now));
      if (stale) throw new OutOfDate(stale.now[0]![0]!);
      await transaction.write(sheet, cells.map(({ row, column, formula, original, now }) => ({ row, column, content: inFirst(formula, original.size), before: now })));
      const gone = new Set([...back, ...names]);
      await writeNote(workbook, filtered(note, (...cell) => !gone.has(nameOf(...cell))));
    });
    if (ending.status === 'done') names.forEach((cell) => back.add(cell));
    results.push(ending.status === 'done' ? { name, status: 'done', restored: cells.length, changed } : { name, restored: 0, changed, ...ending });
  }
  return results;
}

const nameOf = (conversion: number, row: number, column: number): string => `${conversion} ${row},${column}`;
