import { clausesOf, type Item } from '../../../src/functions/catalogue/formula-items';
import { definitions } from '../../../src/functions/index';
import { words } from '../../../src/functions/words';

const print = (items: readonly Item[]): string =>
  items
    .map((item) =>
      'text' in item
        ? item.text
        : 'sign' in item
          ? ` ${item.sign} `
          : 'index' in item
            ? `_${item.index}`
            : 'unseen' in item
              ? ''
              : `{${print(item.over)} / ${print(item.under)}}`,
    )
    .join('');
const lines = (formula: string) =>
  clausesOf(formula).map(({ when, items }) => when.map((text) => `<${text}>`).join('') + print(items));

test.each([
  ['a = b + c − d', 'a = b + c − d'],
  ['r = (a + b) ÷ (c − d)', 'r = {a + b / c − d}'],
  ['r =（a + b）÷（c）× 100%', 'r = {a + b / c} × 100%'],
  ['f = p × i × d ÷ 360', 'f = {p × i × d / 360}'],
  ['x = a ÷ b ÷ c + 1', 'x = {{a / b} / c} + 1'],
  ['x = max(0, a ÷ b)', 'x = max(0, {a / b})'],
  ['x = (a)(b) ÷ c', 'x = {(a)(b) / c}'],
  ['x = −a ÷ b', 'x = {−a / b}'],
  ['q[i] = q[1] × 2', 'q_i = q_1 × 2'],
])('%s', (formula, expected) => {
  expect(lines(formula)).toEqual([expected]);
});

test('each clause has its line and says first when it holds', () => {
  expect(lines('by hand: a − b, in lots; else: the rest; never below 0')).toEqual([
    '<by hand:>a − b, in lots',
    '<else:>the rest',
    'never below 0',
  ]);
});

test.each(definitions.flatMap(({ id }) => (['en', 'zh'] as const).map((language) => [id, language] as const)))(
  '%s in %s loses no word',
  (id, language) => {
    const formula = words[id]!.formula[language];
    const letters = (text: string) => [...text.replace(/[^\p{L}\p{N}]/gu, '')].sort().join('');
    expect(letters(lines(formula).join(''))).toBe(letters(formula));
  },
);
