import { childOf, childrenOf } from './elements';
import type { Frame } from './frame';

export interface ColumnWidth {
  readonly column: number;
  /** In characters; undefined where it is the usual one. */
  readonly width: number | undefined;
  readonly hidden: boolean;
}

const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true';

/** What a sheet says of its first columns. */
export function columnWidths(frame: Frame, count: number): readonly ColumnWidth[] {
  return frame
    .all('cols')
    .flatMap((element) => childrenOf(element, 'col'))
    .flatMap((element) => {
      const [from, to] = [Number(element.attribute('min')) - 1, Math.min(Number(element.attribute('max')), count)];
      const width = element.attribute('width');
      return Array.from({ length: Math.max(0, to - from) }, (_, i) => ({
        column: from + i,
        width: width === undefined ? undefined : Number(width),
        hidden: isTrue(element.attribute('hidden')),
      }));
    });
}

/** How many rows and columns stay in view. */
export function frozenAt(frame: Frame): { readonly rows: number; readonly columns: number } | undefined {
  const pane = childOf(childOf(frame.all('sheetViews')[0], 'sheetView'), 'pane');
  if (!pane || !(pane.attribute('state') ?? '').startsWith('frozen')) return undefined;
  return { rows: Number(pane.attribute('ySplit') ?? 0), columns: Number(pane.attribute('xSplit') ?? 0) };
}
