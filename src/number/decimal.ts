import { Decimal as Base } from 'decimal.js';

const NUMERALS = { toExpNeg: -9e15, toExpPos: 9e15 };

/** decimal.js for sums and products, which are exact: no numerals that a cell can hold need so many digits. */
export const Decimal = Base.clone({ ...NUMERALS, precision: 100_000 });
export type Decimal = Base;

/** For the one step of a procedure that must go on with a quotient. */
const Rounded = Base.clone({ ...NUMERALS, precision: 40 });

/** The number half-way between two doubles has fewer digits than this, unless they are smaller than 6e-11. */
const Truncated = Base.clone({ ...NUMERALS, precision: 80, rounding: Base.ROUND_DOWN });

/** `a ÷ b` to 40 digits. */
export function quotient(a: Decimal, b: Decimal): Decimal {
  return new Decimal(new Rounded(a).div(b));
}

/**
 * The double nearest to `a ÷ b`, rounded once: where the quotient has more than the 80 digits that are computed, a
 * digit behind them says so, which lifts it off the number half-way between two doubles.
 */
export function nearestQuotient(a: Decimal, b: Decimal): number {
  const digits = new Truncated(a).div(b);
  const exact = digits.isZero() || new Decimal(digits).times(b).eq(a);
  return exact ? digits.toNumber() : Number(withDigitBehind(digits.toFixed()));
}

function withDigitBehind(digits: string): string {
  return digits.includes('.') ? `${digits}1` : `${digits}.1`;
}

/** The largest integer not above `a ÷ b`. */
export function floorOfQuotient(a: Decimal, b: Decimal): Decimal {
  const whole = a.divToInt(b);
  return whole.times(b).eq(a) || a.s === b.s ? whole : whole.minus(1);
}
