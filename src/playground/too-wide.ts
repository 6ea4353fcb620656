// A number that does not fit its column shows ####, as in Excel; the engine would cut it, and its first digits read as
// another number.
import { CellValueType, InterceptorEffectEnum } from '@univerjs/core';
import type { Injector } from '@univerjs/core';
import { INTERCEPTOR_POINT, SheetInterceptorService } from '@univerjs/preset-sheets-core';

const AFTER_NUMBER_FORMATS = 1;
const DEFAULT_SIZE = 11;
const DEFAULT_FONT = 'Arial';
const PIXELS_PER_POINT = 4 / 3;
const PADDING = 4;
const SIGN = '#';

export function markNumbersTooWide(injector: Injector): void {
  const context = document.createElement('canvas').getContext('2d')!;
  const widths = new Map<string, number>();
  const widthOf = (text: string, font: string): number => {
    // Digits are of one width: the shape of a number says how wide it is.
    const key = `${font} ${text.replace(/\d/g, '0')}`;
    let width = widths.get(key);
    if (width === undefined) {
      context.font = font;
      width = context.measureText(text).width;
      widths.set(key, width);
    }
    return width;
  };
  injector.get(SheetInterceptorService).intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
    effect: InterceptorEffectEnum.Value,
    priority: -AFTER_NUMBER_FORMATS,
    handler: (cell, { workbook, worksheet, row, col, rawData }, next) => {
      const shown = next(cell);
      const value = shown?.v;
      if (value === undefined || value === null || !isNumber(shown?.t ?? rawData?.t, value)) return shown;
      const style = workbook.getStyles().getStyleByCell(cell);
      const font = `${style?.bl ? 'bold ' : ''}${(style?.fs ?? DEFAULT_SIZE) * PIXELS_PER_POINT}px ${style?.ff ?? DEFAULT_FONT}`;
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
