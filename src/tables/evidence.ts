import { toCell } from '../cells/cell';
import { Fault } from '../cells/fault';
import type { Rows } from './column';
import { readPrinted, type Printed } from './printed';

/** Rows that are looked at, from the first on. */
const MOST_ROWS = 400;
/** Of the rows that can tell, so many must agree. */
const NEARLY_ALL = 0.8;

/** Whether one column is the sum of two others in the rows themselves; null where they cannot tell. */
export type Adds = (a: number, b: number, total: number) => boolean | null;

/** Whether two columns print the same in every row. */
export type Same = (a: number, b: number) => boolean;

export interface Evidence {
  readonly adds: Adds;
  readonly same: Same;
}

/** What the rows below a header say of its columns. */
export function evidenceIn(body: Rows): Evidence {
  const sample = body.slice(0, MOST_ROWS);
  const columns = new Map<number, (Printed | null)[]>();
  const column = (at: number) => {
    let cells = columns.get(at);
    if (!cells) columns.set(at, (cells = sample.map((row) => numberIn(row[at]))));
    return cells;
  };
  const adds: Adds = (a, b, total) => {
    const [first, second, sum] = [column(a), column(b), column(total)];
    let agree = 0;
    let tell = 0;
    for (let row = 0; row < sample.length; row++) {
      const terms = [first[row], second[row], sum[row]];
      if (terms.some((term) => !term)) continue;
      const [x, y, z] = terms as [Printed, Printed, Printed];
      const place = Math.min(0, x.place, y.place, z.place);
      const rounding = place < 0 ? 1.6 * 10 ** place : 0;
      // A term that is lost in the rounding proves nothing.
      if (Math.abs(x.value.toNumber()) <= 20 * rounding || Math.abs(y.value.toNumber()) <= 20 * rounding) continue;
      tell++;
      const difference = x.value.plus(y.value).minus(z.value).toNumber();
      if (Math.abs(difference) <= rounding) agree++;
    }
    return tell === 0 ? null : agree >= tell * NEARLY_ALL ? true : agree <= tell * (1 - NEARLY_ALL) ? false : null;
  };
  const same: Same = (a, b) =>
    body.length > 0 &&
    body.every((row) => {
      const [first, second] = [numberIn(row[a]), numberIn(row[b])];
      return first === null || second === null
        ? toCell(row[a]) === toCell(row[b])
        : first.value.compare(second.value) === 0;
    });
  return { adds, same };
}

function numberIn(raw: unknown): Printed | null {
  const printed = readPrinted(toCell(raw));
  return printed instanceof Fault ? null : printed;
}
