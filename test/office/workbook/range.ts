import { invalidArgument, invalidOperation, sizeMismatch } from '../wire/errors';
import { Collection, Resource } from '../wire/resource';
import {
  type Area,
  COLUMNS,
  ROWS,
  bounding,
  cellArea,
  height,
  intersection,
  isWholeColumns,
  isWholeRows,
  onSheet,
  printReference,
  size,
  width,
} from './area';
import { Book, areaOf } from './book';
import { display } from './display';
import { RangeFormatResource } from './format';
import { ConditionalFormatsResource } from './drawn';
import type { Sheet } from './sheet';
import { TablesInRange } from './tables';
import { onWire, valueType } from './values';
import { WorksheetResource } from './worksheet';

/** Excel answers a larger read with null. */
const MOST_CELLS = 5_000_000;

export class RangeResource extends Resource {
  readonly kind = 'Range';

  constructor(
    readonly book: Book,
    readonly sheet: Sheet,
    public area: Area,
  ) {
    super();
    onSheet(area);
  }

  override get scalars(): readonly string[] {
    return [
      'Address',
      'CellCount',
      'ColumnCount',
      'ColumnIndex',
      'Formulas',
      'HasSpill',
      'NumberFormat',
      'RowCount',
      'RowIndex',
      'Text',
      'ValueTypes',
      'Values',
    ];
  }

  // What it is

  get Address(): string {
    return printReference(this.area, this.sheet.name);
  }
  get RowIndex(): number {
    return this.area.top;
  }
  get ColumnIndex(): number {
    return this.area.left;
  }
  get RowCount(): number {
    return height(this.area);
  }
  get ColumnCount(): number {
    return width(this.area);
  }
  get CellCount(): number {
    const cells = size(this.area);
    return cells > 2 ** 31 - 1 ? -1 : cells;
  }
  get IsEntireColumn(): boolean {
    return isWholeColumns(this.area);
  }
  get IsEntireRow(): boolean {
    return isWholeRows(this.area);
  }
  get Worksheet(): WorksheetResource {
    return new WorksheetResource(this.book, this.sheet);
  }
  get Format(): RangeFormatResource {
    return new RangeFormatResource(this.book, this.sheet, this.area);
  }
  get ConditionalFormats(): ConditionalFormatsResource {
    return new ConditionalFormatsResource(this.book, this.sheet, this.area);
  }

  // What is in it

  get Values(): unknown {
    return this.grid((row, column) => onWire(this.sheet.value(row, column)));
  }
  set Values(grid: unknown) {
    this.book.enter(this.sheet, this.area, this.filled(grid));
  }
  get Formulas(): unknown {
    return this.grid((row, column) => this.book.formulaAt(this.sheet, row, column));
  }
  set Formulas(grid: unknown) {
    this.book.enter(this.sheet, this.area, this.filled(grid));
  }
  get NumberFormat(): unknown {
    return this.grid((row, column) => this.sheet.numberFormat(row, column));
  }
  set NumberFormat(formats: unknown) {
    this.book.setNumberFormats(this.sheet, this.area, formats);
  }
  get Text(): unknown {
    return this.grid((row, column) => display(this.sheet.value(row, column), this.sheet.numberFormat(row, column)));
  }
  get ValueTypes(): unknown {
    return this.grid((row, column) => valueType(this.sheet.value(row, column)));
  }
  /** True if all cells spill or are spilled into, null if some do. */
  get HasSpill(): boolean | null {
    let spilled = 0;
    for (const [, , cell] of this.sheet.cellsIn(this.area)) if (cell.anchor !== undefined || cell.spill) spilled++;
    return spilled === 0 ? false : spilled === size(this.area) ? true : null;
  }

  private grid(at: (row: number, column: number) => unknown): unknown[][] | null {
    if (size(this.area) > MOST_CELLS) return null;
    return Array.from({ length: height(this.area) }, (_, i) =>
      Array.from({ length: width(this.area) }, (_, j) => at(this.area.top + i, this.area.left + j)),
    );
  }

  /** One value for all cells may be given without an array. */
  private filled(grid: unknown): unknown[][] {
    if (!Array.isArray(grid)) return this.grid(() => grid) ?? [];
    if (!grid.every(Array.isArray)) throw invalidArgument('A range takes a two-dimensional array.');
    return grid as unknown[][];
  }

  /** office.js asks this before it writes a large array in slices. */
  _ValidateArraySize(rows: number, columns: number): void {
    if (rows !== height(this.area) || columns !== width(this.area)) throw sizeMismatch();
  }

  // Other ranges

  private at(area: Area): RangeResource {
    return new RangeResource(this.book, this.sheet, area);
  }
  GetCell(row: number, column: number): RangeResource {
    return this.at(cellArea(this.area.top + row, this.area.left + column));
  }
  GetRow(row: number): RangeResource {
    return this.at({ ...this.area, top: this.area.top + row, bottom: this.area.top + row });
  }
  GetColumn(column: number): RangeResource {
    return this.at({ ...this.area, left: this.area.left + column, right: this.area.left + column });
  }
  GetLastCell(): RangeResource {
    return this.at(cellArea(this.area.bottom, this.area.right));
  }
  GetLastRow(): RangeResource {
    return this.at({ ...this.area, top: this.area.bottom });
  }
  GetLastColumn(): RangeResource {
    return this.at({ ...this.area, left: this.area.right });
  }
  GetEntireRow(): RangeResource {
    return this.at({ ...this.area, left: 0, right: COLUMNS - 1 });
  }
  GetEntireColumn(): RangeResource {
    return this.at({ ...this.area, top: 0, bottom: ROWS - 1 });
  }
  GetOffsetRange(rows: number, columns: number): RangeResource {
    const { top, left, bottom, right } = this.area;
    return this.at({ top: top + rows, left: left + columns, bottom: bottom + rows, right: right + columns });
  }
  GetResizedRange(rows: number, columns: number): RangeResource {
    return this.at({ ...this.area, bottom: this.area.bottom + rows, right: this.area.right + columns });
  }
  GetAbsoluteResizedRange(rows: number, columns: number): RangeResource {
    return this.at({ ...this.area, bottom: this.area.top + rows - 1, right: this.area.left + columns - 1 });
  }
  GetBoundingRect(other: RangeResource | string): RangeResource {
    return this.at(bounding(this.area, this.other(other)));
  }
  GetIntersectionOrNullObject(other: RangeResource | string): RangeResource | null {
    const common = intersection(this.area, this.other(other));
    return common && this.at(common);
  }
  GetUsedRangeOrNullObject(valuesOnly = false): RangeResource | null {
    const used = this.sheet.usedArea(valuesOnly);
    const common = used && intersection(used, this.area);
    return common && this.at(common);
  }
  GetUsedRange(valuesOnly = false): RangeResource {
    return this.GetUsedRangeOrNullObject(valuesOnly) ?? this.at(cellArea(this.area.top, this.area.left));
  }
  /** The block of cells around this one that empty rows and columns separate from the rest. */
  GetSurroundingRegion(): RangeResource {
    let region = this.area;
    for (let before: Area | null = null; before !== region;) {
      before = region;
      const near = {
        top: Math.max(0, region.top - 1),
        left: Math.max(0, region.left - 1),
        bottom: region.bottom + 1,
        right: region.right + 1,
      };
      for (const [row, column] of this.sheet.cellsIn(near)) region = grown(region, cellArea(row, column));
    }
    return this.at(region);
  }
  GetSpillingToRangeOrNullObject(): RangeResource | null {
    const spill = this.sheet.cell(this.area.top, this.area.left)?.spill;
    return spill && size(this.area) === 1 ? this.at(spill) : null;
  }
  GetSpillParentOrNullObject(): RangeResource | null {
    if (size(this.area) !== 1) return null;
    const cell = this.sheet.cell(this.area.top, this.area.left);
    if (cell?.spill) return this.at(this.area);
    return cell?.anchor === undefined
      ? null
      : this.at(cellArea(Math.floor(cell.anchor / COLUMNS), cell.anchor % COLUMNS));
  }
  GetMergedAreasOrNullObject(): AreasResource | null {
    const merged = this.sheet.merged.filter((area) => intersection(area, this.area));
    return merged.length === 0 ? null : new AreasResource(merged.map((area) => this.at(area)));
  }
  GetTables(fullyContained = false): TablesInRange {
    return new TablesInRange(this.book, this.sheet, this.area, fullyContained);
  }

  // What can be done to it

  Clear(what = 'All'): void {
    if (what !== 'Formats') this.book.clearContents(this.sheet, this.area);
    if (what === 'All' || what === 'Formats') this.book.clearFormats(this.sheet, this.area);
  }
  Insert(direction: string): RangeResource {
    this.book.shift(this.sheet, Book.shiftOf(this.area, direction));
    return this.at(this.area);
  }
  Delete(direction: string): void {
    this.book.shift(this.sheet, Book.shiftOf(this.area, direction));
  }
  CopyFrom(source: RangeResource | string, what = 'All', skipBlanks = false, transpose = false): void {
    if (skipBlanks || transpose) throw invalidOperation('This host copies neither transposed nor around blanks.');
    const from = typeof source === 'string' ? this.book.locate(source) : source;
    this.book.copy(from, this, what);
  }
  Merge(across = false): void {
    this.book.writing(this.sheet);
    if (across) throw invalidOperation('This host does not merge row by row.');
    this.sheet.merged.push(this.area);
  }
  Unmerge(): void {
    this.book.writing(this.sheet);
    this.sheet.merged = this.sheet.merged.filter((area) => !intersection(area, this.area));
  }
  Select(): void {
    this.book.select(this.sheet, this.area);
  }
  Calculate(): void {
    this.book.calculation.changed(this.sheet, this.area);
  }

  private other(range: RangeResource | string): Area {
    return typeof range === 'string' ? areaOf(range) : range.area;
  }
}

const grown = (region: Area, cell: Area): Area => (intersection(region, cell) ? region : bounding(region, cell));

/** Several ranges of one sheet. */
class AreasResource extends Resource {
  readonly kind = 'RangeAreas';

  constructor(private readonly ranges: readonly RangeResource[]) {
    super();
  }

  override get scalars(): readonly string[] {
    return ['Address', 'AreaCount', 'CellCount'];
  }
  get Address(): string {
    return this.ranges.map((range) => range.Address).join(',');
  }
  get AreaCount(): number {
    return this.ranges.length;
  }
  get CellCount(): number {
    return this.ranges.reduce((sum, range) => sum + size(range.area), 0);
  }
  get Areas(): Collection<RangeResource> {
    return new RangeList(this.ranges);
  }
}

class RangeList extends Collection<RangeResource> {
  readonly kind = 'RangeCollection';

  constructor(private readonly ranges: readonly RangeResource[]) {
    super();
  }
  items(): readonly RangeResource[] {
    return this.ranges;
  }
  matches(range: RangeResource, address: string): boolean {
    return range.Address === address;
  }
}
