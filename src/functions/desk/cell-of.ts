import { Fault } from '../../cells/fault';
import { Exact, Quotient } from '../../number/exact';
import { exactNumbers } from '../arguments/numbers';
import type { Answer } from '../catalogue/define';

export type Shown = number | string | Fault;
export type Outcome = Answer | readonly Answer[];

/** What a cell of a table shows of an outcome: a number is rounded here, once. */
export function cellOf(outcome: Outcome): Shown {
  if (outcome instanceof Exact || outcome instanceof Quotient) return exactNumbers.result(outcome);
  if (outcome instanceof Fault || typeof outcome !== 'object') return outcome;
  return cellOf((outcome as readonly Answer[])[0]!);
}
