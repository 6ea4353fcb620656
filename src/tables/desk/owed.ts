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

/** What the rows of a table of positions or of contracts owe, as far as it is money. */
export interface Owing {
  /** The principal of a financing that is not repaid yet. */
  principal(row: Row): Figure;
  /**
   * The proceeds of a short sale that is still open: quantity × selling price. Money that was paid for returned shares
   * is no part of the proceeds, so an original amount is never reduced by it.
   */
  proceeds(row: Row, qty: Figure, price: Figure): Owed;
}

export function owingIn(table: { role(role: 'unpaid' | 'original' | 'repaid' | 'repaid_part'): Role }): Owing {
  const unpaid = table.role('unpaid');
  const original = table.role('original');
  const repaid = table.role('repaid');
  const repaidPart = table.role('repaid_part');
  const isRepaid = repaid.isThere() || repaidPart.isThere();
  return {
    principal(row) {
      const left = unpaid.figure(row, 'financed');
      if (left !== null) return left;
      const whole = original.figure(row, 'financed');
      if (whole === null || whole instanceof Fault) return whole;
      const paid = repaid.figure(row, 'financed') ?? repaidPart.sum(row);
      return paid instanceof Fault ? paid : whole.minus(paid);
    },
    proceeds(row, qty, price) {
      if (qty instanceof Exact && price instanceof Exact) return { figure: qty.times(price), doubtful: false };
      const left = unpaid.figure(row, 'lent');
      if (left !== null) return { figure: left, doubtful: !PROCEEDS.has(unpaid.column!.word) };
      const whole = isRepaid ? null : original.figure(row, 'lent');
      const fault = [qty, price].find((needed) => needed instanceof Fault) ?? null;
      return { figure: whole ?? fault, doubtful: whole !== null };
    },
  };
}
