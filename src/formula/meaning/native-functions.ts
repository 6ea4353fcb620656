import { dayOf, serialOf } from '../../cells/date';
import { Fault } from '../../cells/fault';
import type { Raw, Rows } from './cells';
import type { Kind } from './kind';
import { errorCell, finite, isUnknown, numberOf, spread, withoutErrors } from './operators';

/** An argument of one of Excel's functions. */
export interface Argument<N> {
  /** Undefined where only the sheet knows; worked out when it is asked for. */
  rows(): Rows<N> | undefined;
  /** Texts, TRUE and FALSE in a range are left out where the same in a formula's own words would count. */
  readonly isRange: boolean;
}

type Native = <N>(args: readonly Argument<N>[], kind: Kind<N>) => Rows<N> | undefined;

/** Excel's own functions that stand most often around or inside ours, and all that stand in for ours. Any other is left to the sheet. */
const NATIVE: Readonly<Record<string, Native>> = {
  SUM: over((numbers, kind) => kind.sum(numbers)),
  MIN: over((numbers, kind) => (numbers.length === 0 ? kind.of(0) : kind.extreme(Math.min, numbers))),
  MAX: over((numbers, kind) => (numbers.length === 0 ? kind.of(0) : kind.extreme(Math.max, numbers))),
  AVERAGE: over((numbers, kind) =>
    numbers.length === 0 ? errorCell('#DIV/0!') : kind.operations['/'](kind.sum(numbers), kind.of(numbers.length)),
  ),
  SUMPRODUCT: sumProduct,
  COUNT: (args, kind) =>
    ofCells(args, (cells) => {
      const numbers = cells.flatMap(({ cell, inRange }) => countable(cell, inRange, kind));
      return numbers.some((x) => Number.isNaN(kind.valueOf(x))) ? kind.unknown! : kind.of(numbers.length);
    }),
  COUNTA: (args, kind) =>
    ofCells(args, (cells) =>
      cells.some(({ cell }) => isUnknown(cell, kind))
        ? kind.unknown!
        : kind.of(cells.filter(({ cell }) => cell !== null).length),
    ),
  AND: logical((truths) => truths.every(Boolean)),
  OR: logical((truths) => truths.some(Boolean)),
  NOT: eachCell(([cell = null], kind) => {
    const is = truth(cell, kind);
    return typeof is === 'boolean' ? !is : is;
  }),
  ABS: scalar(([x], kind) => kind.abs(x!)),
  INT: step(Math.floor),
  ROUND: rounding((x) => Math.floor(x + 0.5)),
  ROUNDDOWN: rounding(Math.floor),
  TRUNC: rounding(Math.floor),
  ROUNDUP: rounding(Math.ceil),
  SIGN: step(Math.sign),
  LOG10: scalar(([x], kind) => (kind.valueOf(x!) <= 0 ? errorCell('#NUM!') : kind.of(Math.log10(kind.valueOf(x!))))),
  DATE: scalar((numbers, kind) => {
    const [year = 0, month = 1, day = 1] = numbers.map((x) => Math.floor(kind.valueOf(x)));
    return kind.of(serialOf(year, month, day));
  }),
  EDATE: scalar(([start, months], kind) => {
    const { year, month, day } = dayOf(Math.floor(kind.valueOf(start!)));
    const due = month + Math.trunc(kind.valueOf(months!));
    return kind.of(Math.min(serialOf(year, due, day), serialOf(year, due + 1, 0)));
  }),
  ISNUMBER: test((cell, kind) => kind.is(cell)),
  ISTEXT: test((cell) => typeof cell === 'string'),
  ISBLANK: test((cell) => cell === null),
  ISERROR: test((cell) => cell instanceof Fault),
  ISNA: test((cell) => cell instanceof Fault && cell.detail.code === '#N/A'),
  LEN: eachCell(([cell = null], kind) =>
    kind.is(cell) ? kind.of(String(kind.valueOf(cell)).length) : kind.of(cell === null ? 0 : String(cell).length),
  ),
  NA: () => [[errorCell('#N/A')]],
  TRUE: () => [[true]],
  FALSE: () => [[false]],
  IF: choose,
  IFERROR: instead((cell) => cell instanceof Fault),
  IFNA: instead((cell) => cell instanceof Fault && cell.detail.code === '#N/A'),
};

/** By their names in capitals; whatever a formula calls is looked up here. */
export const nativeFunctions: ReadonlyMap<string, Native> = new Map(Object.entries(NATIVE));

interface Counted<N> {
  readonly cell: Raw<N>;
  readonly inRange: boolean;
}

/** One value of all cells of the arguments. */
function ofCells<N>(
  args: readonly Argument<N>[],
  compute: (cells: readonly Counted<N>[]) => Raw<N>,
): Rows<N> | undefined {
  const cells: Counted<N>[] = [];
  for (const arg of args) {
    const rows = arg.rows();
    if (!rows) return undefined;
    for (const line of rows) for (const cell of line) cells.push({ cell, inRange: arg.isRange });
  }
  return [[compute(cells)]];
}

/** The number that a cell counts as among others: in a range only what is one. */
function countable<N>(cell: Raw<N>, inRange: boolean, kind: Kind<N>): readonly N[] {
  if (kind.is(cell)) return [cell];
  const number = inRange || cell instanceof Fault ? undefined : numberOf(cell, kind);
  return number === undefined ? [] : [number];
}

/** Over all numbers of the arguments, as SUM does; an error stays. */
function over(compute: <N>(numbers: readonly N[], kind: Kind<N>) => Raw<N>): Native {
  return (args, kind) =>
    ofCells(args, (cells) => {
      const error = cells.find(({ cell }) => cell instanceof Fault);
      if (error) return error.cell;
      const word = cells.find(
        ({ cell, inRange }) => !inRange && typeof cell === 'string' && numberOf(cell, kind) === undefined,
      );
      return word
        ? errorCell('#VALUE!')
        : compute(
            cells.flatMap(({ cell, inRange }) => countable(cell, inRange, kind)),
            kind,
          );
    });
}

/** The sum of the products of cells in the same place; what is no number counts as 0. */
function sumProduct<N>(args: readonly Argument<N>[], kind: Kind<N>): Rows<N> | undefined {
  const arrays = args.map((arg) => arg.rows());
  if (arrays.some((rows) => rows === undefined) || arrays.length === 0) return undefined;
  const [first, ...others] = arrays as [Rows<N>, ...Rows<N>[]];
  if (others.some((rows) => rows.length !== first.length || rows[0]!.length !== first[0]!.length))
    return [[errorCell('#VALUE!')]];
  const error = [first, ...others].flatMap((rows) => rows.flat()).find((cell) => cell instanceof Fault);
  if (error) return [[error]];
  const products = first.flatMap((line, i) =>
    line.map((cell, j) =>
      others.reduce((product, rows) => kind.operations['*'](product, numeric(rows[i]![j]!, kind)), numeric(cell, kind)),
    ),
  );
  return [[kind.sum(products)]];
}

const numeric = <N>(cell: Raw<N>, kind: Kind<N>): N => (kind.is(cell) ? cell : kind.of(0));

function logical(decide: (truths: readonly boolean[]) => boolean): Native {
  return (args, kind) =>
    ofCells(args, (cells) => {
      const truths = cells
        .filter(({ cell, inRange }) => cell !== null && !(inRange && typeof cell === 'string'))
        .map(({ cell }) => truth(cell, kind));
      const error = truths.find((is) => is instanceof Fault);
      if (error) return error;
      if (truths.some((is) => typeof is !== 'boolean')) return kind.unknown!;
      return truths.length === 0 ? errorCell('#VALUE!') : decide(truths as boolean[]);
    });
}

/** Cell by cell; an error stays. */
function eachCell(compute: <N>(cells: readonly Raw<N>[], kind: Kind<N>) => Raw<N>): Native {
  return <N>(args: readonly Argument<N>[], kind: Kind<N>) => {
    const arrays = args.map((arg) => arg.rows());
    if (arrays.length === 0 || arrays.some((rows) => rows === undefined)) return undefined;
    return spread(
      arrays as Rows<N>[],
      withoutErrors<N>((cells) => (cells.some((cell) => isUnknown(cell, kind)) ? kind.unknown! : compute(cells, kind))),
    );
  };
}

function scalar(compute: <N>(numbers: readonly N[], kind: Kind<N>) => Raw<N>): Native {
  return eachCell(<N>(cells: readonly Raw<N>[], kind: Kind<N>) => {
    const numbers = cells.map((cell) => numberOf(cell, kind));
    return numbers.includes(undefined) ? errorCell('#VALUE!') : finiteCell(compute(numbers as N[], kind), kind);
  });
}

const finiteCell = <N>(cell: Raw<N>, kind: Kind<N>): Raw<N> => (kind.is(cell) ? finite(cell, [], kind) : cell);

/** What stays the same over a stretch of numbers: their noise is gone with it. */
function step(compute: (x: number) => number): Native {
  return scalar(([x], kind) => kind.of(compute(kind.valueOf(x!))));
}

/** Away from zero or towards it as `round` takes the size of the number, at the decimal that Excel shows. */
function rounding(round: (size: number) => number): Native {
  return scalar(([x, places], kind) => {
    const [value, power] = [kind.valueOf(x!), places === undefined ? 0 : Math.trunc(kind.valueOf(places))];
    const [digits, exponent = '0'] = Math.abs(Number(value.toPrecision(15)))
      .toExponential()
      .split('e');
    const rounded = round(Number(`${digits}e${Number(exponent) + power}`));
    const [whole, scale = '0'] = rounded.toExponential().split('e');
    return kind.rounded(Math.sign(value) * Number(`${whole}e${Number(scale) - power}`), x!, Number(`1e${-power}`));
  });
}

function test(is: <N>(cell: Raw<N>, kind: Kind<N>) => boolean): Native {
  return ([arg], kind) => {
    const rows = arg?.rows();
    return rows?.map((line) => line.map((cell) => (isUnknown(cell, kind) ? kind.unknown! : is(cell, kind))));
  };
}

/** Whether a cell says yes; an error where it says nothing, undefined where that is not known. */
function truth<N>(cell: Raw<N>, kind: Kind<N>): boolean | Fault | N {
  if (kind.is(cell)) return isUnknown(cell, kind) ? cell : kind.valueOf(cell) !== 0;
  if (cell === null || typeof cell === 'boolean') return Boolean(cell);
  if (typeof cell === 'string' && /^(?:true|false)$/i.test(cell)) return cell.toLowerCase() === 'true';
  return cell instanceof Fault ? cell : errorCell('#VALUE!');
}

/** Only the arm that is taken has to be known. */
function choose<N>([test, yes, no]: readonly Argument<N>[], kind: Kind<N>): Rows<N> | undefined {
  const rows = test?.rows();
  if (!rows) return undefined;
  const arm = (is: boolean) => (is ? yes : no)?.rows() ?? ((is ? yes : no) ? undefined : ([[is]] as Rows<N>));
  if (rows.length === 1 && rows[0]!.length === 1) {
    const is = truth(rows[0]![0]!, kind);
    return typeof is === 'boolean' ? arm(is) : [[is]];
  }
  const [first, second] = [arm(true), arm(false)];
  return first && second
    ? spread([rows, first, second], ([cell = null, a = null, b = null]) => {
        const is = truth(cell, kind);
        return typeof is === 'boolean' ? (is ? a : b) : is;
      })
    : undefined;
}

/** The first argument, or where it is such an error the second. */
function instead(is: (cell: unknown) => boolean): Native {
  return <N>([value, other]: readonly Argument<N>[], kind: Kind<N>) => {
    const rows = value?.rows();
    if (!rows) return undefined;
    if (!rows.flat().some((cell) => is(cell) || isUnknown(cell, kind))) return rows;
    const others = other?.rows();
    return (
      others &&
      spread<N>([rows, others], ([cell = null, otherwise = null]) =>
        is(cell) ? otherwise : either(cell, otherwise, kind),
      )
    );
  };
}

/** Of a number that is not known the noise of both is what it may have. */
function either<N>(cell: Raw<N>, otherwise: Raw<N>, kind: Kind<N>): Raw<N> {
  return isUnknown(cell, kind) && kind.is(otherwise) && kind.is(cell) ? kind.operations['+'](cell, otherwise) : cell;
}
