import { parseDate } from '../../src/cells/date';
import {
  FIRST_KNOWN_YEAR,
  isKnown,
  isTradingDay,
  LAST_KNOWN_YEAR,
  nextTradingDay,
  previousTradingDay,
} from '../../src/rules/calendar';
import { readCsv } from '../fixtures/csv';

const day = (text: string) => parseDate(text)!;

test('the days of a market’s published table are the trading days between its first and its last', () => {
  const [header, ...rows] = readCsv('tushare_margin_2020-2026');
  const at = (name: string) => header!.indexOf(name);
  for (const exchange of ['SSE', 'SZSE', 'BSE']) {
    const published = rows
      .filter((row) => row[at('exchange_id')] === exchange)
      .map((row) => day(String(row[at('trade_date')])))
      .sort((a, b) => a - b);
    const expected: number[] = [];
    for (let serial = published[0]!; serial <= published[published.length - 1]!; serial = nextTradingDay(serial))
      expected.push(serial);
    expect(published).toEqual(expected);
  }
});

test('ten days in a row of a published table follow each other', () => {
  const days = readCsv('sse_detail_601989_2015-04_tushare_docs')
    .slice(1)
    .map((row) => day(String(row[0])));
  days.slice(1).forEach((serial, i) => expect(previousTradingDay(serial)).toBe(days[i]));
});

test('weekday closures of the known years are 307, and no year is without', () => {
  const byYear = new Map<number, number>();
  for (let serial = day('2010-01-01'); serial <= day('2026-12-31'); serial++) {
    const date = new Date((serial - 25_569) * 86_400_000);
    if (date.getUTCDay() % 6 !== 0 && !isTradingDay(serial))
      byYear.set(date.getUTCFullYear(), (byYear.get(date.getUTCFullYear()) ?? 0) + 1);
  }
  expect([...byYear.keys()]).toEqual(
    Array.from({ length: LAST_KNOWN_YEAR - FIRST_KNOWN_YEAR + 1 }, (_, i) => FIRST_KNOWN_YEAR + i),
  );
  expect([...byYear.values()].reduce((sum, count) => sum + count)).toBe(307);
});

test.each([
  ['2024-02-08', '2024-02-19'],
  ['2018-12-28', '2019-01-02'],
  ['2020-01-23', '2020-02-03'],
  ['2023-09-28', '2023-10-09'],
  ['2026-09-30', '2026-10-08'],
  ['2026-11-27', '2026-11-30'],
])('after %s the exchanges next traded on %s', (before, after) => {
  expect(nextTradingDay(day(before))).toBe(day(after));
  expect(previousTradingDay(day(after))).toBe(day(before));
});

test('a working Saturday is no trading day', () => {
  expect(isTradingDay(day('2024-02-04'))).toBe(false);
  expect(isTradingDay(day('2024-02-18'))).toBe(false);
});

test('beyond the known years weekdays count', () => {
  expect(isKnown(day('2026-12-31'))).toBe(true);
  expect(isKnown(day('2027-01-01'))).toBe(false);
  expect(isKnown(day('2009-12-31'))).toBe(false);
  expect(isTradingDay(day('2027-01-01'))).toBe(true);
  expect(nextTradingDay(day('2026-12-31'))).toBe(day('2027-01-01'));
});
