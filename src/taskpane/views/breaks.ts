import { rawOf } from '../../formula/meaning/cells';
import { addressOf } from '../../formula/references';
import { termsOfBreak } from '../../functions/check/terms-of-break';
import { meaningOf } from '../../templates/headings';
import type { Area } from '../../workbook/workbook';
import type { Region } from '../check/region';
import type { Checked } from '../check/table';
import type { PaneContext } from '../context';
import { element, replaceChildren, type Child } from '../element';
import { shown } from '../show';
import { breakTable } from './break-table';

/** So many are listed; all of them are on the sheet that is made. */
const MOST_BREAKS = 20;
const FIRST_DIFFERENCE = 2;

/** The rows that do not add up, each of which opens into the figures behind it. */
export function breakList({ area, values }: Region, { titles, rows, above }: Checked, context: PaneContext): Child[] {
  const { workbook, say } = context;
  const broken = rows.filter(({ isBreak }) => isBreak);
  const link = (cell: Area) =>
    element(
      'button',
      { type: 'button', class: 'link', onclick: () => void context.attempt(() => workbook.select(cell)) },
      addressOf(cell),
    );

  function figures(row: number, cells: Checked['rows'][number]['cells']): Child[] {
    const table = values.map((line) => line.map(rawOf));
    return cells.flatMap((cell, column) =>
      column >= FIRST_DIFFERENCE && typeof cell === 'number' && cell !== 0
        ? termsOfBreak(table, row + 1, column).flatMap((one) => breakTable(one, area, context, link))
        : [],
    );
  }

  function line({ row, cells }: Checked['rows'][number]): HTMLElement {
    const behind = element('div', {});
    return element(
      'details',
      { class: 'nested', ontoggle: () => behind.hasChildNodes() || replaceChildren(behind, ...figures(row, cells)) },
      element('summary', {}, say('wrongRow', { row: area.row + above + 1 + row }), summary(cells)),
      behind,
    );
  }

  /** The day, the code and what differs. */
  const summary = (cells: Checked['rows'][number]['cells']) =>
    cells
      .slice(0, -1)
      .map((cell, i) => (cell === 0 || cell === '' ? '' : shown(cell, meaningOf(titles[i]))))
      .filter(Boolean)
      .join(' ');

  return [
    ...broken.slice(0, MOST_BREAKS).map(line),
    broken.length > MOST_BREAKS && element('p', { class: 'hint' }, say('firstBreaks', { count: MOST_BREAKS })),
  ];
}
