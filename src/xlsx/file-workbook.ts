import { freeName } from '../workbook/free-name';
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
} from '../workbook/workbook';
import { treeOf } from '../formula/text';
import type { Book } from '../formula/meaning/book';
import { BookPart } from './book-part';
import { trimCalcChain } from './calc-chain';
import { withWidth } from './column-widths';
import { copiedSheet, emptySheet } from './new-sheet';
import { dynamicArrayMark } from './metadata';
import { Notes } from './notes';
import { Package } from './package';
import { frozenRows } from './panes';
import { inside } from './places';
import { type Answer, Recalculation } from './recalculation';
import { Refusal } from './refusal';
import { ruleXml } from './rules';
import { Scanner } from './scanner';
import { SharedStrings } from './shared-strings';
import { FileSheet, isFormulaText } from './sheet';
import { storedFormula } from './stored-formula';
import { openStyles, type Styles } from './styles';
import { type FileTable, followColumns, newTable, tablesOf } from './tables';

const WORKSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml';

interface Opened {
  readonly files: Package;
  readonly book: BookPart;
  readonly styles: Styles;
  readonly strings: SharedStrings;
}

/** A formula of a sheet, and what the file shows for it. */
export interface FormulaCell {
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
  readonly formula: string;
}

/** A workbook in a file: what is written is patched into the sheets, and every other part stays as it is. */
export class FileWorkbook implements Workbook {
  readonly knowsOptional = true;
  private book: BookPart;
  private pages: FileSheet[] = [];
  private tablesBySheet = new Map<FileSheet, readonly FileTable[]>();
  private readonly notes: Notes;
  private readonly recalculation: Recalculation;
  private known: Book | undefined;
  private readonly listeners = { selection: new Set<() => void>(), change: new Set<() => void>() };
  private selected: Area | undefined;

  private constructor(private readonly opened: Opened) {
    this.book = opened.book;
    this.notes = new Notes(opened.files, opened.book.part);
    this.recalculation = new Recalculation(
      (id) => this.pages.find((page) => page.id === id),
      () => this.pages,
      () => this.bookNow(),
    );
  }

  /** Opens a file; a Refusal says why it cannot be. */
  static async open(bytes: Uint8Array): Promise<FileWorkbook> {
    const files = await Package.open(bytes);
    const book = await BookPart.of(files);
    const parts = await files.relationships(book.part);
    const partOf = (kind: string) => parts.find(({ type, target }) => type === kind && files.has(target))?.target;
    const text = partOf('sharedStrings');
    const strings = text === undefined ? SharedStrings.none : SharedStrings.of(await files.read(text), text);
    const styles = await openStyles(files, book, partOf('styles'), partOf('theme'));
    const workbook = new FileWorkbook({ files, book, styles, strings });
    await workbook.readSheets();
    return workbook;
  }

  get from1904(): boolean {
    return this.book.from1904;
  }

  get styles(): Styles {
    return this.opened.styles;
  }

  get files(): Package {
    return this.opened.files;
  }

  get bookPart(): BookPart {
    return this.book;
  }

  page(id: string): FileSheet {
    const page = this.pages.find((one) => one.id === id);
    if (!page) throw new Error(`There is no sheet ${id}.`);
    return page;
  }

  async sheets(): Promise<readonly Sheet[]> {
    return this.pages.map(sheetOf);
  }

  async addSheet(name: string): Promise<Sheet> {
    return sheetOf(await this.insert(this.pages.length, name, emptySheet(this.book.namespace)));
  }

  async copySheet(sheet: string, name: string): Promise<Sheet> {
    const page = this.page(sheet);
    this.calculate();
    const mark = page.hasArrays ? await this.mark() : 0;
    const copy = copiedSheet(page.saved(mark), page.part);
    return sheetOf(await this.insert(this.pages.indexOf(page) + 1, name, copy));
  }

  async deleteSheet(sheet: string): Promise<void> {
    const page = this.page(sheet);
    const { files } = this.opened;
    this.book = this.book.withoutSheet(this.placeOf(page));
    await files.unrelate(this.book.part, page.part);
    await files.remove(page.part);
    this.pages = this.pages.filter((one) => one !== page);
    this.known = undefined;
    this.tell();
  }

  async activate(sheet: string): Promise<void> {
    this.selected = { sheet: this.page(sheet).id, row: 0, column: 0, rows: 1, columns: 1 };
    this.listeners.selection.forEach((listener) => listener());
  }

  async used(sheet: string): Promise<Area | undefined> {
    this.calculate();
    const block = this.page(sheet).used();
    return block && { sheet, ...block };
  }

  async read(area: Area): Promise<Cells> {
    this.calculate();
    const page = this.page(area.sheet);
    const grid = <T>(filling: T): T[][] =>
      Array.from({ length: area.rows }, () => new Array<T>(area.columns).fill(filling));
    const [formulas, values] = [grid<CellValue>(''), grid<CellValue>('')];
    page.eachIn(area, (row, column, content, value) => {
      const [i, j] = [row - area.row, column - area.column];
      formulas[i]![j] = content();
      values[i]![j] = value;
    });
    return { formulas, values, formats: this.formatsOf(page, area) };
  }

  async write(area: Area, content: readonly (readonly CellValue[])[]): Promise<void> {
    const page = this.page(area.sheet);
    this.refuseWriting(page, area);
    const wrong = content.flat().find((cell) => isFormulaText(cell) && treeOf(cell) === undefined);
    if (wrong !== undefined) throw new Error(`This is no formula: ${wrong}`);
    content.forEach((line, i) => line.forEach((cell, j) => this.writeCell(page, area.row + i, area.column + j, cell)));
    this.tell();
  }

  async clear(area: Area): Promise<void> {
    const used = await this.used(area.sheet);
    if (!used) return;
    const row = Math.max(area.row, used.row);
    const column = Math.max(area.column, used.column);
    const rows = Math.min(area.row + area.rows, used.row + used.rows) - row;
    const columns = Math.min(area.column + area.columns, used.column + used.columns) - column;
    if (rows <= 0 || columns <= 0) return;
    const blank = Array.from({ length: rows }, () => new Array<CellValue>(columns).fill(''));
    await this.write({ sheet: area.sheet, row, column, rows, columns }, blank);
  }

  async settled(): Promise<void> {
    this.calculate();
  }

  async selection(): Promise<Area> {
    return this.selected ?? { sheet: this.pages[0]!.id, row: 0, column: 0, rows: 1, columns: 1 };
  }

  async select(area: Area): Promise<void> {
    this.page(area.sheet);
    this.selected = area;
    this.listeners.selection.forEach((listener) => listener());
  }

  onSelection(listener: () => void): () => void {
    this.listeners.selection.add(listener);
    return () => this.listeners.selection.delete(listener);
  }

  onChange(listener: () => void): () => void {
    this.listeners.change.add(listener);
    return () => this.listeners.change.delete(listener);
  }

  async names(): Promise<readonly DefinedName[]> {
    return this.definedNames();
  }

  async tables(): Promise<readonly TableArea[]> {
    return this.tableAreas().map(({ name, area }) => ({ name, area }));
  }

  async spills(sheet: string): Promise<readonly Spill[]> {
    this.calculate();
    return this.page(sheet).spills();
  }

  async merged(sheet: string): Promise<readonly Area[]> {
    return this.page(sheet).merged.map((block) => ({ sheet, ...block }));
  }

  /** Rows are written whether they are shown or not. */
  async filtered(): Promise<boolean> {
    return false;
  }
  async filter(): Promise<boolean> {
    return false;
  }

  async format(area: Area, { width, when, ...look }: Format): Promise<void> {
    const page = this.page(area.sheet);
    if (Object.values(look).some((one) => one !== undefined))
      for (let row = area.row; row < area.row + area.rows; row++)
        for (let column = area.column; column < area.column + area.columns; column++)
          page.restyle(row, column, this.styles.derive(page.style(row, column), look));
    if (width !== undefined)
      page.frame.replace('cols', withWidth(page.frame.text('cols'), page.frame.prefix, area, width));
    if (when) page.frame.add('conditionalFormatting', ruleXml(page.frame.prefix, area, when, this.styles));
  }

  async freezeRows(sheet: string, rows: number): Promise<void> {
    const { frame } = this.page(sheet);
    frame.replace('sheetViews', frozenRows(frame.text('sheetViews'), frame.prefix, rows));
  }

  /** A chart has parts of its own that only Excel draws alike. */
  async writeFormattedNumber(): Promise<boolean> {
    return false;
  }

  async addChart(): Promise<boolean> {
    return false;
  }

  readNote(key: string): Promise<string | undefined> {
    return this.notes.read(key);
  }

  async writeNote(key: string, text: string | undefined): Promise<void> {
    this.notes.write(key, text);
  }

  /** Defines a name, for the workbook or for one of its sheets. */
  addName(name: string, formula: string, sheet?: string, comment?: string): void {
    const place = sheet === undefined ? undefined : this.placeOf(this.page(sheet));
    this.book = this.book.withName(name, storedFormula(formula.replace(/^=/, '')), place, comment);
    this.known = undefined;
  }

  async defineNames(names: readonly NewName[]): Promise<void> {
    for (const { name, formula, comment } of names) {
      this.book = this.book.withoutName(name);
      this.addName(name, formula, undefined, comment);
    }
  }

  async deleteNames(names: readonly string[]): Promise<void> {
    for (const name of names) this.book = this.book.withoutName(name);
    this.known = undefined;
  }

  async placeTable(name: string, area: Area): Promise<boolean> {
    if (this.tableAreas().some((table) => table.name === name)) return false;
    await this.addTable(name, area);
    return true;
  }

  /** Makes a table of cells; its headings are what stands in the first row. */
  async addTable(name: string, area: Area): Promise<void> {
    this.calculate();
    const page = this.page(area.sheet);
    const table = await newTable(this.opened.files, this.book.namespace, page, name, area);
    this.tablesBySheet.set(page, [...(this.tablesBySheet.get(page) ?? []), table]);
    this.known = undefined;
  }

  /** Computes the formulas that no program has calculated yet, as far as they are known here. */
  calculateMissing(): void {
    for (const page of this.pages)
      for (const { row, column } of page.uncalculated()) this.recalculation.again(page, row, column);
    this.calculate();
  }

  /** Every formula of the workbook, sheet by sheet. */
  *formulas(): Generator<FormulaCell> {
    this.calculate();
    for (const page of this.pages) {
      const found: FormulaCell[] = [];
      const sheet = sheetOf(page);
      page.eachFormula((row, column, formula) => found.push({ sheet, row, column, formula }));
      yield* found;
    }
  }

  /** What a formula of a cell comes to; undefined where it calls what is not known here. */
  answer({ sheet, row, column, formula }: FormulaCell): Answer | undefined {
    return this.recalculation.answer({ sheet: this.page(sheet.id), row, column }, formula);
  }

  valueAt(sheet: string, row: number, column: number): CellValue {
    return this.page(sheet).value(row, column);
  }

  /** Formulas that could not be computed although what they read has changed: they show what they showed before. */
  stale(): readonly FormulaCell[] {
    this.calculate();
    return [...this.recalculation.stale.all()].map(([id, row, column]) => {
      const page = this.page(id);
      return { sheet: sheetOf(page), row, column, formula: String(page.content(row, column)) };
    });
  }

  /** The file with what was written. */
  async save(): Promise<Uint8Array> {
    this.calculate();
    const { files } = this.opened;
    const changed = this.pages.filter((page) => page.isChanged);
    const mark = changed.some((page) => page.hasArrays) ? await this.mark() : 0;
    const isUnknown = changed.some((page) => page.hasUnknown) || this.recalculation.stale.size > 0;
    if (isUnknown) this.book = this.book.withFullCalculation();
    for (const page of changed)
      for (const table of this.tablesBySheet.get(page) ?? []) await followColumns(files, page, table);
    const gone = new Map(
      changed.flatMap((page) => {
        const cells = page.lostFormulas();
        return cells.length > 0 ? [[this.numberOf(page), new Set(cells)] as const] : [];
      }),
    );
    if (gone.size > 0) await trimCalcChain(files, this.book.part, (sheet, cell) => gone.get(sheet)?.has(cell) ?? false);
    for (const page of changed) files.write(page.part, page.saved(mark));
    const styles = this.styles.saved();
    if (styles) {
      await this.styles.declare();
      files.write(this.styles.part, styles);
    }
    await this.notes.save();
    if (this.book !== this.opened.book) files.write(this.book.part, this.book.bytes);
    return files.save();
  }

  private calculate(): void {
    this.recalculation.run();
  }

  private async readSheets(): Promise<void> {
    const { files } = this.opened;
    const parts = new Map((await files.relationships(this.book.part)).map((one) => [one.id, one]));
    for (const { name, relationship, number, hidden } of this.book.sheets()) {
      const part = parts.get(relationship);
      if (!part) throw new Refusal('damaged', name);
      if (part.type !== 'worksheet') continue;
      if (!files.has(part.target)) throw new Refusal('damaged', name);
      const bytes = await files.read(part.target);
      await this.join(
        new FileSheet(
          this.freeId(bytes, part.target, number),
          name,
          part.target,
          relationship,
          hidden,
          bytes,
          this.opened.strings,
        ),
        this.pages.length,
      );
    }
    if (this.pages.length === 0) throw new Refusal('damaged', this.book.part);
  }

  private async join(page: FileSheet, place: number): Promise<void> {
    this.pages.splice(place, 0, page);
    this.tablesBySheet.set(page, await tablesOf(this.opened.files, page.part));
    this.known = undefined;
  }

  /** Excel knows a sheet by a mark that it writes into it; other programs leave it out, or copy it. */
  private freeId(bytes: Uint8Array, part: string, number: number): string {
    const root = new Scanner(bytes, part);
    const mark = root.next() ? root.attribute('xr:uid') : undefined;
    return mark && !this.pages.some(({ id }) => id === mark) ? mark : `sheet-${number}`;
  }

  private async insert(place: number, wanted: string, bytes: Uint8Array): Promise<FileSheet> {
    const { files, strings } = this.opened;
    const name = freeName(
      wanted,
      this.book.sheets().map((sheet) => sheet.name),
    );
    const part = files.freePart(`${this.book.part.replace(/[^/]*$/, '')}worksheets/sheet`);
    files.write(part, bytes);
    const relationship = await files.add(this.book.part, part, 'worksheet', WORKSHEET, bytes);
    const behind = this.pages[place - 1];
    const at = behind ? this.placeOf(behind) + 1 : 0;
    this.book = this.book.withSheet(at, name, relationship);
    const { number } = this.book.sheets()[at]!;
    const page = new FileSheet(`sheet-${number}`, name, part, relationship, false, bytes, strings);
    await this.join(page, place);
    this.tell();
    return page;
  }

  private placeOf(page: FileSheet): number {
    return this.book.sheets().findIndex(({ relationship }) => relationship === page.relationship);
  }

  private numberOf(page: FileSheet): number {
    return this.book.sheets()[this.placeOf(page)]!.number;
  }

  private mark(): Promise<number> {
    return dynamicArrayMark(this.opened.files, this.book.part, this.book.namespace);
  }

  private tell(): void {
    this.listeners.change.forEach((listener) => listener());
  }

  private formatsOf(page: FileSheet, area: Area): string[][] {
    return Array.from({ length: area.rows }, (_, i) =>
      Array.from({ length: area.columns }, (__, j) => this.styles.format(page.style(area.row + i, area.column + j))),
    );
  }

  private refuseWriting(page: FileSheet, area: Area): void {
    if (page.protected) throw new Error('The sheet is protected.');
    for (const spill of page.spills()) {
      if (!spill.legacy) continue;
      const isInside = (row: number, column: number) => inside(area, row, column);
      const [bottom, right] = [spill.row + spill.rows - 1, spill.column + spill.columns - 1];
      const touches =
        spill.row < area.row + area.rows &&
        bottom >= area.row &&
        spill.column < area.column + area.columns &&
        right >= area.column;
      if (touches && !(isInside(spill.row, spill.column) && isInside(bottom, right)))
        throw new Error('Part of an array formula cannot be changed.');
    }
  }

  private writeCell(page: FileSheet, row: number, column: number, content: CellValue): void {
    const cover = page.coverOf(row, column);
    // To empty what a formula elsewhere shows changes nothing.
    if (cover && content === '') return;
    const spill = page.spillAt(row, column);
    this.recalculation.writing(page, row, column);
    page.put(row, column, isFormulaText(content) ? { content, value: undefined } : { content, value: content });
    this.recalculation.written(page, row, column);
    if (cover) this.recalculation.again(page, cover.row, cover.column);
    if (spill) this.emptySpill(page, spill);
  }

  /** What a formula filled goes with it. */
  private emptySpill(page: FileSheet, { row, column, rows, columns }: Spill): void {
    for (let r = row; r < row + rows; r++)
      for (let c = column; c < column + columns; c++) {
        if (r === row && c === column) continue;
        this.recalculation.writing(page, r, c);
        page.put(r, c, { content: '', value: '' });
        this.recalculation.written(page, r, c);
      }
  }

  private definedNames(): DefinedName[] {
    const entries = this.book.sheets();
    return this.book.names().flatMap(({ name, formula, sheet, comment }) => {
      const page =
        sheet === undefined
          ? undefined
          : this.pages.find(({ relationship }) => relationship === entries[sheet]?.relationship);
      if (sheet !== undefined && !page) return [];
      return [{ name, formula: `=${formula}`, ...(page && { sheet: page.id }), ...(comment && { comment }) }];
    });
  }

  private tableAreas() {
    return this.pages.flatMap((page) =>
      (this.tablesBySheet.get(page) ?? []).map(({ name, row, column, rows, columns, headers }) => ({
        name,
        headers,
        area: { sheet: page.id, row, column, rows, columns },
      })),
    );
  }

  /** What a formula may name, as it stands now. */
  private bookNow(): Book {
    this.known ??= {
      sheets: this.pages.map(sheetOf),
      names: this.definedNames(),
      tables: this.tableAreas(),
      spillsOn: (sheet) => this.page(sheet).spills(),
    };
    return this.known;
  }
}

const sheetOf = ({ id, name, protected: isProtected }: FileSheet): Sheet => ({ id, name, protected: isProtected });
