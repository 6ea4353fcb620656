import { toCell, type Cell } from '../cells/cell';
import { Fault } from '../cells/fault';
import { plainNumber } from '../cells/plain-number';
import { Exact } from '../number/exact';
import type { Measure } from './columns';
import { decimals, readPrinted } from './printed';

/** Rows of raw cells, as a host hands them over. */
export type Rows = readonly (readonly unknown[])[];

/** Stands in `places` where nothing was published, and where the line is no ordinary number. */
const NOTHING = 127;
const OTHER = 126;
/** Beyond 15 digits a double need not be what the cell shows. */
const LARGEST = 1e15;

const SHARES = /[股份张]\s*$/;
const MONEY = /元\s*$/;

/** Whether a text says that it is shares where money should be, or money where shares. */
function isOtherKind(cell: Cell, measures: Measure): cell is string {
  return typeof cell === 'string' && (measures === 'amount' ? SHARES : MONEY).test(cell);
}

function notAFigure(cell: string, header: string): Fault {
  return new Fault('not_a_number', { text: cell.trim(), param: header });
}

/**
 * The figures of one column, a line each, read once. Nearly all of them are doubles that say all there is; what is not
 * (a fault, a number of more than 15 digits) stands aside. Nine bytes a line, where a cell of a sheet takes 24.
 */
export class FigureColumn {
  private readonly values: Float64Array;
  private readonly places: Int8Array;
  private readonly others = new Map<number, Exact | Fault>();
  private readonly own = new Set<number>();

  constructor(
    lines: number,
    private readonly header: string,
    private readonly measures: Measure,
  ) {
    this.values = new Float64Array(lines);
    this.places = new Int8Array(lines).fill(NOTHING);
  }

  /** Reads a cell into a line. */
  read(line: number, raw: unknown): void {
    if (typeof raw === 'number' && raw - raw === 0) {
      this.values[line] = raw;
      this.places[line] = 0 - decimals(raw);
      return;
    }
    if (typeof raw === 'string') {
      const plain = plainNumber(raw);
      if (plain === plain) {
        const point = raw.indexOf('.');
        this.values[line] = plain;
        this.places[line] = point < 0 ? 0 : point + 1 - raw.length;
        return;
      }
    } else if (raw === null || raw === undefined) {
      this.places[line] = NOTHING;
      return;
    }
    this.readOther(line, raw);
  }

  private readOther(line: number, raw: unknown): void {
    const cell = toCell(raw);
    const printed = isOtherKind(cell, this.measures) ? notAFigure(cell, this.header) : readPrinted(cell, this.header);
    this.places[line] = printed === null ? NOTHING : OTHER;
    this.own.delete(line);
    if (printed === null) return;
    if (printed instanceof Fault) {
      this.others.set(line, printed);
      return;
    }
    const { value, place, absolute } = printed;
    if (absolute) this.own.add(line);
    this.values[line] = value.toNumber();
    if (place > -OTHER && place < OTHER && Exact.of(this.values[line]!).compare(value) === 0) this.places[line] = place;
    else this.others.set(line, value);
  }

  /** Takes the figure away and leaves a fault in its place. */
  spoil(line: number, fault: Fault): void {
    this.places[line] = OTHER;
    this.others.set(line, fault);
  }

  isPublished(line: number): boolean {
    return this.places[line] !== NOTHING;
  }

  isNumber(line: number): boolean {
    const place = this.places[line]!;
    return place < OTHER || (place === OTHER && !(this.others.get(line) instanceof Fault));
  }

  fault(line: number): Fault | null {
    const other = this.places[line] === OTHER ? this.others.get(line) : null;
    return other instanceof Fault ? other : null;
  }

  hasFaults(): boolean {
    for (const other of this.others.values()) if (other instanceof Fault) return true;
    return false;
  }

  /** Whether nineteen of twenty lines hold something. */
  isMostlyPublished(): boolean {
    let blank = 0;
    for (const place of this.places) if (place === NOTHING) blank++;
    return blank * 20 <= this.places.length;
  }

  /** The number as it is printed, null where none was published, or what is wrong with it. */
  at(line: number): Exact | Fault | null {
    const place = this.places[line]!;
    if (place < OTHER) return Exact.of(this.values[line]!);
    return place === NOTHING ? null : this.others.get(line)!;
  }

  /** The nearest double of the number; meaningless where there is none. */
  value(line: number): number {
    return this.values[line]!;
  }

  /** Whether the line is an ordinary number without decimals, in the unit of the column. */
  isWhole(line: number): boolean {
    const value = this.values[line]!;
    return this.places[line] === 0 && value < LARGEST && value > -LARGEST && !this.isAbsolute(line);
  }

  /** The power of ten of the last digit that is shown: −2 for 97753.18, 5 for 5.311746e+11. */
  place(line: number): number {
    const place = this.places[line]!;
    return place < OTHER ? place : 0;
  }

  /** Whether the cell says its unit itself (6.6亿), so that it is in 元 or 股 whatever the header says. */
  isAbsolute(line: number): boolean {
    return this.own.size > 0 && this.own.has(line);
  }

  /** Whether the double in `value` is the number itself, and in the unit of the column. */
  isOrdinary(line: number): boolean {
    return this.places[line]! < OTHER && !this.isAbsolute(line);
  }

  /** Whether a figure has decimals that its own unit does not explain. */
  hasDecimals(): boolean {
    for (let line = 0; line < this.values.length; line++) {
      if (this.places[line]! < 0 && this.values[line]! % 1 !== 0 && !this.isAbsolute(line)) return true;
      if (this.places[line] === OTHER) {
        const other = this.others.get(line);
        if (other instanceof Exact && !other.isInteger() && !this.isAbsolute(line)) return true;
      }
    }
    return false;
  }
}
