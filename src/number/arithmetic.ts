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

/** Why a quotient has no answer; each has its sentence in excel/errors.ts. */
export type Reason =
  | 'no_debt'
  | 'cannot_reach_by_selling'
  | 'never_on_line'
  | 'already_on_line'
  | 'insolvent'
  | 'no_position'
  | 'target_too_low';

/** A range used whole: days of a series or positions of a group. Only `Operations` can look inside. */
export interface Group<N> {
  readonly member?: N;
}

export interface Operations<N> {
  of(value: number): N;
  sum(group: Group<N>): N;
  /** How many cells of the group hold a number. */
  count(group: Group<N>): N;
  /**
   * Σ term(a, b, …) over groups of one length; a group of one cell serves all the positions, an empty group makes
   * the sum zero.
   */
  sumOver(groups: readonly Group<N>[], term: (...position: N[]) => N): N;
}

export type Outcome<N> = N | Ratio<N>;
