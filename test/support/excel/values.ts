/** An error value of a cell. */
export class ExcelError {
  constructor(readonly code: string) {}
}

export const VALUE = new ExcelError('#VALUE!');
export const NA = new ExcelError('#N/A');
export const NUM = new ExcelError('#NUM!');
export const CALC = new ExcelError('#CALC!');

/** A blank is null. */
export type Scalar = number | string | boolean | null | ExcelError;
export type Block = readonly (readonly Scalar[])[];

export interface Closure {
  readonly params: readonly { readonly name: string; readonly optional: boolean }[];
  readonly call: (args: readonly Value[]) => Value;
}

/** What an argument that was left out is inside a LAMBDA. */
export const OMITTED = Symbol('omitted');

export type Value = Scalar | Block | Closure | typeof OMITTED;

export const isBlock = (value: Value): value is Block => Array.isArray(value);

export function block(value: Value): Block {
  if (isBlock(value)) return value;
  return [[scalar(value)]];
}

export function scalar(value: Value): Scalar {
  if (value === OMITTED) return null;
  if (isBlock(value)) return value.length === 1 && value[0]!.length === 1 ? value[0]![0]! : VALUE;
  return typeof value === 'object' && value !== null && 'params' in value ? CALC : value;
}

/** One cell is one value; anything larger stays a block. */
export function reduced(value: Value): Value {
  return isBlock(value) && value.length === 1 && value[0]!.length === 1 ? value[0]![0]! : value;
}

/** A function of single values over blocks: one row or column is stretched, where a block has no cell stands #N/A. */
export function lifted(values: readonly Value[], each: (...cells: Scalar[]) => Scalar): Value {
  const inputs = values.map(reduced);
  if (!inputs.some(isBlock)) return each(...inputs.map(scalar));
  const blocks = inputs.map(block);
  const rows = Math.max(...blocks.map((one) => one.length));
  const columns = Math.max(...blocks.map((one) => one[0]!.length));
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => {
      const cells = blocks.map((one) => one[one.length === 1 ? 0 : row]?.[one[0]!.length === 1 ? 0 : column]);
      return cells.includes(undefined) ? NA : each(...(cells as Scalar[]));
    }),
  );
}

/** A number as Excel's arithmetic takes it from a cell. */
export function toNumber(value: Scalar): number | ExcelError {
  if (value instanceof ExcelError) return value;
  if (typeof value === 'string') return value.trim() !== '' && Number.isFinite(Number(value)) ? Number(value) : VALUE;
  return Number(value);
}

export function toText(value: Scalar): string | ExcelError {
  if (value instanceof ExcelError) return value;
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return typeof value === 'number' ? String(Number(value.toPrecision(15))).replace('e', 'E') : value;
}

export function toLogical(value: Scalar): boolean | ExcelError {
  if (value instanceof ExcelError) return value;
  if (typeof value === 'string') return /^(true|false)$/i.test(value) ? value.toLowerCase() === 'true' : VALUE;
  return Boolean(value);
}

/** Overflow is #NUM!; a cell has no 0 below 0. */
export const finite = (x: number): Scalar => (Number.isFinite(x) ? x + 0 : NUM);
