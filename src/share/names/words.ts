import type { ChoiceParam } from '../../functions/catalogue/define';
import { isOneOf, noOption } from './reading';

const LITERAL = /"(?:[^"]|"")*"/g;

/** Two bodies that differ in nothing but the words they answer, as one that asks for each word; undefined for any others. */
export function mergedWords(
  param: ChoiceParam,
  bodies: ReadonlyMap<string, readonly string[]>,
  text: string,
): string | undefined {
  const [one, other, ...more] = bodies;
  if (!one || !other || more.length > 0) return undefined;
  const [a, b] = [one[0], other[0]];
  const words = a.match(LITERAL) ?? [];
  const others = b.match(LITERAL) ?? [];
  if (words.length === 0 || a.replace(LITERAL, '""') !== b.replace(LITERAL, '""')) return undefined;
  const chosen = `${param.name}_is`;
  let at = 0;
  const body = a.replace(LITERAL, (word) => {
    const second = others[at++]!;
    return word === second ? word : `IF(${chosen},${word},${second})`;
  });
  const [isOne, isOther] = [one, other].map(([, values]) => isOneOf(param, values, text));
  return `LET(${chosen},${isOne},IF(IF(${chosen},TRUE,${isOther}),${body},${noOption(param, text)}))`;
}
