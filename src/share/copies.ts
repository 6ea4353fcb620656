import { holds } from '../workbook/area';
import type { Sheet, TableArea, Workbook } from '../workbook/workbook';
import { convertSheets, resultOf, type SheetResult } from './convert';
import { type Piece, piecesOf, spliced } from '../formula/text';
import { grid } from './reading/grid';
import type { Part } from './reading/part';
import { readNote } from './originals/note';
import { ofLiveSheets } from './originals/originals';
import { type Plan, planOf } from './plan';
import { isFixed, onSheet, parseReference } from '../formula/references';
import {
  contentAt,
  formulasOf,
  sheetSnapshotOf,
  type SheetSnapshot,
  type Snapshot,
  snapshotOf,
} from './reading/snapshot';
import { allOrNothing, type Change, type Hooks, type Transaction } from '../workbook/transaction';

/** The sheets that a plan changes and those whose formulas read them, so that no copy needs an original. */
export function sheetsToCopy(snapshot: Snapshot, plan: Plan): readonly Sheet[] {
  const chosen = new Set(
    plan.sheets.filter(({ cells }) => cells.some(({ kind }) => kind !== 'untouched')).map(({ sheet }) => sheet.id),
  );
  const reads = snapshot.sheets.map((own) => ({ sheet: own.sheet, read: sheetsReadBy(own, snapshot) }));
  for (let size = -1; size !== chosen.size;) {
    size = chosen.size;
    for (const { sheet, read } of reads)
      if (!sheet.protected && [...read].some((id) => chosen.has(id))) chosen.add(sheet.id);
  }
  return snapshot.sheets.map(({ sheet }) => sheet).filter(({ id }) => chosen.has(id));
}

function sheetsReadBy(own: SheetSnapshot, snapshot: Snapshot): ReadonlySet<string> {
  const source = sourcesIn(snapshot);
  const ids = formulasOf(own).flatMap(({ formula }) => piecesOf(formula).map((piece) => source(piece)?.sheet));
  return new Set(ids.filter((id) => id !== undefined));
}

interface Source {
  /** The id of the sheet on which a piece of a formula reads. */
  readonly sheet: string;
  /** The same piece, reading on another sheet. */
  readonly on: (sheet: Sheet) => string | undefined;
}

/** Finds what reads on a sheet of its own: a reference with a sheet's name, a table, a name that stands for either. */
function sourcesIn({ sheets, names, tables }: Snapshot): (piece: Piece) => Source | undefined {
  const ids = new Map(sheets.map(({ sheet }) => [sheet.name.toLowerCase(), sheet.id]));
  const tableOf = new Map(tables.map((table) => [table.name.toLowerCase(), table]));
  const textOf = new Map(
    names
      .filter(({ sheet }) => sheet === undefined)
      .map(({ name, formula }) => [name.toLowerCase(), formula.replace(/^=/, '')]),
  );
  const isTwin = ({ area }: TableArea, other: TableArea, sheet: Sheet) =>
    other.area.sheet === sheet.id && other.area.row === area.row && other.area.column === area.column;

  return ({ type, value }) => {
    if (type === 'structured') {
      const name = value.slice(0, value.indexOf('['));
      const table = tableOf.get(name.toLowerCase());
      return (
        table && {
          sheet: table.area.sheet,
          on: (sheet) => withName(tables.find((other) => isTwin(table, other, sheet))?.name, value.slice(name.length)),
        }
      );
    }
    const spill = type === 'range_named' && textOf.get(value.toLowerCase())?.endsWith('#') ? '#' : '';
    const text = type === 'range_named' ? textOf.get(value.toLowerCase())?.replace(/#$/, '') : value;
    const reference = text === undefined || !text.includes('!') ? undefined : parseReference(text);
    const sheet = reference?.sheet === undefined ? undefined : ids.get(reference.sheet.toLowerCase());
    // A name with a relative reference means another cell wherever it is used.
    if (sheet === undefined || (type === 'range_named' && !isFixed(text!))) return undefined;
    return { sheet, on: ({ name }) => onSheet(text!, name) + spill };
  };
}

const withName = (name: string | undefined, rest: string): string | undefined =>
  name === undefined ? undefined : name + rest;

/** Converts copies of the sheets: all of them are made, or none is left. */
export async function convertCopies(
  workbook: Workbook,
  plan: Plan,
  copyName: (sheet: string) => string,
  hooks: Hooks = {},
): Promise<readonly SheetResult[]> {
  const before = await snapshotOf(workbook);
  // What was kept for a copy that is gone must not be taken for a new one of the same name.
  const known = ofLiveSheets(
    await readNote(workbook),
    before.sheets.map(({ sheet }) => sheet),
  );
  const sheets = sheetsToCopy(before, plan);
  const nameOf = new Map<string, string>();
  const named: Hooks = {
    ...hooks,
    onProgress: (progress) => hooks.onProgress?.({ ...progress, sheet: nameOf.get(progress.sheet)! }),
  };
  const ending = await allOrNothing(workbook, named, async (transaction) => {
    const copies = new Map<string, Sheet>();
    for (const sheet of sheets) {
      transaction.stopIfAsked();
      const copy = await workbook.copySheet(sheet.id, copyName(sheet.name));
      transaction.undoWith(() => workbook.deleteSheet(copy.id));
      copies.set(sheet.id, copy);
      nameOf.set(copy.name, sheet.name);
    }
    await workbook.settled();
    const copied = await snapshotOf(workbook);
    await redirect(copied, copies, transaction);
    const snapshot = await redirected(workbook, copied, before, copies);
    const planned = new Map(
      planOf(snapshot, plan.target, partOn(copies, plan.part)).sheets.map((own) => [own.sheet.id, own]),
    );
    const sheetPlans = [...copies.values()].map((copy) => planned.get(copy.id) ?? { sheet: copy, cells: [] });
    const ownOf = async ({ id }: Sheet) => snapshot.sheets.find(({ sheet }) => sheet.id === id)!;
    return convertSheets(workbook, { snapshot, note: known, ownOf }, sheetPlans, transaction);
  });
  if (ending.status === 'done') return ending.value.results;
  return plan.sheets.map((own) => ({ ...resultOf(own, ending.status, []), error: ending.error }));
}

/** The same cells on the copies. */
function partOn(copies: ReadonlyMap<string, Sheet>, part: Part): Part {
  return part?.flatMap((area) => {
    const copy = copies.get(area.sheet);
    return copy ? [{ ...area, sheet: copy.id }] : [];
  });
}

/** What reads on an original reads on its copy. */
async function redirect(
  snapshot: Snapshot,
  copies: ReadonlyMap<string, Sheet>,
  transaction: Transaction,
): Promise<void> {
  const source = sourcesIn(snapshot);
  for (const copy of copies.values()) {
    const own = snapshot.sheets.find(({ sheet }) => sheet.id === copy.id)!;
    const changes = formulasOf(own).flatMap(({ row, column, formula }): Change[] => {
      const edits = piecesOf(formula).flatMap((piece) => {
        const { sheet, on } = source(piece) ?? {};
        const to = sheet === undefined ? undefined : copies.get(sheet);
        const text = to && on!(to);
        return text === undefined ? [] : [{ start: piece.start, end: piece.end, text }];
      });
      const inArray = own.spills.some((spill) => spill.legacy && holds(spill, row, column));
      return edits.length === 0 || inArray
        ? []
        : [{ row, column, content: [[spliced(formula, edits)]], before: [[formula]] }];
    });
    await transaction.write(copy, changes);
  }
}

/** The workbook with the redirected formulas of the copies, and with the values of the originals, whatever the host has calculated so far. */
async function redirected(
  workbook: Workbook,
  copied: Snapshot,
  before: Snapshot,
  copies: ReadonlyMap<string, Sheet>,
): Promise<Snapshot> {
  const originalOf = new Map(
    [...copies].map(([id, copy]) => [copy.id, before.sheets.find(({ sheet }) => sheet.id === id)!]),
  );
  const sheets: SheetSnapshot[] = [];
  for (const own of copied.sheets) {
    const original = originalOf.get(own.sheet.id);
    sheets.push(original ? withValuesOf(original, await sheetSnapshotOf(workbook, own.sheet)) : own);
  }
  return { ...copied, sheets };
}

function withValuesOf({ area, spills, cells }: SheetSnapshot, copy: SheetSnapshot): SheetSnapshot {
  if (!area) return copy;
  return {
    ...copy,
    area,
    spills,
    cells: { ...cells, formulas: grid(area, (i, j) => contentAt(copy, area.row + i, area.column + j)) },
  };
}
