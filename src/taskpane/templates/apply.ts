import type { Language } from '../../language';
import type { Template, TemplateSheet } from '../../templates';
import { allOrNothing, type Ending, type Hooks, type Transaction } from '../../workbook/transaction';
import type { Area, Sheet, Workbook } from '../../workbook/workbook';

export interface MadeSheet {
  readonly sheet: Sheet;
  /** What a chart of it shows, where it has one. */
  readonly plotted: Area | undefined;
}

/** Makes the template's sheets at the end of the workbook. When it is stopped or fails, they are taken away again. */
export function makeTemplate(
  workbook: Workbook,
  template: Pick<Template, 'build'>,
  language: Language,
  hooks: Hooks = {},
): Promise<Ending<MadeSheet[]>> {
  return allOrNothing(workbook, hooks, async (transaction) => {
    const made: MadeSheet[] = [];
    for (const content of template.build(language).sheets) {
      const sheet = await transaction.addSheet(content.name);
      await fill(workbook, transaction, sheet, content);
      made.push({ sheet, plotted: content.charts[0] && { ...content.charts[0].data, sheet: sheet.id } });
    }
    await workbook.activate(made[0]!.sheet.id);
    return made;
  });
}

/** Writes what a sheet of a template holds. */
export async function fill(
  workbook: Workbook,
  transaction: Transaction,
  { id: sheet }: Sheet,
  { cells, formats, widths, charts, frozenRows }: TemplateSheet,
): Promise<void> {
  // Number formats come first: a code written into a text cell stays 000001.
  for (const { at, format } of formats) await workbook.format({ ...at, sheet }, format);
  for (const [column, width] of widths.entries())
    await workbook.format({ sheet, row: 0, column, rows: 1, columns: 1 }, { width });
  await transaction.put(
    { sheet, row: 0, column: 0, rows: cells.length, columns: cells[0]!.length },
    cells.map((row) => row.map((content) => content ?? '')),
  );
  if (frozenRows > 0) await workbook.freezeRows(sheet, frozenRows);
  for (const { data, at, kind, title } of charts)
    await workbook.addChart(sheet, { kind, title, data: { ...data, sheet }, at: { ...at, sheet } });
}
