/** A number and the largest term that went into it, in its own unit: what doubles lose is in proportion to that. */
export interface Term {
  readonly value: number;
  readonly size: number;
}

/** What cannot be followed adds nothing: there the result alone counts. */
export const UNKNOWN: Term = { value: NaN, size: 0 };

export function termOf(value: number, ...sizes: readonly number[]): Term {
  return { value, size: Math.max(0, ...[Math.abs(value), ...sizes].filter(Number.isFinite)) };
}

type Operator = (a: Term, b: Term) => Term;

/** The terms of a sum count as they are; a factor or a divisor brings them into the unit of the result. */
export const ARITHMETIC: Readonly<Record<string, Operator>> = {
  '+': (a, b) => termOf(a.value + b.value, a.size, b.size),
  '-': (a, b) => termOf(a.value - b.value, a.size, b.size),
  '*': (a, b) => termOf(a.value * b.value, a.size * Math.abs(b.value), Math.abs(a.value) * b.size),
  '/': (a, b) => termOf(a.value / b.value, a.size / Math.abs(b.value), Math.abs(a.value / b.value ** 2) * b.size),
  '^': (a, b) => termOf(a.value ** b.value, Math.abs(b.value * a.value ** (b.value - 1)) * a.size),
};

export const COMPARISON: Readonly<Record<string, (a: number | string, b: number | string) => boolean>> = {
  '=': (a, b) => a === b,
  '<>': (a, b) => a !== b,
  '<': (a, b) => a < b,
  '>': (a, b) => a > b,
  '<=': (a, b) => a <= b,
  '>=': (a, b) => a >= b,
};

/** Rounding takes the noise away; what is left is in proportion to the result. */
export const ROUNDING: Readonly<Record<string, (value: number) => number>> = {
  ROUND: Math.round,
  ROUNDDOWN: Math.trunc,
  TRUNC: Math.trunc,
  INT: Math.floor,
};

export function sum(terms: readonly Term[]): Term {
  let [value, size] = [0, 0];
  for (const term of terms) {
    value += term.value;
    size = Math.max(size, term.size);
  }
  return termOf(value, size);
}

/** The least or the greatest; a term that could be it but for its noise counts too. */
export function extreme(pick: (a: number, b: number) => number, terms: readonly Term[]): Term {
  if (terms.length === 0) return termOf(0);
  const value = terms.map((term) => term.value).reduce((a, b) => pick(a, b));
  return terms
    .filter((term) => Math.abs(term.value - value) <= RELATIVE * term.size)
    .reduce((found, { size }) => termOf(value, found.size, size), termOf(value));
}

/** How much of its largest term a result may lose. */
export const RELATIVE = 1e-12;
