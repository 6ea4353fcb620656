import { cellName } from '../workbook/a1';
import { appended, childOf, type Edit, parsed, patched } from './elements';
import { bytesOfText, textOfBytes } from './text';

/** The views of a sheet with so many rows frozen at the top. */
export function frozenRows(text: string | undefined, prefix: string, rows: number): string {
  const p = prefix;
  const pane =
    rows > 0
      ? `<${p}pane ySplit="${rows}" topLeftCell="${cellName(rows, 0)}" activePane="bottomLeft" state="frozen"/>`
      : '';
  if (text === undefined)
    return `<${p}sheetViews><${p}sheetView workbookViewId="0">${pane}</${p}sheetView></${p}sheetViews>`;
  const bytes = bytesOfText(text);
  const view = childOf(parsed(bytes, 'sheetViews'), 'sheetView');
  if (!view) return text;
  const old = childOf(view, 'pane');
  const first = view.children[0];
  const edit: Edit = old
    ? { start: old.start, end: old.end, text: pane }
    : first
      ? { start: first.start, end: first.start, text: pane }
      : appended(view, pane);
  return textOfBytes(patched(bytes, [edit]));
}
