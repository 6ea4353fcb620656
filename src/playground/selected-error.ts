// What is wrong in the selected cell. Excel shows a function's own words with two kinds of error only; for the others
// they are found as the pane's Explain finds them.
import type { Language } from '../language';
import { ERROR_CODES, type ErrorCode } from '../cells/fault';
import { explainCell } from '../taskpane/explain/explanation';
import { reasonOf } from '../taskpane/explain/reason';
import { meantIn } from '../taskpane/mend/mend';
import type { Area, Workbook } from '../workbook/workbook';
import type { CellMessage } from './messages';
import type { WorkbookProbe } from './probe';

export async function selectedError(
  workbook: Workbook,
  probe: WorkbookProbe,
  language: Language,
): Promise<SelectedError | undefined> {
  const cell = probe.selection().split(':')[0];
  const value = cell && probe.values(cell)[0]?.[0];
  const isError = ERROR_CODES.includes(value as ErrorCode);
  if (!cell || !(isError || (typeof value === 'string' && MAYBE_FORMULA.test(value)))) return undefined;
  const explanation = await explainCell(workbook, { ...(await workbook.selection()), rows: 1, columns: 1 });
  const formula = await meantIn(workbook, explanation);
  const meant = formula === undefined ? {} : { meant: { formula, at: explanation.anchor } };
  if (!isError) return formula === undefined ? undefined : { cell, code: '', text: '', ...meant };
  const said = probe.message(cell);
  if (said) return { cell, ...said, ...meant };
  const text = reasonOf(explanation, language) ?? (formula === undefined ? undefined : '');
  return text === undefined ? undefined : { cell, code: String(value), text, ...meant };
}

/** A formula that the sheet took for a text. */
const MAYBE_FORMULA = /^\s*[=＝]/;

export interface SelectedError extends CellMessage {
  readonly cell: string;
  /** What was meant, it seems. */
  readonly meant?: { readonly formula: string; readonly at: Area };
}
