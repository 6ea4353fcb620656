// What a function says about its error, found again for the cell that shows it. The words travel with the cell's own
// value (see univer-functions.ts), so they move, spill and vanish with it.
import { CellAlertManagerService, FormulaDataModel, type ICellAlert } from '@univerjs/preset-sheets-core';
import type { Injector, IRange, Worksheet } from '@univerjs/core';
import { isFault } from './host';
import { FAULT_KEY, NAMESPACE } from './univer-functions';

const FORMULA_ALERT = 'SHEET_FORMULA_ALERT';

export interface CellMessage {
  code: string;
  text: string;
}

export class Messages {
  private readonly formulas: FormulaDataModel;

  constructor(private readonly injector: Injector) {
    this.formulas = injector.get(FormulaDataModel);
  }

  /** The words for an error cell, if one of our functions has some for it. */
  at(sheet: Worksheet, row: number, column: number): CellMessage | undefined {
    const unit = sheet.getUnitId();
    const id = sheet.getSheetId();
    const range = this.spillAround(unit, id, row, column);
    const spilled = this.formulas.getArrayFormulaCellData()?.[unit]?.[id]?.[row]?.[column];
    const cell = spilled ?? sheet.getCellRaw(row, column);
    const formula = this.formulas.getFormulaStringByCell(
      range?.startRow ?? row,
      range?.startColumn ?? column,
      id,
      unit,
    );
    const said: unknown = cell?.custom?.[FAULT_KEY];
    // A cell keeps what was said when a formula of another kind takes its place, hence the look at the formula and the error.
    const ours = formula?.toUpperCase().includes(`${NAMESPACE}.`) && isFault(said) && said.basicValue === cell?.v;
    return ours && said.message ? { code: said.basicValue, text: said.message } : undefined;
  }

  /** Lets the engine's own hover note carry our words instead of its general ones. */
  showOnHover(sheetById: (id: string) => Worksheet | undefined): void {
    const alerts = this.injector.get(CellAlertManagerService);
    const show = alerts.showAlert.bind(alerts);
    alerts.showAlert = (alert: ICellAlert) => {
      const { row, col, subUnitId } = alert.location;
      const sheet = alert.key === FORMULA_ALERT ? sheetById(subUnitId) : undefined;
      const message = sheet && this.at(sheet, row, col);
      show(message ? { ...alert, message: message.text } : alert);
    };
  }

  private spillAround(unit: string, sheet: string, row: number, column: number): IRange | undefined {
    const rows = this.formulas.getArrayFormulaRange()[unit]?.[sheet] ?? {};
    const ranges = Object.values(rows).flatMap<IRange>((columns) => Object.values(columns ?? {}));
    return ranges.find((range) => contains(range, row, column));
  }
}

function contains(range: IRange, row: number, column: number): boolean {
  return row >= range.startRow && row <= range.endRow && column >= range.startColumn && column <= range.endColumn;
}
