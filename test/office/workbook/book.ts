import { namedCall } from '../../support/excel/names';
import { LONGEST_WAIT, within } from '../../support/within';
import {
  accessDenied,
  invalidArgument,
  invalidOperation,
  itemAlreadyExists,
  itemNotFound,
  ExcelError,
  sizeMismatch,
} from '../wire/errors';
import { sameWord } from '../wire/resource';
import {
  type Area,
  cellArea,
  cellKey,
  height,
  intersection,
  isWholeColumns,
  isWholeRows,
  onSheet,
  parseReference,
  printReference,
  rowOf,
  columnOf,
  width,
  size,
  contains,
} from './area';
import { Calculation } from './calculation';
import { NativeEngine } from './engine';
import type { Surroundings } from './evaluation';
import { moveFormula, renameSheetIn, shiftFormula } from './formula-text';
import type { Functions } from './functions';
import { type Prepared, prepare } from './prepare';
import { Sheet } from './sheet';
import { type Shift, shifted } from './shift';
import { type Table, headerOf, structuredArea } from './table';
import { CellError, type Value, onWire } from './values';

export interface DefinedName {
  name: string;
  formula: string;
  comment: string;
  visible: boolean;
  /** The sheet it belongs to; null for the whole workbook. */
  readonly sheet: Sheet | null;
}

/** Something drawn that the workbook only remembers: a chart or a conditional format. */
export interface Recorded {
  readonly id: string;
  readonly sheet: Sheet;
  area: Area;
  readonly settings: Map<string, unknown>;
}

export interface BookEvents {
  selectionChanged(sheet: Sheet, area: Area): void | Promise<unknown>;
  /** Contents were entered or cleared. */
  changed(sheet: Sheet, area: Area): void | Promise<unknown>;
  /** Formulas of the sheet have new results, and none is #BUSY! any more. */
  calculated(sheet: Sheet): void | Promise<unknown>;
}

export interface BookOptions {
  /** What computes RZRQ.*; without it a workbook is as a colleague without the add-in sees it. */
  readonly functions?: Functions;
  /** What a cell inside a spill answers when asked for its formula. Microsoft does not document it; code must live with both. */
  readonly formulaInSpill?: 'value' | 'parent';
}

const BAD_SHEET_NAME = /[\\/?*[\]:]|^'|'$/;

/** An Excel workbook in memory: what the object model can change, with formulas kept calculated. */
export class Book {
  readonly sheets: Sheet[] = [];
  names: DefinedName[] = [];
  private lambdas: {
    readonly text: string;
    readonly names: readonly { readonly name: string; readonly formula: string }[];
  } = { text: '', names: [] };
  tables: Table[] = [];
  charts: Recorded[] = [];
  conditionalFormats: Recorded[] = [];
  readonly settings = new Map<string, unknown>();
  readonly xmlParts = new Map<string, string>();
  /** The ranges that pages keep hold of: they move with their cells. */
  kept: () => Iterable<{ area: Area; readonly sheet: Sheet }> = () => [];
  readonly frozen = new Map<Sheet, Area>();
  calculationMode = 'Automatic';
  readonly calculation: Calculation;
  events: BookEvents = { selectionChanged: () => undefined, changed: () => undefined, calculated: () => undefined };
  private active: Sheet;
  private selected: Area = cellArea(0, 0);
  private readonly engine = new NativeEngine();
  private readonly around: Surroundings & { functions: Functions | undefined };
  private serial = 0;
  private writesLeft = Infinity;
  private told: Promise<unknown> = Promise.resolve();

  constructor(private readonly options: BookOptions = {}) {
    this.around = {
      engine: this.engine,
      functions: options.functions,
      sheet: (name) => this.sheet(name),
      name: (name, from) => this.definedName(name, from)?.formula,
      lambda: (name, args) => this.lambda(name, args),
      structured: (reference, from) => structuredArea(this.tables, reference, from),
    };
    this.calculation = new Calculation(
      this.around,
      (sheet, area) => this.blocksSpill(sheet, area),
      (sheet) => this.tell(this.events.calculated(sheet)),
    );
    this.active = this.addSheet('Sheet1');
  }

  /** From now on calls of our functions are computed by these; cells that are #NAME? stay so until they are entered again. */
  install(functions: Functions): void {
    this.around.functions = functions;
  }

  /** Makes the n-th write from now fail, as when Excel is busy or a connection drops; 1 is the next one. */
  failWrite(n: number): void {
    this.writesLeft = n - 1;
  }

  nextId(): string {
    return `{11111111-0000-0000-0000-${String(++this.serial).padStart(12, '0')}}`;
  }

  // Sheets

  get activeSheet(): Sheet {
    return this.active;
  }

  sheet(nameOrId: string): Sheet | undefined {
    return this.sheets.find((sheet) => sameWord(sheet.name, nameOrId) || sheet.id === nameOrId);
  }

  addSheet(name?: string): Sheet {
    this.writing(undefined);
    const sheet = new Sheet(this.checkSheetName(name ?? this.freeSheetName()));
    this.sheets.push(sheet);
    this.engine.addSheet(sheet.name);
    return sheet;
  }

  copySheet(source: Sheet, at: number): Sheet {
    const copy = this.addSheet(this.freeCopyName(source.name));
    this.moveSheet(copy, at);
    source.copyTo(copy);
    for (const table of this.tables.filter(({ sheet }) => sheet === source)) {
      this.tables.push({ ...table, id: this.nextId(), name: this.freeTableName(), sheet: copy });
    }
    this.calculation.adopt(copy);
    return copy;
  }

  moveSheet(sheet: Sheet, to: number): void {
    this.sheets.splice(this.sheets.indexOf(sheet), 1);
    this.sheets.splice(to, 0, sheet);
  }

  renameSheet(sheet: Sheet, name: string): void {
    this.writing(undefined);
    if (sameWord(sheet.name, name)) return void this.rename(sheet, name);
    this.rename(sheet, this.checkSheetName(name));
  }

  private rename(sheet: Sheet, name: string): void {
    const before = sheet.name;
    sheet.name = name;
    this.engine.renameSheet(before, name);
    this.rewriteFormulas((formula) => renameSheetIn(formula, before, name));
  }

  deleteSheet(sheet: Sheet): void {
    this.writing(undefined);
    if (this.sheets.filter(({ visibility }) => visibility === 'Visible').every((visible) => visible === sheet)) {
      throw invalidOperation('A workbook keeps at least one visible sheet.');
    }
    this.sheets.splice(this.sheets.indexOf(sheet), 1);
    for (const list of ['tables', 'charts', 'conditionalFormats'] as const) {
      (this[list] as { sheet: Sheet }[]) = (this[list] as { sheet: Sheet }[]).filter((item) => item.sheet !== sheet);
    }
    this.names = this.names.filter((name) => name.sheet !== sheet);
    this.rewriteFormulas((formula) => renameSheetIn(formula, sheet.name, null));
    this.engine.removeSheet(sheet.name);
    if (this.active === sheet)
      this.select(
        this.sheets.find(({ visibility }) => visibility === 'Visible')!,
        cellArea(0, 0),
      );
  }

  private checkSheetName(name: string): string {
    if (name === '' || name.length > 31 || BAD_SHEET_NAME.test(name))
      throw invalidArgument(`"${name}" is no name for a sheet.`);
    if (this.sheet(name)) throw itemAlreadyExists(`A sheet named "${name}"`);
    return name;
  }

  private freeSheetName(): string {
    for (let i = 1; ; i++) if (!this.sheet(`Sheet${i}`)) return `Sheet${i}`;
  }

  private freeCopyName(name: string): string {
    for (let i = 2; ; i++) if (!this.sheet(`${name} (${i})`)) return `${name} (${i})`;
  }

  // Selection

  get selection(): { readonly sheet: Sheet; readonly area: Area } {
    return { sheet: this.active, area: this.selected };
  }

  /** Selects cells as the user does with the mouse: the page hears of it. */
  select(sheet: Sheet | string, area: Area | string): void {
    const target = typeof sheet === 'string' ? this.sheet(sheet) : sheet;
    if (!target) throw itemNotFound(`sheet ${String(sheet)}`);
    this.active = target;
    this.selected = typeof area === 'string' ? areaOf(area) : area;
    this.tell(this.events.selectionChanged(target, this.selected));
  }

  // Cells

  /** The value or formula text of one cell, for tests to look at: `book.at('Sheet1!B2')`. */
  at(address: string): { readonly value: Value; readonly formula: string | undefined } {
    const { sheet, area } = this.locate(address);
    const cell = sheet.cell(area.top, area.left);
    return { value: cell?.value ?? null, formula: cell?.formula };
  }

  /** What `range.formulas` says of a cell. */
  formulaAt(sheet: Sheet, row: number, column: number): number | string | boolean {
    const cell = sheet.cell(row, column);
    if (cell?.formula !== undefined) return cell.formula;
    const parent =
      cell?.anchor !== undefined && this.options.formulaInSpill === 'parent' ? sheet.cells.get(cell.anchor) : undefined;
    return parent?.formula ?? onWire(cell?.value ?? null);
  }

  values(address: string): Value[][] {
    const { sheet, area } = this.locate(address);
    return sheet.values(area);
  }

  /** Types values and formulas in, the top left one at the address. */
  type(address: string, grid: readonly (readonly unknown[])[]): void {
    const { sheet, area } = this.locate(address);
    this.enter(
      sheet,
      { ...area, bottom: area.top + grid.length - 1, right: area.left + (grid[0]?.length ?? 0) - 1 },
      grid,
    );
    this.recalculate();
  }

  locate(address: string): { sheet: Sheet; area: Area } {
    const reference = parseReference(address);
    const sheet = reference?.sheet === undefined ? this.active : this.sheet(reference.sheet);
    if (!reference || !sheet) throw invalidArgument(`There is no ${address}.`);
    return { sheet, area: reference.area };
  }

  /** The address as a formula on any sheet writes it. */
  addressOf(sheet: Sheet, area: Area): string {
    return printReference(area, sheet.name);
  }

  /** Enters a grid; null leaves a cell as it is, "" empties it. */
  enter(sheet: Sheet, area: Area, grid: readonly (readonly unknown[])[]): void {
    this.writing(sheet);
    if (grid.length !== height(area) || grid.some((row) => row.length !== width(area))) {
      throw sizeMismatch();
    }
    this.checkSpills(sheet, area);
    const entries = grid.map((row, i) =>
      row.map((input, j) =>
        input === null ? undefined : prepare(input, sheet.numberFormat(area.top + i, area.left + j)),
      ),
    );
    entries.forEach((row, i) =>
      row.forEach((entry, j) => entry && this.put(sheet, area.top + i, area.left + j, entry)),
    );
    this.engine.set(sheet.name, area.top, area.left, sheet.values(area));
    this.calculation.changed(sheet, area);
    this.tell(this.events.changed(sheet, area));
  }

  private put(sheet: Sheet, row: number, column: number, entry: Prepared): void {
    this.calculation.removeSpill(sheet, row, column);
    const key = cellKey(row, column);
    if (entry.format !== undefined && sheet.numberFormat(row, column) === 'General')
      sheet.format('NumberFormat').setCell(row, column, entry.format);
    if (entry.cell === null) sheet.cells.delete(key);
    else sheet.cells.set(key, entry.cell);
    this.calculation.enter({ sheet, row, column }, entry.cell?.formula);
  }

  clearContents(sheet: Sheet, area: Area): void {
    this.writing(sheet);
    this.checkSpills(sheet, area);
    for (const [row, column] of [...sheet.cellsIn(area)]) this.put(sheet, row, column, { cell: null });
    const used = sheet.usedArea(false);
    const emptied = used && intersection(used, area);
    if (emptied) this.engine.set(sheet.name, emptied.top, emptied.left, sheet.values(emptied));
    this.calculation.changed(sheet, area);
    this.tell(this.events.changed(sheet, area));
  }

  clearFormats(sheet: Sheet, area: Area): void {
    this.writing(sheet);
    for (const [key, layer] of sheet.formats) layer.set(area, key === 'NumberFormat' ? 'General' : null);
  }

  setFormat(sheet: Sheet, area: Area, key: string, value: unknown): void {
    this.writing(sheet);
    sheet.format(key).set(area, value);
  }

  setNumberFormats(sheet: Sheet, area: Area, grid: unknown): void {
    this.writing(sheet);
    const layer = sheet.format('NumberFormat');
    if (!Array.isArray(grid)) return layer.set(area, grid);
    if (grid.length !== height(area) || grid.some((row) => !Array.isArray(row) || row.length !== width(area))) {
      throw sizeMismatch();
    }
    grid.forEach((row: unknown[], i) =>
      row.forEach((format, j) => format !== null && layer.setCell(area.top + i, area.left + j, format)),
    );
  }

  /** A cell that shows part of another cell's spill cannot be written alone. */
  private checkSpills(sheet: Sheet, area: Area): void {
    for (const [, , cell] of sheet.cellsIn(area)) {
      if (cell.anchor !== undefined && !contains(area, cellArea(rowOf(cell.anchor), columnOf(cell.anchor)))) {
        throw invalidOperation('You cannot change part of an array.');
      }
    }
  }

  copy(from: { sheet: Sheet; area: Area }, to: { sheet: Sheet; area: Area }, what: string): void {
    const target =
      size(to.area) >= size(from.area)
        ? to.area
        : { ...to.area, bottom: to.area.top + height(from.area) - 1, right: to.area.left + width(from.area) - 1 };
    const source = (row: number, column: number): [number, number] => [
      from.area.top + ((row - target.top) % height(from.area)),
      from.area.left + ((column - target.left) % width(from.area)),
    ];
    const grid = mapArea(onSheet(target), (row, column) => {
      const [sourceRow, sourceColumn] = source(row, column);
      const cell = from.sheet.cell(sourceRow, sourceColumn);
      if (what === 'Values' || cell?.formula === undefined) return { value: cell?.value ?? null };
      return {
        formula: moveFormula(
          cell.formula,
          printReference(cellArea(sourceRow, sourceColumn)),
          printReference(cellArea(row, column)),
        ),
      };
    });
    const formats = mapArea(target, (row, column) => from.sheet.numberFormat(...source(row, column)));
    if (what !== 'Formats') this.enter(to.sheet, target, grid);
    if (what === 'All' || what === 'Formats') this.setNumberFormats(to.sheet, target, formats);
  }

  // Structure

  /** By Excel's rules; the tests' own evaluator keeps what it has read of the names. */
  private lambda(name: string, args: readonly (readonly (readonly Value[])[] | undefined)[]): Value[][] | undefined {
    const text = JSON.stringify(this.names.map((one) => [one.name, one.formula]));
    if (text !== this.lambdas.text)
      this.lambdas = { text, names: this.names.map((one) => ({ name: one.name, formula: one.formula })) };
    const plain = (cell: Value) => (cell instanceof CellError ? cell.code : cell);
    const error = (cell: number | string | boolean): Value =>
      typeof cell === 'string' && /^#[A-Z/0!?]+$/.test(cell) ? new CellError(cell) : cell;
    return namedCall(
      this.lambdas.names,
      name,
      args.map((arg) => arg?.map((row) => row.map(plain))),
    )?.map((row) => row.map(error));
  }

  /** Inserts or deletes cells; formulas, names, tables and kept ranges follow. */
  shift(sheet: Sheet, shift: Shift): void {
    this.writing(sheet);
    sheet.shift(shift);
    this.tables = this.tables.filter((table) => follows(table, sheet, shift));
    this.conditionalFormats = this.conditionalFormats.filter((item) => follows(item, sheet, shift));
    for (const range of this.kept()) follows(range, sheet, shift);
    this.rewriteFormulas((formula, own) => shiftFormula(formula, own, sheet.name, shift));
  }

  /** What insert(Down) or delete(Up) on an area moves. */
  static shiftOf(area: Area, direction: string): Shift {
    const rows = direction === 'Down' || direction === 'Up';
    const count = rows ? height(area) : width(area);
    const sign = direction === 'Down' || direction === 'Right' ? 1 : -1;
    if (rows && isWholeColumns(area)) return Book.shiftOf(area, sign > 0 ? 'Right' : 'Left');
    if (!rows && isWholeRows(area)) return Book.shiftOf(area, sign > 0 ? 'Down' : 'Up');
    return rows
      ? { axis: 'rows', at: area.top, count: sign * count, from: area.left, to: area.right }
      : { axis: 'columns', at: area.left, count: sign * count, from: area.top, to: area.bottom };
  }

  private rewriteFormulas(rewrite: (formula: string, ownSheet: string) => string): void {
    for (const sheet of this.sheets) {
      for (const [key, cell] of sheet.cells) {
        if (cell.formula === undefined) continue;
        const formula = rewrite(cell.formula, sheet.name);
        if (formula !== cell.formula) sheet.cells.set(key, { ...cell, formula });
      }
    }
    for (const name of this.names) name.formula = rewrite(name.formula, name.sheet?.name ?? '');
    this.calculation.rebuild(this.sheets);
  }

  // Names and tables

  definedName(name: string, from: Sheet | null): DefinedName | undefined {
    const matching = this.names.filter((candidate) => sameWord(candidate.name, name));
    return matching.find(({ sheet }) => sheet === from) ?? matching.find(({ sheet }) => sheet === null);
  }

  addName(name: string, formula: string, comment: string, sheet: Sheet | null): DefinedName {
    this.writing(undefined);
    if (!/^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(name) || parseReference(name))
      throw invalidArgument(`"${name}" cannot be a name.`);
    if (this.names.some((other) => sameWord(other.name, name) && other.sheet === sheet))
      throw itemAlreadyExists(`The name "${name}"`);
    const added = { name, formula, comment, visible: true, sheet };
    this.names.push(added);
    this.calculation.recheck(name);
    return added;
  }

  changeName(name: DefinedName, formula: string): void {
    this.writing(undefined);
    name.formula = formula;
    this.calculation.recheck(name.name);
  }

  deleteName(name: DefinedName): void {
    this.writing(undefined);
    this.names = this.names.filter((other) => other !== name);
    this.calculation.recheck(name.name);
  }

  /** Hides the rows below the first of an area whose text in a column is none of these. */
  filter(sheet: Sheet, area: Area, column: number, texts: readonly string[]): void {
    this.writing(sheet);
    const shown = (row: number) => texts.includes(String(sheet.value(row, column) ?? ''));
    for (let row = area.top + 1; row <= area.bottom; row++) if (!shown(row)) sheet.filteredBy = 'sheet';
  }

  addTable(sheet: Sheet, area: Area, hasHeaders: boolean): Table {
    this.writing(sheet);
    if (this.tables.some((other) => other.sheet === sheet && intersection(other.area, area)))
      throw invalidArgument('A table cannot overlap another table.');
    const table: Table = {
      id: this.nextId(),
      name: this.freeTableName(),
      sheet,
      area,
      hasHeaders: true,
      hasTotals: false,
      style: 'TableStyleMedium2',
    };
    if (!hasHeaders) {
      this.shift(sheet, { axis: 'rows', at: area.top, count: 1, from: area.left, to: area.right });
      table.area = { ...area, bottom: area.bottom + 1 };
    }
    const header = headerOf(table);
    const names = sheet.values(header)[0]!.map((value, i) => (value === null ? `Column${i + 1}` : String(value)));
    this.enter(sheet, header, [names]);
    this.tables.push(table);
    this.calculation.recheck(table.name);
    return table;
  }

  deleteTable(table: Table, keepCells: boolean): void {
    this.writing(table.sheet);
    this.tables = this.tables.filter((other) => other !== table);
    if (!keepCells) this.clearContents(table.sheet, table.area);
    this.calculation.recheck(table.name);
  }

  private freeTableName(): string {
    for (let i = 1; ; i++) if (!this.tables.some((table) => table.name === `Table${i}`)) return `Table${i}`;
  }

  private blocksSpill(sheet: Sheet, area: Area): boolean {
    return (
      this.tables.some((table) => table.sheet === sheet && intersection(table.area, area)) ||
      sheet.merged.some((merged) => intersection(merged, area))
    );
  }

  // Calculation

  recalculate(): void {
    if (this.calculationMode !== 'Manual') this.calculation.run();
  }

  /** Resolves when nothing is #BUSY! any more and the page has heard of every event. */
  async settled(): Promise<void> {
    await within(LONGEST_WAIT, 'the workbook to settle', Promise.all([this.calculation.whenSettled(), this.told]));
  }

  private tell(event: void | Promise<unknown>): void {
    this.told = Promise.all([this.told, event]);
    // Who waits for the workbook to settle is told of a failure.
    this.told.catch(() => undefined);
  }

  /** Every change passes here first: protection and injected faults stop it. */
  writing(sheet: Sheet | undefined): void {
    if (sheet?.protected) throw accessDenied('The sheet is protected.');
    if (this.writesLeft-- <= 0) {
      this.writesLeft = Infinity;
      throw new ExcelError('GeneralException', 'An internal error has occurred.');
    }
  }
}

/** Moves what stands on shifted cells along; false when its cells were deleted. */
function follows(item: { readonly sheet: Sheet; area: Area }, sheet: Sheet, shift: Shift): boolean {
  const moved = item.sheet === sheet ? shifted(item.area, shift) : item.area;
  if (moved) item.area = moved;
  return moved !== null;
}

const mapArea = <T>(area: Area, at: (row: number, column: number) => T): T[][] =>
  Array.from({ length: height(area) }, (_, i) =>
    Array.from({ length: width(area) }, (_, j) => at(area.top + i, area.left + j)),
  );

export function areaOf(address: string): Area {
  const reference = parseReference(address);
  if (!reference) throw invalidArgument(`"${address}" is no address.`);
  return reference.area;
}
