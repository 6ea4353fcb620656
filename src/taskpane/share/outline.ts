import { UnreadableNote } from '../../share/originals/note';
import { ONE_CELL } from '../../share/reading/sites';
import { FilterOn } from '../../workbook/filter';
import { type Hooks, OutOfDate, type Status } from '../../workbook/transaction';
import type { Size } from '../../share/reading/grid';
import type { Area, CellValue, Sheet } from '../../workbook/workbook';
import { addressOf } from '../../formula/references';
import type { Say, Word } from '../words';

/** One cell, the cells that one formula fills, or a filled column, in a plan or a result. */
export interface Line {
  readonly cell: string;
  /** Undefined where the cell is gone. */
  readonly area?: Area | undefined;
  readonly before: string;
  readonly after?: string;
  readonly why?: string | undefined;
  /** The cells of a filled column, each with its line. */
  readonly cells?: readonly Line[];
}

export interface Group {
  readonly title: string;
  readonly lines: readonly Line[];
}

/** What a command would do; nothing is written yet. */
export interface Outline {
  readonly notes: readonly string[];
  readonly groups: readonly Group[];
  /** The names of the sheets that it takes, in order. */
  readonly sheets: readonly string[];
  /** Undefined where there is nothing to do. */
  readonly run: ((hooks: Hooks) => Promise<Outcome>) | undefined;
}

/** What a command has done. */
export interface Outcome {
  /** Sheets that were put back as they were. */
  readonly problems: readonly string[];
  readonly notes: readonly string[];
  readonly groups: readonly Group[];
}

/** Where a line stands: its area, and the address with the sheet's name. */
export function placed(
  { id, name }: Pick<Sheet, 'id' | 'name'>,
  row: number,
  column: number,
  size: Size = ONE_CELL,
): { readonly area: Area; readonly cell: string } {
  const area = { sheet: id, row, column, ...size };
  return { area, cell: addressOf(area, [{ id, name, protected: false }], '') };
}

/** The first of some contents; three dots stand for the others that are written. */
export function contentText(content: readonly (readonly CellValue[])[], say: Say): string {
  const [first = '', ...others] = content.flat();
  const text = typeof first === 'boolean' ? String(first).toUpperCase() : first === '' ? say('blank') : String(first);
  return others.some((other) => other !== '') ? `${text} …` : text;
}

/** The groups that have a line. */
export function filled(...groups: readonly Group[]): readonly Group[] {
  return groups.filter(({ lines }) => lines.length > 0);
}

/** The group with a reason that all its lines have in its title, where a folded group shows it. */
export function withCommonReason({ title, lines }: Group, say: Say): Group {
  const [why, ...others] = new Set(lines.map((line) => line.why));
  if (lines.length < 2 || why === undefined || others.length > 0) return { title, lines };
  return {
    title: say('titleWithReason', { title, text: why }),
    lines: lines.map((line) => ({ ...line, why: undefined })),
  };
}

/** That there is nothing to do: nothing of the kind, or nothing that can be changed. */
export function idleNotes(
  say: Say,
  { found, able }: { readonly found: number; readonly able: number },
  { nothing, none }: { readonly nothing: Word; readonly none: Word },
): readonly string[] {
  return able > 0 ? [] : [say(found > 0 ? none : nothing)];
}

/** What the sheets that are done come to; where a problem left none of them, there is nothing else to tell. */
export function outcomeOf(
  results: readonly SheetStatus[],
  count: number,
  told: Omit<Outcome, 'problems'>,
  say: Say,
): Outcome {
  const problems = problemsOf(results, say);
  return problems.length > 0 && count === 0 ? { problems, notes: [], groups: [] } : { problems, ...told };
}

interface SheetStatus {
  readonly name: string;
  readonly status: Status;
  readonly error?: unknown;
}

/** A sentence for each sheet that was not finished. */
export function problemsOf(results: readonly SheetStatus[], say: Say): readonly string[] {
  return results.flatMap(({ name, status, error }) => {
    if (status === 'done') return [];
    if (status === 'cancelled') return [say('sheetCancelled', { text: name })];
    return [say(status === 'failed' ? 'sheetFailed' : 'sheetHalfDone', { text: name, cell: problemText(error, say) })];
  });
}

/** What went wrong, in the reader's language where we know it; else as the host says it. */
export function problemText(problem: unknown, say: Say): string {
  if (problem instanceof OutOfDate) return say('outOfDate', { text: contentText([[problem.content]], say) });
  if (problem instanceof FilterOn) return say('filterOn');
  if (problem instanceof UnreadableNote) return say('unreadableNote');
  return problem instanceof Error ? problem.message : String(problem);
}
