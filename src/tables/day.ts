import type { Cell } from '../cells/cell';
import { readDate } from '../cells/date';
import { Fault } from '../cells/fault';
import { inColumn } from './printed';

/** The serial of a day, null where none was published, or the fault, which names the column by its header. */
export function readDay(cell: Cell, header = ''): number | null | Fault {
  const day = readDate(cell);
  return day instanceof Fault ? inColumn(day, header) : day;
}
