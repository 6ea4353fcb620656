import { bind } from '../../src/binding/bind';
import type { Bound } from '../../src/binding/call';
import { exactNumbers, type Numbers } from '../../src/functions/arguments/numbers';
import { definitions } from '../../src/functions/index';
import { bigNumbers } from './big';
import { plainNumbers } from './plain';

const NUMBERS = {
  exact: exactNumbers as Numbers<unknown>,
  plain: plainNumbers as Numbers<unknown>,
  decimal: bigNumbers as Numbers<unknown>,
};

export type Way = keyof typeof NUMBERS;

/** A function through the boundary with one kind of numbers. */
export function bound(id: string, way: Way): Bound {
  return bind(
    definitions.find((definition) => definition.id === id)!,
    NUMBERS[way],
  );
}
