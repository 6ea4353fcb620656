import type { CellValue, Workbook } from '../workbook/workbook';

/** New contents for a block of cells, and what to put back if something fails. */
export interface Change {
  readonly row: number;
  readonly column: number;
  readonly content: readonly (readonly CellValue[])[];
  readonly before: readonly (readonly CellValue[])[];
}

/** Undoes whatever was done so far. */
export type Undo = () => Promise<void>;

const ATTEMPTS = 3;

/** Writes all the changes; if one fails, those before it are undone and the failure is passed on. */
export async function writeAll(workbook: Workbook, sheet: string, changes: readonly Change[], onWritten: (cells: number) => void = () => undefined): Promise<Undo> {
  const done: Change[] = [];
  const undo = async () => {
    for (const { row, column, before } of done.reverse()) await attempt(() => workbook.write(areaOf(sheet, row, column, before), before));
    if (done.length > 0) await workbook.settled();
  };
  for (const change of joined(changes)) {
    try {
      await workbook.write(areaOf(sheet, change.row, change.column, change.content), change.content);
      done.push(change);
      onWritten(change.content.length * change.content[0]!.length);
    } catch (error) {
      await undo();
      throw error;
    }
  }
  return undo;
}

/** A host that refused once may accept the same again: what is to be undone should not stay half done. */
export async function attempt<T>(action: () => Promise<T>): Promise<T> {
  for (let left = ATTEMPTS; ; left--) {
    try {
      return await action();
    } catch (error) {
      if (left <= 1) throw error;
    }
  }
}

function areaOf(sheet: string, row: number, column: number, content: Change['content']) {
  return { sheet, row, column, rows: content.length, columns: content[0]!.length };
}

/** Blocks of one width that stand on top of each other become one: a host takes one call for a column of formulas. */
function joined(changes: readonly Change[]): Change[] {
  const sorted = [...changes].sort((a, b) => a.column - b.column || a.row - b.row);
  const result: Change[] = [];
  for (const change of sorted) {
    const last = result[result.length - 1];
    if (last && last.column === change.column && last.content[0]!.length === change.content[0]!.length && last.row + last.content.length === change.row) {
      result[result.length - 1] = { ...last, content: [...last.content, ...change.content], before: [...last.before, ...change.before] };
    } else {
      result.push(change);
    }
  }
  return result;
}
