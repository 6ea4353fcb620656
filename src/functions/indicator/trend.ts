import { Fault } from '../../cells/fault';
import { Exact, type ExactGroup } from '../../number/exact';

const TWO = Exact.of(2);

/** The last `window` values of a series, or why no line goes through them. */
export function lastValues(param: string, { values }: ExactGroup, window: Exact): readonly Exact[] | Fault {
  if (!window.isInteger() || window.compare(TWO) < 0)
    return new Fault('not_allowed', {
      param: 'window',
      text: window.toString(),
      allowed: { en: '2, 3, 4, …', zh: '2、3、4……' },
    });
  if (values.length < 2) return new Fault('not_enough_values', { param, text: String(values.length), allowed: '2' });
  return values.slice(-window.toNumber());
}

/**
 * Σ (2i − (n − 1))·y[i] for i = 0 … n − 1. With x = i the least-squares slope is Σ (x − x̄)·y ÷ Σ (x − x̄)², where
 * x̄ = (n − 1) ÷ 2 and Σ (x − x̄)² = n(n² − 1) ÷ 12: the slope is 6 ÷ n(n² − 1) times this sum, and has its sign.
 */
export function rise(values: readonly Exact[]): Exact {
  const middle = values.length - 1;
  return values.reduce((total, value, i) => total.plus(value.times(Exact.of(2 * i - middle))), Exact.of(0));
}

export function total(values: readonly Exact[]): Exact {
  return values.reduce((sum, value) => sum.plus(value), Exact.of(0));
}
