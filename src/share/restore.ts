import { ownNamesIn } from '../formula/own-names';
import { isFormula } from '../formula/text';
import type { CellValue, Sheet, Workbook } from '../workbook/workbook';
import {
  contentsOf,
  find,
  firstOther,
  type Other,
  possiblePlaces,
  type Restoration,
  type Search,
} from './originals/finder';
import type { SheetMap } from './originals/follow';
import { inFirst } from './reading/grid';
import { type Names, namesOf } from './reading/names';
import { readNote, writeNote } from './originals/note';
import { filtered, type Look, type Note, type Original, originalsOf, sheetOfLook } from './originals/originals';
import { mapOf } from './originals/sheet-map';
import { unusedNames } from './names/unused';
import { isWithin, type Part } from './reading/part';
import { namedCellsOf } from './restore-names';
import { spillsReadOn } from './reading/sites';
import {
  key,
  sheetSnapshotOf,
  type SheetSnapshot,
  type Snapshot,
  snapshotOf,
  surroundingsOf,
} from './reading/snapshot';
import { placeOf } from './reading/spill-references';
import { tiedGroups } from './tied';
import { allOrNothing, type Hooks, OutOfDate, type Status } from '../workbook/transaction';

/**
 * Why a formula cannot go back: its row or column is gone, it cannot be told where it stands now, it reads a whole
 * spill that does not come back, a filter hides rows of its sheet, or a name that it uses was changed; or the first of
 * its cells that somebody has changed.
 */
export type Cause = 'gone' | 'unclear' | 'spill' | 'filtered' | 'name' | Other;

/** A formula that stays what was written for it. */
export interface Left {
  readonly original: Original;
  /** Where it should be. */
  readonly row: number;
  readonly column: number;
  readonly cause: Cause;
}

/** A formula that can go back, and the places of the spills that it reads whole. */
export interface Returning extends Restoration {
  readonly conversion: number;
  readonly reads: ReadonlySet<string>;
}

/** What one sheet gets back. */
export interface SheetRestoration {
  /** Undefined where the sheet is gone. */
  readonly sheet: Sheet | undefined;
  readonly name: string;
  readonly restore: readonly Returning[];
  readonly left: readonly Left[];
  /** Cells of the note that hold their formulas again. */
  readonly back: readonly string[];
}

export interface RestorePlan {
  readonly note: Note;
  readonly sheets: readonly SheetRestoration[];
  /** Names of ours that nobody uses once calls stand in their place. */
  readonly unused: readonly string[];
}

/** Which formulas of a part can go back; nothing is written. */
export async function planRestore(workbook: Workbook, part?: Part): Promise<RestorePlan> {
  return restorePlanOf(await readNote(workbook), await snapshotOf(workbook), part);
}

const NO_SPILLS: ReadonlySet<string> = new Set();
/** What a name says by itself is in no conversion of the note. */
const NOWHERE = -1;

/** What a sheet gets back so far, and the places that are taken by it. */
type Planned = SheetRestoration & { readonly taken: Set<string> };

const nothingYet = (sheet: Sheet | undefined, name: string): Planned => ({
  sheet,
  name,
  restore: [],
  left: [],
  back: [],
  taken: new Set(),
});

function restorePlanOf(note: Note, snapshot: Snapshot, part: Part): RestorePlan {
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

  const names = namesOf(snapshot);
  /** Places outside the part, whose formulas do not come back now. */
  const passed = new Set<string>();
  const plans = new Map<string, Planned>();
  // The last conversion first: what it wrote stands over what those before it wrote.
  for (const [conversion, kept] of [...note.conversions.entries()].reverse()) {
    const look = note.looks[kept.look]!;
    const [now, map] = [nowOf(look), mapOfLook(kept.look)];
    const id = now?.sheet.id ?? `gone ${look.id}`;
    const plan = plans.get(id) ?? nothingYet(now?.sheet, now?.sheet.name ?? look.name);
    const originals = originalsOf(kept);
    if (!now || !map) {
      plans.set(id, {
        ...plan,
        left: [
          ...plan.left,
          ...originals.map((original): Left => ({
            original,
            row: original.row,
            column: original.column,
            cause: 'gone',
          })),
        ],
      });
      continue;
    }
    const mapByName = (name: string | undefined) => {
      const index = kept.all.find((other) => note.looks[other]!.name === name);
      return index === undefined ? undefined : mapOfLook(index);
    };
    const search = { now, map, mapOf: mapByName, taken: plan.taken };
    const readBy = spillsReadOn(snapshot, now, names, surroundingsOf(snapshot, now));
    const readsOf = (formula: CellValue) => (isFormula(formula) ? readBy(formula).all : NO_SPILLS);
    const { found, back, missed } = find(originals, search);
    const isChosen = ({ row, column, size }: Pick<Original, 'row' | 'column' | 'size'>) =>
      isWithin(part, { sheet: now.sheet.id, row, column, ...size });
    const [chosen, others] = parted(found, ({ row, column, original: { size } }) => isChosen({ row, column, size }));
    for (const { row, column } of others) passed.add(placeOf(now, row, column));
    const barred = now.filtered ? chosen : [];
    plans.set(id, {
      ...plan,
      restore: [
        ...plan.restore,
        ...(now.filtered ? [] : chosen).map((restoration) => ({
          ...restoration,
          conversion,
          reads: readsOf(restoration.formula),
        })),
      ],
      left: [
        ...plan.left,
        ...missed.map((original) => leftAt(original, search)).filter((one) => isChosen({ ...one.original, ...one })),
        ...barred.map(({ original, row, column }): Left => ({ original, row, column, cause: 'filtered' })),
      ],
      back: [...plan.back, ...back.map(({ row, column }) => nameOf(conversion, row, column))],
    });
  }
  for (const now of snapshot.sheets) {
    const { id } = now.sheet;
    const plan = plans.get(id) ?? nothingYet(now.sheet, now.sheet.name);
    const whole = withNamed(plan, now, snapshot, names, part);
    if (whole !== plan) plans.set(id, whole);
  }
  const order = (id: string | undefined) => live.findIndex((sheet) => sheet.id === id);
  const sheets = [...plans.values()]
    .map(({ taken: _, ...plan }) => plan)
    .sort((a, b) => order(a.sheet?.id) - order(b.sheet?.id));
  const settled = withTheirSpills(sheets, snapshot, passed);
  return { note, sheets: settled, unused: unusedAfter(settled, snapshot) };
}

/** The same with the cells that use names of ours, whose texts say what stood there. */
function withNamed(plan: Planned, now: SheetSnapshot, snapshot: Snapshot, names: Names, part: Part): Planned {
  const returning = new Set(plan.restore.map(({ row, column }) => key(row, column)));
  const chosen = namedCellsOf(now, snapshot.names).filter(
    ({ row, column, size }) =>
      !returning.has(key(row, column)) && isWithin(part, { sheet: now.sheet.id, row, column, ...size }),
  );
  if (chosen.length === 0) return plan;
  const readBy = spillsReadOn(snapshot, now, names, surroundingsOf(snapshot, now));
  const [restore, left] = [[...plan.restore], [...plan.left]];
  for (const { row, column, size, calls, now: written, isChanged } of chosen) {
    const original = { row, column, size, formula: calls, written };
    const cause = isChanged ? 'name' : now.filtered ? 'filtered' : undefined;
    if (cause) left.push({ original, row, column, cause });
    else
      restore.push({
        original,
        row,
        column,
        now: written,
        formula: calls,
        conversion: NOWHERE,
        reads: readBy(calls).all,
      });
  }
  return { ...plan, restore, left };
}

/** The names that go: none, unless calls come back in place of some. */
function unusedAfter(sheets: readonly SheetRestoration[], snapshot: Snapshot): readonly string[] {
  const calls = new Map(
    sheets.flatMap(({ sheet, restore: cells }) =>
      cells.map(({ row, column, formula }) => [placeIn(sheet, row, column), String(formula)] as const),
    ),
  );
  const isNamed = ({ now }: Returning) => ownNamesIn(String(now[0]![0]!)).length > 0;
  if (!sheets.some(({ restore: cells }) => cells.some(isNamed))) return [];
  const callsAt = (sheet: Sheet, row: number, column: number) => calls.get(placeIn(sheet, row, column));
  return unusedNames(snapshot, ({ sheet, row, column, formula }) => callsAt(sheet, row, column) ?? formula);
}

function leftAt(original: Original, search: Search): Left {
  const place = possiblePlaces(original, search.map)[0];
  if (!place) return { original, row: original.row, column: original.column, cause: 'gone' };
  return { original, ...place, cause: firstOther(original, place, search) ?? 'unclear' };
}

/** A formula that reads a whole spill goes back only with it: what was written in its place goes on working. */
function withTheirSpills(
  sheets: readonly SheetRestoration[],
  snapshot: Snapshot,
  passed: ReadonlySet<string>,
): readonly SheetRestoration[] {
  const spilling = new Set(
    snapshot.sheets.flatMap((own) => own.spills.map(({ row, column }) => placeOf(own, row, column))),
  );
  const missing = new Set(
    [
      ...passed,
      ...sheets.flatMap(({ sheet, left }) => left.map(({ row, column }) => placeIn(sheet, row, column))),
    ].filter((place) => !spilling.has(place)),
  );
  const stays = ({ reads }: Returning) => [...reads].some((place) => missing.has(place));
  const orphans = sheets.map(({ restore }) => restore.filter(stays));
  if (orphans.every((cells) => cells.length === 0)) return sheets;
  const next = sheets.map((plan, i) => ({
    ...plan,
    restore: plan.restore.filter((cell) => !stays(cell)),
    left: [
      ...plan.left,
      ...orphans[i]!.map(({ original, row, column }): Left => ({ original, row, column, cause: 'spill' })),
    ],
  }));
  return withTheirSpills(next, snapshot, passed);
}

export interface RestoreResult {
  readonly name: string;
  readonly status: Status;
  readonly restored: number;
  readonly left: readonly Left[];
  readonly error?: unknown;
}

/** Puts the formulas of a plan back, all of a sheet or none, and forgets those that are back; sheets of which one reads a whole spill of another go together. */
export async function restore(
  workbook: Workbook,
  { note, sheets }: RestorePlan,
  hooks: Hooks = {},
): Promise<readonly RestoreResult[]> {
  const results = new Map<SheetRestoration, RestoreResult>(
    sheets.map((plan) => [plan, { name: plan.name, status: 'done', restored: 0, left: plan.left }]),
  );
  const isSame = JSON.stringify(await readNote(workbook)) === JSON.stringify(note);
  const back = new Set(sheets.flatMap((plan) => plan.back));
  for (const group of tiedGroups(
    sheets.filter(({ sheet, restore: cells }) => sheet && cells.length > 0),
    readsFrom,
  )) {
    const names = group.flatMap(({ restore: cells }) =>
      cells.map(({ conversion, original }) => nameOf(conversion, original.row, original.column)),
    );
    const ending = await allOrNothing(workbook, hooks, async (transaction) => {
      for (const { sheet, restore: cells } of group) {
        const own = await sheetSnapshotOf(workbook, sheet!);
        const stale = cells.find(
          ({ original, now, row, column }) =>
            !isSame || JSON.stringify(contentsOf(own, original, { row, column })) !== JSON.stringify(now),
        );
        if (stale) throw new OutOfDate(stale.now[0]![0]!);
      }
      for (const { sheet, restore: cells } of group)
        await transaction.write(
          sheet!,
          cells.map(({ row, column, formula, original, now }) => ({
            row,
            column,
            content: inFirst(formula, original.size),
            before: now,
          })),
        );
      const gone = new Set([...back, ...names]);
      await writeNote(
        workbook,
        filtered(note, (...cell) => !gone.has(nameOf(...cell))),
      );
    });
    if (ending.status === 'done') names.forEach((cell) => back.add(cell));
    for (const plan of group)
      results.set(plan, {
        ...results.get(plan)!,
        ...(ending.status === 'done'
          ? { restored: plan.restore.length }
          : { status: ending.status, error: ending.error }),
      });
  }
  return [...results.values()];
}

const readsFrom = (reader: SheetRestoration, { sheet, restore: cells }: SheetRestoration): boolean => {
  const read = new Set(reader.restore.flatMap(({ reads }) => [...reads]));
  return read.size > 0 && cells.some(({ row, column }) => read.has(placeIn(sheet, row, column)));
};

const placeIn = (sheet: Sheet | undefined, row: number, column: number): string =>
  sheet ? placeOf({ sheet }, row, column) : '';

const nameOf = (conversion: number, row: number, column: number): string => `${conversion} ${row},${column}`;

/** Those that pass, and the others. */
function parted<T>(all: readonly T[], passes: (one: T) => boolean): [T[], T[]] {
  const [yes, no]: [T[], T[]] = [[], []];
  for (const one of all) (passes(one) ? yes : no).push(one);
  return [yes, no];
}
