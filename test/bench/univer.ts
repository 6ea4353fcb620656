/** For a browser's page: a column of rolls in the engine of the embedded workbook, with its functions and without its grid. */
import {
  CellValueType,
  ICommandService,
  type ICellData,
  type Injector,
  LocaleType,
  LogLevel,
  Univer,
  UniverInstanceType,
  type Workbook,
} from '@univerjs/core';
import {
  FormulaDataModel,
  type IUniverEngineFormulaConfig,
  SetRangeValuesMutation,
  TriggerCalculationController,
  UniverFormulaEnginePlugin,
  UniverSheetsFormulaPlugin,
  UniverSheetsPlugin,
} from '@univerjs/preset-sheets-core';
import { installHost } from '../../src/playground/host';
import { indexColumnsByRow } from '../../src/playground/inverted-index';
import type { Metadata } from '../../src/playground/metadata';
import { functionClass, nameOf } from '../../src/playground/univer-functions';
import { checkRolls, rollLines } from './figures';

/** The column of the results, beside the figures in A, B and C. */
const RESULT = 3;
const SHEET = 'rolls';
/** An engine that fails says nothing. */
const PATIENCE = 300_000;

export type Formulas = 'native' | 'ours' | 'ours_each';

const formulas: Readonly<Record<Formulas, (row: number, rows: number) => string | undefined>> = {
  native: (row) => `=A${row}+B${row}-C${row}`,
  ours_each: (row) => `=RZRQ.FINANCING_BALANCE_ROLL(A${row},B${row},C${row})`,
  ours: (row, rows) => (row === 1 ? `=RZRQ.FINANCING_BALANCE_ROLL(A1:A${rows},B1:B${rows},C1:C${rows})` : undefined),
};

installHost();

/** Milliseconds from opening a workbook of so many rolls until the results of its formulas are in column D. */
export async function openRolls({ functions }: Metadata, rows: number, kind: Formulas): Promise<number> {
  const lines = rollLines(rows);
  indexColumnsByRow();
  const univer = new Univer({
    locale: LocaleType.EN_US,
    locales: { [LocaleType.EN_US]: {} },
    logLevel: LogLevel.ERROR,
  });
  const engine: Partial<IUniverEngineFormulaConfig> = {
    function: functions.map((fn) => [functionClass(fn, 'en'), nameOf(fn)]),
  };
  univer.registerPlugin(UniverFormulaEnginePlugin, engine);
  univer.registerPlugin(UniverSheetsPlugin);
  univer.registerPlugin(UniverSheetsFormulaPlugin);
  const injector = univer.__getInjector();
  const applied = new Promise<void>((resolve, reject) => {
    setTimeout(() => reject(new Error(`Univer has no results after ${PATIENCE / 1000} s`)), PATIENCE);
    injector.get(ICommandService).onCommandExecuted(({ id }, options) => {
      if (id === SetRangeValuesMutation.id && options?.applyFormulaCalculationResult) resolve();
    });
  });
  const cellData = Object.fromEntries(lines.map((line, i) => [i, cellsOf(line, formulas[kind](i + 1, lines.length))]));
  const sheets = { [SHEET]: { id: SHEET, cellData, rowCount: lines.length, columnCount: RESULT + 1 } };
  const start = performance.now();
  const workbook = univer.createUnit<object, Workbook>(UniverInstanceType.UNIVER_SHEET, {
    id: 'bench',
    sheets,
    sheetOrder: [SHEET],
  });
  // In a page the engine first computes when a grid has been drawn; there is none here.
  injector.get(TriggerCalculationController);
  await applied;
  const milliseconds = performance.now() - start;
  check(workbook, injector, lines);
  return milliseconds;
}

function cellsOf(line: readonly number[], formula: string | undefined): Record<number, ICellData> {
  const figures = line.map((v): ICellData => ({ v, t: CellValueType.NUMBER }));
  return formula ? [...figures, { f: formula }] : figures;
}

function check(workbook: Workbook, injector: Injector, lines: readonly number[][]): void {
  const sheet = workbook.getActiveSheet();
  const spilled = injector.get(FormulaDataModel).getArrayFormulaCellData()?.[workbook.getUnitId()]?.[SHEET];
  checkRolls('Univer', lines, (row) => spilled?.[row]?.[RESULT]?.v ?? sheet.getCellRaw(row, RESULT)?.v);
}
