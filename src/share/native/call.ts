import { dayOf, readDate } from '../../cells/date';
import { Fault } from '../../cells/fault';
import { parseNumeral } from '../../cells/number';
import { readWord } from '../../cells/word';
import type { CellParam, ChoiceParam, DateParam, Definition, Param } from '../../functions/catalogue/define';
import { blankOf, groupsOf } from '../../functions/arguments/cell-rules';
import { NativeFormula, NativeGroup, nativeOperations, NativeRatio } from '../../number/native';
import { nativeWriting } from '../../number/native-writing';
import type { Shape, Surroundings } from '../../formula/expression';
import { Why } from '../reasons';
import { type Argument, argumentOf, type ArgumentText, isReadAsText } from './argument';
import { guarded, guardedRunning } from './guard';
import { absolute, columnsOf, parseReference, partnerIn, rowsOf, runningRange } from '../../formula/references';

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

const NO_TEXT: ArgumentText = { text: '', isOurs: false };

/** One call as a native expression, under the conditions in which it is ours. `texts` are its arguments, our calls in them already native. */
export function nativeCall(
  definition: Definition,
  texts: readonly ArgumentText[],
  around: Surroundings,
  element: Element | undefined,
): Printed | Why {
  if (texts.length > definition.params.length) return new Why('too_many_arguments');
  const args: Argument[] = [];
  let isText = false;
  for (let i = 0; i < definition.params.length; i++) {
    const param = definition.params[i]!;
    const argument = argumentOf(texts[i] ?? NO_TEXT, param, around);
    if (argument instanceof Why) return argument;
    args.push(argument);
    // Of a series only the days up to the one that is printed are read, so what they hold is seen later.
    const isLater = definition.kind === 'running' && param.kind === 'series';
    isText ||= !isLater && argument.kind === 'expression' && isReadAsText(argument.expression, param, around);
  }
  const outcome = callOf(definition, args, around, element);
  // What is written in cells is said last: it can be written otherwise, and the rest would still stand in the way.
  return outcome instanceof Why || !isText ? outcome : new Why('text_figure');
}

function callOf(
  definition: Definition,
  args: readonly Argument[],
  around: Surroundings,
  element: Element | undefined,
): Printed | Why {
  switch (definition.kind) {
    case 'formula':
      return formulaCall(definition, args);
    case 'running':
      return runningCall(definition, args, element, around);
    case 'procedure':
      return procedureCall(definition, args);
    default:
      return new Why('no_closed_formula');
  }
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
  return printed(definition.difference ? formula.rounded() : formula, definition.params, args);
}

function printed(formula: NativeFormula, params: readonly Param[], args: readonly Argument[]): Printed | Why {
  const arrays = spreads(params, args, isRange);
  // What may be one cell or many is gone through as if it were many.
  const safe = guarded(
    formula,
    params,
    args,
    spreads(params, args, () => true),
  );
  return safe instanceof Why ? safe : { formula: safe, arrays };
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
    : new NativeGroup({ text: constant.text, precedence: constant.precedence, single: true });
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

const ONE: Shape = { rows: 1, columns: 1 };

/** Counting ranges of a group have one shape; a member that does not count may be one cell for all of them. */
function oddShape(params: readonly Param[], args: readonly Argument[]): Why | undefined {
  for (const { members, counting } of groupsOf(params)) {
    let known: Shape;
    for (const param of [...counting, ...members.filter((member) => !counting.includes(member))]) {
      const argument = args[params.indexOf(param)]!;
      const shape = argument.kind === 'expression' ? argument.expression.shape : ONE;
      if (argument.kind === 'none' || (param.orTotal && isOne(shape))) continue;
      if (isOne(shape) && !counting.includes(param)) continue;
      if (known && shape && (known.rows !== shape.rows || known.columns !== shape.columns))
        return new Why('different_shapes');
      known ??= shape;
    }
  }
  return undefined;
}

const isOne = (shape: Shape): boolean => shape !== undefined && shape.rows === 1 && shape.columns === 1;

const isRange = (shape: Shape): boolean => shape !== undefined && !isOne(shape);

/** Whether a parameter that takes one cell a row got something of such a shape. */
function spreads(params: readonly Param[], args: readonly Argument[], isSuch: (shape: Shape) => boolean): boolean {
  return params.some((param, i) => {
    const argument = args[i]!;
    return (
      (param.kind === 'cell' || param.kind === 'date') &&
      argument.kind === 'expression' &&
      !argument.expression.single &&
      isSuch(argument.expression.shape)
    );
  });
}

/** A series up to one of its days: the opening, and what has flowed since. */
function runningCall(
  definition: Extract<Definition, { kind: 'running' }>,
  args: readonly Argument[],
  element: Element | undefined,
  around: Surroundings,
): Printed | Why {
  const opening = cellArgument(definition.params[0] as CellParam, anchored(args[0]!, element));
  if (opening instanceof Why) return opening;
  if (opening === null) return new Why('argument_missing');
  const odd = oddShape(definition.params, args);
  if (odd) return odd;
  const day: Record<string, NativeFormula> = {};
  const cells: string[] = [];
  for (const [i, param] of definition.params.entries()) {
    if (param.kind === 'cell') continue;
    const flow = param.kind === 'days' ? inOrder(args[i]!) : flowUpTo(args[i]!, element, around);
    if (flow instanceof Why) return flow;
    if (!flow) continue;
    day[param.name] = flow.formula;
    cells.push(...flow.cells);
  }
  const formula = definition.step(opening, day as never);
  return { formula: guardedRunning(formula, anchored(args[0]!, element), cells), arrays: false };
}

function anchored(argument: Argument, element: Element | undefined): Argument {
  if (!element || argument.kind !== 'expression' || !parseReference(argument.expression.text)) return argument;
  return { ...argument, expression: { ...argument.expression, text: absolute(argument.expression.text) } };
}

interface Flow {
  readonly formula: NativeFormula;
  /** The cells in which it has flowed. */
  readonly cells: readonly string[];
}

function flowUpTo(argument: Argument, element: Element | undefined, around: Surroundings): Flow | Why {
  if (argument.kind === 'none') return { formula: NativeFormula.of(0), cells: [] };
  if (argument.kind === 'constant') {
    const formula = constantArgument(argument.value);
    return formula instanceof Why ? formula : { formula, cells: [] };
  }
  const { expression } = argument;
  if (expression.single)
    return {
      formula: new NativeFormula(expression),
      cells: expression.nature === 'cells' ? [expression.text] : [],
    };
  const range = parseReference(expression.text);
  // Only along a line is the part before a day a range of its own.
  if (!element || !range || (rowsOf(range) > 1 && columnsOf(range) > 1)) return new Why('range_inside');
  const day = partnerIn(range, element.row, element.column);
  if (!day) return { formula: new NativeFormula(expression).reduced('NA()'), cells: [] };
  const cells = runningRange(expression.text, day.row, day.column);
  if (around.holdsTextFigure(parseReference(cells)!)) return new Why('text_figure');
  return { formula: new NativeFormula(expression).reduced(`SUM(${cells})`), cells: [cells] };
}

/** A closed form over single cells. */
function procedureCall(
  definition: Extract<Definition, { kind: 'procedure' }>,
  args: readonly Argument[],
): Printed | Why {
  if (!definition.closed) return new Why('no_closed_formula');
  if (spreads(definition.params, args, isRange)) return new Why('range_inside');
  const values: Record<string, unknown> = {};
  for (const [i, param] of definition.params.entries()) {
    const value = param.kind === 'date' ? dayArgument(param, args[i]!) : formulaArgument(param, args[i]!);
    if (value instanceof Why) return value;
    values[param.name] = value;
  }
  const outcome = definition.closed(values as never, nativeWriting);
  if (outcome === undefined) return new Why('no_closed_formula');
  const formula = outcome instanceof NativeRatio ? outcome.expression : (outcome as NativeFormula);
  return printed(formula, definition.params, args);
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
