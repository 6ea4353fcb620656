import { usedNames, versionOf } from '../../formula/own-names';
import { allOrNothing, type Hooks, type Status, type Transaction } from '../../workbook/transaction';
import type { DefinedName, Sheet, Workbook } from '../../workbook/workbook';
import { type FormulaCell, formulasOf, type Snapshot, snapshotOf } from '../reading/snapshot';

type Become = (cell: FormulaCell & { readonly sheet: Sheet }) => string;

/** The names of ours that no formula uses, as it stands or as it will, and that nobody has changed. */
export function unusedNames({ sheets, names }: Snapshot, become: Become = ({ formula }) => formula): readonly string[] {
  const ours = names.filter((name) => name.sheet === undefined && versionOf(name) !== undefined);
  if (ours.length === 0) return [];
  const others = names.filter((name) => !ours.includes(name)).map(({ formula }) => formula);
  const formulas = sheets.flatMap((own) => formulasOf(own).map((cell) => become({ ...cell, sheet: own.sheet })));
  const used = usedNames([...formulas, ...others], names);
  return ours.map(({ name }) => name).filter((name) => !used.has(name.toUpperCase()));
}

/** Takes away those that nobody uses, of all or of some. */
export async function withoutUnused(
  workbook: Workbook,
  transaction: Transaction,
  among?: readonly string[],
): Promise<readonly string[]> {
  const snapshot = await snapshotOf(workbook);
  const unused = unusedNames(snapshot).filter((name) => !among || among.includes(name));
  if (unused.length === 0) return [];
  transaction.undoWith(() => putNamesBack(workbook, unused, snapshot.names));
  await workbook.deleteNames(unused);
  return unused;
}

/** Some names as they were before. */
export async function putNamesBack(
  workbook: Workbook,
  names: readonly string[],
  before: readonly DefinedName[],
): Promise<void> {
  const wanted = new Set(names.map((name) => name.toUpperCase()));
  const old = before.filter(({ name, sheet }) => sheet === undefined && wanted.has(name.toUpperCase()));
  const kept = new Set(old.map(({ name }) => name.toUpperCase()));
  const added = names.filter((name) => !kept.has(name.toUpperCase()));
  if (added.length > 0) await workbook.deleteNames(added);
  if (old.length > 0)
    await workbook.defineNames(old.map(({ name, formula, comment = '' }) => ({ name, formula, comment })));
}

export interface NamesGone {
  readonly status: Status;
  readonly error?: unknown;
  readonly names: readonly string[];
}

/** After formulas have come back: the names that nobody uses any more go. */
export async function deleteUnusedNames(workbook: Workbook, hooks: Hooks = {}): Promise<NamesGone> {
  const ending = await allOrNothing(workbook, hooks, (transaction) => withoutUnused(workbook, transaction));
  return ending.status === 'done' ? { status: 'done', names: ending.value } : { ...ending, names: [] };
}
