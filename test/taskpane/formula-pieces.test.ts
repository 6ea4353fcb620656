import { definitions } from '../../src/functions/index';
import { words } from '../../src/functions/words';
import { piecesOf, type Piece } from '../../src/taskpane/views/formula-pieces';

const print = (pieces: readonly Piece[]): string =>
  pieces.map((piece) => ('text' in piece ? piece.text.trim() : 'operator' in piece ? ` ${piece.operator} ` : `{${print(piece.over)} / ${print(piece.under)}}`)).join('');

test.each([
  ['a = b + c − d', 'a = b + c − d'],
  ['r = (a + b) ÷ (c − d)', 'r = {a + b / c − d}'],
  ['r =（a + b）÷（c）× 100%', 'r = {a + b / c} × 100%'],
  ['f = p × i × d ÷ 360', 'f = {p × i × d / 360}'],
  ['x = a ÷ b ÷ c + 1', 'x = {a / b × c} + 1'],
  ['x = max(0, a ÷ b)', 'x = max(0, a ÷ b)'],
  ['x = (a)(b) ÷ c', 'x = {(a)(b) / c}'],
  ['x = −a ÷ b', 'x = {−a / b}'],
])('%s', (formula, expected) => {
  expect(print(piecesOf(formula))).toBe(expected);
});

test.each(definitions.flatMap(({ id }) => (['en', 'zh'] as const).map((language) => [id, language] as const)))('%s in %s loses no word', (id, language) => {
  const formula = words[id]!.formula[language];
  const letters = (text: string) => [...text.replace(/[^\p{L}\p{N}]/gu, '')].sort().join('');
  expect(letters(print(piecesOf(formula)))).toBe(letters(formula));
});
