// What is pasted from elsewhere widens its columns as far as it needs, in the same step as the paste; nothing gets narrower.
import { type ICellData, type Injector, IUniverInstanceService, numfmt, type Workbook } from '@univerjs/core';
import {
  ISheetClipboardService,
  SetWorksheetColWidthMutation,
  SetWorksheetColWidthMutationFactory,
} from '@univerjs/preset-sheets-core';
import { fontOf, textWidth } from './text-width';

const HOOK = 'rzrq-fit-pasted';
const PADDING = 12;
/** Texts may run over their neighbour or be cut; a number needs all its digits. */
const WIDEST_TEXT = 240;
/** So many rows are looked at. */
const MOST_ROWS = 2_000;

export function fitPastedColumns(injector: Injector): void {
  const widthOf = textWidth();
  const needed = (cell: ICellData, workbook: Workbook): number => {
    const style = workbook.getStyles().getStyleByCell(cell);
    const text = shownText(cell, style?.n?.pattern);
    const width = Math.ceil(widthOf(text, fontOf(style))) + PADDING;
    return Number.isNaN(Number(text.replace(/,/g, ''))) ? Math.min(WIDEST_TEXT, width) : width;
  };
  injector.get(ISheetClipboardService).addClipboardHook({
    id: HOOK,
    onPasteCells: (from, { unitId, subUnitId, range }, data) => {
      const workbook = injector.get(IUniverInstanceService).getUnit<Workbook>(unitId);
      const sheet = workbook?.getSheetBySheetId(subUnitId);
      if (from || !workbook || !sheet) return { undos: [], redos: [] };
      const colWidth: Record<number, number> = {};
      data.forValue((row, at, cell) => {
        const column = range.cols[at];
        if (row >= MOST_ROWS || column === undefined || !cell || (cell.colSpan ?? 1) > 1) return;
        const width = needed(cell, workbook);
        if (width > (colWidth[column] ?? sheet.getColumnWidth(column))) colWidth[column] = width;
      });
      const columns = Object.keys(colWidth).map(Number);
      if (columns.length === 0) return { undos: [], redos: [] };
      const ranges = columns.map((column) => ({
        startRow: 0,
        endRow: sheet.getMaxRows() - 1,
        startColumn: column,
        endColumn: column,
      }));
      const params = { unitId, subUnitId, ranges, colWidth };
      return {
        redos: [{ id: SetWorksheetColWidthMutation.id, params }],
        undos: [{ id: SetWorksheetColWidthMutation.id, params: SetWorksheetColWidthMutationFactory(params, sheet) }],
      };
    },
  });
}

function shownText({ v, p }: ICellData, pattern: string | undefined): string {
  if (typeof v === 'number' && pattern !== undefined) return numfmt.format(pattern, v);
  return String(v ?? p?.body?.dataStream ?? '').trim();
}
