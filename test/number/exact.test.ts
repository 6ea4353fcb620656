import fc from 'fast-check';
import { Exact, exactOperations, ExactGroup } from '../../src/number/exact';
import { anyNumber, Reference } from '../support/decimal-reference';
import { Rational } from '../support/rational';
import { cases } from '../support/thorough';

const RUNS = { numRuns: cases(20_000, 100_000) };

describe('an exact number is bit for bit what decimal.js gives', () => {
  const binary: readonly [string, (a: Exact, b: Exact) => Exact, 'plus' | 'minus' | 'times'][] = [
    ['plus', (a, b) => a.plus(b), 'plus'],
    ['minus', (a, b) => a.minus(b), 'minus'],
    ['times', (a, b) => a.times(b), 'times'],
  ];

  test.each(binary)('%s', (_name, ours, theirs) => {
    fc.assert(
      fc.property(anyNumber, anyNumber, (a, b) =>
        Object.is(ours(Exact.of(a), Exact.of(b)).toNumber(), new Reference(a)[theirs](b).toNumber() + 0),
      ),
      RUNS,
    );
  });

  test('over', () => {
    fc.assert(
      fc.property(anyNumber, anyNumber, (a, b) => {
        fc.pre(b !== 0);
        return Object.is(Exact.of(a).over(Exact.of(b)).toNumber(), new Reference(a).div(b).toNumber() + 0);
      }),
      RUNS,
    );
  });

  test('a sum of products, then a quotient', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(anyNumber, anyNumber), { minLength: 1, maxLength: 12 }),
        anyNumber,
        (rows, divisor) => {
          fc.pre(divisor !== 0);
          const group = (i: number) => new ExactGroup(rows.map((row) => Exact.of(row[i]!)));
          const ours = exactOperations
            .sumOver([group(0), group(1)], (a, b) => a!.times(b!))
            .over(Exact.of(divisor)) as {
            toNumber(): number;
          };
          const theirs = rows
            .reduce((total, [a, b]) => total.plus(new Reference(a).times(b)), new Reference(0))
            .div(divisor);
          return Object.is(ours.toNumber(), theirs.toNumber() + 0);
        },
      ),
      { numRuns: cases(5_000, 20_000) },
    );
  });

  test('comparison, the smaller and the larger', () => {
    fc.assert(
      fc.property(anyNumber, anyNumber, (a, b) => {
        const [x, y] = [Exact.of(a), Exact.of(b)];
        return (
          Math.sign(x.compare(y)) === Math.sign(a - b) &&
          x.min(y).toNumber() === Math.min(a, b) &&
          x.max(y).toNumber() === Math.max(a, b)
        );
      }),
      RUNS,
    );
  });

  test('reading a cell and handing it back changes nothing', () => {
    fc.assert(
      fc.property(anyNumber, (a) => Object.is(Exact.of(a).toNumber(), a + 0)),
      RUNS,
    );
  });
});

describe('reading a cell', () => {
  test.each([
    [0.1 + 0.2, '0.3'],
    [1.1 * 3, '3.3'],
    [97753.18, '97753.18'],
    [-0, '0'],
    [1e15, '1000000000000000'],
    [123456789012345678, '123456789012346000'],
    [1e-30, '0.000000000000000000000000000001'],
    [1.5e-7, '0.00000015'],
    [1e300, `1${'0'.repeat(300)}`],
  ])('%p is %s', (cell, decimal) => {
    expect(Exact.of(cell).toString()).toBe(decimal);
  });

  test('no result is -0', () => {
    for (const x of [Exact.of(-0), Exact.of(0).times(Exact.of(-5)), Exact.of(-1).plus(Exact.of(1))])
      expect(Object.is(x.toNumber(), 0)).toBe(true);
    expect(Object.is(Exact.of(0).over(Exact.of(-3)).toNumber(), 0)).toBe(true);
  });
});

describe('leaving the safe integers and coming back', () => {
  test('a sum that overflows on the way is still exact', () => {
    const big = Exact.of(999999999999999);
    const twenty = Array.from({ length: 20 }, () => big).reduce((a, b) => a.plus(b));
    expect(twenty.toString()).toBe('19999999999999980');
    expect(twenty.minus(twenty).plus(Exact.of(0.01)).toNumber()).toBe(0.01);
  });

  test('a product of many places', () => {
    expect(Exact.of(0.0000000001).times(Exact.of(0.0000000001)).times(Exact.of(0.0000000001)).toString()).toBe(
      `0.${'0'.repeat(29)}1`,
    );
  });
});

describe('rounded once', () => {
  // Text in a cell may hold more digits than any double, and the tie between two doubles is decided by the last of them.
  const numeral = fc
    .tuple(
      fc.constantFrom(
        '9007199254740993',
        '9007199254740992',
        '18014398509481986',
        '0.5000000000000001',
        '123456789.01',
      ),
      fc.integer({ min: -60, max: 20 }),
      fc.boolean(),
    )
    .map(([digits, power, negative]) => `${negative ? '-' : ''}${digits}e${power}`);
  const doubles = (a: string, b: string) => [Exact.parse(a), Exact.parse(b)] as const;

  test.each([
    ['9007199254740993', '1e-28', 9007199254740994],
    ['9007199254740993', '-1e-28', 9007199254740992],
    ['9007199254740993', '0', 9007199254740992],
    ['9007199254740993e200', '1e-200', 9007199254740994e200],
  ])('%s + %s', (a, b, sum) => {
    expect(Exact.parse(a).plus(Exact.parse(b)).toNumber()).toBe(sum);
  });

  test('a quotient a hair above the middle of two doubles', () => {
    const middle = Exact.parse('9007199254740993');
    const hair = Exact.parse(`1e-90`);
    expect(middle.plus(hair).over(Exact.of(1)).toNumber()).toBe(9007199254740994);
    expect(middle.minus(hair).over(Exact.of(1)).toNumber()).toBe(9007199254740992);
    expect(middle.times(Exact.of(3)).plus(hair).over(Exact.of(3)).toNumber()).toBe(9007199254740994);
    expect(middle.times(Exact.of(3)).over(Exact.of(3)).toNumber()).toBe(9007199254740992);
    expect(middle.times(Exact.of(-3)).minus(hair).over(Exact.of(3)).toNumber()).toBe(-9007199254740994);
  });

  test('sums, products and quotients are those of fractions', () => {
    fc.assert(
      fc.property(numeral, numeral, fc.constantFrom('plus', 'minus', 'times', 'over'), (a, b, operation) => {
        const [x, y] = doubles(a, b);
        const [p, q] = [Rational.parse(a), Rational.parse(b)];
        const theirs = (operation === 'over' ? p.by(q) : p[operation](q)).toNumber();
        // Below this a quotient is rounded to 80 digits first.
        fc.pre(operation !== 'over' || Math.abs(theirs) > 6e-11);
        expect(x[operation](y).toNumber()).toBe(theirs);
      }),
      { numRuns: 5_000 },
    );
  });

  test('the integer below a quotient of any size', () => {
    fc.assert(
      fc.property(numeral, numeral, (a, b) => {
        const [x, y] = doubles(a, b);
        expect(x.floorDividedBy(y).toString()).toBe(String(Rational.parse(a).by(Rational.parse(b)).floor().over));
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('a quotient is used once', () => {
  const over = (a: number, b: number) => Exact.of(a).over(Exact.of(b));

  test.each([
    ['0.3 / 0.1 is three whole lots of 1', over(0.3, 0.1).floorTo(Exact.of(1)).toNumber(), 3],
    ['down to a lot of 100', over(1_000_000, 3).floorTo(Exact.of(100)).toNumber(), 333300],
    ['a negative quotient goes down, too', over(-10, 3).floorTo(Exact.of(1)).toNumber(), -4],
    ['not above', over(10, 3).min(Exact.of(3)).toNumber(), 3],
    ['not below', over(-10, 3).max(Exact.of(0)).toNumber(), 0],
    ['small lots are none', over(150, 1).floorTo(Exact.of(100)).zeroBelow(Exact.of(200)).toNumber(), 0],
  ])('%s', (_case, actual, expected) => {
    expect(actual).toBe(expected);
  });

  test('a divisor of 0 has no answer, and no bound gives it one', () => {
    expect(over(1, 0).min(Exact.of(5)).max(Exact.of(0)).isDefined()).toBe(false);
  });

  test('the reason of the first condition stays', () => {
    const quotient = over(1, 2).unless(Exact.of(0), '=0', 'no_debt').unless(Exact.of(-1), '<0', 'insolvent');
    expect(quotient.reason).toBe('no_debt');
    expect(over(1, 2).unless(Exact.of(0), '<0', 'no_debt').reason).toBeNull();
    expect(over(1, 2).unless(Exact.of(0), '<=0', 'no_debt').reason).toBe('no_debt');
  });

  test('lines compare at 12 digits', () => {
    expect(Exact.parse('1.30000000000001').compareAt12Digits(Exact.of(1.3))).toBe(0);
    expect(Exact.parse('1.3000000001').compareAt12Digits(Exact.of(1.3))).toBe(1);
  });
});
