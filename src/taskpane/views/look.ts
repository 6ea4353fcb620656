import { isoDate } from '../../cells/date';
import { listed } from '../../language';
import type { PaneContext, View } from '../context';
import { element, replaceChildren } from '../element';
import { addressOf } from '../../formula/references';
import { haveAcceptableLanguage } from '../look/acceptable-language';
import { figuresAt, type Figures } from '../look/figures';
import type { Line } from '../look/plot';
import { plainNumber } from '../show';

const MOST_ROWS = 200;
const RATIO_NAME = /维持担保比例|maintenance/i;

/** The usual lines of a maintenance ratio; a broker's own are columns of the sheet. */
const RATIO_LINES: readonly Line[] = [
  { name: '300%', value: 3 },
  { name: '150%', value: 1.5 },
  { name: '130%', value: 1.3 },
];

/** A plot of the selected figures, and the same figures as a table. */
export function lookView(context: PaneContext): View {
  const { workbook, language, say } = context;
  let figures: Figures | undefined;
  let drawing:
    { destroy(): void; setSize(size: { width: number; height: number }): void; readonly height: number } | undefined;
  const withLines = element('input', { type: 'checkbox', onchange: () => void context.attempt(draw) });
  const title = element('h2', {});
  const place = element('div', { class: 'plot' });
  const table = element('div', {});
  const panel = element(
    'div',
    {},
    element('p', { class: 'hint' }, say('lookHint')),
    element(
      'p',
      { class: 'actions' },
      element(
        'button',
        { type: 'button', class: 'primary', onclick: () => void context.attempt(takeAsked) },
        say('draw'),
      ),
    ),
    title,
    place,
    element('label', { class: 'check' }, withLines, ' ', say('lines')),
    table,
  );
  new ResizeObserver(
    () => drawing && place.clientWidth > 0 && drawing.setSize({ width: place.clientWidth, height: drawing.height }),
  ).observe(place);

  /** Only who asks for a plot is told that there is nothing to plot. */
  async function takeAsked(): Promise<void> {
    await take();
    context.report(figures ? '' : say('nothingToDraw'), !figures);
  }

  async function take(): Promise<void> {
    const [selection, sheets] = [await workbook.selection(), await workbook.sheets()];
    figures = await figuresAt(workbook, selection);
    title.textContent = figures ? say('plotOf', { text: addressOf(selection, sheets, '') }) : '';
    withLines.checked = figures?.columns.some(({ name }) => name !== undefined && RATIO_NAME.test(name)) ?? false;
    await draw();
  }

  async function draw(): Promise<void> {
    drawing?.destroy();
    drawing = undefined;
    replaceChildren(table, figures && tableOf(figures));
    if (!figures) return;
    // uPlot makes its number format as it loads.
    haveAcceptableLanguage();
    const { plot } = await import(/* webpackChunkName: "plot" */ '../look/plot');
    const options = {
      names: namesOf(figures),
      dayName: figures.days ? say('day') : say('position'),
      lines: withLines.checked ? RATIO_LINES : [],
      locale: language === 'zh' ? 'zh-CN' : 'en',
    };
    drawing = plot(place, figures, options);
    place.setAttribute('role', 'img');
    place.setAttribute('aria-label', `${title.textContent}: ${listed(options.names, language)}`);
  }

  function namesOf({ columns }: Figures): string[] {
    return columns.map(({ name, letters }) => name ?? say('series', { text: letters }));
  }

  function tableOf({ days, columns }: Figures): HTMLElement {
    const count = Math.min(columns[0]!.values.length, MOST_ROWS);
    const head = [days ? say('day') : say('position'), ...namesOf({ days, columns })];
    const dayAt = (row: number) => (days ? (Number.isNaN(days[row]!) ? '–' : isoDate(days[row]!)) : String(row + 1));
    return element(
      'details',
      {},
      element('summary', {}, say('asTable')),
      element(
        'div',
        { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': say('asTable') },
        element(
          'table',
          {},
          element('thead', {}, element('tr', {}, ...head.map((text) => element('th', { scope: 'col' }, text)))),
          element(
            'tbody',
            {},
            ...Array.from({ length: count }, (_, row) =>
              element(
                'tr',
                {},
                element('th', { scope: 'row' }, dayAt(row)),
                ...columns.map(({ values }) =>
                  element('td', {}, values[row] === null ? '–' : plainNumber(values[row]!)),
                ),
              ),
            ),
          ),
        ),
      ),
      count < columns[0]!.values.length && element('p', { class: 'hint' }, say('firstRows', { count })),
    );
  }

  return {
    panel,
    shown: () => void context.attempt(take),
    themed: () => void context.attempt(draw),
  };
}
