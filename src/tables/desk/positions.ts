import type { Cell } from '../../cells/cell';
import { Fault } from '../../cells/fault';
import { Exact } from '../../number/exact';
import { readCode } from '../code';
import { keyOf, readDesk } from './columns';
import type { DeskTable } from './desk-table';
import { type Direction, readDirection } from './direction';
import { type Figure, type Row, rowAt } from './figure';
import { POSITION_GUARDS } from './guards';
import { type Owed, type Owing, owingIn, principalOf, proceedsOf } from './owed';
import { notPlain } from './plain';
import type { Role } from './role';
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
  readonly reader: Reader;
  /** The lines by the account that they name, '' where the table has no column for it. */
  readonly byAccount: Map<string, readonly number[]>;
  /** Whether the rows say whose they are. */
  readonly keyed: boolean;
  /** The column that a value comes from. */
  readonly priced: 'value' | 'price';
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
    (table.has('unpaid') || table.has('original') || !hasFinanced(table) ? undefined : table.lacks('unpaid')) ??
    table.doubt(POSITION_GUARDS);
  if (lacking) return lacking;
  const keyed = table.has('account');
  const byAccount = linesByAccount(table);
  if (byAccount instanceof Fault) return byAccount;
  return {
    reader: readerOf(table),
    byAccount,
    keyed,
    priced: table.has('value') ? 'value' : 'price',
    header: (role) => table.header(role),
  };
}

export function positionsAt({ reader }: Positions, lines: readonly number[]): Position[] {
  const { cells } = reader.table;
  return lines.map((line) => readPosition(reader, rowAt(cells, line)));
}

/** Below a merged cell an account is that above; where accounts come back, nobody knows whose the row is. */
function linesByAccount(table: Table): Map<string, number[]> | Fault {
  const byAccount = new Map<string, number[]>();
  const [account, code] = [table.role('account'), table.role('code')];
  const isKeyed = account.isThere();
  let above = '';
  let cellAbove: Cell = null;
  let own: number[] | undefined;
  let nameless = -1;
  let inRuns = true;
  for (const line of table.lines) {
    const row = table.row(line);
    const cell = account.cell(row);
    if (own === undefined || cell !== cellAbove || (cell === null && isKeyed)) {
      let key = keyOf(cell);
      if (isKeyed && key === '' && code.cell(row) !== null) {
        key = above;
        nameless = line;
      }
      own = byAccount.get(key);
      inRuns &&= own === undefined || key === above;
      if (!own) byAccount.set(key, (own = []));
      above = key;
      cellAbove = cell;
    }
    own.push(line);
  }
  return nameless >= 0 && !(inRuns && !byAccount.has(''))
    ? new Fault('missing', { param: account.header(), at: nameless + 1 })
    : byAccount;
}

/** Whether some row owes money. */
function hasFinanced(table: Table): boolean {
  const direction = table.role('direction');
  return table.lines.some((line) => readDirection(direction.cell(table.row(line)), direction.column, 0) === 'financed');
}

/** A value, or a quantity and a price. */
function lacksValue(table: Table): Fault | undefined {
  return table.has('qty') && (table.has('price') || table.has('fair_price')) ? undefined : table.lacks('value');
}

/** What is looked up once to read the rows of a table. */
interface Reader {
  readonly table: Table;
  readonly account: Role;
  readonly code: Role;
  readonly name: Role;
  readonly direction: Role;
  readonly qty: Role;
  readonly fairPrice: Role;
  readonly price: Role;
  readonly value: Role;
  readonly conversionRate: Role;
  readonly sellPrice: Role;
  readonly costPrice: Role;
  /** The row's own ratio; where financing and lending have a column each, that of its direction. */
  readonly financingRatio: Role;
  readonly lendingRatio: Role;
  readonly owing: Owing;
  /** What cells mean that say the same in thousands of rows. */
  readonly codes: Map<Cell, string>;
  readonly directions: Map<Cell, Direction | Fault>;
}

function readerOf(table: Table): Reader {
  const ratio = table.role('margin_ratio');
  return {
    table,
    account: table.role('account'),
    code: table.role('code'),
    name: table.role('name'),
    direction: table.role('direction'),
    qty: table.role('qty'),
    fairPrice: table.role('fair_price'),
    price: table.role('price'),
    value: table.role('value'),
    conversionRate: table.role('conversion_rate'),
    sellPrice: table.role('sell_price'),
    costPrice: table.role('cost_price'),
    financingRatio: ratio.isThere() ? ratio : table.role('financing_ratio'),
    lendingRatio: ratio.isThere() ? ratio : table.role('lending_ratio'),
    owing: owingIn(table),
    codes: new Map(),
    directions: new Map(),
  };
}

function readPosition(reader: Reader, row: Row): Position {
  const direction = directionIn(reader, row);
  const side = direction === 'financed' || direction === 'lent' ? direction : undefined;
  const fairPrice = reader.fairPrice.figure(row);
  const isFair = fairPrice instanceof Exact && fairPrice.sign() !== 0;
  const price = isFair ? fairPrice : (reader.price.figure(row) ?? fairPrice);
  const qty = reader.qty.figure(row, side);
  const proceeds = side === 'lent' ? proceedsIn(reader, row, qty) : null;
  return {
    at: row.at,
    code: codeIn(reader, row),
    name: reader.name.cell(row),
    direction,
    qty,
    price,
    value: worth(reader, row, qty, price),
    conversion_rate: reader.conversionRate.figure(row),
    amount: proceeds ? proceeds.figure : side === 'financed' ? principalOf(reader.owing, row) : null,
    ratio: (side === 'lent' ? reader.lendingRatio : reader.financingRatio).best(row),
    doubtful: proceeds !== null && proceeds.doubtful,
    merged: reader.account.isThere() && reader.account.cell(row) === null,
    printed: isFair ? null : differing(reader, row, qty, price),
  };
}

function codeIn({ code, codes }: Reader, row: Row): string {
  const cell = code.cell(row);
  let read = codes.get(cell);
  if (read === undefined) codes.set(cell, (read = readCode(cell).code));
  return read;
}

function directionIn({ table, direction, directions }: Reader, row: Row): Direction | Fault {
  const apart = notPlain(table.mixed, row.cells, row.at);
  if (apart) return told(apart, row);
  const cell = direction.cell(row);
  let read = directions.get(cell);
  if (read === undefined) directions.set(cell, (read = readDirection(cell, direction.column, 0)));
  return read instanceof Fault ? told(read, row) : read;
}

const told = (fault: Fault, { at }: Row): Fault => (fault.kind === 'error_cell' ? fault : fault.with({ at }));

/** Quantity × price; where one of them is not there, the value that is printed. A price of 0 is none. */
function worth({ value }: Reader, row: Row, qty: Figure, price: Figure): Figure {
  if (qty instanceof Fault) return qty;
  if (price instanceof Fault) return price;
  if (qty !== null && price !== null && (price.sign() !== 0 || qty.sign() === 0)) return qty.times(price);
  return value.figure(row);
}

/** Prices are printed to the cent at least. */
const HALF_A_CENT = 0.005;

/** The value that is printed where it is another: in another currency, or of a price of a hundred units, and no rounding. */
function differing({ value }: Reader, row: Row, qty: Figure, price: Figure): Exact | null {
  if (!value.isThere() || !(qty instanceof Exact && price instanceof Exact) || price.sign() === 0) return null;
  const printed = value.figure(row);
  if (!(printed instanceof Exact)) return null;
  const apart = Math.abs(printed.minus(qty.times(price)).toNumber());
  return apart > Math.abs(qty.toNumber()) * HALF_A_CENT + 1 ? printed : null;
}

/** By the cost where the table has no column for the selling price. */
function proceedsIn({ owing, sellPrice, costPrice }: Reader, row: Row, qty: Figure): Owed {
  const proceeds = proceedsOf(owing, row, qty, sellPrice.figure(row));
  return proceeds.figure === null && !sellPrice.isThere()
    ? proceedsOf(owing, row, qty, costPrice.figure(row))
    : proceeds;
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
