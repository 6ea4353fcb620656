import type { Cell } from './cell';
import { Fault } from './fault';
import { halfWidth } from './text';

/** One of the words that a choice accepts, in either language and any case; the English word is the value. */
export interface Option {
  readonly value: string;
  readonly zh: string;
  /** Other usual spellings. */
  readonly also?: readonly string[];
}

/** The value of the option that the cell names, null for a blank, or a fault that lists the options. */
export function readWord<V extends string>(
  cell: Cell,
  options: readonly (Option & { readonly value: V })[],
): V | null | Fault {
  if (cell === null || cell instanceof Fault) return cell;
  const plain = options.find(({ value }) => value === cell);
  if (plain) return plain.value;
  const word = halfWidth(String(cell)).toLowerCase();
  const option = options.find(({ value, zh, also = [] }) =>
    [value, zh, ...also].some((spelling) => spelling.toLowerCase() === word),
  );
  if (option) return option.value;
  return new Fault('not_a_choice', {
    text: typeof cell === 'boolean' ? String(cell).toUpperCase() : String(cell),
    allowed: options.map(({ value, zh }) => (value === zh ? value : `${value} ${zh}`)),
  });
}
