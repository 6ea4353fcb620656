import { Fault } from '../../cells/fault';
import type { Exact, ExactGroup, Quotient } from '../../number/exact';
import { exactOperations } from '../../number/exact';
import type { Answer, Args, Formula, Param, Procedure } from '../catalogue/define';
import { type Between, betweenOf } from './between';
import { listsReader } from './groups';
import { exactNumbers, type Numbers } from './numbers';
import { Ordinary, readCell, readChoice, readDay } from './read';
import { type Positional, recordOf, VALUES } from './record';

/** A cell, or the cells of a range used whole. An Exact stands for itself, unrounded; what is left out is blank. */
type CellOf<P extends Param> = P extends { readonly kind: 'series' } ? readonly unknown[] : unknown;

/** By the name of the parameter. */
export type CellsByName<P extends readonly Param[]> = { readonly [K in P[number] as K['name']]?: CellOf<K> };

/** In the order of the parameters. */
type CellsInOrder<P extends readonly Param[]> = { [K in keyof P]?: CellOf<P[K]> };

type OutcomeOf<D> = D extends { readonly kind: 'formula' } ? Exact | Quotient | Fault : Answer | readonly Answer[];

/**
 * The arguments of one call, as the boundary would read them, or the fault that the call would give: how one
 * definition uses another.
 */
export function argumentsOf<P extends readonly Param[]>(
  { params }: { readonly params: P },
  cells: CellsByName<P>,
): Args<P, Exact, ExactGroup> | Fault {
  const reader = readerOf(params);
  const values = inOrder(params, cells);
  return reader.read(values) ?? (new reader.Arguments(values) as unknown as Args<P, Exact, ExactGroup>);
}

/** What a definition answers to cells, unrounded. */
export function outcomeOf<P extends readonly Param[], D extends Formula<P> | Procedure<P>>(
  definition: D & { readonly params: P },
  cells: CellsByName<P>,
): OutcomeOf<D> {
  return outcomesOf(definition)(...(inOrder(definition.params, cells) as CellsInOrder<P>));
}

/** The same for call after call, each with the cells in the order in which a sheet hands them over. */
export function outcomesOf<P extends readonly Param[], D extends Formula<P> | Procedure<P>>(
  definition: D & { readonly params: P },
): (...cells: CellsInOrder<P>) => OutcomeOf<D> {
  const reader = readerOf(definition.params);
  // One record for all the calls: an engine throws compiled code away with the last object of its class.
  const args = new reader.Arguments();
  return (...cells) => {
    const fault = reader.read(cells as unknown[]);
    if (fault) return fault as OutcomeOf<D>;
    args[VALUES] = cells as unknown[];
    return (
      definition.kind === 'formula' ? definition.compute(args as never, exactOperations) : definition.run(args as never)
    ) as OutcomeOf<D>;
  };
}

function inOrder(params: readonly Param[], cells: object): unknown[] {
  return params.map(({ name }) => (cells as Readonly<Record<string, unknown>>)[name]);
}

const BLANK = [null];

const listOf = (cells: unknown): readonly unknown[] =>
  Array.isArray(cells) && cells.length > 0 ? (cells as readonly unknown[]) : BLANK;

/** Reads the cells of calls of one definition; what its parameters are is looked at once. */
class Reader {
  readonly Arguments: new (values?: unknown[]) => Positional;
  private readonly cells: readonly CellReader[];
  /** Where the ranges stand. */
  private readonly ranges: readonly number[];
  private readonly readLists: (values: unknown[]) => Fault | null;
  private readonly between: Between | undefined;

  constructor(params: readonly Param[]) {
    this.Arguments = recordOf(params.map(({ name }) => name));
    this.cells = params.flatMap((param, order) => (param.kind === 'series' ? [] : [new CellReader(param, order)]));
    this.ranges = params.flatMap(({ kind }, order) => (kind === 'series' ? [order] : []));
    this.readLists = listsReader(params, exactNumbers);
    this.between = betweenOf(params, exactNumbers as Numbers<unknown>);
  }

  /** Puts the arguments into the place of the cells, or says what is wrong. */
  read(values: unknown[]): Fault | null {
    for (let i = 0; i < this.cells.length; i++) {
      const cell = this.cells[i]!;
      const value = cell.read(values[cell.order]);
      if (value instanceof Fault) return value;
      values[cell.order] = value;
    }
    if (this.ranges.length > 0) {
      for (let i = 0; i < this.ranges.length; i++) values[this.ranges[i]!] = listOf(values[this.ranges[i]!]);
      const fault = this.readLists(values);
      if (fault) return fault;
    }
    return this.between === undefined ? null : this.between(values);
  }
}

class CellReader {
  private readonly ordinary: Ordinary | undefined;
  /** The word above and what it means, which most calls repeat. */
  private word: unknown;
  private meaning: unknown;

  constructor(
    private readonly param: Exclude<Param, { readonly kind: 'series' }>,
    readonly order: number,
  ) {
    this.ordinary = param.kind === 'cell' ? new Ordinary(param) : undefined;
  }

  /** Undefined for what never reaches the formula. */
  read(cell: unknown): unknown {
    const { param } = this;
    if (this.ordinary !== undefined && this.ordinary.hasExact(cell)) return cell;
    switch (param.kind) {
      case 'cell':
        return readCell(param, cell, exactNumbers);
      case 'date':
        return readDay(param, cell);
      case 'choice':
        if (typeof cell !== 'string') return readChoice(param, cell);
        if (cell !== this.word) {
          this.meaning = readChoice(param, cell);
          this.word = cell;
        }
        return this.meaning;
      default:
        return undefined;
    }
  }
}

const readers = new WeakMap<readonly Param[], Reader>();

function readerOf(params: readonly Param[]): Reader {
  let reader = readers.get(params);
  if (!reader) readers.set(params, (reader = new Reader(params)));
  return reader;
}
