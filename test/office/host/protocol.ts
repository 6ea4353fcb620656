/** How Excel and Microsoft's custom-function runtime talk: numbers and shapes of @microsoft/office-js 1.1.110. */

/** Bits of an invocation. With `dataTypes` every object among the arguments travels as {value: JSON text}, errors too. */
export const FLAGS = { cancelable: 1, streaming: 2, errors: 4, dataTypes: 8 } as const;

/** Switches of the host that the runtime asks for: 1 resend in slices, 2 a round each 200 ms instead of 500, 3 exact durations, 4 at most 2 s between rounds. */
export const ALL_FEATURES: readonly number[] = [1, 2, 3, 4];

export const EVENT = { documentSelectionChanged: 2, richApiMessage: 33, commandInvoked: 39 } as const;
const CATEGORY = { customFunctions: 1, events: 65536 } as const;
const MESSAGE = { invoke: 1000, cancel: 1001 } as const;

export interface Invocation {
  /** The function's id, without the namespace. */
  readonly name: string;
  readonly args: readonly unknown[];
  readonly address?: string;
  readonly flags?: number;
}

let lastEntry = 0;
const entry = (category: number, type: number, target: string, message: unknown): unknown[] => [
  category,
  type,
  target,
  JSON.stringify(message),
  ++lastEntry,
];

export const invocationEntry = (id: number, { name, args, address = 'Sheet1!A1', flags = 0 }: Invocation): unknown[] =>
  entry(CATEGORY.customFunctions, MESSAGE.invoke, '', [id, name, args, address, flags]);

export const cancellationEntry = (id: number): unknown[] =>
  entry(CATEGORY.customFunctions, MESSAGE.cancel, '', { invocationId: id });

/** A press of a button: the page answers with this id when its handler has said `completed`. */
export const commandPayload = (id: string, action: string): unknown[] => [
  id,
  action,
  JSON.stringify({ source: { id: action } }),
];

export const eventEntry = (type: number, target: string, message: unknown): unknown[] =>
  entry(CATEGORY.events, type, target, message);

/** What arrives for one invocation: [id, ok, value, error code if not ok, durations]. */
export type RawResult = readonly [id: number, ok: boolean, value: unknown, ...rest: unknown[]];

/** What one cell shows. Excel shows null as 0; it can show a message of ours for #VALUE! and #N/A only. */
export type Shown = number | string | boolean | ShownError;
export interface ShownError {
  readonly error: string;
  readonly message?: string;
}

const ERROR_OF_CODE: Readonly<Record<number, string>> = { 1: '#N/A', 5: '#DIV/0!', 6: '#NUM!', 8: '#NULL!' };

/** The cells that Excel shows for a result: one value, or a matrix that spills. */
export function shown(raw: RawResult): Shown | Shown[][] {
  const [, ok, value, code] = raw;
  if (!ok) return shownError(ERROR_OF_CODE[Number(code)] ?? '#VALUE!', value);
  return Array.isArray(value)
    ? value.map((row) => (Array.isArray(row) ? row.map(shownCell) : [shownCell(row)]))
    : shownCell(value);
}

function shownCell(value: unknown): Shown {
  if (value === null || value === undefined) return 0;
  if (typeof value !== 'object') return value as Shown;
  const { type, basicValue, message } = value as { type?: string; basicValue?: unknown; message?: unknown };
  if (type === 'Error') return shownError(String(basicValue), message);
  if (type === 'Double' || type === 'FormattedNumber') return basicValue as number;
  return shownError('#VALUE!', `a cell cannot show ${JSON.stringify(value)}`);
}

function shownError(error: string, message: unknown): ShownError {
  const carries = error === '#VALUE!' || error === '#N/A';
  return carries && typeof message === 'string' && message !== '' ? { error, message } : { error };
}
