import { rowsFor, slices } from './chunks';
import { FilterOn } from './filter';
import type { Area, CellValue, Format, Sheet, Workbook } from './workbook';

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

/** New contents for a block of cells, and what to put back if something fails. */
export interface Change {
  readonly row: number;
  readonly column: number;
  readonly content: readonly (readonly CellValue[])[];
  readonly before: readonly (readonly CellValue[])[];
}

export type Status = 'done' | 'failed' | 'cancelled' | 'half_done';

/** How some work ended: all of it is done, or none; half done only where the host refuses to take it back. */
export type Ending<T> =
  | { readonly status: 'done'; readonly value: T }
  | { readonly status: Exclude<Status, 'done'>; readonly error: unknown };

class Cancelled extends Error {}

/** Somebody has typed since the plan was made. */
export class OutOfDate extends Error {
  constructor(readonly content: CellValue) {
    super(`The plan is out of date: ${content}`);
  }
}

const ATTEMPTS = 3;
/** So many cells at most between two questions whether to go on. */
const BLOCK_CELLS = 10_000;

/** Runs some work; unless all of it succeeds, what was done is undone, the last first. */
export async function allOrNothing<T>(
  workbook: Workbook,
  hooks: Hooks,
  work: (transaction: Transaction) => Promise<T>,
): Promise<Ending<T>> {
  const transaction = new Transaction(workbook, hooks);
  try {
    transaction.stopIfAsked();
    return { status: 'done', value: await work(transaction) };
  } catch (error) {
    try {
      await transaction.undo();
    } catch (refusal) {
      return { status: 'half_done', error: refusal };
    }
    return { status: error instanceof Cancelled ? 'cancelled' : 'failed', error };
  }
}

export class Transaction {
  private readonly undone: (() => Promise<void>)[] = [];
  private readonly unfiltered = new Set<string>();
  private readonly counts = new Map<string, { done: number; total: number }>();

  constructor(
    private readonly workbook: Workbook,
    private readonly hooks: Hooks,
  ) {}

  stopIfAsked(): void {
    if (this.hooks.signal?.aborted) throw new Cancelled();
  }

  /** Writes the changes, tells how far it is and waits until the host has calculated them. */
  async write(sheet: Sheet, changes: readonly Change[]): Promise<void> {
    const blocks = joined(changes);
    if (blocks.length > 0) await this.stopAtFilter(sheet.id);
    const count = this.counts.get(sheet.id) ?? { done: 0, total: 0 };
    this.counts.set(sheet.id, count);
    count.total += blocks.reduce((sum, { content }) => sum + cellsOf(content), 0);
    for (const { row, column, content, before } of blocks) {
      // Even a write that fails may have left something behind.
      this.undoWith(() => this.putBack(areaOf(sheet, row, column, before), before));
      await this.workbook.write(areaOf(sheet, row, column, content), content);
      count.done += cellsOf(content);
      this.hooks.onProgress?.({ sheet: sheet.name, ...count });
      this.stopIfAsked();
    }
    await this.workbook.settled();
  }

  /** Writes into an area, telling how far it is; what it held is put back if the work fails. */
  async put(area: Area, content: readonly (readonly CellValue[])[]): Promise<void> {
    await this.stopAtFilter(area.sheet);
    for (const part of slices(area, rowsFor(BLOCK_CELLS, area.columns))) {
      await this.breath();
      const { formulas: before } = await this.workbook.read(part);
      // Even a write that fails may have left something behind.
      this.undoWith(() => this.putBack(part, before));
      await this.workbook.write(part, content.slice(part.row - area.row, part.row - area.row + part.rows));
      this.hooks.onProgress?.({ sheet: area.sheet, done: part.row - area.row + part.rows, total: area.rows });
    }
    await this.breath();
    await this.workbook.settled();
  }

  /** Writes into a sheet that it has made itself: nothing of it is to be put back. */
  async putFresh(area: Area, content: readonly (readonly CellValue[])[]): Promise<void> {
    await this.breath();
    await this.workbook.write(area, content);
  }

  /** Formats an area; its number formats come back if the work fails. */
  async format(area: Area, format: Format): Promise<void> {
    if (format.number !== undefined) {
      const { formats } = await this.workbook.read(area);
      this.undoWith(() => this.formatBack(area, formats));
    }
    await this.workbook.format(area, format);
  }

  /** Makes a sheet, which goes again if the work fails: what is done to it needs no other undoing. */
  async addSheet(name: string): Promise<Sheet> {
    const sheet = await this.workbook.addSheet(name);
    this.undoWith(() => this.workbook.deleteSheet(sheet.id));
    return sheet;
  }

  private async stopAtFilter(sheet: string): Promise<void> {
    if (this.unfiltered.has(sheet)) return;
    if (await this.workbook.filtered(sheet)) throw new FilterOn();
    this.unfiltered.add(sheet);
  }

  /** Lets the page hear whether somebody wants to stop. */
  private async breath(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve));
    this.stopIfAsked();
  }

  private async formatBack(area: Area, formats: readonly (readonly string[])[]): Promise<void> {
    for (let column = 0; column < area.columns; column++) {
      for (let row = 0; row < area.rows;) {
        const number = formats[row]![column]!;
        let end = row + 1;
        while (end < area.rows && formats[end]![column] === number) end++;
        const run = { ...area, row: area.row + row, column: area.column + column, rows: end - row, columns: 1 };
        await this.workbook.format(run, { number });
        row = end;
      }
    }
  }

  private async putBack(area: Area, before: Change['before']): Promise<void> {
    const { formulas } = await this.workbook.read(area);
    if (before.some((line, i) => line.some((content, j) => formulas[i]![j] !== content)))
      await this.workbook.write(area, before);
  }

  /** Says how to take back what is done beside cells. */
  undoWith(back: () => Promise<void>): void {
    this.undone.push(back);
  }

  async undo(): Promise<void> {
    if (this.undone.length === 0) return;
    for (const back of this.undone.reverse()) await attempt(back);
    await this.workbook.settled();
  }
}

function areaOf({ id }: Sheet, row: number, column: number, content: Change['content']): Area {
  return { sheet: id, row, column, rows: content.length, columns: content[0]!.length };
}

/** A host that refused once may accept the same again: what is to be undone should not stay half done. */
async function attempt(action: () => Promise<void>): Promise<void> {
  for (let left = ATTEMPTS; ; left--) {
    try {
      return await action();
    } catch (error) {
      if (left <= 1) throw error;
    }
  }
}

const cellsOf = (content: Change['content']): number => content.length * content[0]!.length;

/** Blocks of one width that stand on top of each other become one: a host takes one call for a column of formulas. */
function joined(changes: readonly Change[]): Change[] {
  const sorted = [...changes].sort((a, b) => a.column - b.column || a.row - b.row);
  const result: { row: number; column: number; content: (readonly CellValue[])[]; before: (readonly CellValue[])[] }[] =
    [];
  for (const { row, column, content, before } of sorted) {
    const last = result[result.length - 1];
    const follows =
      last &&
      last.column === column &&
      last.content[0]!.length === content[0]!.length &&
      last.row + last.content.length === row;
    if (follows && cellsOf(last.content) + cellsOf(content) <= BLOCK_CELLS) {
      last.content.push(...content);
      last.before.push(...before);
    } else {
      result.push({ row, column, content: [...content], before: [...before] });
    }
  }
  return result;
}
