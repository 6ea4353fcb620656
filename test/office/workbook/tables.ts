import { Collection, Resource, sameWord } from '../wire/resource';
import { type Area, contains, intersection } from './area';
import { AutoFilterResource } from './auto-filter';
import type { Book } from './book';
import { RangeResource } from './range';
import type { Sheet } from './sheet';
import { type Table, bodyOf, headerOf } from './table';
import { onWire } from './values';
import { WorksheetResource } from './worksheet';

export class TableResource extends Resource {
  readonly kind = 'Table';

  constructor(
    private readonly book: Book,
    readonly table: Table,
  ) {
    super();
  }

  override get id(): string {
    return this.table.id;
  }
  override get scalars(): readonly string[] {
    return ['Id', 'Name', 'ShowHeaders', 'ShowTotals', 'Style'];
  }
  get Id(): string {
    return this.table.id;
  }
  get Name(): string {
    return this.table.name;
  }
  set Name(name: string) {
    this.book.writing(this.table.sheet);
    const before = this.table.name;
    this.table.name = name;
    this.book.calculation.recheck(before);
    this.book.calculation.recheck(name);
  }
  get ShowHeaders(): boolean {
    return this.table.hasHeaders;
  }
  get ShowTotals(): boolean {
    return this.table.hasTotals;
  }
  get Style(): string {
    return this.table.style;
  }
  set Style(style: string) {
    this.book.writing(this.table.sheet);
    this.table.style = style;
  }
  get AutoFilter(): Resource {
    return new AutoFilterResource(() => this.table.sheet.filteredBy === 'table');
  }
  get Worksheet(): WorksheetResource {
    return new WorksheetResource(this.book, this.table.sheet);
  }
  get Columns(): Collection<ColumnResource> {
    return new Columns(this.book, this.table);
  }

  GetRange(): RangeResource {
    return this.range(this.table.area);
  }
  GetDataBodyRange(): RangeResource {
    return this.range(bodyOf(this.table));
  }
  GetHeaderRowRange(): RangeResource {
    return this.range(headerOf(this.table));
  }
  Resize(to: RangeResource | string): void {
    this.book.writing(this.table.sheet);
    this.table.area = typeof to === 'string' ? this.book.locate(to).area : to.area;
    this.book.calculation.recheck(this.table.name);
  }
  ConvertToRange(): RangeResource {
    this.book.deleteTable(this.table, true);
    return this.GetRange();
  }
  Delete(): void {
    this.book.deleteTable(this.table, false);
  }

  private range(area: Area): RangeResource {
    return new RangeResource(this.book, this.table.sheet, area);
  }
}

class ColumnResource extends Resource {
  readonly kind = 'TableColumn';

  constructor(
    private readonly book: Book,
    private readonly table: Table,
    private readonly index: number,
  ) {
    super();
  }
  override get id(): string {
    return String(this.index + 1);
  }
  override get scalars(): readonly string[] {
    return ['Id', 'Index', 'Name'];
  }
  get Id(): number {
    return this.index + 1;
  }
  get Index(): number {
    return this.index;
  }
  get Name(): string {
    return String(onWire(this.table.sheet.value(this.table.area.top, this.table.area.left + this.index)));
  }
  GetDataBodyRange(): RangeResource {
    const column = this.table.area.left + this.index;
    return new RangeResource(this.book, this.table.sheet, { ...bodyOf(this.table), left: column, right: column });
  }
}

class Columns extends Collection<ColumnResource> {
  readonly kind = 'TableColumnCollection';

  constructor(
    private readonly book: Book,
    private readonly table: Table,
  ) {
    super();
  }
  items(): readonly ColumnResource[] {
    const { left, right } = this.table.area;
    return Array.from({ length: right - left + 1 }, (_, i) => new ColumnResource(this.book, this.table, i));
  }
  matches(column: ColumnResource, key: string): boolean {
    return sameWord(column.Name, key) || column.id === key;
  }
}

abstract class TableList extends Collection<TableResource> {
  readonly kind = 'TableCollection';

  constructor(protected readonly book: Book) {
    super();
  }
  protected abstract includes(table: Table): boolean;

  items(): readonly TableResource[] {
    return this.book.tables.filter((table) => this.includes(table)).map((table) => new TableResource(this.book, table));
  }
  matches({ table }: TableResource, key: string): boolean {
    return sameWord(table.name, key) || table.id === key;
  }
}

/** The tables of a workbook, or of one sheet. */
export class TablesResource extends TableList {
  constructor(
    book: Book,
    private readonly sheet: Sheet | null,
  ) {
    super(book);
  }
  protected includes(table: Table): boolean {
    return this.sheet === null || table.sheet === this.sheet;
  }
  Add(range: RangeResource | string, hasHeaders: boolean): TableResource {
    const { sheet, area } = typeof range === 'string' ? this.book.locate(range) : range;
    const on = typeof range === 'string' && this.sheet && !range.includes('!') ? this.sheet : sheet;
    return new TableResource(this.book, this.book.addTable(on, area, hasHeaders));
  }
}

export class TablesInRange extends TableList {
  constructor(
    book: Book,
    private readonly sheet: Sheet,
    private readonly area: Area,
    private readonly fullyContained: boolean,
  ) {
    super(book);
  }
  protected includes({ sheet, area }: Table): boolean {
    return (
      sheet === this.sheet && (this.fullyContained ? contains(this.area, area) : intersection(this.area, area) !== null)
    );
  }
  GetFirst(): TableResource {
    return this.GetItemAt(0);
  }
}
