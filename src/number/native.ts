import {
  type Arithmetic,
  type Group,
  type Operations,
  type Ratio,
  type Reason,
  REASON_CODES,
  type Test,
} from './arithmetic';

/** How tightly Excel binds an expression; a call, a reference or a number needs no parentheses anywhere. */
export const PRECEDENCE = {
  comparison: 20,
  concatenation: 30,
  sum: 40,
  product: 50,
  power: 60,
  percent: 65,
  atom: 100,
} as const;

export interface Operand {
  readonly text: string;
  readonly precedence: number;
  /** Whether it is one cell or one number for certain; MIN and MAX would swallow a whole range. */
  readonly single: boolean;
  /** A bare reference: MIN and MAX skip a blank there instead of taking it as 0. */
  readonly reference?: boolean;
  /** Of a sum: what is added up, so that its noise can be told from its digits. */
  readonly sum?: Sum;
  /** Where the text stands among names that say more than Excel's own functions do. */
  readonly spelling?: Spelling;
}

/** How a text says what has no operator, element by element. */
export interface Spelling {
  lesser(a: string, b: string): string;
  greater(a: string, b: string): string;
  /** A sum at the 15th digit of what it adds up. */
  rounded(sum: string, terms: readonly string[]): string;
}

interface Sum {
  readonly terms: readonly string[];
  /** Whether it may come out beside 0 where it should be 0: something is taken away, and not just one cell from another. */
  readonly noisy: boolean;
  /** Whether something is taken away at all. */
  readonly less: boolean;
}

/**
 * The same interface as Exact, but it prints: text of an Excel expression with its precedence. Right operands of
 * equal precedence keep their parentheses, so Excel adds in the order that the formula says.
 */
export class NativeFormula implements Arithmetic<NativeFormula> {
  constructor(private readonly operand: Operand) {}

  static of(value: number): NativeFormula {
    const text = numeral(value);
    return new NativeFormula({
      text,
      precedence: value < 0 ? PRECEDENCE.sum : PRECEDENCE.atom,
      single: true,
    });
  }

  get text(): string {
    return this.operand.text;
  }

  get precedence(): number {
    return this.operand.precedence;
  }

  get single(): boolean {
    return this.operand.single;
  }

  plus(other: NativeFormula): NativeFormula {
    if (other.isNumber(0)) return this;
    if (this.isNumber(0)) return other;
    return this.join('+', PRECEDENCE.sum, other, this.sumWith(other, false));
  }

  minus(other: NativeFormula): NativeFormula {
    return other.isNumber(0) ? this : this.join('-', PRECEDENCE.sum, other, this.sumWith(other, true));
  }

  times(other: NativeFormula): NativeFormula {
    if (other.isNumber(1)) return this;
    if (this.isNumber(1)) return other;
    if (this.isNumeral() && other.isNumeral() && (this.isNumber(0) || other.isNumber(0))) return ZERO;
    return this.join('*', PRECEDENCE.product, other);
  }

  min(other: NativeFormula): NativeFormula {
    return this.choose('MIN', '<=', '>', other);
  }

  max(other: NativeFormula): NativeFormula {
    return this.choose('MAX', '>=', '<', other);
  }

  over(divisor: NativeFormula): NativeRatio {
    // A small difference of large numbers has few digits that are right, of which a quotient makes all of its own.
    const by = this.spelt(divisor).spelling && divisor.sum.less ? divisor.rounded() : divisor;
    return new NativeRatio(this.join('/', PRECEDENCE.product, by));
  }

  /** A sum at the 15th digit of its largest term: below it is only what doubles add. */
  rounded(): NativeFormula {
    const { spelling } = this.operand;
    if (spelling) return this.call(spelling.rounded(this.text, this.sum.terms));
    const sizes = this.sum.terms.map((term) => `ABS(${term})`);
    const largest = this.single ? `MAX(${['1', ...sizes].join(',')})` : ['1', ...sizes].join('+');
    return this.call(`ROUND(${this.text},${DIGITS - 1}-INT(LOG10(${largest})))`);
  }

  /** The same without noise where there may be any. */
  withoutNoise(): NativeFormula {
    return this.sum.noisy ? this.rounded() : this;
  }

  /** A call around this expression. */
  call(text: string): NativeFormula {
    return new NativeFormula({ text, precedence: PRECEDENCE.atom, single: this.single, ...this.spelt() });
  }

  /** A call that makes one number of an array. */
  reduced(text: string): NativeFormula {
    return new NativeFormula({ text, precedence: PRECEDENCE.atom, single: true, ...this.spelt() });
  }

  private spelt(other: NativeFormula = this): Pick<Operand, 'spelling'> {
    const spelling = this.operand.spelling ?? other.operand.spelling;
    return spelling ? { spelling } : {};
  }

  private isNumber(value: number): boolean {
    return this.text === String(value);
  }

  private isNumeral(): boolean {
    return /^[\d.]+$/.test(this.text);
  }

  private join(operator: string, precedence: number, right: NativeFormula, sum?: Sum): NativeFormula {
    return new NativeFormula({
      text: `${this.within(precedence)}${operator}${right.within(precedence + 1)}`,
      precedence,
      single: this.single && right.single,
      ...(sum && { sum }),
      ...this.spelt(right),
    });
  }

  private get sum(): Sum {
    return this.operand.sum ?? { terms: [this.text], noisy: false, less: false };
  }

  private sumWith(other: NativeFormula, isTaken: boolean): Sum {
    const terms = [...this.sum.terms, ...other.sum.terms];
    const cells =
      terms.length === 2 &&
      [this, other].every(({ operand }) => operand.reference || operand.precedence === PRECEDENCE.atom);
    return {
      terms,
      noisy: (isTaken && !cells) || this.sum.noisy || other.sum.noisy,
      less: isTaken || this.sum.less || other.sum.less,
    };
  }

  private choose(name: 'MIN' | 'MAX', keep: string, take: string, other: NativeFormula): NativeFormula {
    const single = this.single && other.single;
    const { spelling } = this.spelt(other);
    if (spelling)
      return new NativeFormula({
        text: (name === 'MIN' ? spelling.lesser : spelling.greater)(this.text, other.text),
        precedence: PRECEDENCE.atom,
        single,
        spelling,
      });
    const [a, b] = [this.within(PRECEDENCE.comparison + 1), other.within(PRECEDENCE.comparison + 1)];
    const [x, y] = [this.within(PRECEDENCE.product), other.within(PRECEDENCE.product + 1)];
    return new NativeFormula({
      text: single
        ? `${name}(${this.asNumber()},${other.asNumber()})`
        : `(${a}${keep}${b})*${x}+(${a}${take}${b})*${y}`,
      precedence: single ? PRECEDENCE.atom : PRECEDENCE.sum,
      single,
    });
  }

  private asNumber(): string {
    return this.operand.reference ? `${this.text}+0` : this.text;
  }

  within(precedence: number): string {
    return this.precedence < precedence ? `(${this.text})` : this.text;
  }
}

/** Excel keeps and shows so many. */
const DIGITS = 15;

function numeral(value: number): string {
  const text = String(value);
  return text.includes('e') ? text.toUpperCase() : text;
}

/** An error as Excel's own functions give it. */
export function errorText(code: '#N/A' | '#NUM!' | '#VALUE!'): string {
  return code === '#N/A' ? 'NA()' : code;
}

/** Doubles put a quotient that is whole a hair below it; this is far above that hair and far below the next 15-digit figure that matters. */
const HAIR = NativeFormula.of(1.00000000000001);

export class NativeRatio implements Ratio<NativeFormula> {
  /** `reasons` are asked in their order, whatever is done to the quotient. */
  constructor(
    private readonly quotient: NativeFormula,
    private readonly reasons: readonly { readonly test: string; readonly error: string }[] = [],
  ) {}

  get expression(): NativeFormula {
    return this.reasons.reduceRight(
      (inner, { test, error }) => inner.call(`IF(${test},${error},${inner.text})`),
      this.quotient,
    );
  }

  min(limit: NativeFormula): NativeRatio {
    return this.become(this.quotient.min(limit));
  }

  max(limit: NativeFormula): NativeRatio {
    return this.become(this.quotient.max(limit));
  }

  floorTo(step: NativeFormula): NativeRatio {
    const lots = this.quotient.over(step).expression.times(HAIR);
    return this.become(lots.call(`INT(${lots.text})`).times(step));
  }

  zeroBelow(least: NativeFormula): NativeRatio {
    const { text } = this.quotient;
    return this.become(this.quotient.call(`IF(${text}<${least.text},0,${text})`));
  }

  unless(x: NativeFormula, test: Test, reason: Reason): NativeRatio {
    const asked = { test: x.withoutNoise().text + test, error: errorText(REASON_CODES[reason]) };
    return new NativeRatio(this.quotient, [...this.reasons, asked]);
  }

  private become(quotient: NativeFormula): NativeRatio {
    return new NativeRatio(quotient, this.reasons);
  }
}

/** A range used whole, as text; an omitted group has none. */
export class NativeGroup implements Group<NativeFormula> {
  declare readonly member?: NativeFormula;

  constructor(readonly operand: Operand | null) {}
}

const operandOf = (group: Group<NativeFormula>) => (group as NativeGroup).operand;

const ZERO = NativeFormula.of(0);

export const nativeOperations: Operations<NativeFormula> = {
  of: (value) => NativeFormula.of(value),
  sum: (group) => reduce('SUM', operandOf(group)),
  count: (group) => reduce('COUNT', operandOf(group)),
  sumOver(groups, term) {
    const operands = groups.map(operandOf);
    if (operands.some((operand) => operand === null)) return ZERO;
    const positions = (operands as Operand[]).map((operand) => new NativeFormula(operand));
    const sum = term(...positions);
    return positions.every((position) => position.single) ? sum : sum.reduced(`SUMPRODUCT(${sum.text})`);
  },
};

function reduce(name: 'SUM' | 'COUNT', operand: Operand | null): NativeFormula {
  if (operand === null) return ZERO;
  const whole = new NativeFormula(operand);
  if (name === 'SUM' && operand.single) return whole;
  // Old Excel works through an array inside SUMPRODUCT, but not inside SUM.
  if (!operand.reference)
    return whole.reduced(name === 'SUM' ? `SUMPRODUCT(${operand.text})` : `SUMPRODUCT(--ISNUMBER(${operand.text}))`);
  return whole.reduced(`${name}(${operand.text})`);
}
