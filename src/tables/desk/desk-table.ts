import { type Cell, toCell } from '../../cells/cell';
import { Fault } from '../../cells/fault';
import type { Text } from '../../language';
import { type Column, dayOf, type Figure, type Row, rowAt, type Side } from './figure';
import type { Guard } from './guards';
import { type Mixed, notPlain } from './plain';
import { NO_ROLE, Role } from './role';
import { NEEDED } from './vocabulary';

/** Days: a contract of six months that was postponed over and over. */
const LONGEST_TERM = 3_660;

/** A table of a counter: which column holds what, and the rows below its header. */
export interface DeskTable<R extends string> {
  readonly cells: Found<R>['cells'];
  /** The columns that set rows apart: their figures cannot be added to those of others. */
  readonly mixed: readonly Mixed[];
  /** Which rows of the range hold data. */
  readonly lines: readonly number[];
  /** The columns whose headers are not understood. */
  readonly strange: readonly Column[];
  /** Why the figures of a row cannot be added to those of others. */
  apart(row: Row): Fault | null;
  row(line: number): Row;
  /** To be looked up once, where many rows are read. */
  role(role: R): Role;
  /** The best column of a role. */
  column(role: R): Column | undefined;
  has(role: R): boolean;
  /** As it stands in the sheet, '' where there is none. */
  header(role: R): string;
  cell(role: R, row: Row): Cell;
  figure(role: R, row: Row, side?: Side): Figure;
  day(role: R, row: Row): number | null | Fault;
  /** Why the table cannot be read where none of these is there: the first is named. */
  lacks(...roles: readonly R[]): Fault | undefined;
  /** A header that is not understood, where it may say what is otherwise taken for granted. */
  doubt(guards: readonly Guard<R>[]): Fault | undefined;
}

/** What was found of a table. */
interface Found<R extends string> {
  readonly title: Text;
  readonly columns: ReadonlyMap<R, readonly Column[]>;
  readonly cells: readonly (readonly unknown[])[];
  readonly lines: readonly number[];
  readonly strange: readonly Column[];
  readonly mixed: readonly Mixed[];
}

export function deskTable<R extends string>({ title, columns, cells, lines, strange, mixed }: Found<R>): DeskTable<R> {
  const roles = new Map([...columns].map(([name, own]) => [name, new Role(name, own)] as const));
  const role = (name: R) => roles.get(name) ?? NO_ROLE;
  const has = (name: R) => role(name).isThere();
  const row = (line: number) => rowAt(cells, line);

  const says = ({ index }: Column, different: number): boolean => {
    const said = lines.map((line) => toCell(cells[line]![index])).filter((cell) => cell !== null);
    return new Set(said).size >= different;
  };

  const holdsDaysAfter = (name: R, column: Column): boolean => {
    let any = false;
    for (const line of lines) {
      const [start, day] = [role(name).day(row(line)), dayOf(column, row(line))];
      if (day === null || typeof start !== 'number') continue;
      if (day instanceof Fault || day <= start || day > start + LONGEST_TERM) return false;
      any = true;
    }
    return any;
  };

  return {
    cells,
    mixed,
    lines,
    strange,
    apart: (one) => notPlain(mixed, one.cells, one.at),
    row,
    role,
    column: (name) => role(name).column,
    has,
    header: (name) => role(name).header(),
    cell: (name, one) => role(name).cell(one),
    figure: (name, one, side) => role(name).figure(one, side),
    day: (name, one) => role(name).day(one),
    lacks(...names) {
      if (names.some(has)) return undefined;
      const { en, zh, unlike, because } = NEEDED[names[0]!]!;
      const text = { en: `${en} (${title.en})`, zh: `${zh}（${title.zh}）` };
      const other = role(unlike as R).column;
      return other && because
        ? new Fault('wrong_column', { text, param: other.header, allowed: because })
        : new Fault('unknown_header', { text });
    },
    doubt(guards) {
      for (const { roles: needed, like, unlike, name, varies, after, bare } of guards) {
        if (needed.some((own) => has(own) && !bare?.test(role(own).column!.word))) continue;
        const column = strange.find((one) => {
          const isNamed = like.test(one.word) && !unlike?.test(one.word);
          return isNamed ? says(one, varies ? 2 : 1) : after !== undefined && holdsDaysAfter(after, one);
        });
        if (column) return new Fault('unclear_header', { text: column.header, allowed: name });
      }
      return undefined;
    },
  };
}
