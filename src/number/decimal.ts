import Base from 'big.js';

/** big.js for sums and products, which are exact; its quotients are never used without a count of digits. */
export const Decimal = Base();
export type Decimal = Base;

const withPlaces = (places: number, rounding: Base.RoundingMode) => Object.assign(Base(), { DP: places, RM: rounding });

/** For the one step of a procedure that must go on with a quotient. */
const Rounded = withPlaces(40, Base.roundHalfUp);

/** More than a double holds: where the next number with as many places is the same double, the rest says no more. */
const PLACES = 20;
const Brief = withPlaces(PLACES, Base.roundDown);
const NEXT = new Base(`1e-${PLACES}`);

/** The number half-way between two doubles has fewer digits than this, unless they are smaller than 6e-11. */
const Truncated = withPlaces(80, Base.roundDown);

const Whole = withPlaces(0, Base.roundDown);

export const isZero = ({ c: [first] }: Decimal) => first === 0;

export const decimalPlaces = ({ c, e }: Decimal) => Math.max(0, c.length - 1 - e);

/** `a` by such a power of ten that it has as many digits before its point as `b` has: their quotient is from 0.1 to 10. */
function alongside(a: Decimal, b: Decimal): { scaled: Decimal; power: number } {
  const power = a.e - b.e;
  return { scaled: a.times(`1e${-power}`), power };
}

/** `a ÷ b` to 40 digits. */
export function quotient(a: Decimal, b: Decimal): Decimal {
  const { scaled, power } = alongside(a, b);
  return new Decimal(new Rounded(scaled).div(b)).times(`1e${power}`);
}

/**
 * The double nearest to `a ÷ b`, rounded once: where the quotient has more than the 80 digits that are computed, a
 * digit behind them says so, which lifts it off the number half-way between two doubles.
 */
export function nearestQuotient(a: Decimal, b: Decimal): number {
  const { scaled, power } = alongside(a, b);
  const numberOf = (numeral: string) => Number(`${numeral}e${power}`);
  const brief = new Brief(scaled).div(b);
  const nearest = numberOf(brief.toFixed());
  if (nearest === numberOf((a.s === b.s ? brief.plus(NEXT) : brief.minus(NEXT)).toFixed())) return nearest;
  const digits = new Truncated(scaled).div(b);
  const numeral = digits.toFixed();
  return numberOf(digits.times(b).eq(scaled) ? numeral : withDigitBehind(numeral));
}

function withDigitBehind(digits: string): string {
  return digits.includes('.') ? `${digits}1` : `${digits}.1`;
}

/** The largest integer not above `a ÷ b`. */
export function floorOfQuotient(a: Decimal, b: Decimal): Decimal {
  const whole = new Decimal(new Whole(a).div(b));
  return whole.times(b).eq(a) || a.s === b.s ? whole : whole.minus(1);
}
