/** A function's arguments for many rows, made of one of its examples. */
import type { Cell } from '../../src/cells/cell';
import { readDate } from '../../src/cells/date';
import { Fault } from '../../src/cells/fault';
import { parseNumeral } from '../../src/cells/number';
import { partsOf } from '../../src/functions/arguments/cell-rules';
import type { Definition, Param, Table } from '../../src/functions/catalogue/define';
import { words } from '../../src/functions/words';
import type { ExampleValue } from '../../src/functions/catalogue/words-of';
import { readSheet } from '../../src/tables/sheet';
import { Figures } from './figures';

type Value = string | number | boolean | null;

/** So many repetitions of the example follow each other before the days begin again, in a table for the next security. */
const REPETITIONS = 250;
/** Counted and not measured: they stay whole. */
const COUNTS: ReadonlySet<string> = new Set(['days', 'months', 'top', 'window']);

/** A part of a whole is so much smaller than in the example that it stays one, whatever the row. */
const PART = 0.9;

/**
 * The arguments of the first example that has cells: its table, else its ranges used whole, else its cells, made so
 * many rows long. Every figure is a number near the example's, every date a serial; words stay as they are.
 */
export function tallArgs({ id, params }: Definition, rows: number): unknown[] {
  const figures = new Figures();
  const examples = words[id]!.examples.map(({ args }) => args as Readonly<Record<string, ExampleValue | undefined>>);
  const example = examples.find((args) => params.some(({ name, kind }) => kind !== 'choice' && args[name] != null));
  if (!example) throw new Error(`${id} has no example with cells.`);
  const whole = params.some(({ kind }) => kind === 'series');
  const parts = new Set<Param>(partsOf(params).map(({ param }) => param));
  return params.map((param) => {
    const value = example[param.name] ?? null;
    if (value === null || param.kind === 'choice') return value;
    if (param.kind === 'table') return tallTable(value as Table, rows, figures);
    const cells = [value].flat(2) as Value[];
    const length = param.kind === 'series' || param.kind === 'days' || !whole ? rows : cells.length;
    return Array.from({ length }, (_, row) => [
      varied(param, cells[row % cells.length]!, row, figures, parts.has(param) ? PART : 1),
    ]);
  });
}

/** Days that rise from row to row. */
export const rises = (param: Param): boolean =>
  param.kind === 'days' || (param.kind === 'series' && param.days === true);

function varied(param: Param, value: Value, row: number, figures: Figures, share: number): Value {
  if (rises(param)) return serial(value) + row;
  if (param.kind === 'date') return serial(value) + (row % REPETITIONS);
  const figure = typeof value === 'string' ? parseNumeral(value)?.toNumber() : value;
  return typeof figure === 'number' ? near(figure * share, figures, COUNTS.has(param.name)) : value;
}

/** The example's days go on, day after day, and then begin again for the next security. */
function tallTable(table: Table, rows: number, figures: Figures): Table {
  const sheet = readSheet(table);
  if (sheet instanceof Fault) return tallDesk(table, rows);
  const [date, code] = [sheet.at('date'), sheet.at('code')];
  const { height } = sheet;
  const example = table.slice(table.length - height);
  const body = Array.from({ length: rows }, (_, row) => {
    const repetition = Math.floor(row / height);
    return example[row % height]!.map((cell, column) => {
      if (column === date) return serial(cell) + (repetition % REPETITIONS) * height;
      if (column === code) return codeAfter(cell, Math.floor(repetition / REPETITIONS));
      return typeof cell === 'number' ? near(cell, figures, false) : cell;
    });
  });
  return [...table.slice(0, table.length - height), ...body];
}

/** Far enough from the other codes of an example. */
const STRIDE = 100;

/** The code of another security, of as many digits: 000001, also before .SZ, is a text. */
function codeAfter(cell: Cell, securities: number): Cell {
  if (typeof cell === 'number') return cell + securities * STRIDE;
  if (typeof cell !== 'string') return cell;
  return cell.replace(/^\d+/, (digits) => String(Number(digits) + securities * STRIDE).padStart(digits.length, '0'));
}

/** A counter's table: the rows of the example again and again, each time for another account or contract. */
function tallDesk([header, ...example]: Table, rows: number): Table {
  const body = Array.from({ length: rows }, (_, row) => {
    const [own, ...others] = example[row % example.length]!;
    return [`${String(own)}-${Math.floor(row / example.length)}`, ...others];
  });
  return [header!, ...body];
}

function serial(value: Table[0][0]): number {
  const day = readDate(value);
  if (typeof day !== 'number') throw new Error(`${String(value)} is no date.`);
  return day;
}

/** As many decimals as the example has; prices and ratios at least two. */
function near(figure: number, figures: Figures, counted: boolean): number {
  const printed = String(figure).split('.')[1]?.length ?? 0;
  return figures.near(figure, counted ? 0 : Math.max(printed, figure < 100 ? 2 : 0));
}
