import { Fault, type ErrorCode } from '../../cells/fault';
import type { Raw, Rows } from './cells';

export function errorCell(code: ErrorCode): Fault {
  return new Fault('error_cell', { code });
}

/** Applies one of Excel's operators cell by cell; a single row or column is stretched over the other operand. */
export function operate(operator: string, operands: readonly Rows[]): Rows | undefined {
  const apply = OPERATORS[operator];
  if (!apply) return undefined;
  const rows = Math.max(...operands.map((operand) => operand.length));
  const columns = Math.max(...operands.map((operand) => operand[0]!.length));
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (__, column) =>
      withErrors(
        apply,
        operands.map((operand) => at(operand, row, column)),
      ),
    ),
  );
}

function at(operand: Rows, row: number, column: number): Raw {
  const line = operand[operand.length === 1 ? 0 : row];
  const cell = line?.[line.length === 1 ? 0 : column];
  return cell === undefined ? errorCell('#N/A') : cell;
}

type Operator = (a: Raw, b: Raw) => Raw;

function withErrors(apply: Operator, [a = null, b = null]: readonly Raw[]): Raw {
  if (a instanceof Fault) return a;
  return b instanceof Fault ? b : apply(a, b);
}

const numeric =
  (compute: (a: number, b: number) => number): Operator =>
  (a, b) => {
    const [x, y] = [toNumber(a), toNumber(b)];
    if (x === undefined || y === undefined) return errorCell('#VALUE!');
    const result = compute(x, y);
    return Number.isFinite(result) ? result : errorCell('#NUM!');
  };

const comparison =
  (test: (order: number) => boolean): Operator =>
  (a, b) =>
    test(order(a, b));

const OPERATORS: Readonly<Record<string, Operator>> = {
  '+': numeric((a, b) => a + b),
  '-': numeric((a, b) => a - b),
  '*': numeric((a, b) => a * b),
  '/': (a, b) => (toNumber(b) === 0 ? errorCell('#DIV/0!') : numeric((x, y) => x / y)(a, b)),
  '^': numeric((a, b) => a ** b),
  '%': numeric((a) => a / 100),
  'unary -': numeric((a) => -a),
  'unary +': (a) => a,
  '&': (a, b) => `${toText(a)}${toText(b)}`,
  '=': comparison((difference) => difference === 0),
  '<>': comparison((difference) => difference !== 0),
  '<': comparison((difference) => difference < 0),
  '>': comparison((difference) => difference > 0),
  '<=': comparison((difference) => difference <= 0),
  '>=': comparison((difference) => difference >= 0),
};

export function toNumber(cell: Raw): number | undefined {
  if (cell === null) return 0;
  if (typeof cell === 'string') return cell.trim() === '' || Number.isNaN(Number(cell)) ? undefined : Number(cell);
  return cell instanceof Fault ? undefined : Number(cell);
}

function toText(cell: Raw): string {
  return cell === null ? '' : typeof cell === 'boolean' ? String(cell).toUpperCase() : String(cell);
}

/** Numbers come before texts, texts before TRUE and FALSE; a blank is what it is compared with. */
function order(a: Raw, b: Raw): number {
  const [x, y] = [a ?? blankLike(b), b ?? blankLike(a)];
  const rank = (cell: Raw) => ['number', 'string', 'boolean'].indexOf(typeof cell);
  if (rank(x) !== rank(y)) return rank(x) - rank(y);
  if (typeof x === 'string')
    return x.toLowerCase() < String(y).toLowerCase() ? -1 : Number(x.toLowerCase() !== String(y).toLowerCase());
  return Number(x) - Number(y);
}

function blankLike(other: Raw): Raw {
  return typeof other === 'string' ? '' : typeof other === 'boolean' ? false : 0;
}
