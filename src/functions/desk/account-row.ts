import type { Cell } from '../../cells/cell';
import { Fault } from '../../cells/fault';
import type { Language } from '../../language';
import { Exact } from '../../number/exact';
import { AVAILABLE_MARGIN } from '../account/available-margin';
import { DROP_TO_LINE } from '../account/drop-to-line';
import { MAINTENANCE_RATIO } from '../account/maintenance-ratio';
import { MAINTENANCE_STATUS } from '../account/maintenance-status';
import { TOP_UP_COLLATERAL } from '../account/top-up-collateral';
import { TOP_UP_REPAYMENT } from '../account/top-up-repayment';
import { WITHDRAWABLE } from '../account/withdrawable';
import { outcomesOf } from '../arguments/arguments-of';
import { type Book, difference, type Held, shareOf, sumOf } from './book';
import { cellOf } from './cell-of';
import { compareWithCounter } from './checks';
import type { Sum } from './figures';
import type { Lines } from './lines-of';

const availableMargin = outcomesOf(AVAILABLE_MARGIN);
const dropToLine = outcomesOf(DROP_TO_LINE);
const maintenanceRatio = outcomesOf(MAINTENANCE_RATIO);
const maintenanceStatus = outcomesOf(MAINTENANCE_STATUS);
const topUpCollateral = outcomesOf(TOP_UP_COLLATERAL);
const topUpRepayment = outcomesOf(TOP_UP_REPAYMENT);
const withdrawable = outcomesOf(WITHDRAWABLE);

const NO_DEBT = { zh: '无负债', en: 'no debt' } as const;
/** The price of what is given by its value. */
const ONES = [Exact.of(1)];

/** An account in the monitor: what its columns show is what the functions of their names answer. */
export function accountRow(book: Book, lines: Lines, language: Language): Cell[] {
  const { cash, other, securities, principal, proceeds, lent, fees, assets, debt, account, problems } = book;
  const isFree = debt instanceof Exact && debt.sign() === 0;
  const ratio = cellOf(maintenanceRatio(cash, [securities], [principal], [lent], ONES, fees, other));
  const available = availableMarginOf(book);
  const { warning_line, call_line, close_line, withdraw_line, target } = lines;
  const largest = largestOf(book.held);
  compareWithCounter(book, available, ratio);
  return [
    book.label,
    cellOf(assets),
    cellOf(debt),
    cellOf(difference(assets, debt)),
    cellOf(principal),
    cellOf(lent),
    cellOf(fees),
    cellOf(securities),
    isFree ? '' : ratio,
    isFree
      ? NO_DEBT[language]
      : cellOf(maintenanceStatus(ratio, warning_line, call_line, close_line, withdraw_line, language, 'fraction')),
    cellOf(available),
    cellOf(withdrawable(difference(cash, proceeds), sumOf([cash, securities]), debt, available, withdraw_line)),
    cellOf(topUpCollateral(assets, debt, target)),
    cellOf(topUpRepayment(assets, debt, target, 'sell')),
    isFree ? '' : cellOf(dropToLine(assets, debt, securities, lent, call_line)),
    largest instanceof Fault ? largest : (largest?.code ?? ''),
    largest instanceof Fault ? largest : largest ? cellOf(shareOf(largest.value, assets)) : '',
    account?.credit ? cellOf(difference(account.credit, sumOf([principal, proceeds]))) : '',
    problems.text(),
  ];
}

function availableMarginOf({ cash, fees, securities, lent, byKind }: Book): Sum {
  const { collateral, financed, lent: short } = byKind;
  // A row that cannot be read at all is in none of the groups.
  const bad = securities instanceof Fault ? securities : lent instanceof Fault ? lent : null;
  return availableMargin(
    cash,
    collateral.map(valueOf),
    collateral.map(rateOf),
    financed.map(valueOf),
    financed.map(amountOf),
    financed.map(rateOf),
    financed.map(ratioOf),
    short.map(amountOf),
    short.map(valueOf),
    short.map(rateOf),
    short.map(ratioOf),
    bad ?? fees,
  ) as Sum;
}

const valueOf = ({ value }: Held): Sum => value;
const amountOf = ({ amount }: Held): Sum => amount;
const rateOf = ({ conversion_rate }: Held): Sum => conversion_rate;
const ratioOf = ({ ratio }: Held): Sum => ratio;

/** The security of the largest value held, financed shares of the same code with it. */
function largestOf(held: readonly Held[]): { code: string; value: Exact } | undefined | Fault {
  const values = new Map<string, Exact>();
  for (const { kind, value, position } of held) {
    if (kind === 'lent') continue;
    if (value instanceof Fault) return value;
    const others = values.get(position.code);
    values.set(position.code, others === undefined ? value : others.plus(value));
  }
  let largest: { code: string; value: Exact } | undefined;
  for (const [code, value] of values) {
    const order = largest ? value.compare(largest.value) : value.sign();
    if (order > 0 || (order === 0 && largest && code < largest.code)) largest = { code, value };
  }
  return largest;
}
