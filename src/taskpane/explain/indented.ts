import { piecesOf } from '../../formula/text';

/** A shorter formula is read at one look. */
const LONG = 60;

/** A long formula with a line for each argument of its outer calls, further in the deeper it stands. */
export function indented(formula: string): string {
  if (formula.length <= LONG) return formula;
  let text = '';
  let depth = 0;
  const opened: boolean[] = [];
  const pieces = piecesOf(formula).filter(({ type }) => type !== 'whitespace' && type !== 'newline');
  const line = () => `\n${'  '.repeat(depth)}`;
  pieces.forEach(({ type, value }, i) => {
    if (value === '(' && type === 'operator') {
      // What is short inside its parentheses stays on its line.
      const long = lengthInside(pieces, i) > LONG / 2;
      opened.push(long);
      if (long) depth++;
      text += long ? `(${line()}` : '(';
    } else if (value === ')' && type === 'operator') {
      const long = opened.pop() ?? false;
      if (long) depth--;
      text += long ? `${line()})` : ')';
    } else if (value === ',' && type === 'operator') text += opened[opened.length - 1] ? `,${line()}` : ', ';
    else text += value;
  });
  return text;
}

function lengthInside(pieces: readonly { readonly value: string }[], open: number): number {
  let depth = 0;
  let length = 0;
  for (const { value } of pieces.slice(open)) {
    if (value === '(') depth++;
    if (value === ')' && --depth === 0) return length;
    length += value.length;
  }
  return length;
}
