import { DetailedCellError, HyperFormula, type RawCellContent } from 'hyperformula';
import { COLUMNS, ROWS } from './area';
import { CellError, NAME, type Value } from './values';

const KNOWN_ERRORS = new Set(['#N/A', '#VALUE!', '#REF!', '#DIV/0!', '#NUM!', '#NAME?', '#SPILL!']);
const SCRATCH = '__scratch';

/** Computes native formulas over values; it is told every value and is never given a formula to keep. */
export class NativeEngine {
  private readonly engine = HyperFormula.buildEmpty({
    licenseKey: 'gpl-v3',
    maxRows: ROWS,
    maxColumns: COLUMNS,
    useArrayArithmetic: true,
    smartRounding: false,
  });
  private scratchRows = 0;

  constructor() {
    this.engine.addSheet(SCRATCH);
  }

  addSheet(name: string): void {
    this.engine.addSheet(name);
  }

  renameSheet(from: string, to: string): void {
    this.engine.renameSheet(this.sheet(from), to);
  }

  removeSheet(name: string): void {
    this.engine.removeSheet(this.sheet(name));
  }

  clearSheet(name: string): void {
    this.engine.clearSheet(this.sheet(name));
  }

  set(sheet: string, row: number, column: number, values: readonly (readonly Value[])[]): void {
    this.engine.setCellContents({ sheet: this.sheet(sheet), row, col: column }, values.map((line) => line.map(content)));
  }

  /** Puts a result that stands inside a formula aside and returns the reference to write in its place. */
  setAside(values: readonly (readonly Value[])[]): string {
    const top = this.scratchRows;
    this.scratchRows += values.length;
    this.set(SCRATCH, top, 0, values);
    const corner = (row: number, column: number) => this.engine.simpleCellAddressToString({ sheet: this.sheet(SCRATCH), row, col: column }, this.sheet(SCRATCH));
    const first = `${SCRATCH}!${corner(top, 0)}`;
    return values.length === 1 && values[0]!.length === 1 ? first : `${first}:${corner(this.scratchRows - 1, values[0]!.length - 1)}`;
  }

  forgetAside(): void {
    if (this.scratchRows > 0) this.clearSheet(SCRATCH);
    this.scratchRows = 0;
  }

  /** The value of a formula seen from a sheet; arrays stay arrays. */
  evaluate(formula: string, sheet: string): Value | Value[][] {
    try {
      const result: unknown = this.engine.calculateFormula(formula, this.sheet(sheet));
      return Array.isArray(result) ? result.map((row: unknown[]) => row.map(value)) : value(result);
    } catch {
      // What HyperFormula cannot read, Excel would know or call a wrong name.
      return NAME;
    }
  }

  private sheet(name: string): number {
    return this.engine.getSheetId(name)!;
  }
}

/** A leading apostrophe keeps text text: HyperFormula would read "000001" as 1. */
function content(of: Value): RawCellContent {
  if (typeof of === 'string') return `'${of}`;
  return of instanceof CellError ? (KNOWN_ERRORS.has(of.code) ? of.code : '#VALUE!') : of;
}

function value(of: unknown): Value {
  if (of instanceof DetailedCellError) return new CellError(of.value === '#CYCLE!' ? '#REF!' : of.value);
  return of as Value;
}
