import type { Definition } from '../../src/functions/catalogue/define';
import { ACCRUED_INTEREST } from '../../src/functions/cost/accrued-interest';
import { CONTRACT_DUE_DATE } from '../../src/functions/cost/contract-due-date';
import { FINANCING_INTEREST } from '../../src/functions/cost/financing-interest';
import { FINANCING_PROFIT } from '../../src/functions/cost/financing-profit';
import { INTEREST_DAYS } from '../../src/functions/cost/interest-days';
import { LENDING_FEE } from '../../src/functions/cost/lending-fee';
import { LENDING_PROFIT } from '../../src/functions/cost/lending-profit';
import { serialOf } from '../../src/cells/date';
import { shown, shownOne } from '../support/cells';
import { nativeText } from '../support/native-text';

const one = (definition: unknown, ...args: unknown[]) => shownOne(definition as Definition, ...args);
const block = (definition: unknown, ...args: unknown[]) => shown(definition as Definition, ...args);

describe('INTEREST_DAYS', () => {
  test.each([
    ['first in, last out', '2024-01-31', '2024-02-10', 10],
    ['over a leap day', '2024-02-28', '2024-03-01', 2],
    ['no leap day', '2023-02-28', '2023-03-01', 1],
    ['the same day is one day', '2024-05-06', '2024-05-06', 1],
    ['the same day at two times', 45418.4, 45418.9, 1],
    ['every form of a date', 20240131, '2024年2月10日', 10],
    ['the end before the start', '2024-05-06', '2024-05-05', '#VALUE!'],
    ['no start', null, '2024-05-05', '#N/A'],
    ['no end', '2024-05-05', '--', '#N/A'],
    ['no date', '2024-05-05', '下周', '#VALUE!'],
    ['no day of the calendar', '2023-02-29', '2023-03-01', '#VALUE!'],
    ['both blank: an empty row', null, null, ''],
  ])('%s', (_, start, end, days) => expect(one(INTEREST_DAYS, start, end)).toBe(days));

  test('a column of ends against one start', () =>
    expect(block(INTEREST_DAYS, '2024-05-06', [['2024-05-07'], ['2024-05-05'], [null], ['2024-06-06']])).toEqual([
      [1],
      ['#VALUE!'],
      [''],
      [31],
    ]));
});

describe('FINANCING_INTEREST', () => {
  test.each([
    ['IN-05: 100,000 at 8.6% over 30 days', [100000, 0.086, 30], 716.6666666666666],
    [
      'IN-03: published 13.70, which is the figure over 365 days, not over the 360 that the page names',
      [100000, 0.05, 1],
      13.88888888888889,
    ],
    ['IN-03 over 365 days: what the page prints', [100000, 0.05, 1, 365], 13.698630136986301],
    ['a leap year', [36600, '10%', 1, 366], 10],
    ['exact where doubles are not: 0.1 × 0.2 × 360 ÷ 360', [0.1, 0.2, 360], 0.02],
    ['no days', [100000, 0.05, 0], 0],
    ['a blank basis is 360', [36000, 0.05, 1, null], 5],
    ['a blank principal with everything else given is an empty row', [null, 0.05, 30], ''],
    ['a principal that was not published', ['--', 0.05, 30], '#N/A'],
    ['no rate', [100000, null, 30], '#N/A'],
    ['no days given', [100000, 0.05, null], '#N/A'],
    ['a percentage as a plain number', [100000, 8.35, 30], '#VALUE!'],
    ['a rate of exactly 100% is a rate', [360, 1, 1], 1],
    ['a negative rate', [100000, -0.01, 30], '#NUM!'],
    ['a negative principal', [-1, 0.05, 30], '#NUM!'],
    ['another basis', [100000, 0.05, 30, 364], '#NUM!'],
    ['text', [100000, 0.05, '一个月'], '#VALUE!'],
  ])('%s', (_, args, interest) => expect(one(FINANCING_INTEREST, ...args)).toBe(interest));
});

describe('LENDING_FEE', () => {
  test('IN-01: the broker cuts off after two places', () => {
    const fee = one(LENDING_FEE, 10000, 20, 0.086, 10) as number;
    expect(fee).toBe(477.77777777777777);
    expect(Math.trunc(fee * 100) / 100).toBe(477.77);
  });

  test.each([
    ['text with units', ['1万股', '20元', '8.6%', 10], 477.77777777777777],
    ['over 365 days', [365, 1, 0.1, 10, 365], 1],
    ['a price of 0 beside a quantity is missing', [10000, 0, 0.086, 10], '#N/A'],
    ['nothing sold short', [0, 0, 0.086, 10], 0],
    ['quantity and price blank: an empty row', [null, null, 0.086, 10], ''],
    ['a negative price', [1, -1, 0.086, 10], '#NUM!'],
  ])('%s', (_, args, fee) => expect(one(LENDING_FEE, ...args)).toBe(fee));
});

describe('ACCRUED_INTEREST', () => {
  const column = (...cells: unknown[]) => cells.map((cell) => [cell]);
  const dates = column('2024-01-02', '2024-01-22', '2024-02-01');
  const balances = column(1000000, 600000, 600000);
  const rates = column('8.35%', '8.35%', '7.2%');

  test.each<readonly [string, readonly unknown[], unknown]>([
    ['one line: a broker prints 477.77', ['2024-03-01', 200000, 0.086, '2024-03-11'], 477.77777777777777],
    ['three lines', [dates, balances, rates, '2024-03-01'], 9510.555555555555],
    ['over 365 days', ['2024-03-01', 365000, 0.1, '2024-03-11', 365], 1000],
    ['over a leap day', ['2024-02-28', 360000, 0.1, '2024-03-01'], 200],
    ['one rate for all', [dates, balances, 0.0835, '2024-02-01'], 6030.555555555556],
    ['up to an earlier day', [dates, balances, rates, '2024-01-12'], 2319.4444444444443],
    ['up to the first day', [dates, balances, rates, '2024-01-02'], 0],
    [
      'dates as serials and as numbers',
      [column(45293, 20240122, '2024-02-01'), balances, rates, 45352],
      9510.555555555555,
    ],
    ['a balance of 0 in between', [dates, column(1000000, 0, 360000), rates, '2024-02-11'], 4638.888888888889 + 720],
    [
      'blank lines are left out',
      [column('2024-03-01', null), column(200000, null), 0.086, '2024-03-11'],
      477.77777777777777,
    ],
    ['decimals: 0.1 × 0.2 × 360 ÷ 360', ['2023-01-05', 0.1, 0.2, '2023-12-31'], 0.02],
    ['dates that do not rise', [column('2024-01-22', '2024-01-02'), column(1, 1), 0.1, '2024-03-01'], '#VALUE!'],
    ['one date twice', [column('2024-01-02', '2024-01-02'), column(1, 1), 0.1, '2024-03-01'], '#VALUE!'],
    ['the end before the first date', [dates, balances, rates, '2024-01-01'], '#VALUE!'],
    ['no end', [dates, balances, rates, null], '#N/A'],
    ['no dates', [null, null, null, '2024-03-01'], '#N/A'],
    ['a date without a balance', [dates, column(1, null, 1), rates, '2024-03-01'], '#N/A'],
    ['a balance without a date', [column('2024-01-02', null), column(1, 1), 0.1, '2024-03-01'], '#N/A'],
    ['a date without a rate', [dates, balances, column(0.1, null, 0.1), '2024-03-01'], '#N/A'],
    ['no date', [column('2024-01-02', '下周'), column(1, 1), 0.1, '2024-03-01'], '#VALUE!'],
    ['ranges of different lengths', [dates, column(1, 1), rates, '2024-03-01'], '#VALUE!'],
    ['rates of another length', [dates, balances, column(0.1, 0.1), '2024-03-01'], '#VALUE!'],
    ['a rate as a plain number', [dates, balances, 8.35, '2024-03-01'], '#VALUE!'],
    ['a negative balance', [dates, column(1, -1, 1), rates, '2024-03-01'], '#NUM!'],
    ['another day basis', [dates, balances, rates, '2024-03-01', 364], '#NUM!'],
    ['nothing at all', [null, null, null, null], ''],
  ])('%s', (_, args, expected) => expect(one(ACCRUED_INTEREST, ...args)).toBe(expected));

  test('a column of ends', () =>
    expect(block(ACCRUED_INTEREST, dates, balances, rates, column('2024-01-12', '2024-01-01', '2024-03-01'))).toEqual([
      [2319.4444444444443],
      ['#VALUE!'],
      [9510.555555555555],
    ]));
});

describe('CONTRACT_DUE_DATE', () => {
  test.each([
    ['six months if nothing is said', '2024-01-15', undefined, [2024, 7, 15]],
    ['a blank number of months is six', '2024-01-15', null, [2024, 7, 15]],
    ['31 August: the end of February', '2023-08-31', 6, [2024, 2, 29]],
    ['and in a common year', '2022-08-31', 6, [2023, 2, 28]],
    ['29 February, a year later', '2024-02-29', 12, [2025, 2, 28]],
    ['the end of a short month stays on its day', '2024-02-29', 1, [2024, 3, 29]],
    ['over the turn of the year', '2024-11-30', 3, [2025, 2, 28]],
    ['no months', '2024-05-31', 0, [2024, 5, 31]],
  ] as const)('%s', (_, open, months, [year, month, day]) =>
    expect(one(CONTRACT_DUE_DATE, open, months)).toBe(serialOf(year, month, day)),
  );

  test.each([
    ['a holiday, not moved', '2024-04-03', 'none', null, [2024, 10, 3]],
    ['nothing said, not moved', '2024-04-03', null, null, [2024, 10, 3]],
    ['a holiday: the next trading day', '2024-04-03', 'following', null, [2024, 10, 8]],
    ['a holiday: the last trading day', '2024-04-03', '提前', null, [2024, 9, 30]],
    ['a Saturday: Monday', '2024-01-06', '顺延', null, [2024, 7, 8]],
    ['a Saturday: Friday', '2024-01-06', 'preceding', null, [2024, 7, 5]],
    ['a weekend on which people work is no trading day', '2024-03-29', 'following', null, [2024, 9, 30]],
    ['a trading day stays', '2024-01-15', 'following', null, [2024, 7, 15]],
    ['a holiday of one’s own', '2024-01-15', 'following', ['2024-07-15'], [2024, 7, 16]],
    ['over the month’s end', '2024-02-29', 'following', null, [2024, 8, 29]],
    ['past the calendar: a weekday', '2027-04-01', 'following', null, [2027, 10, 1]],
    ['past it with holidays, in any form', '2027-04-01', 'following', [20271001, '2027/10/4', 46665], [2027, 10, 6]],
    ['before the calendar: weekends', '2008-01-05', 'following', null, [2008, 7, 7]],
  ] as const)('%s', (_, open, roll, holidays, [year, month, day]) =>
    expect(one(CONTRACT_DUE_DATE, open, 6, roll, holidays?.map((holiday) => [holiday]) ?? null)).toBe(
      serialOf(year, month, day),
    ),
  );

  test.each([
    ['a holiday that is no date', ['2024-07-15', '国庆'], '#VALUE!'],
    ['holidays that hold a blank', ['2024-07-15', null], serialOf(2024, 7, 16)],
    ['holidays that are not published', ['--'], '#N/A'],
  ])('%s', (_, holidays, expected) =>
    expect(
      one(
        CONTRACT_DUE_DATE,
        '2024-01-15',
        6,
        'following',
        holidays.map((holiday) => [holiday]),
      ),
    ).toBe(expected),
  );

  test('an unknown way to move is refused, also beside nothing to move', () =>
    expect(one(CONTRACT_DUE_DATE, '2024-01-15', 6, 'modified')).toBe('#VALUE!'));

  test('beyond any date nothing is searched for', () =>
    expect(one(CONTRACT_DUE_DATE, '2024-01-15', 1e300, 'following')).toBe('#NUM!'));

  test('a column of opening days', () =>
    expect(
      block(CONTRACT_DUE_DATE, [['2024-04-03'], [null], ['2024-01-15']], 6, 'following', [['2024-07-15']]),
    ).toEqual([[serialOf(2024, 10, 8)], [''], [serialOf(2024, 7, 16)]]));

  test.each([
    ['half a month', '2024-01-15', 0.5, '#NUM!'],
    ['months back', '2024-01-15', -6, '#NUM!'],
    ['beyond the last date of Excel', '2024-01-15', 100000, '#NUM!'],
    ['beyond any date', '2024-01-15', 1e300, '#NUM!'],
    ['a blank date', null, 6, ''],
    ['no date', '明天', 6, '#VALUE!'],
    ['a serial before 1990', 100, 6, '#VALUE!'],
  ])('%s', (_, open, months, error) => expect(one(CONTRACT_DUE_DATE, open, months)).toBe(error));
});

describe('FINANCING_PROFIT and LENDING_PROFIT', () => {
  test.each([
    ['bought at 10, sold at 12', FINANCING_PROFIT, [100000, 10, 12, 43000], 157000],
    ['a loss', FINANCING_PROFIT, [20000, 10.1, 9.8], -6000],
    ['no noise: 3 × (0.3 − 0.1) − 0.6', FINANCING_PROFIT, [3, 0.1, 0.3, 0.6], 0],
    ['costs may be a rebate', FINANCING_PROFIT, [100, 10, 10, -5], 5],
    ['SH-01: sold short at 20, bought back at 18', LENDING_PROFIT, [1000, 20, 18], 2000],
    ['a short that rose', LENDING_PROFIT, [1000, 18, 20, 100], -2100],
    ['a blank price is missing', LENDING_PROFIT, [1000, 20, null], '#N/A'],
    ['a price of 0 beside a quantity is missing', LENDING_PROFIT, [1000, 20, 0], '#N/A'],
    ['all blank: an empty row', LENDING_PROFIT, [null, null, null, null], ''],
    ['a negative quantity', LENDING_PROFIT, [-1000, 20, 18], '#NUM!'],
  ])('%s', (_, definition, args, profit) => expect(one(definition, ...args)).toBe(profit));

  test('one bad row spoils no other', () =>
    expect(block(FINANCING_PROFIT, [[100], [100], [null]], [[10], ['?'], [null]], [[11], [11], [null]])).toEqual([
      [100],
      ['#VALUE!'],
    ]));
});

describe('native formulas', () => {
  test.each([
    [
      'RZRQ.INTEREST_DAYS(B2,C2)',
      'IF(B2&C2="","",IF(AND(COUNT(B2,C2)=2,MIN(B2,C2)>=32874,MAX(B2,C2)<73416),IF(INT(C2)<INT(B2),#VALUE!,IF(INT(C2)=INT(B2),1,INT(C2)-INT(B2))),NA()))',
    ],
    ['RZRQ.CONTRACT_DUE_DATE(B2)', 'IF(B2="","",IF(AND(COUNT(B2)=1,B2>=32874,B2<73416),EDATE(INT(B2),6),NA()))'],
    ['RZRQ.CONTRACT_DUE_DATE(B2,3)', 'IF(B2="","",IF(AND(COUNT(B2)=1,B2>=32874,B2<73416),EDATE(INT(B2),3),NA()))'],
    ['RZRQ.CONTRACT_DUE_DATE("2024-01-31")', 'EDATE(DATE(2024,1,31),6)'],
  ])('%s', (formula, text) => expect(nativeText(formula)).toBe(text));
});
