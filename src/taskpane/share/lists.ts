import type { Area } from '../../workbook/workbook';
import { element } from '../element';
import type { Say } from '../words';
import { filledColumns } from './filled-columns';
import { withCommonReason, type Group, type Line } from './outline';

const MOST_LINES = 100;
const MOST_UNFOLDED = 8;

/** Draws the lines of a plan or a result: a filled column is one, which opens to its cells. */
export function listsIn(say: Say, select: (area: Area) => void): (group: Group) => HTMLElement {
  return (group) => {
    const { title, lines } = withCommonReason(group, say);
    const columns = filledColumns(lines);
    return element(
      'details',
      { class: 'group', open: columns.length <= MOST_UNFOLDED },
      element('summary', {}, title),
      ...listOf(columns),
    );
  };

  /** The first lines, and a button for more of them. */
  function listOf(lines: readonly Line[]): HTMLElement[] {
    const list = element('ul', {});
    const more = element('button', { type: 'button', onclick: showMore });
    showMore();
    return [list, more];

    function showMore(): void {
      list.append(...lines.slice(list.children.length, list.children.length + MOST_LINES).map(lineOf));
      const left = lines.length - list.children.length;
      more.textContent = say('showMore', { count: Math.min(left, MOST_LINES), text: left });
      more.hidden = left === 0;
    }
  }

  function lineOf({ cell, area, before, after, why, cells }: Line): HTMLElement {
    const place = area ? element('button', { type: 'button', class: 'link', onclick: () => select(area) }, cell) : cell;
    return element(
      'li',
      {},
      place,
      cells && say('filledCells', { count: cells.length }),
      ' ',
      element('code', {}, before),
      after !== undefined && ' → ',
      after !== undefined && element('code', {}, after),
      why !== undefined && element('span', { class: 'hint' }, ` ${why}`),
      cells && cellsOf(cells, cell),
    );
  }

  /** Drawn when they are wanted: a column may have thousands. */
  function cellsOf(cells: readonly Line[], name: string): HTMLElement {
    const summary = element('summary', {}, say('eachCell', { cell: name }));
    const details = element('details', {
      class: 'cells',
      ontoggle: () => details.children.length === 1 && details.append(...listOf(cells)),
    });
    details.append(summary);
    return details;
  }
}
