import { type Cell, toCell } from '../../cells/cell';
import { Fault } from '../../cells/fault';
import type { Text } from '../../language';
import { Exact } from '../../number/exact';
import { type Printed, readPrinted } from '../printed';
import { keyOf, readDesk } from './columns';
import type { DeskTable } from './desk-table';
import { type Figure, type Row, rowAt } from './figure';
import { ACCOUNT_GUARDS } from './guards';
import { notPlain } from './plain';
import type { Role } from './role';
import { ACCOUNTS } from './vocabulary';

const LINES = ['warning_line', 'call_line', 'close_line', 'withdraw_line', 'target'] as const;
export type Line = (typeof LINES)[number];
const CHECKS = ['total_assets', 'total_debt', 'net_assets', 'margin_printed', 'ratio_printed'] as const;
export type Check = (typeof CHECKS)[number];

/** One row of the accounts. */
export interface Account {
  readonly at: number;
  readonly label: Cell;
  /** Why none of its figures can be used. */
  readonly bad: Fault | null;
  /** With the proceeds of short sales. */
  readonly cash: Figure;
  readonly fees: Figure;
  readonly other: Figure;
  readonly credit: Figure;
  /** Null where the table has none. */
  readonly lines: Readonly<Partial<Record<Line, Figure>>> | null;
  /** What the counter prints beside its header: compared, never used. */
  readonly checks: readonly { readonly check: Check; readonly header: string; readonly printed: Printed }[];
  /** Money that is a fee only if the counter's total of the debt says so. */
  readonly toDeduct: Exact | null;
  readonly notes: readonly Text[];
}

export interface Accounts {
  readonly reader: Reader;
  /** The accounts as the positions name them, in the order of their rows. */
  readonly keys: readonly string[];
  readonly keyed: boolean;
  header(role: keyof typeof ACCOUNTS): string;
}

type Table = DeskTable<keyof typeof ACCOUNTS>;

const ZERO = Exact.of(0);

export function readAccounts(rows: readonly (readonly unknown[])[]): Accounts | Fault {
  const table = readDesk(rows, ACCOUNTS, { en: 'accounts', zh: '账户表' });
  if (table instanceof Fault) return table;
  const derivable = table.has('total_assets') && table.has('securities') && !table.has('other_collateral');
  const lacking =
    (table.lines.length === 1 && !table.has('no_account') ? undefined : table.lacks('account')) ??
    (derivable ? undefined : table.lacks('cash')) ??
    table.lacks('fees', 'fee_part') ??
    table.doubt(ACCOUNT_GUARDS);
  if (lacking) return lacking;
  const account = table.role('account');
  return {
    reader: readerOf(table),
    keys: table.lines.map((line) => keyOf(account.cell(table.row(line)))),
    keyed: account.isThere(),
    header: (role) => table.header(role),
  };
}

export function accountAt({ reader }: Accounts, order: number): Account {
  const { cells, lines } = reader.table;
  return readAccount(reader, rowAt(cells, lines[order]!));
}

const NO_CHECKS: Account['checks'] = [];

/** What is looked up once to read the rows of a table. */
interface Reader {
  readonly table: Table;
  readonly account: Role;
  readonly cash: Role;
  readonly totalAssets: Role;
  readonly securities: Role;
  readonly fees: Role;
  readonly feePart: Role;
  readonly otherDebt: Role;
  readonly rights: Role;
  readonly toDeduct: Role;
  readonly other: Role;
  readonly credit: Role;
  readonly lines: readonly Line[];
  readonly checks: readonly Check[];
}

const readerOf = (table: Table): Reader => ({
  table,
  account: table.role('account'),
  cash: table.role('cash'),
  totalAssets: table.role('total_assets'),
  securities: table.role('securities'),
  fees: table.role('fees'),
  feePart: table.role('fee_part'),
  otherDebt: table.role('other_debt'),
  rights: table.role('rights'),
  toDeduct: table.role('to_deduct'),
  other: table.role('other_collateral'),
  credit: table.role('credit_line'),
  lines: LINES.filter((line) => table.has(line)),
  checks: CHECKS.filter((check) => table.has(check)),
});

function readAccount(reader: Reader, row: Row): Account {
  const { table, lines, checks } = reader;
  const notes: Text[] = [];
  const cash = cashIn(reader, row, notes);
  const fees = feesIn(reader, row, notes);
  const rights = reader.rights.figure(row);
  if (rights instanceof Exact && rights.sign() !== 0) notes.push(notCounted(reader.rights.header(), rights));
  const toDeduct = reader.toDeduct.figure(row);
  return {
    at: row.at,
    label: reader.account.cell(row),
    bad: notPlain(table.mixed, row.cells, row.at) ?? nameless(reader, row),
    cash,
    fees,
    other: reader.other.figure(row) ?? ZERO,
    credit: reader.credit.figure(row),
    lines: lines.length === 0 ? null : Object.fromEntries(lines.map((line) => [line, table.figure(line, row)])),
    checks: checks.length === 0 ? NO_CHECKS : checks.flatMap((check) => printedBy(table, row, check)),
    toDeduct: toDeduct instanceof Exact && toDeduct.sign() !== 0 ? toDeduct : null,
    notes,
  };
}

/** A row without a name in a column of names may be of any account, or of all of them. */
function nameless({ account }: Reader, row: Row): Fault | null {
  if (!account.isThere()) return null;
  const label = account.cell(row);
  if (label instanceof Fault) return label;
  return label === null ? new Fault('missing', { param: account.header(), at: row.at }) : null;
}

function cashIn({ cash, totalAssets, securities }: Reader, row: Row, notes: Text[]): Figure {
  if (cash.isThere()) return cash.figure(row);
  const [whole, part] = [totalAssets.figure(row), securities.figure(row)];
  if (whole === null || whole instanceof Fault) return whole;
  if (part === null || part instanceof Fault) return part;
  const [a, b] = [totalAssets.header(), securities.header()];
  notes.push({ en: `cash = ${a} − ${b}`, zh: `现金 = ${a} − ${b}` });
  return whole.minus(part);
}

/** Their total where it stands, else the parts; where both stand and differ the larger, which is said. */
function feesIn({ feePart, fees, otherDebt }: Reader, row: Row, notes: Text[]): Figure {
  const parts = feePart.sum(row);
  const total = fees.figure(row);
  const debts = otherDebt.sum(row);
  if (parts instanceof Fault) return parts;
  if (total instanceof Fault) return total;
  if (debts instanceof Fault) return debts;
  let sum = total ?? parts;
  if (total !== null && parts.sign() !== 0 && parts.compare(total) !== 0) {
    sum = total.max(parts);
    notes.push({
      en: `interest and fees: ${total.toString()} in all, ${parts.toString()} in parts; the larger is taken`,
      zh: `息费合计 ${total.toString()} 与分项之和 ${parts.toString()} 不符，取较大者`,
    });
  }
  if (debts.sign() !== 0) {
    const header = otherDebt.header();
    notes.push({
      en: `${header} ${debts.toString()} is counted with the fees`,
      zh: `${header} ${debts.toString()} 计入息费`,
    });
    sum = sum.plus(debts);
  }
  return sum;
}

const notCounted = (header: string, figure: Exact): Text => ({
  en: `${header} ${figure.toString()} is not counted`,
  zh: `未计入${header} ${figure.toString()}`,
});

function printedBy(table: Table, { cells }: Row, check: Check): Account['checks'] {
  const column = table.column(check);
  const printed = column && !column.twice && column.power === 0 ? readPrinted(toCell(cells[column.index])) : null;
  return printed && !(printed instanceof Fault) ? [{ check, header: column!.header, printed }] : [];
}
