/** An error in a cell. */
export class CellError {
  constructor(
    readonly code: string,
    readonly message?: string,
  ) {}
}

/** What a cell holds; null is a blank cell. */
export type Value = number | string | boolean | CellError | null;

export const BUSY = new CellError('#BUSY!');
export const SPILL = new CellError('#SPILL!');
export const NAME = new CellError('#NAME?');
export const REF = new CellError('#REF!');

/** A value as `range.values` carries it: blank is "", an error is its text. */
export const onWire = (value: Value): number | string | boolean =>
  value === null ? '' : value instanceof CellError ? value.code : value;

export function valueType(value: Value): 'Empty' | 'Error' | 'Double' | 'String' | 'Boolean' {
  if (value === null) return 'Empty';
  if (value instanceof CellError) return 'Error';
  return typeof value === 'number' ? 'Double' : typeof value === 'string' ? 'String' : 'Boolean';
}
