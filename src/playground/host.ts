// Stands in for Excel's custom-functions runtime: the global `CustomFunctions` that functions.js expects, and the call
// itself with what Excel does to values on the way in and out.

/** A value as it travels between the sheet and a function: JSON, as in Excel. */
export type Plain = number | string | boolean | null;

/** An error on its way to a function; it arrives there as a `CustomFunctions.Error`. */
export interface ErrorArgument {
  type: 'CustomFunctionError';
  code: string;
}

export type Argument = Plain | ErrorArgument | (Plain | ErrorArgument)[][];

/** An error a function gave back. */
export interface Fault {
  type: 'Error';
  basicValue: string;
  message?: string;
}

/** What one cell of a result shows. */
export type Shown = number | string | boolean | Fault;

/** A function as functions.js hands it over. */
type Associated = (...args: unknown[]) => unknown;

const CODES = {
  invalidValue: '#VALUE!',
  notAvailable: '#N/A',
  divisionByZero: '#DIV/0!',
  invalidNumber: '#NUM!',
  nullReference: '#NULL!',
  invalidName: '#NAME?',
  invalidReference: '#REF!',
} as const;

/** Excel shows a function's own words with these two errors and drops them with every other. */
const WITH_MESSAGE: readonly string[] = [CODES.invalidValue, CODES.notAvailable];

class CustomFunctionsError extends Error {
  constructor(
    readonly code: string,
    message?: string,
  ) {
    super(message);
  }

  toJSON(): Fault {
    return fault(this.code, this.message);
  }
}

const associated = new Map<string, Associated>();

function associate(id: string | Record<string, Associated>, fn?: Associated): void {
  const pairs = typeof id === 'string' ? { [id]: fn } : id;
  for (const [key, value] of Object.entries(pairs)) if (value) associated.set(key.toUpperCase(), value);
}

/** Puts the global in place; functions.js must be loaded after this. */
export function installHost(): void {
  Object.assign(globalThis, { CustomFunctions: { associate, Error: CustomFunctionsError, ErrorCode: CODES } });
}

/** Excel waits for a function that answers later, Univer does not: each answers once before a sheet is opened. */
export async function allAnswer(): Promise<void> {
  await Promise.all([...associated.values()].map((fn) => fn()));
}

/** True when functions.js has associated this id. */
export function isAssociated(id: string): boolean {
  return associated.has(id.toUpperCase());
}

export function fault(code: string, message = ''): Fault {
  return { type: 'Error', basicValue: code, ...(message && WITH_MESSAGE.includes(code) && { message }) };
}

export function isFault(value: unknown): value is Fault {
  return isObject(value) && value.type === 'Error';
}

/** Calls a function as Excel does: JSON both ways, `this` null, one slot per parameter, the invocation object last. */
export function call(id: string, args: Argument[]): Shown[][] {
  const fn = associated.get(id.toUpperCase());
  if (!fn) return [[fault(CODES.invalidName)]];
  try {
    const received = JSON.parse(JSON.stringify(args), revive) as unknown[];
    const result: unknown = fn.apply(null, [...received, { functionName: id }]);
    return Array.isArray(result) ? matrix(result) : [[scalar(result)]];
  } catch (error) {
    return [[error instanceof CustomFunctionsError ? error.toJSON() : fault(CODES.invalidValue)]];
  }
}

function revive(_key: string, value: unknown): unknown {
  return isObject(value) && value.type === 'CustomFunctionError' ? new CustomFunctionsError(String(value.code)) : value;
}

function scalar(result: unknown): Shown {
  if (typeof result === 'number' && !Number.isFinite(result)) {
    return fault(Number.isNaN(result) ? CODES.invalidValue : CODES.invalidNumber);
  }
  return element(JSON.parse(JSON.stringify(result ?? null)));
}

function matrix(result: unknown[]): Shown[][] {
  const rows = JSON.parse(JSON.stringify(result)) as unknown[];
  const width = Array.isArray(rows[0]) ? rows[0].length : 0;
  const rectangular = width > 0 && rows.every((row) => Array.isArray(row) && row.length === width);
  return rectangular ? (rows as unknown[][]).map((row) => row.map(element)) : [[fault(CODES.invalidValue)]];
}

// JSON turns NaN, Infinity, undefined and null into null, and Excel shows that as 0.
function element(value: unknown): Shown {
  if (value === null) return 0;
  if (typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean') return value;
  return isFault(value) ? value : fault(CODES.invalidValue);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
