import type { Cell } from '../../cells/cell';
import { Fault } from '../../cells/fault';
import { Exact } from '../../number/exact';
import { readCode } from '../code';
import { type DeskTable, type Figure, figureOf, keyOf, readDesk, type Row } from './columns';
import { type Direction, readDirection } from './direction';
import { POSITION_GUARDS } from './guards';
import { principalOf, proceedsOf } from './owed';
import { POSITIONS } from './vocabulary';

/** One row of what an account holds or owes. */
export interface Position {
  readonly at: number;
  readonly code: string;
  readonly name: Cell;
  readonly direction: Direction | Fault;
  readonly qty: Figure;
  readonly price: Figure;
  /** Market value. */
  readonly value: Figure;
  readonly conversion_rate: Figure;
  /** Principal of a financing, proceeds of a short sale. */
  readonly amount: Figure;
  readonly ratio: Figure;
  /** A word in the header that can mean something else was taken for the proceeds. */
  readonly doubtful: boolean;
  /** Its account stands in a merged cell above. */
  readonly merged: boolean;
  /** The value that stands in the row, where it is not quantity × price. */
  readonly printed: Exact | null;
}

export interface Positions {
  /** The lines by the account that they name, '' where the table has no column for it. */
  readonly byAccount: Map<string, readonly number[]>;
  read(line: number): Position;
  /** Whether the rows say whose they are. */
  readonly keyed: boolean;
  header(role: keyof typeof POSITIONS): string;
}

type Table = DeskTable<keyof typeof POSITIONS>;

export function readPositions(rows: readonly (readonly unknown[])[], oneAccount: boolean): Positions | Fault {
  const table = readDesk(rows, POSITIONS, { en: 'positions', zh: '持仓表' });
  if (table instanceof Fault) return table;
  const lacking =
    (oneAccount ? undefined : table.lacks('account')) ??
    table.lacks('code') ??
    table.lacks('direction') ??
    (table.has('value') ? undefined : lacksValue(table)) ??
    table.doubt(POSITION_GUARDS);
  if (lacking) return lacking;
  const keyed = table.has('account');
  const direction = table.column('direction');
  const read = remembered({
    direction: (cell: Cell) => readDirection(cell, direction, 0),
    code: (cell: Cell) => readCode(cell).code,
    key: keyOf,
  });
  const byAccount = new Map<string, number[]>();
  let above = '';
  let nameless = -1;
  let inRuns = true;
  for (const line of table.lines) {
    const row = table.row(line);
    let key = keyed ? read.key(table.cell('account', row)) : '';
    if (keyed && key === '' && table.cell('code', row) !== null) {
      key = above;
      nameless = line;
    }
    const lines = byAccount.get(key);
    inRuns &&= lines === undefined || key === above;
    above = key;
    if (lines) lines.push(line);
    else byAccount.set(key, [line]);
  }
  // Below a merged cell an account is that above; where accounts come back, nobody knows whose the row is.
  if (nameless >= 0 && !(inRuns && !byAccount.has('')))
    return new Fault('missing', { param: table.header('account'), at: nameless + 1 });
  return {
    byAccount,
    read: (line) => readPosition(table, table.row(line), read),
    keyed,
    header: (role) => table.header(role),
  };
}

/** What cells mean that say the same in thousands of rows. */
interface Words {
  direction(cell: Cell): Direction | Fault;
  code(cell: Cell): string;
}

function remembered<T extends Readonly<Record<string, (cell: Cell) => unknown>>>(readers: T): T {
  return Object.fromEntries(
    Object.entries(readers).map(([name, read]) => {
      const known = new Map<Cell, unknown>();
      return [
        name,
        (cell: Cell) => {
          let value = known.get(cell);
          if (value === undefined) known.set(cell, (value = read(cell)));
          return value;
        },
      ];
    }),
  ) as T;
}

/** A value, or a quantity and a price. */
function lacksValue(table: Table): Fault | undefined {
  return table.has('qty') && (table.has('price') || table.has('fair_price')) ? undefined : table.lacks('value');
}

function readPosition(table: Table, row: Row, words: Words): Position {
  const { at } = row;
  const said = table.apart(row) ?? words.direction(table.cell('direction', row));
  const direction = said instanceof Fault && said.kind !== 'error_cell' ? said.with({ at }) : said;
  const fairPrice = table.figure('fair_price', row);
  const fair = fairPrice instanceof Exact && fairPrice.sign() !== 0;
  const price = fair ? fairPrice : (table.figure('price', row) ?? fairPrice);
  const side = direction === 'financed' || direction === 'lent' ? direction : undefined;
  const qty = table.figure('qty', row, side);
  const owed = owedBy(table, row, direction);
  return {
    at,
    code: words.code(table.cell('code', row)),
    name: table.cell('name', row),
    direction,
    qty,
    price,
    value: valueOf(table, row, qty, price),
    conversion_rate: table.figure('conversion_rate', row),
    amount: owed.figure,
    ratio: ratioOf(table, row, direction),
    doubtful: owed.doubtful,
    merged: table.has('account') && table.cell('account', row) === null,
    printed: fair ? null : differing(table, row, qty, price),
  };
}

/** Quantity × price; where one of them is not there, the value that is printed. A price of 0 is none. */
function valueOf(table: Table, row: Row, qty: Figure, price: Figure): Figure {
  if (qty instanceof Fault) return qty;
  if (price instanceof Fault) return price;
  if (qty !== null && price !== null && (price.sign() !== 0 || qty.sign() === 0)) return qty.times(price);
  return table.figure('value', row);
}

/** Prices are printed to the cent at least; another currency or a price of a hundred units is no rounding. */
function differing(table: Table, row: Row, qty: Figure, price: Figure): Exact | null {
  if (!(qty instanceof Exact && price instanceof Exact) || price.sign() === 0 || !table.has('value')) return null;
  const printed = table.figure('value', row);
  if (!(printed instanceof Exact)) return null;
  const apart = Math.abs(printed.minus(qty.times(price)).toNumber());
  return apart > Math.abs(qty.toNumber()) * HALF_A_CENT + 1 ? printed : null;
}

const HALF_A_CENT = 0.005;

function owedBy(table: Table, row: Row, direction: Direction | Fault) {
  if (direction === 'financed') return { figure: principalOf(table, row), doubtful: false };
  if (direction !== 'lent') return { figure: null, doubtful: false };
  const sold = table.figure('sell_price', row);
  const proceeds = proceedsOf(table, row, sold);
  return proceeds.figure === null && !table.has('sell_price')
    ? proceedsOf(table, row, table.figure('cost_price', row))
    : proceeds;
}

/** The row's own ratio; where financing and lending have a column each, that of its direction. */
function ratioOf(table: Table, row: Row, direction: Direction | Fault): Figure {
  const own = direction === 'lent' ? 'lending_ratio' : 'financing_ratio';
  const column = table.column('margin_ratio') ?? table.column(own);
  return column ? figureOf(column, row) : null;
}

/** A price as a quotient, so that a value can be divided by its quantity without rounding. */
export interface Price {
  readonly of: Exact;
  readonly per: Exact;
}

const ONE = Exact.of(1);

/** What one share costs, by the value of the row where no price stands there. */
export function priceOf({ price, qty, value }: Position): Price | null {
  if (price instanceof Exact && price.sign() !== 0) return { of: price, per: ONE };
  return qty instanceof Exact && value instanceof Exact && qty.sign() !== 0 && value.sign() !== 0
    ? { of: value, per: qty }
    : null;
}
