/**
 * What a formula may do with numbers. A formula is written once against this interface and read twice: with
 * `Exact` it computes, with `NativeFormula` it prints the equivalent Excel expression.
 */
export interface Arithmetic<N> {
  plus(other: N): N;
  minus(other: N): N;
  times(other: N): N;
  min(other: N): N;
  max(other: N): N;
  /** A division comes last: its result is a Ratio, which no sum or product accepts. */
  over(divisor: N): Ratio<N>;
}

/** When a quotient has no meaning although its divisor may not be zero. */
export type Test = '=0' | '<0' | '<=0';

/** A quotient that is divided, and so rounded, only once: when it is used. */
export interface Ratio<N> {
  min(limit: N): Ratio<N>;
  max(limit: N): Ratio<N>;
  /** The largest multiple of `step` that is not above the quotient. */
  floorTo(step: N): Ratio<N>;
  /** Zero where the quotient is below `least`. */
  zeroBelow(least: N): Ratio<N>;
  /** No answer, for `reason`, where `x` passes the test. */
  unless(x: N, test: Test, reason: Reason): Ratio<N>;
}

/** The error that stands for each reason of a quotient without an answer; binding/errors.ts has the sentences. */
export const REASON_CODES = {
  no_debt: '#N/A',
  cannot_reach_by_selling: '#N/A',
  never_on_line: '#N/A',
  already_on_line: '#N/A',
  insolvent: '#N/A',
  no_position: '#N/A',
  target_too_low: '#NUM!',
  line_too_low: '#NUM!',
} as const;

export type Reason = keyof typeof REASON_CODES;

/** A range used whole: days of a series or positions of a group. Only `Operations` can look inside. */
export interface Group<N> {
  readonly member?: N;
}

/** No formula has more than four: they are handed over one by one, which engines see through. */
export type FewGroups<N> =
  | readonly [Group<N>]
  | readonly [Group<N>, Group<N>]
  | readonly [Group<N>, Group<N>, Group<N>]
  | readonly [Group<N>, Group<N>, Group<N>, Group<N>];

export interface Operations<N> {
  of(value: number): N;
  sum(group: Group<N>): N;
  /** How many cells of the group hold a number. */
  count(group: Group<N>): N;
  /**
   * Σ term(a, b, …) over groups of one length; a group of one cell serves all the positions, an empty group makes
   * the sum zero.
   */
  sumOver(groups: FewGroups<N>, term: (...position: N[]) => N): N;
}

export type Outcome<N> = N | Ratio<N>;

export type Comparison = '<' | '<=' | '=' | '>=' | '>';

/** What the closed form of a procedure says beyond arithmetic. Only readings that print implement it. */
export interface Writing<N> {
  of(value: number): N;
  word(text: string): N;
  error(code: '#N/A' | '#NUM!' | '#VALUE!'): N;
  when(left: N, test: Comparison, right: N, then: N, otherwise: N): N;
  /** The number at the 12 significant digits at which lines and thresholds compare. */
  at12Digits(x: N): N;
  /** Whether it is a number for certain: Excel takes a text for larger than any number. */
  isNumber(x: N): boolean;
  /** The same day some months later, or the end of that month; #NUM! unless they are whole. */
  monthsLater(day: N, months: N): N;
}
