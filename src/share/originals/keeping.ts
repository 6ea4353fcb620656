import type { Transaction } from '../../workbook/transaction';
import type { Area, CellValue, Workbook } from '../../workbook/workbook';
import { ONE_CELL } from '../reading/sites';
import { contentAt, sheetSnapshotOf, type SheetSnapshot } from '../reading/snapshot';
import { readNote, UnreadableNote, writeNote } from './note';
import { type Original, withConversion } from './originals';
import { withoutSuperseded } from './superseded';

/**
 * Keeps what is about to be written over until `done` is called: whatever interrupts the work, Restore gives it back.
 * What another version has kept is left as it is, and nothing is kept beside it.
 */
export async function keepUntilDone(
  workbook: Workbook,
  own: SheetSnapshot,
  originals: readonly Original[],
  transaction: Transaction,
): Promise<{ readonly done: () => Promise<void> }> {
  const note = await readNote(workbook).catch((problem: unknown) => {
    if (problem instanceof UnreadableNote) return undefined;
    throw problem;
  });
  if (!note || originals.length === 0) return { done: async () => undefined };
  await writeNote(workbook, withConversion(note, own, [own], originals));
  transaction.undoWith(() => writeNote(workbook, note));
  return { done: () => writeNote(workbook, withoutSuperseded(note, own, { sheets: [own] }, originals)) };
}

/** The same for an area that is about to be filled, and what of it was blank. */
export async function keepAreaUntilDone(
  workbook: Workbook,
  area: Area,
  contents: readonly (readonly CellValue[])[],
  transaction: Transaction,
): ReturnType<typeof keepUntilDone> {
  const sheet = (await workbook.sheets()).find(({ id }) => id === area.sheet)!;
  const own = await sheetSnapshotOf(workbook, sheet);
  const originals = contents.flatMap((line, i) =>
    line.map((content, j): Original => {
      const [row, column] = [area.row + i, area.column + j];
      return { row, column, size: ONE_CELL, formula: contentAt(own, row, column), written: [[content]] };
    }),
  );
  return keepUntilDone(workbook, own, originals, transaction);
}
