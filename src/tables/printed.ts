import type { Cell } from '../cells/cell';
import { Fault } from '../cells/fault';
import { Numeral, readNumber } from '../cells/number';
import { Exact } from '../number/exact';

/** A figure as it is printed. */
export interface Printed {
  readonly value: Exact;
  /** The power of ten of its last printed digit: −2 for 97753.18, 5 for 5.311746e+11. */
  readonly place: number;
  /** The cell says its unit itself (6.6亿), so the value is in 元 or 股 whatever the header says. */
  readonly absolute: boolean;
}

/** The printed figure, null where none was published, or the fault, which names the column by its header. */
export function readPrinted(cell: Cell, header = ''): Printed | null | Fault {
  if (typeof cell === 'number') return { value: Exact.of(cell), place: 0 - decimals(cell), absolute: false };
  const read = readNumber(cell);
  if (read instanceof Numeral) {
    // No figure of these tables is a share of anything.
    if (/[%％]/.test(cell as string)) return new Fault('not_a_number', { text: String(cell).trim(), param: header });
    const [digits, power] = read.digits.split('e') as [string, string];
    const after = digits.includes('.') ? digits.length - digits.indexOf('.') - 1 : 0;
    return {
      value: Exact.parse(read.digits),
      place: Number(power) - after,
      absolute: read.inUnits,
    };
  }
  return read instanceof Fault ? inColumn(read, header) : (read as null);
}

/** A mark for “not published” is no fault in a table; an error of the sheet is passed on as it is. */
export function inColumn(fault: Fault, header: string): Fault | null {
  if (fault.kind === 'missing') return null;
  return fault.kind === 'error_cell' ? fault : fault.with({ param: header });
}

/** How many decimals Excel shows of a number. */
export function decimals(x: number): number {
  if (Number.isInteger(x)) return 0;
  if (Math.round(x * 100) / 100 === x) return Math.round(x * 10) / 10 === x ? 1 : 2;
  const [digits, power = '0'] = String(Number(x.toPrecision(15))).split('e') as [string, string?];
  return Math.max(0, (digits.split('.')[1] ?? '').length - Number(power));
}
