import { type Cell, toCell } from '../../cells/cell';
import { readDate } from '../../cells/date';
import { Fault } from '../../cells/fault';
import { Numeral, readNumber } from '../../cells/number';
import { plainNumber } from '../../cells/plain-number';
import { halfWidth } from '../../cells/text';
import type { Text } from '../../language';
import { Exact } from '../../number/exact';
import { headerWord } from '../header-word';
import { readUnit, type Unit } from '../units';
import type { Guard } from './guards';
import { isYuan, type Mixed, mixedIn, notPlain, severalDays } from './plain';
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
  /** Which of the two its header names; both or none says nothing. */
  readonly sides: readonly Side[];
  /** Up to here a figure may be a fraction, whatever percentage the header says. */
  readonly fraction: number;
}

/** Which of the two a row owes; a column that names one of them is not of the other. */
export type Side = 'financed' | 'lent';

const SIDES: readonly [RegExp, Side][] = [
  [/融资|^fin/, 'financed'],
  [/融券|^slo|securityloan|shortsell|lending/, 'lent'],
];

/** Where several columns hold one thing and the first of them is meant, as the counters document. */
const RANKED = new Set(['cash', 'qty', 'start']);
/** What is no amount of money, so that a unit over the whole table is not its unit. */
const NO_MONEY = /rate|ratio|price|qty|target|(?:warning|call|close|withdraw)_line/;

/** What says whose a row is, and not what is held. */
const NO_HOLDING =
  /account|code|name|direction|contract|day|start|due|extended|status|currency|unit$|rate|ratio|price|credit|line|target/;
/** Where a total may be named. */
const KEYS = ['contract', 'account', 'code', 'name'];
const NO_COLUMNS: readonly Column[] = [];
/** Days: a contract of six months that was postponed over and over. */
const LONGEST_TERM = 3_660;

/** Titles and lines of dashes may stand above the header. */
const MOST_ROWS_ABOVE = 9;
const ZERO = Exact.of(0);
const TOTAL = /^(?:合计|总计|小计|汇总|total|共\d)|(?:合计|总计|小计):?$/i;
/** Of 合计, 总计 and 小计. */
const LAST = '计';
/** 宽睿 OES writes 1 元 as 10000 and a ratio per ten thousand; this is its word for the account. */
const IN_TEN_THOUSANDTHS = 'cashacctid';

/** A table of a counter: which column holds what, and the rows below its header. */
export class DeskTable<R extends string> {
  constructor(
    private readonly title: Text,
    private readonly byRole: ReadonlyMap<R, readonly Column[]>,
    private readonly cells: readonly (readonly unknown[])[],
    /** Which rows of the range hold data. */
    readonly lines: readonly number[],
    /** The columns whose headers are not understood. */
    readonly strange: readonly Column[],
    private readonly mixed: readonly Mixed[],
  ) {}

  /** Why the figures of a row cannot be added to those of others. */
  apart({ cells, at }: Row): Fault | null {
    return notPlain(this.mixed, cells, at);
  }

  row(line: number): Row {
    return { cells: this.cells[line]!, at: line + 1 };
  }

  /** The best column of a role. */
  column(role: R): Column | undefined {
    return this.byRole.get(role)?.[0];
  }

  columns(role: R): readonly Column[] {
    return this.byRole.get(role) ?? NO_COLUMNS;
  }

  has(role: R): boolean {
    return this.byRole.has(role);
  }

  /** As it stands in the sheet, '' where there is none. */
  header(role: R): string {
    return this.column(role)?.header ?? '';
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

  /** A header that is not understood, where it may say what is otherwise taken for granted. */
  doubt(guards: readonly Guard<R>[]): Fault | undefined {
    for (const { roles, like, unlike, name, varies, after } of guards) {
      if (roles.some((role) => this.has(role))) continue;
      const column = this.strange.find((one) => {
        const named = like.test(one.word) && !unlike?.test(one.word);
        return named ? this.says(one, varies ? 2 : 1) : after !== undefined && this.holdsDaysAfter(after, one);
      });
      if (column) return new Fault('unclear_header', { text: column.header, allowed: name });
    }
    return undefined;
  }

  private says({ index }: Column, different: number): boolean {
    const cells = this.lines.map((line) => toCell(this.cells[line]![index])).filter((cell) => cell !== null);
    return new Set(cells).size >= different;
  }

  private holdsDaysAfter(role: R, column: Column): boolean {
    let any = false;
    for (const line of this.lines) {
      const row = this.row(line);
      const [start, day] = [this.day(role, row), dayOf(column, row)];
      if (day === null || typeof start !== 'number') continue;
      if (day instanceof Fault || day <= start || day > start + LONGEST_TERM) return false;
      any = true;
    }
    return any;
  }

  figure(role: R, row: Row, side?: Side): Figure {
    const columns = this.columns(role);
    if (columns.length === 0) return null;
    if (columns.length === 1 && isOf(columns[0]!, side)) return figureOf(columns[0]!, row);
    return this.first(role, row, (column) => (isOf(column, side) ? figureOf(column, row) : null), same);
  }

  /** The columns of a role added up; what is blank adds nothing. */
  sum(role: R, row: Row): Exact | Fault {
    let total = ZERO;
    for (const column of this.columns(role)) {
      const figure = figureOf(column, row);
      if (figure instanceof Fault) return figure;
      if (figure) total = total.plus(figure);
    }
    return total;
  }

  /** What the columns of a role say together: the first of them that is filled, unless another says something else. */
  private first<T>(
    role: R,
    { at }: Row,
    read: (column: Column) => T | null | Fault,
    agree: (a: T, b: T) => boolean,
  ): T | null | Fault {
    let found: { readonly value: T; readonly header: string } | undefined;
    for (const column of this.columns(role)) {
      const value = read(column);
      if (value instanceof Fault) return value;
      if (value === null) continue;
      const { header } = column;
      if (found && !agree(found.value, value))
        return new Fault('ambiguous_header', {
          param: found.header,
          text: found.header,
          allowed: { en: `differs from “${header}”`, zh: `与“${header}”不一致` },
          at,
        });
      found ??= { value, header };
      if (RANKED.has(role)) break;
    }
    return found ? found.value : null;
  }

  cell(role: R, { cells }: Row): Cell {
    const column = this.column(role);
    return column === undefined ? null : toCell(cells[column.index]);
  }

  day(role: R, row: Row): number | null | Fault {
    return this.first(
      role,
      row,
      (column) => dayOf(column, row),
      (a, b) => a === b,
    );
  }
}

const isOf = ({ sides }: Column, side: Side | undefined): boolean =>
  side === undefined || sides.length !== 1 || sides[0] === side;

const same = (a: Exact, b: Exact): boolean => a.compare(b) === 0;

function dayOf(column: Column, { cells, at }: Row): number | null | Fault {
  if (column.twice) return twoOf(column, at);
  const cell = toCell(cells[column.index]);
  const day = readDate(typeof cell === 'string' && /^0*$/.test(cell.trim()) ? null : cell);
  if (!(day instanceof Fault)) return day;
  return day.kind === 'missing' ? null : located(day, column, at);
}

const twoOf = ({ header }: Column, at: number): Fault =>
  new Fault('ambiguous_header', {
    param: header,
    text: header,
    allowed: { en: 'two columns have this header', zh: '两列同名' },
    at,
  });

export function figureOf(column: Column, { cells, at }: Row): Figure {
  const { index } = column;
  if (column.twice) return twoOf(column, at);
  const raw = cells[index];
  if (typeof raw === 'number' && raw - raw === 0) return scaled(column, Exact.of(raw), at);
  if (typeof raw === 'string') {
    const plain = plainNumber(raw);
    if (plain === plain) return scaled(column, Exact.of(plain), at);
  }
  const cell = toCell(raw);
  const read = readNumber(cell);
  if (read instanceof Numeral) {
    const says = read.inUnits || /[%％]/.test(String(cell));
    return says ? Exact.parse(read.digits) : scaled(column, Exact.parse(read.digits), at);
  }
  if (typeof read === 'number') return scaled(column, Exact.of(read), at);
  if (read === null) return null;
  return read.kind === 'missing' ? null : located(read, column, at);
}

/** Below `(%)` a cell of Excel that shows 8.35% holds 0.0835: nobody can tell which of the two it is. */
function scaled({ power, header, fraction }: Column, x: Exact, at: number): Figure {
  if (power === 0) return x;
  if (power === PERCENT.power && x.sign() !== 0 && Math.abs(x.toNumber()) <= fraction)
    return new Fault('percent_too_low', { param: header, other: '%', text: x.toString(), at });
  return x.times(Exact.parse(`1e${power}`));
}

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

interface Heading {
  readonly word: string;
  /** Undefined where the header says no unit. */
  readonly power: number | undefined;
  readonly measures: Unit['measures'];
}

const PERCENT: Unit = { power: -2, measures: null };
const NO_HEADING: Heading = { word: '', power: undefined, measures: null };

/** 手 is a hundred shares here, ten bonds there: no unit of a position. */
function unitOf(text: string): Unit | undefined {
  const unit = text.trim();
  return /^[%％]$/.test(unit) ? PERCENT : unit === '' || /手/.test(unit) ? undefined : readUnit(unit);
}

/** A header without its unit, as it is looked up; a unit that is not known stays a part of the word. */
function heading(cell: unknown): Heading {
  if (typeof cell !== 'string') return NO_HEADING;
  let unit: Unit | undefined;
  const text = halfWidth(cell).replace(/[([]([^()[\]]*)[)\]]|%\s*$/g, (bracket, content = '%') => {
    const read = unitOf(content as string);
    unit = read ?? unit;
    return read ? '' : headerWord(content as string) === '' && content !== '¥' ? `${bracket}unit` : bracket;
  });
  const word = headerWord(text).replace(/帐/g, '账').replace(/其它/g, '其他');
  return { word, power: unit?.power, measures: unit?.measures ?? null };
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
  const below = unitsIn(table[best.row + 1]);
  const over = unitOver(table.slice(0, best.row));
  if (over instanceof Fault) return over;
  const headings = headers.map(heading);
  const tenThousandths = headings.some(({ word }) => word === IN_TEN_THOUSANDTHS);
  const byRole = new Map<R, { column: Column; rank: number }[]>();
  const strange: Column[] = [];
  headings.forEach(({ word, power: own, measures }, index) => {
    const unit = below?.[index];
    const column: Column = {
      index,
      header: typeof headers[index] === 'string' ? headers[index].trim() : '',
      word,
      power: own ?? unit?.power ?? 0,
      twice: word !== '' && headings.some((other, i) => i !== index && other.word === word),
      sides: SIDES.flatMap(([pattern, side]) => (pattern.test(word) ? [side] : [])),
      fraction: 1,
    };
    const found = (roles.get(word) ?? []).filter(([role]) => mayMeasure(role, unit?.measures ?? measures));
    if (found.length === 0 && word !== '') strange.push(column);
    for (const [role, rank] of found) {
      const isSaid = own !== undefined || unit !== undefined;
      const power = isSaid ? column.power : tenThousandths ? (role === 'qty' ? 0 : -4) : NO_MONEY.test(role) ? 0 : over;
      byRole.set(role as R, [
        ...(byRole.get(role as R) ?? []),
        { column: { ...column, power, fraction: fractionOf(role) }, rank },
      ]);
    }
  });
  const ranked = new Map(
    [...byRole].map(([role, found]) => [
      role,
      found.sort((a, b) => a.rank - b.rank || a.column.index - b.column.index).map(({ column }) => column),
    ]),
  );
  const columnsOf = (role: string) => ranked.get(role as R) ?? NO_COLUMNS;
  const keys = KEYS.flatMap(columnsOf).map(({ index }) => index);
  const lines = linesOf(table, best.row + (below ? 1 : 0), headers, keys);
  const [day] = columnsOf('day');
  const several = day ? severalDays(day, table, lines) : null;
  if (several) return several;
  const mixed = mixedIn(columnsOf, table, lines);
  const figures = [...ranked].flatMap(([role, columns]) => (NO_HOLDING.test(role) ? [] : columns));
  const held = withoutEmpty(table, lines, mixed, figures);
  return new DeskTable(title, ranked, table, held, strange, mixed);
}

/** Counters print a row of each currency for every account, of 0 in most of them. */
function withoutEmpty(
  table: readonly (readonly unknown[])[],
  lines: readonly number[],
  mixed: readonly Mixed[],
  figures: readonly Column[],
): readonly number[] {
  const isNothing = (x: Figure) => x === null || (x instanceof Exact && x.sign() === 0);
  return lines.filter((line) => {
    const [cells, at] = [table[line]!, line + 1];
    return (
      notPlain(mixed, cells, at) === null || !figures.every((column) => isNothing(figureOf(column, { cells, at })))
    );
  });
}

/** Rates are below 1; ratios of margin and lines are not. */
const fractionOf = (role: string): number => (/line|target/.test(role) ? 10 : /ratio/.test(role) ? 5 : 1);

/** A quantity is in no 元, and money in no 股. */
const mayMeasure = (role: string, measures: Unit['measures']): boolean =>
  measures === null || (role === 'qty') === (measures === 'quantity');

/** The units of a row that holds nothing else. */
function unitsIn(row: readonly unknown[] | undefined): readonly (Unit | undefined)[] | undefined {
  const cells = (row ?? []).map(toCell);
  const units = cells.map((cell) =>
    typeof cell === 'string' ? unitOf(cell.replace(/^[(（]|[)）]$/g, '')) : undefined,
  );
  return cells.some((cell) => cell !== null) && cells.every((cell, i) => cell === null || units[i]) ? units : undefined;
}

/** The power of ten of `单位：万元` above the header. */
function unitOver(rows: readonly (readonly unknown[])[]): number | Fault {
  for (const cell of rows.flat()) {
    const money = typeof cell === 'string' ? /(?:币种|货币|currency)\s*:\s*([^\s()]+)/i.exec(halfWidth(cell)) : null;
    if (money && !isYuan(money[1]!)) return new Fault('unknown_unit', { text: cell as string });
    const said = typeof cell === 'string' ? /(?:单位|unit)\s*:\s*([^\s()]+)/i.exec(halfWidth(cell)) : null;
    if (!said) continue;
    return unitOf(said[1]!)?.power ?? new Fault('unknown_unit', { text: cell as string });
  }
  return 0;
}

const isFigure = (cell: Cell): boolean =>
  typeof cell === 'number' || (typeof cell === 'string' && readNumber(cell) instanceof Numeral);

/** The rows below the header, without blank ones, totals, notes of one cell, and headers that are repeated. */
function linesOf(
  table: readonly (readonly unknown[])[],
  header: number,
  headers: readonly unknown[],
  keys: readonly number[],
): number[] {
  const lines: number[] = [];
  for (let line = header + 1; line < table.length; line++) {
    const cells = table[line]!;
    let first = 0;
    while (first < cells.length && isBlank(cells[first])) first++;
    if (first < cells.length && !isNoData(cells, first, headers, keys)) lines.push(line);
  }
  return lines;
}

const isBlank = (raw: unknown): boolean => typeof raw !== 'number' && toCell(raw) === null;

function isNoData(
  cells: readonly unknown[],
  first: number,
  headers: readonly unknown[],
  keys: readonly number[],
): boolean {
  for (const key of keys) {
    const cell = cells[key];
    if (typeof cell === 'string' && (!DIGIT.test(cell) || cell.includes(LAST)) && isTotal(cell)) return true;
  }
  const cell = cells[first];
  if (typeof cell !== 'string') return false;
  if (cell === headers[first]) return cells.every((other, i) => isBlank(other) || other === headers[i]);
  if (!DIGIT.test(cell) && isTotal(cell)) return true;
  let next = first + 1;
  while (next < cells.length && isBlank(cells[next])) next++;
  return headers.length > 2 && next === cells.length;
}

const DIGIT = /^\d/;

const isTotal = (cell: string): boolean => TOTAL.test(halfWidth(cell).replace(/\s/g, '')) || /^[-=—─]{3,}$/.test(cell);
