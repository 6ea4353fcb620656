import type { Reason } from '../number/arithmetic';

/** The error values a cell can hold. */
export const ERROR_CODES = [
  '#VALUE!',
  '#N/A',
  '#DIV/0!',
  '#NUM!',
  '#NULL!',
  '#NAME?',
  '#REF!',
  '#SPILL!',
  '#CALC!',
  '#GETTING_DATA',
  '#BUSY!',
  '#FIELD!',
  '#BLOCKED!',
  '#CONNECT!',
  '#UNKNOWN!',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** What can be wrong; excel/errors.ts gives each kind its Excel error and its sentence. */
export type FaultKind =
  | Reason
  | 'error_cell'
  | 'missing'
  | 'larger_than_whole'
  | 'not_a_number'
  | 'not_a_date'
  | 'no_such_day'
  | 'not_a_choice'
  | 'unclear_choice'
  | 'negative'
  | 'above_most'
  | 'not_allowed'
  | 'written_as_percent'
  | 'too_large_for_percent'
  | 'fraction_or_percent'
  | 'percent_too_low'
  | 'exchanged'
  | 'exchanged_or_percent'
  | 'different_lengths'
  | 'double_day'
  | 'wrong_column'
  | 'labels_and_values'
  | 'not_a_direction'
  | 'not_a_code'
  | 'double_account'
  | 'different_prices'
  | 'unknown_account'
  | 'no_partner'
  | 'divided_by_zero'
  | 'too_large'
  | 'end_before_start'
  | 'dates_do_not_rise'
  | 'position_too_small'
  | 'judged_before_opened'
  | 'before_first_rule'
  | 'no_rule'
  | 'rule_not_found'
  | 'different_units'
  | 'not_enough_values'
  | 'no_header'
  | 'unknown_header'
  | 'ambiguous_header'
  | 'unclear_header'
  | 'unknown_unit'
  | 'other_table'
  | 'second_header'
  | 'shifted_row'
  | 'rows_alike'
  | 'not_split'
  | 'wrong_encoding'
  | 'not_loaded'
  | 'unexpected';

/** A value that says why there is no other value. */
export class Fault {
  constructor(
    readonly kind: FaultKind,
    readonly detail: FaultDetail = {},
  ) {}

  with(detail: FaultDetail): Fault {
    return new Fault(this.kind, { ...this.detail, ...detail });
  }
}

/** What a sentence quotes: a text of the sheet, a word in each language, or a list of them. */
export type Quoted = string | { readonly en: string; readonly zh: string } | readonly Quoted[];

export interface FaultDetail {
  /** The name of the parameter that is at fault, or the header of the column. */
  readonly param?: string;
  /** The name of the parameter that it may be exchanged with. */
  readonly other?: string;
  /** What the cell says. */
  readonly text?: Quoted;
  /** The error of the cell that is passed on. */
  readonly code?: ErrorCode;
  /** Which cell of a range used whole, counted from 1. */
  readonly at?: number;
  /** What would have been right, or what the other parameter's cell says. */
  readonly allowed?: Quoted;
}
