// Literals such as 1n are newer than the syntax that the add-in is written in.
const [ZERO, ONE, TEN] = [BigInt(0), BigInt(1), BigInt(10)] as const;

/** Fractions of whole numbers of any size. What is computed with them is rounded once, at the end, or not at all. */
export class Rational {
  private constructor(
    readonly over: bigint,
    readonly under: bigint,
  ) {}

  static of(over: bigint | number, under: bigint | number = 1): Rational {
    const [a, b] = [BigInt(over), BigInt(under)];
    if (b === ZERO) throw new RangeError('a fraction over 0');
    const common = divisor(a < ZERO ? -a : a, b < ZERO ? -b : b) * (b < ZERO ? -ONE : ONE);
    return new Rational(a / common, b / common);
  }

  /** What a decimal numeral says: `-1583.26`, `1e-28`. */
  static parse(numeral: string): Rational {
    const [, sign, whole, part = '', power = '0'] = /^(-?)(\d*)(?:\.(\d*))?(?:e([+-]?\d+))?$/.exec(numeral)!;
    const exponent = Number(power) - part.length;
    const digits = BigInt(sign + (whole! + part || '0'));
    return exponent < 0 ? Rational.of(digits, TEN ** BigInt(-exponent)) : Rational.of(digits * TEN ** BigInt(exponent));
  }

  /** The decimal of 15 digits that Excel shows for a cell. */
  static cell(cell: number): Rational {
    return Rational.parse(cell.toPrecision(15));
  }

  plus({ over, under }: Rational): Rational {
    return Rational.of(this.over * under + over * this.under, this.under * under);
  }

  minus({ over, under }: Rational): Rational {
    return Rational.of(this.over * under - over * this.under, this.under * under);
  }

  times({ over, under }: Rational): Rational {
    return Rational.of(this.over * over, this.under * under);
  }

  by({ over, under }: Rational): Rational {
    return Rational.of(this.over * under, this.under * over);
  }

  /** Below 0, 0 or above 0, as `this` is to the other. */
  compare(other: Rational): number {
    return this.minus(other).sign;
  }

  get sign(): number {
    return this.over < ZERO ? -1 : this.over > ZERO ? 1 : 0;
  }

  get isWhole(): boolean {
    return this.under === ONE;
  }

  floor(): Rational {
    const whole = this.over / this.under;
    return Rational.of(this.over < ZERO && whole * this.under !== this.over ? whole - ONE : whole);
  }

  /** The nearest double, of two equally near ones the even one; never -0. */
  toNumber(): number {
    if (this.over === ZERO) return 0;
    const size = this.over < ZERO ? -this.over : this.over;
    // So many binary places that the quotient has 66 bits; the last one says whether anything is left behind it.
    const places = 66 - (bits(size) - bits(this.under));
    const [a, b] = places < 0 ? [size, this.under << BigInt(-places)] : [size << BigInt(places), this.under];
    const near = Number((a / b) | (a % b === ZERO ? ZERO : ONE));
    const half = Math.trunc(places / 2);
    return Number(this.sign) * near * 2 ** -half * 2 ** -(places - half);
  }
}

function divisor(a: bigint, b: bigint): bigint {
  while (b !== ZERO) [a, b] = [b, a % b];
  return a === ZERO ? ONE : a;
}

function bits(positive: bigint): number {
  return positive.toString(2).length;
}
