import { addressOf } from '../../formula/references';
import type { Part } from '../../share/reading/part';
import { MAX_COLUMNS, MAX_ROWS } from '../../workbook/a1';
import type { Area, Sheet } from '../../workbook/workbook';
import { element } from '../element';
import type { Say } from '../words';

/** Which cells a command is to take. */
export interface Wish {
  /** The sheets that have something for it. */
  readonly sheets: readonly Sheet[];
  /** Those of them, by id, that are to stay as they are. */
  readonly without: readonly string[];
  readonly onlySelection: boolean;
}

export function partOf({ sheets, without, onlySelection }: Wish, selection: Area | undefined): Part {
  if (onlySelection) return selection ? [selection] : [];
  if (without.length === 0) return undefined;
  return sheets
    .filter(({ id }) => !without.includes(id))
    .map(({ id }) => ({ sheet: id, row: 0, column: 0, rows: MAX_ROWS, columns: MAX_COLUMNS }));
}

/** Sheets to take and the selection, folded under a line that says what is chosen. */
export function partChoice(
  say: Say,
  wish: Wish,
  selection: Area | undefined,
  { id, change }: { readonly id: string; readonly change: (wish: Wish) => void },
): HTMLElement {
  const { sheets, without, onlySelection } = wish;
  const cell = selection && addressOf(selection, sheets, '');
  const chosen = sheets.length - without.length;
  const isAll = !onlySelection && without.length === 0;
  const check = (name: string, label: string, checked: boolean, disabled: boolean, onchange: () => void) =>
    element(
      'label',
      { class: 'check' },
      element('input', { type: 'checkbox', id: `rzrq-part-${id}-${name}`, checked, disabled, onchange }),
      ' ',
      label,
    );
  const others = (sheet: string) => without.filter((other) => other !== sheet);
  return element(
    'details',
    { class: 'part', open: !isAll },
    element(
      'summary',
      { id: `rzrq-part-${id}` },
      isAll
        ? say('takesAll')
        : onlySelection
          ? say('takesSelection', { cell: cell ?? '' })
          : say('takesSheets', { count: chosen, text: sheets.length }),
    ),
    ...(sheets.length > 1
      ? sheets.map((sheet, i) =>
          check(`sheet-${i}`, sheet.name, !without.includes(sheet.id), onlySelection, () =>
            change({
              ...wish,
              without: without.includes(sheet.id) ? others(sheet.id) : [...without, sheet.id],
            }),
          ),
        )
      : []),
    check('selection', say('onlySelection', { cell: cell ?? '' }), onlySelection, !selection, () =>
      change({ ...wish, onlySelection: !onlySelection }),
    ),
  );
}
