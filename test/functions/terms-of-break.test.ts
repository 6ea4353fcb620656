import { bind } from '../../src/binding/bind';
import { RECONCILE } from '../../src/functions/check/reconcile';
import { termsOfBreak } from '../../src/functions/check/terms-of-break';
import { words } from '../../src/functions/words';
import type { Raw } from '../../src/formula/meaning/cells';

const reconciled = (table: readonly (readonly Raw[])[]) => bind(RECONCILE)([table], String) as unknown[][];
const SHENZHEN_AND_SHANGHAI = [
  ['', '上海', '', '', '深圳', '', ''],
  ['日期', '融资余额', '融券余额', '融资融券余额', '融资余额', '融券余额', '融资融券余额'],
  ['2026-07-20', 100, 20, 120, 50, 5, 56],
  ['2026-07-21', 100, 20, 121, 50, 5, 55],
];

describe('the figures behind a break', () => {
  const table = words['RECONCILE']!.examples[0]!.args['table'] as Raw[][];

  test('of a financing balance: prior + purchases − repayments − published, each with its cell', () => {
    const [found, ...others] = termsOfBreak(table, 2, 2);
    expect(others).toEqual([]);
    expect(found!.difference).toBe(26277849);
    expect(found!.terms.map(({ sign, name, of, value, cell }) => [sign, name.zh, of, value, cell])).toEqual([
      ['', '融资余额', 'prior', 13599709125, { row: 1, column: 2 }],
      ['+', '融资买入额', 'day', 1474071547, { row: 2, column: 3 }],
      ['−', '融资偿还额', 'day', 1503903339, { row: 2, column: 4 }],
      ['−', '融资余额', 'published', 13543599484, { row: 2, column: 2 }],
    ]);
  });

  test('a row without a day before says what is lacking', () => {
    const [found] = termsOfBreak(table, 1, 2);
    expect(found!.difference).toBeNull();
    expect(found!.terms[0]).toMatchObject({ of: 'prior', value: null, cell: null });
  });

  test('a quantity is valued at the close', () => {
    const priced = [
      ['日期', '代码', '融券余量', '融券余额', '收盘价'],
      ['2026-07-21', '601989', 1000, 5130, 5.12],
    ];
    const [found] = termsOfBreak(priced, 1, 2);
    expect(found!.terms.map(({ sign, name, value }) => [sign, name.zh, value])).toEqual([
      ['', '融券余量', 1000],
      ['×', '收盘价', 5.12],
      ['−', '融券余额', 5130],
    ]);
    expect(found!.difference).toBe(-10);
  });

  test.each([
    ['one security', table],
    ['the tables of an example in 万元', words['RECONCILE']!.examples[1]!.args['table'] as Raw[][]],
    ['a block of columns for each market, under two rows of headers', SHENZHEN_AND_SHANGHAI],
  ])('add up to what RECONCILE answers in every cell: %s', (_, given) => {
    const answer = reconciled(given);
    let seen = 0;
    for (let row = 1; row < answer.length; row++)
      for (let column = 2; column < answer[row]!.length - 1; column++) {
        const found = termsOfBreak(given, row, column);
        expect(found[0]!.difference ?? '').toBe(answer[row]![column]);
        for (const { value, cell } of found[0]!.terms) if (cell) expect(given[cell.row]![cell.column]).toBe(value);
        seen++;
      }
    expect(seen).toBeGreaterThan(0);
  });

  test('nothing of a table that is refused, and nothing of its head', () => {
    expect([termsOfBreak([['a'], [1]], 1, 2), termsOfBreak(table, 0, 2), termsOfBreak(table, 99, 2)]).toEqual([
      [],
      [],
      [],
    ]);
  });
});
