/**
 * What the pane and the sharing commands need of a spreadsheet. Two adapters: office.ts for Excel, univer.ts for the
 * embedded workbook. Formulas are en-US text with commas; values are numbers, texts, booleans, '' for an empty cell,
 * and an error as its text ('#N/A').
 */
export interface Workbook {
  sheets(): Promise<readonly Sheet[]>;
  /** Makes a sheet at the end; a number is added to the name while it is taken. */
  addSheet(name: string): Promise<Sheet>;
  /** Makes a copy of a sheet, behind it. */
  copySheet(sheet: string, name: string): Promise<Sheet>;
  deleteSheet(sheet: string): Promise<void>;
  activate(sheet: string): Promise<void>;

  /** The smallest area with all cells that hold something; undefined for an empty sheet. */
  used(sheet: string): Promise<Area | undefined>;
  read(area: Area): Promise<Cells>;
  /** Writes formulas or values (a text that begins with = is a formula); all or nothing. */
  write(area: Area, content: readonly (readonly CellValue[])[]): Promise<void>;
  /** Writes a number that carries its format with it, a data type of Excel; false, and nothing, where the host has none. */
  writeFormattedNumber(cell: Area, value: number, format: string): Promise<boolean>;
  clear(area: Area): Promise<void>;
  /** Once the host has calculated what was written. */
  settled(): Promise<void>;

  selection(): Promise<Area>;
  select(area: Area): Promise<void>;
  onSelection(listener: () => void): () => void;
  /** Told after cells were changed by anyone, and once more when what depends on them is calculated. */
  onChange(listener: () => void): () => void;

  /** Whether a LAMBDA may have parameters in brackets, which a call leaves out. */
  readonly knowsOptional: boolean;
  names(): Promise<readonly DefinedName[]>;
  /** Defines names of the workbook, each after those that it uses; one that is there gets another formula and comment. */
  defineNames(names: readonly NewName[]): Promise<void>;
  /** Takes names of the workbook away; those that it lacks are none. */
  deleteNames(names: readonly string[]): Promise<void>;
  tables(): Promise<readonly TableArea[]>;
  /** Makes a table of an area with its headers in the first row, or stretches the one of this name; false where the host has none. */
  placeTable(name: string, area: Area): Promise<boolean>;
  /** Areas that a spilled or array formula fills, by the cell that holds it. */
  spills(sheet: string): Promise<readonly Spill[]>;
  merged(sheet: string): Promise<readonly Area[]>;
  /**
   * Whether a filter hides rows of it, where the host then writes a block past them (office-js #224); false in hosts
   * that write to hidden rows as to any other.
   */
  filtered(sheet: string): Promise<boolean>;
  /** Sets the sheet's filter: of the area it shows the first row and those that begin with this text; false where the host has none. */
  filter(area: Area, text: string): Promise<boolean>;

  format(area: Area, format: Format): Promise<void>;
  freezeRows(sheet: string, rows: number): Promise<void>;
  /** A native chart; false where the host has none. */
  addChart(sheet: string, chart: Chart): Promise<boolean>;

  /** Texts that travel inside the workbook. */
  readNote(key: string): Promise<string | undefined>;
  writeNote(key: string, text: string | undefined): Promise<void>;
}

/** Zero-based; `sheet` is the sheet's id, which a new name doesn't change. */
export interface Area {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export interface Sheet {
  readonly id: string;
  readonly name: string;
  readonly protected: boolean;
}

export type CellValue = number | string | boolean;

export interface Cells {
  readonly formulas: readonly (readonly CellValue[])[];
  readonly values: readonly (readonly CellValue[])[];
  readonly formats: readonly (readonly string[])[];
}

export interface DefinedName {
  readonly name: string;
  readonly formula: string;
  /** The sheet's id where the name belongs to one sheet. */
  readonly sheet?: string;
  readonly comment?: string;
}

export interface NewName {
  readonly name: string;
  readonly formula: string;
  /** At most 255 characters; a host may show it while the name is typed. */
  readonly comment: string;
}

export interface TableArea {
  readonly name: string;
  readonly area: Area;
}

export interface Spill {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  /** An array formula entered with Ctrl+Shift+Enter, or a dynamic one. */
  readonly legacy: boolean;
}

export interface Format {
  readonly number?: string;
  readonly bold?: boolean;
  readonly fill?: string;
  readonly color?: string;
  /** In characters of the default font. */
  readonly width?: number;
  /** A narrower column is widened to so many characters. */
  readonly minWidth?: number;
  readonly wrap?: boolean;
  readonly align?: 'left' | 'center' | 'right';
  /** Colours by native comparison, as rules must not call custom functions. */
  readonly when?: readonly {
    readonly operator: '<' | '>' | '=' | '<>';
    readonly value: number | string;
    readonly fill: string;
    readonly color: string;
  }[];
}

export interface Chart {
  readonly kind: 'line' | 'column';
  readonly title: string;
  readonly data: Area;
  readonly at: Area;
}
