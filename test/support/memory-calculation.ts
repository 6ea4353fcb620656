import { bind } from '../../src/binding/bind';
import { errorCode } from '../../src/binding/errors';
import { definitions } from '../../src/functions/index';
import type { CellValue, DefinedName, Spill } from '../../src/workbook/workbook';
import { namedCall } from './excel/names';
import { evaluate, Interruption, type Matrix, type Value } from './ieee';

/** What the calculation reads of a sheet; `cells` are by `row,column`. */
export interface Page {
  readonly id: string;
  readonly name: string;
  readonly cells: ReadonlyMap<string, CellValue>;
}

export interface Book {
  readonly pages: readonly Page[];
  readonly definedNames: readonly DefinedName[];
  readonly knowsLambda: boolean;
}

interface Results {
  readonly values: Map<string, Value>;
  readonly spills: Spill[];
  /** What spilled formulas show in cells without content. */
  readonly shown: Map<string, Value>;
  /** What cells without content showed while others were worked out that read them. */
  readonly read: Map<string, Value>;
  /** One of them shows something else now. */
  outdated: boolean;
  readonly complete: boolean;
}

const fresh = (complete: boolean, shown = new Map<string, Value>()): Results => ({
  values: new Map(),
  spills: [],
  shown,
  read: new Map(),
  outdated: false,
  complete,
});

const BOUND = new Map(definitions.map((definition) => [`RZRQ.${definition.id}`, bind(definition)]));
const MANY_ROWS = 100_000;
/** Cells that wait for each other on the stack; a longer chain is worked out from its far end. */
const MOST_WAITING = 150;
/** Spills that read each other come to rest in fewer rounds, or go round in a circle. */
const MOST_ROUNDS = 100;

/** By column and row: the same few names are asked for by the million. */
const NAMES: string[][] = [];
export const key = (row: number, column: number): string => ((NAMES[column] ??= [])[row] ??= `${row},${column}`);
export const placeOf = (name: string): [number, number] => {
  const comma = name.indexOf(',');
  return [+name.slice(0, comma), +name.slice(comma + 1)];
};

/** Thrown where too many cells wait for each other: this one is to be worked out first. */
class Postponed extends Interruption {
  constructor(
    readonly page: Page,
    readonly row: number,
    readonly column: number,
  ) {
    super();
  }
}

/** Works cells out when they are asked for, and remembers them until something is changed. */
export class Calculation {
  private readonly computed = new Map<string, Results>();
  private readonly lastRows = new Map<string, number>();
  /** The sheets whose formulas read a sheet. */
  private readonly readers = new Map<string, Set<string>>();
  private waiting = 0;

  constructor(private readonly book: Book) {}

  /** What stood on a sheet has changed, or something of the workbook that any formula may name. */
  forget(page?: string): void {
    if (page === undefined) {
      this.computed.clear();
      this.lastRows.clear();
      this.readers.clear();
      return;
    }
    this.computed.delete(page);
    this.lastRows.delete(page);
    const readers = this.readers.get(page) ?? [];
    this.readers.delete(page);
    for (const reader of readers) this.forget(reader);
  }

  spillsOf(page: Page): readonly Spill[] {
    return this.results(page).spills;
  }

  value(page: Page, row: number, column: number): Value {
    const name = key(row, column);
    const known = this.computed.get(page.id)?.values.get(name);
    if (known !== undefined) return known;
    if (page.cells.has(name))
      return this.waiting > 0 ? this.compute(page, row, column) : this.finish(page, row, column);
    const { values, shown, read } = this.results(page);
    const filled = values.get(name);
    if (filled !== undefined) return filled;
    const value = shown.get(name) ?? null;
    if (this.waiting > 0) read.set(name, value);
    return value;
  }

  /** Everything on a page; other pages are computed as far as it reads them. */
  private results(page: Page): Results {
    const known = this.computed.get(page.id);
    if (known?.complete) return known;
    let results = fresh(true);
    // A cell may be read before the formula that spills into it is computed: then once more, with what it spilled.
    for (let round = 0; round < MOST_ROUNDS; round++) {
      this.computed.set(page.id, results);
      for (const name of page.cells.keys()) this.finish(page, ...placeOf(name));
      if (!results.outdated) break;
      results = fresh(true, results.shown);
    }
    return this.computed.get(page.id)!;
  }

  /** Works a cell out, however long the chain is that it ends. */
  private finish(page: Page, row: number, column: number): Value {
    const outer = this.waiting;
    const open: Pick<Postponed, 'page' | 'row' | 'column'>[] = [{ page, row, column }];
    let value: Value = null;
    while (open.length > 0) {
      const next = open[open.length - 1]!;
      this.waiting = 0;
      try {
        value = this.compute(next.page, next.row, next.column);
        open.pop();
      } catch (problem) {
        if (!(problem instanceof Postponed)) throw problem;
        const circular = open.some(
          (cell) => cell.page === problem.page && cell.row === problem.row && cell.column === problem.column,
        );
        if (circular) this.computed.get(problem.page.id)!.values.set(key(problem.row, problem.column), 0);
        else open.push(problem);
      }
    }
    this.waiting = outer;
    return value;
  }

  private compute(page: Page, row: number, column: number): Value {
    const results = this.computed.get(page.id) ?? fresh(false);
    this.computed.set(page.id, results);
    const { values, spills, shown, read } = results;
    const name = key(row, column);
    const known = values.get(name);
    if (known !== undefined) return known;
    const content = page.cells.get(name)!;
    if (typeof content !== 'string' || !content.startsWith('=')) {
      values.set(name, content);
      return content;
    }
    if (this.waiting >= MOST_WAITING) throw new Postponed(page, row, column);
    // Whoever comes back here goes round in a circle.
    values.set(name, 0);
    const result = this.evaluated(page, content, () => values.delete(name));
    const size = { rows: result.length, columns: result[0]!.length };
    const others = Array.from(
      { length: size.rows * size.columns },
      (_, index) => [row + Math.floor(index / size.columns), column + (index % size.columns)] as const,
    ).slice(1);
    const blocked = others.some(([r, c]) => page.cells.has(key(r, c)));
    const value = blocked ? '#SPILL!' : (result[0]![0] ?? 0);
    values.set(name, value);
    if (blocked || others.length === 0) return value;
    for (const [r, c] of others) {
      const cell = result[r - row]![c - column] ?? 0;
      const place = key(r, c);
      if (read.has(place) && read.get(place) !== cell) results.outdated = true;
      values.set(place, cell);
      shown.set(place, cell);
    }
    spills.push({ row, column, ...size, legacy: false });
    return value;
  }

  private evaluated(page: Page, formula: string, giveUp: () => void): Matrix {
    this.waiting++;
    try {
      return evaluate(formula, {
        range: (sheet, ...corners) => this.range(this.sheetOf(page, sheet), ...corners),
        named: (text) => this.named(page, text),
        spilled: (sheet, top, left) => this.spilled(this.sheetOf(page, sheet), top, left),
        call: (id, args) =>
          (BOUND.get(id.replace(/^_XLDUDF_RZRQ_/, 'RZRQ.'))?.(args, errorCode) as Matrix | undefined) ??
          (this.book.knowsLambda ? namedCall(this.book.definedNames, id, args) : undefined),
      });
    } catch (problem) {
      giveUp();
      throw problem;
    } finally {
      this.waiting--;
    }
  }

  private sheetOf(home: Page, name: string | undefined): Page | undefined {
    if (name === undefined) return home;
    const wanted = name.toLowerCase();
    const page = this.book.pages.find((other) => other.name.toLowerCase() === wanted);
    if (page && page !== home) this.readers.set(page.id, (this.readers.get(page.id) ?? new Set()).add(home.id));
    return page;
  }

  /** The sheet's own name goes before the workbook's. */
  private named(page: Page, text: string): string | undefined {
    const mark = text.lastIndexOf('!');
    const prefix = text.slice(0, Math.max(0, mark)).replace(/^'|'$/g, '');
    const scope = mark < 0 ? page.id : this.sheetOf(page, prefix)?.id;
    const same = this.book.definedNames.filter(({ name }) => name.toLowerCase() === text.slice(mark + 1).toLowerCase());
    return (same.find(({ sheet }) => sheet === scope) ?? same.find(({ sheet }) => sheet === undefined))?.formula;
  }

  private spilled(page: Page | undefined, row: number, column: number): Matrix {
    const content = page?.cells.get(key(row, column));
    if (!page || typeof content !== 'string' || !content.startsWith('=')) return [['#REF!']];
    this.compute(page, row, column);
    const { rows, columns } = this.computed
      .get(page.id)!
      .spills.find((spill) => spill.row === row && spill.column === column) ?? { rows: 1, columns: 1 };
    return this.range(page, row, column, row + rows - 1, column + columns - 1);
  }

  private range(page: Page | undefined, top: number, left: number, bottom: number, right: number): Matrix {
    if (!page) return [['#REF!']];
    const last = bottom < MANY_ROWS ? bottom : Math.max(top, this.lastRow(page));
    return Array.from({ length: last - top + 1 }, (_, i) =>
      Array.from({ length: right - left + 1 }, (__, j) => this.value(page, top + i, left + j)),
    );
  }

  private lastRow(page: Page): number {
    let last = this.lastRows.get(page.id);
    if (last === undefined) {
      last = 0;
      for (const name of page.cells.keys()) last = Math.max(last, placeOf(name)[0]);
      this.lastRows.set(page.id, last);
    }
    return last;
  }
}
