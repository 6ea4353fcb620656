import type { CellValue } from '../../workbook/workbook';
import { type Node, treeOf } from '../../formula/text';
import type { Element } from '../native/call';
import { areaOf, functionName, shapeOf, type Surroundings } from '../../formula/expression';
import { partnerIn, type Reference } from '../../formula/references';
import { clipped, sheetOf, type SheetSnapshot, type Snapshot, valueAt } from '../reading/snapshot';
import { ARITHMETIC, COMPARISON, extreme, RELATIVE, ROUNDING, sum, type Term, termOf, UNKNOWN } from './term';

/** Follows native formulas over the figures of a sheet, to one cell of what they fill; `now` is that sheet with the native formulas in it. */
export function termsOn(
  snapshot: Snapshot,
  own: SheetSnapshot,
  now: SheetSnapshot,
  around: Surroundings,
): (formula: string, element: Element) => Term {
  const reader = new Reader(snapshot, own, now, around);
  return (formula, element) => {
    const tree = treeOf(formula);
    return tree ? reader.term(tree, element) : UNKNOWN;
  };
}

class Reader {
  constructor(
    private readonly snapshot: Snapshot,
    private readonly own: SheetSnapshot,
    private readonly now: SheetSnapshot,
    private readonly around: Surroundings,
  ) {}

  term(node: Node, at: Element): Term {
    const args = node.arguments ?? [];
    switch (node.type) {
      case 'Literal':
        return figure(node.value as CellValue);
      case 'ReferenceIdentifier':
        return this.reference(node, at);
      case 'UnaryExpression':
        return this.unary(node, at);
      case 'BinaryExpression': {
        const operator = ARITHMETIC[node.operator!];
        return operator ? operator(this.term(args[0]!, at), this.term(args[1]!, at)) : this.comparison(node, at);
      }
      case 'CallExpression':
        return this.call(node, at);
      default:
        return UNKNOWN;
    }
  }

  private unary({ operator, arguments: args }: Node, at: Element): Term {
    const { value, size } = this.term(args![0]!, at);
    if (operator === '-') return { value: -value, size };
    if (operator === '%') return { value: value / 100, size: size / 100 };
    return operator === '+' ? { value, size } : UNKNOWN;
  }

  private comparison({ operator, arguments: args }: Node, at: Element): Term {
    const compare = COMPARISON[operator!];
    const [a, b] = args!.map((arg) => this.content(arg!, at));
    if (!compare || a === undefined || b === undefined) return UNKNOWN;
    // Beside a number a blank cell is 0.
    const [x, y] = typeof a === typeof b ? [a, b] : [a === '' ? 0 : a, b === '' ? 0 : b];
    return typeof x === typeof y && typeof x !== 'boolean' && typeof y !== 'boolean'
      ? termOf(Number(compare(x, y)))
      : UNKNOWN;
  }

  private call(node: Node, at: Element): Term {
    const args = node.arguments ?? [];
    const argument = (index: number): Term => (args[index] ? this.term(args[index]!, at) : termOf(0));
    const all = () => args.flatMap((arg) => (arg ? this.elements(arg, at) : []));
    const name = functionName(node);
    switch (name) {
      case 'SUM':
        return sum(all());
      case 'SUMPRODUCT':
        return args.length === 1 ? sum(all()) : UNKNOWN;
      case 'COUNT':
        return counted(all());
      case 'MIN':
        return extreme(Math.min, all());
      case 'MAX':
        return extreme(Math.max, all());
      case 'ABS':
        return absolute(argument(0));
      case 'IF':
        return chosen(argument(0).value, argument);
      case 'IFERROR':
      case 'IFNA':
        return unlessError(argument(0), () => argument(1));
      default:
        return name in ROUNDING ? rounded(ROUNDING[name]!, argument(0).value, argument(1).value) : UNKNOWN;
    }
  }

  /** What a function that makes one number of a range gets from an argument. */
  private elements(node: Node, at: Element): readonly Term[] {
    const area = areaOf(node, this.around);
    if (area) return this.figures(area);
    const shape = shapeOf(node, this.around);
    if (!shape || (shape.rows === 1 && shape.columns === 1)) return [this.term(node, at)];
    const [rows, columns] = [
      Math.min(shape.rows, this.end('row', 'rows')),
      Math.min(shape.columns, this.end('column', 'columns')),
    ];
    return Array.from({ length: rows * columns }, (_, index) =>
      this.term(node, { row: Math.floor(index / columns), column: index % columns }),
    );
  }

  /** The numbers of a range; its texts and blanks count for nothing. */
  private figures(area: Reference): readonly Term[] {
    const there = sheetOf(this.snapshot, this.own, area.sheet);
    const part = there && clipped(area, there);
    const terms: Term[] = [];
    for (let row = part?.top ?? 0; part && row <= part.bottom; row++) {
      for (let column = part.left; column <= part.right; column++) {
        if (typeof valueAt(there!, row, column) === 'number') terms.push(this.figureAt(there!, row, column));
      }
    }
    return terms;
  }

  /** How far the sheets reach: below that a whole column holds nothing. */
  private end(start: 'row' | 'column', length: 'rows' | 'columns'): number {
    return Math.max(1, ...this.snapshot.sheets.map(({ area }) => (area ? area[start] + area[length] : 0)));
  }

  private content(node: Node, at: Element): CellValue | undefined {
    if (node.type === 'Literal') return node.value as CellValue;
    const cell = this.cell(node, at);
    return cell ? valueAt(...cell) : known(this.term(node, at).value);
  }

  private reference(node: Node, at: Element): Term {
    const cell = this.cell(node, at);
    return cell ? this.figureAt(...cell) : UNKNOWN;
  }

  private cell(node: Node, at: Element): readonly [SheetSnapshot, number, number] | undefined {
    const area = areaOf(node, this.around);
    const partner = area && partnerIn(area, at.row, at.column);
    const there = area && sheetOf(this.snapshot, this.own, area.sheet);
    return partner && there && [there, area.top + partner.row, area.left + partner.column];
  }

  /** A figure that has become native itself brings its noise along; twice, as the result has its own besides. */
  private figureAt(there: SheetSnapshot, row: number, column: number): Term {
    const term = figure(valueAt(there, row, column));
    const current = there.sheet.id === this.own.sheet.id ? valueAt(this.now, row, column) : undefined;
    return typeof current === 'number' && current !== term.value
      ? termOf(term.value, (2 * Math.abs(current - term.value)) / RELATIVE)
      : term;
  }
}

/** What is not known may be a number or not. */
const counted = (terms: readonly Term[]): Term =>
  terms.some(({ value }) => Number.isNaN(value)) ? UNKNOWN : termOf(terms.length);

const known = (value: number): number | undefined => (Number.isNaN(value) ? undefined : value);

function figure(value: CellValue): Term {
  if (value === '') return termOf(0);
  return typeof value === 'number' || typeof value === 'boolean'
    ? { value: Number(value), size: Math.abs(Number(value)) }
    : UNKNOWN;
}

const absolute = ({ value, size }: Term): Term => ({ value: Math.abs(value), size });

const chosen = (test: number, argument: (index: number) => Term): Term =>
  Number.isNaN(test) ? UNKNOWN : argument(test ? 1 : 2);

function unlessError(first: Term, instead: () => Term): Term {
  return Number.isFinite(first.value) ? first : { value: NaN, size: Math.max(first.size, instead().size) };
}

function rounded(round: (value: number) => number, value: number, digits: number): Term {
  return termOf(round(value * 10 ** digits) / 10 ** digits);
}
