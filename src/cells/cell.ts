import { ERROR_CODES, Fault, type ErrorCode } from './fault';
import { isInvisible } from './text';

/** What a cell holds, however the host wraps it: a blank is null, an error a Fault. The text stays raw: 000001 is a code. */
export type Cell = number | string | boolean | null | Fault;

/**
 * Brings a cell to one form. Hosts send a blank as null, undefined or "", an error as `{type:"Error", basicValue}` or
 * as a CustomFunctions.Error with its code, and a formatted number as `{type, basicValue}`.
 */
export function toCell(raw: unknown): Cell {
  if (typeof raw === 'number') return Number.isFinite(raw) ? raw : new Fault('not_a_number', { text: String(raw) });
  if (typeof raw === 'string') return isInvisible(raw) ? null : raw;
  if (typeof raw === 'boolean') return raw;
  if (raw === null || raw === undefined) return null;
  if (raw instanceof Fault) return raw;
  if (typeof raw === 'object') {
    const { code, basicValue, type } = raw as { code?: unknown; basicValue?: unknown; type?: unknown };
    if (isErrorCode(code)) return errorCell(code);
    if (type === 'Empty') return null;
    if (basicValue !== undefined && (basicValue === null || typeof basicValue !== 'object')) {
      return type === 'Error' && isErrorCode(basicValue) ? errorCell(basicValue) : toCell(basicValue);
    }
  }
  return new Fault('not_a_number', { text: describe(raw) });
}

function errorCell(code: ErrorCode): Fault {
  return new Fault('error_cell', { code });
}

function isErrorCode(value: unknown): value is ErrorCode {
  return ERROR_CODES.includes(value as ErrorCode);
}

function describe(raw: unknown): string {
  const { type } = Object(raw) as { type?: unknown };
  return typeof type === 'string' ? type : typeof raw;
}
