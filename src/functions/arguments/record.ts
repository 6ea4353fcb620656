/** Where the positions are kept; no parameter can have this name. */
export const VALUES = Symbol('values');

/** Named arguments, backed by positions. */
export interface Positional {
  [VALUES]: unknown[];
}

/**
 * A class whose instances show `[VALUES][i]` under the i-th name. A formula takes its arguments by name a million times
 * over; the engine inlines these getters, whereas stores under computed names would cost more than the arithmetic.
 */
export function recordOf(names: readonly string[]): new (values?: unknown[]) => Positional {
  const blank = names.map(() => null);
  class Arguments implements Positional {
    [VALUES]: unknown[];

    constructor(values: unknown[] = blank.slice()) {
      this[VALUES] = values;
    }
  }
  names.forEach((name, i) => {
    Object.defineProperty(Arguments.prototype, name, {
      get(this: Arguments) {
        return this[VALUES][i];
      },
    });
  });
  return Arguments;
}
