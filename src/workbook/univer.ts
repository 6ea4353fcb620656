import {
  CellValueType,
  InterceptorEffectEnum,
  WrapStrategy,
  type ICellData,
  type Injector,
  type IRange,
  type IStyleData,
  type Nullable,
} from '@univerjs/core';
import type { FUniver } from '@univerjs/core/facade';
import { FormulaDataModel, INTERCEPTOR_POINT, SheetInterceptorService } from '@univerjs/preset-sheets-core';
import { holds } from './area';
import { freeName } from './free-name';
import type {
  Area,
  CellValue,
  Cells,
  DefinedName,
  Format,
  NewName,
  Sheet,
  Spill,
  TableArea,
  Workbook,
} from './workbook';

const LONGEST_CALCULATION_MS = 120_000;
const PIXELS_PER_CHARACTER = 7;
const AFTER_NUMBER_FORMATS = 2;
const GENERAL = 'General';
const BARRED = '#SPILL!';
const COLOURS = 'rzrq-colours';
/** A new sheet has room for the widest template; the engine gives it 20 columns. */
const COLUMNS = 100;

type Rule = NonNullable<Format['when']>[number];

interface Colours {
  readonly area: Area;
  readonly when: readonly Rule[];
}

/** The embedded workbook. */
export function univerWorkbook(api: FUniver, injector: Injector): Workbook {
  return new UniverWorkbook(api, injector);
}

class UniverWorkbook implements Workbook {
  readonly knowsOptional = false;
  private readonly formulas: FormulaDataModel;
  private readonly colours: Colours[];

  constructor(
    private readonly api: FUniver,
    injector: Injector,
  ) {
    this.formulas = injector.get(FormulaDataModel);
    this.colours = [...((this.book().getCustomMetadata()?.[COLOURS] as readonly Colours[] | undefined) ?? [])];
    this.colourByRules(injector.get(SheetInterceptorService));
  }

  async sheets(): Promise<readonly Sheet[]> {
    return this.book()
      .getSheets()
      .map((sheet) => ({
        id: sheet.getSheetId(),
        name: sheet.getSheetName(),
        protected: sheet.getWorksheetPermission().isProtected(),
      }));
  }

  async addSheet(name: string): Promise<Sheet> {
    const free = await this.freeName(name);
    const before = this.book().getActiveSheet();
    const sheet = this.book().insertSheet(free, { sheet: { columnCount: COLUMNS } });
    // The engine shows a new sheet at once; the port leaves that to activate().
    this.book().setActiveSheet(before);
    return { id: sheet.getSheetId(), name: free, protected: false };
  }

  async copySheet(sheet: string, name: string): Promise<Sheet> {
    const free = await this.freeName(name);
    const before = this.book().getActiveSheet();
    const copy = this.book().duplicateSheet(this.sheet(sheet));
    copy.setName(free);
    this.book().setActiveSheet(before);
    return { id: copy.getSheetId(), name: free, protected: false };
  }

  async deleteSheet(sheet: string): Promise<void> {
    this.book().deleteSheet(sheet);
  }

  async activate(sheet: string): Promise<void> {
    this.book().setActiveSheet(sheet);
  }

  async used(sheet: string): Promise<Area | undefined> {
    const matrix = this.sheet(sheet).getSheet().getCellMatrix();
    const filled: [row: number, column: number][] = [];
    matrix.forValue((row, column, cell) => {
      if (cell && (cell.f || cell.si || isFilled(cell.v))) filled.push([row, column]);
    });
    for (const { startRow, endRow, startColumn, endColumn } of this.arrays(sheet))
      filled.push([startRow, startColumn], [endRow, endColumn]);
    if (filled.length === 0) return undefined;
    const [top, left, bottom, right] = filled.reduce(
      ([top, left, bottom, right], [row, column]) =>
        [Math.min(top, row), Math.min(left, column), Math.max(bottom, row), Math.max(right, column)] as const,
      [Infinity, Infinity, -1, -1] as readonly [number, number, number, number],
    );
    return { sheet, row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
  }

  async read(area: Area): Promise<Cells> {
    const sheet = this.sheet(area.sheet).getSheet();
    const spilled = this.spilled(sheet.getUnitId(), area.sheet);
    const styles = this.book().getWorkbook().getStyles();
    const formulas: CellValue[][] = [];
    const values: CellValue[][] = [];
    const formats: string[][] = [];
    for (let r = 0; r < area.rows; r++) {
      const line: { formulas: CellValue[]; values: CellValue[]; formats: string[] } = {
        formulas: [],
        values: [],
        formats: [],
      };
      for (let c = 0; c < area.columns; c++) {
        const [row, column] = [area.row + r, area.column + c];
        const cell = sheet.getCellRaw(row, column);
        const value = valueOf(spilled?.[row]?.[column] ?? cell);
        const formula =
          cell?.f || cell?.si ? this.formulas.getFormulaStringByCell(row, column, area.sheet, sheet.getUnitId()) : null;
        line.formulas.push(formula || value);
        line.values.push(value);
        line.formats.push(styles.getStyleByCell(cell)?.n?.pattern ?? GENERAL);
      }
      formulas.push(line.formulas);
      values.push(line.values);
      formats.push(line.formats);
    }
    return { formulas, values, formats };
  }

  async write(area: Area, content: readonly (readonly CellValue[])[]): Promise<void> {
    const names = new Map((await this.sheets()).map(({ name }) => [name.toLowerCase(), name]));
    this.range(area).setValues(content.map((row) => row.map((value) => cellOf(sameCase(value, names)))));
  }

  async writeFormattedNumber(): Promise<boolean> {
    return false;
  }

  async clear(area: Area): Promise<void> {
    this.range(area).clearContent();
  }

  async settled(): Promise<void> {
    await this.api.getFormula().onCalculationResultApplied(LONGEST_CALCULATION_MS);
  }

  async selection(): Promise<Area> {
    const sheet = this.book().getActiveSheet();
    return areaOf(
      sheet.getSheetId(),
      sheet.getActiveRange()?.getRange() ?? { startRow: 0, startColumn: 0, endRow: 0, endColumn: 0 },
    );
  }

  async select(area: Area): Promise<void> {
    this.book().setActiveSheet(area.sheet);
    this.sheet(area.sheet).setActiveRange(this.range(area));
  }

  onSelection(listener: () => void): () => void {
    const events = [this.api.Event.SelectionChanged, this.api.Event.ActiveSheetChanged] as const;
    const subscriptions = events.map((event) => this.api.addEvent(event, () => listener()));
    return () => subscriptions.forEach((subscription) => subscription.dispose());
  }

  onChange(listener: () => void): () => void {
    const subscriptions = [
      this.api.addEvent(this.api.Event.SheetValueChanged, () => listener()),
      this.api.getFormula().calculationResultApplied(() => listener()),
    ];
    return () => subscriptions.forEach((subscription) => subscription.dispose());
  }

  async names(): Promise<readonly DefinedName[]> {
    return this.book()
      .getDefinedNames()
      .map((name) => {
        const formula = name.getFormulaOrRefString();
        const sheet = name.isWorkbookScope() ? undefined : name.getLocalSheetId();
        const comment = name.getComment();
        return {
          name: name.getName(),
          formula: formula.startsWith('=') ? formula : `=${formula}`,
          ...(sheet && { sheet }),
          ...(comment && { comment }),
        };
      });
  }

  async defineNames(names: readonly NewName[]): Promise<void> {
    const known = this.namesOfBook();
    for (const { name, formula, comment } of names) {
      const there = known.get(name.toLowerCase());
      if (there)
        this.book().updateDefinedNameBuilder(
          there.toBuilder().setFormula(formula.replace(/^=/, '')).setComment(comment).build(),
        );
      else
        this.book().insertDefinedNameBuilder(
          this.book()
            .newDefinedNameBuilder()
            .setName(name)
            .setFormula(formula.replace(/^=/, ''))
            .setComment(comment)
            .setScopeToWorkbook()
            .build(),
        );
    }
  }

  async deleteNames(names: readonly string[]): Promise<void> {
    const known = this.namesOfBook();
    for (const name of names) known.get(name.toLowerCase())?.delete();
  }

  private namesOfBook() {
    const own = this.book()
      .getDefinedNames()
      .filter((name) => name.isWorkbookScope());
    return new Map(own.map((name) => [name.getName().toLowerCase(), name]));
  }

  async tables(): Promise<readonly TableArea[]> {
    return this.book()
      .getTableList()
      .map(({ name, subUnitId, range }) => ({ name, area: areaOf(subUnitId, range) }));
  }

  async placeTable(name: string, area: Area): Promise<boolean> {
    const sheet = this.sheet(area.sheet);
    const range = this.range(area).getRange();
    const known = this.book()
      .getTableList()
      .find((table) => table.name === name);
    return known ? sheet.setTableRange(known.id, range) : sheet.addTable(name, range, name, {});
  }

  async spills(sheet: string): Promise<readonly Spill[]> {
    return this.arrays(sheet)
      .map((range) => areaOf(sheet, range))
      .filter(({ rows, columns }) => rows * columns > 1)
      .map(({ row, column, rows, columns }) => ({ row, column, rows, columns, legacy: false }));
  }

  async merged(sheet: string): Promise<readonly Area[]> {
    return this.sheet(sheet)
      .getMergeData()
      .map((range) => areaOf(sheet, range.getRange()));
  }

  /** Rows are written whether they are shown or not. */
  async filtered(): Promise<boolean> {
    return false;
  }
  async filter(): Promise<boolean> {
    return false;
  }

  async format(area: Area, { number, bold, fill, color, width, minWidth, wrap, align, when }: Format): Promise<void> {
    const range = this.range(area);
    const style: IStyleData = {
      ...(number !== undefined && { n: { pattern: number } }),
      ...(bold !== undefined && { bl: bold ? 1 : 0 }),
      ...(fill !== undefined && { bg: { rgb: fill } }),
      ...(color !== undefined && { cl: { rgb: color } }),
      ...(wrap !== undefined && { tb: wrap ? WrapStrategy.WRAP : WrapStrategy.OVERFLOW }),
      ...(align !== undefined && { ht: { left: 1, center: 2, right: 3 }[align] }),
    };
    if (Object.keys(style).length > 0)
      range.setValues(
        Array.from({ length: area.rows }, () => Array.from({ length: area.columns }, (): ICellData => ({ s: style }))),
      );
    if (width !== undefined)
      this.sheet(area.sheet).setColumnWidths(area.column, area.columns, Math.round(width * PIXELS_PER_CHARACTER));
    if (minWidth !== undefined) this.widen(area, Math.round(minWidth * PIXELS_PER_CHARACTER));
    if (when) this.colourWhen({ area, when });
  }

  async freezeRows(sheet: string, rows: number): Promise<void> {
    this.sheet(sheet).setFrozenRows(rows);
  }

  async addChart(): Promise<boolean> {
    return false;
  }

  async readNote(key: string): Promise<string | undefined> {
    const text: unknown = this.book().getCustomMetadata()?.[key];
    return typeof text === 'string' ? text : undefined;
  }

  async writeNote(key: string, text: string | undefined): Promise<void> {
    const notes = { ...this.book().getCustomMetadata(), [key]: text };
    if (text === undefined) delete notes[key];
    this.book().setCustomMetadata(notes);
  }

  private book() {
    return this.api.getActiveWorkbook()!;
  }

  private sheet(id: string) {
    const sheet = this.book().getSheetBySheetId(id);
    if (!sheet) throw new Error(`There is no sheet ${id}.`);
    return sheet;
  }

  /** The engine's range; the sheet grows to hold it. */
  private range({ sheet: id, row, column, rows, columns }: Area) {
    const sheet = this.sheet(id);
    if (sheet.getMaxRows() < row + rows) sheet.setRowCount(row + rows);
    if (sheet.getMaxColumns() < column + columns) sheet.setColumnCount(column + columns);
    return sheet.getRange(row, column, rows, columns);
  }

  private arrays(sheet: string): IRange[] {
    const unit = this.book().getId();
    const rows = this.formulas.getArrayFormulaRange()[unit]?.[sheet] ?? {};
    const shown = this.spilled(unit, sheet);
    const ranges = Object.values(rows).flatMap((columns) => Object.values(columns ?? {}) as IRange[]);
    // The engine also keeps where a formula would spill to that finds its way barred.
    return ranges.filter(({ startRow, startColumn }) => {
      const anchor = shown?.[startRow]?.[startColumn] ?? this.sheet(sheet).getSheet().getCellRaw(startRow, startColumn);
      return anchor?.v !== BARRED;
    });
  }

  private spilled(unit: string, sheet: string) {
    return this.formulas.getArrayFormulaCellData()?.[unit]?.[sheet];
  }

  private async freeName(name: string): Promise<string> {
    return freeName(
      name,
      this.book()
        .getSheets()
        .map((sheet) => sheet.getSheetName()),
    );
  }

  private widen({ sheet: id, column, columns }: Area, pixels: number): void {
    const sheet = this.sheet(id);
    for (let at = column; at < column + columns; at++)
      if (sheet.getColumnWidth(at) < pixels) sheet.setColumnWidths(at, 1, pixels);
  }

  private colourWhen(colours: Colours): void {
    this.colours.push(colours);
    this.book().setCustomMetadata({ ...this.book().getCustomMetadata(), [COLOURS]: this.colours });
  }

  /** The engine's own conditional formats are not part of this build. */
  private colourByRules(interceptors: SheetInterceptorService): void {
    interceptors.intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
      effect: InterceptorEffectEnum.Style,
      priority: AFTER_NUMBER_FORMATS,
      // For every cell that is drawn: most have no rule and are let through.
      handler: (cell, { unitId, subUnitId, row, col, rawData }, next) => {
        const rules = this.colours
          .filter(({ area }) => area.sheet === subUnitId && holds(area, row, col))
          .flatMap(({ when }) => when);
        if (rules.length === 0) return next(cell);
        const value = valueOf(this.spilled(unitId, subUnitId)?.[row]?.[col] ?? rawData);
        const rule = rules.find((candidate) => passes(value, candidate));
        return next(rule ? { ...cell, interceptorStyle: { bg: { rgb: rule.fill }, cl: { rgb: rule.color } } } : cell);
      },
    });
  }
}

function passes(value: CellValue, { operator, value: line }: Rule): boolean {
  if (value === '' || typeof value !== typeof line) return false;
  switch (operator) {
    case '<':
      return value < line;
    case '>':
      return value > line;
    case '=':
      return value === line;
    case '<>':
      return value !== line;
  }
}

/** Texts, and names of sheets before their mark. */
const TEXT_OR_SHEET = /"(?:[^"]|"")*"|'(?:[^']|'')+'(?=!)|[\p{L}_][\p{L}\d_.]*(?=!)/gu;

/** The engine knows a sheet by its very letters; Excel by its name in any case. */
function sameCase(value: CellValue, names: ReadonlyMap<string, string>): CellValue {
  if (typeof value !== 'string' || !value.startsWith('=') || !value.includes('!')) return value;
  return value.replace(TEXT_OR_SHEET, (part) => {
    if (part.startsWith('"')) return part;
    const quoted = part.startsWith("'");
    const written = quoted ? part.slice(1, -1).replace(/''/g, "'") : part;
    const name = names.get(written.toLowerCase());
    if (name === undefined || name === written) return part;
    return quoted ? `'${name.replace(/'/g, "''")}'` : name;
  });
}

function isFilled(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '';
}

function valueOf(cell: Nullable<ICellData | void>): CellValue {
  const value = cell?.v;
  if (value === undefined || value === null) return '';
  return cell?.t === CellValueType.BOOLEAN ? Boolean(value) : value;
}

function cellOf(value: CellValue): ICellData {
  const blank: ICellData = { v: null, f: null, si: null, p: null, t: null };
  if (value === '') return blank;
  if (typeof value === 'string' && value.startsWith('=')) return { ...blank, f: value };
  if (typeof value === 'string') return { ...blank, v: value, t: CellValueType.STRING };
  return typeof value === 'number'
    ? { ...blank, v: value, t: CellValueType.NUMBER }
    : { ...blank, v: value ? 1 : 0, t: CellValueType.BOOLEAN };
}

function areaOf(sheet: string, { startRow, startColumn, endRow, endColumn }: IRange): Area {
  return {
    sheet,
    row: startRow,
    column: startColumn,
    rows: endRow - startRow + 1,
    columns: endColumn - startColumn + 1,
  };
}
