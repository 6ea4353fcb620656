import { toCell } from '../cells/cell';
import { Fault } from '../cells/fault';
import { halfWidth } from '../cells/text';
import type { Block } from './blocks';
import { readCode, type Security } from './code';
import type { Rows } from './column';
import { readDay } from './day';
import { exchangeOf } from './exchange';
import { TOTAL } from './notes';

/** Words, each with its number. */
class Words {
  readonly list: string[] = [''];
  private readonly numbers = new Map<string, number>([['', 0]]);

  number(word: string): number {
    let number = this.numbers.get(word);
    if (number === undefined) {
      this.numbers.set(word, (number = this.list.length));
      this.list.push(word);
    }
    return number;
  }
}

/** No day stands there, or none that can be read. */
export const NO_DAY = 0;
export const BAD_DAY = -1;

/** Where the keys stand; -1 where the table has none. */
export interface KeyPlaces {
  readonly exchange: number;
  readonly code: number;
  readonly date: number;
  readonly dateHeader: string;
  /** The exchange whose own words head the table. */
  readonly fallback: string;
}

/** What each line is about, in numbers. */
export class Keys {
  /** SSE, SZSE or BSE; another word of the table's own; '' where it is not certain. */
  private readonly exchanges = new Words();
  /** Six digits; the word of a total row; '' in a table of whole markets. */
  private readonly codes = new Words();
  readonly exchangeNumbers: Int32Array;
  readonly codeNumbers: Int32Array;
  /** Serials; NO_DAY, or BAD_DAY where the fault says what stands there. */
  readonly days: Int32Array;
  private readonly dayFaults = new Map<number, Fault>();
  private readonly codeFaults = new Map<number, Fault>();
  private readonly readCodes = new Map<unknown, { code: number; exchange: number }>();
  private readonly readDays = new Map<unknown, number | Fault>();
  private readonly readNames = new Map<unknown, number>();

  private readonly fallback: number;
  /** The day above, which most lines repeat. */
  private lastRawDay: unknown = null;
  private lastDay: number = NO_DAY;

  constructor(
    private readonly rows: Rows,
    private readonly blocks: readonly Block[],
    readonly places: KeyPlaces,
  ) {
    const lines = rows.length * blocks.length;
    this.fallback = this.exchanges.number(places.fallback);
    this.exchangeNumbers = new Int32Array(lines);
    this.codeNumbers = new Int32Array(lines);
    this.days = new Int32Array(lines);
    for (let line = 0; line < lines; line++) this.read(line);
  }

  exchange(line: number): string {
    return this.exchanges.list[this.exchangeNumbers[line]!]!;
  }

  code(line: number): string {
    return this.codes.list[this.codeNumbers[line]!]!;
  }

  codeFault(line: number): Fault | null {
    return this.codeFaults.get(line) ?? null;
  }

  date(line: number): number | null | Fault {
    const day = this.days[line]!;
    return day > 0 ? day : day === BAD_DAY ? this.dayFaults.get(line)! : null;
  }

  get exchangeList(): readonly string[] {
    return this.exchanges.list;
  }

  get codeList(): readonly string[] {
    return this.codes.list;
  }

  /** A day for the lines that have none. */
  setDay(line: number, day: number): void {
    this.days[line] = day;
  }

  /** What a line is of, where no column says it; a total keeps its word. */
  setSubject(line: number, { code, exchange }: Security): void {
    if (this.codeNumbers[line] === 0) this.codeNumbers[line] = this.codes.number(code);
    this.exchangeNumbers[line] = this.exchanges.number(exchange ?? '');
  }

  /** Takes keys over from the line above, as merged cells mean it. */
  copyCode(line: number, from: number): void {
    this.codeNumbers[line] = this.codeNumbers[from]!;
    if (this.exchangeNumbers[line] === 0) this.exchangeNumbers[line] = this.exchangeNumbers[from]!;
  }

  read(line: number): void {
    const { exchange, code, date } = this.places;
    const count = this.blocks.length;
    const row = this.rows[count === 1 ? line : Math.floor(line / count)]!;
    const block = this.blocks[count === 1 ? 0 : line % count]!;
    const security = this.security(line, code < 0 ? null : row[code]);
    const own = block.market ? this.exchanges.number(block.market.exchange ?? block.market.word) : 0;
    const named = own || (exchange < 0 ? 0 : this.named(row[exchange]));
    this.exchangeNumbers[line] = named > 0 ? named : security.exchange || (named < 0 ? -named : this.fallback);
    this.codeNumbers[line] = block.code ? this.codes.number(block.code) : security.code;
    this.readDay(line, date < 0 ? null : row[date]);
  }

  private security(line: number, raw: unknown): { code: number; exchange: number } {
    let read = this.readCodes.get(raw);
    if (!read || raw instanceof Fault || (typeof raw === 'object' && raw !== null)) {
      const cell = toCell(raw);
      this.codeFaults.delete(line);
      if (cell instanceof Fault) this.codeFaults.set(line, cell);
      const { code, exchange } = readCode(cell);
      read = { code: this.codes.number(code), exchange: this.exchanges.number(exchange ?? '') };
      this.readCodes.set(raw, read);
    }
    return read;
  }

  /** The number of the exchange that a cell names, negative where it is a word of the table's own. */
  private named(raw: unknown): number {
    let named = this.readNames.get(raw);
    if (named === undefined) {
      const cell = toCell(raw);
      const text = typeof cell === 'string' || typeof cell === 'number' ? String(cell) : '';
      const known = exchangeOf(text);
      named = known ? this.exchanges.number(known) : typeof cell === 'string' ? -this.exchanges.number(cell.trim()) : 0;
      this.readNames.set(raw, named);
    }
    return named;
  }

  private readDay(line: number, raw: unknown): void {
    if (raw === this.lastRawDay && typeof raw === 'number') {
      this.days[line] = this.lastDay;
      return;
    }
    let day = this.readDays.get(raw);
    if (day === undefined || (typeof raw === 'object' && raw !== null)) {
      const cell = toCell(raw);
      day =
        typeof cell === 'string' && TOTAL.test(halfWidth(cell))
          ? NO_DAY
          : (readDay(cell, this.places.dateHeader) ?? NO_DAY);
      this.readDays.set(raw, day);
    }
    if (typeof day === 'number') {
      this.days[line] = day;
      this.lastRawDay = raw;
      this.lastDay = day;
    } else {
      this.days[line] = BAD_DAY;
      this.dayFaults.set(line, day);
    }
    if (day === NO_DAY && typeof raw === 'string' && this.codeNumbers[line] === 0 && TOTAL.test(halfWidth(raw)))
      this.codeNumbers[line] = this.codes.number(raw.trim());
  }
}
