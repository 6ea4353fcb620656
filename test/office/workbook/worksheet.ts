import { invalidArgument, invalidOperation } from '../wire/errors';
import { Collection, Resource, sameWord } from '../wire/resource';
import { type Area, COLUMNS, ROWS, cellArea } from './area';
import type { Book } from './book';
import { AutoFilterResource } from './auto-filter';
import { ChartsResource } from './drawn';
import { NamesResource } from './names';
import { RangeResource } from './range';
import type { Sheet, SheetVisibility } from './sheet';
import { TablesResource } from './tables';

const EVERYTHING: Area = { top: 0, left: 0, bottom: ROWS - 1, right: COLUMNS - 1 };

export class WorksheetResource extends Resource {
  readonly kind = 'Worksheet';

  constructor(
    private readonly book: Book,
    readonly sheet: Sheet,
  ) {
    super();
  }

  override get id(): string {
    return this.sheet.id;
  }
  override get scalars(): readonly string[] {
    return ['Id', 'Name', 'Position', 'Visibility'];
  }

  get Id(): string {
    return this.sheet.id;
  }
  get Name(): string {
    return this.sheet.name;
  }
  set Name(name: string) {
    this.book.renameSheet(this.sheet, name);
  }
  get Position(): number {
    return this.book.sheets.indexOf(this.sheet);
  }
  set Position(position: number) {
    this.book.writing(undefined);
    this.book.moveSheet(this.sheet, position);
  }
  get Visibility(): SheetVisibility {
    return this.sheet.visibility;
  }
  set Visibility(visibility: SheetVisibility) {
    this.book.writing(undefined);
    const visible = this.book.sheets.filter((sheet) => sheet.visibility === 'Visible');
    if (visibility !== 'Visible' && visible.every((sheet) => sheet === this.sheet))
      throw invalidOperation('A workbook keeps at least one visible sheet.');
    this.sheet.visibility = visibility;
  }
  get ShowGridlines(): boolean {
    return this.sheet.format('ShowGridlines').at(0, 0) !== false;
  }
  set ShowGridlines(show: boolean) {
    this.book.setFormat(this.sheet, EVERYTHING, 'ShowGridlines', show);
  }
  get TabColor(): string {
    return String(this.sheet.format('TabColor').at(0, 0) ?? '');
  }
  set TabColor(colour: string) {
    this.book.setFormat(this.sheet, EVERYTHING, 'TabColor', colour);
  }
  get Charts(): ChartsResource {
    return new ChartsResource(this.book, this.sheet);
  }
  get Tables(): TablesResource {
    return new TablesResource(this.book, this.sheet);
  }
  get Names(): NamesResource {
    return new NamesResource(this.book, this.sheet);
  }
  get Protection(): Resource {
    return new Protection(this.book, this.sheet);
  }
  get AutoFilter(): Resource {
    return new AutoFilterResource(
      () => this.sheet.filteredBy === 'sheet',
      ({ sheet, area }, column, texts) => this.book.filter(sheet, area, area.left + column, texts),
    );
  }
  get FreezePanes(): Resource {
    return new FreezePanes(this.book, this.sheet);
  }

  Activate(): void {
    this.book.select(this.sheet, cellArea(0, 0));
  }
  Calculate(): void {
    this.book.calculation.recalculateAll();
  }
  Delete(): void {
    this.book.deleteSheet(this.sheet);
  }
  Copy(position = 'None', relativeTo?: WorksheetResource): WorksheetResource {
    const end = this.book.sheets.length;
    const beside = relativeTo ? this.book.sheets.indexOf(relativeTo.sheet) : -1;
    const places: Record<string, number> = { None: end, End: end, Beginning: 0, Before: beside, After: beside + 1 };
    const at = places[position];
    if (at === undefined || at < 0) throw invalidArgument(`A sheet cannot be copied to ${position}.`);
    return new WorksheetResource(this.book, this.book.copySheet(this.sheet, at));
  }
  /** How office.js finds a copied sheet again. */
  _GetAnotherWorksheetById(id: string): WorksheetResource {
    return new WorksheetResource(this.book, this.book.sheet(id)!);
  }

  GetRange(address?: string): RangeResource {
    if (address === undefined || address === null || address === '') return this.range(EVERYTHING);
    const name = this.book.definedName(address, this.sheet);
    const { sheet, area } = this.book.locate(name ? name.formula.replace(/^=/, '') : address);
    return new RangeResource(this.book, name || address.includes('!') ? sheet : this.sheet, area);
  }
  GetCell(row: number, column: number): RangeResource {
    return this.range(cellArea(row, column));
  }
  GetRangeByIndexes(row: number, column: number, rows: number, columns: number): RangeResource {
    return this.range({ top: row, left: column, bottom: row + rows - 1, right: column + columns - 1 });
  }
  GetUsedRange(valuesOnly = false): RangeResource {
    return this.range(EVERYTHING).GetUsedRange(valuesOnly);
  }
  GetUsedRangeOrNullObject(valuesOnly = false): RangeResource | null {
    return this.range(EVERYTHING).GetUsedRangeOrNullObject(valuesOnly);
  }
  _RegisterSelectionChangedEvent(): void {}
  _UnregisterSelectionChangedEvent(): void {}
  _RegisterDataChangedEvent(): void {}
  _UnregisterDataChangedEvent(): void {}
  _RegisterCalculatedEvent(): void {}
  _UnregisterCalculatedEvent(): void {}

  private range(area: Area): RangeResource {
    return new RangeResource(this.book, this.sheet, area);
  }
}

class Protection extends Resource {
  readonly kind = 'WorksheetProtection';

  constructor(
    private readonly book: Book,
    private readonly sheet: Sheet,
  ) {
    super();
  }
  override get scalars(): readonly string[] {
    return ['Protected'];
  }
  get Protected(): boolean {
    return this.sheet.protected;
  }
  Protect(): void {
    this.book.writing(this.sheet);
    this.sheet.protected = true;
  }
  Unprotect(): void {
    this.sheet.protected = false;
  }
}

class FreezePanes extends Resource {
  readonly kind = 'WorksheetFreezePanes';

  constructor(
    private readonly book: Book,
    private readonly sheet: Sheet,
  ) {
    super();
  }
  FreezeRows(count: number): void {
    this.freeze({ ...EVERYTHING, bottom: count - 1 });
  }
  FreezeColumns(count: number): void {
    this.freeze({ ...EVERYTHING, right: count - 1 });
  }
  FreezeAt(range: RangeResource | string): void {
    this.freeze({ ...(typeof range === 'string' ? this.book.locate(range).area : range.area), top: 0, left: 0 });
  }
  Unfreeze(): void {
    this.book.writing(this.sheet);
    this.book.frozen.delete(this.sheet);
  }
  GetLocationOrNullObject(): RangeResource | null {
    const frozen = this.book.frozen.get(this.sheet);
    return frozen ? new RangeResource(this.book, this.sheet, frozen) : null;
  }
  private freeze(area: Area): void {
    this.book.writing(this.sheet);
    this.book.frozen.set(this.sheet, area);
  }
}

export class WorksheetsResource extends Collection<WorksheetResource> {
  readonly kind = 'WorksheetCollection';

  constructor(private readonly book: Book) {
    super();
  }
  items(): readonly WorksheetResource[] {
    return this.book.sheets.map((sheet) => new WorksheetResource(this.book, sheet));
  }
  matches({ sheet }: WorksheetResource, key: string): boolean {
    return sameWord(sheet.name, key) || sheet.id === key;
  }
  override GetCount(visibleOnly = false): number {
    return this.among(visibleOnly).length;
  }
  GetFirst(visibleOnly = false): WorksheetResource {
    return this.among(visibleOnly)[0]!;
  }
  GetLast(visibleOnly = false): WorksheetResource {
    const sheets = this.among(visibleOnly);
    return sheets[sheets.length - 1]!;
  }
  GetActiveWorksheet(): WorksheetResource {
    return new WorksheetResource(this.book, this.book.activeSheet);
  }
  Add(name?: string): WorksheetResource {
    return new WorksheetResource(this.book, this.book.addSheet(name ?? undefined));
  }
  _RegisterSelectionChangedEvent(): void {}
  _UnregisterSelectionChangedEvent(): void {}
  _RegisterDataChangedEvent(): void {}
  _UnregisterDataChangedEvent(): void {}
  _RegisterCalculatedEvent(): void {}
  _UnregisterCalculatedEvent(): void {}

  private among(visibleOnly: boolean): readonly WorksheetResource[] {
    return this.items().filter(({ sheet }) => !visibleOnly || sheet.visibility === 'Visible');
  }
}
