import { element } from '../element';

/** A formula set as one: what is divided stands over what divides. */
export function formulaLayout(text: string): HTMLElement {
  const [left, ...right] = split(text, '=');
  const parts = right.length > 0 ? [...expression(left!), operator('='), ...expression(right.join('='))] : expression(text);
  return element('p', { class: 'formula', role: 'math', 'aria-label': text }, ...parts);
}

function expression(text: string): (Node | string)[] {
  const pieces = split(text, '+', '−');
  return pieces.flatMap((piece, i) => (i % 2 === 1 ? [operator(piece)] : term(piece)));
}

function term(text: string): (Node | string)[] {
  const [over, ...under] = split(text, '÷');
  if (under.length === 0) return [text.trim()];
  const divisors = under.filter((piece) => piece !== '÷');
  return [
    element(
      'span',
      { class: 'fraction' },
      element('span', { class: 'over' }, ...expression(unwrapped(over!))),
      element('span', { class: 'under' }, ...(divisors.length === 1 ? expression(unwrapped(divisors[0]!)) : [divisors.map((divisor) => divisor.trim()).join(' × ')])),
    ),
  ];
}

function operator(sign: string): HTMLElement {
  return element('span', { class: 'operator' }, sign);
}

/** The text cut at signs outside all parentheses; the signs stand between the pieces, except '=', which only cuts. */
function split(text: string, ...signs: string[]): string[] {
  const pieces = [''];
  let depth = 0;
  for (const character of text) {
    if ('([（'.includes(character)) depth++;
    if (')]）'.includes(character)) depth--;
    const cut = depth === 0 && signs.includes(character) && (pieces[pieces.length - 1]!.trim() !== '' || character === '=');
    if (cut) pieces.push(...(character === '=' ? [''] : [character, '']));
    else pieces[pieces.length - 1] += character;
  }
  return pieces;
}

function unwrapped(text: string): string {
  const trimmed = text.trim();
  const inner = /^[(（](.*)[)）]$/s.exec(trimmed)?.[1];
  return inner !== undefined && isClosed(inner) ? inner : trimmed;
}

function isClosed(text: string): boolean {
  let depth = 0;
  for (const character of text) {
    if ('(（'.includes(character)) depth++;
    if (')）'.includes(character) && --depth < 0) return false;
  }
  return depth === 0;
}
