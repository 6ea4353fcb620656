import type { Investor, MarginRatioRule } from '../../rules/margin-ratios';
import type { Exchange, LookUp } from '../../rules/rule';

/** The minimum ratio that binds a contract opened on one day and judged on another. */
export function minimumRatio<D>(
  rules: readonly MarginRatioRule[],
  exchange: Exchange,
  investor: Investor,
  opened: D,
  judged: D | null,
): LookUp<D> {
  return {
    rules: rules.filter(({ exchanges, investors }) => exchanges.includes(exchange) && investors.includes(investor)),
    opened,
    judged,
  };
}
