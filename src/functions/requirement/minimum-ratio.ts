import { Fault } from '../../cells/fault';
import type { Investor, MarginRatioRule } from '../../rules/margin-ratios';
import { figureOf, type Exchange } from '../../rules/rule';

/** The minimum ratio that binds a contract opened on one day and judged on another, by default the same (serial dates). */
export function minimumRatio(
  rules: readonly MarginRatioRule[],
  exchange: Exchange,
  investor: Investor,
  opened: number,
  asOf: number | null,
): number | Fault {
  if (asOf !== null && asOf < opened) return new Fault('judged_before_opened');
  return figureOf(
    rules,
    ({ exchanges, investors }) => exchanges.includes(exchange) && investors.includes(investor),
    opened,
    asOf ?? opened,
  );
}
