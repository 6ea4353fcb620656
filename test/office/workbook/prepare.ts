import { parse, tokenize } from '@borgar/fx';
import { invalidArgument } from '../wire/errors';
import { enter } from './entry';
import { normalised } from './formula-text';
import type { Cell } from './sheet';
import type { Value } from './values';

/** What is put into a cell: null empties it. */
export interface Prepared {
  readonly cell: Cell | null;
  readonly format?: string;
}

/** A text that starts with "=" is a formula, unless the cell is formatted as text. */
export function prepare(input: unknown, format: string): Prepared {
  if (typeof input === 'object' && input !== null) {
    const { formula, value } = input as { formula?: string; value?: Value };
    return formula === undefined
      ? { cell: value === null || value === undefined ? null : { value } }
      : { cell: { formula, value: null } };
  }
  if (typeof input === 'string' && input.length > 1 && input.startsWith('=') && format !== '@')
    return { cell: { formula: checked(input), value: null } };
  const entry = enter(input, format);
  const cell = entry.value === null ? null : { value: entry.value };
  return entry.format === undefined ? { cell } : { cell, format: entry.format };
}

function checked(formula: string): string {
  try {
    parse(tokenize(formula, { mergeRefs: true }));
  } catch {
    throw invalidArgument(`The formula ${formula} is not valid.`);
  }
  return normalised(formula);
}
