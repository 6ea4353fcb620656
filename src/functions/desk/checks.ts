import { Fault } from '../../cells/fault';
import type { Exact } from '../../number/exact';
import type { Printed } from '../../tables/printed';

/** Cells lose the zeros at the end of what was printed, so no figure of money is judged by more than its cents. */
const CENTS = -2;
/** A ratio, a percentage, and 宽睿 OES' per mille. */
const SCALES = [1, 100, 1000];

/** Whether a printed figure is the figure but for rounding. */
export function agrees({ value, place }: Printed, figure: Exact | Fault): boolean {
  if (figure instanceof Fault) return true;
  return Math.abs(value.minus(figure).toNumber()) <= 0.5 * 10 ** Math.max(place, CENTS);
}

/** Whether a printed ratio is this one at one of the scales in use. */
export function scaleThatAgrees({ value, place }: Printed, ratio: number): boolean {
  const half = 0.5 * 10 ** place;
  return SCALES.some((scale) => Math.abs(value.toNumber() - ratio * scale) <= half * (1 + 1e-9));
}
