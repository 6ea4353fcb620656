import { toCell } from '../cells/cell';
import type { Fault } from '../cells/fault';
import type { Rows } from './column';
import { isFigure } from './columns';
import { NO_GROUP, readGroup, readHeading, type Group, type Heading } from './heading';
import { refusalOf } from './other-kinds';
import { readUnit, type Unit } from './units';

/** Where a table's header is, what it says, and the rows around it. */
export interface Layout {
  readonly headings: readonly Heading[];
  /** Units stated above the table: `单位：万元、万股`. */
  readonly caption: readonly Unit[];
  /** Titles and notes above the header. */
  readonly above: Rows;
  /** A list of its own, in which a row can be put right. */
  readonly body: (readonly unknown[])[];
}

/** Titles and merged cells may stand above the header; no published table has more of them. */
const MOST_ROWS_ABOVE = 9;
const WORD = /[\p{L}]/u;

/** The header is the row in which most words are known; a row of units below it belongs to it. */
export function layoutOf(table: Rows): Layout | Fault {
  let best: { row: number; headings: readonly Heading[]; known: number } | undefined;
  for (let row = 0; row < Math.min(table.length, MOST_ROWS_ABOVE + 1); row++) {
    // Headers are words; a row of data is not worth a look.
    if (!table[row]!.some((cell) => typeof cell === 'string' && WORD.test(cell))) continue;
    const headings = withoutBareWords(headingsIn(table, row));
    const known = headings.filter(({ readings }) => readings.length > 0).length;
    // Words with numbers beside them are a table on its side.
    if (table[row]!.filter((cell) => typeof cell === 'number').length >= known) continue;
    const hasFigures = headings.some(({ readings }) => readings.some(({ column }) => isFigure(column)));
    if (hasFigures && known > (best?.known ?? 0)) best = { row, headings, known };
  }
  if (!best) return refusalOf(table.slice(0, MOST_ROWS_ABOVE + 1));
  const units = unitsBelow(table[best.row + 1]);
  const above = table.slice(0, best.row);
  return {
    headings: best.headings.map((heading, column) => ({ ...heading, unit: units?.[column] ?? heading.unit })),
    caption: above.flatMap((row) => row.flatMap(unitsOfCaption)),
    above,
    body: table.slice(best.row + (units ? 2 : 1)),
  };
}

/** A row read as headers, under up to two rows of merged cells. */
function headingsIn(table: Rows, row: number): Heading[] {
  const above = row > 0 ? table[row - 1]! : [];
  const upper = groupsAcross(row > 1 ? table[row - 2]! : []);
  const lower = groupsAcross(above);
  const merged = [...upper, ...lower].some((group) => group !== null);
  return table[row]!.map((raw, column) => {
    const cell = toCell(raw);
    const group = combined(lower[column] ?? null, upper[column] ?? null);
    // A cell that is merged downwards stands in the row above.
    return merged && cell === null ? readHeading(above[column], upper[column] ?? NO_GROUP) : readHeading(cell, group);
  });
}

/** A word in merged cells stands in the first of them and holds for the blank ones after it. */
function groupsAcross(row: readonly unknown[]): (Group | null)[] {
  let group: Group | null = null;
  return row.map((cell) => {
    if (toCell(cell) !== null) group = readGroup(cell);
    return group;
  });
}

function combined(lower: Group | null, upper: Group | null): Group {
  if (!lower || !upper) return lower ?? upper ?? NO_GROUP;
  return {
    side: lower.side || upper.side,
    unit: lower.unit ?? upper.unit,
    market: lower.market ?? upper.market,
    code: lower.code || upper.code,
  };
}

const BARE = 'bare 省略';
const ENOUGH_BARE_WORDS = 4;

/** A bare 余额 is a word of these tables only among its kind: beside a word with 融 in it, or several of its own. */
function withoutBareWords(headings: readonly Heading[]): Heading[] {
  const isBare = ({ readings }: Heading) => readings.length > 0 && readings.every(({ source }) => source === BARE);
  const among =
    headings.some((heading) => !isBare(heading) && /融资|融券|两融/.test(heading.text)) &&
    headings.filter(isBare).length >= ENOUGH_BARE_WORDS;
  return headings.map((heading, at) =>
    !isBare(heading) ? heading : { ...heading, readings: among ? bareReadings(headings, at) : [] },
  );
}

/** 余额 is of what stands behind it: 买入额 is financed, 余量 is lent. */
function bareReadings(headings: readonly Heading[], at: number) {
  const { readings } = headings[at]!;
  if (readings.length === 1) return readings;
  const next = headings.slice(at + 1).find((heading) => heading.readings.some(({ column }) => isFigure(column)));
  const column = next?.readings[0]!.column;
  const wanted =
    column === 'purchases' || column === 'repayments'
      ? 'financing_balance'
      : column === 'lending_qty' || column === 'sold' || column === 'returned'
        ? 'lending_balance'
        : null;
  return readings.filter((reading) => wanted === null || reading.column === wanted);
}

function unitsBelow(row: readonly unknown[] | undefined): (Unit | null)[] | undefined {
  const cells = row?.map(toCell);
  if (!cells || cells.every((cell) => cell === null)) return undefined;
  const units = cells.map((cell) => (typeof cell === 'string' ? readUnit(cell) : undefined));
  return cells.every((cell, column) => cell === null || units[column]) ? units.map((unit) => unit ?? null) : undefined;
}

function unitsOfCaption(raw: unknown): Unit[] {
  const cell = toCell(raw);
  if (typeof cell !== 'string') return [];
  // 单位：万元、万股 anywhere, or a title that ends in (万元).
  const stated = (/单位\s*[:：]?\s*([^\s)）:：]+)/.exec(cell) ?? /[(（]([^()（）]+)[)）]\s*$/.exec(cell))?.[1];
  return (stated ?? '').split(/[,，、;；/]/).flatMap((text) => readUnit(text) ?? []);
}
