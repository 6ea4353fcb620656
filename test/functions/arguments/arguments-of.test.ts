import fc from 'fast-check';
import { Fault } from '../../../src/cells/fault';
import { AVAILABLE_MARGIN } from '../../../src/functions/account/available-margin';
import { DROP_TO_LINE } from '../../../src/functions/account/drop-to-line';
import { MAINTENANCE_STATUS } from '../../../src/functions/account/maintenance-status';
import { FINANCING_INTEREST } from '../../../src/functions/cost/financing-interest';
import { INTEREST_DAYS } from '../../../src/functions/cost/interest-days';
import { LENDING_BALANCE } from '../../../src/functions/daily/lending-balance';
import { argumentsOf, outcomeOf } from '../../../src/functions/arguments/arguments-of';
import { exactNumbers } from '../../../src/functions/arguments/numbers';
import { errorCode } from '../../../src/binding/errors';
import type { Definition } from '../../../src/functions/catalogue/define';
import { words } from '../../../src/functions/words';
import { definitions } from '../../../src/functions/index';
import { Exact, Quotient } from '../../../src/number/exact';
import { argument, shownOne } from '../../support/cells';
import { cases } from '../../support/thorough';

const shownBy = (outcome: unknown): number | string => {
  const result = outcome instanceof Exact || outcome instanceof Quotient ? exactNumbers.result(outcome) : outcome;
  return result instanceof Fault ? errorCode(result) : (result as number | string);
};

const single = definitions
  .filter(
    ({ kind, params }) => (kind === 'formula' || kind === 'procedure') && params.every(({ kind }) => kind !== 'days'),
  )
  .flatMap((definition) =>
    words[definition.id]!.examples.map((example) => ({ id: definition.id, definition, example })),
  )
  .filter(({ example: { result } }) => !Array.isArray(result) && result !== '');

test.each(single)('$id: as by hand, $example.title.en', ({ definition, example: { args, result } }) => {
  const cells = Object.fromEntries(
    definition.params.map(({ name, kind }) => {
      const rows = argument((args as never)[name]) as unknown[][] | null;
      return [name, kind === 'series' ? rows?.flat() : rows?.[0]![0]];
    }),
  );
  expect(shownBy(outcomeOf(definition as never, cells as never))).toBe(result);
});

test('a computed number goes in unrounded', () => {
  const third = Exact.parse('0.3333333333333333333333');
  const interest = outcomeOf(FINANCING_INTEREST, { principal: third, annual_rate: 0.36, days: 1000 }) as Quotient;
  expect(interest.toNumber()).toBe(0.3333333333333333333333);
  expect(argumentsOf(LENDING_BALANCE, { qty: third, price: 1 })).toMatchObject({ qty: third, unit: 'share' });
});

test.each<[string, unknown, Partial<Fault>]>([
  ['the first parameter', argumentsOf(LENDING_BALANCE, { qty: 'x', price: -1 }), { kind: 'not_a_number' }],
  ['a domain', argumentsOf(LENDING_BALANCE, { qty: Exact.of(-1), price: 1 }), { kind: 'negative' }],
  [
    'a blank',
    argumentsOf(DROP_TO_LINE, { assets: 1, debt: 1 }),
    { kind: 'missing', detail: { param: 'securities_value' } },
  ],
  [
    'a 0 beside a figure',
    argumentsOf(LENDING_BALANCE, { qty: 5, price: 0 }),
    { kind: 'missing', detail: { param: 'price' } },
  ],
  ['a day', argumentsOf(INTEREST_DAYS, { start: 'x', end: 45293 }), { kind: 'not_a_date' }],
  ['a word', argumentsOf(MAINTENANCE_STATUS, { ratio: 2, language: 'fr' }), { kind: 'not_a_choice' }],
  [
    'a position',
    argumentsOf(AVAILABLE_MARGIN, {
      cash: 1,
      collateral_values: [Exact.of(5), Exact.of(0), 3],
      collateral_conversion_rates: [0.5, null, null],
      interest_and_fees: 0,
    }),
    { kind: 'missing', detail: { param: 'collateral_conversion_rates', at: 3 } },
  ],
])('the fault of %s', (_, found, expected) => {
  expect(found).toBeInstanceOf(Fault);
  expect(found).toMatchObject(expected);
});

test('sums of positions are those of the boundary', () => {
  const position = fc.record({ value: fc.integer({ min: 0, max: 9999 }), rate: fc.integer({ min: 0, max: 100 }) });
  fc.assert(
    fc.property(fc.array(position, { maxLength: 6 }), fc.integer({ min: -9999, max: 9999 }), (positions, cash) => {
      const cells = {
        cash,
        collateral_values: positions.map(({ value }) => value / 100),
        collateral_conversion_rates: positions.map(({ rate }) => rate / 100),
        interest_and_fees: 0,
      };
      const column = (list: readonly number[]) => (list.length > 0 ? list.map((x) => [x]) : null);
      const byHand = shownOne(
        AVAILABLE_MARGIN as unknown as Definition,
        cash,
        column(cells.collateral_values),
        column(cells.collateral_conversion_rates),
        ...new Array<null>(8).fill(null),
        0,
      );
      expect(shownBy(outcomeOf(AVAILABLE_MARGIN, cells))).toBe(byHand);
    }),
    { numRuns: cases(50, 2_000) },
  );
});
