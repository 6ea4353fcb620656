/** A part of a formula as it is set: plain text, an operator, or one part over another. */
export type Piece = { readonly text: string } | { readonly operator: string } | { readonly over: readonly Piece[]; readonly under: readonly Piece[] };

/** Cuts a formula into what stands side by side and what stands over what; × and ÷ bind from the left. */
export function piecesOf(formula: string): Piece[] {
  return sides(formula).flatMap((side, i) => [...(i === 0 ? [] : [{ operator: '=' }]), ...expression(side)]);
}

function sides(formula: string): string[] {
  return cut(formula, ['=']).filter((_, i) => i % 2 === 0);
}

function expression(text: string): Piece[] {
  return cut(text, ['+', '−']).flatMap((piece, i) => (i % 2 === 1 ? [{ operator: piece }] : term(piece)));
}

function term(text: string): Piece[] {
  const pieces = cut(text, ['×', '÷']);
  const first = pieces.indexOf('÷');
  if (first < 0) return [{ text: text.trim() }];
  const over = expression(unwrapped(pieces.slice(0, first).join('')));
  const under = pieces.filter((_, i) => pieces[i - 1] === '÷').map((divisor) => expression(unwrapped(divisor)));
  const factors = pieces.filter((_, i) => i > first && pieces[i - 1] === '×').flatMap((factor) => [{ operator: '×' }, { text: factor.trim() }]);
  return [{ over, under: under.flatMap((divisor, i) => [...(i === 0 ? [] : [{ operator: '×' }]), ...divisor]) }, ...factors];
}

/** The text cut at signs outside all parentheses, the signs standing between the pieces; a leading sign belongs to its number. */
function cut(text: string, signs: readonly string[]): string[] {
  const pieces = [''];
  let depth = 0;
  for (const character of text) {
    if ('([（'.includes(character)) depth++;
    if (')]）'.includes(character)) depth--;
    if (depth === 0 && signs.includes(character) && pieces[pieces.length - 1]!.trim() !== '') pieces.push(character, '');
    else pieces[pieces.length - 1] += character;
  }
  return pieces;
}

/** Without the parentheses around the whole: the bar of a fraction does their work. */
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
