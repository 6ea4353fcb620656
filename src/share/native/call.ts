import { dayOf, readDate } from '../../cells/date';
import { Fault } from '../../cells/fault';
import { parseNumeral } from '../../cells/number';
import { readWord } from '../../cells/word';
import type { CellParam, ChoiceParam, DateParam, Definition, Param } from '../../functions/catalogue/define';
import { blankOf, emptyWhenBlank } from '../../functions/arguments/cell-rules';
import { NativeFormula, NativeGroup, nativeOperations, NativeRatio, PRECEDENCE } from '../../number/native';
import { nativeWriting } from '../../number/native-writing';
import { treeOf } from '../../formula/text';
import { type Expression, expressionOf, type Shape, type Surroundings } from '../../formula/expression';
import { Why } from '../reasons';
import { absolute, columnsOf, parseReference, partnerIn, rowsOf, runningRange } from '../../formula/references';

/** What an operand of a comparison must bind as tightly as. */
const COMPARED = PRECEDENCE.comparison + 1;

/** Which cell of a spilled result is printed. */
export interface Element {
  readonly row: number;
  readonly column: number;
}

export interface Printed {
  readonly formula: NativeFormula;
  /** Whether only an Excel with dynamic arrays shows all of it. */
  readonly arrays: boolean;
}

/** An argument as it is written: nothing, a constant, or anything else. */
type Argument =
  | { readonly kind: 'none' }
  | { readonly kind: 'constant'; readonly value: number | string | boolean }
  | { readonly kind: 'expression'; readonly expression: Expression };

/** One call as a native expression. `texts` are its arguments, our calls in them already native. */
export function nativeCall(
  definition: Definition,
  texts: readonly string[],
  around: Surroundings,
  element: Element | undefined,
): Printed | Why {
  if (texts.length > definition.params.length) return new Why('too_many_arguments');
  const args: Argument[] = [];
  for (let i = 0; i < definition.params.length; i++) {
    const argument = argumentOf(texts[i]?.trim() ?? '', around);
    if (argument instanceof Why) return argument;
    args.push(argument);
  }
  switch (definition.kind) {
    case 'formula':
      return formulaCall(definition, args);
    case 'running':
      return runningCall(definition, args, element);
    case 'procedure':
      return procedureCall(definition, args, around);
    default:
      return new Why('no_closed_formula');
  }
}

function argumentOf(text: string, around: Surroundings): Argument | Why {
  if (text === '' || text === '""') return { kind: 'none' };
  const tree = treeOf(`=${text}`);
  if (tree?.type === 'Literal') return { kind: 'constant', value: tree.value as number | string | boolean };
  const expression = expressionOf(text, around);
  return expression ? { kind: 'expression', expression } : new Why('not_a_formula');
}

function formulaCall(definition: Extract<Definition, { kind: 'formula' }>, args: readonly Argument[]): Printed | Why {
  const values: Record<string, unknown> = {};
  for (const [i, param] of definition.params.entries()) {
    const value = formulaArgument(param, args[i]!);
    if (value instanceof Why) return value;
    values[param.name] = value;
  }
  const odd = oddShape(definition.params, args);
  if (odd) return odd;
  const outcome = definition.compute(values as never, nativeOperations);
  const formula = outcome instanceof NativeRatio ? outcome.expression : (outcome as NativeFormula);
  return { formula: definition.difference ? formula.rounded() : formula, arrays: spreads(definition.params, args) };
}

function formulaArgument(param: Param, argument: Argument): unknown {
  switch (param.kind) {
    case 'cell':
      return cellArgument(param, argument);
    case 'series':
      // What is a day to us is more than a number to Excel.
      return param.days && argument.kind !== 'none' ? new Why('no_closed_formula') : seriesArgument(argument);
    case 'choice':
      return choiceArgument(param, argument);
    case 'days':
      return inOrder(argument);
    default:
      return new Why('no_closed_formula');
  }
}

function cellArgument(param: CellParam, argument: Argument): NativeFormula | null | Why {
  if (argument.kind === 'none') return blankArgument(param);
  if (argument.kind === 'constant') return constantArgument(argument.value);
  const { expression } = argument;
  const inCell = param.optional && expression.reference === true;
  const blank = blankOf(param);
  if (!inCell || blank === 0) return new NativeFormula(expression);
  if (typeof blank !== 'number' || !expression.single) return new Why('optional_in_cell');
  return new NativeFormula(expression).call(`IF(${expression.text}="",${blank},${expression.text})`);
}

function blankArgument(param: CellParam): NativeFormula | null | Why {
  const blank = blankOf(param);
  if (blank instanceof Fault) return new Why('argument_missing');
  return blank === null ? null : NativeFormula.of(blank);
}

function constantArgument(value: number | string | boolean): NativeFormula | Why {
  if (typeof value === 'number') return NativeFormula.of(value);
  const numeral = typeof value === 'string' ? parseNumeral(value) : undefined;
  return numeral ? NativeFormula.of(numeral.toNumber()) : new Why('text_argument');
}

function seriesArgument(argument: Argument): NativeGroup | Why {
  if (argument.kind === 'none') return new NativeGroup(null);
  if (argument.kind === 'expression') return new NativeGroup(argument.expression);
  const constant = constantArgument(argument.value);
  return constant instanceof Why
    ? constant
    : new NativeGroup({ text: constant.text, precedence: constant.precedence, single: true, places: constant.places });
}

function choiceArgument(param: ChoiceParam, argument: Argument): string | Why {
  if (argument.kind === 'none') {
    const blank = blankOf(param);
    return blank instanceof Fault ? new Why('argument_missing') : blank;
  }
  const word = argument.kind === 'constant' ? readWord(argument.value, param.options) : undefined;
  return typeof word === 'string' ? word : new Why('choice_in_cell');
}

/** Excel sums and counts a range as it stands. */
function inOrder(argument: Argument): null | Why {
  return argument.kind === 'none' ? null : new Why('ordered_by_days');
}

/** Ranges of a group have one shape; a single cell serves them all. */
function oddShape(params: readonly Param[], args: readonly Argument[]): Why | undefined {
  const shapes = new Map<string, Shape>();
  for (const [i, param] of params.entries()) {
    const argument = args[i]!;
    if (param.kind !== 'series' || argument.kind !== 'expression' || argument.expression.single) continue;
    const { shape } = argument.expression;
    const known = shapes.get(param.group);
    if (known && shape && (known.rows !== shape.rows || known.columns !== shape.columns))
      return new Why('different_shapes');
    shapes.set(param.group, known ?? shape);
  }
  return undefined;
}

/** Whether a parameter that takes one cell a row got a whole range. */
function spreads(params: readonly Param[], args: readonly Argument[]): boolean {
  return params.some((param, i) => {
    const argument = args[i]!;
    return (
      (param.kind === 'cell' || param.kind === 'date') &&
      argument.kind === 'expression' &&
      argument.expression.shape !== undefined &&
      !argument.expression.single
    );
  });
}

/** A series up to one of its days: the opening, and what has flowed since. */
function runningCall(
  definition: Extract<Definition, { kind: 'running' }>,
  args: readonly Argument[],
  element: Element | undefined,
): Printed | Why {
  const opening = cellArgument(definition.params[0] as CellParam, anchored(args[0]!, element));
  if (opening instanceof Why) return opening;
  if (opening === null) return new Why('argument_missing');
  const odd = oddShape(definition.params, args);
  if (odd) return odd;
  const day: Record<string, NativeFormula> = {};
  for (const [i, param] of definition.params.entries()) {
    if (param.kind === 'cell') continue;
    const flow = param.kind === 'days' ? inOrder(args[i]!) : flowUpTo(args[i]!, element);
    if (flow instanceof Why) return flow;
    if (flow) day[param.name] = flow;
  }
  return { formula: definition.step(opening, day as never), arrays: false };
}

function anchored(argument: Argument, element: Element | undefined): Argument {
  if (!element || argument.kind !== 'expression' || !parseReference(argument.expression.text)) return argument;
  return { kind: 'expression', expression: { ...argument.expression, text: absolute(argument.expression.text) } };
}

function flowUpTo(argument: Argument, element: Element | undefined): NativeFormula | Why {
  if (argument.kind === 'none') return NativeFormula.of(0);
  if (argument.kind === 'constant') return constantArgument(argument.value);
  const { expression } = argument;
  if (expression.single) return new NativeFormula(expression);
  const range = parseReference(expression.text);
  // Only along a line is the part before a day a range of its own.
  if (!element || !range || (rowsOf(range) > 1 && columnsOf(range) > 1)) return new Why('range_inside');
  const day = partnerIn(range, element.row, element.column);
  return new NativeFormula(expression).reduced(
    day ? `SUM(${runningRange(expression.text, day.row, day.column)})` : 'NA()',
  );
}

/** A closed form over single cells; nothing in an empty row. */
function procedureCall(
  definition: Extract<Definition, { kind: 'procedure' }>,
  args: readonly Argument[],
  around: Surroundings,
): Printed | Why {
  if (!definition.closed) return new Why('no_closed_formula');
  if (spreads(definition.params, args)) return new Why('range_inside');
  const values: Record<string, unknown> = {};
  for (const [i, param] of definition.params.entries()) {
    const value = param.kind === 'date' ? dayArgument(param, args[i]!) : formulaArgument(param, args[i]!);
    if (value instanceof Why) return value;
    values[param.name] = value;
  }
  const outcome = definition.closed(values as never, nativeWriting);
  if (outcome === undefined) return new Why('no_closed_formula');
  const formula = outcome instanceof NativeRatio ? outcome.expression : (outcome as NativeFormula);
  const expression = expressionOf(emptyOr(formula.text, definition.params, args), around);
  return expression ? { formula: new NativeFormula(expression), arrays: false } : new Why('no_closed_formula');
}

/** The text, but nothing where the row is empty. */
function emptyOr(text: string, params: readonly Param[], args: readonly Argument[]): string {
  const emptying = emptyWhenBlank(params).map((param) => args[params.indexOf(param)]!);
  if (emptying.some(({ kind }) => kind === 'constant')) return text;
  const blanks = emptying.flatMap((argument) =>
    argument.kind === 'expression' ? [`${new NativeFormula(argument.expression).within(COMPARED)}=""`] : [],
  );
  if (blanks.length === 0) return text;
  return `IF(${blanks.length > 1 ? blanks.map((blank) => `(${blank})`).join('*') : blanks[0]},"",${text})`;
}

/** A day without its time. */
function dayArgument(param: DateParam, argument: Argument): NativeFormula | null | Why {
  if (argument.kind === 'none') return blankOf(param) === null ? null : new Why('argument_missing');
  if (argument.kind === 'constant') return dateConstant(argument.value);
  const { expression } = argument;
  if (param.optional && expression.reference) return new Why('optional_in_cell');
  return new NativeFormula(expression).call(`INT(${expression.text})`);
}

function dateConstant(value: number | string | boolean): NativeFormula | Why {
  const serial = readDate(value);
  if (typeof serial !== 'number') return new Why('text_argument');
  const { year, month, day } = dayOf(serial);
  return NativeFormula.of(0).call(`DATE(${year},${month},${day})`);
}
