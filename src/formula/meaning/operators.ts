import { Fault, type ErrorCode } from '../../cells/fault';
import type { Raw, Rows } from './cells';
import type { Kind, Sign } from './kind';

export function errorCell(code: ErrorCode): Fault {
  return new Fault('error_cell', { code });
}

/** Cell by cell over some arrays; a single row or column is stretched over the others, and what finds no partner is #N/A. */
export function spread<N>(arrays: readonly Rows<N>[], compute: (cells: readonly Raw<N>[]) => Raw<N>): Rows<N> {
  const rows = greatest(arrays.map((array) => array.length));
  const columns = greatest(arrays.map((array) => array[0]!.length));
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (__, column) => compute(arrays.map((array) => at(array, row, column)))),
  );
}

const greatest = (lengths: readonly number[]): number => lengths.reduce((a, b) => Math.max(a, b), 1);

function at<N>(array: Rows<N>, row: number, column: number): Raw<N> {
  const line = array[array.length === 1 ? 0 : row];
  const cell = line?.[line.length === 1 ? 0 : column];
  return cell === undefined ? errorCell('#N/A') : cell;
}

/** The same where no cell is an error; the first that is one is the result. */
export function withoutErrors<N>(compute: (cells: readonly Raw<N>[]) => Raw<N>): (cells: readonly Raw<N>[]) => Raw<N> {
  return (cells) => cells.find((cell) => cell instanceof Fault) ?? compute(cells);
}

/** Applies one of Excel's operators; undefined where it is none that makes a value of values. */
export function operate<N>(operator: string, operands: readonly Rows<N>[], kind: Kind<N>): Rows<N> | undefined {
  const apply = operationOf(operator, kind);
  return (
    apply &&
    spread(
      operands,
      withoutErrors(([a = null, b = null]) => apply(a, b)),
    )
  );
}

type Operation<N> = (a: Raw<N>, b: Raw<N>) => Raw<N>;

const COMPARISONS: Readonly<Record<string, (order: number) => boolean>> = {
  '=': (order) => order === 0,
  '<>': (order) => order !== 0,
  '<': (order) => order < 0,
  '>': (order) => order > 0,
  '<=': (order) => order <= 0,
  '>=': (order) => order >= 0,
};

function operationOf<N>(operator: string, kind: Kind<N>): Operation<N> | undefined {
  const compare = COMPARISONS[operator];
  if (compare) return (a, b) => (isUnknown(a, kind) || isUnknown(b, kind) ? kind.unknown! : compare(order(a, b, kind)));
  switch (operator) {
    case 'unary +':
      return (a) => a;
    case 'unary -':
      return (a) => arithmetic('*', a, -1, kind);
    case '%':
      return (a) => arithmetic('/', a, 100, kind);
    case '&':
      return (a, b) =>
        isUnknown(a, kind) || isUnknown(b, kind) ? kind.unknown! : `${textOf(a, kind)}${textOf(b, kind)}`;
    default:
      return operator in kind.operations ? (a, b) => arithmetic(operator as Sign, a, b, kind) : undefined;
  }
}

function arithmetic<N>(sign: Sign, a: Raw<N>, b: Raw<N> | number, kind: Kind<N>): Raw<N> {
  const [x, y] = [numberOf(a, kind), typeof b === 'number' ? kind.of(b) : numberOf(b, kind)];
  if (x === undefined || y === undefined) return errorCell('#VALUE!');
  const [base, second] = [kind.valueOf(x), kind.valueOf(y)];
  if (sign === '/' && second === 0) return errorCell('#DIV/0!');
  if (sign === '^' && base === 0 && second <= 0) return errorCell(second === 0 ? '#NUM!' : '#DIV/0!');
  return finite(kind.operations[sign](x, y), [base, second], kind);
}

/** A result that is no number, of numbers that are known, is Excel's #NUM!. */
export function finite<N>(result: N, operands: readonly number[], kind: Kind<N>): Raw<N> {
  return Number.isFinite(kind.valueOf(result)) || operands.some(Number.isNaN) ? result : errorCell('#NUM!');
}

export const isUnknown = <N>(cell: Raw<N>, kind: Kind<N>): boolean => kind.is(cell) && Number.isNaN(kind.valueOf(cell));

const NUMERAL = /^[+-]?(?:\d{1,3}(?:,\d{3})+|\d+\.?|(?=\.\d))(?:(?<=\.)\d+|\.\d*)?(?:e[+-]?\d+)?%?$/i;

/** As Excel reads a cell in arithmetic: a blank is 0, TRUE is 1, and a text is the number that it writes. */
export function numberOf<N>(cell: Raw<N>, kind: Kind<N>): N | undefined {
  if (kind.is(cell)) return cell;
  if (cell === null) return kind.of(0);
  if (typeof cell === 'boolean') return kind.of(Number(cell));
  if (typeof cell !== 'string' || !NUMERAL.test(cell.trim())) return undefined;
  const digits = cell.trim().replace(/,/g, '');
  return kind.of(digits.endsWith('%') ? Number(digits.slice(0, -1)) / 100 : Number(digits));
}

function textOf<N>(cell: Raw<N>, kind: Kind<N>): string {
  if (kind.is(cell)) return String(kind.valueOf(cell));
  return cell === null ? '' : typeof cell === 'boolean' ? String(cell).toUpperCase() : String(cell);
}

/** Numbers come before texts, texts before TRUE and FALSE; a blank is what it is compared with. */
function order<N>(a: Raw<N>, b: Raw<N>, kind: Kind<N>): number {
  const plain = (cell: Raw<N>) => (kind.is(cell) ? kind.valueOf(cell) : (cell as string | boolean | null));
  const [first, second] = [plain(a), plain(b)];
  const [x, y] = [first ?? blankLike(second), second ?? blankLike(first)];
  const rank = (cell: unknown) => ['number', 'string', 'boolean'].indexOf(typeof cell);
  if (rank(x) !== rank(y)) return rank(x) - rank(y);
  if (typeof x === 'string') {
    const [left, right] = [x.toLowerCase(), String(y).toLowerCase()];
    return left < right ? -1 : Number(left !== right);
  }
  return Number(x) - Number(y);
}

function blankLike(other: number | string | boolean | null): number | string | boolean {
  return typeof other === 'string' ? '' : typeof other === 'boolean' ? false : 0;
}
