import { type Cell, toCell } from '../../cells/cell';
import { Fault } from '../../cells/fault';
import { Exact } from '../../number/exact';
import { type Column, dayOf, type Figure, figureOf, type Row, type Side } from './figure';

/** Where several columns hold one thing and the first of them is meant, as the counters document. */
const RANKED = new Set(['cash', 'qty', 'start']);
const ZERO = Exact.of(0);

/** What a table holds of one thing: the columns of it, the best first, looked up once and read row by row. */
export class Role {
  /** The best column; undefined where there is none. */
  readonly column: Column | undefined;
  private readonly isRanked: boolean;
  /** The number above and its figure, which many rows repeat. */
  private above = NaN;
  private figureAbove = ZERO;

  constructor(
    name: string,
    readonly columns: readonly Column[],
  ) {
    this.column = columns[0];
    this.isRanked = RANKED.has(name);
  }

  isThere(): boolean {
    return this.column !== undefined;
  }

  /** As it stands in the sheet, '' where there is none. */
  header(): string {
    return this.column === undefined ? '' : this.column.header;
  }

  cell({ cells }: Row): Cell {
    return this.column === undefined ? null : toCell(cells[this.column.index]);
  }

  /** What its columns say; where a side is given, those that name the other one are none of it. */
  figure(row: Row, side?: Side): Figure {
    const { column } = this;
    if (column === undefined) return null;
    if (this.columns.length === 1 && isOf(column, side)) return this.only(column, row);
    return this.together(row, (one) => (isOf(one, side) ? figureOf(one, row) : null), same);
  }

  private only(column: Column, row: Row): Figure {
    const raw = row.cells[column.index];
    if (typeof raw !== 'number') return figureOf(column, row);
    if (raw === this.above) return this.figureAbove;
    const figure = figureOf(column, row);
    if (figure instanceof Exact) {
      this.above = raw;
      this.figureAbove = figure;
    }
    return figure;
  }

  /** The figure of its best column alone. */
  best(row: Row): Figure {
    return this.column === undefined ? null : this.only(this.column, row);
  }

  /** Its columns added up; what is blank adds nothing. */
  sum(row: Row): Exact | Fault {
    let total = ZERO;
    for (const column of this.columns) {
      const figure = figureOf(column, row);
      if (figure instanceof Fault) return figure;
      if (figure) total = total.plus(figure);
    }
    return total;
  }

  day(row: Row): number | null | Fault {
    return this.together(
      row,
      (column) => dayOf(column, row),
      (a, b) => a === b,
    );
  }

  /** What the columns say together: the first of them that is filled, unless another says something else. */
  private together<T>(
    { at }: Row,
    read: (column: Column) => T | null | Fault,
    agree: (a: T, b: T) => boolean,
  ): T | null | Fault {
    let found: { readonly value: T; readonly header: string } | undefined;
    for (const column of this.columns) {
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
      if (this.isRanked) break;
    }
    return found ? found.value : null;
  }
}

/** What a table holds nothing of. */
export const NO_ROLE = new Role('', []);

const isOf = ({ sides }: Column, side: Side | undefined): boolean =>
  side === undefined || sides.length !== 1 || sides[0] === side;

const same = (a: Exact, b: Exact): boolean => a.compare(b) === 0;
