import { isoDate } from '../../cells/date';
import type { Overview } from '../../import/overview';
import type { Plan } from '../../import/write-plan';
import type { Language } from '../../language';
import { frozen } from '../../share/native/frozen';
import { figures, keys } from '../../tables/columns';
import { AMOUNT, DAY, FILLS, HEADER, MUTED, TEXT, TITLE } from '../../templates/styles';
import { rectangle } from '../../templates/table-sheet';
import type { Content, TemplateSheet } from '../../templates/template';
import { rowsPerChunk, slices } from '../../workbook/chunks';
import { allOrNothing, type Ending, type Hooks, type Transaction } from '../../workbook/transaction';
import type { Area, CellValue, Sheet, Workbook } from '../../workbook/workbook';
import { fill } from '../templates/apply';
import { panelHeader, PANEL_COLUMNS } from './canonical';
import type { Engine } from './engine';
import type { PanelSheet } from './panel-sheets';
import { daysOfPart, fromText, optionText, unitText } from './told';
import { importSpeaker } from './words';

const CODE_COLUMN = keys.indexOf('code');
const DAY_COLUMN = keys.indexOf('date');
const WIDTHS = [10, 14, 10, 14, ...figures.map(() => 18), 34];
/** The first row holds the headers. */
const FIRST_ROW = 1;
const MOST_BREAKS = 2_000;
const INK = '#242424';

/**
 * Writes what is planned, a sheet of its own or below a panel that is there, and a sheet with all that was found.
 * Stopped or failed, nothing of it is left.
 */
export function writePanel(
  workbook: Workbook,
  engine: Pick<Engine, 'rows' | 'sheetsOf'>,
  plan: Plan,
  existing: readonly PanelSheet[],
  overview: Overview,
  language: Language,
  hooks: Hooks,
): Promise<Ending<readonly Sheet[]>> {
  const say = importSpeaker(language);
  return allOrNothing(workbook, hooks, async (transaction) => {
    const written: Sheet[] = [];
    const planned = await engine.sheetsOf(plan);
    for (const [number, { label, rows }] of planned.entries()) {
      const name = [say('panelName'), label].filter(Boolean).join(' ');
      const target = targetOf(existing, name, label);
      const sheet = target?.sheet ?? (await transaction.addSheet(name));
      const first = target ? target.rows : FIRST_ROW;
      const area: Area = { sheet: sheet.id, row: first, column: 0, rows, columns: PANEL_COLUMNS };
      if (!target) await writeHeader(workbook, sheet, language);
      await formatRows(workbook, area);
      for (const part of slices(area, rowsPerChunk(PANEL_COLUMNS))) {
        const cells = (await engine.rows(plan, number, part.row - first, part.rows)).map(asCells);
        if (target) await transaction.put(part, cells);
        else await transaction.putFresh(part, cells);
        hooks.onProgress?.({ sheet: sheet.name, done: part.row - first + part.rows, total: rows });
      }
      await makeTable(workbook, transaction, sheet, first + rows, target !== undefined);
      written.push(sheet);
    }
    const found = await transaction.addSheet(say('findingsName'));
    await fill(workbook, transaction, found, findingsSheet(overview, language));
    await workbook.activate(written[0]!.id);
    return [...written, found];
  });
}

/** The panel that new rows go under. */
export function targetOf(existing: readonly PanelSheet[], name: string, label: string): PanelSheet | undefined {
  return existing.find(({ sheet }) => sheet.name === name) ?? (label === '' ? existing[0] : undefined);
}

async function writeHeader(workbook: Workbook, { id: sheet }: Sheet, language: Language): Promise<void> {
  const header = { sheet, row: 0, column: 0, rows: 1, columns: PANEL_COLUMNS };
  // A table paints its headers in colours of its own; these can be read on ours.
  await workbook.format(header, { ...HEADER, fill: FILLS.published, color: INK });
  for (const [column, width] of WIDTHS.entries())
    await workbook.format({ sheet, row: 0, column, rows: 1, columns: 1 }, { width });
  await workbook.write(header, [panelHeader(language)]);
  await workbook.freezeRows(sheet, 1);
}

/** Before the cells: a code written into a text cell stays 000001. */
async function formatRows(workbook: Workbook, area: Area): Promise<void> {
  await workbook.format({ ...area, column: CODE_COLUMN, columns: 1 }, { number: TEXT });
  await workbook.format({ ...area, column: DAY_COLUMN, columns: 1 }, DAY);
  await workbook.format({ ...area, column: keys.length, columns: figures.length }, { number: AMOUNT });
}

async function makeTable(
  workbook: Workbook,
  transaction: Transaction,
  sheet: Sheet,
  rows: number,
  isThere: boolean,
): Promise<void> {
  const area = { sheet: sheet.id, row: 0, column: 0, rows, columns: PANEL_COLUMNS };
  const own = (await workbook.tables()).find((table) => table.area.sheet === sheet.id && table.area.row === 0);
  if (isThere && !own) return;
  const name = own?.name ?? `RZRQ_${sheet.name.replace(/[^\p{L}\d]+/gu, '_')}`;
  if (own) transaction.undoWith(async () => void (await workbook.placeTable(name, own.area)));
  await workbook.placeTable(name, area);
}

const asCells = (row: readonly (string | number)[]): CellValue[] =>
  row.map((value, column) => (typeof value === 'number' || column === CODE_COLUMN ? value : asText(value)));

/** A name or a file that a host could take for a formula, a number or a day is written so that it stays a text. */
function asText(text: string): CellValue {
  const isName = /^[\p{L}*（(【]/u.test(text) && (/[\u4e00-\u9fff]/.test(text) || /\.[a-z]{2,5}$/i.test(text));
  return text === '' || isName ? text : frozen(text);
}

function findingsSheet(overview: Overview, language: Language): TemplateSheet {
  const say = importSpeaker(language);
  const { findings, files, parts } = overview;
  const head: Content[] = [
    say('finding'),
    say('exchange'),
    say('day'),
    say('code'),
    say('difference'),
    say('decision'),
  ];
  const told = findings.flatMap((finding): Content[][] => {
    const { sentence, exchange = null, days = [], codes = [], differences, question } = finding;
    const decision = question?.answer === undefined ? null : optionText(question, question.answer, overview, say);
    const day = days.length === 0 ? null : days.slice(0, 50).map(isoDate).join(' ');
    const line = [asContent(sentence), exchange, day, null, null, decision];
    const rows = (differences ?? [])
      .slice(0, MOST_BREAKS)
      .map((difference, i): Content[] => [null, exchange, day, codes[i] ?? null, difference, null]);
    return [line, ...rows];
  });
  const fileHead: Content[] = [
    say('file'),
    say('sheet'),
    say('exchange'),
    say('from'),
    say('day'),
    say('from'),
    say('unit'),
    say('rowsHead'),
    say('state'),
  ];
  const fileRows = files.flatMap((file): Content[][] => {
    const name = asContent(file.folder ? `${file.folder}/${file.name}` : file.name);
    const own = parts.filter((part) => part.file === file.number);
    const state = [say(file.state), file.reason].filter(Boolean).join(' – ');
    if (own.length === 0) return [[name, null, null, null, null, null, null, null, asContent(state)]];
    return own.map((part) => [
      name,
      asContent(part.sheet),
      part.exchanges.join(' '),
      fromText(part.exchangeFrom, say),
      daysOfPart(part),
      fromText(part.dayFrom, say),
      unitText(part, say, language),
      part.rows,
      asContent(state),
    ]);
  });
  const title = 2;
  const second = title + told.length + 2;
  const column = (row: number, at: number, rows: number) => ({ row, column: at, rows, columns: 1 });
  return {
    name: '',
    cells: rectangle([[say('findingsName')], head, ...told, [], fileHead, ...fileRows]),
    widths: [70, 12, 16, 22, 18, 22, 16, 12, 40],
    formats: [
      { at: column(0, 0, 1), format: TITLE },
      { at: { row: 1, column: 0, rows: 1, columns: head.length }, format: { ...HEADER, fill: FILLS.computed } },
      {
        at: { row: second - 1, column: 0, rows: 1, columns: fileHead.length },
        format: { ...HEADER, fill: FILLS.computed },
      },
      ...(told.length > 0
        ? [
            { at: column(title, 0, told.length), format: { wrap: true } },
            { at: column(title, 2, told.length), format: { number: TEXT } },
            { at: column(title, 3, told.length), format: { number: TEXT } },
            { at: column(title, 4, told.length), format: { number: AMOUNT } },
          ]
        : []),
      ...(fileRows.length > 0
        ? [
            { at: column(second, 0, fileRows.length), format: MUTED },
            { at: column(second, 4, fileRows.length), format: { number: TEXT } },
          ]
        : []),
    ],
    charts: [],
    frozenRows: 0,
  };
}

/** A cell of a sheet of texts. */
const asContent = (text: string): Content => {
  const written = asText(text);
  return typeof written === 'boolean' ? null : written;
};
