import type { CellValue, Sheet, Workbook } from '../workbook/workbook';
import { agree, largestTerm } from './agreement';
import { type Original, readNote, withOriginals, writeNote } from './originals';
import { contentBefore, frozen, frozenArea, isSpillFormula, type Plan, type PlannedCell, type SheetPlan } from './plan';
import { contentAt, sheetSnapshotOf, type SheetSnapshot, type Snapshot, snapshotOf, valueAt } from './snapshot';
import { attempt, type Change, type Undo, writeAll } from './write';

export interface Progress {
  readonly sheet: string;
  readonly done: number;
  readonly total: number;
}

export interface Hooks {
  readonly onProgress?: (progress: Progress) => void;
  /** Asked between the writes: a sheet that is not finished is put back. */
  readonly signal?: { readonly aborted: boolean };
}

export interface ConvertOptions extends Hooks {
  /** Leaves the sheets as they are and works on copies with this name. */
  readonly copyName?: (sheet: string) => string;
}

/** A cell that was to be native and became its value, because the two differ. */
export interface Difference {
  readonly row: number;
  readonly column: number;
  readonly formula: string;
  readonly native: CellValue;
  readonly ours: CellValue;
}

export interface SheetResult {
  readonly sheet: Sheet;
  readonly status: 'done' | 'failed' | 'cancelled';
  readonly native: number;
  readonly value: number;
  readonly untouched: readonly PlannedCell[];
  readonly differences: readonly Difference[];
  readonly error?: unknown;
}

class Cancelled extends Error {}

/** Carries a plan out, sheet by sheet: each is converted, calculated, compared and kept, or left as it was. */
export async function convert(workbook: Workbook, plan: Plan, options: ConvertOptions = {}): Promise<readonly SheetResult[]> {
  const snapshot = await snapshotOf(workbook);
  const results: SheetResult[] = [];
  for (const sheetPlan of plan.sheets) {
    const own = snapshot.sheets.find(({ sheet }) => sheet.id === sheetPlan.sheet.id);
    const changing = sheetPlan.cells.filter(({ kind }) => kind !== 'untouched');
    if (!own || changing.length === 0) {
      results.push(resultOf(sheetPlan, 'done', []));
      continue;
    }
    results.push(await convertSheet(workbook, snapshot, own, sheetPlan, options));
  }
  return results;
}

async function convertSheet(workbook: Workbook, snapshot: Snapshot, own: SheetSnapshot, plan: SheetPlan, options: ConvertOptions): Promise<SheetResult> {
  const { copyName } = options;
  let copy: Sheet | undefined;
  const undone: Undo[] = [];
  try {
    stopIfAsked(options);
    if (copyName) copy = await workbook.copySheet(plan.sheet.id, copyName(plan.sheet.name));
    const sheet = copy ?? plan.sheet;
    const stale = plan.cells.find((cell) => cell.kind !== 'untouched' && contentAt(own, cell.row, cell.column) !== cell.before);
    if (stale) throw new Error(`The plan is out of date: ${stale.before}`);
    const differences = await writeAndVerify(workbook, snapshot, own, sheet, plan, options, undone);
    return { ...resultOf(plan, 'done', differences), sheet };
  } catch (error) {
    for (const undo of undone.reverse()) await undo();
    if (copy) await attempt(() => workbook.deleteSheet(copy!.id));
    return { ...resultOf(plan, error instanceof Cancelled ? 'cancelled' : 'failed', []), error };
  }
}

function stopIfAsked({ signal }: Hooks): void {
  if (signal?.aborted) throw new Cancelled();
}

/** Writes, reads back and compares until nothing differs: a native cell may depend on one that had to become a value. */
async function writeAndVerify(workbook: Workbook, snapshot: Snapshot, own: SheetSnapshot, sheet: Sheet, plan: SheetPlan, options: ConvertOptions, undone: Undo[]): Promise<readonly Difference[]> {
  const isCopy = sheet.id !== plan.sheet.id;
  const changing = plan.cells.filter(({ kind }) => kind !== 'untouched');
  const total = changing.reduce((sum, { size }) => sum + size.rows * size.columns, 0);
  let done = 0;
  const onWritten = (cells: number) => {
    done += cells;
    options.onProgress?.({ sheet: plan.sheet.name, done, total });
    stopIfAsked(options);
  };
  const known = await readNote(workbook);
  // Kept before the first cell changes: whatever interrupts the work, the formulas are in the workbook.
  if (!isCopy) {
    undone.push(() => attempt(() => writeNote(workbook, known)));
    await writeNote(workbook, withOriginals(known, own, changing.map((cell) => originalOf(cell, cell.after)), snapshot.sheets));
  }

  undone.push(await writeAll(workbook, sheet.id, changing.map((cell) => ({ row: cell.row, column: cell.column, content: cell.after, before: contentBefore(own, cell) })), onWritten));
  await workbook.settled();

  const terms = new Map(changing.map((cell) => [cell, largestTerm(cell.before, snapshot, own)]));
  const differences: Difference[] = [];
  const given = new Set<string>();
  for (;;) {
    stopIfAsked(options);
    const now = await sheetSnapshotOf(workbook, sheet);
    const found = changing.flatMap((cell) => differencesOf(cell, own, now, terms.get(cell)!, given));
    if (found.length === 0) {
      if (!isCopy) await writeNote(workbook, withOriginals(known, now, changing.map((cell) => originalOf(cell, readBack(cell, now))), snapshot.sheets));
      return differences;
    }
    differences.push(...found.map(({ difference }) => difference));
    undone.push(await writeAll(workbook, sheet.id, found.map(({ change }) => change)));
    await workbook.settled();
  }
}

interface Found {
  readonly difference: Difference;
  readonly change: Change;
}

/** The cells of a block whose value is not ours; a formula that spills is given up as a whole. */
function differencesOf({ row, column, size, before, after }: PlannedCell, own: SheetSnapshot, now: SheetSnapshot, largest: number, given: Set<string>): Found[] {
  const found: Found[] = [];
  for (let i = 0; i < size.rows; i++) {
    for (let j = 0; j < size.columns; j++) {
      const [ours, native] = [valueAt(own, row + i, column + j), valueAt(now, row + i, column + j)];
      const place = `${row + i},${column + j}`;
      if (agree(ours, native, largest) || given.has(place)) continue;
      given.add(place);
      const written = contentAt(now, row + i, column + j);
      found.push({ difference: { row: row + i, column: column + j, formula: before, native, ours }, change: { row: row + i, column: column + j, content: [[frozen(ours)]], before: [[written]] } });
    }
  }
  if (found.length === 0 || !isSpillFormula(after)) return found;
  return [{ difference: found[0]!.difference, change: { row, column, content: frozenArea(own, row, column, size), before: after } }];
}

function originalOf({ row, column, size, before }: PlannedCell, written: readonly (readonly CellValue[])[]): Original {
  return { row, column, size, formula: before, written };
}

/** A formula that spills shows its values in cells where nothing was written. */
function readBack({ row, column, size }: PlannedCell, now: SheetSnapshot): CellValue[][] {
  const spilled = now.spills.some((spill) => spill.row === row && spill.column === column && (spill.rows > 1 || spill.columns > 1));
  return Array.from({ length: size.rows }, (_, i) => Array.from({ length: size.columns }, (__, j) => (spilled && (i > 0 || j > 0) ? '' : contentAt(now, row + i, column + j))));
}

function resultOf({ sheet, cells }: SheetPlan, status: SheetResult['status'], differences: readonly Difference[]): SheetResult {
  const count = (kind: PlannedCell['kind']) => (status === 'done' ? cells.filter((cell) => cell.kind === kind).length : 0);
  return { sheet, status, native: count('native'), value: count('value'), untouched: cells.filter(({ kind }) => kind === 'untouched'), differences };
}
