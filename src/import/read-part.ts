import { Fault } from '../cells/fault';
import type { Cell } from '../cells/cell';
import { figures, FIGURES as MEASURES, type Measure } from '../tables/columns';
import { dayInNotes } from '../tables/day';
import { EXCHANGES } from '../tables/exchange';
import { measure } from '../tables/measured';
import { scalesOf, type Given } from '../tables/scales';
import { readSheet, type Sheet } from '../tables/sheet';
import { standardize } from '../tables/standard';
import type { Grid } from './grid';
import { CODE, type DayFrom, type Dictionary, type ExchangeFrom, FIGURES, halfOf, type Part, type Units } from './part';
import { dayInName, exchangeInName } from './told-by-name';

/** Where a sheet comes from. */
export interface Place {
  readonly file: number;
  readonly name: string;
  /** The folders above it, `2024/szse`; '' where they are not known. */
  readonly folder: string;
}

/** So many rows show to how many places a column is printed. */
const SAMPLE = 50;
/** [MS-XLS] 2.2.2: a sheet of Excel 97–2003 ends here. */
const ROWS_OF_XLS = 65_536;
const FIRST_FIGURE = 4;

/** The rows of a sheet in canonical columns; a Fault where it is no table of margin figures. */
export function readPart(id: number, grid: Grid, place: Place, words: Dictionary): Part | Fault {
  const sheet = readSheet(grid.rows);
  if (sheet instanceof Fault) return sheet;
  const read = inUnits(sheet);
  if (read instanceof Fault) return read;
  const { rows, given, unknown } = read;
  const columns = columnsOf(rows, words);
  const day = dayOf(sheet, grid, place);
  const exchange = exchangeOf(columns.exchanges, sheet, grid, place, words);
  return {
    id,
    file: place.file,
    sheet: grid.name,
    ...columns,
    halves: halvesOf(sheet),
    units: unitsOf(sheet, given, unknown),
    notes: sheet.notes,
    dayFrom: day.from,
    day: day.serial,
    exchangeFrom: exchange.from,
    exchange: exchange.name,
    expected: grid.expected,
    isFull: grid.rows.length === ROWS_OF_XLS,
  };
}

interface InUnits {
  /** Canonical rows without their header. */
  readonly rows: readonly (readonly Cell[])[];
  readonly given: Given;
  readonly unknown: readonly Measure[];
}

/** Where the table does not tell its unit it is read as 元 or 股, and that is asked. */
function inUnits(sheet: Sheet): InUnits | Fault {
  const tries: readonly Given[] = [{}, { quantity: 0 }, { amount: 0 }, { amount: 0, quantity: 0 }];
  let refusal: Fault | undefined;
  for (const given of tries) {
    const table = standardize(sheet, given, 'en');
    if (!(table instanceof Fault)) {
      table.shift();
      return { rows: table, given, unknown: Object.keys(given) as Measure[] };
    }
    refusal ??= table;
    if (table.kind !== 'unknown_unit') break;
  }
  return refusal!;
}

function columnsOf(table: readonly (readonly Cell[])[], words: Dictionary) {
  const rows = table.length;
  const exchanges = new Int32Array(rows);
  const codes = new Int32Array(rows);
  const names = new Int32Array(rows);
  const days = new Int32Array(rows);
  const values = figures.map(() => new Float64Array(rows).fill(NaN));
  const texts = new Map<number, string>();
  let [securities, withoutExchange, withoutDay] = [0, 0, 0];
  table.forEach((cells, row) => {
    const [exchange, date, code, name] = cells;
    exchanges[row] = words.exchanges.number(textOf(exchange));
    codes[row] = words.codes.number(textOf(code));
    names[row] = words.names.number(textOf(name));
    days[row] = typeof date === 'number' ? date : 0;
    if (CODE.test(textOf(code))) securities++;
    if (exchanges[row] === 0) withoutExchange++;
    if (days[row] === 0) withoutDay++;
    for (let i = 0; i < FIGURES; i++) {
      const cell = cells[FIRST_FIGURE + i];
      if (typeof cell === 'number') values[i]![row] = cell;
      else if (cell instanceof Fault) texts.set(row * FIGURES + i, printed(cell));
    }
  });
  return { rows, exchanges, codes, names, days, figures: values, texts, securities, withoutExchange, withoutDay };
}

const textOf = (cell: Cell | undefined): string =>
  cell === null || cell === undefined || cell instanceof Fault ? '' : String(cell);

/** What stood in the cell, or its error. */
function printed({ detail }: Fault): string {
  return detail.code ?? (typeof detail.text === 'string' && detail.text !== '' ? detail.text : '#VALUE!');
}

function halvesOf(sheet: Sheet): number[] {
  const readings = measure(sheet);
  const lines: number[] = [];
  for (let line = 0; line < sheet.height && lines.length < SAMPLE; line++) if (sheet.isData(line)) lines.push(line);
  return figures.map((figure) =>
    sheet.has(figure) ? halfOf(lines.map((line) => readings.uncertainty(line, figure))) : 0,
  );
}

function unitsOf(sheet: Sheet, given: Given, unknown: readonly Measure[]): Units {
  const scales = scalesOf(sheet, given);
  const power = (measures: Measure) => {
    const figure = figures.find((one) => MEASURES[one].measures === measures && sheet.has(one));
    return figure === undefined ? undefined : scales.power(figure, 0);
  };
  return {
    amount: power('amount'),
    quantity: power('quantity'),
    unknown,
    stated: !sheet.caption.isEmpty || sheet.headings.some(({ unit }) => unit !== null && unit.measures !== 'quantity'),
  };
}

/** From the surest to the least sure. */
function dayOf(
  sheet: Sheet,
  grid: Grid,
  place: Place,
): { readonly serial: number; readonly from: DayFrom | undefined } {
  if (sheet.at('date') >= 0) return { serial: 0, from: 'column' };
  for (let line = 0; line < sheet.height; line++)
    if (sheet.isData(line) && sheet.keys.days[line]! > 0) return { serial: 0, from: 'note' };
  const named: readonly (readonly [DayFrom, number | null])[] = [
    ['note', dayInNotes(sheet.notes)],
    ['sheet', dayInName(grid.name)],
    ['file', dayInName(place.name)],
    ['folder', dayInName(place.folder)],
  ];
  const found = named.find(([, serial]) => serial !== null);
  return { serial: found?.[1] ?? 0, from: found?.[0] };
}

/** Codes outrank names: Shenzhen's rows were found in files named as Shanghai's. */
function exchangeOf(
  exchanges: Int32Array,
  sheet: Sheet,
  grid: Grid,
  place: Place,
  words: Dictionary,
): { readonly name: string; readonly from: ExchangeFrom | undefined } {
  const own = mostOf(exchanges, words.exchanges.list);
  if (own !== null)
    return { name: own, from: sheet.at('exchange') >= 0 ? 'column' : sheet.at('code') >= 0 ? 'codes' : 'fields' };
  const named: readonly (readonly [ExchangeFrom, string | null])[] = [
    ['sheet', exchangeInName(grid.name)],
    ['file', exchangeInName(place.name)],
    ['folder', exchangeInName(place.folder)],
  ];
  const found = named.find(([, name]) => name !== null);
  return { name: found?.[1] ?? '', from: found?.[0] };
}

/** The one exchange of the rows that name any; '' where they are of several; null where none does. */
function mostOf(exchanges: Int32Array, list: readonly string[]): string | null {
  const counts = new Map<number, number>();
  for (const number of exchanges) if (number !== 0) counts.set(number, (counts.get(number) ?? 0) + 1);
  if (counts.size === 0) return null;
  const known = [...counts.keys()].map((number) => list[number]!);
  return known.length === 1 && (EXCHANGES as readonly string[]).includes(known[0]!) ? known[0]! : '';
}
