import { Fault } from '../cells/fault';
import { errorCode } from '../binding/errors';
import type { Book } from '../formula/meaning/book';
import { evaluate, plainly } from '../formula/meaning/evaluate';
import { type Node, parseFormula } from '../formula/meaning/parse';
import type { Area, CellValue } from '../workbook/workbook';
import { areasIn, BookValues, CellSet, sameShown } from './book-values';
import { inside } from './places';
import { takesArrays } from './takes-arrays';
import { type Change, type FileSheet, holdsFormula, isFormulaText } from './sheet';

/** The first cells of an answer: how many rows and columns it has, and what each holds. */
export type Answer = readonly (readonly CellValue[])[];

export interface Place {
  readonly sheet: FileSheet;
  readonly row: number;
  readonly column: number;
}

const BLANK = 0;
/** Formulas that read in a circle what others fill would go on for ever. */
const MOST_ROUNDS = 100;

/** Computes what was written and what depends on it; everything else keeps the value that the file brought along. */
export class Recalculation {
  readonly values: BookValues;
  private readonly setting: ReturnType<typeof plainly>;
  /** Formulas whose value should be another now and could not be computed. */
  readonly stale = new CellSet();
  private dirty = new CellSet();
  private computed = new CellSet();
  private readonly followers = new CellSet();
  /** Formulas that found no room to spill. */
  private blocked = new CellSet();
  private changed = new CellSet();
  private readonly before = new Map<string, CellValue>();
  private readonly nodes = new Map<string, Node | undefined>();

  constructor(
    private readonly sheetOf: (id: string) => FileSheet | undefined,
    private readonly sheets: () => readonly FileSheet[],
    private readonly book: () => Book,
  ) {
    this.values = new BookValues(sheetOf);
    this.setting = plainly((area) => this.values.rows(area));
  }

  /** Before a cell is written: what it shows so far. */
  writing(sheet: FileSheet, row: number, column: number): void {
    const name = `${sheet.id} ${row} ${column}`;
    if (!this.before.has(name)) this.before.set(name, sheet.value(row, column));
  }

  /** Has a formula computed anew. */
  again(sheet: FileSheet, row: number, column: number): void {
    this.dirty.add(sheet.id, row, column);
  }

  written(sheet: FileSheet, row: number, column: number): void {
    this.values.touch(sheet.id, column);
    const change = sheet.change(row, column);
    if (change ? holdsFormula(change) : isFormulaText(sheet.content(row, column)))
      this.dirty.add(sheet.id, row, column);
    this.changed.add(sheet.id, row, column);
    if (this.blocked.size > 0 && sheet.content(row, column) === '') this.retryBlocked();
  }

  /** Where something has gone, a formula may find the room that it lacked. */
  private retryBlocked(): void {
    for (const cell of this.blocked.all()) this.dirty.add(...cell);
    this.blocked = new CellSet();
  }

  run(): void {
    if (this.dirty.size === 0 && this.changed.size === 0) return;
    for (let round = 0; round === 0 || this.dirty.size > 0; round++) {
      if (round === MOST_ROUNDS) {
        for (const cell of this.dirty.all()) this.stale.add(...cell);
        break;
      }
      this.computeDirty();
      this.followChanged();
    }
    this.dirty = new CellSet();
    this.changed = new CellSet();
    this.before.clear();
    this.nodes.clear();
  }

  /** What a formula comes to where it stands; undefined where it calls what is not known here. */
  answer({ sheet, row, column }: Place, formula: string): Answer | undefined {
    const node = this.nodes.get(nameOf(sheet, row, column, formula)) ?? this.read({ sheet, row, column }, formula);
    const rows = node && evaluate(node, this.setting);
    return rows?.map((line) => line.map((cell) => (cell instanceof Fault ? errorCode(cell) : (cell ?? BLANK))));
  }

  private nodeOf({ sheet, row, column }: Place, formula: string): Node | undefined {
    const name = nameOf(sheet, row, column, formula);
    if (this.nodes.has(name)) return this.nodes.get(name);
    const node = this.read({ sheet, row, column }, formula);
    this.nodes.set(name, node);
    return node;
  }

  private read({ sheet, row, column }: Place, formula: string): Node | undefined {
    const at = { sheet: sheet.id, row, column, rows: 1, columns: 1 };
    return parseFormula(formula, this.book(), at);
  }

  /** Each after those that it reads; one that reads itself stays as it is. */
  private computeDirty(): void {
    const waiting = this.dirty;
    this.dirty = new CellSet();
    const done = (this.computed = new CellSet());
    const open = new CellSet();
    for (const [id, row, column] of waiting.all()) {
      const stack: (readonly [string, number, number])[] = [[id, row, column]];
      while (stack.length > 0) {
        const [sheet, r, c] = stack[stack.length - 1]!;
        if (done.has(sheet, r, c)) {
          stack.pop();
          continue;
        }
        if (open.add(sheet, r, c)) {
          const needed = this.needed(sheet, r, c, waiting, open);
          if (needed.length > 0) {
            for (const cell of needed) stack.push(cell);
            continue;
          }
        }
        stack.pop();
        done.add(sheet, r, c);
        this.compute(this.sheetOf(sheet), r, c);
      }
    }
  }

  private needed(id: string, row: number, column: number, waiting: CellSet, open: CellSet) {
    const sheet = this.sheetOf(id);
    const change = sheet?.change(row, column);
    const content = sheet?.content(row, column);
    if (!sheet || content === undefined || (change && !holdsFormula(change)) || !isFormulaText(content)) return [];
    const found: (readonly [string, number, number])[] = [];
    for (const area of areasIn(this.nodeOf({ sheet, row, column }, content))) {
      const there = this.sheetOf(area.sheet);
      if (!there) continue;
      for (const [r, c] of waiting.within(this.values.clipped(area, there)))
        if (!open.has(area.sheet, r, c)) found.push([area.sheet, r, c]);
    }
    return found;
  }

  private compute(sheet: FileSheet | undefined, row: number, column: number): void {
    const content = sheet?.content(row, column);
    const change = sheet?.change(row, column);
    if (!sheet || content === undefined || (change && !holdsFormula(change)) || !isFormulaText(content)) return;
    const answer = this.answer({ sheet, row, column }, content);
    if (answer && !this.picksOne(sheet, row, column, content, answer)) {
      this.fill(sheet, row, column, content, answer);
      return;
    }
    // What stands in the file keeps the value that it has there, and is named if it should be another.
    const isStored = content === sheet.storedContent(row, column);
    if (isStored && this.followers.has(sheet.id, row, column)) this.stale.add(sheet.id, row, column);
    if (isStored) sheet.forget(row, column);
    else this.put(sheet, row, column, { content, value: undefined });
  }

  /** A formula that is not stored as an array shows one cell of an area, which one is for the host to know. */
  private picksOne(sheet: FileSheet, row: number, column: number, content: string, answer: Answer): boolean {
    const isOne = answer.length === 1 && answer[0]!.length === 1;
    return !isOne && content === sheet.storedContent(row, column) && !sheet.isArray(row, column);
  }

  private fill(sheet: FileSheet, row: number, column: number, content: string, answer: Answer): void {
    const [rows, columns] = [answer.length, answer[0]!.length];
    const area = { row, column, rows, columns };
    const old = sheet.spillAt(row, column);
    if (rows === 1 && columns === 1) {
      if (old) this.empty(sheet, old, area);
      const array = takesArrays(content) ? area : undefined;
      this.put(sheet, row, column, { content, value: answer[0]![0]!, array });
      return;
    }
    const blocked = answer.some((line, i) =>
      line.some((_, j) => (i > 0 || j > 0) && !isFree(sheet, old, row + i, column + j)),
    );
    if (old) this.empty(sheet, old, blocked ? { ...area, rows: 1, columns: 1 } : area);
    if (blocked) {
      this.blocked.add(sheet.id, row, column);
      this.put(sheet, row, column, { content, value: '#SPILL!', array: { rows: 1, columns: 1 } });
      return;
    }
    answer.forEach((line, i) =>
      line.forEach((value, j) => {
        if (i > 0 || j > 0) this.put(sheet, row + i, column + j, { content: value, value, shown: true });
      }),
    );
    this.put(sheet, row, column, { content, value: answer[0]![0]!, array: { rows, columns } });
  }

  /** Cells that a formula does not fill any more. */
  private empty(sheet: FileSheet, old: Omit<Area, 'sheet'>, now: Omit<Area, 'sheet'>): void {
    for (let r = old.row; r < old.row + old.rows; r++)
      for (let c = old.column; c < old.column + old.columns; c++) {
        const isAnchor = r === old.row && c === old.column;
        if (!isAnchor && !inside(now, r, c) && isFree(sheet, old, r, c))
          this.put(sheet, r, c, { content: '', value: '' });
      }
  }

  private put(sheet: FileSheet, row: number, column: number, change: Change): void {
    this.writing(sheet, row, column);
    sheet.put(row, column, change);
    this.values.touch(sheet.id, column);
    this.changed.add(sheet.id, row, column);
  }

  /** Formulas that read a cell which shows something else now are computed anew. */
  private followChanged(): void {
    const moved = new CellSet();
    /** What a formula elsewhere fills may have been read before it was filled. */
    const filled = new CellSet();
    for (const [id, row, column] of this.changed.all()) {
      const sheet = this.sheetOf(id);
      const before = this.before.get(`${id} ${row} ${column}`) ?? '';
      if (sheet && !sameShown(before, sheet.value(row, column))) {
        moved.add(id, row, column);
        if (!this.computed.has(id, row, column)) filled.add(id, row, column);
      }
      this.before.delete(`${id} ${row} ${column}`);
    }
    this.changed = new CellSet();
    if (moved.size === 0) return;
    for (const sheet of this.sheets())
      sheet.eachFormula((row, column, formula) => {
        const news = this.computed.has(sheet.id, row, column) ? filled : moved;
        if (news.size > 0 && this.reads({ sheet, row, column }, formula, news)) {
          this.dirty.add(sheet.id, row, column);
          this.followers.add(sheet.id, row, column);
        }
      });
  }

  private reads(place: Place, formula: string, moved: CellSet): boolean {
    const node = this.nodeOf(place, formula);
    for (const area of areasIn(node)) {
      const there = this.sheetOf(area.sheet);
      if (!there) continue;
      for (const [row, column] of moved.within(this.values.clipped(area, there)))
        if (!(area.sheet === place.sheet.id && row === place.row && column === place.column)) return true;
    }
    return false;
  }
}

const nameOf = (sheet: FileSheet, row: number, column: number, formula: string): string =>
  `${sheet.id} ${row} ${column} ${formula}`;

/** Whether a formula may fill a cell: nothing stands there, or what it filled it with before. */
function isFree(sheet: FileSheet, old: Omit<Area, 'sheet'> | undefined, row: number, column: number): boolean {
  const change = sheet.change(row, column);
  if (change) return change.shown === true || change.content === '';
  return sheet.content(row, column) === '' || (old !== undefined && inside(old, row, column));
}
