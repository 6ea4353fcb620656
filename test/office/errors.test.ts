// How errors, blanks and wrapped numbers cross the boundary in either direction.
import { startWithFunctions } from './built';
import { FLAGS } from './host/protocol';
import type { RunningExcel } from './host/start';
import { dataTypeError, plainError } from './wrapping';

let excel: RunningExcel;
let english: RunningExcel;
beforeAll(async () => {
  [excel, english] = await Promise.all([
    startWithFunctions({ locale: 'zh-CN' }),
    startWithFunctions({ locale: 'en-US' }),
  ]);
});
afterAll(() => {
  excel.close();
  english.close();
});

const column = (...cells: unknown[]): unknown[][] => cells.map((cell) => [cell]);

describe('an error of ours', () => {
  test('says what is wrong in the language of Excel', async () => {
    expect(await excel.call('MARGIN_BALANCE', [[['待定']], [[1]]])).toEqual([
      [{ error: '#VALUE!', message: '融资余额不是数字：“待定”。' }],
    ]);
    expect(await english.call('MARGIN_BALANCE', [[['待定']], [[1]]])).toEqual([
      [{ error: '#VALUE!', message: 'financing_balance is not a number: “待定”.' }],
    ]);
    expect(await english.call('MARGIN_BALANCE', [[[1]], [['-']]])).toEqual([
      [{ error: '#N/A', message: 'lending_balance is missing.' }],
    ]);
  });

  test('carries no sentence where Excel shows none', async () => {
    expect(await excel.call('MAINTENANCE_LEVEL', [[[1]], [[-1]]])).toEqual([[{ error: '#NUM!' }]]);
  });

  test('spoils its own row and no other', async () => {
    const result = await english.call('MARGIN_BALANCE', [column(1, 'x', 3), column(10, 20, 30)]);
    expect(result).toEqual([[11], [{ error: '#VALUE!', message: 'financing_balance is not a number: “x”.' }], [33]]);
  });

  test('lists the words that a choice takes', async () => {
    expect(await english.call('LENDING_BALANCE', [[[1]], [[1]], 'dozen'])).toMatchObject([
      [{ error: '#VALUE!', message: expect.stringContaining('share') }],
    ]);
  });
});

describe('an error cell', () => {
  const codes = ['#N/A', '#VALUE!', '#DIV/0!', '#NUM!', '#NULL!', '#REF!', '#NAME?'];

  test.each([
    ['plain', plainError, FLAGS.errors],
    ['data type', dataTypeError, FLAGS.dataTypes],
  ] as const)('comes out as that same error: %s', async (_, error, flags) => {
    const result = await excel.call(
      'MARGIN_BALANCE',
      [codes.map((code) => [error(code)]), column(...codes.map(() => 1))],
      { flags },
    );
    expect((result as { error: string }[][]).map(([cell]) => cell!.error)).toEqual(codes);
  });
});

test('an omitted argument is its default', async () => {
  const given = await excel.call('FINANCING_INTEREST', [[[100000]], [[0.0835]], [[30]], [[360]]]);
  expect(await excel.call('FINANCING_INTEREST', [[[100000]], [[0.0835]], [[30]], null])).toEqual(given);
  expect(given).toEqual([[(100000 * 0.0835 * 30) / 360]]);
  expect(await excel.call('LENDING_BALANCE', [[[250]], [[101.325]], null])).toEqual([[25331.25]]);
});

describe('blank cells', () => {
  test.each([
    ['null', null],
    ['empty text', ''],
  ])('%s: an empty row stays empty, a blank beside a figure is missing', async (_, blank) => {
    const result = await excel.call('MARGIN_BALANCE', [column(1, blank, 3), column(10, blank, blank)]);
    expect(result).toMatchObject([[11], [''], [{ error: '#N/A' }]]);
  });

  test('0 for blank, as an old Excel sends it, is 0', async () => {
    expect(await excel.call('MARGIN_BALANCE', [column(1, 0, 3), column(10, 0, 0)])).toEqual([[11], [0], [3]]);
  });

  test('a flow that is blank is 0', async () => {
    expect(await excel.call('FINANCING_BALANCE_ROLL', [[[100]], [[null]], [[30]]])).toEqual([[70]]);
  });
});
