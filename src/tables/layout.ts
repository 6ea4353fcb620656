import type { Cell } from '../cells/cell';
import { Fault } from '../cells/fault';
import { isFigure } from './columns';
import { readHeading, type Heading } from './heading';
import { readUnit, type Unit } from './units';

export type Rows = readonly (readonly Cell[])[];

/** Where a table's header is, what it says, and the rows below it. */
export interface Layout {
  readonly headings: readonly Heading[];
  /** Units stated above the table: `单位：万元、万股`. */
  readonly caption: readonly Unit[];
  readonly body: Rows;
}

/** Titles and merged cells may stand above the header; no published table has more of them. */
const MOST_ROWS_ABOVE = 9;

/** The header is the row in which most words are known; a row of units below it belongs to it. */
export function layoutOf(table: Rows): Layout | Fault {
  let best: { row: number; headings: readonly Heading[]; known: number } | undefined;
  for (let row = 0; row < Math.min(table.length, MOST_ROWS_ABOVE + 1); row++) {
    const above = row > 0 ? table[row - 1]! : [];
    const groups = groupsAcross(above);
    const merged = groups.some((group) => group !== '');
    const headings = table[row]!.map((cell, column) =>
      readHeading(merged ? (cell ?? above[column] ?? null) : cell, groups[column]),
    );
    const known = headings.filter(({ readings }) => readings.length > 0).length;
    const hasFigures = headings.some(({ readings }) => readings.some(({ column }) => isFigure(column)));
    if (hasFigures && known > (best?.known ?? 0)) best = { row, headings, known };
  }
  if (!best) return new Fault('no_header', { text: (table[0] ?? []).filter((cell) => typeof cell === 'string') });
  const units = unitsBelow(table[best.row + 1]);
  return {
    headings: best.headings.map((heading, column) => ({ ...heading, unit: units?.[column] ?? heading.unit })),
    caption: table.slice(0, best.row).flat().flatMap(unitsOfCaption),
    body: table.slice(best.row + (units ? 2 : 1)),
  };
}

/** 融资 and 融券 in merged cells: the word stands in the first cell and holds for the blank ones after it; a cell merged downwards has no group. */
function groupsAcross(row: readonly Cell[]): string[] {
  let group = '';
  return row.map((cell) => {
    const text = typeof cell === 'string' ? cell.trim() : cell;
    if (text !== null) group = text === '融资' || text === '融券' ? text : '';
    return group;
  });
}

function unitsBelow(row: readonly Cell[] | undefined): (Unit | null)[] | undefined {
  if (!row || row.every((cell) => cell === null)) return undefined;
  const units = row.map((cell) => (typeof cell === 'string' ? readUnit(cell) : undefined));
  return row.every((cell, column) => cell === null || units[column]) ? units.map((unit) => unit ?? null) : undefined;
}

function unitsOfCaption(cell: Cell): Unit[] {
  const stated = typeof cell === 'string' ? /单位\s*[:：]\s*([^\s)）]+)/.exec(cell)?.[1] : undefined;
  return (stated ?? '').split(/[,，、;；/]/).flatMap((text) => readUnit(text) ?? []);
}
