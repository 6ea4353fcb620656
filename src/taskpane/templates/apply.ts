import type { Language } from '../../language';
import type { Template, TemplateSheet } from '../../templates';
import { slices } from '../../workbook/chunks';
import type { Area, Sheet, Workbook } from '../../workbook/workbook';
import type { Job } from '../job';

const ROWS_AT_A_TIME = 5_000;

export interface MadeSheet {
  readonly sheet: Sheet;
  /** What a chart of it shows, where it has one. */
  readonly plotted: Area | undefined;
}

/** What a failure could not take back. */
export class LeftBehind extends Error {
  constructor(
    problem: unknown,
    readonly sheets: readonly Sheet[],
  ) {
    super(problem instanceof Error ? problem.message : String(problem));
  }
}

/** Makes the template's sheets at the end of the workbook. When it is stopped or fails, they are taken away again. */
export async function makeTemplate(
  workbook: Workbook,
  template: Template,
  language: Language,
  job: Job,
): Promise<MadeSheet[]> {
  const made: MadeSheet[] = [];
  const { sheets } = template.build(language);
  try {
    for (const [index, content] of sheets.entries()) {
      await job.progress(index / sheets.length);
      const sheet = await workbook.addSheet(content.name);
      const plotted = content.charts[0] && { ...content.charts[0].data, sheet: sheet.id };
      made.push({ sheet, plotted });
      await fill(workbook, sheet, content, (part) => job.progress((index + part) / sheets.length));
    }
    await workbook.activate(made[0]!.sheet.id);
    return made;
  } catch (problem) {
    await takeAway(
      workbook,
      made.map(({ sheet }) => sheet),
      problem,
    );
    throw problem;
  }
}

async function fill(
  workbook: Workbook,
  { id: sheet }: Sheet,
  { cells, formats, widths, charts, frozenRows }: TemplateSheet,
  progress: (part: number) => Promise<void>,
): Promise<void> {
  const whole = { sheet, row: 0, column: 0, rows: cells.length, columns: cells[0]!.length };
  // Number formats come first: a code written into a text cell stays 000001.
  for (const { at, format } of formats) await workbook.format({ ...at, sheet }, format);
  for (const [column, width] of widths.entries())
    await workbook.format({ sheet, row: 0, column, rows: 1, columns: 1 }, { width });
  for (const part of slices(whole, ROWS_AT_A_TIME)) {
    await progress(part.row / whole.rows);
    await workbook.write(
      part,
      cells.slice(part.row, part.row + part.rows).map((row) => row.map((content) => content ?? '')),
    );
  }
  if (frozenRows > 0) await workbook.freezeRows(sheet, frozenRows);
  for (const { data, at, kind, title } of charts)
    await workbook.addChart(sheet, { kind, title, data: { ...data, sheet }, at: { ...at, sheet } });
  await progress(1);
}

async function takeAway(workbook: Workbook, sheets: readonly Sheet[], problem: unknown): Promise<void> {
  const left: Sheet[] = [];
  for (const sheet of sheets) await workbook.deleteSheet(sheet.id).catch(() => left.push(sheet));
  if (left.length > 0) throw new LeftBehind(problem, left);
}
