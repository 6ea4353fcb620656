import { type Cell, toCell } from '../../cells/cell';
import { Fault } from '../../cells/fault';
import type { Text } from '../../language';
import { Exact } from '../../number/exact';
import { type Printed, readPrinted } from '../printed';
import { keyOf, readDesk } from './columns';
import type { DeskTable } from './desk-table';
import type { Figure, Row } from './figure';
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
  const read = accountReader(table);
  const account = table.role('account');
  return {
    keys: table.lines.map((line) => keyOf(account.cell(table.row(line)))),
    read: (order) => read(table.row(table.lines[order]!)),
    keyed: account.isThere(),
    header: (role) => table.header(role),
  };
}

const NO_CHECKS: Account['checks'] = [];

/** Reads a table of accounts row by row; what its columns are is looked up once. */
function accountReader(table: Table): (row: Row) => Account {
  const account = table.role('account');
  const rights = table.role('rights');
  const toDeduct = table.role('to_deduct');
  const other = table.role('other_collateral');
  const credit = table.role('credit_line');
  const cashIn = cashReader(table);
  const feesIn = feesReader(table);
  const lines = LINES.filter((line) => table.has(line));
  const checks = CHECKS.filter((check) => table.has(check));

  /** A row without a name in a column of names may be of any account, or of all of them. */
  const nameless = (label: Cell, at: number): Fault | null => {
    if (label instanceof Fault) return label;
    return label === null && account.isThere() ? new Fault('missing', { param: account.header(), at }) : null;
  };

  return (row) => {
    const notes: Text[] = [];
    const cash = cashIn(row, notes);
    const fees = feesIn(row, notes);
    const right = rights.figure(row);
    if (right instanceof Exact && right.sign() !== 0) notes.push(notCounted(rights.header(), right));
    const deducted = toDeduct.figure(row);
    const label = account.cell(row);
    return {
      at: row.at,
      label,
      bad: table.apart(row) ?? nameless(label, row.at),
      cash,
      fees,
      other: other.figure(row) ?? ZERO,
      credit: credit.figure(row),
      lines: lines.length === 0 ? null : Object.fromEntries(lines.map((line) => [line, table.figure(line, row)])),
      checks: checks.length === 0 ? NO_CHECKS : checks.flatMap((check) => printedBy(table, row, check)),
      toDeduct: deducted instanceof Exact && deducted.sign() !== 0 ? deducted : null,
      notes,
    };
  };
}

function cashReader(table: Table): (row: Row, notes: Text[]) => Figure {
  const cash = table.role('cash');
  if (cash.isThere()) return (row) => cash.figure(row);
  const [assets, securities] = [table.role('total_assets'), table.role('securities')];
  const [a, b] = [assets.header(), securities.header()];
  return (row, notes) => {
    const [whole, part] = [assets.figure(row), securities.figure(row)];
    if (whole === null || whole instanceof Fault) return whole;
    if (part === null || part instanceof Fault) return part;
    notes.push({ en: `cash = ${a} − ${b}`, zh: `现金 = ${a} − ${b}` });
    return whole.minus(part);
  };
}

/** Their total where it stands, else the parts; where both stand and differ the larger, which is said. */
function feesReader(table: Table): (row: Row, notes: Text[]) => Figure {
  const [feePart, all, otherDebt] = [table.role('fee_part'), table.role('fees'), table.role('other_debt')];
  return (row, notes) => {
    const parts = feePart.sum(row);
    const total = all.figure(row);
    const debts = otherDebt.sum(row);
    if (parts instanceof Fault) return parts;
    if (total instanceof Fault) return total;
    if (debts instanceof Fault) return debts;
    let fees = total ?? parts;
    if (total !== null && parts.sign() !== 0 && parts.compare(total) !== 0) {
      fees = total.max(parts);
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
      fees = fees.plus(debts);
    }
    return fees;
  };
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
