// What may be asked of the workbook from outside: everything to read, nothing to write.
import type { FUniver } from '@univerjs/core/facade';
import { FormulaDataModel, IRenderManagerService, SHEET_VIEWPORT_KEY } from '@univerjs/preset-sheets-core';
import type { Injector } from '@univerjs/core';
import type { CellMessage, Messages } from './messages';

export interface WorkbookProbe {
  sheetNames(): string[];
  activeSheet(): string;
  /** Like "B5" or "B5:B14". */
  selection(): string;
  /** What the cells of the active sheet hold, spilled ones too; numbers as numbers, without their format. */
  values(range: string): (string | number | boolean | null)[][];
  /** The formula of each cell, "" where there is none. */
  formulas(range: string): string[][];
  /** What a function says about the error in a cell. */
  message(cell: string): CellMessage | undefined;
  /** Where a cell is on the page, in CSS pixels. */
  place(cell: string): { x: number; y: number; width: number; height: number };
}

export function probe(api: FUniver, injector: Injector, messages: Messages): WorkbookProbe {
  const workbook = () => api.getActiveWorkbook()!;
  const sheet = () => workbook().getActiveSheet();
  const range = (address: string) => sheet().getRange(address);
  return Object.freeze({
    sheetNames: () =>
      workbook()
        .getSheets()
        .map((one) => one.getSheetName()),
    activeSheet: () => sheet().getSheetName(),
    selection: () => workbook().getActiveRange()?.getA1Notation() ?? '',
    values: (address: string) => {
      const cells = range(address);
      const spilled = injector.get(FormulaDataModel).getArrayFormulaCellData()?.[workbook().getId()]?.[
        sheet().getSheetId()
      ];
      return cells
        .getRawValues()
        .map((row, y) =>
          row.map((value, x) => spilled?.[cells.getRow() + y]?.[cells.getColumn() + x]?.v ?? value ?? null),
        );
    },
    formulas: (address: string) => range(address).getFormulas(),
    message: (address: string) => {
      const cell = range(address);
      return messages.at(sheet().getSheet(), cell.getRow(), cell.getColumn());
    },
    place: (address: string) => {
      const cell = range(address);
      const { x, y, width, height } = cell.getCellRect();
      const { engine, scene } = injector.get(IRenderManagerService).getRenderById(workbook().getId())!;
      const canvas = engine.getCanvasElement().getBoundingClientRect();
      const { viewportScrollX, viewportScrollY } = scene.getViewport(SHEET_VIEWPORT_KEY.VIEW_MAIN)!;
      const { startRow, startColumn } = sheet().getFreeze();
      return {
        x: canvas.x + x - (cell.getColumn() < startColumn ? 0 : viewportScrollX),
        y: canvas.y + y - (cell.getRow() < startRow ? 0 : viewportScrollY),
        width,
        height,
      };
    },
  });
}
