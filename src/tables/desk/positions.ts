import type { Cell } from '../../cells/cell';
import { Fault } from '../../cells/fault';
import { Exact } from '../../number/exact';
import { readCode } from '../code';
import { keyOf, readDesk } from './columns';
import type { DeskTable } from './desk-table';
import { type Direction, readDirection } from './direction';
import type { Figure, Row } from './figure';
import { POSITION_GUARDS } from './guards';
import { type Owed, owingIn } from './owed';
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
  const byAccount = linesByAccount(table);
  if (byAccount instanceof Fault) return byAccount;
  const read = positionReader(table);
  return {
    byAccount,
    read: (line) => read(table.row(line)),
    keyed,
    header: (role) => table.header(role),
  };
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

/** A value, or a quantity and a price. */
function lacksValue(table: Table): Fault | undefined {
  return table.has('qty') && (table.has('price') || table.has('fair_price')) ? undefined : table.lacks('value');
}

/** What a cell means that says the same in thousands of rows. */
function remembered<T>(read: (cell: Cell) => T): (cell: Cell) => T {
  const known = new Map<Cell, T>();
  return (cell) => {
    let value = known.get(cell);
    if (value === undefined) known.set(cell, (value = read(cell)));
    return value;
  };
}

/** Prices are printed to the cent at least. */
const HALF_A_CENT = 0.005;

/** Reads a table of positions row by row; what its columns are is looked up once. */
function positionReader(table: Table): (row: Row) => Position {
  const account = table.role('account');
  const code = table.role('code');
  const name = table.role('name');
  const direction = table.role('direction');
  const qty = table.role('qty');
  const fairPrice = table.role('fair_price');
  const marketPrice = table.role('price');
  const value = table.role('value');
  const conversionRate = table.role('conversion_rate');
  const sellPrice = table.role('sell_price');
  const costPrice = table.role('cost_price');
  // The row's own ratio; where financing and lending have a column each, that of its direction.
  const ownRatio = table.role('margin_ratio');
  const ratio = {
    financed: ownRatio.isThere() ? ownRatio : table.role('financing_ratio'),
    lent: ownRatio.isThere() ? ownRatio : table.role('lending_ratio'),
  };
  const owing = owingIn(table);
  const isKeyed = account.isThere();
  const isValued = value.isThere();
  const codeOf = remembered((cell) => readCode(cell).code);
  const directionOf = remembered((cell) => readDirection(cell, direction.column, 0));

  const directionIn = (row: Row): Direction | Fault => {
    const said = table.apart(row) ?? directionOf(direction.cell(row));
    return said instanceof Fault && said.kind !== 'error_cell' ? said.with({ at: row.at }) : said;
  };

  /** Quantity × price; where one of them is not there, the value that is printed. A price of 0 is none. */
  const worth = (row: Row, shares: Figure, price: Figure): Figure => {
    if (shares instanceof Fault) return shares;
    if (price instanceof Fault) return price;
    if (shares !== null && price !== null && (price.sign() !== 0 || shares.sign() === 0)) return shares.times(price);
    return value.figure(row);
  };

  /** The value that is printed where it is another; one in another currency, or of a price of a hundred units, is no rounding. */
  const differing = (row: Row, shares: Figure, price: Figure): Exact | null => {
    if (!(shares instanceof Exact && price instanceof Exact) || price.sign() === 0) return null;
    const printed = value.figure(row);
    if (!(printed instanceof Exact)) return null;
    const apart = Math.abs(printed.minus(shares.times(price)).toNumber());
    return apart > Math.abs(shares.toNumber()) * HALF_A_CENT + 1 ? printed : null;
  };

  /** By the cost where the table has no column for the selling price. */
  const proceedsIn = (row: Row, shares: Figure): Owed => {
    const proceeds = owing.proceeds(row, shares, sellPrice.figure(row));
    return proceeds.figure === null && !sellPrice.isThere()
      ? owing.proceeds(row, shares, costPrice.figure(row))
      : proceeds;
  };

  return (row) => {
    const owes = directionIn(row);
    const side = owes === 'financed' || owes === 'lent' ? owes : undefined;
    const fair = fairPrice.figure(row);
    const isFair = fair instanceof Exact && fair.sign() !== 0;
    const price = isFair ? fair : (marketPrice.figure(row) ?? fair);
    const shares = qty.figure(row, side);
    const proceeds = side === 'lent' ? proceedsIn(row, shares) : null;
    return {
      at: row.at,
      code: codeOf(code.cell(row)),
      name: name.cell(row),
      direction: owes,
      qty: shares,
      price,
      value: worth(row, shares, price),
      conversion_rate: conversionRate.figure(row),
      amount: proceeds ? proceeds.figure : side === 'financed' ? owing.principal(row) : null,
      ratio: ratio[side ?? 'financed'].best(row),
      doubtful: proceeds !== null && proceeds.doubtful,
      merged: isKeyed && account.cell(row) === null,
      printed: isFair || !isValued ? null : differing(row, shares, price),
    };
  };
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
