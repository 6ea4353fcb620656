// The engine honours the colour in a number format ([Red]…) below zero only; a break above zero is as red.
import { InterceptorEffectEnum, ThemeService } from '@univerjs/core';
import type { Injector } from '@univerjs/core';
import { INTERCEPTOR_POINT, SheetInterceptorService } from '@univerjs/preset-sheets-core';

const RED_ABOVE_ZERO = /^\[Red\]/i;
const AFTER_NUMBER_FORMATS = 1;

export function colourFiguresAboveZero(injector: Injector): void {
  const theme = injector.get(ThemeService);
  injector.get(SheetInterceptorService).intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
    effect: InterceptorEffectEnum.Style,
    priority: AFTER_NUMBER_FORMATS,
    handler: (cell, { workbook, rawData }, next) => {
      const pattern = workbook.getStyles().get(cell?.s)?.n?.pattern;
      const red = pattern && RED_ABOVE_ZERO.test(pattern) && Number(rawData?.v) > 0;
      return next(red ? { ...cell, interceptorStyle: { cl: { rgb: theme.getColorFromTheme('red.500') } } } : cell);
    },
  });
}
