// A number that does not fit its column shows ####, as in Excel; the engine would cut it, and its first digits read as
// another number.
import { CellValueType, InterceptorEffectEnum } from '@univerjs/core';
import type { Injector } from '@univerjs/core';
import { INTERCEPTOR_POINT, SheetInterceptorService } from '@univerjs/preset-sheets-core';
import { fontOf, textWidth } from './text-width';

const AFTER_NUMBER_FORMATS = 1;
const PADDING = 4;
const SIGN = '#';

export function markNumbersTooWide(injector: Injector): void {
  const widthOf = textWidth();
  injector.get(SheetInterceptorService).intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
    effect: InterceptorEffectEnum.Value,
    priority: -AFTER_NUMBER_FORMATS,
    handler: (cell, { workbook, worksheet, row, col, rawData }, next) => {
      const shown = next(cell);
      const value = shown?.v;
      if (value === undefined || value === null || !isNumber(shown?.t ?? rawData?.t, value)) return shown;
      const style = workbook.getStyles().getStyleByCell(cell);
      const font = fontOf(style);
      const room = worksheet.getColumnWidth(col) - PADDING - (style?.pd?.r ?? 0);
      if (worksheet.getMergedCell(row, col) || widthOf(String(value), font) <= room) return shown;
      const count = Math.max(1, Math.floor(room / widthOf(SIGN, font)));
      return { ...shown, v: SIGN.repeat(count), t: CellValueType.STRING };
    },
  });
}

function isNumber(type: unknown, value: unknown): boolean {
  return typeof value === 'number' || type === CellValueType.NUMBER;
}
