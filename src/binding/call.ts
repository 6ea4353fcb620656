import type { Fault } from '../cells/fault';
import type { Matrix } from '../functions/arguments/matrix';

/** What a bound function returns: rows of numbers and texts, with what `fail` makes of a fault. */
export type Result<F> = (number | string | F)[][];

export type Fail<F> = (fault: Fault) => F;

/** A definition made callable on matrices; `fail` belongs to the call. */
export type Call = <F>(matrices: readonly Matrix[], fail: Fail<F>) => Result<F>;

export type Bound = <F>(args: readonly unknown[], fail: Fail<F>) => Result<F>;
