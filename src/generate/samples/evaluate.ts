import { bind } from '../../binding/bind';
import { errorCode } from '../../binding/errors';
import { definitionOf } from '../../functions/by-id';
import { functionName } from '../../formula/expression';
import { type Node, treeOf } from '../../formula/text';
import { parseReference } from '../../formula/references';
import type { Content, TemplateSheet } from '../../templates';

export type Value = number | string | boolean | null;
type Values = readonly (readonly Value[])[];

/** What a formula of a sample sheet fills. */
export interface Result {
  readonly row: number;
  readonly column: number;
  readonly values: readonly (readonly (number | string)[])[];
}

/** The results of all formulas of a template's sheet, so that a reader without the add-in sees them at once. */
export function resultsOf({ cells }: Pick<TemplateSheet, 'cells'>): readonly Result[] {
  const known = new Map<string, Values>();
  const results: Result[] = [];
  cells.forEach((line, row) =>
    line.forEach((content, column) => {
      if (isFormula(content))
        results.push({
          row,
          column,
          values: computed(row, column).map((values) =>
            values.map((value) => (typeof value === 'boolean' ? String(value).toUpperCase() : (value ?? 0))),
          ),
        });
    }),
  );
  return results;

  function computed(row: number, column: number): Values {
    const key = `${row},${column}`;
    const result = known.get(key) ?? valueOf(treeOf(cells[row]![column] as string)!);
    known.set(key, result);
    return result;
  }

  function at(row: number, column: number): Value {
    const content = cells[row]?.[column] ?? null;
    return isFormula(content) ? computed(row, column)[0]![0]! : content;
  }

  function valueOf(node: Node): Values {
    const args = node.arguments ?? [];
    switch (node.type) {
      case 'Literal':
        return [[node.value as Value]];
      case 'ReferenceIdentifier':
        return rangeOf(String(node.value));
      case 'UnaryExpression':
        return [[arithmetic(node.operator!, 0, numberOf(args[0]!))]];
      case 'BinaryExpression':
        return [[arithmetic(node.operator!, numberOf(args[0]!), numberOf(args[1]!))]];
      case 'CallExpression':
        return callOf(functionName(node), args);
      default:
        throw new Error(`A sample formula holds ${node.type}.`);
    }
  }

  function callOf(name: string, args: readonly (Node | null)[]): Values {
    const values = args.map((arg) => (arg ? valueOf(arg) : null));
    if (name === 'SUM')
      return [[values.flat(2).reduce<number>((sum, value) => sum + (typeof value === 'number' ? value : 0), 0)]];
    const definition = definitionOf(name.replace(/^RZRQ\./, ''));
    if (!definition) throw new Error(`A sample formula calls ${name}.`);
    return bind(definition)(values, errorCode);
  }

  function rangeOf(text: string): Values {
    const { top, left, bottom, right } = parseReference(text)!;
    return Array.from({ length: bottom - top + 1 }, (_, i) =>
      Array.from({ length: right - left + 1 }, (__, j) => at(top + i, left + j)),
    );
  }

  function numberOf(node: Node): number {
    return Number(valueOf(node)[0]![0] ?? 0);
  }
}

export function isFormula(content: Content): content is string {
  return typeof content === 'string' && content.startsWith('=');
}

function arithmetic(operator: string, a: number, b: number): number {
  switch (operator) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      return a / b;
    case '%':
      return b / 100;
    default:
      throw new Error(`A sample formula uses ${operator}.`);
  }
}
