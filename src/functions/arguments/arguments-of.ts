import { Fault } from '../../cells/fault';
import type { Exact, ExactGroup, Quotient } from '../../number/exact';
import { exactOperations } from '../../number/exact';
import type { Answer, Args, Formula, Param, Procedure } from '../catalogue/define';
import { type Between, betweenOf } from './between';
import { listsReader } from './groups';
import { exactNumbers, type Numbers } from './numbers';
import { Ordinary, readCell, readChoice, readDay } from './read';
import { type Positional, recordOf, VALUES } from './record';

/** A cell, or the cells of a range used whole, by the name of the parameter. An Exact stands for itself, unrounded. */
export type CellsByName<P extends readonly Param[]> = {
  readonly [K in P[number] as K['name']]?: K extends { readonly kind: 'series' } ? readonly unknown[] : unknown;
};

/**
 * The arguments of one call, as the boundary would read them, or the fault that the call would give: how one
 * definition uses another. What is left out is blank.
 */
export function argumentsOf<P extends readonly Param[]>(
  { params }: { readonly params: P },
  cells: CellsByName<P>,
): Args<P, Exact, ExactGroup> | Fault {
  const given = cells as Readonly<Record<string, unknown>>;
  const { Arguments, ordinary, read, between } = readerOf(params);
  const args = new Arguments();
  const values = args[VALUES];
  const lists = read ? new Array<readonly unknown[]>(params.length) : null;
  for (let i = 0; i < params.length; i++) {
    const param = params[i]!;
    const cell = given[param.name];
    if (param.kind === 'series') {
      lists![i] = listOf(cell);
      continue;
    }
    const value = ordinary[i]?.hasExact(cell) ? cell : valueOf(param, cell);
    if (value instanceof Fault) return value;
    values[i] = value;
  }
  if (lists) {
    const groups = read!(lists);
    if (groups.fault) return groups.fault;
    for (let i = 0; i < params.length; i++)
      if (params[i]!.kind === 'series') values[i] = groups.values[params[i]!.name];
  }
  return between?.(values) ?? (args as unknown as Args<P, Exact, ExactGroup>);
}

/** What a definition answers to cells, unrounded. */
export function outcomeOf<P extends readonly Param[]>(
  definition: Formula<P>,
  cells: CellsByName<P>,
): Exact | Quotient | Fault;
export function outcomeOf<P extends readonly Param[]>(
  definition: Procedure<P>,
  cells: CellsByName<P>,
): Answer | readonly Answer[];
export function outcomeOf<P extends readonly Param[]>(
  definition: Formula<P> | Procedure<P>,
  cells: CellsByName<P>,
): Answer | readonly Answer[] {
  const args = argumentsOf(definition, cells);
  if (args instanceof Fault) return args;
  return definition.kind === 'formula'
    ? (definition.compute(args as never, exactOperations) as Exact | Quotient)
    : definition.run(args);
}

const BLANK = [null];

const listOf = (cells: unknown): readonly unknown[] =>
  Array.isArray(cells) && cells.length > 0 ? (cells as readonly unknown[]) : BLANK;

interface Reader {
  readonly Arguments: new () => Positional;
  /** By the order of the parameters, for those that are one cell. */
  readonly ordinary: readonly (Ordinary | undefined)[];
  /** Undefined where there are no ranges. */
  readonly read: ReturnType<typeof listsReader<Exact>> | undefined;
  readonly between: Between | undefined;
}

const readers = new WeakMap<readonly Param[], Reader>();

function readerOf(params: readonly Param[]): Reader {
  let reader = readers.get(params);
  if (!reader) {
    reader = {
      Arguments: recordOf(params.map(({ name }) => name)),
      ordinary: params.map((param) => (param.kind === 'cell' ? new Ordinary(param) : undefined)),
      read: params.some(({ kind }) => kind === 'series') ? listsReader(params, exactNumbers) : undefined,
      between: betweenOf(params, exactNumbers as Numbers<unknown>),
    };
    readers.set(params, reader);
  }
  return reader;
}

/** Undefined for what never reaches the formula. */
function valueOf(param: Param, cell: unknown): unknown {
  switch (param.kind) {
    case 'cell':
      return readCell(param, cell, exactNumbers);
    case 'date':
      return readDay(param, cell);
    case 'choice':
      return readChoice(param, cell);
    default:
      return undefined;
  }
}
