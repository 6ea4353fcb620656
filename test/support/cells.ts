import { bind } from '../../src/binding/bind';
import { errorCode } from '../../src/binding/errors';
import type { Definition } from '../../src/functions/catalogue/define';
import type { ExampleValue } from '../../src/functions/catalogue/words-of';

/** An example's argument as Excel hands it over: null where omitted, otherwise rows of cells. */
export function argument(value: ExampleValue | undefined): unknown {
  if (value === undefined) return null;
  if (!Array.isArray(value)) return [[value]];
  return Array.isArray(value[0]) ? value : value.map((cell) => [cell]);
}

/** The function's arguments in order, from arguments by name. */
export function inOrder(definition: Definition, args: Readonly<Record<string, ExampleValue | undefined>>): unknown[] {
  return definition.params.map(({ name }) => argument(args[name]));
}

/** What the cells show: errors by their code. */
export function shown(definition: Definition, ...args: unknown[]): (number | string)[][] {
  return bind(definition)(args, errorCode);
}

/** The same for one cell. */
export function shownOne(definition: Definition, ...args: unknown[]): number | string {
  const result = shown(definition, ...args);
  if (result.length !== 1 || result[0]!.length !== 1)
    throw new Error(`One cell was expected, not ${result.length} × ${result[0]!.length}.`);
  return result[0]![0]!;
}
