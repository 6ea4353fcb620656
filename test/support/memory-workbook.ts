import { translateFormulaToA1, translateFormulaToR1C1 } from '@borgar/fx';
import { bind } from '../../src/binding/bind';
import { errorCode } from '../../src/binding/errors';
import { definitions } from '../../src/functions/index';
import { cellName } from '../../src/workbook/a1';
import type {
  Area,
  Cells,
  CellValue,
  DefinedName,
  Sheet,
  Spill,
  TableArea,
  Workbook,
} from '../../src/workbook/workbook';
import { COLUMNS, ROWS, cellArea } from '../office/workbook/area';
import { renameSheetIn, shiftFormula } from '../office/workbook/formula-text';
import { type Shift, shifted } from '../office/workbook/shift';
import { evaluate, type Matrix, type Value } from './ieee';

const BOUND = new Map(definitions.map((definition) => [`RZRQ.${definition.id}`, bind(definition)]));

interface Results {
  readonly values: Map<string, Value>;
  readonly spills: Spill[];
  /** What spilled formulas show in cells without content. */
  readonly shown: Map<string, Value>;
  readonly complete: boolean;
}

interface Page {
  readonly id: string;
  name: string;
  protected: boolean;
  cells: Map<string, CellValue>;
  merged: Area[];
  legacy: Spill[];
}

export interface Insertion {
  readonly sheet: string;
  readonly axis: 'row' | 'column';
  readonly at: number;
  /** Negative deletes. */
  readonly count: number;
}

const MANY_ROWS = 100_000;
const key = (row: number, column: number): string => `${row},${column}`;
const placeOf = (name: string): [number, number] => name.split(',').map(Number) as [number, number];

/** A workbook that keeps texts and computes when it is asked; enough of a host to share, edit and restore in. */
export class MemoryWorkbook implements Workbook {
  private pages: Page[] = [];
  private readonly notes = new Map<string, string>();
  private lastId = 0;
  private computed = new Map<string, Results>();
  definedNames: DefinedName[] = [];
  tableAreas: TableArea[] = [];
  /** Called before every write; throws to make it fail. */
  onWrite: () => void = () => undefined;
  writes = 0;

  async sheets(): Promise<readonly Sheet[]> {
    return this.pages.map(({ id, name, protected: isProtected }) => ({ id, name, protected: isProtected }));
  }

  async addSheet(name: string): Promise<Sheet> {
    let free = name;
    for (let number = 2; this.pages.some((page) => page.name === free); number++) free = `${name} ${number}`;
    const page: Page = {
      id: `sheet-${++this.lastId}`,
      name: free,
      protected: false,
      cells: new Map(),
      merged: [],
      legacy: [],
    };
    this.pages.push(page);
    return { id: page.id, name: free, protected: false };
  }

  async copySheet(sheet: string, name: string): Promise<Sheet> {
    const copy = await this.addSheet(name);
    this.page(copy.id).cells = new Map(this.page(sheet).cells);
    this.computed.clear();
    return copy;
  }

  async deleteSheet(sheet: string): Promise<void> {
    this.pages = this.pages.filter(({ id }) => id !== sheet);
    this.computed.clear();
  }

  async activate(): Promise<void> {}

  async used(sheet: string): Promise<Area | undefined> {
    const places = [...this.page(sheet).cells.keys()]
      .map(placeOf)
      .concat(
        this.spillsOf(sheet).map(
          ({ row, column, rows, columns }) => [row + rows - 1, column + columns - 1] as [number, number],
        ),
      );
    if (places.length === 0) return undefined;
    const [rows, columns] = [places.map(([row]) => row), places.map(([, column]) => column)];
    const [row, column] = [Math.min(...rows), Math.min(...columns)];
    return { sheet, row, column, rows: Math.max(...rows) - row + 1, columns: Math.max(...columns) - column + 1 };
  }

  async read(area: Area): Promise<Cells> {
    const page = this.page(area.sheet);
    const grid = <T>(of: (row: number, column: number) => T): T[][] =>
      Array.from({ length: area.rows }, (_, i) =>
        Array.from({ length: area.columns }, (__, j) => of(area.row + i, area.column + j)),
      );
    return {
      formulas: grid((row, column) => page.cells.get(key(row, column)) ?? ''),
      values: grid((row, column) => this.value(page, row, column) ?? ''),
      formats: grid(() => 'General'),
    };
  }

  async write(area: Area, content: readonly (readonly CellValue[])[]): Promise<void> {
    this.writes++;
    this.onWrite();
    const page = this.page(area.sheet);
    if (page.protected) throw new Error('The sheet is protected.');
    content.forEach((line, i) => line.forEach((cell, j) => this.put(page, area.row + i, area.column + j, cell)));
    this.computed.clear();
  }

  async clear(area: Area): Promise<void> {
    await this.write(
      area,
      Array.from({ length: area.rows }, () => Array.from({ length: area.columns }, () => '')),
    );
  }

  async settled(): Promise<void> {}
  async selection(): Promise<Area> {
    return { sheet: this.pages[0]!.id, row: 0, column: 0, rows: 1, columns: 1 };
  }
  async select(): Promise<void> {}
  onSelection(): () => void {
    return () => undefined;
  }
  onChange(): () => void {
    return () => undefined;
  }
  async names(): Promise<readonly DefinedName[]> {
    return this.definedNames;
  }
  async tables(): Promise<readonly TableArea[]> {
    return this.tableAreas;
  }
  async spills(sheet: string): Promise<readonly Spill[]> {
    return [...this.spillsOf(sheet), ...this.page(sheet).legacy];
  }
  async merged(sheet: string): Promise<readonly Area[]> {
    return this.page(sheet).merged;
  }
  async format(): Promise<void> {}
  async freezeRows(): Promise<void> {}
  async addChart(): Promise<boolean> {
    return false;
  }
  async readNote(name: string): Promise<string | undefined> {
    return this.notes.get(name);
  }
  async writeNote(name: string, text: string | undefined): Promise<void> {
    this.writes++;
    this.onWrite();
    if (text === undefined) this.notes.delete(name);
    else this.notes.set(name, text);
  }

  /** Everything on a sheet, by `row,column`. */
  contents(sheet: string): ReadonlyMap<string, CellValue> {
    return this.page(sheet).cells;
  }

  page(sheet: string): Page {
    return this.pages.find(({ id, name }) => id === sheet || name === sheet)!;
  }

  /** What a user types, not what a command writes. */
  type(sheet: string, row: number, column: number, content: CellValue): void {
    this.put(this.page(sheet), row, column, content);
    this.computed.clear();
  }

  rename(sheet: string, name: string): void {
    const page = this.page(sheet);
    const from = page.name;
    page.name = name;
    this.rewrite((formula) => renameSheetIn(formula, from, name));
  }

  insert({ sheet, axis, at, count }: Insertion): void {
    const page = this.page(sheet);
    const shift: Shift =
      axis === 'row'
        ? { axis: 'rows', at, count, from: 0, to: COLUMNS - 1 }
        : { axis: 'columns', at, count, from: 0, to: ROWS - 1 };
    const cells = new Map<string, CellValue>();
    for (const [name, content] of page.cells) {
      const to = shifted(cellArea(...placeOf(name)), shift);
      if (to) cells.set(key(to.top, to.left), content);
    }
    page.cells = cells;
    this.rewrite((formula, own) => shiftFormula(formula, own.name, page.name, shift));
  }

  /** Reorders the rows of a block; formulas take their relative references along. */
  sort(sheet: string, top: number, left: number, columns: number, order: readonly number[]): void {
    const page = this.page(sheet);
    const before = new Map(page.cells);
    order.forEach((from, to) => {
      for (let column = left; column < left + columns; column++) {
        const content = before.get(key(top + from, column));
        if (content === undefined) page.cells.delete(key(top + to, column));
        else
          page.cells.set(
            key(top + to, column),
            typeof content === 'string' && content.startsWith('=')
              ? translateFormulaToA1(
                  translateFormulaToR1C1(content, cellName(top + from, column)),
                  cellName(top + to, column),
                )
              : content,
          );
      }
    });
    this.computed.clear();
  }

  private put(page: Page, row: number, column: number, content: CellValue): void {
    if (content === '') page.cells.delete(key(row, column));
    else page.cells.set(key(row, column), content);
  }

  private rewrite(change: (formula: string, own: Page) => string): void {
    for (const page of this.pages) {
      for (const [name, content] of page.cells) {
        if (typeof content === 'string' && content.startsWith('=')) page.cells.set(name, change(content, page));
      }
    }
    this.computed.clear();
  }

  private spillsOf(sheet: string): readonly Spill[] {
    return this.results(this.page(sheet)).spills;
  }

  /** Everything on a page; other pages are computed as far as it reads them. */
  private results(page: Page): Results {
    const known = this.computed.get(page.id);
    if (known?.complete) return known;
    const shown = new Map<string, Value>();
    // A cell may be read before the formula that spills into it is computed: then once more, with what it spilled.
    for (let size = -1; size !== shown.size;) {
      size = shown.size;
      this.computed.set(page.id, { values: new Map(), spills: [], shown, complete: true });
      for (const name of page.cells.keys()) this.compute(page, ...placeOf(name));
    }
    return this.computed.get(page.id)!;
  }

  private value(page: Page, row: number, column: number): Value {
    const name = key(row, column);
    if (page.cells.has(name)) return this.compute(page, row, column);
    const { values, shown } = this.results(page);
    return values.get(name) ?? shown.get(name) ?? null;
  }

  private compute(page: Page, row: number, column: number): Value {
    const results = this.computed.get(page.id) ?? {
      values: new Map<string, Value>(),
      spills: [],
      shown: new Map<string, Value>(),
      complete: false,
    };
    this.computed.set(page.id, results);
    const { values, spills, shown } = results;
    const name = key(row, column);
    const known = values.get(name);
    if (known !== undefined) return known;
    const content = page.cells.get(name)!;
    if (typeof content !== 'string' || !content.startsWith('=')) {
      values.set(name, content);
      return content;
    }
    values.set(name, 0);
    const result = evaluate(content, {
      range: (sheet, top, left, bottom, right) =>
        this.range(
          sheet === undefined ? page : this.pages.find((other) => other.name === sheet),
          top,
          left,
          bottom,
          right,
        ),
      named: (text) => this.named(page, text),
      spilled: (sheet, top, left) =>
        this.spilled(sheet === undefined ? page : this.pages.find((other) => other.name === sheet), top, left),
      call: (id, args) => BOUND.get(id.replace(/^_XLDUDF_RZRQ_/, 'RZRQ.'))?.(args, errorCode) as Matrix | undefined,
    });
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
      values.set(key(r, c), cell);
      shown.set(key(r, c), cell);
    }
    spills.push({ row, column, ...size, legacy: false });
    return value;
  }

  /** The sheet's own name goes before the workbook's. */
  private named(page: Page, text: string): string | undefined {
    const mark = text.lastIndexOf('!');
    const prefix = text.slice(0, Math.max(0, mark)).replace(/^'|'$/g, '');
    const scope = mark < 0 ? page.id : this.pages.find(({ name }) => name === prefix)?.id;
    const same = this.definedNames.filter(({ name }) => name.toLowerCase() === text.slice(mark + 1).toLowerCase());
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
    const last = bottom < MANY_ROWS ? bottom : Math.max(top, ...[...page.cells.keys()].map((name) => placeOf(name)[0]));
    return Array.from({ length: last - top + 1 }, (_, i) =>
      Array.from({ length: right - left + 1 }, (__, j) => this.value(page, top + i, left + j)),
    );
  }
}
