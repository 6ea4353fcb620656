import { Fault } from '../../cells/fault';
import { ACCOUNT_ROWS, type Book } from './book';
import type { Sum } from './figures';

/** What the ratio of an account is held against. */
export interface Lines {
  readonly warning_line: Sum;
  readonly call_line: Sum;
  readonly close_line: Sum | null;
  readonly withdraw_line: Sum;
  readonly target: Sum;
}

type Given = { readonly [K in keyof Lines]: Exclude<Lines[K], Fault> };

/** The account's own lines go before the arguments. */
export function linesOf({ account, problems }: Book, given: Given): Lines {
  const lines = account?.lines;
  if (!lines) return given;
  const own = (line: keyof Lines) => {
    const figure = lines[line];
    if (figure instanceof Fault) problems.fault(figure, ACCOUNT_ROWS);
    return figure ?? given[line];
  };
  return {
    warning_line: own('warning_line')!,
    call_line: own('call_line')!,
    close_line: own('close_line'),
    withdraw_line: own('withdraw_line')!,
    target: own('target')!,
  };
}
