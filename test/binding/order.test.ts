import fc from 'fast-check';
import { BALANCE_STREAK } from '../../src/functions/indicator/balance-streak';
import { BALANCE_TREND } from '../../src/functions/indicator/balance-trend';
import { MARKET_BIAS } from '../../src/functions/indicator/market-bias';
import { FINANCING_BALANCE_SERIES } from '../../src/functions/series/financing-balance-series';
import { bind } from '../../src/binding/bind';
import type { Fault } from '../../src/cells/fault';
import type { Definition } from '../../src/functions/catalogue/define';
import { sse601989 } from '../../src/templates/figures/sse-601989';
import { shown, shownOne } from '../support/cells';
import { readCsv } from '../fixtures/csv';
import { cases } from '../support/thorough';

const column = (...cells: unknown[]) => cells.map((cell) => [cell]);
const series = (...args: unknown[]) => shown(FINANCING_BALANCE_SERIES, ...args);

const days = sse601989.slice(0, 8);
const newestFirst = [...days].reverse();
const of = (name: keyof (typeof sse601989)[number], rows = newestFirst) => column(...rows.map((row) => row[name]));

describe('days as downloaded, newest first', () => {
  test.each<[Definition, (rows: typeof days) => unknown[][], number]>([
    [BALANCE_STREAK, (rows) => [of('balance', rows)], 1],
    [BALANCE_TREND, (rows) => [of('balance', rows), [[10]]], 2],
    [MARKET_BIAS, (rows) => [of('balance', rows), of('lentQty', rows), [[3]], [['en']]], 4],
  ])('$id says the same as of the days in order', (definition, args, at) => {
    const inOrder = shownOne(definition, ...args(days));
    expect(args(newestFirst)).toHaveLength(at);
    expect(shownOne(definition, ...args(newestFirst), of('date'))).toBe(inOrder);
    expect(shownOne(definition, ...args(newestFirst))).not.toBe(inOrder);
  });

  test('a month of the Shanghai market rises by 0.36% a day, whichever way it is read', () => {
    const [header, ...rows] = readCsv('tushare_margin_2020-2026');
    const at = (name: string) => header!.indexOf(name);
    const days = rows.filter((row) => row[at('exchange_id')] === 'SSE' && Number(row[at('trade_date')]) >= 20260105);
    const cells = (name: string) => column(...days.map((row) => row[at(name)]));
    expect(days).toHaveLength(20);
    expect(days[0]![at('trade_date')]).toBe(20260130);
    expect(shownOne(BALANCE_TREND, cells('rzye'), null, cells('trade_date'))).toBeCloseTo(0.00364, 5);
    expect(shownOne(BALANCE_TREND, cells('rzye'))).toBeCloseTo(-0.00364, 5);
  });

  test('a series stands beside its rows', () => {
    const later = sse601989.slice(4);
    const args = (rows: typeof later) => [[[13543599484]], of('purchases', rows), of('repayments', rows)];
    const down = shown(FINANCING_BALANCE_SERIES, ...args(later)) as unknown[][];
    const turned = [...later].reverse();
    expect(shown(FINANCING_BALANCE_SERIES, ...args(turned), of('date', turned))).toEqual([...down].reverse());
  });
});

describe('what the rows hold', () => {
  test.each<[string, unknown[], unknown]>([
    ['a range of one cell', [100, 10, 4, 20240102], [[106]]],
    ['along a row', [100, [[1, 2, 3]], [[0, 0, 0]], [[20240104, 20240103, 20240102]]], [[106, 105, 103]]],
    [
      'a block',
      [
        100,
        [
          [1, 2],
          [3, 4],
        ],
        [
          [0, 0],
          [0, 0],
        ],
        [
          [20240105, 20240104],
          [20240103, 20240102],
        ],
      ],
      [
        [110, 109],
        [107, 104],
      ],
    ],
    [
      'a day without flows carries the balance',
      [100, column(3, null, 1), column(null, null, null), column(20240104, 20240103, 20240102)],
      [[104], [101], [101]],
    ],
    [
      'days ahead of the data stay empty',
      [100, column(null, null, 1), column(null, null, null), column(20240104, 20240103, 20240102)],
      [[''], [''], [101]],
    ],
    [
      'rows without a day and a figure stay empty, and end at the last figure',
      [100, column(5, null, 1, null), column(null, null, null, null), column('2024-01-03', null, '2024/1/2', null)],
      [[106], [''], [101]],
    ],
    ['nothing at all', [100, column(null, null), column(null, null), column(null, null)], [['']]],
    [
      'a bad figure spoils its own day and the later ones',
      [100, column(3, '?', 1), column(0, 0, 0), column(20240104, 20240103, 20240102)],
      [['#VALUE!'], ['#VALUE!'], [101]],
    ],
    ['a blank day beside a figure', [100, column(3, 1), column(0, 0), column(20240104, null)], [['#N/A']]],
    ['a bad day beside a figure', [100, column(3, 1), column(0, 0), column(20240104, 'x')], [['#VALUE!']]],
    ['a double day beside a figure', [100, column(3, 1), column(0, 0), column(20240104, '2024-01-04')], [['#VALUE!']]],
    ['bad days beside nothing', [100, column(3, null), column(0, null), column(20240104, 'x')], [[103]]],
    ['days of another length', [100, column(3, 1), column(0, 0), column(20240104)], [['#VALUE!']]],
    ['flows of another length', [100, column(3, 1), column(0), column(20240104, 20240103)], [['#VALUE!']]],
    ['no days', [100, column(3, 1), column(0, 0), null], [[103], [104]]],
  ])('%s', (_, args, expected) => expect(series(...args)).toEqual(expected));

  test('a fault says where the cell stands, not where its day comes', () => {
    const at: unknown[] = [];
    const fail = ({ kind, detail }: Fault) => {
      at.push([kind, detail.param, detail.at]);
      return '';
    };
    const call = bind(FINANCING_BALANCE_SERIES as unknown as Definition);
    call([100, column('?', 2, 1), column(0, 0, 0), column(20240104, 20240103, 20240102)], fail);
    call([100, column(1, 2, 1), column(0, 0, 0), column(20240104, 20240103, null)], fail);
    expect(at).toEqual([
      ['not_a_number', 'purchases', 1],
      ['missing', 'dates', 3],
    ]);
  });
});

test('a series by days is the series of the sorted rows', () =>
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: 36_526, max: 54_788 }), { minLength: 1, maxLength: 12 }),
      fc.array(fc.option(fc.integer({ min: -999, max: 999 })), { minLength: 24, maxLength: 24 }),
      (days, flows) => {
        const rows = days.map((day, i) => ({ day, bought: flows[2 * i], repaid: flows[2 * i + 1] }));
        const run = (given: typeof rows, ...dates: unknown[]) =>
          series(
            100,
            column(...given.map((r) => r.bought)),
            column(...given.map((r) => r.repaid)),
            ...dates,
          ) as unknown[][];
        const sorted = [...rows].sort((a, b) => a.day - b.day);
        const expected = run(sorted);
        const found = run(rows, column(...days));
        rows.forEach((row, i) => expect(found[i]?.[0] ?? '').toBe(expected[sorted.indexOf(row)]?.[0] ?? ''));
      },
    ),
    { numRuns: cases(100, 5_000) },
  ));
