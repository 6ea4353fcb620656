import type { Text } from '../../language';
import type { Cell } from '../../cells/cell';
import type { Fault } from '../../cells/fault';
import type { Option } from '../../cells/word';
import type { Arithmetic, Group, Operations, Outcome, Writing } from '../../number/arithmetic';
import type { Exact, ExactGroup, Quotient } from '../../number/exact';
import type { LookUp } from '../../rules/rule';
import type { Matrix } from '../arguments/matrix';

/** Which numbers a parameter accepts. */
export interface Domain {
  readonly least?: number;
  readonly most?: number;
  /** Any number above this was meant as a percentage: 8.35 for 8.35%. */
  readonly percentAbove?: number;
  /** Likewise below this: −20 for −20%. */
  readonly percentBelow?: number;
  readonly only?: readonly number[];
  /** A 0 beside a number that is not 0 in this parameter is an old Excel's blank. */
  readonly zeroIsMissingBeside?: string;
  /** The figure is a part of this parameter's, and never the larger of the two. */
  readonly partOf?: string;
}

interface Named<K extends string> {
  readonly name: K;
  readonly zh: string;
}

/** Broadcasts: a cell, a column, a row or a block. */
export interface CellParam<K extends string = string, O extends boolean = boolean> extends Named<K> {
  readonly kind: 'cell';
  readonly blank: 'zero' | 'missing';
  /** Whether a blank here helps to make a row empty; openings, ratios, lines and rates don't. */
  readonly counts: boolean;
  readonly domain: Domain;
  readonly optional: O;
  /** What an omitted or blank cell stands for; without it the formula does without. */
  readonly default?: number | undefined;
}

/** A range used whole. Members of one group have one length, or serve the whole group from one cell. */
export interface SeriesParam<K extends string = string> extends Named<K> {
  readonly kind: 'series';
  readonly group: string;
  /** 'skip': means, trends and streaks leave blanks out as AVERAGE does. */
  readonly blank: 'zero' | 'missing' | 'skip';
  /** Here even a blank that is skipped is missing: beside a cell of this parameter that holds something. */
  readonly missingBeside?: string;
  /** One cell may hold the total of the whole range instead of its days. */
  readonly orTotal?: true;
  /** Its cells hold days, which are read as dates are and come as serials. */
  readonly days?: true;
  readonly counts: boolean;
  readonly domain: Domain;
  readonly optional: boolean;
}

export interface DateParam<K extends string = string, O extends boolean = boolean> extends Named<K> {
  readonly kind: 'date';
  readonly counts: boolean;
  readonly optional: O;
}

export interface ChoiceParam<K extends string = string, V extends string = string> extends Named<K> {
  readonly kind: 'choice';
  /** The id of the enumeration in the metadata. */
  readonly choice: string;
  readonly options: readonly (Option & { readonly value: V })[];
  readonly optional: boolean;
  readonly default?: V;
  /** Words that people use for more than one of the options, and what to choose when. */
  readonly unclear?: { readonly words: readonly Option[]; readonly choose: Text };
}

/** The days of a group's rows, in any order; the group is read by them, oldest first, and the formula never sees them. */
export interface DaysParam<K extends string = string> extends Named<K> {
  readonly kind: 'days';
  readonly group: string;
  readonly counts: false;
  readonly optional: true;
}

/** The header of a column of the tables: any text. */
export interface HeaderParam<K extends string = string> extends Named<K> {
  readonly kind: 'header';
  readonly optional: boolean;
}

/** A range with a header row, handed over as it is: whole columns are read at once. */
export interface TableParam<K extends string = string> extends Named<K> {
  readonly kind: 'table';
  readonly optional: false;
}

export type Param = CellParam | SeriesParam | DateParam | DaysParam | ChoiceParam | HeaderParam | TableParam;
export type Table = readonly (readonly Cell[])[];

type Value<P, N, G, D> =
  P extends CellParam<string, infer O>
    ? O extends true
      ? P extends { readonly default: number }
        ? N
        : N | null
      : N
    : P extends SeriesParam
      ? G
      : P extends DateParam<string, infer O>
        ? O extends true
          ? D | null
          : D
        : P extends ChoiceParam<string, infer V>
          ? V
          : P extends HeaderParam
            ? string | null
            : P extends TableParam
              ? Matrix
              : never;

/** What a definition computes with: numbers N, ranges G, days D. */
export type Args<P extends readonly Param[], N, G, D = number> = {
  readonly [K in Exclude<P[number], DaysParam> as K['name']]: Value<K, N, G, D>;
};

interface Common<P extends readonly Param[]> {
  /** Never changes: workbooks store it. */
  readonly id: Uppercase<string>;
  readonly params: P;
}

/** A closed formula: Exact computes it, NativeFormula prints it. */
export interface Formula<P extends readonly Param[] = readonly Param[]> extends Common<P> {
  readonly kind: 'formula';
  /** An expected figure less a published one: printed natively inside ROUND, so that no noise looks like a break. */
  readonly difference?: true;
  compute<N extends Arithmetic<N>>(args: Args<P, N, Group<N>>, ops: Operations<N>): Outcome<N>;
}

type Day<P extends readonly Param[], N> = { readonly [K in Extract<P[number], SeriesParam>['name']]: N };

/** A daily series: the opening, then one step for each day. Every step adds and subtracts flows. */
export interface Running<P extends readonly Param[] = readonly Param[]> extends Common<P> {
  readonly kind: 'running';
  /** The function of one day that gives the same down a column, parameter by parameter. */
  readonly roll?: Uppercase<string>;
  step<N extends Arithmetic<N>>(prior: N, day: Day<P, N>): N;
}

/** A daily series that carries more than its last figure from day to day; over exact numbers, so shared as a value. */
export interface Tracking<P extends readonly Param[] = readonly Param[], S = unknown> extends Common<P> {
  readonly kind: 'tracking';
  begin(opening: Exact): S;
  step(state: S, day: Day<P, Exact>): S;
  figure(state: S): Exact | Quotient;
}

export type Answer = Exact | Quotient | number | string | Fault;

/** Steps over exact numbers, dates and words; broadcasts like a formula. */
export interface Procedure<P extends readonly Param[] = readonly Param[]> extends Common<P> {
  readonly kind: 'procedure';
  run(args: Args<P, Exact, ExactGroup>): Answer | readonly Answer[];
  /** How many cells side by side it answers, where that is more than one. */
  readonly answers?: number;
  /** The same as one expression, for the readings that print: choices are words by then, blanks are filled in. Undefined where there is none for these words. */
  closed?<N extends Arithmetic<N>>(args: Args<P, N, Group<N>, N>, write: Writing<N>): Outcome<N> | undefined;
  /** The rows of a dated table among which the days decide, where that is all that `run` does. */
  lookUp?<D>(args: Args<P, Exact, ExactGroup, D>): LookUp<D>;
}

/** From one table to another. */
export interface TableProcedure<P extends readonly Param[] = readonly Param[]> extends Common<P> {
  readonly kind: 'table';
  run(args: Args<P, Exact, ExactGroup>): Table | Fault;
}

export type Definition = Formula | Running | Tracking | Procedure | TableProcedure;

export function formula<const P extends readonly Param[]>(definition: Omit<Formula<P>, 'kind'>): Formula<P> {
  return { kind: 'formula', ...definition };
}

export function running<const P extends readonly Param[]>(definition: Omit<Running<P>, 'kind'>): Running<P> {
  return { kind: 'running', ...definition };
}

export function tracking<const P extends readonly Param[], S>(
  definition: Omit<Tracking<P, S>, 'kind'>,
): Tracking<P, S> {
  return { kind: 'tracking', ...definition };
}

export function procedure<const P extends readonly Param[]>(definition: Omit<Procedure<P>, 'kind'>): Procedure<P> {
  return { kind: 'procedure', ...definition };
}

export function tableProcedure<const P extends readonly Param[]>(
  definition: Omit<TableProcedure<P>, 'kind'>,
): TableProcedure<P> {
  return { kind: 'table', ...definition };
}
