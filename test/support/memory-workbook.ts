import { translateFormulaToA1, translateFormulaToR1C1 } from '@borgar/fx';
import { cellName } from '../../src/workbook/a1';
import { freeName } from '../../src/workbook/free-name';
import type {
  Area,
  Cells,
  CellValue,
  DefinedName,
  Format,
  NewName,
  Sheet,
  Spill,
  TableArea,
  Workbook,
} from '../../src/workbook/workbook';
import { COLUMNS, ROWS, cellArea } from '../office/workbook/area';
import { renameSheetIn, shiftFormula } from '../office/workbook/formula-text';
import { type Shift, shifted } from '../office/workbook/shift';
import { Calculation, key, placeOf } from './memory-calculation';

interface Page {
  readonly id: string;
  name: string;
  protected: boolean;
  cells: Map<string, CellValue>;
  formats: Map<string, Format>;
  merged: Area[];
  filtered: boolean;
  legacy: Spill[];
}

export interface Insertion {
  readonly sheet: string;
  readonly axis: 'row' | 'column';
  readonly at: number;
  /** Negative deletes. */
  readonly count: number;
}

/** A workbook that keeps texts and computes when it is asked; enough of a host to share, edit and restore in. */
export class MemoryWorkbook implements Workbook {
  readonly knowsOptional = true;
  pages: Page[] = [];
  private readonly notes = new Map<string, string>();
  private lastId = 0;
  private selected: Area | undefined;
  private readonly selectionListeners = new Set<() => void>();
  private readonly changeListeners = new Set<() => void>();
  private readonly calculation = new Calculation(this);
  definedNames: DefinedName[] = [];
  /** Excel 2021 does not. */
  knowsLambda = true;
  tableAreas: TableArea[] = [];
  /** Called before every write; throws to make it fail. */
  onWrite: () => void = () => undefined;
  /** Called before every formatting; throws to make it fail. */
  onFormat: () => void = () => undefined;
  writes = 0;

  /** Another workbook with the same contents. */
  copy(): MemoryWorkbook {
    const copy = new MemoryWorkbook();
    copy.pages = this.pages.map((page) => ({
      ...page,
      cells: new Map(page.cells),
      formats: new Map(page.formats),
      merged: [...page.merged],
      legacy: [...page.legacy],
    }));
    for (const [name, text] of this.notes) copy.notes.set(name, text);
    return Object.assign(copy, {
      lastId: this.lastId,
      definedNames: [...this.definedNames],
      knowsLambda: this.knowsLambda,
      tableAreas: [...this.tableAreas],
    });
  }

  async sheets(): Promise<readonly Sheet[]> {
    return this.pages.map(({ id, name, protected: isProtected }) => ({ id, name, protected: isProtected }));
  }

  async addSheet(name: string): Promise<Sheet> {
    return this.added(name, this.pages.length);
  }

  async copySheet(sheet: string, name: string): Promise<Sheet> {
    const source = this.page(sheet);
    const copy = this.added(name, this.pages.indexOf(source) + 1);
    Object.assign(this.page(copy.id), { cells: new Map(source.cells), formats: new Map(source.formats) });
    return copy;
  }

  async deleteSheet(sheet: string): Promise<void> {
    this.pages = this.pages.filter(({ id }) => id !== sheet);
    this.changed();
  }

  async activate(): Promise<void> {}

  async used(sheet: string): Promise<Area | undefined> {
    let [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
    const reach = (row: number, column: number) => {
      if (row < top) top = row;
      if (row > bottom) bottom = row;
      if (column < left) left = column;
      if (column > right) right = column;
    };
    for (const name of this.page(sheet).cells.keys()) reach(...placeOf(name));
    for (const { row, column, rows, columns } of this.spillsOf(sheet)) reach(row + rows - 1, column + columns - 1);
    if (bottom < 0) return undefined;
    return { sheet, row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
  }

  async read(area: Area): Promise<Cells> {
    const page = this.page(area.sheet);
    const grid = <T>(of: (row: number, column: number) => T): T[][] =>
      Array.from({ length: area.rows }, (_, i) =>
        Array.from({ length: area.columns }, (__, j) => of(area.row + i, area.column + j)),
      );
    const values = grid((row, column) => this.calculation.value(page, row, column) ?? '');
    return {
      // A cell that a formula elsewhere fills has none of its own.
      formulas: grid(
        (row, column) => page.cells.get(key(row, column)) ?? values[row - area.row]![column - area.column]!,
      ),
      values,
      formats: grid((row, column) => page.formats.get(key(row, column))?.number ?? 'General'),
    };
  }

  async write(area: Area, content: readonly (readonly CellValue[])[]): Promise<void> {
    this.writes++;
    this.onWrite();
    const page = this.page(area.sheet);
    if (page.protected) throw new Error('The sheet is protected.');
    content.forEach((line, i) => line.forEach((cell, j) => this.put(page, area.row + i, area.column + j, cell)));
    this.changed(page);
  }

  async clear(area: Area): Promise<void> {
    await this.write(
      area,
      Array.from({ length: area.rows }, () => Array.from({ length: area.columns }, () => '')),
    );
  }

  async settled(): Promise<void> {}
  async selection(): Promise<Area> {
    return this.selected ?? { sheet: this.pages[0]!.id, row: 0, column: 0, rows: 1, columns: 1 };
  }
  async select(area: Area): Promise<void> {
    this.selected = area;
    for (const listener of this.selectionListeners) listener();
  }
  onSelection(listener: () => void): () => void {
    return listening(this.selectionListeners, listener);
  }
  onChange(listener: () => void): () => void {
    return listening(this.changeListeners, listener);
  }
  async names(): Promise<readonly DefinedName[]> {
    return this.definedNames;
  }
  async defineNames(names: readonly NewName[]): Promise<void> {
    await this.deleteNames(names.map(({ name }) => name));
    this.definedNames = [...this.definedNames, ...names];
    this.changed();
  }
  async deleteNames(names: readonly string[]): Promise<void> {
    this.writes++;
    this.onWrite();
    this.definedNames = this.definedNames.filter(({ name, sheet }) => sheet !== undefined || !names.includes(name));
    this.changed();
  }
  async tables(): Promise<readonly TableArea[]> {
    return this.tableAreas;
  }
  async placeTable(name: string, area: Area): Promise<boolean> {
    this.tableAreas = [...this.tableAreas.filter((table) => table.name !== name), { name, area }];
    return true;
  }
  async spills(sheet: string): Promise<readonly Spill[]> {
    return [...this.spillsOf(sheet), ...this.page(sheet).legacy];
  }
  async merged(sheet: string): Promise<readonly Area[]> {
    return this.page(sheet).merged;
  }
  async filtered(sheet: string): Promise<boolean> {
    return this.page(sheet).filtered;
  }
  async filter(area: Area, text: string): Promise<boolean> {
    const { values } = await this.read(area);
    this.page(area.sheet).filtered = values.slice(1).some(([first]) => first !== text);
    return true;
  }
  async format(area: Area, format: Format): Promise<void> {
    this.onFormat();
    const { formats } = this.page(area.sheet);
    for (let row = area.row; row < area.row + area.rows; row++)
      for (let column = area.column; column < area.column + area.columns; column++)
        formats.set(key(row, column), { ...formats.get(key(row, column)), ...format });
  }
  async freezeRows(): Promise<void> {}
  async writeFormattedNumber(): Promise<boolean> {
    return false;
  }
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
    const page = this.page(sheet);
    this.put(page, row, column, content);
    this.changed(page);
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
    this.changed();
  }

  private added(name: string, at: number): Sheet {
    const page: Page = {
      id: `sheet-${++this.lastId}`,
      name: freeName(
        name,
        this.pages.map((other) => other.name),
      ),
      protected: false,
      cells: new Map(),
      formats: new Map(),
      merged: [],
      filtered: false,
      legacy: [],
    };
    this.pages.splice(at, 0, page);
    this.changed();
    return { id: page.id, name: page.name, protected: false };
  }

  private changed(page?: Page): void {
    this.calculation.forget(page?.id);
    for (const listener of this.changeListeners) listener();
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
    this.changed();
  }

  private spillsOf(sheet: string): readonly Spill[] {
    return this.calculation.spillsOf(this.page(sheet));
  }
}

function listening(listeners: Set<() => void>, listener: () => void): () => void {
  const own = () => listener();
  listeners.add(own);
  return () => listeners.delete(own);
}
