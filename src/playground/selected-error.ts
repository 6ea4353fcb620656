// What is wrong in the selected cell. Excel shows a function's own words with two kinds of error only; for the others
// they are found as the pane's Explain finds them.
import type { Language } from '../language';
import { ERROR_CODES, type ErrorCode } from '../cells/fault';
import { explainCell } from '../taskpane/explain/explanation';
import { reasonOf } from '../taskpane/explain/reason';
import type { Workbook } from '../workbook/workbook';
import type { CellMessage } from './messages';
import type { WorkbookProbe } from './probe';

export async function selectedError(
  workbook: Workbook,
  probe: WorkbookProbe,
  language: Language,
): Promise<(CellMessage & { cell: string }) | undefined> {
  const cell = probe.selection().split(':')[0];
  const code = cell && probe.values(cell)[0]?.[0];
  if (!cell || !ERROR_CODES.includes(code as ErrorCode)) return undefined;
  const said = probe.message(cell);
  if (said) return { cell, ...said };
  const text = reasonOf(
    await explainCell(workbook, { ...(await workbook.selection()), rows: 1, columns: 1 }),
    language,
  );
  return text === undefined ? undefined : { cell, code: String(code), text };
}
