import type { Cell } from './cell';
import { Fault } from './fault';
import { MISSING } from './number';
import { halfWidth, saysMissing } from './text';

const DAY = 86_400_000;
/** Excel's serial of 1970-01-01; serials count days from here on exactly (the phantom 1900-02-29 lies before). */
const EPOCH = 25_569;
const FIRST = serialOf(1990, 1, 1);
const LAST = serialOf(2100, 12, 31);

const PATTERN = /^(\d{4})(?:-(\d{1,2})-(\d{1,2})|\/(\d{1,2})\/(\d{1,2})|年(\d{1,2})月(\d{1,2})日|(\d{2})(\d{2}))$/;

export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The serial of a day between 1990 and 2100, null for a blank or 0, or a fault. */
export function readDate(cell: Cell): number | null | Fault {
  if (cell === null || cell === 0 || cell instanceof Fault) return cell || null;
  if (typeof cell === 'number') {
    const day = Math.floor(cell);
    if (day >= FIRST && day <= LAST) return day;
    return parseDate(String(cell)) ?? new Fault('not_a_date', { text: String(cell) });
  }
  if (typeof cell === 'boolean') return new Fault('not_a_date', { text: cell ? 'TRUE' : 'FALSE' });
  return parseDate(cell) ?? (saysMissing(cell) ? MISSING : new Fault('not_a_date', { text: cell.trim() }));
}

/** `YYYYMMDD`, `YYYY-MM-DD`, `YYYY/M/D` or `YYYY年M月D日`; undefined for any other text and for no day of the calendar. */
export function parseDate(text: string): number | undefined {
  const match = PATTERN.exec(halfWidth(text));
  if (!match) return undefined;
  const [year, month, day] = match
    .slice(1)
    .filter((part) => part !== undefined)
    .map(Number) as [number, number, number];
  const serial = serialOf(year, month, day);
  const back = dayOf(serial);
  return back.month === month && back.day === day && serial >= FIRST && serial <= LAST ? serial : undefined;
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
