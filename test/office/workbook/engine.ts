import { DetailedCellError, HyperFormula, type RawCellContent } from 'hyperformula';
import { COLUMNS, ROWS } from './area';
import { isCallee, tokensOf } from './formula-text';
import { CellError, type Value } from './values';

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
  private readonly known = new Set(this.engine.getRegisteredFunctionNames());
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
    this.engine.setCellContents(
      { sheet: this.sheet(sheet), row, col: column },
      values.map((line) => line.map(content)),
    );
  }

  /** Puts a result that stands inside a formula aside and returns the reference to write in its place. */
  setAside(values: readonly (readonly Value[])[]): string {
    const top = this.scratchRows;
    this.scratchRows += values.length;
    this.set(SCRATCH, top, 0, values);
    const corner = (row: number, column: number) =>
      this.engine.simpleCellAddressToString({ sheet: this.sheet(SCRATCH), row, col: column }, this.sheet(SCRATCH));
    const first = `${SCRATCH}!${corner(top, 0)}`;
    return values.length === 1 && values[0]!.length === 1
      ? first
      : `${first}:${corner(this.scratchRows - 1, values[0]!.length - 1)}`;
  }

  forgetAside(): void {
    if (this.scratchRows > 0) this.clearSheet(SCRATCH);
    this.scratchRows = 0;
  }

  /** The value of a formula seen from a sheet; arrays stay arrays. Throws where Excel may know more than this engine does. */
  evaluate(formula: string, sheet: string): Value | Value[][] {
    const unknown = functionsIn(formula).filter((name) => !this.known.has(name) && !isForeign(name));
    if (unknown.length > 0) throw new Error(`The played Excel has no function ${unknown.join(', ')}: ${formula}`);
    const result = this.calculate(formula, sheet);
    return Array.isArray(result) ? result.map((row: unknown[]) => row.map(value)) : value(result);
  }

  private calculate(formula: string, sheet: string): unknown {
    try {
      return this.engine.calculateFormula(formula, this.sheet(sheet));
    } catch (cause) {
      throw new Error(`The played Excel cannot read ${formula}`, { cause });
    }
  }

  private sheet(name: string): number {
    return this.engine.getSheetId(name)!;
  }
}

const functionsIn = (formula: string): string[] =>
  tokensOf(formula).flatMap((token, i, tokens) =>
    isCallee(token) && tokens[i + 1]?.value === '(' ? [token.value.toUpperCase()] : [],
  );

/** A function of an add-in that is not there, as Excel writes it: #NAME? in Excel too. */
const isForeign = (name: string): boolean => name.startsWith('_XLDUDF_');

/** A leading apostrophe keeps text text: HyperFormula would read "000001" as 1. */
function content(of: Value): RawCellContent {
  if (typeof of === 'string') return `'${of}`;
  return of instanceof CellError ? (KNOWN_ERRORS.has(of.code) ? of.code : '#VALUE!') : of;
}

function value(of: unknown): Value {
  if (of instanceof DetailedCellError) return new CellError(of.value === '#CYCLE!' ? '#REF!' : of.value);
  return of as Value;
}
