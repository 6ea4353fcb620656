import { Decimal, floorOfQuotient, nearestQuotient, quotient } from './decimal';
import type { Arithmetic, Group, Operations, Ratio, Reason, Test } from './arithmetic';

const LARGEST = Number.MAX_SAFE_INTEGER;
const LARGEST_READ = 1e15;
const LARGEST_SCALE = 22;
const POWER = Array.from({ length: LARGEST_SCALE + 1 }, (_, k) => Number(`1e${k}`));

/**
 * An exact decimal number: `units` ten-to-the-minus-`scale`, as long as the units are a safe integer; beyond that
 * a decimal.js number that holds every digit. Powers of ten up to 10^22 are exact doubles, so `units / 10^scale` is one
 * correctly rounded division and the nearest double of the decimal.
 */
export class Exact implements Arithmetic<Exact> {
  private constructor(
    private readonly units: number,
    private readonly scale: number,
    private readonly big: Decimal | null,
  ) {}

  /**
   * The decimal of at most 15 significant digits that Excel shows for a cell. A double that is no such decimal
   * carries the noise of a native sum (0.30000000000000004) and is read as its 15 digits.
   */
  static of(cell: number): Exact {
    if (cell === Math.trunc(cell)) {
      if (cell < LARGEST_READ && cell > -LARGEST_READ) return new Exact(cell, 0, null);
    } else {
      const hundredths = Math.round(cell * 100);
      if (hundredths / 100 === cell && hundredths < LARGEST_READ && hundredths > -LARGEST_READ)
        return new Exact(hundredths, 2, null);
    }
    return Exact.ofUnusual(cell);
  }

  /** Apart from `of`, so that the engine can inline what nearly all cells need. */
  private static ofUnusual(cell: number): Exact {
    for (let k = 3; k <= LARGEST_SCALE; k++) {
      const units = Math.round(cell * POWER[k]!);
      if (units >= LARGEST_READ || units <= -LARGEST_READ) break;
      if (units / POWER[k]! === cell) return new Exact(units, k, null);
    }
    const digits = cell.toPrecision(15);
    const shown = Number(digits);
    return Object.is(shown, cell) ? Exact.ofDecimal(new Decimal(digits)) : Exact.of(shown);
  }

  /** The number that a decimal numeral says, all of its digits. */
  static parse(numeral: string): Exact {
    return Exact.ofDecimal(new Decimal(numeral));
  }

  private static ofDecimal(value: Decimal): Exact {
    const scale = value.decimalPlaces();
    if (scale >= 0 && scale <= LARGEST_SCALE) {
      const units = value.times(POWER[scale]!);
      if (units.abs().lte(LARGEST)) return new Exact(units.toNumber(), scale, null);
    }
    return new Exact(0, 0, value);
  }

  private toDecimal(): Decimal {
    return this.big ?? new Decimal(this.scale === 0 ? this.units : `${this.units}e-${this.scale}`);
  }

  plus(other: Exact): Exact {
    if (this.scale === other.scale && this.big === null && other.big === null) {
      const units = this.units + other.units;
      if (units <= LARGEST && units >= -LARGEST) return new Exact(units, this.scale, null);
    }
    return this.plusScaled(other, 1);
  }

  minus(other: Exact): Exact {
    if (this.scale === other.scale && this.big === null && other.big === null) {
      const units = this.units - other.units;
      if (units <= LARGEST && units >= -LARGEST) return new Exact(units, this.scale, null);
    }
    return this.plusScaled(other, -1);
  }

  private plusScaled(other: Exact, sign: 1 | -1): Exact {
    if (this.big === null && other.big === null) {
      const scale = this.scale > other.scale ? this.scale : other.scale;
      const a = this.units * POWER[scale - this.scale]!;
      const b = sign * other.units * POWER[scale - other.scale]!;
      const units = a + b;
      if (fits(a) && fits(b) && fits(units)) return new Exact(units, scale, null);
    }
    const [a, b] = [this.toDecimal(), other.toDecimal()];
    return Exact.ofDecimal(sign > 0 ? a.plus(b) : a.minus(b));
  }

  times(other: Exact): Exact {
    if (this.big === null && other.big === null) {
      const units = this.units * other.units;
      const scale = this.scale + other.scale;
      if (units <= LARGEST && units >= -LARGEST && scale <= LARGEST_SCALE) return new Exact(units, scale, null);
    }
    return Exact.ofDecimal(this.toDecimal().times(other.toDecimal()));
  }

  min(other: Exact): Exact {
    return this.compare(other) <= 0 ? this : other;
  }

  max(other: Exact): Exact {
    return this.compare(other) >= 0 ? this : other;
  }

  over(divisor: Exact): Quotient {
    return new Quotient(this, divisor, null);
  }

  compare(other: Exact): number {
    if (this.big === null && other.big === null) {
      const scale = this.scale > other.scale ? this.scale : other.scale;
      const a = this.units * POWER[scale - this.scale]!;
      const b = other.units * POWER[scale - other.scale]!;
      if (fits(a) && fits(b)) return a - b;
    }
    return this.toDecimal().comparedTo(other.toDecimal());
  }

  sign(): number {
    return this.big === null ? Math.sign(this.units) : this.big.isZero() ? 0 : this.big.s;
  }

  isInteger(): boolean {
    return this.big === null ? this.units % POWER[this.scale]! === 0 : this.big.isInteger();
  }

  /** The nearest double; never -0. */
  toNumber(): number {
    return this.big === null ? this.units / POWER[this.scale]! + 0 : this.big.toNumber() + 0;
  }

  /** The decimal numeral, all digits, without an exponent. */
  toString(): string {
    return this.toDecimal().toFixed();
  }

  /** `this ÷ divisor` to 40 digits, for the one step of a procedure that must go on with a quotient. */
  dividedBy(divisor: Exact): Exact {
    return Exact.ofDecimal(quotient(this.toDecimal(), divisor.toDecimal()));
  }

  /** The largest integer not above `this ÷ divisor`. */
  floorDividedBy(divisor: Exact): Exact {
    if (this.big === null && divisor.big === null) {
      const shift = this.scale - divisor.scale;
      const a = shift < 0 ? this.units * POWER[-shift]! : this.units;
      const b = shift > 0 ? divisor.units * POWER[shift]! : divisor.units;
      if (fits(a) && fits(b)) {
        const rest = a % b;
        const whole = (a - rest) / b;
        return new Exact((rest !== 0 && rest < 0 !== b < 0 ? whole - 1 : whole) + 0, 0, null);
      }
    }
    return Exact.ofDecimal(floorOfQuotient(this.toDecimal(), divisor.toDecimal()));
  }

  /** `this ÷ divisor` as one correctly rounded double. */
  quotientNumber(divisor: Exact): number {
    if (this.big === null && divisor.big === null) {
      const shift = this.scale - divisor.scale;
      const a = shift < 0 ? this.units * POWER[-shift]! : this.units;
      const b = shift > 0 ? divisor.units * POWER[shift]! : divisor.units;
      if (fits(a) && fits(b)) return a / b + 0;
    }
    return nearestQuotient(this.toDecimal(), divisor.toDecimal()) + 0;
  }

  /** Compares as lines and thresholds do: at 12 significant digits. */
  compareAt12Digits(other: Exact): number {
    if (this.hasAtMost12Digits() && other.hasAtMost12Digits()) return this.compare(other);
    // So far apart they are not rounded to one number.
    const [a, b] = [this.toNumber(), other.toNumber()];
    if (Math.abs(a - b) > 1e-10 * Math.max(Math.abs(a), Math.abs(b))) return a - b;
    return this.toDecimal().toSignificantDigits(12).comparedTo(other.toDecimal().toSignificantDigits(12));
  }

  private hasAtMost12Digits(): boolean {
    return this.big === null && this.units < 1e12 && this.units > -1e12;
  }
}

function fits(units: number): boolean {
  return units <= LARGEST && units >= -LARGEST;
}

const ZERO = Exact.of(0);

/** A quotient of two exact numbers, or the reason why there is none. */
export class Quotient implements Ratio<Exact> {
  constructor(
    readonly numerator: Exact,
    readonly divisor: Exact,
    readonly reason: Reason | null,
  ) {}

  isDefined(): boolean {
    return this.reason === null && this.divisor.sign() !== 0;
  }

  min(limit: Exact): Quotient {
    return this.isDefined() && this.compareTo(limit) > 0 ? new Quotient(limit, ONE, null) : this;
  }

  max(limit: Exact): Quotient {
    return this.isDefined() && this.compareTo(limit) < 0 ? new Quotient(limit, ONE, null) : this;
  }

  floorTo(step: Exact): Quotient {
    if (!this.isDefined()) return this;
    const divisor = this.divisor.times(step);
    return divisor.sign() === 0
      ? new Quotient(this.numerator, divisor, null)
      : new Quotient(this.numerator.floorDividedBy(divisor).times(step), ONE, null);
  }

  zeroBelow(least: Exact): Quotient {
    return this.isDefined() && this.compareTo(least) < 0 ? NOUGHT : this;
  }

  unless(x: Exact, test: Test, reason: Reason): Quotient {
    return this.reason === null && passes(x.sign(), test) ? new Quotient(this.numerator, this.divisor, reason) : this;
  }

  /** The correctly rounded quotient; meaningless unless `isDefined`. */
  toNumber(): number {
    return this.numerator.quotientNumber(this.divisor);
  }

  private compareTo(limit: Exact): number {
    return this.numerator.compare(limit.times(this.divisor)) * this.divisor.sign();
  }
}

const ONE = Exact.of(1);
const NOUGHT = new Quotient(ZERO, ONE, null);

function passes(sign: number, test: Test): boolean {
  return test === '=0' ? sign === 0 : test === '<0' ? sign < 0 : sign <= 0;
}

/** The numbers of a range used whole. */
export class ExactGroup implements Group<Exact> {
  declare readonly member?: Exact;

  constructor(readonly values: readonly Exact[]) {}
}

const valuesOf = (group: Group<Exact>) => (group as ExactGroup).values;

export const exactOperations: Operations<Exact> = {
  of: (value) => Exact.of(value),
  sum: (group) => valuesOf(group).reduce((total, value) => total.plus(value), ZERO),
  count: (group) => Exact.of(valuesOf(group).length),
  sumOver(groups, term) {
    let length = 0;
    for (const group of groups) {
      const { length: own } = valuesOf(group);
      if (own === 0) return ZERO;
      if (own > length) length = own;
    }
    // Spread arguments would keep the engine from seeing what a term does.
    const [a, b, c, d] = groups;
    let total = ZERO;
    for (let i = 0; i < length; i++) total = total.plus(term(at(a!, i), at(b, i), at(c, i), at(d, i)));
    return total;
  },
};

/** A group of one cell serves all the positions. */
function at(group: Group<Exact> | undefined, i: number): Exact {
  if (group === undefined) return ZERO;
  const values = valuesOf(group);
  return values.length === 1 ? values[0]! : values[i]!;
}
