import { parse, tokenize } from '@borgar/fx';
import { parseReference } from '../../src/formula/references';

/** A second judge beside the spreadsheet engines: Excel's formulas in plain doubles, nothing snapped to zero, nothing rounded. */
export type Value = number | string | boolean | null;
export type Matrix = readonly (readonly Value[])[];

export interface Cells {
  /** The values of an area; whole columns end where the sheet does. */
  range(sheet: string | undefined, top: number, left: number, bottom: number, right: number): Matrix;
  /** A function that is no native one. */
  call?(name: string, args: readonly (Matrix | undefined)[]): Matrix | undefined;
  /** The formula of a defined name. */
  named?(name: string): string | undefined;
  /** The area that the formula of a cell fills. */
  spilled?(sheet: string | undefined, row: number, column: number): Matrix;
}

interface Node {
  readonly type: string;
  readonly value?: unknown;
  readonly kind?: string;
  readonly operator?: string;
  readonly callee?: { readonly name?: string; readonly value?: string };
  readonly arguments?: readonly (Node | null)[];
}

const trees = new Map<string, Node>();

function treeOf(formula: string): Node {
  const known = trees.get(formula) ?? (parse(tokenize(formula, { mergeRefs: true })) as unknown as Node);
  trees.set(formula, known);
  return known;
}

const NUM = '#NUM!';
const VALUE = '#VALUE!';
const isError = (value: Value): boolean =>
  typeof value === 'string' && value.startsWith('#') && /^#[A-Z/0]+[!?A]?$/.test(value);

/** Thrown by the cells themselves, it passes through the formulas that read them. */
export class Interruption extends Error {}

/** The value of a formula as a matrix. */
export function evaluate(formula: string, cells: Cells): Matrix {
  try {
    return valueOf(treeOf(formula), cells);
  } catch (problem) {
    if (problem instanceof Interruption) throw problem;
    return [['#NAME?']];
  }
}

function valueOf(node: Node, cells: Cells): Matrix {
  const args = node.arguments ?? [];
  switch (node.type) {
    case 'Literal':
      return [[node.value as Value]];
    case 'ErrorLiteral':
      return [[node.value as string]];
    case 'ReferenceIdentifier': {
      if (node.kind === 'name') return valueOf(treeOf(cells.named?.(String(node.value)) ?? '=#NAME?'), cells);
      const reference = parseReference(String(node.value));
      return reference
        ? cells.range(reference.sheet, reference.top, reference.left, reference.bottom, reference.right)
        : [['#NAME?']];
    }
    case 'UnaryExpression':
      if (node.operator === '#') return spilledFrom(args[0]!, cells);
      return lift([valueOf(args[0]!, cells)], ([x]) =>
        node.operator === '%' ? x! / 100 : node.operator === '-' ? -x! : x!,
      );
    case 'BinaryExpression':
      return binary(node.operator!, valueOf(args[0]!, cells), valueOf(args[1]!, cells));
    case 'CallExpression':
      return call(String(node.callee?.name ?? node.callee?.value).toUpperCase(), args, cells);
    default:
      return [['#NAME?']];
  }
}

function spilledFrom(node: Node, cells: Cells): Matrix {
  if (node.kind === 'name') return spilledFrom(treeOf(cells.named?.(String(node.value)) ?? '=#NAME?'), cells);
  const anchor = parseReference(String(node.value));
  return (anchor && cells.spilled?.(anchor.sheet, anchor.top, anchor.left)) ?? [['#REF!']];
}

const ARITHMETIC: Readonly<Record<string, (a: number, b: number) => Value>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => (b === 0 ? '#DIV/0!' : a / b),
  '^': (a, b) => a ** b,
};

function binary(operator: string, a: Matrix, b: Matrix): Matrix {
  const compute = ARITHMETIC[operator];
  if (compute) return lift([a, b], ([x, y]) => compute(x!, y!));
  return spread([a, b], ([x = null, y = null]) => {
    const error = [x, y].find(isError);
    if (error) return error;
    if (operator === '&') return String(x ?? '') + String(y ?? '');
    const order = compare(x, y);
    return { '=': order === 0, '<>': order !== 0, '<': order < 0, '>': order > 0, '<=': order <= 0, '>=': order >= 0 }[
      operator
    ]!;
  });
}

/** Numbers come before text; a blank is what it is compared with. */
function compare(x: Value, y: Value): number {
  if (x === null) return y === null ? 0 : compare(typeof y === 'string' ? '' : 0, y);
  if (y === null) return -compare(null, x);
  if (typeof x === typeof y)
    return typeof x === 'string' ? x.toLowerCase().localeCompare(String(y).toLowerCase()) : Number(x) - Number(y);
  return typeof x === 'number' ? -1 : 1;
}

/** Over the cells of some arrays, the smaller stretched; what has no partner is #N/A. */
function spread(arrays: readonly Matrix[], compute: (values: readonly Value[]) => Value): Matrix {
  const rows = Math.max(...arrays.map((array) => array.length));
  const columns = Math.max(...arrays.map((array) => array[0]!.length));
  const at = (array: Matrix, i: number, j: number): Value =>
    array[array.length === 1 ? 0 : i]?.[array[0]!.length === 1 ? 0 : j] ??
    (i < array.length || array.length === 1 ? null : '#N/A');
  return Array.from({ length: rows }, (_, i) =>
    Array.from({ length: columns }, (__, j) => compute(arrays.map((array) => at(array, i, j)))),
  );
}

function lift(arrays: readonly Matrix[], compute: (numbers: readonly number[]) => Value): Matrix {
  return spread(arrays, (values) => {
    const numbers = values.map(numeric);
    const error = numbers.find((value): value is string => typeof value === 'string');
    const result = error ?? compute(numbers as number[]);
    return typeof result === 'number' && !Number.isFinite(result) ? NUM : result;
  });
}

function numeric(value: Value): number | string {
  if (typeof value === 'number') return value;
  if (value === null) return 0;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (isError(value)) return value;
  return value.trim() !== '' && Number.isFinite(Number(value)) ? Number(value) : VALUE;
}

function valuesIn(arrays: readonly Matrix[], are: (value: Value) => boolean): Value[] {
  const values: Value[] = [];
  for (const rows of arrays) for (const row of rows) for (const value of row) if (are(value)) values.push(value);
  return values;
}

const isNumber = (value: Value) => typeof value === 'number';
const numbersIn = (arrays: readonly Matrix[]): Value[] =>
  valuesIn(arrays, (value) => typeof value === 'number' || isError(value));

function reduce(arrays: readonly Matrix[], compute: (numbers: readonly number[]) => number): Matrix {
  const values = numbersIn(arrays);
  const error = values.find(isError);
  return [[error ?? compute(values as number[])]];
}

/** Excel rounds the decimal that it shows, half away from zero. */
function round(x: number, places: number): number {
  const [mantissa, exponent = '0'] = Math.abs(Number(x.toPrecision(15)))
    .toExponential()
    .split('e');
  const shifted = Number(`${mantissa}e${Number(exponent) + places}`);
  return Math.sign(x) * Number(`${Math.floor(shifted + 0.5)}e${-places}`);
}

/** Texts and blanks in a range say nothing. */
function logical(args: readonly Matrix[], decide: (truths: readonly boolean[]) => boolean): Matrix {
  const values = args.flat(2);
  const error = values.find(isError);
  return [[error ?? decide(values.filter((value) => typeof value !== 'string' && value !== null).map(Boolean))]];
}

/** A word among a function's own arguments is an error, where one in a range is left out. */
const WORDS_REFUSED = new Set(['SUM', 'MIN', 'MAX', 'AVERAGE']);

function refuses(name: string, node: Node | null | undefined, value: Matrix): boolean {
  const [first] = value[0]!;
  return (
    WORDS_REFUSED.has(name) &&
    node?.type !== 'ReferenceIdentifier' &&
    value.length === 1 &&
    value[0]!.length === 1 &&
    typeof first === 'string' &&
    numeric(first) === VALUE
  );
}

const NATIVE: Readonly<Record<string, (args: readonly Matrix[]) => Matrix>> = {
  SUM: (args) => reduce(args, (numbers) => numbers.reduce((a, b) => a + b, 0)),
  SUMPRODUCT: (args) => reduce(args, (numbers) => numbers.reduce((a, b) => a + b, 0)),
  MIN: (args) => reduce(args, (numbers) => (numbers.length === 0 ? 0 : numbers.reduce((a, b) => Math.min(a, b)))),
  MAX: (args) => reduce(args, (numbers) => (numbers.length === 0 ? 0 : numbers.reduce((a, b) => Math.max(a, b)))),
  COUNTA: (args) => [[valuesIn(args, (value) => value !== null).length]],
  AND: (args) => logical(args, (truths) => truths.every(Boolean)),
  OR: (args) => logical(args, (truths) => truths.some(Boolean)),
  COUNT: (args) => [[valuesIn(args, isNumber).length]],
  AVERAGE: (args) => reduce(args, (numbers) => numbers.reduce((a, b) => a + b, 0) / numbers.length),
  NA: () => [['#N/A']],
  TRUE: () => [[true]],
  ROUND: (args) => lift(args, ([x, places]) => round(x!, places!)),
  INT: (args) => lift(args, ([x]) => Math.floor(x!)),
  ABS: (args) => lift(args, ([x]) => Math.abs(x!)),
  LOG10: (args) => lift(args, ([x]) => (x! > 0 ? Math.log10(x!) : NUM)),
  ISNUMBER: ([x]) => spread([x!], ([value]) => typeof value === 'number'),
  ISERROR: ([x]) => spread([x!], ([value]) => isError(value ?? null)),
  DATE: (args) => lift(args, ([year, month, day]) => Date.UTC(year!, month! - 1, day!) / 86_400_000 + 25_569),
  EDATE: (args) =>
    lift(args, ([date, months]) => {
      const day = new Date((date! - 25_569) * 86_400_000);
      const [year, month] = [day.getUTCFullYear(), day.getUTCMonth() + Math.trunc(months!)];
      return Math.min(Date.UTC(year, month, day.getUTCDate()), Date.UTC(year, month + 1, 0)) / 86_400_000 + 25_569;
    }),
};

function call(name: string, args: readonly (Node | null)[], cells: Cells): Matrix {
  const argument = (index: number): Matrix => (args[index] ? valueOf(args[index]!, cells) : [[0]]);
  if (name === 'IF')
    return choose(
      argument(0),
      () => argument(1),
      () => (args.length > 2 ? argument(2) : [[false]]),
    );
  if (name === 'IFERROR')
    return choose(
      NATIVE.ISERROR!([argument(0)]),
      () => argument(1),
      () => argument(0),
    );
  const native = NATIVE[name];
  if (native) {
    const values = args.map((_, index) => argument(index));
    return values.some((value, index) => refuses(name, args[index], value)) ? [[VALUE]] : native(values);
  }
  return (
    cells.call?.(
      name,
      args.map((arg) => (arg ? valueOf(arg, cells) : undefined)),
    ) ?? [['#NAME?']]
  );
}

function choose(condition: Matrix, yes: () => Matrix, no: () => Matrix): Matrix {
  if (condition.length === 1 && condition[0]!.length === 1) {
    const test = condition[0]![0]!;
    return isError(test) ? [[test]] : typeof test === 'string' ? [[VALUE]] : test ? yes() : no();
  }
  return spread([condition, yes(), no()], ([test = null, a = null, b = null]) => (isError(test) ? test : test ? a : b));
}
