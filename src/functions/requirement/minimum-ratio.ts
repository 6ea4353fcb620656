import type { Investor, MarginRatioRule } from '../../rules/margin-ratios';
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
  const picked = new Map<Exchange, Map<Investor, readonly MarginRatioRule[]>>();
  const rowsOf = (exchange: Exchange, investor: Investor) => {
    let byInvestor = picked.get(exchange);
    if (byInvestor === undefined) picked.set(exchange, (byInvestor = new Map()));
    let rows = byInvestor.get(investor);
    if (rows === undefined) {
      rows = rules.filter(({ exchanges, investors }) => exchanges.includes(exchange) && investors.includes(investor));
      byInvestor.set(investor, rows);
    }
    return rows;
  };
  return ({ open_date, exchange, investor, as_of }) => ({
    rules: rowsOf(exchange, investor),
    opened: open_date,
    judged: as_of,
  });
}
