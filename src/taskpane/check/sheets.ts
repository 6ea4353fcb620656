import { addressOf } from '../../formula/references';
import type { Language } from '../../language';
import { meaningOf } from '../../templates/headings';
import { numberFormat } from '../../templates/number-formats';
import { FILLS, HEADER, MUTED, TITLE } from '../../templates/styles';
import { rectangle } from '../../templates/table-sheet';
import type { TemplateSheet } from '../../templates/template';
import { allOrNothing, type Ending, type Hooks } from '../../workbook/transaction';
import type { Sheet, Workbook } from '../../workbook/workbook';
import { dress } from '../dress';
import { fill } from '../templates/apply';
import { speaker } from '../words';
import type { Region } from './region';
import type { Checked } from './table';

const HEADER_ROW = 3;
const ROW_WIDTH = 8;
const WIDTH = 18;
const BROKEN = { fill: '#fde3e1', color: '#9c1c13' } as const;

/** What was found, on a sheet with the breaks first, and the table in 元 and 股 on another; both are taken away if it fails. */
export function makeSheets(
  workbook: Workbook,
  region: Region,
  checked: Checked,
  source: Sheet,
  language: Language,
  hooks: Hooks = {},
): Promise<Ending<readonly Sheet[]>> {
  const say = speaker(language);
  return allOrNothing(workbook, hooks, async (transaction) => {
    const found = await transaction.addSheet(say('checkedSheet', { text: source.name }));
    await fill(workbook, transaction, found, findings(region, checked, source, language));
    const standard = await transaction.addSheet(say('standardSheet', { text: source.name }));
    const corner = { sheet: standard.id, row: 0, column: 0, rows: 1, columns: 1 };
    const table = addressOf(region.area, [source], standard.id);
    await transaction.put(corner, [[`=RZRQ.STANDARDIZE(${table},,,"${language}")`]]);
    await dress(workbook, transaction, corner, 'table');
    await workbook.activate(found.id);
    return [found, standard];
  });
}

function findings({ area }: Region, checked: Checked, source: Sheet, language: Language): TemplateSheet {
  const say = speaker(language);
  const { rows, titles, above } = checked;
  const firstRow = area.row + above + 1;
  const body = rows.map(({ row, cells }) => [firstRow + row, ...cells]);
  const cells = rectangle([
    [say('checkedTitle', { text: addressOf(area, [source], '') })],
    [summaryOf(checked, language)],
    [],
    [say('row'), ...titles],
    ...body,
  ]);
  const broken = rows.filter(({ isBreak }) => isBreak).length;
  const firstBroken = rows.findIndex(({ isBreak }) => isBreak);
  const column = (at: number) => ({ row: HEADER_ROW + 1, column: at, rows: body.length, columns: 1 });
  return {
    name: '',
    cells,
    widths: [ROW_WIDTH, ...titles.map(() => WIDTH)],
    formats: [
      { at: { row: 0, column: 0, rows: 1, columns: 1 }, format: TITLE },
      { at: { row: 1, column: 0, rows: 1, columns: 1 }, format: MUTED },
      {
        at: { row: HEADER_ROW, column: 0, rows: 1, columns: titles.length + 1 },
        format: { ...HEADER, fill: FILLS.computed },
      },
      ...titles.flatMap((title, i) => {
        const number = numberFormat(
          rows.map((row) => row.cells[i]),
          meaningOf(title),
        );
        // A code such as 000001 is a text.
        const isText =
          number === undefined && rows.some((row) => typeof row.cells[i] === 'string' && row.cells[i] !== '');
        return body.length > 0 && (number !== undefined || isText)
          ? [{ at: column(i + 1), format: { number: number ?? '@' } }]
          : [];
      }),
      ...(broken > 0
        ? [
            {
              at: { row: HEADER_ROW + 1 + firstBroken, column: 0, rows: broken, columns: titles.length + 1 },
              format: BROKEN,
            },
          ]
        : []),
    ],
    charts: [],
    frozenRows: HEADER_ROW + 1,
  };
}

/** `3 breaks in 250 rows, largest 26,277,849`. */
export function summaryOf({ breaks, rows, largest }: Checked, language: Language): string {
  const say = speaker(language);
  const count = rows.length;
  return breaks === 0
    ? say('noBreaks', { count })
    : say(breaks === 1 ? 'oneBreak' : 'breaks', {
        count,
        text: breaks,
        cell: largest.toLocaleString('en-US', { maximumFractionDigits: 10 }),
      });
}
