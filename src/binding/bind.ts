import type { Definition } from '../functions/catalogue/define';
import type { Bound, Call } from './call';
import { ordered } from './order';
import { broadcaster } from './rows';
import { runner } from './running';
import { tabulator } from './table';
import { toMatrix } from './shape';
import { exactNumbers, type Numbers } from '../functions/arguments/numbers';

/**
 * From a definition to a function of cells; knows no host.
 *
 *  1. Every argument becomes a matrix of raw cells; omitted ones are one blank cell.
 *  2. Where days are given, their rows are put in order (order.ts).
 *  3. Ranges used whole are read once for the call (arguments/groups.ts); choices are looked up.
 *  4. The others are spread over the result (shape.ts); rows blank in every counting argument give "".
 *  5. A cell is read as its parameter says (arguments/read.ts): blank → default, 0 or missing; text → number; domain.
 *  6. The first fault in parameter order is the row's result; otherwise the formula computes with exact numbers.
 *  7. A result is a finite number, a text or a fault, and becomes a number once, at the end.
 *
 * The result is never empty, never ragged, and holds no null, NaN or Infinity.
 */
export function bind<N>(definition: Definition, numbers: Numbers<N>): Bound;
export function bind(definition: Definition): Bound;
export function bind(definition: Definition, numbers: Numbers<unknown> = exactNumbers as Numbers<unknown>): Bound {
  const call = ordered(definition, callOf(definition, numbers));
  return (args, fail) =>
    call(
      definition.params.map((_, i) => toMatrix(args[i])),
      fail,
    );
}

function callOf(definition: Definition, numbers: Numbers<unknown>): Call {
  switch (definition.kind) {
    case 'running':
    case 'tracking':
      return runner(definition, numbers);
    case 'table':
      return tabulator(definition, numbers);
    default:
      return broadcaster(definition, numbers);
  }
}
