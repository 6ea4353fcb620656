import { cellName } from '../../workbook/a1';
import { allOrNothing, type Hooks, type Status, type Transaction } from '../../workbook/transaction';
import type { DefinedName, Workbook } from '../../workbook/workbook';
import { toCalls } from '../../formula/own-names';
import { isFormula } from '../../formula/text';
import { convertSheets, resultOf, type SheetResult } from '../convert';
import { readNote } from '../originals/note';
import type { PlannedCell } from '../plan';
import { snapshotOf } from '../reading/snapshot';
import type { LibraryName } from './library';
import type { NamesPlan } from './plan';
import { putNamesBack, withoutUnused } from './unused';

export interface NamesResult {
  readonly status: Status;
  readonly error?: unknown;
  readonly sheets: readonly SheetResult[];
  /** The names that are new in the workbook. */
  readonly defined: readonly string[];
  /** The names that were brought up to date. */
  readonly updated: readonly string[];
}

/** This Excel does not know LAMBDA, or it did not take a name. */
export class NamesRefused extends Error {
  constructor(
    readonly what: string,
    readonly reason: string,
  ) {
    super(`${what}: ${reason}`);
  }
}

/** Carries a plan out, names before cells: all of it, or nothing. */
export async function convertToNames(workbook: Workbook, plan: NamesPlan, hooks: Hooks = {}): Promise<NamesResult> {
  const note = await readNote(workbook);
  const ending = await allOrNothing(workbook, hooks, async (transaction) => {
    const before = await workbook.names();
    await defined(workbook, plan.defined, before, transaction);
    await tried(workbook, plan, transaction);
    const snapshot = await snapshotOf(workbook);
    const owns = new Map(snapshot.sheets.map((own) => [own.sheet.id, own]));
    await defined(workbook, plan.updated, before, transaction);
    const { results } = await convertSheets(
      workbook,
      { snapshot, note, ownOf: async (sheet) => owns.get(sheet.id)!, needsNote },
      plan.sheets,
      transaction,
    );
    const names = plan.defined.map(({ name }) => name);
    const unused = await withoutUnused(workbook, transaction, names);
    return {
      sheets: results,
      defined: names.filter((name) => !unused.includes(name)),
      updated: plan.updated.map(({ name }) => name),
    };
  });
  if (ending.status === 'done') return { status: 'done', ...ending.value };
  return {
    status: ending.status,
    error: ending.error,
    sheets: plan.sheets.map((sheet) => resultOf(sheet, ending.status, [])),
    defined: [],
    updated: [],
  };
}

/** A name says by itself what stood there; a note is kept of the rest. */
const needsNote = ({ before, after }: PlannedCell): boolean => {
  const content = after[0]![0]!;
  return before !== content && (!isFormula(content) || toCalls(content) !== before);
};

async function defined(
  workbook: Workbook,
  names: readonly LibraryName[],
  before: readonly DefinedName[],
  transaction: Transaction,
): Promise<void> {
  if (names.length === 0) return;
  transaction.undoWith(() =>
    putNamesBack(
      workbook,
      names.map(({ name }) => name),
      before,
    ),
  );
  try {
    await workbook.defineNames(names.map(({ name, formula, comment }) => ({ name, formula, comment })));
  } catch (problem) {
    throw new NamesRefused(names[0]!.name, problem instanceof Error ? problem.message : String(problem));
  }
  await workbook.settled();
}

/** Whether this Excel knows LAMBDA shows in the first cell, before the others are written. */
async function tried(workbook: Workbook, { sheets }: NamesPlan, transaction: Transaction): Promise<void> {
  for (const { sheet, cells } of sheets) {
    const cell = cells.find(({ kind }) => kind === 'native');
    if (!cell) continue;
    const { row, column, before, after } = cell;
    const area = { sheet: sheet.id, row, column, rows: 1, columns: 1 };
    const { formulas } = await workbook.read(area);
    if (formulas[0]![0] !== before) return;
    const back = async () => {
      await workbook.write(area, [[before]]);
      await workbook.settled();
    };
    transaction.undoWith(back);
    await workbook.write(area, [[after[0]![0]!]]);
    await workbook.settled();
    const { values } = await workbook.read(area);
    if (values[0]![0] === '#NAME?') throw new NamesRefused(cellName(row, column), '#NAME?');
    await back();
    return;
  }
}
