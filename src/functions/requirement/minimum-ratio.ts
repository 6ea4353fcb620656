import type { Investor, MarginRatioRule } from '../../rules/margin-ratios';
import { rowsFor } from '../../rules/rows-for';
import type { Exchange, LookUp } from '../../rules/rule';

/** What a minimum ratio is asked by. */
interface Case<D> {
  readonly open_date: D;
  readonly exchange: Exchange;
  readonly investor: Investor;
  readonly as_of: D | null;
}

/** The minimum ratio that binds a contract opened on one day and judged on another; the rows of a case are picked once. */
export function minimumRatio(rules: readonly MarginRatioRule[]): <D>(of: Case<D>) => LookUp<D> {
  const rowsOf = rowsFor(
    rules,
    ({ exchanges, investors }, exchange: Exchange, investor: Investor) =>
      exchanges.includes(exchange) && investors.includes(investor),
  );
  return ({ open_date, exchange, investor, as_of }) => ({
    rules: rowsOf(exchange, investor),
    opened: open_date,
    judged: as_of,
  });
}
