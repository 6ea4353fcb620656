import { readWord } from '../../cells/word';
import type { ChoiceParam } from './define';

/** The option that an argument of a native formula names, or the default where it is omitted; undefined where only Excel knows. */
export function literalChoice<V extends string>(
  param: ChoiceParam<string, V>,
  text: string | undefined,
): V | undefined {
  if (text === undefined) return param.default;
  const word = readWord(text.replace(/^"(.*)"$/, '$1'), param.options);
  return typeof word === 'string' ? word : undefined;
}

/** An argument as an operand: in parentheses unless it is a plain number or reference. */
export function operand(text: string): string {
  return /^[$\w.:]+%?$/.test(text) ? text : `(${text})`;
}

/** The number at the 12 significant digits at which lines and thresholds compare. */
export function at12Digits(text: string): string {
  return `ROUND(${text},11-INT(LOG10(ABS(${text})+(${operand(text)}=0))))`;
}
