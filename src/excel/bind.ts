import type { Fault } from '../cells/fault';
import type { Definition } from '../functions/define';
import { broadcaster } from './bind-broadcast';
import { runner } from './bind-running';
import { tabulator } from './bind-table';
import { toMatrix, type Matrix } from './broadcast';
import { exactNumbers, type Numbers } from './numbers';

/** What a bound function returns: rows of numbers and texts, with what `fail` makes of a fault. */
export type Result<F> = (number | string | F)[][];

export type Fail<F> = (fault: Fault) => F;

/** A definition made callable on matrices; `fail` belongs to the call. */
export type Call = <F>(matrices: readonly Matrix[], fail: Fail<F>) => Result<F>;

export type Bound = <F>(args: readonly unknown[], fail: Fail<F>) => Result<F>;

/**
 * From a definition to a function of cells; knows no host.
 *
 *  1. Every argument becomes a matrix of raw cells; omitted ones are one blank cell.
 *  2. Ranges used whole are read once for the call (groups.ts); choices are looked up.
 *  3. The others are spread over the result (broadcast.ts); rows blank in every counting argument give "".
 *  4. A cell is read as its parameter says (read.ts): blank → default, 0 or missing; text → number; domain.
 *  5. The first fault in parameter order is the row's result; otherwise the formula computes with exact numbers.
 *  6. A result is a finite number, a text or a fault, and becomes a number once, at the end.
 *
 * The result is never empty, never ragged, and holds no null, NaN or Infinity.
 */
export function bind<N>(definition: Definition, numbers: Numbers<N>): Bound;
export function bind(definition: Definition): Bound;
export function bind(definition: Definition, numbers: Numbers<unknown> = exactNumbers as Numbers<unknown>): Bound {
  const call = callOf(definition, numbers);
  return (args, fail) =>
    call(
      definition.params.map((_, i) => toMatrix(args[i])),
      fail,
    );
}

function callOf(definition: Definition, numbers: Numbers<unknown>): Call {
  switch (definition.kind) {
    case 'running':
      return runner(definition, numbers);
    case 'table':
      return tabulator(definition, numbers);
    default:
      return broadcaster(definition, numbers);
  }
}
