import { type Cell, toCell } from '../../cells/cell';
import { Fault } from '../../cells/fault';
import type { Text } from '../../language';
import { Exact } from '../../number/exact';
import { type Printed, readPrinted } from '../printed';
import { type DeskTable, type Figure, keyOf, readDesk, type Row } from './columns';
import { ACCOUNT_GUARDS } from './guards';
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
  /** The accounts as the positions name them, in the order of their rows. */
  readonly keys: readonly string[];
  read(order: number): Account;
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
  const given = { lines: LINES.filter((line) => table.has(line)), checks: CHECKS.filter((check) => table.has(check)) };
  return {
    keys: table.lines.map((line) => keyOf(table.cell('account', table.row(line)))),
    read: (order) => readAccount(table, table.row(table.lines[order]!), given),
    keyed: table.has('account'),
    header: (role) => table.header(role),
  };
}

interface Given {
  readonly lines: readonly Line[];
  readonly checks: readonly Check[];
}

function readAccount(table: Table, row: Row, given: Given): Account {
  const notes: Text[] = [];
  const cash = cashOf(table, row, notes);
  const fees = feesOf(table, row, notes);
  const rights = table.figure('rights', row);
  if (rights instanceof Exact && rights.sign() !== 0) notes.push(notCounted(table.column('rights')!.header, rights));
  const toDeduct = table.figure('to_deduct', row);
  return {
    at: row.at,
    label: table.cell('account', row),
    bad: table.apart(row) ?? nameless(table, row),
    cash,
    fees,
    other: table.figure('other_collateral', row) ?? ZERO,
    credit: table.figure('credit_line', row),
    lines:
      given.lines.length === 0 ? null : Object.fromEntries(given.lines.map((line) => [line, table.figure(line, row)])),
    checks: given.checks.flatMap((check) => printedBy(table, row, check)),
    toDeduct: toDeduct instanceof Exact && toDeduct.sign() !== 0 ? toDeduct : null,
    notes,
  };
}

/** A row without a name in a column of names may be of any account, or of all of them. */
function nameless(table: Table, row: Row): Fault | null {
  if (!table.has('account')) return null;
  const cell = table.cell('account', row);
  if (cell instanceof Fault) return cell;
  return cell === null ? new Fault('missing', { param: table.header('account'), at: row.at }) : null;
}

export const notCounted = (header: string, figure: Exact): Text => ({
  en: `${header} ${figure.toString()} is not counted`,
  zh: `未计入${header} ${figure.toString()}`,
});

function cashOf(table: Table, row: Row, notes: Text[]): Figure {
  if (table.has('cash')) return table.figure('cash', row);
  const [total, securities] = [table.figure('total_assets', row), table.figure('securities', row)];
  if (total === null || total instanceof Fault) return total;
  if (securities === null || securities instanceof Fault) return securities;
  const [a, b] = [table.column('total_assets')!.header, table.column('securities')!.header];
  notes.push({ en: `cash = ${a} − ${b}`, zh: `现金 = ${a} − ${b}` });
  return total.minus(securities);
}

/** Their total where it stands, else the parts; where both stand and differ the larger, which is said. */
function feesOf(table: Table, row: Row, notes: Text[]): Figure {
  const parts = table.sum('fee_part', row);
  const total = table.figure('fees', row);
  const debts = table.sum('other_debt', row);
  for (const figure of [parts, total, debts]) if (figure instanceof Fault) return figure;
  let fees = (total as Exact | null) ?? (parts as Exact);
  if (total instanceof Exact && parts instanceof Exact && parts.sign() !== 0 && parts.compare(total) !== 0) {
    fees = total.max(parts);
    notes.push({
      en: `interest and fees: ${total.toString()} in all, ${parts.toString()} in parts; the larger is taken`,
      zh: `息费合计 ${total.toString()} 与分项之和 ${parts.toString()} 不符，取较大者`,
    });
  }
  if (debts instanceof Exact && debts.sign() !== 0) {
    const { header } = table.column('other_debt')!;
    notes.push({
      en: `${header} ${debts.toString()} is counted with the fees`,
      zh: `${header} ${debts.toString()} 计入息费`,
    });
    fees = fees.plus(debts);
  }
  return fees;
}

function printedBy(table: Table, { cells }: Row, check: Check): Account['checks'] {
  const column = table.column(check);
  const printed = column && !column.twice && column.power === 0 ? readPrinted(toCell(cells[column.index])) : null;
  return printed && !(printed instanceof Fault) ? [{ check, header: column!.header, printed }] : [];
}
