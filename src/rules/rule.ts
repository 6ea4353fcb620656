import { isoDate, serialOf } from '../cells/date';
import { Fault } from '../cells/fault';
import type { NoticeId, ReportId } from './notices';

export type Exchange = 'SSE' | 'SZSE' | 'BSE';

/** The serial of an ISO date, `2026-01-19`. */
export function on(day: string): number {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return serialOf(year, month, date);
}

/** One row of a dated table: what a notice of the exchanges laid down. */
export interface Rule {
  /** The first trading day on which the rule is in force, as a serial. */
  readonly from: number;
  readonly exchanges: readonly Exchange[];
  /** What it lays down; null where nobody here found a text that says what held from this day on. */
  readonly figure: number | null;
  /**
   * `new`: only contracts opened on that day or later; `new_and_lower`: those, and contracts that were open where it is
   * the lower figure for them; `all`: everything that is open or held then.
   */
  readonly appliesTo: 'new' | 'new_and_lower' | 'all';
  readonly notice: NoticeId;
  /** Who quotes the notice, where its own words were not read here. */
  readonly quotedBy?: readonly ReportId[];
}

/** What is asked of a dated table: with serials it is answered, with other days it is printed. */
export interface LookUp<D> {
  /** The rows that concern the case, oldest first. */
  readonly rules: readonly Rule[];
  /** The day of the contract; null is a day after every rule. */
  readonly opened: D | null;
  /** Null is the day of the contract. */
  readonly judged: D | null;
}

const LATEST = Number.MAX_SAFE_INTEGER;

/**
 * The figure for a contract opened on one day and judged on another: a change for new contracts leaves an older one
 * under the rule it had, a change that lowers leaves it the lower of both, and a change for all replaces that rule.
 */
export function figureOf({ rules, opened: day, judged: later }: LookUp<number>): number | Fault {
  const opened = day ?? LATEST;
  const judged = later ?? opened;
  if (judged < opened) return new Fault('judged_before_opened');
  const [first] = rules;
  let found: Rule | undefined;
  let next: Rule | undefined;
  for (const rule of rules) {
    if (rule.from <= opened || (rule.from <= judged && replaces(rule, found))) found = rule;
    else next ??= rule;
  }
  if (first === undefined) return new Fault('no_rule');
  if (found === undefined)
    return new Fault('before_first_rule', { text: isoDate(opened), allowed: isoDate(first.from) });
  if (found.figure !== null) return found.figure;
  return new Fault('rule_not_found', {
    text: isoDate(found.from),
    allowed: next === undefined ? { en: 'today', zh: '今' } : isoDate(next.from),
  });
}

/** Whether a change replaces the rule of a contract that was open before it. */
export function replaces({ appliesTo, figure }: Rule, had: Rule | undefined): boolean {
  if (appliesTo !== 'new_and_lower') return appliesTo === 'all';
  return figure !== null && had !== undefined && had.figure !== null && figure < had.figure;
}
