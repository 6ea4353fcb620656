import { translateFormulaToA1, translateFormulaToR1C1 } from '@borgar/fx';
import { mayCall } from '../formula/calls';
import { blockName, cellName } from '../workbook/a1';
import type { CellValue, Spill } from '../workbook/workbook';
import { cellXml } from './cell-xml';
import { Kind, readCells, type StoredCells } from './cells';
import { childrenOf, type Edit, patched, withAttribute } from './elements';
import { Frame } from './frame';
import { type Block, blockOf, columnOf, inside, keyOf, type Place, rowOf } from './places';
import { nameCode, richText, Scanner, textBetween } from './scanner';
import type { SharedStrings } from './shared-strings';
import { shownFormula, storedFormula } from './stored-formula';
import { escaped, fromCellText, textOfBytes } from './text';

const [F, V] = [nameCode('f'), nameCode('v')];

/** What a cell holds now in place of what the file says. */
export interface Change {
  /** A formula with =, or a constant. */
  readonly content: CellValue;
  /** Undefined where it could not be computed. */
  readonly value: CellValue | undefined;
  /** The area that a formula fills, where it has to be stored as one that spills. */
  readonly array?: { readonly rows: number; readonly columns: number } | undefined;
  /** What a formula elsewhere fills the cell with: no formula, whatever it begins with. */
  readonly shown?: boolean | undefined;
}

export const isFormulaText = (content: CellValue): content is string =>
  typeof content === 'string' && content.length > 1 && content.startsWith('=');

export const holdsFormula = ({ content, shown }: Change): boolean => !shown && isFormulaText(content);

/** As a host shows a formula that it cannot compute. */
const UNKNOWN = '#NAME?';
/** As Excel shows a formula whose result is still to come. */
const NOT_YET = '#BUSY!';

const valueOf = (change: Change): CellValue => change.value ?? (holdsFormula(change) ? UNKNOWN : '');

/** One sheet of a file: its cells as they were read, and what has been changed since. */
export class FileSheet {
  readonly frame: Frame;
  readonly merged: readonly Block[];
  readonly protected: boolean;
  private readonly cells: StoredCells;
  private readonly changes = new Map<number, Change>();
  private readonly storedArrays = new Map<number, Spill>();
  /** The areas that are filled now, by the cell that holds the formula. */
  private readonly filled = new Map<number, Spill>();
  private readonly restyled = new Map<number, number>();
  private readonly columnStyles: readonly { readonly from: number; readonly to: number; readonly style: number }[];
  /** Shared formulas by the sharing, relative to the cell they stand in. */
  private readonly relative = new Map<string, string>();

  constructor(
    readonly id: string,
    readonly name: string,
    readonly part: string,
    /** By which the workbook names it. */
    readonly relationship: string,
    readonly hidden: boolean,
    private readonly bytes: Uint8Array,
    private readonly strings: SharedStrings,
  ) {
    this.cells = readCells(bytes, part, strings.count);
    const { dataStart: start, dataEnd: end } = this.cells;
    this.frame = new Frame(bytes, part, { name: 'sheetData', start, end });
    this.merged = this.frame
      .all('mergeCells')
      .flatMap((element) => childrenOf(element, 'mergeCell'))
      .flatMap((element) => blockOf(element.attribute('ref') ?? '') ?? []);
    this.protected = this.frame
      .all('sheetProtection')
      .some((element) => ['1', 'true'].includes(element.attribute('sheet') ?? ''));
    for (const { row, column, rows, columns, dynamic } of this.cells.arrays) {
      const spill = { row, column, rows, columns, legacy: !dynamic };
      this.storedArrays.set(keyOf(row, column), spill);
      if (rows * columns > 1) this.filled.set(keyOf(row, column), spill);
    }
    this.columnStyles = this.frame
      .all('cols')
      .flatMap((element) => childrenOf(element, 'col'))
      .map((element) => ({
        from: Number(element.attribute('min')) - 1,
        to: Number(element.attribute('max')) - 1,
        style: Number(element.attribute('style') ?? 0),
      }));
  }

  /** The namespace in which this file names relationships. */
  private get relationships(): string {
    const isStrict = textOfBytes(this.bytes.subarray(0, 1000)).includes(
      'http://purl.oclc.org/ooxml/spreadsheetml/main',
    );
    return isStrict
      ? 'http://purl.oclc.org/ooxml/officeDocument/relationships'
      : 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  }

  get isChanged(): boolean {
    return this.changes.size > 0 || this.restyled.size > 0 || this.frame.edits().length > 0;
  }

  get cellCount(): number {
    return this.cells.count + this.changes.size;
  }

  content(row: number, column: number): CellValue {
    const change = this.changes.get(keyOf(row, column));
    return change ? change.content : this.storedContent(row, column);
  }

  value(row: number, column: number): CellValue {
    const change = this.changes.get(keyOf(row, column));
    if (change) return valueOf(change);
    const cell = this.find(row, column);
    return cell < 0 ? '' : this.storedValue(cell);
  }

  /** What the file holds, whatever has been written since. */
  storedContent(row: number, column: number): CellValue {
    const cell = this.find(row, column);
    if (cell < 0) return '';
    return this.cells.formulas[cell] ? `=${this.storedText(cell, row, column)}` : this.storedValue(cell);
  }

  change(row: number, column: number): Change | undefined {
    return this.changes.get(keyOf(row, column));
  }

  style(row: number, column: number): number {
    const restyled = this.restyled.get(keyOf(row, column));
    if (restyled !== undefined) return restyled;
    const cell = this.find(row, column);
    if (cell >= 0) return this.cells.styles[cell]!;
    const index = this.rowIndex(row);
    const ofRow = index < 0 ? 0 : this.cells.rowStyles[index]!;
    return ofRow || (this.columnStyles.find(({ from, to }) => column >= from && column <= to)?.style ?? 0);
  }

  /** What the file says already is no change. */
  put(row: number, column: number, change: Change): void {
    const key = keyOf(row, column);
    if (this.isStored(row, column, change)) {
      this.forget(row, column);
      return;
    }
    this.changes.set(key, change);
    const { array } = change;
    if (array && array.rows * array.columns > 1) this.filled.set(key, { row, column, ...array, legacy: false });
    else this.filled.delete(key);
  }

  private isStored(row: number, column: number, change: Change): boolean {
    const cell = this.find(row, column);
    if (cell < 0) return change.content === '';
    const isFormula = this.cells.formulas[cell] === 1;
    if (isFormula !== holdsFormula(change) || valueOf(change) !== this.storedValue(cell)) return false;
    if (!isFormula) return change.content === valueOf(change);
    const stored = this.storedArrays.get(keyOf(row, column));
    const { array } = change;
    const isSameArea =
      stored === undefined
        ? (array?.rows ?? 1) * (array?.columns ?? 1) === 1
        : (array?.rows ?? 1) === stored.rows && (array?.columns ?? 1) === stored.columns;
    return isSameArea && change.content === this.storedContent(row, column);
  }

  /** Whether a formula stands here that could not be computed. */
  get hasUnknown(): boolean {
    for (const change of this.changes.values()) if (holdsFormula(change) && change.value === undefined) return true;
    return false;
  }

  /** Takes back what was written to a cell. */
  forget(row: number, column: number): void {
    const key = keyOf(row, column);
    this.changes.delete(key);
    const stored = this.storedArrays.get(key);
    if (stored && stored.rows * stored.columns > 1) this.filled.set(key, stored);
    else this.filled.delete(key);
  }

  restyle(row: number, column: number, style: number): void {
    this.restyled.set(keyOf(row, column), style);
  }

  /** The smallest block with everything that holds something. */
  used(): Block | undefined {
    let [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
    const see = (row: number, column: number) => {
      if (row < top) top = row;
      if (row > bottom) bottom = row;
      if (column < left) left = column;
      if (column > right) right = column;
    };
    this.eachStored((cell, row, column) => {
      if (this.cells.kinds[cell] === Kind.empty && !this.cells.formulas[cell]) return;
      if (this.changes.size > 0 && this.changes.has(keyOf(row, column))) return;
      see(row, column);
    });
    for (const [key, { content, value }] of this.changes)
      if (content !== '' || (value !== '' && value !== undefined)) see(rowOf(key), columnOf(key));
    return bottom < 0 ? undefined : { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
  }

  /** Calls for each cell of a block that the file or a change says something about, row by row only within either. */
  eachIn(block: Block, visit: (row: number, column: number, content: () => CellValue, value: CellValue) => void): void {
    const { rows, firsts, columns } = this.cells;
    const bottom = block.row + block.rows;
    for (let index = this.rowFrom(block.row); index < this.cells.rowCount && rows[index]! < bottom; index++) {
      const row = rows[index]!;
      for (let cell = this.cellFrom(index, block.column); cell < firsts[index + 1]!; cell++) {
        const column = columns[cell]!;
        if (column >= block.column + block.columns) break;
        if (this.changes.size > 0 && this.changes.has(keyOf(row, column))) continue;
        if (this.cells.formulas[cell])
          visit(row, column, () => `=${this.storedText(cell, row, column)}`, this.storedValue(cell));
        else if (this.cells.kinds[cell] !== Kind.empty) {
          const value = this.storedValue(cell);
          visit(row, column, () => value, value);
        }
      }
    }
    const seen = (change: Change, row: number, column: number) =>
      visit(row, column, () => change.content, valueOf(change));
    if (block.rows * block.columns < this.changes.size) {
      for (let row = block.row; row < bottom; row++)
        for (let column = block.column; column < block.column + block.columns; column++) {
          const change = this.changes.get(keyOf(row, column));
          if (change) seen(change, row, column);
        }
    } else
      for (const [key, change] of this.changes)
        if (inside(block, rowOf(key), columnOf(key))) seen(change, rowOf(key), columnOf(key));
  }

  /** Calls for each formula. */
  eachFormula(visit: (row: number, column: number, formula: string) => void): void {
    this.eachStored((cell, row, column) => {
      if (this.cells.formulas[cell] && !this.changes.has(keyOf(row, column)))
        visit(row, column, `=${this.storedText(cell, row, column)}`);
    });
    for (const [key, change] of this.changes)
      if (holdsFormula(change)) visit(rowOf(key), columnOf(key), String(change.content));
  }

  isFormula(row: number, column: number): boolean {
    const change = this.changes.get(keyOf(row, column));
    if (change) return holdsFormula(change);
    const cell = this.find(row, column);
    return cell >= 0 && this.cells.formulas[cell] === 1;
  }

  /** Calls for each cell of the file that has a style of its own. */
  eachStyled(visit: (row: number, column: number, style: number) => void): void {
    this.eachStored((cell, row, column) => {
      if (this.cells.styles[cell]! > 0) visit(row, column, this.cells.styles[cell]!);
    });
  }

  hiddenRows(): readonly number[] {
    return this.cells.hiddenRows;
  }

  /** The merged areas from now on. */
  merge(areas: readonly Block[]): void {
    const refs = areas.map(blockName).sort();
    if (refs.join() === this.merged.map(blockName).sort().join()) return;
    const { prefix } = this.frame;
    const cells = refs.map((ref) => `<${prefix}mergeCell ref="${ref}"/>`).join('');
    const text = `<${prefix}mergeCells count="${refs.length}">${cells}</${prefix}mergeCells>`;
    this.frame.replace('mergeCells', refs.length > 0 ? text : '');
  }

  addTablePart(relationship: string): void {
    const { prefix } = this.frame;
    const own = `<${prefix}tablePart xmlns:r="${this.relationships}" r:id="${relationship}"/>`;
    const before = /^<[^>]*[^/]>([^]*)<\/[^>]*>$/.exec(this.frame.text('tableParts') ?? '')?.[1] ?? '';
    const count = (before.match(/<(?:\w+:)?tablePart\s/g) ?? []).length + 1;
    this.frame.replace('tableParts', `<${prefix}tableParts count="${count}">${before}${own}</${prefix}tableParts>`);
  }

  /** The areas that array formulas fill, where they are more than one cell. */
  spills(): readonly Spill[] {
    return [...this.filled.values()];
  }

  spillAt(row: number, column: number): Spill | undefined {
    return this.filled.get(keyOf(row, column));
  }

  /** The area of a formula elsewhere that fills a cell. */
  coverOf(row: number, column: number): Spill | undefined {
    if (this.filled.size === 0) return undefined;
    for (const spill of this.filled.values())
      if (inside(spill, row, column) && (spill.row !== row || spill.column !== column)) return spill;
    return undefined;
  }

  /** Whether the file stores a cell's formula as an array. */
  isArray(row: number, column: number): boolean {
    return this.storedArrays.has(keyOf(row, column));
  }

  /** The sheet as it is to be saved; `metadata` marks formulas that spill. */
  saved(metadata: number): Uint8Array {
    return patched(this.bytes, [...this.frame.edits(), ...this.cellEdits(metadata), ...this.dimensionEdit()]);
  }

  /** The cells that had a formula and have none now. */
  lostFormulas(): readonly string[] {
    return [...this.changes]
      .filter(([key, change]) => {
        const cell = this.find(rowOf(key), columnOf(key));
        return cell >= 0 && this.cells.formulas[cell] && !holdsFormula(change);
      })
      .map(([key]) => cellName(rowOf(key), columnOf(key)));
  }

  /** Whether something is to be stored as a formula that spills. */
  get hasArrays(): boolean {
    for (const { array } of this.changes.values()) if (array) return true;
    return false;
  }

  private cellEdits(metadata: number): Edit[] {
    const texts = this.writtenCells(metadata);
    const byRow = new Map<number, number[]>();
    for (const key of [...texts.keys()].sort((a, b) => a - b)) {
      const row = byRow.get(rowOf(key));
      if (row) row.push(key);
      else byRow.set(rowOf(key), [key]);
    }
    const { dataOpen, dataClose, dataStart, dataEnd, prefix } = this.cells;
    const edits: Edit[] = [];
    const isEmptyTag = dataOpen === dataEnd;
    for (const [row, keys] of byRow) {
      const index = this.rowIndex(row);
      if (index >= 0) edits.push(...this.rowEdits(index, keys, texts));
      else {
        const inner = keys.map((key) => texts.get(key)!).join('');
        if (inner === '') continue;
        const next = this.rowFrom(row);
        const at = isEmptyTag ? dataStart : next < this.cells.rowCount ? this.cells.rowStarts[next]! : dataClose;
        edits.push({ start: at, end: at, text: `<${prefix}row r="${row + 1}">${inner}</${prefix}row>` });
      }
    }
    if (!isEmptyTag || edits.length === 0) return edits;
    const rows = edits.map(({ text }) => text).join('');
    return [{ start: dataStart, end: dataEnd, text: `<${prefix}sheetData>${rows}</${prefix}sheetData>` }];
  }

  private rowEdits(index: number, keys: readonly number[], texts: ReadonlyMap<number, string>): Edit[] {
    const { starts, ends, firsts, columns, rowOpens, rowCloses, rowStarts, prefix } = this.cells;
    const open = { start: rowStarts[index]!, innerStart: rowOpens[index]! };
    const isNew = keys.some((key) => this.find(rowOf(key), columnOf(key)) < 0 && texts.get(key) !== '');
    const edits: Edit[] = [];
    if (rowCloses[index] === 0) {
      const inner = keys.map((key) => texts.get(key)!).join('');
      return inner === ''
        ? []
        : [{ start: open.innerStart - 2, end: open.innerStart, text: `>${inner}</${prefix}row>` }];
    }
    // What the row says of the columns it reaches over would be wrong, and nobody needs it.
    if (isNew) edits.push(withAttribute(this.bytes, this.part, open, 'spans', undefined));
    for (const key of keys) {
      const cell = this.cellFrom(index, columnOf(key));
      const text = texts.get(key)!;
      if (cell < firsts[index + 1]! && columns[cell] === columnOf(key))
        edits.push({ start: starts[cell]!, end: ends[cell]!, text });
      else if (text !== '') {
        const at = cell < firsts[index + 1]! ? starts[cell]! : rowCloses[index]!;
        edits.push({ start: at, end: at, text });
      }
    }
    return edits;
  }

  /** The new text of every cell that needs one. */
  private writtenCells(metadata: number): ReadonlyMap<number, string> {
    const texts = new Map<number, string>();
    for (const [key, change] of this.changes) texts.set(key, this.changedCell(key, change, metadata));
    for (const key of this.orphans()) texts.set(key, this.unsharedCell(key));
    for (const [key, style] of this.restyled) if (!texts.has(key)) texts.set(key, this.restyledCell(key, style));
    return texts;
  }

  private changedCell(key: number, change: Change, metadata: number): string {
    const { content, value, array } = change;
    const { prefix } = this.cells;
    const [row, column] = [rowOf(key), columnOf(key)];
    const place = { row, column, style: this.style(row, column) };
    if (!holdsFormula(change)) return cellXml(prefix, { ...place, value: content });
    const cell = this.find(row, column);
    if (cell >= 0 && this.cells.formulas[cell] && content === this.storedContent(row, column)) {
      const stored = this.cells.arrays.find((one) => one.cell === cell);
      const isSame = (array?.rows ?? 1) === (stored?.rows ?? 1) && (array?.columns ?? 1) === (stored?.columns ?? 1);
      // A formula that has not changed keeps its own element, whatever its writer put there.
      if (isSame && !this.isOrphan(cell)) {
        const { start, end } = this.elementIn(cell, F)!;
        const formula = textOfBytes(this.bytes.subarray(start, end));
        return cellXml(prefix, {
          ...place,
          formula,
          value,
          metadata: stored?.dynamic ? this.metadataOf(cell) : undefined,
        });
      }
    }
    const text = escaped(storedFormula(String(content).slice(1)));
    const ref = array && blockName({ row, column, ...array });
    const formula = ref
      ? `<${prefix}f t="array" ref="${ref}">${text}</${prefix}f>`
      : `<${prefix}f>${text}</${prefix}f>`;
    return cellXml(prefix, { ...place, formula, value, metadata: ref ? metadata : undefined });
  }

  /** Who shared a formula whose only text goes gets a text of its own. */
  private orphans(): readonly number[] {
    const { shares, masters } = this.cells;
    const lost = new Set([...masters].filter(([, cell]) => this.isRewritten(cell)).map(([index]) => index));
    if (lost.size === 0) return [];
    return [...shares]
      .filter(([cell, index]) => lost.has(index) && masters.get(index) !== cell)
      .map(([cell]) => this.keyOfCell(cell))
      .filter((key) => !this.changes.has(key));
  }

  private isOrphan(cell: number): boolean {
    const index = this.cells.shares.get(cell);
    const master = index === undefined ? undefined : this.cells.masters.get(index);
    return master !== undefined && master !== cell && this.isRewritten(master);
  }

  private isRewritten(cell: number): boolean {
    const key = this.keyOfCell(cell);
    const change = this.changes.get(key);
    return change !== undefined && change.content !== this.storedContent(rowOf(key), columnOf(key));
  }

  private unsharedCell(key: number): string {
    const [row, column] = [rowOf(key), columnOf(key)];
    const cell = this.find(row, column);
    const { prefix } = this.cells;
    const formula = `<${prefix}f>${escaped(storedFormula(this.storedText(cell, row, column)))}</${prefix}f>`;
    return cellXml(prefix, { row, column, style: this.style(row, column), formula, value: this.storedValue(cell) });
  }

  private restyledCell(key: number, style: number): string {
    const cell = this.find(rowOf(key), columnOf(key));
    if (cell < 0) return cellXml(this.cells.prefix, { row: rowOf(key), column: columnOf(key), style, value: '' });
    const [start, end] = [this.cells.starts[cell]!, this.cells.ends[cell]!];
    const open = new Scanner(this.bytes, this.part, start, end);
    open.next();
    const edit = withAttribute(this.bytes, this.part, { start, innerStart: open.end }, 's', String(style));
    return textOfBytes(
      patched(this.bytes.subarray(start, end), [{ ...edit, start: edit.start - start, end: edit.end - start }]),
    );
  }

  /** Where a sheet says how far it reaches, it should reach over what is new. */
  private dimensionEdit(): Edit[] {
    const element = this.frame.all('dimension')[0];
    const [block, used] = [blockOf(element?.attribute('ref') ?? ''), this.used()];
    if (!element || !block || !used) return [];
    const [top, left] = [Math.min(block.row, used.row), Math.min(block.column, used.column)];
    const bottom = Math.max(block.row + block.rows, used.row + used.rows);
    const right = Math.max(block.column + block.columns, used.column + used.columns);
    const now = { row: top, column: left, rows: bottom - top, columns: right - left };
    if (now.rows === block.rows && now.columns === block.columns) return [];
    return [withAttribute(this.bytes, this.part, element, 'ref', blockName(now))];
  }

  private storedValue(cell: number): CellValue {
    const { kinds, numbers, starts, ends } = this.cells;
    switch (kinds[cell]) {
      case Kind.number:
        return numbers[cell]!;
      case Kind.shared:
        return this.strings.text(numbers[cell]!);
      case Kind.boolean:
        return numbers[cell] === 1;
      case Kind.inline:
        return richText(this.bytes, this.part, starts[cell]!, ends[cell]!);
      case Kind.text:
      case Kind.error: {
        const value = this.elementIn(cell, V);
        return value ? fromCellText(textBetween(this.bytes, value.innerStart, value.innerEnd)) : '';
      }
      default:
        return this.cells.formulas[cell] ? NOT_YET : '';
    }
  }

  /** Formulas that no program has calculated yet, or one that does not know our functions. */
  uncalculated(): readonly Place[] {
    const found: Place[] = [];
    this.eachStored((cell, row, column) => {
      if (!this.cells.formulas[cell] || this.changes.has(keyOf(row, column))) return;
      const isUnknown = this.cells.kinds[cell] === Kind.error && this.storedValue(cell) === UNKNOWN;
      if (this.cells.kinds[cell] === Kind.empty || (isUnknown && mayCall(this.storedText(cell, row, column))))
        found.push({ row, column });
    });
    return found;
  }

  /** A formula's text without =. */
  private storedText(cell: number, row: number, column: number): string {
    const index = this.cells.shares.get(cell);
    if (index === undefined) return this.ownText(cell);
    const master = this.cells.masters.get(index)!;
    if (master === cell) return this.ownText(cell);
    let relative = this.relative.get(index);
    if (relative === undefined) {
      const key = this.keyOfCell(master);
      relative = translateFormulaToR1C1(`=${this.ownText(master)}`, cellName(rowOf(key), columnOf(key)));
      this.relative.set(index, relative);
    }
    return translateFormulaToA1(relative, cellName(row, column)).slice(1);
  }

  private ownText(cell: number): string {
    const { innerStart, innerEnd } = this.elementIn(cell, F)!;
    return shownFormula(textBetween(this.bytes, innerStart, innerEnd));
  }

  private elementIn(cell: number, code: number) {
    const scanner = new Scanner(this.bytes, this.part, this.cells.starts[cell], this.cells.ends[cell]);
    scanner.next();
    while (scanner.next()) {
      if (scanner.code !== code || scanner.kind === 'close') continue;
      const [start, innerStart, isEmpty] = [scanner.start, scanner.end, scanner.kind === 'empty'];
      scanner.skip();
      return { start, innerStart, innerEnd: isEmpty ? innerStart : scanner.start, end: scanner.end };
    }
    return undefined;
  }

  private metadataOf(cell: number): number {
    const scanner = new Scanner(this.bytes, this.part, this.cells.starts[cell], this.cells.ends[cell]);
    scanner.next();
    return Number(scanner.attribute('cm') ?? 0);
  }

  private eachStored(visit: (cell: number, row: number, column: number) => void): void {
    const { rows, firsts, columns, rowCount } = this.cells;
    for (let index = 0; index < rowCount; index++)
      for (let cell = firsts[index]!; cell < firsts[index + 1]!; cell++) visit(cell, rows[index]!, columns[cell]!);
  }

  private keyOfCell(cell: number): number {
    const index = firstWhere(this.cells.rowCount, (at) => this.cells.firsts[at + 1]! > cell);
    return keyOf(this.cells.rows[index]!, this.cells.columns[cell]!);
  }

  private find(row: number, column: number): number {
    const index = this.rowIndex(row);
    if (index < 0) return -1;
    const cell = this.cellFrom(index, column);
    return cell < this.cells.firsts[index + 1]! && this.cells.columns[cell] === column ? cell : -1;
  }

  private rowIndex(row: number): number {
    const index = this.rowFrom(row);
    return index < this.cells.rowCount && this.cells.rows[index] === row ? index : -1;
  }

  /** The first stored row at or below one. */
  private rowFrom(row: number): number {
    const { rows, rowCount } = this.cells;
    // Most sheets leave no row out.
    if (row < rowCount && rows[row] === row) return row;
    return firstWhere(rowCount, (at) => rows[at]! >= row);
  }

  private cellFrom(index: number, column: number): number {
    const { firsts, columns } = this.cells;
    const first = firsts[index]!;
    return first + firstWhere(firsts[index + 1]! - first, (at) => columns[first + at]! >= column);
  }
}

/** The first of so many for which something holds that holds for all behind it. */
function firstWhere(count: number, holds: (at: number) => boolean): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
