import type { CellValue, Sheet, Workbook } from '../workbook/workbook';
import { type Judge, judgeOn } from './agreement/agreement';
import { frozen, frozenArea } from './native/frozen';
import { grid } from './reading/grid';
import { readNote, writeNote } from './originals/note';
import { type Note, ofLiveSheets, type Original, withConversion } from './originals/originals';
import { contentBefore, isSpillFormula, type Plan, type PlannedCell, type SheetPlan } from './plan';
import { Why } from './reasons';
import { isPending } from './reading/sites';
import {
  contentAt,
  key,
  sheetSnapshotOf,
  type SheetSnapshot,
  type Snapshot,
  snapshotOf,
  valueAt,
} from './reading/snapshot';
import { withoutSuperseded } from './originals/superseded';
import { tiedGroups } from './tied';
import {
  allOrNothing,
  type Change,
  type Hooks,
  OutOfDate,
  type Status,
  type Transaction,
} from '../workbook/transaction';

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
  /** The differences among them. */
  readonly value: number;
  readonly rewritten: number;
  readonly untouched: readonly PlannedCell[];
  readonly differences: readonly Difference[];
  readonly error?: unknown;
}

/**
 * Carries a plan out, sheet by sheet: each is converted, calculated, compared and kept, or left as it was. Sheets of
 * which one reads a whole spill of another go together.
 */
export async function convert(workbook: Workbook, plan: Plan, hooks: Hooks = {}): Promise<readonly SheetResult[]> {
  const snapshot = await snapshotOf(workbook);
  const results = new Map<SheetPlan, SheetResult>();
  let note = await readNote(workbook);
  for (const group of tiedGroups(plan.sheets, readsFrom)) {
    const ending = await allOrNothing(workbook, hooks, (transaction) =>
      convertSheets(
        workbook,
        { snapshot, note, ownOf: (sheet) => sheetSnapshotOf(workbook, sheet) },
        group,
        transaction,
      ),
    );
    if (ending.status === 'done') note = ending.value.note;
    group.forEach((sheetPlan, i) =>
      results.set(
        sheetPlan,
        ending.status === 'done'
          ? ending.value.results[i]!
          : { ...resultOf(sheetPlan, ending.status, []), error: ending.error },
      ),
    );
  }
  return plan.sheets.map((sheetPlan) => results.get(sheetPlan)!);
}

const readsFrom = ({ sheet }: SheetPlan, { cells }: SheetPlan): boolean =>
  cells.some(({ readers }) => readers.some((reader) => reader.sheet === sheet.id));

/** What is known when the work begins. */
export interface Beginning {
  readonly snapshot: Snapshot;
  readonly note: Note;
  /** A sheet as it counts: its contents and values before anything is written to it. */
  readonly ownOf: (sheet: Sheet) => Promise<SheetSnapshot>;
  /** Whether it needs a note to find back; else what is written says by itself what stood there. */
  readonly needsNote?: (cell: PlannedCell) => boolean;
}

export interface Converted {
  readonly results: readonly SheetResult[];
  /** What the workbook keeps now. */
  readonly note: Note;
}

export async function convertSheets(
  workbook: Workbook,
  { snapshot, ownOf, needsNote = () => true, ...beginning }: Beginning,
  sheets: readonly SheetPlan[],
  transaction: Transaction,
): Promise<Converted> {
  // All of them before anything is written: where a spill has gone, the values of its readers have gone with it.
  const owns: SheetSnapshot[] = [];
  for (const { sheet } of sheets) owns.push(await ownOf(sheet));
  const results: SheetResult[] = [];
  let { note } = beginning;
  for (const [i, sheetPlan] of sheets.entries()) {
    const done = await convertSheet(workbook, { snapshot, own: owns[i]!, note, needsNote }, sheetPlan, transaction);
    note = done.note;
    results.push(done.result);
  }
  return { results, note };
}

async function convertSheet(
  workbook: Workbook,
  { snapshot, own, note, needsNote }: Required<Omit<Beginning, 'ownOf'>> & { readonly own: SheetSnapshot },
  sheetPlan: SheetPlan,
  transaction: Transaction,
): Promise<{ readonly result: SheetResult; readonly note: Note }> {
  const { sheet, cells, readers = [] } = sheetPlan;
  const replaced = cells
    .filter(({ kind }) => kind !== 'untouched')
    .map((cell) =>
      cell.kind === 'value' ? { ...cell, after: frozenArea(own, cell.row, cell.column, cell.size) } : cell,
    );
  const changing = [...replaced, ...readers];
  if (changing.length === 0) return { result: resultOf(sheetPlan, 'done', []), note };
  const stale = changing.find(
    ({ row, column, before }) => contentAt(own, row, column) !== before || isPending(valueAt(own, row, column)),
  );
  if (stale) throw new OutOfDate(stale.before);

  const live = ofLiveSheets(
    note,
    snapshot.sheets.map((other) => other.sheet),
  );
  const earlier = withoutSuperseded(live, own, snapshot, replaced);
  const givenUp = new Set<PlannedCell>();
  const noteOf = (
    kept: readonly PlannedCell[],
    written: (cell: PlannedCell) => Original['written'],
    instead?: (cell: PlannedCell) => Original['written'] | undefined,
  ) => {
    const noted = kept.filter((cell) => givenUp.has(cell) || needsNote(cell));
    return withConversion(
      earlier,
      own,
      snapshot.sheets,
      noted.map((cell) => originalOf(cell, written(cell), instead?.(cell))),
    );
  };
  // Kept before the first cell changes: whatever interrupts the work, the formulas are in the workbook.
  await writeNote(
    workbook,
    noteOf(changing, ({ after }) => after),
  );
  transaction.undoWith(() => writeNote(workbook, note));
  await transaction.write(
    sheet,
    changing.map((cell) => ({
      row: cell.row,
      column: cell.column,
      content: cell.after,
      before: contentBefore(own, cell),
    })),
  );
  const { differences, left, now } = await compared(
    workbook,
    snapshot,
    own,
    changing,
    transaction,
    (found, current) => {
      for (const { cell } of found) givenUp.add(cell);
      const instead = new Map(found.map(({ cell }) => [cell, corrected(cell, found, current)]));
      return writeNote(
        workbook,
        noteOf(
          changing,
          (cell) => readBack(cell, current),
          (cell) => instead.get(cell),
        ),
      );
    },
  );
  const kept = noteOf(
    changing.filter((cell) => !left.has(cell)),
    (cell) => readBack(cell, now),
  );
  await writeNote(workbook, kept);
  const leftAt = new Set([...left].map(({ row, column }) => key(row, column)));
  const done = cells.map((cell) =>
    leftAt.has(key(cell.row, cell.column)) ? { ...cell, kind: 'untouched' as const, why: new Why('differs') } : cell,
  );
  return { result: resultOf({ sheet, cells: done }, 'done', differences), note: kept };
}

interface Comparison {
  readonly differences: readonly Difference[];
  /** Spills that others read whole and that would differ: they are ours again. */
  readonly left: ReadonlySet<PlannedCell>;
  readonly now: SheetSnapshot;
}

/** Reads back and compares until nothing differs: a native cell may depend on one that had to become a value. */
async function compared(
  workbook: Workbook,
  snapshot: Snapshot,
  own: SheetSnapshot,
  changing: readonly PlannedCell[],
  transaction: Transaction,
  beforeWriting: (found: readonly Found[], now: SheetSnapshot) => Promise<void>,
): Promise<Comparison> {
  const differences: Difference[] = [];
  const left = new Set<PlannedCell>();
  const given = new Set<string>();
  for (;;) {
    transaction.stopIfAsked();
    const now = await sheetSnapshotOf(workbook, own.sheet);
    const judge = judgeOn(snapshot, own, now);
    const found = changing
      .filter((cell) => !left.has(cell))
      .flatMap((cell) => differencesOf(cell, own, now, judge, given));
    if (found.length === 0) return { differences, left, now };
    for (const { cell, difference } of found) {
      if (staysSpill(cell)) left.add(cell);
      else differences.push(difference);
    }
    await beforeWriting(found, now);
    await transaction.write(
      own.sheet,
      found.map(({ change }) => change),
    );
  }
}

/** Whether others rely on it to spill. */
const staysSpill = ({ after, readers }: PlannedCell): boolean => isSpillFormula(after) && readers.length > 0;

interface Found {
  readonly cell: PlannedCell;
  readonly difference: Difference;
  readonly change: Change;
}

/** The cells of a block whose value is not ours; a formula that spills is given up as a whole. */
function differencesOf(
  cell: PlannedCell,
  own: SheetSnapshot,
  now: SheetSnapshot,
  judge: Judge,
  given: Set<string>,
): Found[] {
  const { row, column, size, before, after } = cell;
  const spills = isSpillFormula(after);
  const found: Found[] = [];
  for (let i = 0; i < size.rows; i++) {
    for (let j = 0; j < size.columns; j++) {
      const [ours, native] = [valueAt(own, row + i, column + j), valueAt(now, row + i, column + j)];
      const place = `${row + i},${column + j}`;
      const replaced = spills
        ? { after: after[0]![0]!, at: { row, column }, element: { row: i, column: j } }
        : { after: after[i]![j]!, at: { row: row + i, column: column + j }, element: { row: 0, column: 0 } };
      if (given.has(place) || judge(ours, native, replaced)) continue;
      given.add(place);
      const written = contentAt(now, row + i, column + j);
      found.push({
        cell,
        difference: { row: row + i, column: column + j, formula: before, native, ours },
        change: { row: row + i, column: column + j, content: [[frozen(ours)]], before: [[written]] },
      });
    }
  }
  if (found.length === 0 || !spills) return found;
  const content = staysSpill(cell) ? contentBefore(own, cell) : frozenArea(own, row, column, size);
  return [{ cell, difference: found[0]!.difference, change: { row, column, content, before: after } }];
}

/** What the cells of a formula hold once its differences are written. */
function corrected(cell: PlannedCell, found: readonly Found[], now: SheetSnapshot): CellValue[][] {
  const contents = readBack(cell, now);
  for (const { change } of found.filter((other) => other.cell === cell))
    change.content.forEach((line, i) =>
      line.forEach((content, j) => (contents[change.row - cell.row + i]![change.column - cell.column + j] = content)),
    );
  return contents;
}

function originalOf(
  { row, column, size, before }: PlannedCell,
  written: Original['written'],
  instead: Original['written'] | undefined,
): Original {
  return { row, column, size, formula: before, written, ...(instead && { instead }) };
}

/** A formula that spills shows its values in cells where nothing was written. */
function readBack({ row, column, size }: PlannedCell, now: SheetSnapshot): CellValue[][] {
  const spilled = now.spills.some(
    (spill) => spill.row === row && spill.column === column && (spill.rows > 1 || spill.columns > 1),
  );
  return grid(size, (i, j) => (spilled && (i > 0 || j > 0) ? '' : contentAt(now, row + i, column + j)));
}

/** What a plan comes to if it ends so. */
export function resultOf(
  { sheet, cells }: SheetPlan,
  status: SheetResult['status'],
  differences: readonly Difference[],
): SheetResult {
  const done = status === 'done' ? cells : [];
  const given = new Set(differences.map(({ row, column }) => key(row, column)));
  const count = (kind: PlannedCell['kind']) =>
    done.filter((cell) => cell.kind === kind && !isGivenUp(cell, given)).length;
  return {
    sheet,
    status,
    native: count('native'),
    value: count('value') + differences.length,
    rewritten: count('rewritten'),
    untouched: done.filter(({ kind }) => kind === 'untouched'),
    differences,
  };
}

/** Whether nothing of a formula is left in its cells; one that spills is given up at its first difference. */
function isGivenUp({ row, column, size, after }: PlannedCell, given: ReadonlySet<string>): boolean {
  const cells = grid(size, (i, j) => given.has(key(row + i, column + j))).flat();
  return isSpillFormula(after) ? cells.includes(true) : !cells.includes(false);
}
