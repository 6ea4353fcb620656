import type { Cell } from '../cells/cell';
import { Fault } from '../cells/fault';
import { halfWidth } from '../cells/text';
import { readCode } from './code';
import type { Column } from './columns';
import { exchangeBySource } from './conventions';
import { readDay } from './day';
import { exchangeOf } from './exchange';
import type { Heading } from './heading';
import { layoutOf, type Rows } from './layout';
import { meanings } from './meaning';
import type { Unit } from './units';

/** One row of a table: what it is about, and its cells as they are. */
export interface Line {
  readonly cells: readonly Cell[];
  /** SSE, SZSE or BSE; another word of the table's own; '' where it is not certain. */
  readonly exchange: string;
  /** Six digits; the word of a total row; '' in a table of whole markets. */
  readonly code: string;
  readonly date: number | null | Fault;
  readonly blank: boolean;
}

/** A table whose headers are understood. */
export interface Sheet {
  readonly headings: readonly Heading[];
  readonly columns: readonly (Column | null)[];
  readonly caption: readonly Unit[];
  /** The header words, as they are looked up. */
  readonly words: ReadonlySet<string>;
  readonly lines: readonly Line[];
  /** Where a column stands; -1 where the table has none. */
  at(column: Column): number;
}

export function readSheet(table: Rows): Sheet | Fault {
  const layout = layoutOf(table);
  if (layout instanceof Fault) return layout;
  const { headings, caption, body } = layout;
  const columns = meanings(headings);
  if (columns instanceof Fault) return columns;
  const words = new Set(headings.map(({ word }) => word));
  const at = (column: Column) => columns.indexOf(column);
  const places = {
    exchange: at('exchange'),
    code: at('code'),
    date: at('date'),
    dateHeader: headings[at('date')]?.text,
  };
  const fallback = exchangeBySource(words) ?? '';
  return { headings, columns, caption, words, at, lines: body.map((cells) => readLine(cells, places, fallback)) };
}

const TOTAL = /^(?:合\s*计|总\s*计|小\s*计|共\s*计|汇总|total)$/i;

function readLine(
  cells: readonly Cell[],
  places: { exchange: number; code: number; date: number; dateHeader: string | undefined },
  fallback: string,
): Line {
  const { code, exchange } = readCode(cells[places.code] ?? null);
  const named = cells[places.exchange] ?? null;
  const day = cells[places.date] ?? null;
  const isTotal = code === '' && typeof day === 'string' && TOTAL.test(halfWidth(day));
  return {
    cells,
    exchange:
      (typeof named === 'string' ? exchangeOf(named) : null) ??
      exchange ??
      (typeof named === 'string' ? named.trim() : fallback),
    code: isTotal ? day.trim() : code,
    date: isTotal ? null : readDay(day, places.dateHeader),
    blank: cells.every((cell) => cell === null),
  };
}
