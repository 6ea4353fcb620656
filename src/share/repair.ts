import type { Book } from '../formula/meaning/book';
import { unknownWord } from '../formula/meaning/unknown-word';
import type { Area, Sheet, Workbook } from '../workbook/workbook';
import { keepUntilDone } from './originals/keeping';
import { mayCall } from '../formula/calls';
import { piecesOf } from '../formula/text';
import { respelt, unknownCall } from './reading/spelling';
import { contextOf } from '../formula/expression';
import { Why } from './reasons';
import { isWithin, type Part } from './reading/part';
import { closedSheet, ONE_CELL } from './reading/sites';
import { bookIn, contentAt, formulasOf, sheetSnapshotOf, type Snapshot, valueAt } from './reading/snapshot';
import { allOrNothing, type Hooks, OutOfDate, type Status } from '../workbook/transaction';

/** A formula of ours that Excel does not recognise, although it would if it were typed again; or one that names no function of ours. */
export interface Repair {
  readonly row: number;
  readonly column: number;
  readonly before: string;
  readonly after: string;
  /** Why the cell is left alone. */
  readonly why?: Why;
}

export interface SheetRepair {
  readonly sheet: Sheet;
  readonly cells: readonly Repair[];
}

/**
 * The cells of a part to enter again: they show #NAME?, or the name that only the file should hold; those that entering
 * again would not mend are left alone.
 */
export function planRepair(snapshot: Snapshot, part?: Part): readonly SheetRepair[] {
  const book = bookIn(snapshot);
  return snapshot.sheets
    .map((own) => ({
      sheet: own.sheet,
      cells: formulasOf(own).flatMap(({ row, column, formula }): Repair[] => {
        const at = { sheet: own.sheet.id, row, column, ...ONE_CELL };
        if (!isWithin(part, at)) return [];
        const misnamed = unknownCall(formula);
        const after = misnamed ? formula : respelt(formula);
        if (after === undefined || (after === formula && valueAt(own, row, column) !== '#NAME?')) return [];
        const legacy = own.spills.some((spill) => spill.legacy && spill.row === row && spill.column === column);
        const why =
          closedSheet(own) ?? (legacy ? new Why('array_formula') : (misnamed ?? unknownName(after, book, at)));
        return [{ row, column, before: formula, after, ...(why && { why }) }];
      }),
    }))
    .filter(({ cells }) => cells.length > 0);
}

export interface RepairResult {
  readonly sheet: Sheet;
  readonly status: Status;
  readonly repaired: number;
  /** Cells that show #NAME? even so. */
  readonly unknown: readonly StillUnknown[];
  readonly error?: unknown;
}

export interface StillUnknown {
  readonly row: number;
  readonly column: number;
  readonly formula: string;
  readonly why: Why;
}

/** Enters the cells of a plan again, all of a sheet or none. */
export async function repair(
  workbook: Workbook,
  plan: readonly SheetRepair[],
  hooks: Hooks = {},
): Promise<readonly RepairResult[]> {
  const results: RepairResult[] = [];
  for (const { sheet, cells } of plan) {
    const writable = cells.filter(({ why }) => why === undefined);
    const ending = await allOrNothing(workbook, hooks, async (transaction) => {
      const own = await sheetSnapshotOf(workbook, sheet);
      const stale = writable.find(({ row, column, before }) => contentAt(own, row, column) !== before);
      if (stale) throw new OutOfDate(stale.before);
      const { done } = await keepUntilDone(
        workbook,
        own,
        writable.map(({ row, column, before, after }) => ({
          row,
          column,
          size: ONE_CELL,
          formula: before,
          written: [[after]],
        })),
        transaction,
      );
      await transaction.write(
        sheet,
        writable.map(({ row, column, before, after }) => ({ row, column, content: [[after]], before: [[before]] })),
      );
      const now = await sheetSnapshotOf(workbook, sheet);
      await done();
      return writable
        .filter(({ row, column }) => valueAt(now, row, column) === '#NAME?')
        .map(({ row, column, after }) => ({ row, column, formula: after, why: otherUnknown(after) }));
    });
    results.push(
      ending.status === 'done'
        ? { sheet, status: 'done', repaired: writable.length - ending.value.length, unknown: ending.value }
        : { sheet, repaired: 0, unknown: [], ...ending },
    );
  }
  return results;
}

/** A name that the workbook lacks: with it the cell would show #NAME? again. */
function unknownName(formula: string, book: Book, at: Area): Why | undefined {
  const word = unknownWord(formula, book, at);
  return word === undefined ? undefined : new Why('other_unknown', word);
}

const NAME_TYPES = new Set(['func', 'range_named']);

/** What beside our functions may be unknown in a formula. */
function otherUnknown(formula: string): Why {
  const names = piecesOf(formula).filter(
    ({ type, value }) => NAME_TYPES.has(type) && !mayCall(value) && contextOf(value) === 'unknown',
  );
  return names.length > 0
    ? new Why('other_unknown', [...new Set(names.map(({ value }) => value))].join(' / '))
    : new Why('no_name_unknown');
}
