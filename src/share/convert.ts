import type { CellValue, Sheet, Workbook } from '../workbook/workbook';
import { agree, largestTerm } from './agreement';
import { type Original, readNote, withOriginals, writeNote } from './originals';
import { contentBefore, frozen, frozenArea, isSpillFormula, type Plan, type PlannedCell, type SheetPlan } from './plan';
import { contentAt, sheetSnapshotOf, type SheetSnapshot, type Snapshot, snapshotOf, valueAt } from './snapshot';
import { allOrNothing, type Change, type Hooks, OutOfDate, type Status, type Transaction } from './transaction';

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
  readonly status: Status;
  readonly native: number;
  readonly value: number;
  readonly untouched: readonly PlannedCell[];
  readonly differences: readonly Difference[];
  readonly error?: unknown;
}

/** Carries a plan out, sheet by sheet: each is converted, calculated, compared and kept, or left as it was. */
export async function convert(workbook: Workbook, plan: Plan, hooks: Hooks = {}): Promise<readonly SheetResult[]> {
  const snapshot = await snapshotOf(workbook);
  const results: SheetResult[] = [];
  for (const sheetPlan of plan.sheets) {
    const ending = await allOrNothing(workbook, hooks, (transaction) => convertSheet(workbook, snapshot, sheetPlan, transaction));
    results.push(ending.status === 'done' ? resultOf(sheetPlan, 'done', ending.value) : { ...resultOf(sheetPlan, ending.status, []), error: ending.error });
  }
  return results;
}

/** Converts one sheet of a snapshot; returns what became a value after all. */
export async function convertSheet(workbook: Workbook, snapshot: Snapshot, { sheet, cells }: SheetPlan, transaction: Transaction): Promise<readonly Difference[]> {
  const changing = cells.filter(({ kind }) => kind !== 'untouched');
  if (changing.length === 0) return [];
  const own = snapshot.sheets.find((candidate) => candidate.sheet.id === sheet.id);
  const stale = changing.find(({ row, column, before }) => !own || contentAt(own, row, column) !== before);
  if (!own || stale) throw new OutOfDate(stale!.before);

  const known = await readNote(workbook);
  const keep = (as: SheetSnapshot, written: (cell: PlannedCell) => Original['written']) => writeNote(workbook, withOriginals(known, as, changing.map((cell) => originalOf(cell, written(cell))), snapshot.sheets));
  // Kept before the first cell changes: whatever interrupts the work, the formulas are in the workbook.
  await keep(own, ({ after }) => after);
  transaction.undoWith(() => writeNote(workbook, known));
  await transaction.write(sheet, changing.map((cell) => ({ row: cell.row, column: cell.column, content: cell.after, before: contentBefore(own, cell) })));
  return compared(workbook, snapshot, own, changing, transaction, (now) => keep(now, (cell) => readBack(cell, now)));
}

/** Reads back and compares until nothing differs: a native cell may depend on one that had to become a value. */
async function compared(workbook: Workbook, snapshot: Snapshot, own: SheetSnapshot, changing: readonly PlannedCell[], transaction: Transaction, keep: (now: SheetSnapshot) => Promise<void>): Promise<readonly Difference[]> {
  const terms = new Map(changing.map((cell) => [cell, largestTerm(cell.before, snapshot, own)]));
  const differences: Difference[] = [];
  const given = new Set<string>();
  for (;;) {
    transaction.stopIfAsked();
    const now = await sheetSnapshotOf(workbook, own.sheet);
    const found = changing.flatMap((cell) => differencesOf(cell, own, now, terms.get(cell)!, given));
    if (found.length === 0) {
      await keep(now);
      return differences;
    }
    differences.push(...found.map(({ difference }) => difference));
    await transaction.write(own.sheet, found.map(({ change }) => change));
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

export function resultOf({ sheet, cells }: SheetPlan, status: SheetResult['status'], differences: readonly Difference[]): SheetResult {
  const count = (kind: PlannedCell['kind']) => (status === 'done' ? cells.filter((cell) => cell.kind === kind).length : 0);
  return { sheet, status, native: count('native'), value: count('value'), untouched: cells.filter(({ kind }) => kind === 'untouched'), differences };
}
