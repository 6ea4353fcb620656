// Every numeric function against fractions of whole numbers: what comes out of the boundary is the exact result, rounded once.
import { errorCode } from '../../src/binding/errors';
import { bind } from '../../src/binding/bind';
import { definitions } from '../../src/functions/index';
import { words } from '../../src/functions/words';
import { Rational } from '../support/rational';
import { cases } from '../support/thorough';
import { Chance, type Drawn } from './fractions/draw';
import { type Formula, FORMULAS, type Row } from './fractions/formulas';

const ROWS = cases(200, 20_000);
/** Where all rows run, a function takes longer than a test otherwise may. */
const TIME = 1_200_000;
const MOST_POSITIONS = 12;
const FIRST_DAY = 45_000;

interface Drawing {
  readonly args: unknown[];
  readonly row: Row;
}

function drawing(
  id: string,
  { cells = {}, ranges = {}, single = [], words: choices = {} }: Formula,
  chance: Chance,
): Drawing {
  const fractions = new Map<string, Rational | null>();
  const lists = new Map<string, readonly Rational[]>();
  const spoken = new Map<string, string>();
  const length = chance.whole(1, MOST_POSITIONS);
  const given = new Map<string, unknown>();
  for (const [name, draw] of Object.entries(cells)) {
    const { cell, value } = draw(chance);
    given.set(name, [[cell]]);
    fractions.set(name, value);
  }
  for (const [name, draw] of Object.entries(ranges)) {
    const drawn =
      name === 'dates'
        ? risingDays(length, chance)
        : many(single.includes(name) && chance.next() < 0.3 ? 1 : length, () => draw(chance));
    given.set(
      name,
      drawn.map(({ cell }) => [cell]),
    );
    lists.set(
      name,
      drawn.map(({ value }) => value!),
    );
  }
  for (const [name, options] of Object.entries(choices)) {
    const word = chance.one(options);
    given.set(name, word);
    spoken.set(name, word ?? '');
  }
  const { params } = definitions.find((definition) => definition.id === id)!;
  const row = Object.assign((name: string, without?: number) => fractions.get(name) ?? Rational.of(without!), {
    list: (name: string) => lists.get(name)!,
    word: (name: string) => spoken.get(name)!,
    has: (name: string) => (fractions.get(name) ?? null) !== null,
  });
  return { args: params.map(({ name }) => given.get(name) ?? null), row };
}

const many = <T>(length: number, make: () => T): T[] => Array.from({ length }, make);

function risingDays(length: number, chance: Chance): Drawn[] {
  let day = FIRST_DAY;
  return many(length, () => {
    day += chance.whole(1, 60);
    return { cell: day, value: Rational.of(day) };
  });
}

const shown = (result: Rational | string | readonly Rational[]): (number | string)[][] =>
  typeof result === 'string'
    ? [[result]]
    : result instanceof Rational
      ? [[result.toNumber()]]
      : result.map((one) => [one.toNumber()]);

const known = Object.entries(FORMULAS).filter(([id]) => definitions.some((definition) => definition.id === id));

test.each(known)(
  '%s',
  (id, formula) => {
    const call = bind(definitions.find((definition) => definition.id === id)!);
    const chance = new Chance(known.findIndex(([other]) => other === id) + 1);
    for (let i = 0; i < ROWS; i++) {
      const { args, row } = drawing(id, formula, chance);
      const [ours, theirs] = [call(args, errorCode), shown(formula.gives(row))];
      if (ours.length !== theirs.length || ours.some((line, j) => !Object.is(line[0], theirs[j]![0])))
        throw new Error(
          `${id} of ${JSON.stringify(args)} is ${JSON.stringify(ours)} instead of ${JSON.stringify(theirs)}`,
        );
    }
  },
  TIME,
);

/** These look a figure up, count days by the calendar, or answer with a word or a table. */
const NOT_COMPUTED = [
  'MIN_FINANCING_MARGIN_RATIO',
  'MIN_LENDING_MARGIN_RATIO',
  'CONVERSION_RATE_CAP',
  'CONTRACT_DUE_DATE',
];

test('no function that computes a number is left out', () => {
  const numeric = definitions.filter(({ id, kind }) => kind !== 'table' && words[id]!.returns !== 'word');
  const left = numeric.map(({ id }) => id).filter((id) => !NOT_COMPUTED.includes(id) && !(id in FORMULAS));
  expect(left).toEqual([]);
});
