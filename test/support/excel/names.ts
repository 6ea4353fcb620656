import { ERROR_CODES, type ErrorCode } from '../../../src/cells/fault';
import type { DefinedName } from '../../../src/workbook/workbook';
import { Excel } from './evaluate';
import { ExcelError, type Scalar } from './values';

type Cell = number | string | boolean | null;
export type Cells = readonly (readonly Cell[])[];

const engines = new WeakMap<readonly DefinedName[], Excel>();

/** What a LAMBDA of the workbook gives for some arguments by Excel's rules; an argument that is left out is undefined. */
export function namedCall(
  names: readonly DefinedName[],
  name: string,
  args: readonly (Cells | undefined)[],
): (number | string | boolean)[][] | undefined {
  if (!names.some((one) => one.name.toUpperCase() === name.toUpperCase() && isLambda(one))) return undefined;
  const engine = engines.get(names) ?? engineOf(names);
  const list = args.map((arg, i) => (arg ? `arg_${i}` : ''));
  const cells = Object.fromEntries(
    args.flatMap((arg, i) => (arg ? [[`arg_${i}`, arg.map((row) => row.map(asExcel))]] : [])),
  );
  return engine
    .formula(`${name}(${list.join(',')})`, cells)
    .map((row) => row.map((cell) => (cell instanceof ExcelError ? cell.code : (cell ?? 0))));
}

const isLambda = ({ formula }: DefinedName): boolean => /^=LAMBDA\(/i.test(formula);

function engineOf(names: readonly DefinedName[]): Excel {
  const engine = new Excel();
  for (const { name, formula } of names.filter(isLambda)) engine.define(name, formula.slice(1));
  engines.set(names, engine);
  return engine;
}

const asExcel = (cell: Cell): Scalar =>
  ERROR_CODES.includes(cell as ErrorCode) ? new ExcelError(cell as ErrorCode) : cell;
