import { Fault } from '../../cells/fault';
import type { Group, Operations } from '../../number/arithmetic';
import { Exact, exactOperations, ExactGroup, Quotient } from '../../number/exact';

/** The arithmetic that the boundary reads cells into, and how its results become numbers again. */
export interface Numbers<N> {
  readonly operations: Operations<N>;
  of(cell: number): N;
  parse(digits: string): N;
  isZero(x: N): boolean;
  isMore(x: N, other: N): boolean;
  group(values: readonly N[]): Group<N>;
  result(outcome: unknown): number | Fault;
}

export const exactNumbers: Numbers<Exact> = {
  operations: exactOperations,
  of: (cell) => Exact.of(cell),
  parse: (digits) => Exact.parse(digits),
  isZero: (x) => x.sign() === 0,
  isMore: (x, other) => x.compare(other) > 0,
  group: (values) => (values.length === 0 ? NO_NUMBERS : new ExactGroup(values)),
  result(outcome) {
    if (outcome instanceof Quotient) {
      if (outcome.reason !== null) return new Fault(outcome.reason);
      return outcome.isDefined() ? finite(outcome.toNumber()) : new Fault('divided_by_zero');
    }
    return finite((outcome as Exact).toNumber());
  },
};

const NO_NUMBERS = new ExactGroup([]);

function finite(x: number): number | Fault {
  return Number.isFinite(x) ? x : new Fault('too_large');
}
