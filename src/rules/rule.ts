import { Fault } from '../cells/fault';
import type { NoticeId } from './notices';

export type Exchange = 'SSE' | 'SZSE' | 'BSE';

/** One row of a dated table: what a notice of the exchanges laid down. */
export interface Rule {
  /** The first trading day on which the rule is in force. */
  readonly from: string;
  readonly exchanges: readonly Exchange[];
  /** `new`: only contracts opened on that day or later; `all`: every contract that is open then. */
  readonly appliesTo: 'new' | 'all';
  readonly notice: NoticeId;
  /** Nobody here has read the text that says so. */
  readonly unverified?: true;
}

/** A day after every rule. */
export const LATEST = '9999-12-31';

/**
 * The rule for a contract opened on one day and judged on another (ISO dates, rows oldest first): the last row in
 * force on the day of judging that binds the contract. So a change for new contracts leaves an older contract under
 * the rule it had, and a change for all contracts replaces that rule.
 */
export function ruleOf<R extends Rule>(rules: readonly R[], opened: string, judged: string): R | Fault {
  const first = rules[0];
  if (first === undefined) return new Fault('no_rule');
  const binding = rules.filter(({ from, appliesTo }) => from <= (appliesTo === 'new' ? opened : judged));
  return binding[binding.length - 1] ?? new Fault('before_first_rule', { text: opened, allowed: first.from });
}
