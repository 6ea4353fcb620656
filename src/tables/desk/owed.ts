import { Fault } from '../../cells/fault';
import { Exact } from '../../number/exact';
import type { Figure, Row } from './figure';
import type { Role } from './role';

/** A figure, and whether it had to be taken from a word that can mean something else. */
export interface Owed {
  readonly figure: Figure;
  readonly doubtful: boolean;
}

/** Our own words for the money of a short sale; the others are the market value at some counters. */
const PROCEEDS = new Set(['金额', '本金', '融券卖出金额', '融券卖出所得', 'amount', 'principal']);

/** What the rows of a table of positions or of contracts say of what is owed, as far as it is money. */
export interface Owing {
  readonly unpaid: Role;
  readonly original: Role;
  readonly repaid: Role;
  readonly repaidPart: Role;
}

export const owingIn = (table: { role(role: 'unpaid' | 'original' | 'repaid' | 'repaid_part'): Role }): Owing => ({
  unpaid: table.role('unpaid'),
  original: table.role('original'),
  repaid: table.role('repaid'),
  repaidPart: table.role('repaid_part'),
});

/** The principal of a financing that is not repaid yet. */
export function principalOf({ unpaid, original, repaid, repaidPart }: Owing, row: Row): Figure {
  const left = unpaid.figure(row, 'financed');
  if (left !== null) return left;
  const whole = original.figure(row, 'financed');
  if (whole === null || whole instanceof Fault) return whole;
  const paid = repaid.figure(row, 'financed') ?? repaidPart.sum(row);
  return paid instanceof Fault ? paid : whole.minus(paid);
}

/**
 * The proceeds of a short sale that is still open: quantity × selling price. Money that was paid for returned shares is
 * no part of the proceeds, so an original amount is never reduced by it.
 */
export function proceedsOf(
  { unpaid, original, repaid, repaidPart }: Owing,
  row: Row,
  qty: Figure,
  price: Figure,
): Owed {
  if (qty instanceof Exact && price instanceof Exact) return { figure: qty.times(price), doubtful: false };
  const left = unpaid.figure(row, 'lent');
  if (left !== null) return { figure: left, doubtful: !PROCEEDS.has(unpaid.column!.word) };
  const whole = repaid.isThere() || repaidPart.isThere() ? null : original.figure(row, 'lent');
  const fault = [qty, price].find((needed) => needed instanceof Fault) ?? null;
  return { figure: whole ?? fault, doubtful: whole !== null };
}
