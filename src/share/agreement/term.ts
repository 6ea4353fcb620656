import type { Kind } from '../../formula/meaning/kind';

/** A number and the largest term that went into it, in its own unit: what doubles lose is in proportion to that. */
export interface Term {
  readonly value: number;
  readonly size: number;
}

/** How much of its largest term a result may lose. */
export const RELATIVE = 1e-12;

/** What cannot be followed adds nothing: there the result alone counts. */
export const UNKNOWN: Term = { value: NaN, size: 0 };

export function termOf(value: number, ...sizes: readonly number[]): Term {
  return { value, size: [Math.abs(value), ...sizes].reduce((a, b) => (Number.isFinite(b) ? Math.max(a, b) : a), 0) };
}

/** The evaluator's numbers where the size of the terms has to be known. */
export const termKind: Kind<Term> = {
  of: (value) => termOf(value),
  is: (cell): cell is Term => typeof cell === 'object' && cell !== null && 'size' in cell,
  valueOf: ({ value }) => value,
  unknown: UNKNOWN,
  // The terms of a sum count as they are; a factor or a divisor brings them into the unit of the result.
  operations: {
    '+': (a, b) => termOf(a.value + b.value, a.size, b.size),
    '-': (a, b) => termOf(a.value - b.value, a.size, b.size),
    '*': (a, b) => termOf(a.value * b.value, a.size * Math.abs(b.value), Math.abs(a.value) * b.size),
    '/': (a, b) => termOf(a.value / b.value, a.size / Math.abs(b.value), Math.abs(a.value / b.value ** 2) * b.size),
    '^': (a, b) => termOf(a.value ** b.value, Math.abs(b.value * a.value ** (b.value - 1)) * a.size),
  },
  abs: ({ value, size }) => ({ value: Math.abs(value), size }),
  // What is rounded off below the noise is no more than noise; else the noise is gone with it.
  rounded(value, { size }, unit) {
    const lost = unit / 2 / RELATIVE;
    return lost <= size ? termOf(value, lost) : termOf(value);
  },
  sum(terms) {
    let [value, size] = [0, 0];
    for (const term of terms) {
      value += term.value;
      size = Math.max(size, term.size);
    }
    return termOf(value, size);
  },
  // A term that could be the one but for its noise counts too.
  extreme(pick, terms) {
    const value = terms.map((term) => term.value).reduce((a, b) => pick(a, b));
    return terms
      .filter((term) => Math.abs(term.value - value) <= RELATIVE * term.size)
      .reduce((found, { size }) => termOf(value, found.size, size), termOf(value));
  },
};
