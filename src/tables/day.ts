import type { Cell } from '../cells/cell';
import { readDate } from '../cells/date';
import { Fault } from '../cells/fault';
import { halfWidth } from '../cells/text';
import { inColumn } from './printed';

/** The serial of a day; vendors append a time of day, which is always midnight or the time of publication. */
export function readDay(cell: Cell, header = ''): number | null | Fault {
  const day = readDate(typeof cell === 'string' ? halfWidth(cell).replace(/[ T]\d{1,2}:\d{2}.*$/, '') : cell);
  return day instanceof Fault ? inColumn(day, header) : day;
}
