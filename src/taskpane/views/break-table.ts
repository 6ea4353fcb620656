import type { BreakTerm, BreakTerms } from '../../functions/check/terms-of-break';
import type { Area } from '../../workbook/workbook';
import type { PaneContext } from '../context';
import { element, type Child } from '../element';
import { shown } from '../show';

/** A link that selects a cell. */
export type CellLink = (cell: Area) => HTMLElement;

const TERMS = { prior: 'termPrior', day: 'termOfDay', published: 'termPublished' } as const;

/** prior + purchases − repayments − published = the difference, each figure with the way to its cell in the table. */
export function breakTable(
  { title, terms, difference }: BreakTerms,
  table: Area | undefined,
  { language, say }: PaneContext,
  link: CellLink,
): Child[] {
  const line = (term: BreakTerm) => {
    const cell = table && term.cell ? cellIn(table, term.cell.row * table.columns + term.cell.column) : undefined;
    return element(
      'tr',
      {},
      element('th', { scope: 'row' }, `${term.sign} ${say(TERMS[term.of], { text: term.name[language] })}`.trim()),
      element('td', { class: 'number' }, shown(term.value)),
      element('td', {}, cell && link(cell)),
    );
  };
  return [
    element('h4', {}, title[language]),
    element(
      'table',
      { class: 'positions break' },
      element(
        'tbody',
        {},
        ...terms.map(line),
        element(
          'tr',
          { class: 'total' },
          element('th', { scope: 'row' }, `= ${say('difference')}`),
          element('td', { class: 'number' }, shown(difference)),
          element('td', {}),
        ),
      ),
    ),
  ];
}

/** One cell of an area, counted row by row. */
export function cellIn(area: Area, index: number): Area {
  return {
    ...area,
    row: area.row + Math.floor(index / area.columns),
    column: area.column + (index % area.columns),
    rows: 1,
    columns: 1,
  };
}
