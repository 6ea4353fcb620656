import { Fault } from '../../src/cells/fault';
import { bind } from '../../src/binding/bind';
import {
  formula,
  procedure,
  running,
  tableProcedure,
  tracking,
  type CellParam,
  type Definition,
  type SeriesParam,
} from '../../src/functions/catalogue/define';
import { Exact } from '../../src/number/exact';
import { shown, shownOne } from '../support/cells';

const cell = <const K extends string>(
  name: K,
  rules: Partial<Omit<CellParam, 'kind' | 'name' | 'optional'>> = {},
): CellParam<K, false> => ({
  kind: 'cell',
  name,
  zh: name,
  blank: 'missing',
  counts: true,
  domain: {},
  ...rules,
  optional: false,
});
const series = <const K extends string>(
  name: K,
  rules: Partial<Omit<SeriesParam, 'kind' | 'name'>> = {},
): SeriesParam<K> => ({
  kind: 'series',
  name,
  zh: name,
  group: name,
  blank: 'missing',
  counts: true,
  domain: {},
  optional: false,
  ...rules,
});

const SUM = formula({
  id: 'SUM',
  params: [cell('a'), cell('b', { blank: 'zero' })],
  compute: ({ a, b }) => a.plus(b),
}) as unknown as Definition;
const TIMES_RATIO = formula({
  id: 'TIMES_RATIO',
  params: [cell('amount'), cell('ratio', { counts: false, domain: { least: 0, percentAbove: 5 } })],
  compute: ({ amount, ratio }) => amount.times(ratio),
}) as unknown as Definition;
const QUOTIENT = formula({
  id: 'QUOTIENT',
  params: [cell('a'), cell('b')],
  compute: ({ a, b }) => a.over(b),
}) as unknown as Definition;
const SCALED = formula({
  id: 'SCALED',
  params: [cell('a'), { ...cell('factor', { counts: false }), optional: true, default: 100 }],
  compute: ({ a, factor }) => a.times(factor),
}) as unknown as Definition;
const VALUE = formula({
  id: 'VALUE',
  params: [cell('qty'), cell('price', { domain: { least: 0, zeroIsMissingBeside: 'qty' } })],
  compute: ({ qty, price }) => qty.times(price),
}) as unknown as Definition;
const WEIGHTED = formula({
  id: 'WEIGHTED',
  params: [
    cell('cash', { blank: 'zero' }),
    series('values', { group: 'g' }),
    series('rates', { group: 'g', counts: false }),
  ],
  compute: ({ cash, values, rates }, { sumOver }) =>
    cash.plus(sumOver([values, rates], (value, rate) => value!.times(rate!))),
}) as unknown as Definition;
const MEAN = formula({
  id: 'MEAN',
  params: [series('values', { blank: 'skip' })],
  compute: ({ values }, { sum, count }) => sum(values).over(count(values)),
}) as unknown as Definition;
const TOTALS = running({
  id: 'TOTALS',
  params: [
    cell('opening', { counts: false }),
    series('inflow', { group: 'days', blank: 'zero' }),
    series('outflow', { group: 'days', blank: 'zero' }),
  ],
  step: (prior, { inflow, outflow }) => prior.plus(inflow).minus(outflow),
}) as unknown as Definition;

const column = (...cells: unknown[]) => cells.map((x) => [x]);

describe('shapes', () => {
  test.each<[string, unknown, unknown, unknown]>([
    ['two cells', 1, 2, [[3]]],
    ['a column and a cell', column(1, 2), 10, [[11], [12]]],
    ['two columns', column(1, 2), column(10, 20), [[11], [22]]],
    [
      'a column and a row',
      column(1, 2),
      [[10, 20, 30]],
      [
        [11, 21, 31],
        [12, 22, 32],
      ],
    ],
    [
      'a block and a column',
      [
        [1, 2],
        [3, 4],
      ],
      column(10, 20),
      [
        [11, 12],
        [23, 24],
      ],
    ],
    ['columns of different length', column(1, 2, 3), column(10, 20), [[11], [22], ['#N/A']]],
    ['the longer one second', column(1, 2), column(10, 20, 30), [[11], [22], ['#N/A']]],
    ['rows of different length', [[1, 2, 3]], [[10, 20]], [[11, 22, '#N/A']]],
    ['a flat list is a row', [1, 2], 10, [[11, 12]]],
    ['an empty list is a blank', [], 10, [['#N/A']]],
  ])('%s', (_case, a, b, expected) => {
    expect(shown(SUM, a, b)).toEqual(expected);
  });

  test('an invocation object at the end is no argument', () => {
    expect(shown(SUM, [[1]], [[2]], { address: 'Sheet1!A1' })).toEqual([[3]]);
  });
});

describe('blanks', () => {
  test.each([null, undefined, '', '  '])('%p is 0 or missing as the parameter says', (blank) => {
    expect(shownOne(SUM, 1, blank)).toBe(1);
    expect(shownOne(SUM, blank, 1)).toBe('#N/A');
  });

  test('a row without any figure stays empty, in a single call as in a range', () => {
    expect(shownOne(SUM, null, null)).toBe('');
    expect(shown(SUM, column(1, null, 3), column(10, '', 30))).toEqual([[11], [''], [33]]);
  });

  test('a ratio alone does not make a row', () => {
    expect(shownOne(TIMES_RATIO, null, 0.5)).toBe('');
    expect(shown(TIMES_RATIO, column(100, null, 300), column(0.5, 0.5, 0.5))).toEqual([[50], [''], [150]]);
  });

  test('amounts reach as far as the ratios across them, though those alone make no row', () => {
    expect(shown(TIMES_RATIO, 100, column(0.1, 0.2, 0.3))).toEqual([[10], [20], [30]]);
    expect(shown(TIMES_RATIO, column(100, 200), [[0.1, 0.2, 0.3]])).toEqual([
      [10, 20, 30],
      [20, 40, 60],
    ]);
  });

  test('neither does a cell that is stretched', () => {
    expect(shown(SUM, column(1, null, 3), 10)).toEqual([[11], [''], [13]]);
    expect(shown(SUM, 10, column(1, null, 3))).toEqual([[11], [''], [13]]);
  });

  test('empty rows and columns at the end are not returned, so whole columns work', () => {
    const whole = (...cells: unknown[]) => [...column(...cells), ...Array.from({ length: 1000 }, () => [null])];
    expect(shown(SUM, whole(1, 2), whole(10, 20))).toEqual([[11], [22]]);
    expect(shown(SUM, [[1, 2, null, '']], [[10, 20, null, null]])).toEqual([[11, 22]]);
    expect(shown(SUM, whole(), whole())).toEqual([['']]);
    expect(
      shown(
        TIMES_RATIO,
        whole(100),
        Array.from({ length: 1001 }, () => [0.5]),
      ),
    ).toEqual([[50]]);
  });

  test('an omitted or blank optional argument takes its default', () => {
    expect(shownOne(SCALED, 3, null)).toBe(300);
    expect(shown(SCALED, column(3, 4), column('', 10))).toEqual([[300], [40]]);
  });

  test('an old Excel sends 0 for a blank: a price of 0 beside a quantity is missing', () => {
    expect(shownOne(VALUE, 100, 0)).toBe('#N/A');
    expect(shownOne(VALUE, 0, 0)).toBe(0);
    expect(shown(VALUE, column(100, 0, 200), column(0, 0, 2))).toEqual([['#N/A'], [0], [400]]);
  });
});

describe('faults', () => {
  test('one bad cell spoils its own row', () => {
    expect(shown(SUM, column(1, '待定', 3, '-'), column(10, 20, { type: 'Error', basicValue: '#REF!' }, 40))).toEqual([
      [11],
      ['#VALUE!'],
      ['#REF!'],
      ['#N/A'],
    ]);
  });

  test('the first parameter that is at fault speaks', () => {
    const kinds = (...args: unknown[]) => bind(SUM)(args, (fault: Fault) => [fault.kind, fault.detail.param]);
    expect(kinds('x', 'y')).toEqual([[['not_a_number', 'a']]]);
    expect(kinds('x', column('y', 'z'))).toEqual([[['not_a_number', 'a']], [['not_a_number', 'a']]]);
    expect(kinds(column(1, 2), 'y')).toEqual([[['not_a_number', 'b']], [['not_a_number', 'b']]]);
  });

  test('an empty row is empty even where a ratio beside it is at fault', () => {
    expect(shown(TIMES_RATIO, column(100, null), column(0.5, 'x'))).toEqual([[50]]);
    expect(shown(TIMES_RATIO, column(100, null, 1), column(0.5, 'x', 1))).toEqual([[50], [''], [1]]);
  });

  test.each([
    ['below the domain', 100, -0.1, '#NUM!'],
    ['a percentage without its sign', 100, 50, '#VALUE!'],
    ['the largest ratio that is none', 100, 5, 500],
    ['with its sign', 100, '50%', 50],
    ['TRUE', 100, true, '#VALUE!'],
  ])('%s', (_case, amount, ratio, expected) => {
    expect(shownOne(TIMES_RATIO, amount, ratio)).toBe(expected);
  });

  test('a division by zero and a number too large', () => {
    expect(shownOne(QUOTIENT, 1, 0)).toBe('#DIV/0!');
    expect(shownOne(VALUE, 1e200, 1e200)).toBe('#NUM!');
  });
});

describe('exactness', () => {
  test.each([
    [0.1, 0.2, 0.3],
    [97753.18, 982.29, 98735.47],
    [0.1 + 0.2, 0, 0.3],
    ['6.6亿', 0, 660000000],
    [{ type: 'Double', basicValue: 1.005, numberFormat: '0.00' }, 0.005, 1.01],
  ])('%p + %p is %p', (a, b, expected) => {
    expect(shownOne(SUM, a, b)).toBe(expected);
  });
});

describe('groups of positions', () => {
  test.each<[string, unknown, unknown, unknown, unknown]>([
    ['position by position', 10, column(100, 200), column(0.5, 0.1), 80],
    ['one conversion rate for all', 10, column(100, 200), 0.5, 160],
    ['an empty group adds nothing', 10, null, null, 10],
    ['a group of zeros is empty', 10, column(0, 0), column(0, 0), 10],
    ['blank positions are left out', 10, column(100, null, 200, null), column(0.5, null, 0.1, null), 80],
    ['a conversion rate without a position is left out', 10, column(100, null), column(0.5, 0.1), 60],
    ['a position without a conversion rate is missing one', 10, column(100, 200), column(0.5, null), '#N/A'],
    ['a position with a bad conversion rate', 10, column(100, 200), column(0.5, 'x'), '#VALUE!'],
    ['different lengths', 10, column(100, 200, 300), column(0.5, 0.1), '#VALUE!'],
    ['a row is as good as a column', 10, [[100, 200]], [[0.5, 0.1]], 80],
  ])('%s', (_case, cash, values, rates, expected) => {
    expect(shownOne(WEIGHTED, cash, values, rates)).toBe(expected);
  });

  test('the fault names the position', () => {
    expect(bind(WEIGHTED)([10, column(100, 200), column(0.5, 'x')], ({ detail }) => detail)).toEqual([
      [{ param: 'rates', text: 'x', at: 2 }],
    ]);
  });

  test('a column of cash beside one group', () => {
    expect(shown(WEIGHTED, column(1, null, 3), column(100), column(0.5))).toEqual([[51], [''], [53]]);
  });
});

describe('means', () => {
  test.each<[string, unknown, unknown]>([
    ['skip blanks', column(1, null, 3, ''), 2],
    ['take a 0 for a figure', column(1, 0, 2), 1],
    ['of nothing are empty', column(null, ''), ''],
    ['are spoilt by one bad cell', column(1, 'x'), '#VALUE!'],
    ['are spoilt by a figure not published', column(1, '--'), '#N/A'],
  ])('%s', (_case, values, expected) => {
    expect(shownOne(MEAN, values)).toBe(expected);
  });
});

describe('a running total', () => {
  test.each<[string, unknown, unknown, unknown, unknown]>([
    ['day by day', 100, column(1, 2, 3), column(0, 5, 0), [[101], [98], [101]]],
    ['a blank day carries the total', 100, column(1, null, 3), column(0, null, 0), [[101], [101], [104]]],
    ['a first blank day carries the opening', 100, column(null, 2), column(null, 0), [[100], [102]]],
    ['blank days at the end are left out', 100, column(1, null, null), column(0, '', null), [[101]]],
    ['one blank flow is 0', 100, column(1, null), column(null, 5), [[101], [96]]],
    ['a bad day spoils the later ones', 100, column(1, 'x', 3), column(0, 0, 0), [[101], ['#VALUE!'], ['#VALUE!']]],
    ['a missing day too', 100, column(1, '-', 3), column(0, 0, 0), [[101], ['#N/A'], ['#N/A']]],
    ['an error stays the same error', 100, column({ code: '#REF!' }, 3), column(0, 0), [['#REF!'], ['#REF!']]],
    ['no opening', null, column(1, 2), column(0, 0), [['#N/A'], ['#N/A']]],
    ['nothing at all', 100, column(null, null), column(null, null), [['']]],
    ['across a row', 100, [[1, 2, null]], [[0, 0, null]], [[101, 103]]],
    [
      'a block, row by row',
      0,
      [
        [1, 2],
        [3, 4],
      ],
      [
        [0, 0],
        [0, 0],
      ],
      [
        [1, 3],
        [6, 10],
      ],
    ],
    [
      'a block that ends early is filled up',
      0,
      [
        [1, 2],
        [3, null],
      ],
      [
        [0, 0],
        [0, null],
      ],
      [
        [1, 3],
        [6, ''],
      ],
    ],
    ['lengths are compared before the end is left out', 100, column(1, null), column(0), [['#VALUE!']]],
    ['one cell', 100, 5, 6, [[99]]],
  ])('%s', (_case, opening, inflow, outflow, expected) => {
    expect(shown(TOTALS, opening, inflow, outflow)).toEqual(expected);
  });

  test('a thousand days end on the cent, day by day', () => {
    let seed = 20140115;
    const random = () => (seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648;
    const cents = () => BigInt(Math.floor(random() * 1e13));
    const yuan = (amount: bigint) => Number(`${amount}e-2`);
    const opening = BigInt(500_000_000_000_000);
    const inflow = Array.from({ length: 1000 }, cents);
    const outflow = Array.from({ length: 1000 }, cents);
    let total = opening;
    const expected = inflow.map((amount, i) => [yuan((total += amount - outflow[i]!))]);
    expect(shown(TOTALS, yuan(opening), column(...inflow.map(yuan)), column(...outflow.map(yuan)))).toEqual(expected);
  });
});

describe('a procedure', () => {
  const parity = procedure({
    id: 'PARITY',
    params: [cell('a')],
    run: ({ a }) => (a.isInteger() ? '整数' : new Fault('not_allowed', { param: 'a' })),
  }) as unknown as Definition;

  test('answers with words and faults', () => {
    expect(shown(parity, column(1, 1.5, null, 2))).toEqual([['整数'], ['#NUM!'], [''], ['整数']]);
  });
});

describe('kinds of definition that the catalogue has room for', () => {
  test('a group without a counting member is as long as its members', () => {
    const UNCOUNTED = formula({
      id: 'UNCOUNTED',
      params: [cell('cash'), series('a', { group: 'g', counts: false }), series('b', { group: 'g', counts: false })],
      compute: ({ cash, a, b }, { sumOver }) => cash.plus(sumOver([a, b], (x, y) => x!.times(y!))),
    }) as unknown as Definition;
    expect(shown(UNCOUNTED, 1, column(2, 3), column(10, 100))).toEqual([[321]]);
    expect(shown(UNCOUNTED, 1, column(2, 3), column(10))).toEqual([['#VALUE!']]);
    expect(shown(UNCOUNTED, null, column(2, 3), column(10, 100))).toEqual([['']]);
    expect(shown(UNCOUNTED, 1, null, null)).toEqual([[1]]);
  });

  test('a series may carry more than its figure', () => {
    const HIGHEST = tracking({
      id: 'HIGHEST',
      params: [cell('opening', { counts: false }), series('flow', { group: 'days', blank: 'zero' })],
      begin: (opening) => ({ total: opening, highest: opening }),
      step: ({ total, highest }, { flow }) => ({ total: total.plus(flow), highest: highest.max(total.plus(flow)) }),
      figure: ({ highest }) => highest,
    }) as unknown as Definition;
    expect(shown(HIGHEST, 10, column(-5, 7, null, -1, 9))).toEqual([[10], [12], [12], [12], [20]]);
    expect(shown(HIGHEST, 10, column(1, '?', 1))).toEqual([[11], ['#VALUE!'], ['#VALUE!']]);
    expect(shown(HIGHEST, '?', column(1, 2))).toEqual([['#VALUE!'], ['#VALUE!']]);
  });

  test('a procedure may answer a row', () => {
    const HALVES = procedure({
      id: 'HALVES',
      params: [cell('a')],
      answers: 2,
      run: ({ a }) => (a.sign() < 0 ? new Fault('negative') : [a.over(Exact.of(2)), new Fault('no_rule')]),
    }) as unknown as Definition;
    expect(shown(HALVES, column(3, null, -1, 'x', 8))).toEqual([
      [1.5, '#N/A'],
      ['', ''],
      ['#NUM!', '#NUM!'],
      ['#VALUE!', '#VALUE!'],
      [4, '#N/A'],
    ]);
    expect(shown(HALVES, [[2, 4]])).toEqual([[1, '#N/A', 2, '#N/A']]);
  });

  describe('a table procedure takes every kind of parameter', () => {
    const TOLD = tableProcedure({
      id: 'TOLD',
      params: [
        { kind: 'table', name: 'table', zh: '表', optional: false },
        cell('rate'),
        { kind: 'date', name: 'day', zh: '日', counts: true, optional: false },
        {
          kind: 'choice',
          name: 'side',
          zh: '方向',
          choice: 'side',
          options: [{ value: 'buy', zh: '买' }],
          optional: false,
        },
        series('flows', { group: 'g' }),
        { kind: 'days', name: 'dates', zh: '日期', group: 'g', counts: false, optional: true },
        { kind: 'header', name: 'column', zh: '列', optional: true },
      ],
      run: ({ table, rate, day, side, flows, column: header }) => [
        [table.length, rate.toNumber(), day, side, flows.values.map(String).join(), header],
      ],
    }) as unknown as Definition;
    const table = [
      ['a', 'b', null],
      [1, 2, null],
      [null, null, null],
    ];

    test.each<[string, unknown[], unknown]>([
      [
        'all of them',
        [table, '12%', '2024-01-02', '买', column(1, 2), column(20240103, 20240102), ' 市值 '],
        [[2, 0.12, 45293, 'buy', '2,1', '市值']],
      ],
      ['no header', [table, 1, 20240102, 'buy', column(1, 2)], [[2, 1, 45293, 'buy', '1,2', '']]],
      ['a bad word', [table, 1, 20240102, 'x', column(1)], [['#VALUE!']]],
      ['a blank day', [table, 1, null, 'buy', column(1)], [['#N/A']]],
      ['a bad flow', [table, 1, 20240102, 'buy', column('x')], [['#VALUE!']]],
      ['an empty table', [column(null, null), 'x', null, 'x', null], [['']]],
    ])('%s', (_, args, expected) => expect(shown(TOLD, ...args)).toEqual(expected));
  });
});
