import { Fault } from '../../cells/fault';
import { bind } from '../../binding/bind';
import { orderOf } from '../../binding/order';
import { countingOf } from '../../functions/arguments/cell-rules';
import { isBlankOrZero } from '../../functions/arguments/groups';
import { NO_PARTNER } from '../../functions/arguments/matrix';
import { Spread } from '../../binding/shape';
import type { Definition, Param } from '../../functions/catalogue/define';
import { mayCall } from '../../formula/calls';
import type { Area, CellValue, Workbook } from '../../workbook/workbook';
import { readCells, type CellsOf, type Raw, type Rows } from '../../formula/meaning/cells';
import { call, definitionOf, evaluate, plainly } from '../../formula/meaning/evaluate';
import { parseFormula, type Node } from '../../formula/meaning/parse';
import { bookOf } from '../../formula/meaning/book';
import { contains } from '../../workbook/area';
import { unknownWord } from '../../formula/meaning/unknown-word';
import { withNames, workedNumbers, type Step } from './worked';

/** What the pane can say of one cell. */
export interface CellExplanation {
  readonly cell: Area;
  readonly shown: CellValue;
  readonly formula: string;
  /** The cell whose formula fills this one. */
  readonly anchor: Area;
  /** What the formula calls by a name that nothing has. */
  readonly unknown: string | undefined;
  /** False where the formula could not be read. */
  readonly readable: boolean;
  readonly calls: readonly Call[];
  /** The one cell whose value it shows, where that is all that its formula does. */
  readonly refersTo: Area | undefined;
}

/** One call of ours in a formula. */
export interface Call {
  readonly definition: Definition;
  readonly text: string;
  readonly args: readonly Argument[];
  /** Undefined where an argument has to be worked out by the sheet. */
  readonly result: readonly (readonly (number | string | Fault)[])[] | undefined;
  /** The place in the result that the selected cell shows. */
  readonly focus: Place;
}

export interface Argument {
  readonly param: Param;
  /** Empty where the argument is omitted. */
  readonly text: string;
  readonly area: Area | undefined;
  readonly values: Rows | undefined;
  /** Calls of ours inside the argument, outermost first. */
  readonly calls: readonly Call[];
}

/** Counted from 0. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

export interface Wrong {
  readonly place: Place;
  readonly fault: Fault;
  /** The cell that is at fault, where it is a cell. */
  readonly cell: Area | undefined;
}

const ORIGIN: Place = { row: 0, column: 0 };
const MOST_WRONG = 20;

export async function explainCell(workbook: Workbook, cell: Area): Promise<CellExplanation> {
  const book = await bookOf(workbook, cell.sheet);
  const spill = book.spillsOn(cell.sheet).find((area) => contains({ ...area, sheet: cell.sheet }, cell));
  const anchor = spill ? { ...cell, row: spill.row, column: spill.column } : cell;
  const formula = String((await workbook.read(anchor)).formulas[0]![0]);
  const shown = (await workbook.read(cell)).values[0]![0]!;
  const node = formula.startsWith('=') ? parseFormula(formula, book, anchor) : undefined;
  const cells = await readCells(workbook, [node]);
  const focus = { row: cell.row - anchor.row, column: cell.column - anchor.column };
  const isRoot = definitionOf(node) !== undefined;
  const calls = outermost(node).map((found) => callOf(found, cells, isRoot ? focus : ORIGIN));
  const unknown = node && mayCall(formula) ? unknownWord(formula, book, anchor) : undefined;
  return {
    cell,
    shown,
    formula,
    anchor,
    unknown,
    readable: node !== undefined || !formula.startsWith('='),
    calls,
    refersTo: node?.kind === 'area' && node.area.rows * node.area.columns === 1 ? node.area : undefined,
  };
}

/** So many references are gone along; a cell may also refer to itself. */
const MOST_REFERENCES = 8;

/** The explanation of the cell whose value a cell shows, if need be by way of others. */
export async function explainShown(workbook: Workbook, cell: Area, left = MOST_REFERENCES): Promise<CellExplanation> {
  const explanation = await explainCell(workbook, cell);
  const { refersTo } = explanation;
  return refersTo && left > 0 ? explainShown(workbook, refersTo, left - 1) : explanation;
}

/** The calls of ours that stand in no other call of ours. */
function outermost(node: Node | undefined): (Node & { kind: 'call' })[] {
  if (node?.kind === 'operation') return node.operands.flatMap(outermost);
  if (node?.kind !== 'call') return [];
  return definitionOf(node) ? [node] : node.args.flatMap(outermost);
}

function callOf(node: Node & { kind: 'call' }, cells: CellsOf, focus: Place): Call {
  const definition = definitionOf(node)!;
  const args = definition.params.map((param, i): Argument => {
    const arg = node.args[i];
    return {
      param,
      text: arg?.text ?? '',
      area: arg?.kind === 'area' ? arg.area : undefined,
      values: evaluate(arg, plainly(cells)),
      calls: outermost(arg).map((inner) => callOf(inner, cells, focus)),
    };
  });
  const result = lacking(definition, node.args.length) ?? resultOf(definition, args);
  const inside = {
    row: result && focus.row < result.length ? focus.row : 0,
    column: result && focus.column < result[0]!.length ? focus.column : 0,
  };
  return { definition, text: node.text, args, result, focus: inside };
}

/** Excel takes no call that ends before the last argument it needs, whatever the function would make of blanks. */
function lacking({ params }: Definition, given: number): Call['result'] {
  const param = params.find(({ optional }, i) => i >= given && !optional);
  return param && [[new Fault('missing', { param: param.name })]];
}

function resultOf(definition: Definition, args: readonly Argument[]): Call['result'] {
  return args.some(({ values }) => values === undefined)
    ? undefined
    : call(
        definition,
        args.map(({ values }) => values),
      );
}

/** The cells of an argument that belong to one place of the result: one for a cell, all for a range used whole. */
export function valueAt(
  { param, values }: Argument,
  { row, column }: Place,
  definition: Definition,
): Raw | Rows | undefined {
  if (values === undefined) return undefined;
  if (definition.kind === 'running')
    return param.kind === 'series' || param.kind === 'days'
      ? values.flat()[row * values[0]!.length + column]
      : values[0]![0];
  if (param.kind === 'series' || param.kind === 'days' || param.kind === 'table') return values;
  const raw = new Spread(values).at(row, column);
  return raw === NO_PARTNER ? undefined : (raw as Raw);
}

/** How the number at one place of the result came about; undefined where the function follows rules rather than a formula. */
export function workedAt({ definition, args, result }: Call, place: Place): Step | undefined {
  const outcome = result?.[place.row]?.[place.column];
  if (typeof outcome !== 'number' || (definition.kind !== 'formula' && definition.kind !== 'running')) return undefined;
  let last: Step | undefined;
  const bound = bind(
    withNames(definition),
    workedNumbers((step) => (last = step)),
  );
  bound(
    definition.kind === 'running'
      ? dayArguments(args, result!, place, definition)
      : args.map((arg) => valueAt(arg, place, definition)),
    () => '',
  );
  return last;
}

/** Where the positions of a group stand in its ranges, counted from 0: what holds nothing or 0 adds nothing. */
export function positionsOf({ args }: Call, group: string): readonly number[] {
  const members = args.flatMap(({ param, values }) =>
    param.kind === 'series' && param.group === group && values ? [{ param, cells: values.flat() }] : [],
  );
  const countingParams = countingOf(members.map(({ param }) => param));
  const counting = members.filter(({ param }) => countingParams.includes(param));
  return (counting[0]?.cells ?? []).flatMap((_, at) =>
    counting.every(({ param, cells }) => isBlankOrZero(cells[at], param)) ? [] : [at],
  );
}

/** A running total at one day: the total before it, and the flows of that day alone. */
function dayArguments(
  args: readonly Argument[],
  result: NonNullable<Call['result']>,
  place: Place,
  definition: Definition,
): unknown[] {
  const at = place.row * result[0]!.length + place.column;
  const before = result.flat()[dayBefore(args, at)];
  const [opening, ...flows] = args.map((arg) => (arg.param.kind === 'days' ? null : valueAt(arg, place, definition)));
  return [before ?? opening, ...flows.map((flow) => [[flow]])];
}

/** The row of the day before, by the days where they are given. */
function dayBefore(args: readonly Argument[], at: number): number {
  const days = args.find(({ param }) => param.kind === 'days');
  const flows = args.flatMap(({ param, values }) => (param.kind === 'series' && values ? [values] : []));
  const order = days?.values && days.param.kind === 'days' ? orderOf(days.param, days.values, flows) : undefined;
  if (order === undefined || order instanceof Fault) return at - 1;
  return order[order.indexOf(at) - 1] ?? -1;
}

/** How many rows of a result are wrong, and the first of them with the cell to blame, in their order. */
export function wrongIn(call: Call): { readonly count: number; readonly first: readonly Wrong[] } {
  const wrong = (call.result ?? []).flatMap((cells, row) => {
    const column = cells.findIndex((outcome) => outcome instanceof Fault);
    return column < 0 ? [] : [{ row, column }];
  });
  return {
    count: wrong.length,
    first: wrong
      .slice(0, MOST_WRONG)
      .map((place) => wrongAt(call, place, call.result![place.row]![place.column] as Fault)),
  };
}

export function wrongAt(call: Call, place: Place, fault: Fault): Wrong {
  const blamed = blamedArgument(call, place, fault);
  const area = blamed?.area;
  if (!area) return { place, fault, cell: undefined };
  if (fault.detail.at !== undefined) {
    const index = fault.detail.at - 1;
    return {
      place,
      fault,
      cell: {
        ...area,
        row: area.row + Math.floor(index / area.columns),
        column: area.column + (index % area.columns),
        rows: 1,
        columns: 1,
      },
    };
  }
  const stretched = ['series', 'days', 'table'].includes(blamed.param.kind);
  const row = area.rows === 1 || stretched ? area.row : area.row + place.row;
  const column = area.columns === 1 || stretched ? area.column : area.column + place.column;
  const inside = contains(area, { ...area, row, column });
  return { place, fault, cell: inside && !stretched ? { ...area, row, column, rows: 1, columns: 1 } : area };
}

/** The argument that the fault names, or the first that holds the error that was passed on. */
export function blamedArgument({ args, definition }: Call, place: Place, fault: Fault): Argument | undefined {
  if (fault.detail.param !== undefined) return args.find(({ param }) => param.name === fault.detail.param);
  if (fault.kind !== 'error_cell') return undefined;
  return args.find((arg) => {
    const value = valueAt(arg, place, definition);
    return (
      value instanceof Fault ||
      (Array.isArray(value) && value.some((row) => row.some((cell: Raw) => cell instanceof Fault)))
    );
  });
}
