import { functions } from './functions';
import { type Node, parse } from './parse';
import {
  type Block,
  type Closure,
  ExcelError,
  finite,
  isBlock,
  lifted,
  OMITTED,
  reduced,
  type Scalar,
  scalar,
  toLogical,
  toNumber,
  toText,
  type Value,
  VALUE,
} from './values';

type Scope = ReadonlyMap<string, Value>;

/** Excel's rules for the functions that names need, over cells given as values; from Microsoft's descriptions of each. */
export class Excel {
  private readonly names = new Map<string, Closure>();
  private readonly parsed = new Map<string, Node>();

  /** A name that holds a LAMBDA; those that it calls may come later. */
  define(name: string, text: string): void {
    this.names.set(name.toUpperCase(), this.evaluate(parse(text), new Map()) as Closure);
  }

  /** A formula; `cells` are what its references stand for. */
  formula(text: string, cells: Readonly<Record<string, Block>> = {}): Block {
    const node = this.parsed.get(text) ?? parse(text);
    this.parsed.set(text, node);
    const value = this.evaluate(
      node,
      new Map(Object.entries(cells).map(([name, block]) => [name.toUpperCase(), block])),
    );
    return isBlock(value) ? value : [[scalar(value)]];
  }

  private evaluate(node: Node, scope: Scope): Value {
    switch (node.type) {
      case 'number':
      case 'text':
      case 'boolean':
        return node.value;
      case 'error':
        return new ExcelError(node.value);
      case 'omitted':
        return OMITTED;
      case 'array':
        return node.rows.map((row) => row.map((cell) => scalar(this.evaluate(cell, scope))));
      case 'name':
        return scope.has(node.name) ? scope.get(node.name)! : new ExcelError('#NAME?');
      case 'unary':
        return lifted([this.evaluate(node.inner, scope)], (cell) => {
          const x = toNumber(cell);
          if (x instanceof ExcelError) return x;
          return node.operator === '%' ? x / 100 : node.operator === '-' ? 0 - x : x;
        });
      case 'binary':
        return lifted([this.evaluate(node.left, scope), this.evaluate(node.right, scope)], (a, b) =>
          operated(node.operator, a, b),
        );
      case 'call':
        return this.called(node.name, node.args, scope);
    }
  }

  private called(name: string, args: readonly Node[], scope: Scope): Value {
    const value = (i: number): Value => (args[i] === undefined ? OMITTED : this.evaluate(args[i]!, scope));
    switch (name) {
      case 'LET': {
        const inner = new Map(scope);
        for (let i = 0; i + 1 < args.length; i += 2)
          inner.set((args[i] as { name: string }).name, this.evaluate(args[i + 1]!, inner));
        return this.evaluate(args[args.length - 1]!, inner);
      }
      case 'LAMBDA': {
        const params = args.slice(0, -1) as { readonly name: string; readonly optional: boolean }[];
        const body = args[args.length - 1]!;
        return {
          params,
          call: (given) =>
            this.evaluate(
              body,
              new Map([...scope, ...params.map(({ name: param }, i) => [param, given[i] ?? OMITTED] as const)]),
            ),
        };
      }
      case 'ISOMITTED':
        return value(0) === OMITTED;
      case 'IF': {
        const condition = reduced(value(0));
        // Where all cells ask for one branch the other is not worked out.
        const only = isBlock(condition) ? onlyBranch(condition) : undefined;
        if (isBlock(condition))
          return lifted(
            [condition, only === 2 ? false : value(1), only === 1 || args.length < 3 ? false : value(2)],
            (test, then, otherwise) => {
              const truth = toLogical(test);
              return truth instanceof ExcelError ? truth : truth ? then : otherwise;
            },
          );
        const truth = toLogical(scalar(condition));
        if (truth instanceof ExcelError) return truth;
        return truth ? value(1) : args.length > 2 ? value(2) : false;
      }
      default: {
        const local = scope.get(name) ?? this.names.get(name);
        const given = args.map((_, i) => value(i));
        if (local !== undefined && typeof local === 'object' && local !== null && 'params' in local) {
          const needed = local.params.filter(({ optional }) => !optional).length;
          return given.length < needed || given.length > local.params.length ? VALUE : local.call(given);
        }
        const builtIn = functions[name];
        return builtIn ? builtIn(given) : new ExcelError('#NAME?');
      }
    }
  }
}

/** 1 or 2 where every cell of a condition asks for that branch. */
function onlyBranch(condition: Block): 1 | 2 | undefined {
  const truths = condition.flat().map(toLogical);
  if (truths.every((truth) => truth === true)) return 1;
  return truths.every((truth) => truth === false) ? 2 : undefined;
}

function operated(operator: string, a: Scalar, b: Scalar): Scalar {
  if (a instanceof ExcelError) return a;
  if (b instanceof ExcelError) return b;
  if (operator === '&') return `${toText(a) as string}${toText(b) as string}`;
  if (/[=<>]/.test(operator)) return compared(operator, order(a, b));
  const [x, y] = [toNumber(a), toNumber(b)];
  if (x instanceof ExcelError) return x;
  if (y instanceof ExcelError) return y;
  switch (operator) {
    case '+':
      return finite(x + y);
    case '-':
      return finite(x - y);
    case '*':
      return finite(x * y);
    case '/':
      return y === 0 ? new ExcelError('#DIV/0!') : finite(x / y);
    default:
      return finite(x ** y);
  }
}

function compared(operator: string, sign: number): boolean {
  if (operator === '=') return sign === 0;
  if (operator === '<>') return sign !== 0;
  return operator.startsWith('<')
    ? sign < 0 || (sign === 0 && operator === '<=')
    : sign > 0 || (sign === 0 && operator === '>=');
}

/** Numbers stand before texts and texts before logical values; a blank is what it is compared with, empty. */
function order(a: Scalar, b: Scalar): number {
  const [x, y] = [a ?? emptyLike(b), b ?? emptyLike(a)];
  const rank = (value: Scalar) => (typeof value === 'number' ? 0 : typeof value === 'string' ? 1 : 2);
  if (rank(x) !== rank(y)) return rank(x) - rank(y);
  if (typeof x === 'string') {
    const [p, q] = [x.toLowerCase(), (y as string).toLowerCase()];
    return p < q ? -1 : p > q ? 1 : 0;
  }
  return Number(x) - Number(y);
}

function emptyLike(other: Scalar): Scalar {
  if (typeof other === 'string') return '';
  return typeof other === 'boolean' ? false : 0;
}
