import { type Cell, toCell } from '../../cells/cell';
import { readDate } from '../../cells/date';
import { Fault } from '../../cells/fault';
import { Numeral, readNumber } from '../../cells/number';
import { plainNumber } from '../../cells/plain-number';
import { halfWidth } from '../../cells/text';
import type { Text } from '../../language';
import { Exact } from '../../number/exact';
import { headerWord } from '../header-word';
import { readUnit } from '../units';
import { NEEDED, type Vocabulary } from './vocabulary';

/** Raw cells, and which row of the range they are. */
export interface Row {
  readonly cells: readonly unknown[];
  readonly at: number;
}

/** A figure of a cell; null where nothing is there. */
export type Figure = Exact | null | Fault;

export interface Column {
  readonly index: number;
  /** As it stands in the sheet. */
  readonly header: string;
  readonly word: string;
  /** The power of ten of its unit. */
  readonly power: number;
  /** Another column has the same header. */
  readonly twice: boolean;
}

/** Titles and lines of dashes may stand above the header. */
const MOST_ROWS_ABOVE = 9;
const TOTAL = /^(?:合计|总计|小计|汇总|total)/i;
/** 宽睿 OES writes 1 元 as 10000 and a ratio per ten thousand; this is its word for the account. */
const IN_TEN_THOUSANDTHS = 'cashacctid';
const COUNTED = new Set(['qty']);

/** A table of a counter: which column holds what, and the rows below its header. */
export class DeskTable<R extends string> {
  constructor(
    private readonly title: Text,
    private readonly byRole: ReadonlyMap<R, readonly Column[]>,
    readonly rows: readonly Row[],
  ) {}

  /** The best column of a role. */
  column(role: R): Column | undefined {
    return this.byRole.get(role)?.[0];
  }

  columns(role: R): readonly Column[] {
    return this.byRole.get(role) ?? [];
  }

  has(role: R): boolean {
    return this.byRole.has(role);
  }

  /** Why the table cannot be read where none of these is there: the first is named. */
  lacks(...roles: readonly R[]): Fault | undefined {
    if (roles.some((role) => this.has(role))) return undefined;
    const { en, zh, unlike, because } = NEEDED[roles[0]!]!;
    const text = { en: `${en} (${this.title.en})`, zh: `${zh}（${this.title.zh}）` };
    const other = this.column(unlike as R);
    return other && because
      ? new Fault('wrong_column', { text, param: other.header, allowed: because })
      : new Fault('unknown_header', { text });
  }

  figure(role: R, row: Row): Figure {
    const column = this.column(role);
    return column === undefined ? null : figureOf(column, row);
  }

  cell(role: R, { cells }: Row): Cell {
    const column = this.column(role);
    return column === undefined ? null : toCell(cells[column.index]);
  }

  day(role: R, { cells, at }: Row): number | null | Fault {
    const column = this.column(role);
    if (column === undefined) return null;
    const cell = toCell(cells[column.index]);
    const day = readDate(typeof cell === 'string' && /^0*$/.test(cell.trim()) ? null : cell);
    if (!(day instanceof Fault)) return day;
    return day.kind === 'missing' ? null : located(day, column, at);
  }
}

export function figureOf(column: Column, { cells, at }: Row): Figure {
  const { index, header, power, twice } = column;
  if (twice)
    return new Fault('ambiguous_header', {
      param: header,
      text: header,
      allowed: { en: 'two columns', zh: '两列同名' },
      at,
    });
  const raw = cells[index];
  if (typeof raw === 'number' && raw - raw === 0) return scaled(Exact.of(raw), power);
  if (typeof raw === 'string') {
    const plain = plainNumber(raw);
    if (plain === plain) return scaled(Exact.of(plain), power);
  }
  const cell = toCell(raw);
  const read = readNumber(cell);
  if (read instanceof Numeral) {
    const says = read.inUnits || /[%％]/.test(String(cell));
    return scaled(Exact.parse(read.digits), says ? 0 : power);
  }
  if (typeof read === 'number') return scaled(Exact.of(read), power);
  if (read === null) return null;
  return read.kind === 'missing' ? null : located(read, column, at);
}

const scaled = (x: Exact, power: number): Exact => (power === 0 ? x : x.times(Exact.parse(`1e${power}`)));

const located = (fault: Fault, { header }: Column, at: number): Fault => fault.with({ param: header, at });

/** The account of a row as the two tables are joined by it. */
export const keyOf = (cell: Cell): string => (cell === null || cell instanceof Fault ? '' : halfWidth(String(cell)));

const known = new WeakMap<object, ReadonlyMap<string, readonly [role: string, rank: number][]>>();

function rolesByWord(vocabulary: Vocabulary<string>) {
  const ready = known.get(vocabulary);
  if (ready) return ready;
  const roles = new Map<string, [string, number][]>();
  for (const [role, words] of Object.entries(vocabulary))
    words.split(' ').forEach((text, rank) => {
      const word = headerWord(text);
      roles.set(word, [...(roles.get(word) ?? []), [role, rank]]);
    });
  known.set(vocabulary, roles);
  return roles;
}

/** A header without its unit, as it is looked up. */
function heading(cell: unknown): { word: string; power: number } {
  if (typeof cell !== 'string') return { word: '', power: 0 };
  let power = 0;
  const text = halfWidth(cell).replace(/[([]([^()[\]]*)[)\]]/g, (bracket, content: string) => {
    const unit = content.trim() === '%' ? -2 : readUnit(content)?.power;
    power = unit ?? power;
    return unit === undefined ? bracket : '';
  });
  return { word: headerWord(text).replace(/帐/g, '账').replace(/其它/g, '其他'), power };
}

/** Finds the header of a table by its vocabulary. */
export function readDesk<R extends string>(
  table: readonly (readonly unknown[])[],
  vocabulary: Vocabulary<R>,
  title: Text,
): DeskTable<R> | Fault {
  const roles = rolesByWord(vocabulary);
  let best = { row: -1, known: 0 };
  let labels = false;
  for (let row = 0; row < Math.min(table.length, MOST_ROWS_ABOVE + 1); row++) {
    const cells = table[row]!.map(toCell);
    const count = cells.filter((cell) => roles.has(heading(cell).word)).length;
    if (cells.some(isFigure)) {
      labels ||= cells.some((cell, i) => roles.has(heading(cell).word) && isFigure(cells[i + 1] ?? null));
    } else if (count > best.known) best = { row, known: count };
  }
  if (best.known < 2 && labels) return new Fault('labels_and_values');
  if (best.row < 0)
    return new Fault('no_header', {
      text: (table[0] ?? []).filter((cell): cell is string => typeof cell === 'string'),
    });

  const headers = table[best.row]!;
  const headings = headers.map(heading);
  const scaled = headings.some(({ word }) => word === IN_TEN_THOUSANDTHS);
  const byRole = new Map<R, { column: Column; rank: number }[]>();
  headings.forEach(({ word, power }, index) => {
    for (const [role, rank] of roles.get(word) ?? []) {
      const column: Column = {
        index,
        header: String(headers[index]).trim(),
        word,
        power: scaled && power === 0 && !COUNTED.has(role) ? -4 : power,
        twice: headings.some((other, i) => i !== index && other.word === word),
      };
      byRole.set(role as R, [...(byRole.get(role as R) ?? []), { column, rank }]);
    }
  });
  const ranked = new Map(
    [...byRole].map(([role, found]) => [
      role,
      found.sort((a, b) => a.rank - b.rank || a.column.index - b.column.index).map(({ column }) => column),
    ]),
  );
  return new DeskTable(title, ranked, bodyOf(table, best.row, headers));
}

const isFigure = (cell: Cell): boolean =>
  typeof cell === 'number' || (typeof cell === 'string' && readNumber(cell) instanceof Numeral);

/** The rows below the header, without blank ones, totals, notes of one cell, and headers that are repeated. */
function bodyOf(table: readonly (readonly unknown[])[], header: number, headers: readonly unknown[]): Row[] {
  const rows: Row[] = [];
  for (let row = header + 1; row < table.length; row++) {
    const cells = table[row]!;
    const first = cells.findIndex((cell) => !isBlank(cell));
    if (first >= 0 && !isNoData(cells, first, headers)) rows.push({ cells, at: row + 1 });
  }
  return rows;
}

const isBlank = (raw: unknown): boolean => typeof raw !== 'number' && toCell(raw) === null;

function isNoData(cells: readonly unknown[], first: number, headers: readonly unknown[]): boolean {
  const cell = cells[first];
  if (typeof cell !== 'string') return false;
  if (cell === headers[first]) return cells.every((other, i) => isBlank(other) || other === headers[i]);
  if (TOTAL.test(halfWidth(cell).replace(/\s/g, '')) || /^[-=—─]{3,}$/.test(cell)) return true;
  return headers.length > 2 && cells.every((other, i) => i === first || isBlank(other));
}
