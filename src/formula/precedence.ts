import { PRECEDENCE } from '../number/native';

/** How tightly Excel's operators bind, by their sign in a formula. */
export const BINDING: Readonly<Record<string, number>> = {
  '=': PRECEDENCE.comparison,
  '<': PRECEDENCE.comparison,
  '>': PRECEDENCE.comparison,
  '<=': PRECEDENCE.comparison,
  '>=': PRECEDENCE.comparison,
  '<>': PRECEDENCE.comparison,
  '&': PRECEDENCE.concatenation,
  '+': PRECEDENCE.sum,
  '-': PRECEDENCE.sum,
  '*': PRECEDENCE.product,
  '/': PRECEDENCE.product,
  '^': PRECEDENCE.power,
  '%': PRECEDENCE.percent,
};
