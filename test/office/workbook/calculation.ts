import {
  type Area,
  COLUMNS,
  ROWS,
  cellArea,
  cellKey,
  columnOf,
  contains,
  holds,
  intersection,
  rowOf,
  size,
} from './area';
import {
  type Place,
  type Precedent,
  type Result,
  type Surroundings,
  evaluation,
  isMatrix,
  precedents,
} from './evaluation';
import type { Call } from './functions';
import type { Cell, Sheet } from './sheet';
import { BUSY, NAME, SPILL, type Value } from './values';

/** A formula that still runs after this many results of its own precedents goes round in a circle. */
const MOST_RUNS = 50;
const SHEET_SPAN = ROWS * COLUMNS;
/** Areas up to here are indexed cell by cell. */
const SMALL_AREA = 256;
const isSmall = ({ area }: Precedent): boolean => size(area) <= SMALL_AREA;

interface Formula {
  readonly place: Place;
  readonly text: string;
  readonly large: readonly Precedent[];
  readonly small: readonly number[];
  /** Entered while nothing knew our functions: it stays #NAME? until it is entered again. */
  readonly stuck: boolean;
  runs: number;
}

type Running = Generator<Call[], Result, Result[]>;
interface Waiting {
  readonly formula: Formula;
  readonly run: Running;
  readonly calls: readonly Call[];
}

/**
 * Keeps the values of formulas right, as Excel does: what is native is computed at once, a cell that waits for our
 * functions shows #BUSY! together with everything that depends on it, and all calls that can be made are made in one batch.
 */
export class Calculation {
  private readonly formulas = new Map<number, Formula>();
  private readonly readers = new Map<number, Set<Formula>>();
  private readonly largeReaders = new Set<Formula>();
  /** Formulas whose spill is blocked, with the area they wait for. */
  private readonly blocked = new Map<Formula, Area>();
  private readonly dirty = new Set<Formula>();
  private readonly running = new Map<Formula, Running>();
  private readonly queue: Formula[] = [];
  private readonly computed = new Set<Sheet>();
  private resting = true;
  private readonly waiting: { resolve(): void; reject(error: unknown): void }[] = [];
  /** Why cells stay #BUSY!: their functions could not be called. */
  private failure: { readonly error: unknown } | undefined;
  /** Batches of calls sent: the rounds Excel needs for them. */
  rounds = 0;

  constructor(
    private readonly around: Surroundings,
    private readonly blocks: (sheet: Sheet, area: Area) => boolean,
    private readonly calculated: (sheet: Sheet) => void,
  ) {}

  /** Notes the formula that now stands in a cell; undefined if there is none. */
  enter(place: Place, text: string | undefined): void {
    const key = globalKey(place.sheet, place.row, place.column);
    this.forget(key);
    if (text !== undefined) this.add(key, place, text);
  }

  /** Takes note that values of an area changed: everything that reads them is to be computed again. */
  changed(sheet: Sheet, area: Area): void {
    this.mark(this.readersOf(sheet, area));
    for (const [formula, wanted] of this.blocked) {
      if (formula.place.sheet === sheet && intersection(wanted, area)) this.mark([formula]);
    }
  }

  /** Drops everything known and computes all formulas again; after cells or sheets moved. */
  rebuild(sheets: readonly Sheet[]): void {
    const stuck = new Set(
      [...this.formulas.values()].filter((formula) => formula.stuck).map((formula) => formula.text),
    );
    for (const key of [...this.formulas.keys()]) this.forget(key);
    for (const sheet of sheets) this.around.engine.clearSheet(sheet.name);
    for (const sheet of sheets) this.adopt(sheet, stuck);
  }

  /** Takes over the cells of a sheet that came as a whole. */
  adopt(sheet: Sheet, stuck: ReadonlySet<string> = new Set()): void {
    this.unspill(sheet);
    for (const [key, cell] of sheet.cells) {
      const place = { sheet, row: rowOf(key), column: columnOf(key) };
      if (cell.formula === undefined) this.around.engine.set(sheet.name, place.row, place.column, [[cell.value]]);
      else
        this.add(
          globalKey(sheet, place.row, place.column),
          place,
          cell.formula,
          stuck.has(cell.formula) || mentionsMissing(cell.formula, this.around),
        );
    }
  }

  /** A name or table came, changed or went: the formulas that mention it are read again. */
  recheck(word: string): void {
    const mentioning = [...this.formulas].filter(([, formula]) =>
      formula.text.toLowerCase().includes(word.toLowerCase()),
    );
    for (const [key, formula] of mentioning) {
      this.forget(key);
      this.add(key, formula.place, formula.text, formula.stuck);
    }
  }

  recalculateAll(): void {
    this.mark(this.formulas.values());
    this.run();
  }

  /** Computes what can be computed now and sends out the calls that have to be waited for. */
  run(): void {
    const outbox: Waiting[] = [];
    do this.drain(outbox);
    while (outbox.length === 0 && this.running.size === 0 && this.breakCircles());
    for (const formula of this.dirty) this.cellOf(formula)!.value = BUSY;
    if (outbox.length > 0) this.send(outbox);
    if (this.dirty.size === 0 && !this.resting) this.rest();
  }

  private drain(outbox: Waiting[]): void {
    for (let formula = this.queue.pop(); formula; formula = this.queue.pop()) {
      if (!this.dirty.has(formula) || this.running.has(formula) || this.isBlocked(formula)) continue;
      if (formula.stuck) this.complete(formula, NAME);
      else if (++formula.runs > MOST_RUNS) this.complete(formula, 0);
      else this.start(formula, outbox);
    }
  }

  get isSettled(): boolean {
    return this.dirty.size === 0;
  }

  /** Resolves when no cell is #BUSY! any more; rejects when some will stay so. */
  whenSettled(): Promise<void> {
    if (this.isSettled) return Promise.resolve();
    if (this.failure) return Promise.reject(this.failure.error);
    return new Promise((resolve, reject) => this.waiting.push({ resolve, reject }));
  }

  private add(key: number, place: Place, text: string, stuck = mentionsMissing(text, this.around)): void {
    const all = precedents(text, place, this.around);
    const small = [...new Set(all.filter(isSmall).flatMap(({ sheet, area }) => keysOf(sheet, area)))];
    const formula: Formula = {
      place,
      text,
      stuck,
      small,
      large: all.filter((precedent) => !isSmall(precedent)),
      runs: 0,
    };
    this.formulas.set(key, formula);
    if (formula.large.length > 0) this.largeReaders.add(formula);
    for (const precedent of small) {
      const readers = this.readers.get(precedent) ?? new Set();
      this.readers.set(precedent, readers.add(formula));
    }
    this.mark([formula]);
  }

  private forget(key: number): void {
    const formula = this.formulas.get(key);
    if (!formula) return;
    this.formulas.delete(key);
    this.largeReaders.delete(formula);
    this.blocked.delete(formula);
    this.dirty.delete(formula);
    this.running.delete(formula);
    for (const precedent of formula.small) this.readers.get(precedent)?.delete(formula);
  }

  private *readersOf(sheet: Sheet, area: Area): Iterable<Formula> {
    for (const key of readableKeys(sheet, area, this.readers)) yield* this.readers.get(key) ?? [];
    for (const formula of this.largeReaders) {
      if (formula.large.some((precedent) => precedent.sheet === sheet && intersection(precedent.area, area)))
        yield formula;
    }
  }

  private mark(formulas: Iterable<Formula>): void {
    const pending = [...formulas];
    if (pending.length > 0) this.resting = false;
    while (pending.length > 0) {
      const formula = pending.pop()!;
      this.running.delete(formula);
      this.queue.push(formula);
      if (this.dirty.has(formula)) continue;
      this.dirty.add(formula);
      pending.push(...this.readersOf(formula.place.sheet, this.shownOn(formula)));
    }
  }

  private isBlocked(formula: Formula): boolean {
    const unfinished = (key: number): boolean => {
      const other = this.formulas.get(key);
      return other !== undefined && this.dirty.has(other);
    };
    if (formula.small.some(unfinished)) return true;
    if (formula.large.length === 0) return false;
    for (const { place } of this.dirty) {
      if (formula.large.some(({ sheet, area }) => sheet === place.sheet && holds(area, place.row, place.column)))
        return true;
    }
    return false;
  }

  private start(formula: Formula, outbox: Waiting[]): void {
    const run = evaluation(formula.text, formula.place, this.around);
    this.advance(formula, run, run.next(), outbox);
  }

  private advance(formula: Formula, run: Running, step: IteratorResult<Call[], Result>, outbox: Waiting[]): void {
    if (step.done) return this.complete(formula, step.value);
    this.running.set(formula, run);
    outbox.push({ formula, run, calls: step.value });
  }

  private send(outbox: readonly Waiting[]): void {
    this.dispatch(outbox).catch((error: unknown) => {
      this.failure = { error };
      for (const { reject } of this.waiting.splice(0)) reject(error);
    });
  }

  private async dispatch(outbox: readonly Waiting[]): Promise<void> {
    this.rounds++;
    const results = await this.around.functions!.evaluate(outbox.flatMap(({ calls }) => calls));
    const next: Waiting[] = [];
    let from = 0;
    for (const { formula, run, calls } of outbox) {
      const own = results.slice(from, (from += calls.length));
      if (this.running.get(formula) !== run) continue;
      this.advance(formula, run, run.next(own), next);
    }
    if (next.length > 0) this.send(next);
    this.run();
  }

  private complete(formula: Formula, result: Result): void {
    this.running.delete(formula);
    this.dirty.delete(formula);
    this.store(formula, isMatrix(result) && result.length === 1 && result[0]!.length === 1 ? result[0]![0]! : result);
    for (const reader of this.readersOf(formula.place.sheet, this.shownOn(formula))) {
      if (this.dirty.has(reader)) this.queue.push(reader);
    }
  }

  private store(formula: Formula, result: Result): void {
    const { sheet, row, column } = formula.place;
    const cell = this.cellOf(formula)!;
    this.computed.add(sheet);
    const before = cell.spill;
    if (before) this.clearSpill(sheet, row, column);
    this.blocked.delete(formula);
    let after: Area | undefined;
    if (!isMatrix(result)) {
      cell.value = result ?? 0;
    } else {
      const area = {
        top: row,
        left: column,
        bottom: row + result.length - 1,
        right: column + (result[0]?.length ?? 0) - 1,
      };
      if (
        area.right < column ||
        area.bottom >= ROWS ||
        area.right >= COLUMNS ||
        this.blocks(sheet, area) ||
        this.isTaken(sheet, area)
      ) {
        cell.value = SPILL;
        this.blocked.set(formula, area);
      } else {
        this.spill(sheet, cell, area, result);
        after = area;
      }
    }
    this.around.engine.set(
      sheet.name,
      row,
      column,
      after && isMatrix(result) ? result.map((line) => line.map((value) => value ?? 0)) : [[cell.value]],
    );
    const others = [before, after].filter(
      (area): area is Area =>
        area !== undefined && !(before && after && contains(before, after) && contains(after, before)),
    );
    for (const area of others)
      this.mark([...this.readersOf(sheet, area)].filter((reader) => reader !== formula && !this.dirty.has(reader)));
  }

  private spill(sheet: Sheet, cell: Cell, area: Area, result: readonly (readonly Value[])[]): void {
    cell.spill = area;
    cell.value = result[0]![0] ?? 0;
    const anchor = cellKey(area.top, area.left);
    result.forEach((line, i) =>
      line.forEach((value, j) => {
        if (i > 0 || j > 0) sheet.cells.set(cellKey(area.top + i, area.left + j), { value: value ?? 0, anchor });
      }),
    );
  }

  private clearSpill(sheet: Sheet, row: number, column: number): void {
    const cell = sheet.cell(row, column)!;
    const anchor = cellKey(row, column);
    const blank: Value[][] = sheet.values(cell.spill!).map((line) => line.map(() => null));
    for (const [childRow, childColumn, child] of [...sheet.cellsIn(cell.spill!)])
      if (child.anchor === anchor) sheet.cells.delete(cellKey(childRow, childColumn));
    for (const [otherRow, otherColumn, other] of sheet.cellsIn(cell.spill!))
      blank[otherRow - row]![otherColumn - column] = other.value;
    this.around.engine.set(sheet.name, row, column, blank);
    delete cell.spill;
  }

  /** Removes the values that spilled from a cell whose formula goes away. */
  removeSpill(sheet: Sheet, row: number, column: number): void {
    const area = sheet.cell(row, column)?.spill;
    if (!area) return;
    this.clearSpill(sheet, row, column);
    this.changed(sheet, area);
  }

  private unspill(sheet: Sheet): void {
    for (const [key, cell] of [...sheet.cells]) {
      if (cell.anchor !== undefined) sheet.cells.delete(key);
      else delete cell.spill;
    }
  }

  private isTaken(sheet: Sheet, area: Area): boolean {
    for (const [row, column] of sheet.cellsIn(area)) if (row !== area.top || column !== area.left) return true;
    return false;
  }

  /** Excel shows 0 where a formula depends on itself. */
  private breakCircles(): boolean {
    const circular = [...this.dirty];
    for (const formula of circular) this.dirty.delete(formula);
    for (const formula of circular) this.store(formula, 0);
    return circular.length > 0;
  }

  private rest(): void {
    this.resting = true;
    for (const formula of this.formulas.values()) formula.runs = 0;
    this.around.engine.forgetAside();
    this.failure = undefined;
    for (const sheet of this.computed) this.calculated(sheet);
    this.computed.clear();
    for (const { resolve } of this.waiting.splice(0)) resolve();
  }

  /** The cells that show a formula's result: its own, or its spill. */
  private shownOn(formula: Formula): Area {
    return this.cellOf(formula)?.spill ?? cellArea(formula.place.row, formula.place.column);
  }

  private cellOf(formula: Formula): Cell | undefined {
    return formula.place.sheet.cell(formula.place.row, formula.place.column);
  }
}

const globalKey = (sheet: Sheet, row: number, column: number): number =>
  sheet.serial * SHEET_SPAN + cellKey(row, column);

function keysOf(sheet: Sheet, area: Area): number[] {
  const keys: number[] = [];
  for (let row = area.top; row <= area.bottom; row++)
    for (let column = area.left; column <= area.right; column++) keys.push(globalKey(sheet, row, column));
  return keys;
}

function* readableKeys(sheet: Sheet, area: Area, readers: ReadonlyMap<number, unknown>): Iterable<number> {
  if (size(area) <= readers.size) {
    yield* keysOf(sheet, area);
    return;
  }
  const base = globalKey(sheet, 0, 0);
  for (const key of readers.keys()) {
    const own = key - base;
    if (own >= 0 && own < SHEET_SPAN && holds(area, rowOf(own), columnOf(own))) yield key;
  }
}

const mentionsMissing = (text: string, around: Surroundings): boolean =>
  around.functions === undefined && /RZRQ[._]/i.test(text);
