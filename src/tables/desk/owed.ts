import { Fault } from '../../cells/fault';
import { Exact } from '../../number/exact';
import type { Column, Figure, Row, Side } from './columns';

/** What stands in a table of positions or of contracts about money that is owed. */
type Role = 'unpaid' | 'original' | 'repaid' | 'repaid_part' | 'with_interest' | 'qty' | 'sell_price';

interface Owing {
  figure(role: Role, row: Row, side: Side): Figure;
  sum(role: Role, row: Row): Exact | Fault;
  has(role: Role): boolean;
  column(role: Role): Column | undefined;
}

/** A figure, and whether it had to be taken from a word that can mean something else. */
export interface Owed {
  readonly figure: Figure;
  readonly doubtful: boolean;
}

/** Our own words for the money of a short sale; the others are the market value at some counters. */
const PROCEEDS = new Set(['金额', '本金', '融券卖出金额', '融券卖出所得', 'amount', 'principal']);

/** The principal of a financing that is not repaid yet. */
export function principalOf(table: Owing, row: Row): Figure {
  const unpaid = table.figure('unpaid', row, 'financed');
  if (unpaid !== null) return unpaid;
  const original = table.figure('original', row, 'financed');
  if (original === null || original instanceof Fault) return original;
  const repaid = table.figure('repaid', row, 'financed') ?? table.sum('repaid_part', row);
  return repaid instanceof Fault ? repaid : original.minus(repaid);
}

/**
 * The proceeds of a short sale that is still open: quantity × selling price. Money that was paid for returned shares is
 * no part of the proceeds, so an original amount is never reduced by it.
 */
export function proceedsOf(table: Owing, row: Row, price: Figure): Owed {
  const qty = table.figure('qty', row, 'lent');
  if (qty instanceof Exact && price instanceof Exact) return { figure: qty.times(price), doubtful: false };
  const unpaid = table.figure('unpaid', row, 'lent');
  if (unpaid !== null) return { figure: unpaid, doubtful: !PROCEEDS.has(table.column('unpaid')!.word) };
  const whole = table.has('repaid') || table.has('repaid_part') ? null : table.figure('original', row, 'lent');
  const fault = [qty, price].find((needed) => needed instanceof Fault) ?? null;
  return { figure: whole ?? fault, doubtful: whole !== null };
}
