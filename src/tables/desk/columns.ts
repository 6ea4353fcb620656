import { type Cell, toCell } from '../../cells/cell';
import { Fault } from '../../cells/fault';
import { Numeral, readNumber } from '../../cells/number';
import { halfWidth } from '../../cells/text';
import type { Text } from '../../language';
import type { Measure } from '../columns';
import { headerWord } from '../header-word';
import { captionOf, textsOf } from '../said';
import { ofColumns, readUnit, type Unit } from '../units';
import { type DeskTable, deskTable } from './desk-table';
import { type Column, PERCENT, type Side } from './figure';
import { linesOf, withoutEmpty } from './lines';
import { isYuan, mixedIn, severalDays } from './plain';
import type { Vocabulary } from './vocabulary';

const SIDES: readonly [RegExp, Side][] = [
  [/融资|^fin/, 'financed'],
  [/融券|^slo|securityloan|shortsell|lending/, 'lent'],
];

/** What is no amount of money, so that a unit over the whole table is not its unit. */
const NO_MONEY = /rate|ratio|price|qty|target|(?:warning|call|close|withdraw)_line/;

/** What says whose a row is, and not what is held. */
const NO_HOLDING =
  /account|code|name|direction|contract|day|start|due|extended|status|currency|unit$|rate|ratio|price|credit|line|target/;
/** Where a total may be named. */
const KEYS = ['contract', 'account', 'code', 'name'];
const NO_COLUMNS: readonly Column[] = [];
/** Titles and lines of dashes may stand above the header. */
const MOST_ROWS_ABOVE = 9;
/** 宽睿 OES writes 1 元 as 10000 and a ratio per ten thousand; this is its word for the account. */
const IN_TEN_THOUSANDTHS = 'cashacctid';

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

const PERCENT_SIGN: Unit = { power: PERCENT, measures: null };
const NO_HEADING: Heading = { word: '', power: undefined, measures: null };

/** 手 is a hundred shares here, ten bonds there: no unit of a position. */
function unitOf(text: string): Unit | undefined {
  const unit = text.trim();
  return /^[%％]$/.test(unit) ? PERCENT_SIGN : unit === '' || /手/.test(unit) ? undefined : readUnit(unit);
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
  const beside = below ?? ofColumns(unitsIn(table[best.row - 1]));
  const units = unitsOver(table.slice(0, best.row), table.slice(best.row + 1));
  if (units instanceof Fault) return units;
  const headings = headers.map(heading);
  const tenThousandths = headings.some(({ word }) => word === IN_TEN_THOUSANDTHS);
  const byRole = new Map<R, { column: Column; rank: number }[]>();
  const strange: Column[] = [];
  headings.forEach(({ word, power: own, measures }, index) => {
    const unit = beside?.[index];
    const header = typeof headers[index] === 'string' ? headers[index].trim() : '';
    const twice = word !== '' && headings.some((other, i) => i !== index && other.word === word);
    const sides = SIDES.flatMap(([pattern, side]) => (pattern.test(word) ? [side] : []));
    const said = own ?? unit?.power;
    const columnIn = (power: number, fraction: number): Column => ({
      index,
      header,
      word,
      power,
      twice,
      sides,
      fraction,
    });
    const found = (roles.get(word) ?? []).filter(([role]) => mayMeasure(role, unit?.measures ?? measures));
    if (found.length === 0 && word !== '') strange.push(columnIn(said ?? 0, 1));
    for (const [role, rank] of found) {
      const over = said ?? (tenThousandths ? (role === 'qty' ? 0 : -4) : powerOver(role, units));
      byRole.set(role as R, [...(byRole.get(role as R) ?? []), { column: columnIn(over, fractionOf(role)), rank }]);
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
  return deskTable({ title, columns: ranked, cells: table, lines: held, strange, mixed });
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

/** The power of ten that a unit over the whole table gives a column. */
function powerOver(role: string, units: Readonly<Record<Measure, number>>): number {
  if (role === 'qty') return units.quantity;
  return NO_MONEY.test(role) ? 0 : units.amount;
}

/** The last rows of a table, in which notes stand. */
const MOST_NOTES = 9;

/** The powers of ten of `单位：万元` above the header or in a note below the rows. */
function unitsOver(
  above: readonly (readonly unknown[])[],
  rows: readonly (readonly unknown[])[],
): Readonly<Record<Measure, number>> | Fault {
  for (const cell of above.flat()) {
    const money = typeof cell === 'string' ? /(?:币种|货币|currency)\s*:\s*([^\s()]+)/i.exec(halfWidth(cell)) : null;
    if (money && !isYuan(money[1]!)) return new Fault('unknown_unit', { text: cell as string });
  }
  const notes = rows.slice(-MOST_NOTES).map((row) => row.map(toCell).filter((cell) => cell !== null));
  const caption = captionOf(
    above.map(textsOf),
    notes.flatMap((cells) => (cells.length < 3 && typeof cells[0] === 'string' ? [cells.join(' ')] : [])),
  );
  const [amount = 0, quantity = 0] = [caption.powerOfAll('amount'), caption.powerOfAll('quantity')];
  return amount instanceof Fault ? amount : quantity instanceof Fault ? quantity : { amount, quantity };
}

const isFigure = (cell: Cell): boolean =>
  typeof cell === 'number' || (typeof cell === 'string' && readNumber(cell) instanceof Numeral);
