import type { Raw } from './cells';

export type Sign = '+' | '-' | '*' | '/' | '^';

/** What the evaluator has to know of a kind of number. */
export interface Kind<N> {
  of(value: number): N;
  is(cell: Raw<N>): cell is N;
  valueOf(x: N): number;
  /** A number of which nothing is known, where this kind goes on with it; else a formula that holds one has no result here. */
  readonly unknown: N | undefined;
  readonly operations: Readonly<Record<Sign, (a: N, b: N) => N>>;
  abs(x: N): N;
  /** A number that was rounded to whole `unit`s. */
  rounded(value: number, of: N, unit: number): N;
  sum(numbers: readonly N[]): N;
  /** The least or the greatest of some numbers, at least one. */
  extreme(pick: (a: number, b: number) => number, numbers: readonly N[]): N;
}

/** Numbers as they are. */
export const plainKind: Kind<number> = {
  of: (value) => value,
  is: (cell) => typeof cell === 'number',
  valueOf: (x) => x,
  unknown: undefined,
  operations: {
    '+': (a, b) => a + b,
    '-': (a, b) => a - b,
    '*': (a, b) => a * b,
    '/': (a, b) => a / b,
    '^': (a, b) => a ** b,
  },
  abs: Math.abs,
  rounded: (value) => value,
  sum: (numbers) => numbers.reduce((sum, x) => sum + x, 0),
  extreme: (pick, numbers) => numbers.reduce((a, b) => pick(a, b)),
};
