import { Fault } from '../../cells/fault';
import { serialOf } from '../../cells/date';
import type { Raw, Rows } from './cells';
import { errorCell, toNumber } from './operators';

type Native = (args: readonly Rows[]) => Rows | undefined;

/** Excel's own functions that stand most often around or inside ours. Any other is left to the sheet. */
export const nativeFunctions: Readonly<Record<string, Native>> = {
  SUM: over((numbers) => numbers.reduce((sum, x) => sum + x, 0)),
  COUNT: over((numbers) => numbers.length),
  MIN: over((numbers) => (numbers.length === 0 ? 0 : Math.min(...numbers))),
  MAX: over((numbers) => (numbers.length === 0 ? 0 : Math.max(...numbers))),
  AVERAGE: over((numbers) =>
    numbers.length === 0 ? undefined : numbers.reduce((sum, x) => sum + x, 0) / numbers.length,
  ),
  ABS: scalar((x) => Math.abs(x)),
  INT: scalar((x) => Math.floor(x)),
  ROUND: scalar((x, places = 0) => roundHalfUp(x, places)),
  DATE: scalar((year, month = 1, day = 1) => serialOf(year, month, day)),
  NA: () => [[errorCell('#N/A')]],
  TRUE: () => [[true]],
  FALSE: () => [[false]],
  IF: ([test, yes, no]) => {
    const chosen = truth(single(test));
    if (chosen === undefined) return undefined;
    return chosen instanceof Fault ? [[chosen]] : ((chosen ? yes : no) ?? [[false]]);
  },
  IFERROR: ([value, other]) =>
    value?.map((row) => row.map((cell) => (cell instanceof Fault ? (single(other) ?? '') : cell))),
};

/** Over all numbers of the arguments, as SUM does: texts, blanks and truth values in ranges are left out, an error stays. */
function over(compute: (numbers: readonly number[]) => number | undefined): Native {
  return (args) => {
    const cells = args.flatMap((rows) => rows.flat());
    const error = cells.find((cell) => cell instanceof Fault);
    return [[error ?? compute(cells.filter((cell) => typeof cell === 'number')) ?? errorCell('#DIV/0!')]];
  };
}

function scalar(compute: (first: number, ...others: number[]) => number): Native {
  return (args) => {
    if (args.length === 0 || args.some((rows) => single(rows) === undefined)) return undefined;
    const cells = args.map((rows) => single(rows)!);
    const error = cells.find((cell) => cell instanceof Fault);
    const [first, ...others] = cells.map(toNumber);
    if (error) return [[error]];
    return first === undefined || others.includes(undefined)
      ? [[errorCell('#VALUE!')]]
      : [[compute(first, ...(others as number[]))]];
  };
}

function single(rows: Rows | undefined): Raw | undefined {
  return rows?.length === 1 && rows[0]!.length === 1 ? rows[0]![0] : undefined;
}

function truth(cell: Raw | undefined): boolean | Fault | undefined {
  if (cell === undefined || cell instanceof Fault) return cell;
  return typeof cell === 'string' ? errorCell('#VALUE!') : Boolean(cell);
}

function roundHalfUp(x: number, places: number): number {
  const [digits, exponent = '0'] = Math.abs(x).toExponential().split('e');
  const rounded = Math.round(Number(`${digits}e${Number(exponent) + places}`));
  return Math.sign(x) * Number(`${rounded}e${-places}`);
}
