import type { Cell } from './cell';
import { Fault } from './fault';
import { MISSING } from './number';
import { halfWidth, saysMissing } from './text';

const DAY = 86_400_000;
/** Excel's serial of 1970-01-01; serials count days from here on exactly (the phantom 1900-02-29 lies before). */
const EPOCH = 25_569;
/** The days that a cell may hold. */
export const FIRST_DAY = serialOf(1990, 1, 1);
export const LAST_DAY = serialOf(2100, 12, 31);
/** The same as `20261128`, which is what a number of eight digits may say. */
const [FIRST_WRITTEN, LAST_WRITTEN] = [19_900_101, 21_001_231];

/** `20261128`, which a text may write `20261128.0`; parted by one of - / . ; with 年 月 日 or 号; blanks inside. */
const FORMS: readonly RegExp[] = [
  /^(\d{4})(\d{2})(\d{2})(?:\.0+)?(?!\d)/,
  /^(\d{4})\s*-\s*(\d{1,2})\s*-\s*(\d{1,2})(?!\d)/,
  /^(\d{4})\s*\/\s*(\d{1,2})\s*\/\s*(\d{1,2})(?!\d)/,
  /^(\d{4})\s*\.\s*(\d{1,2})\s*\.\s*(\d{1,2})(?!\d)/,
  /^(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]/,
];

/** ` 15:00`, `T00:00:00.000+08:00`, ` 3:00 PM`, `下午3时30分`: the hour, and the zone of a time stamp. */
const TIME =
  /^(?:T|\s*)(?:[上下]午\s*)?([01]?\d|2[0-4])(?::[0-5]\d(?::[0-5]\d(?:\.\d+)?)?|时(?:[0-5]?\d分(?:[0-5]?\d秒)?)?)(?:\s*[AP]M)?\s*(Z|[+-]\d{2}:?\d{2})?$/i;

/** From this hour of Greenwich on it is the next day in China. */
const MIDNIGHT_IN_CHINA = 16;

export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The serial of a day between 1990 and 2100, null for a blank or 0, or a fault. */
export function readDate(cell: Cell): number | null | Fault {
  if (cell === null || cell === 0 || cell instanceof Fault) return cell || null;
  if (typeof cell === 'boolean') return new Fault('not_a_date', { text: cell ? 'TRUE' : 'FALSE' });
  if (typeof cell === 'number') {
    const day = Math.floor(cell);
    if (day >= FIRST_DAY && day <= LAST_DAY) return day;
    if (cell < FIRST_WRITTEN || cell > LAST_WRITTEN) return new Fault('not_a_date', { text: String(cell) });
  } else if (saysMissing(cell)) return MISSING;
  const text = String(cell).trim();
  const day = partsOf(text);
  if (!day || day.year < dayOf(FIRST_DAY).year || day.year > dayOf(LAST_DAY).year)
    return new Fault('not_a_date', { text });
  return inCalendar(day) ?? new Fault('no_such_day', { text });
}

/** The day that a text names in one of the forms, with or without a time behind; undefined for any other text. */
export function parseDate(text: string): number | undefined {
  const serial = readDate(text);
  return typeof serial === 'number' ? serial : undefined;
}

function partsOf(text: string): Day | undefined {
  const plain = halfWidth(text);
  for (const form of FORMS) {
    const match = form.exec(plain);
    if (!match) continue;
    const [date, year, month, day] = match;
    return isTime(plain.slice(date.length))
      ? { year: Number(year), month: Number(month), day: Number(day) }
      : undefined;
  }
  return undefined;
}

/** Whether what stands behind a date is nothing, or a time of that day in China. */
function isTime(rest: string): boolean {
  if (rest === '') return true;
  const [match, hour, zone = '+08:00'] = TIME.exec(rest) ?? [];
  if (match === undefined) return false;
  return zone.replace(':', '') === '+0800' || (/^(?:Z|\+00:?00)$/i.test(zone) && Number(hour) < MIDNIGHT_IN_CHINA);
}

function inCalendar({ year, month, day }: Day): number | undefined {
  const serial = serialOf(year, month, day);
  const back = dayOf(serial);
  return back.month === month && back.day === day ? serial : undefined;
}

export function serialOf(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) / DAY + EPOCH;
}

export function dayOf(serial: number): Day {
  const date = new Date((serial - EPOCH) * DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** `2026-01-19` */
export function isoDate(serial: number): string {
  return new Date((serial - EPOCH) * DAY).toISOString().slice(0, 10);
}
