import { emptyWhenBlank } from '../../functions/arguments/cell-rules';
import { definitionOf } from '../../functions/by-id';
import type { Definition, Param } from '../../functions/catalogue/define';
import { allCalls, type Call, outermostCalls } from '../../formula/calls';
import { expressionOf, type Shape, type Surroundings } from '../../formula/expression';
import { PREFIX, toNames } from '../../formula/own-names';
import { spliced, treeOf } from '../../formula/text';
import type { Native } from '../native/formula';
import { inFirst, type Size } from '../reading/grid';
import { readsSpill } from '../reading/spill-references';
import { Why } from '../reasons';

/** What is known of the name of a function. */
export interface Callable {
  /** The parameters that it takes; undefined where the function has no name. */
  readonly params: readonly string[] | undefined;
  /** How many of them a call has to have. */
  readonly least: number;
  /** A name that it needs and that somebody has changed. */
  readonly changed: string | undefined;
}

/** A formula with names in place of our calls; why not where a name would not mean the same, now or after an edit. */
export function namedFormula(
  formula: string,
  size: Size,
  around: Surroundings,
  callable: (id: string) => Callable,
): Native | Why {
  if (!treeOf(formula)) return new Why('not_a_formula');
  for (const call of allCalls(formula)) {
    const why = obstacle(formula, call, around, callable(call.id));
    if (why) return why;
  }
  const arrays = size.rows > 1 || size.columns > 1 || readsSpill(formula, around);
  const text = toNames(formula, ({ id, args }) => {
    const { params, least } = callable(id);
    // One that is empty stands in a call that has none.
    return Math.max(0, least - Math.max(args.length, Math.min(1, params?.length ?? 0)));
  });
  return { cells: inFirst(text, size), arrays };
}

function obstacle(
  formula: string,
  { id, args }: Call,
  around: Surroundings,
  { params, changed }: Callable,
): Why | undefined {
  const definition = definitionOf(id);
  if (!definition) return new Why('not_ours', `RZRQ.${id}`);
  if (!params) return new Why('no_name');
  if (changed !== undefined) return new Why('name_changed', changed);
  if (args.length > definition.params.length) return new Why('too_many_arguments');
  if (args.length > params.length)
    return new Why('not_in_name', definition.params.slice(params.length, args.length)[0]!.name);
  return oddShape(definition, shapesIn(formula, args, around)) ? new Why('range_inside') : undefined;
}

const shapesIn = (formula: string, spans: Call['args'], around: Surroundings): readonly Shape[] =>
  spans.map(({ start, end }) => shapeOf(formula.slice(start, end).trim(), around));

/** The shape of an argument; a call of ours over single cells is one cell. */
function shapeOf(text: string, around: Surroundings): Shape {
  if (text === '') return ONE;
  const formula = `=${text}`;
  const single = outermostCalls(formula).filter(({ id, args }) => {
    const definition = definitionOf(id);
    if (!definition || (definition.kind !== 'formula' && definition.kind !== 'procedure')) return false;
    const shapes = shapesIn(formula, args, around);
    return definition.params.every(({ kind }, i) => kind === 'series' || i >= args.length || isOne(shapes[i]));
  });
  const plain = spliced(
    formula,
    single.map(({ start, end }) => ({ start, end, text: '1' })),
  );
  return expressionOf(plain.slice(1), around)?.shape;
}

export const nameOf = (id: string): string => PREFIX + id;

const ONE: Shape = { rows: 1, columns: 1 };
const isOne = (shape: Shape): boolean => shape?.rows === 1 && shape.columns === 1;

/** Whether ranges stand where a name takes them otherwise than our function. */
function oddShape({ kind, params }: Definition, shapes: readonly Shape[]): boolean {
  const of = (param: Param): Shape =>
    shapes[params.indexOf(param)] ?? (params.indexOf(param) < shapes.length ? undefined : ONE);
  const singles = params.filter((param) => param.kind === 'cell' || param.kind === 'date');
  const ranges = params.filter((param) => param.kind === 'series');
  if (params.some((param) => param.kind === 'choice' && !isOne(of(param)))) return true;
  const isBlock = (param: Param) => (of(param)?.rows ?? 1) > 1 && (of(param)?.columns ?? 1) > 1;
  if (kind === 'running' && ranges.some(isBlock)) return true;
  const wide = singles.filter((param) => !isOne(of(param)));
  // An opening or a window is one for the whole range.
  if (kind !== 'formula' && ranges.length > 0) return wide.length > 0;
  // Where no argument that counts goes down the rows, blanks of the others mean more to our functions.
  const counting = new Set<Param>(emptyWhenBlank(params));
  const [leading, other] = [wide.filter((param) => counting.has(param)), wide.filter((param) => !counting.has(param))];
  return (
    other.length > 0 &&
    singles.some((param) => counting.has(param)) &&
    !leading.some((param) => of(param) !== undefined)
  );
}
