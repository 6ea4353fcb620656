import {
  type Arithmetic,
  type Group,
  type Operations,
  type Ratio,
  type Reason,
  REASON_CODES,
  type Test,
} from './arithmetic';
import type { Dialect } from './sql-dialects';

/** How tightly SQL binds an expression. */
export const SQL_PRECEDENCE = { comparison: 30, sum: 40, product: 50, atom: 100 } as const;

/** What a value of SQL is. Quotients are doubles; everything that is added, subtracted or multiplied stays decimal. */
export type SqlType = 'decimal' | 'double' | 'word' | 'day';

/** When there is an error instead of a value, and which. */
export interface SqlFault {
  readonly when: string;
  readonly code: string;
  /** NULL comes out by itself where the expression is strict. */
  readonly implied?: boolean;
}

interface Parts {
  readonly text: string;
  readonly precedence?: number;
  readonly type?: SqlType;
  /** Decimal places. */
  readonly places?: number;
  /** Wide enough to be multiplied as it is. */
  readonly wide?: boolean;
  /** The same product in no more digits than its factors have, too few for the largest. */
  readonly narrow?: string | undefined;
  /** NULL comes out wherever NULL goes in. */
  readonly strict?: boolean;
  readonly faults?: readonly SqlFault[];
}

/**
 * The same interface as Exact, but it prints: an SQL expression of one engine that is NULL where ours is an error, and
 * beside it the conditions of its errors.
 */
export class Sql implements Arithmetic<Sql> {
  readonly text: string;
  readonly precedence: number;
  readonly type: SqlType;
  readonly places: number;
  readonly wide: boolean;
  readonly narrow: string | undefined;
  readonly strict: boolean;
  readonly faults: readonly SqlFault[];

  constructor(
    readonly dialect: Dialect,
    {
      text,
      precedence = SQL_PRECEDENCE.atom,
      type = 'decimal',
      places = 0,
      wide = false,
      narrow,
      strict = true,
      faults = [],
    }: Parts,
  ) {
    this.text = text;
    this.precedence = precedence;
    this.type = type;
    this.places = places;
    this.wide = wide;
    this.narrow = narrow;
    this.strict = strict;
    this.faults = faults;
  }

  static of(dialect: Dialect, value: number): Sql {
    const text = String(value);
    const places = text.includes('.') ? text.length - text.indexOf('.') - 1 : 0;
    const precedence = value < 0 ? SQL_PRECEDENCE.sum : SQL_PRECEDENCE.atom;
    return new Sql(dialect, { text: dialect.literal(text, places), precedence, places });
  }

  plus(other: Sql): Sql {
    if (other.text === '0') return this;
    return this.text === '0' ? other : this.join('+', SQL_PRECEDENCE.sum, other, Math.max(this.places, other.places));
  }

  minus(other: Sql): Sql {
    if (other.text === '0') return this;
    if (this.type === 'day' && other.type === 'day')
      return this.with(other, { text: this.dialect.daysBetween(this.text, other.text) });
    return this.join('-', SQL_PRECEDENCE.sum, other, Math.max(this.places, other.places));
  }

  times(other: Sql): Sql {
    if (other.text === '1') return this;
    if (this.text === '1') return other;
    if (this.text === '0' || other.text === '0') return Sql.of(this.dialect, 0);
    const product = (left: Sql) => left.join('*', SQL_PRECEDENCE.product, other, this.places + other.places);
    const wide = product(this.widened());
    const { tried } = this.dialect;
    if (!tried || wide.type === 'double') return wide;
    if (this.narrow !== undefined && other.isWhole)
      return new Sql(this.dialect, { ...wide, narrow: `${this.narrow} * ${other.text}` });
    if (this.wide || other.wide) return wide;
    const narrow = product(this).text;
    const text = `COALESCE(${tried(narrow)}, ${wide.text})`;
    return new Sql(this.dialect, {
      ...wide,
      text,
      // Units are changed where figures are largest.
      narrow: this.isWhole || other.isWhole ? undefined : narrow,
      precedence: SQL_PRECEDENCE.atom,
    });
  }

  /**
   * The expression as a whole answer with its errors. The type of an answer is one for all rows, and digits that nearly
   * none needs would make each of them several times slower: a product that does not fit is an error, unless the
   * columns themselves are wider.
   */
  get expression(): Sql {
    if (this.narrow === undefined) return this;
    const text = this.dialect.tried!(this.narrow);
    const faults = [...this.faults, { when: `${text} IS NULL`, code: '#NUM!', implied: true }];
    return new Sql(this.dialect, { ...this, text, precedence: SQL_PRECEDENCE.atom, faults });
  }

  min(other: Sql): Sql {
    return this.choose('LEAST', other);
  }

  max(other: Sql): Sql {
    return this.choose('GREATEST', other);
  }

  over(divisor: Sql): SqlRatio {
    return new SqlRatio(this, divisor);
  }

  within(precedence: number): string {
    return this.precedence < precedence ? `(${this.text})` : this.text;
  }

  asDouble(): Sql {
    return this.type === 'double' ? this : this.with(this, { text: this.dialect.double(this.text), type: 'double' });
  }

  /** Another expression over this one and `other`: what is known of both holds for it. */
  with(other: Sql, parts: Parts): Sql {
    const faults = other === this ? this.faults : [...this.faults, ...other.faults];
    return new Sql(this.dialect, {
      strict: this.strict && other.strict,
      wide: this.wide || other.wide,
      faults,
      ...parts,
    });
  }

  private get isWhole(): boolean {
    return /^\d+$/.test(this.text);
  }

  private widened(): Sql {
    if (this.wide) return this;
    const text = this.dialect.factor(this.text, this.places);
    const precedence = text === this.text ? this.precedence : SQL_PRECEDENCE.atom;
    return this.with(this, { text, precedence, places: this.places, wide: true });
  }

  private join(operator: string, precedence: number, right: Sql, places: number): Sql {
    const text = `${this.within(precedence)} ${operator} ${right.within(precedence + 1)}`;
    const type = this.type === 'double' || right.type === 'double' ? 'double' : 'decimal';
    return this.with(right, { text, precedence, places, type });
  }

  private choose(name: string, other: Sql): Sql {
    const [a, b] = this.type === other.type ? [this, other] : [this.asDouble(), other.asDouble()];
    const places = Math.max(a.places, b.places);
    // LEAST skips NULL in DuckDB and PostgreSQL.
    return a.with(b, { text: `${name}(${a.text}, ${b.text})`, places, type: a.type, strict: false });
  }
}

/** A quotient: numerator and divisor stay exact until they are divided as doubles, once. */
export class SqlRatio implements Ratio<Sql> {
  constructor(
    private readonly numerator: Sql,
    private readonly divisor: Sql,
    private readonly value?: Sql,
    private readonly reasons: readonly SqlFault[] = [],
  ) {}

  /** The quotient with its errors; the division by zero comes last. */
  get expression(): Sql {
    const value = this.value ?? this.quotient();
    return new Sql(value.dialect, {
      ...value,
      narrow: undefined,
      faults: [
        ...value.faults,
        ...this.reasons,
        { when: `${this.divisor.within(SQL_PRECEDENCE.comparison)} = 0`, code: '#DIV/0!', implied: true },
      ],
    });
  }

  min(limit: Sql): SqlRatio {
    return this.as((this.value ?? this.quotient()).min(limit));
  }

  max(limit: Sql): SqlRatio {
    return this.as((this.value ?? this.quotient()).max(limit));
  }

  floorTo(step: Sql): SqlRatio {
    const { dialect } = this.numerator;
    const unit = this.divisor.times(step);
    const lots = dialect.floorDivide(`(${this.numerator.text})`, `NULLIF(${unit.text}, 0)`);
    const whole = this.numerator.with(unit, { text: lots, wide: false, strict: false });
    return new SqlRatio(this.numerator, unit, whole.times(step), this.reasons);
  }

  zeroBelow(least: Sql): SqlRatio {
    const value = this.value ?? this.quotient();
    return this.as(
      value.with(least, {
        text: `CASE WHEN ${value.text} < ${least.text} THEN 0 ELSE ${value.text} END`,
        type: value.type,
        strict: false,
      }),
    );
  }

  unless(x: Sql, test: Test, reason: Reason): SqlRatio {
    const when = `${x.within(SQL_PRECEDENCE.comparison)} ${test.replace('0', ' 0')}`;
    return new SqlRatio(this.numerator, this.divisor, this.value, [
      ...this.reasons,
      { when, code: REASON_CODES[reason] },
    ]);
  }

  /** Never 0 as a divisor, whatever the CASE around it: PostgreSQL raises and DuckDB gives Infinity. */
  private quotient(): Sql {
    const [n, d] = [this.numerator.asDouble(), this.divisor.asDouble()];
    return n.with(d, { text: `${n.text} / NULLIF(${d.text}, 0)`, precedence: SQL_PRECEDENCE.product, type: 'double' });
  }

  private as(value: Sql): SqlRatio {
    return new SqlRatio(this.numerator, this.divisor, value, this.reasons);
  }
}

/** Positions of a group: a column, into which only an aggregate looks. */
export class SqlGroup implements Group<Sql> {
  declare readonly member?: Sql;

  constructor(readonly column: Sql) {}
}

const columnOf = (group: Group<Sql>) => (group as SqlGroup).column;

export function sqlOperations(dialect: Dialect): Operations<Sql> {
  const sum = (x: Sql) =>
    x.with(x, { text: `COALESCE(SUM(${x.text}), 0)`, places: x.places, wide: true, strict: false });
  return {
    of: (value) => Sql.of(dialect, value),
    sum: (group) => sum(columnOf(group)),
    count: (group) => new Sql(dialect, { text: `COUNT(${columnOf(group).text})` }),
    sumOver: (groups, term) => sum(term(...groups.map(columnOf))),
  };
}
