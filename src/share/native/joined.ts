import { moved, parseReference, type Reference } from '../../formula/references';

/** References side by side as one, so that a list of them is short; whatever else stays as it is. */
export function joined(texts: readonly string[]): readonly string[] {
  const result: string[] = [];
  for (const text of texts) {
    const last = result[result.length - 1];
    const both = last === undefined ? undefined : side(last, text);
    if (both === undefined) result.push(text);
    else result[result.length - 1] = both;
  }
  return result;
}

function side(first: string, second: string): string | undefined {
  const [a, b] = [parseReference(first), parseReference(second)];
  return a && b && besides(a, b) ? through(first, second) : undefined;
}

/** Whether the second begins where the first ends. */
export const besides = (a: Reference, b: Reference): boolean =>
  a.sheet === b.sheet && a.top === b.top && a.bottom === b.bottom && a.right + 1 === b.left;

/** The cells from a reference to another right of it in the same rows; undefined where that is not so. */
export function through(first: string, last: string): string | undefined {
  const [a, b] = [parseReference(first), parseReference(last)];
  if (!a || !b || a.sheet !== b.sheet || a.top !== b.top || a.bottom !== b.bottom || a.right >= b.left)
    return undefined;
  return moved(`${first}${first.includes(':') ? '' : `:${withoutSheet(first)}`}`, { ...a, right: b.right });
}

const withoutSheet = (text: string): string => text.slice(text.lastIndexOf('!') + 1);
