import { MAX_COLUMNS, MAX_ROWS } from '../workbook/a1';
import { placeOf, type Block, blockOf } from './places';
import { numberBetween } from './numbers';
import { nameCode, Scanner } from './scanner';
import { textOfBytes } from './text';

/** What a cell holds as its value. */
export const Kind = { empty: 0, number: 1, shared: 2, inline: 3, text: 4, boolean: 5, error: 6 } as const;

const [ROW, C, F, V, IS] = [nameCode('row'), nameCode('c'), nameCode('f'), nameCode('v'), nameCode('is')];
const [LETTER_R, LETTER_S, LETTER_T] = [...'rst'].map((letter) => letter.charCodeAt(0)) as [number, number, number];

const DAY_MS = 86_400_000;
const SERIAL_OF_1970 = 25_569;

/** A formula that fills an area; `dynamic` as Excel marks those that spill. */
export interface StoredArray extends Block {
  readonly cell: number;
  readonly dynamic: boolean;
}

/** Where the cells of a sheet stand in its bytes and what they hold, in arrays that a million rows fit into. */
export interface StoredCells {
  readonly count: number;
  readonly columns: Uint16Array;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  readonly kinds: Uint8Array;
  /** The number, the index of a shared text, or 0 and 1. */
  readonly numbers: Float64Array;
  readonly styles: Uint32Array;
  readonly formulas: Uint8Array;
  readonly rowCount: number;
  /** Each row's number, its first cell, where it starts, where its open tag ends and its close tag starts (0: it has none). */
  readonly rows: Uint32Array;
  readonly firsts: Uint32Array;
  readonly rowStarts: Uint32Array;
  readonly rowOpens: Uint32Array;
  readonly rowCloses: Uint32Array;
  readonly rowStyles: Uint32Array;
  readonly hiddenRows: readonly number[];
  /** Formulas that were filled down are stored once: the cell that has the text, and who shares it. */
  readonly masters: ReadonlyMap<string, number>;
  readonly shares: ReadonlyMap<number, string>;
  readonly arrays: readonly StoredArray[];
  /** The element that holds the rows; where it is empty, `dataOpen` is `dataEnd`. */
  readonly dataStart: number;
  readonly dataOpen: number;
  readonly dataClose: number;
  readonly dataEnd: number;
  readonly prefix: string;
}

/** Grows as it is filled. */
class Column<T extends Uint8Array | Uint16Array | Uint32Array | Float64Array> {
  constructor(
    private values: T,
    private length = 0,
  ) {}

  push(value: number): void {
    if (this.length === this.values.length) {
      const larger = new (this.values.constructor as new (size: number) => T)(this.length * 2);
      larger.set(this.values as never);
      this.values = larger;
    }
    this.values[this.length++] = value;
  }

  done(): T {
    return this.values.subarray(0, this.length) as T;
  }
}

const START = 1024;
const floats = () => new Column(new Float64Array(START));
const longs = () => new Column(new Uint32Array(START));
const shorts = () => new Column(new Uint16Array(START));
const bytesColumn = () => new Column(new Uint8Array(START));

export function readCells(bytes: Uint8Array, part: string, shared: number): StoredCells {
  const scanner = new Scanner(bytes, part);
  while (scanner.next() && (scanner.name() !== 'sheetData' || scanner.kind === 'close'));
  if (scanner.name() !== 'sheetData') throw scanner.damaged();
  return new Reader(scanner, shared).read();
}

class Reader {
  private readonly columns = shorts();
  private readonly starts = longs();
  private readonly ends = longs();
  private readonly kinds = bytesColumn();
  private readonly numbers = floats();
  private readonly styles = longs();
  private readonly formulas = bytesColumn();
  private readonly rows = longs();
  private readonly firsts = longs();
  private readonly rowStarts = longs();
  private readonly rowOpens = longs();
  private readonly rowCloses = longs();
  private readonly rowStyles = longs();
  private readonly masters = new Map<string, number>();
  private readonly shares = new Map<number, string>();
  private readonly arrays: StoredArray[] = [];
  private readonly hiddenRows: number[] = [];
  private count = 0;
  private rowCount = 0;
  private row = -1;
  private column = -1;

  constructor(
    private readonly scanner: Scanner,
    private readonly shared: number,
  ) {}

  read(): StoredCells {
    const { scanner } = this;
    const [dataStart, dataOpen, prefix] = [scanner.start, scanner.end, scanner.prefix()];
    const isEmpty = scanner.kind === 'empty';
    while (!isEmpty) {
      if (!scanner.next()) throw scanner.damaged();
      if (scanner.kind === 'close') break;
      if (scanner.code === ROW) this.readRow();
      else scanner.skip();
    }
    if (!isEmpty && scanner.name() !== 'sheetData') throw scanner.damaged();
    this.firsts.push(this.count);
    return {
      count: this.count,
      rowCount: this.rowCount,
      columns: this.columns.done(),
      starts: this.starts.done(),
      ends: this.ends.done(),
      kinds: this.kinds.done(),
      numbers: this.numbers.done(),
      styles: this.styles.done(),
      formulas: this.formulas.done(),
      rows: this.rows.done(),
      firsts: this.firsts.done(),
      rowStarts: this.rowStarts.done(),
      rowOpens: this.rowOpens.done(),
      rowCloses: this.rowCloses.done(),
      rowStyles: this.rowStyles.done(),
      masters: this.masters,
      shares: this.shares,
      arrays: this.arrays,
      hiddenRows: this.hiddenRows,
      dataStart,
      dataOpen,
      dataClose: scanner.start,
      dataEnd: scanner.end,
      prefix,
    };
  }

  private readRow(): void {
    const { scanner } = this;
    const { start, end, kind } = scanner;
    let row = this.row + 1;
    let style = 0;
    let hidden = false;
    while (scanner.nextAttribute()) {
      if (scanner.attributeIs('hidden')) hidden = scanner.value() !== '0' && scanner.value() !== 'false';
      if (scanner.attributeEnd - scanner.attributeStart !== 1) continue;
      const letter = scanner.bytes[scanner.attributeStart];
      if (letter === LETTER_R) row = this.whole() - 1;
      else if (letter === LETTER_S) style = this.whole();
    }
    if (row <= this.row || row >= MAX_ROWS) throw scanner.damaged();
    this.row = row;
    this.column = -1;
    if (hidden) this.hiddenRows.push(row);
    this.rowCount++;
    this.rows.push(row);
    this.firsts.push(this.count);
    this.rowStarts.push(start);
    this.rowOpens.push(end);
    this.rowStyles.push(style);
    if (kind === 'empty') {
      this.rowCloses.push(0);
      return;
    }
    for (;;) {
      if (!scanner.next()) throw scanner.damaged();
      if (scanner.kind === 'close') break;
      if (scanner.code === C) this.readCell();
      else scanner.skip();
    }
    if (scanner.code !== ROW) throw scanner.damaged();
    this.rowCloses.push(scanner.start);
  }

  private readCell(): void {
    const { scanner } = this;
    const { bytes, start } = scanner;
    let [column, style, type, dynamic] = [this.column + 1, 0, '', false];
    const isEmpty = scanner.kind === 'empty';
    while (scanner.nextAttribute()) {
      const size = scanner.attributeEnd - scanner.attributeStart;
      const letter = bytes[scanner.attributeStart];
      if (size === 2) {
        if (scanner.attributeIs('cm')) dynamic = true;
      } else if (size !== 1) continue;
      else if (letter === LETTER_R) column = this.columnOf();
      else if (letter === LETTER_S) style = this.whole();
      else if (letter === LETTER_T) type = scanner.value();
    }
    if (column <= this.column || column >= MAX_COLUMNS) throw scanner.damaged();
    this.column = column;
    let [kind, number, formula] = [Kind.empty as number, 0, 0];
    while (!isEmpty) {
      if (!scanner.next()) throw scanner.damaged();
      if (scanner.kind === 'close') break;
      if (scanner.code === V) {
        const from = scanner.end;
        scanner.skip();
        [kind, number] = this.valueOf(type, from, Math.max(from, scanner.start));
      } else if (scanner.code === F) {
        if (this.readFormula(dynamic)) formula = 1;
      } else {
        if (scanner.code === IS && type === 'inlineStr') kind = Kind.inline;
        scanner.skip();
      }
    }
    if (!isEmpty && scanner.code !== C) throw scanner.damaged();
    // Some leave out the value of a formula that gives an empty text.
    if (kind === Kind.empty && type === 'str') kind = Kind.text;
    this.columns.push(column);
    this.starts.push(start);
    this.ends.push(scanner.end);
    this.kinds.push(kind);
    this.numbers.push(number);
    this.styles.push(style);
    this.formulas.push(formula);
    this.count++;
  }

  private valueOf(type: string, start: number, end: number): [kind: number, number: number] {
    const { scanner } = this;
    if (type === '' || type === 'n' || type === 's') {
      if (start === end) return [Kind.empty, 0];
      const number = numberBetween(scanner.bytes, start, end);
      const isIndex = type === 's';
      if (Number.isNaN(number) || (isIndex && !(Number.isInteger(number) && number >= 0 && number < this.shared)))
        throw scanner.damaged();
      return [isIndex ? Kind.shared : Kind.number, number];
    }
    if (type === 'b') return [Kind.boolean, scanner.bytes[start] === 49 || scanner.bytes[start] === 116 ? 1 : 0];
    if (type === 'e') return [Kind.error, 0];
    if (type === 'd') return [Kind.number, this.dateOf(textOfBytes(scanner.bytes.subarray(start, end)))];
    return [Kind.text, 0];
  }

  /** A date as strict files may write it: 2026-01-05 or 2026-01-05T09:30:00. */
  private dateOf(text: string): number {
    const ms = Date.parse(/^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T00:00:00Z` : `${text.replace(/Z$/, '')}Z`);
    if (Number.isNaN(ms)) throw this.scanner.damaged();
    return ms / DAY_MS + SERIAL_OF_1970;
  }

  /** Whether the cell has a formula that can be told: a data table's result is a value. */
  private readFormula(dynamic: boolean): boolean {
    const { scanner } = this;
    const type = scanner.attribute('t');
    const index = scanner.attribute('si');
    const ref = scanner.attribute('ref');
    const from = scanner.end;
    scanner.skip();
    const hasText = scanner.start > from;
    if (type === 'dataTable') return false;
    if (type === 'array' && ref !== undefined) {
      const block = blockOf(ref);
      if (!block || block.row !== this.row || block.column !== this.column) throw scanner.damaged();
      this.arrays.push({ ...block, cell: this.count, dynamic });
    }
    if (type === 'shared' && index !== undefined) {
      if (hasText) this.masters.set(index, this.count);
      else if (!this.masters.has(index)) throw scanner.damaged();
      this.shares.set(this.count, index);
      return true;
    }
    return hasText;
  }

  private whole(): number {
    const number = numberBetween(this.scanner.bytes, this.scanner.valueStart, this.scanner.valueEnd);
    if (!Number.isInteger(number) || number < 0) throw this.scanner.damaged();
    return number;
  }

  /** The column of the cell's own address, which has to name this row. */
  private columnOf(): number {
    const { bytes, valueStart, valueEnd } = this.scanner;
    const place = placeOf(bytes, valueStart, valueEnd);
    if (!place || place.row !== this.row) throw this.scanner.damaged();
    return place.column;
  }
}
