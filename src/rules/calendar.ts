import { dayOf, serialOf } from '../cells/date';

/**
 * The weekdays from 2010 to 2026 on which the exchanges of Shanghai, Shenzhen and Beijing were closed, as month and day;
 * a dash joins the first and the last of a run. From the list of closures kept by github.com/rainx/cn_stock_holidays,
 * which names the exchanges' yearly notices, with 2018-12-31 added. The published days of margin data from 2020 to 2026
 * agree with it.
 */
const CLOSED: Readonly<Record<number, string>> = {
  2010: '0101 0215-0219 0405 0503 0614-0616 0922-0924 1001-1007',
  2011: '0103 0202-0208 0404-0405 0502 0606 0912 1003-1007',
  2012: '0102-0103 0123-0127 0402-0404 0430-0501 0622 1001-1005',
  2013: '0101-0103 0211-0215 0404-0405 0429-0501 0610-0612 0919-0920 1001-1007',
  2014: '0101 0131-0206 0407 0501-0502 0602 0908 1001-1007',
  2015: '0101-0102 0218-0224 0406 0501 0622 0903-0904 1001-1007',
  2016: '0101 0208-0212 0404 0502 0609-0610 0915-0916 1003-1007',
  2017: '0102 0127-0202 0403-0404 0501 0529-0530 1002-1006',
  2018: '0101 0215-0221 0405-0406 0430-0501 0618 0924 1001-1005 1231',
  2019: '0101 0204-0208 0405 0501-0503 0607 0913 1001-1007',
  2020: '0101 0124-0131 0406 0501-0505 0625-0626 1001-1008',
  2021: '0101 0211-0217 0405 0503-0505 0614 0920-0921 1001-1007',
  2022: '0103 0131-0204 0404-0405 0502-0504 0603 0912 1003-1007',
  2023: '0102 0123-0127 0405 0501-0503 0622-0623 0929-1006',
  2024: '0101 0209-0216 0404-0405 0501-0503 0610 0916-0917 1001-1007',
  2025: '0101 0128-0204 0404 0501-0505 0602 1001-1008',
  2026: '0101-0102 0216-0223 0406 0501-0505 0619 0925 1001-1007',
};

export const FIRST_KNOWN_YEAR = 2010;
export const LAST_KNOWN_YEAR = 2026;

/** Beyond this a row is no day before: the longest closure of recent years lay between 2020-01-23 and 2020-02-03. */
export const LONGEST_GAP = 11;

let closed: ReadonlySet<number> | undefined;

function closedDays(): ReadonlySet<number> {
  if (closed) return closed;
  const days = new Set<number>();
  for (const [year, runs] of Object.entries(CLOSED)) {
    const serial = (monthDay: string) =>
      serialOf(Number(year), Number(monthDay.slice(0, 2)), Number(monthDay.slice(2)));
    for (const run of runs.split(' ')) {
      const [first, last = first] = run.split('-') as [string, string?];
      for (let day = serial(first); day <= serial(last); day++) days.add(day);
    }
  }
  return (closed = days);
}

/** The weekdays of the known years on which there is no trading, oldest first. */
export function closedWeekdays(): readonly number[] {
  return [...closedDays()].filter((day) => day % 7 > 1).sort((a, b) => a - b);
}

/** Whether the calendar knows the holidays around this day; beyond, only weekends are known. */
export function isKnown(serial: number): boolean {
  const { year } = dayOf(serial);
  return year >= FIRST_KNOWN_YEAR && year <= LAST_KNOWN_YEAR;
}

/** Whether the exchanges trade on this day; outside the known years every weekday counts as one. */
export function isTradingDay(serial: number): boolean {
  // Serial 0 counts as a Saturday, and 1 as a Sunday.
  return serial % 7 > 1 && !closedDays().has(serial);
}

/** The last trading day before this one. */
export function previousTradingDay(serial: number): number {
  let day = serial - 1;
  while (!isTradingDay(day)) day--;
  return day;
}

/** The first trading day after this one. */
export function nextTradingDay(serial: number): number {
  let day = serial + 1;
  while (!isTradingDay(day)) day++;
  return day;
}
