import { Fault } from '../../cells/fault';
import { explain } from '../../binding/errors';
import { definitionOf } from '../../functions/by-id';
import { addressOf } from '../../formula/references';
import { COLUMNS } from '../../tables/columns';
import { cellOf } from '../../workbook/area';
import { allOrNothing } from '../../workbook/transaction';
import type { CellValue, Sheet } from '../../workbook/workbook';
import { regionAt, type Region } from '../check/region';
import { makeSheets, summaryOf } from '../check/sheets';
import { splitColumn } from '../check/split';
import { checkTable, type Checked, type Header } from '../check/table';
import type { PaneContext } from '../context';
import { element, replaceChildren, type Child } from '../element';
import { reportEnding } from '../ending';
import { firstFilled } from '../insert/obstacle';
import { runJob } from '../job';
import { breakList } from './breaks';

const POWERS: Readonly<Record<number, { readonly en: string; readonly zh: string }>> = {
  0: { en: '', zh: '' },
  3: { en: 'thousand ', zh: '千' },
  4: { en: '10,000 ', zh: '万' },
  6: { en: 'million ', zh: '百万' },
  8: { en: '100 million ', zh: '亿' },
};
const MEASURES = { amount: { en: '元', zh: '元' }, quantity: { en: 'shares', zh: '股' } } as const;
const FROM = { header: 'fromHeader', caption: 'fromCaption', usual: 'fromUsual' } as const;

/** What is understood of the table around the selected cell, and the way to a sheet that says whether it adds up. */
export function checkCard(context: PaneContext): HTMLElement {
  const { workbook, language, say } = context;
  const place = element('div', { 'aria-live': 'polite' });
  const button = element(
    'button',
    { type: 'button', class: 'primary', id: 'rzrq-check', onclick: () => void context.attempt(look) },
    say('lookAtTable'),
  );
  return element(
    'article',
    { class: 'card' },
    element('h2', {}, say('checkTable')),
    element('p', {}, say('checkTableHint')),
    button,
    place,
  );

  async function look(): Promise<void> {
    const cell = cellOf(await workbook.selection());
    const [region, sheets] = [await regionAt(workbook, cell), await workbook.sheets()];
    const source = sheets.find(({ id }) => id === cell.sheet)!;
    if (!region)
      return replaceChildren(place, element('p', { class: 'hint' }, say('noTable', { cell: addressOf(cell) })));
    const split = splitColumn(region.values);
    replaceChildren(
      place,
      element('h3', {}, say('tableAt', { text: addressOf(region.area, sheets, '') })),
      ...(split ? splitOffer(region, split) : outcome(region, source)),
    );
  }

  function outcome(region: Region, source: Sheet): Child[] {
    const checked = checkTable(region.values, language);
    if (checked instanceof Fault)
      return [element('p', { class: 'wrong' }, explain(checked, definitionOf('RECONCILE')!, language))];
    const running = element('div', {});
    return [
      element('p', { class: 'total' }, element('strong', {}, summaryOf(checked, language))),
      element(
        'p',
        { class: 'actions' },
        element(
          'button',
          {
            type: 'button',
            class: 'primary',
            id: 'rzrq-check-make',
            onclick: () => void context.attempt(() => make(region, checked, source, running)),
          },
          say('makeCheck'),
        ),
      ),
      running,
      ...breakList(region, checked, context),
      headerTable(checked.headers),
    ];
  }

  async function make(region: Region, checked: Checked, source: Sheet, running: HTMLElement): Promise<void> {
    const ending = await runJob(running, say('making', { text: say('checkTable') }), say, (job) =>
      makeSheets(workbook, region, checked, source, language, job),
    );
    if (ending.status === 'done')
      context.report(say('made', { text: ending.value.map(({ name }) => name).join(say('comma')) }));
    else reportEnding(context, ending);
  }

  function headerTable(headers: readonly Header[]): HTMLElement {
    return element(
      'div',
      { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': say('understoodAs') },
      element(
        'table',
        {},
        element(
          'thead',
          {},
          element(
            'tr',
            {},
            ...(['header', 'understoodAs', 'unitHere'] as const).map((word) =>
              element('th', { scope: 'col' }, say(word)),
            ),
          ),
        ),
        element('tbody', {}, ...headers.filter(({ text }) => text !== '').map(headerRow)),
      ),
    );
  }

  function headerRow({ text, column, unit }: Header): HTMLElement {
    const measures = column && COLUMNS[column].measures;
    return element(
      'tr',
      {},
      element('th', { scope: 'row' }, text),
      element(
        'td',
        {},
        column === undefined
          ? element('span', { class: 'hint' }, say('notUnderstood'))
          : language === 'zh'
            ? COLUMNS[column].zh
            : column,
      ),
      element(
        'td',
        {},
        unit && measures && `${POWERS[unit.power]?.[language] ?? `10^${unit.power} `}${MEASURES[measures][language]}`,
        unit && element('span', { class: 'hint' }, ` ${say(FROM[unit.from])}`),
      ),
    );
  }

  function splitOffer({ area }: Region, rows: CellValue[][]): Child[] {
    const split = async () => {
      const target = { ...area, columns: rows[0]!.length };
      const barred = await firstFilled(workbook, target, { ...area, columns: 1 });
      if (barred) return context.report(say('splitBarred', { cell: addressOf(barred) }), true);
      const texts = rows[0]!.map((_, column) => rows.some((row) => /^0\d/.test(String(row[column]))));
      const ending = await allOrNothing(workbook, {}, async (transaction) => {
        for (const [column, isText] of texts.entries())
          if (isText)
            await transaction.format({ ...target, column: target.column + column, columns: 1 }, { number: '@' });
        await transaction.put(target, rows);
      });
      if (ending.status !== 'done') return reportEnding(context, ending);
      context.report(say('splitDone', { text: addressOf(target) }));
      await look();
    };
    return [
      element('p', { class: 'advice' }, say('splitHint')),
      element(
        'button',
        { type: 'button', class: 'primary', id: 'rzrq-split', onclick: () => void context.attempt(split) },
        say('splitNow'),
      ),
    ];
  }
}
