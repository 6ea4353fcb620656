/** Misuse that must not compile: the type check fails if one of these lines stops being an error. */
import { formula } from '../src/functions/catalogue/define';
import { choose, daily, optional, price, purchases, qty, unit } from '../src/functions/catalogue/params';
import type { Words } from '../src/functions/catalogue/words-of';

// @ts-expect-error an id in small letters
formula({ id: 'small', params: [qty], compute: ({ qty }) => qty });

// @ts-expect-error a parameter that was not declared
formula({ id: 'UNDECLARED', params: [qty], compute: ({ qty, price }) => qty.times(price) });

// @ts-expect-error a quotient inside a sum
formula({ id: 'EARLY_DIVISION', params: [qty, price], compute: ({ qty, price }) => qty.plus(qty.over(price)) });

// @ts-expect-error an optional argument that may be absent, used as if it were there
formula({ id: 'ABSENT', params: [qty, optional(price)], compute: ({ qty, price }) => qty.times(price) });

// @ts-expect-error a range used as one number
formula({ id: 'RANGE', params: [qty, daily(purchases)], compute: ({ qty, purchases }) => qty.times(purchases) });

// @ts-expect-error a word that is none of the choice
formula({ id: 'WORD', params: [qty, choose(unit, 'tonne')], compute: ({ qty }) => qty });

export const fine = formula({
  id: 'FINE',
  params: [qty, optional(price, 1)],
  compute: ({ qty, price }) => qty.times(price),
});

export const untranslated: Partial<Words<typeof fine>> = {
  // @ts-expect-error a title in one language
  title: { en: 'Fine' },
  // @ts-expect-error an example with an argument that does not exist
  examples: [{ title: { en: 'x', zh: '例' }, args: { quantity: 1 }, result: 1 }],
};
