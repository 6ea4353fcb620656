import type { Fault } from '../../cells/fault';
import { type FaultKind } from '../../cells/fault';
import { MISSING } from '../../cells/number';
import type {
  CellParam,
  ChoiceParam,
  DateParam,
  DaysParam,
  HeaderParam,
  Param,
  SeriesParam,
} from '../catalogue/define';

/*
 * What the cells of a call mean, said once and as data. The boundary evaluates it (read.ts, groups.ts, binding/rows.ts);
 * whatever prints a call for Excel, as a LAMBDA or as SQL writes the same conditions in its own language:
 *
 *   blankOf(param)         what a blank or omitted cell stands for
 *   limitsOf(param)        which numbers are no value of the parameter, and what they are then
 *   emptyWhenBlank(params) the parameters whose blanks together make a row empty
 *   zeroBesides(params)    pairs where a 0 is a blank of old Excel
 *   partsOf(params)        pairs of which one is a part of the other
 *   groupsOf(params)       ranges that are read position by position
 *
 * Of several faults the one of the first parameter is the answer. A quotient adds its own (Ratio.unless, REASON_CODES),
 * and divides by zero last.
 */

/** Nothing was given: an optional argument without a default, or a blank that its parameter skips. */
export const NOTHING = null;

/** A number or a word instead of the blank, NOTHING where the formula does without, or the fault that it is. */
export function blankOf(param: CellParam | SeriesParam): number | typeof NOTHING | Fault;
export function blankOf(param: DateParam | DaysParam | HeaderParam): typeof NOTHING | Fault;
export function blankOf(param: ChoiceParam): string | Fault;
export function blankOf(param: Exclude<Param, { kind: 'table' }>): number | string | typeof NOTHING | Fault {
  if ('default' in param && param.default !== undefined) return param.default;
  if (param.kind === 'choice') return MISSING.with({ param: param.name });
  if (param.optional) return NOTHING;
  if ('blank' in param && param.blank === 'zero') return 0;
  return 'blank' in param && param.blank === 'skip' ? NOTHING : MISSING.with({ param: param.name });
}

/** Numbers that a parameter does not accept. */
export type Limit =
  | { readonly test: '<' | '>'; readonly bound: number; readonly kind: FaultKind }
  | { readonly test: 'none of'; readonly values: readonly number[]; readonly kind: FaultKind };

const limits = new WeakMap<object, readonly Limit[]>();

/** The first limit that a number breaks is its fault. */
export function limitsOf({ domain }: CellParam | SeriesParam): readonly Limit[] {
  let known = limits.get(domain);
  if (!known) limits.set(domain, (known = limitsIn(domain)));
  return known;
}

function limitsIn({ only, least, percentBelow, percentAbove, most }: CellParam['domain']): readonly Limit[] {
  return [
    ...(only ? [{ test: 'none of', values: only, kind: 'not_allowed' } as const] : []),
    ...(least === undefined ? [] : [{ test: '<', bound: least, kind: 'negative' } as const]),
    ...(percentBelow === undefined ? [] : [{ test: '<', bound: percentBelow, kind: 'written_as_percent' } as const]),
    ...(percentAbove === undefined ? [] : [{ test: '>', bound: percentAbove, kind: 'written_as_percent' } as const]),
    ...(most === undefined ? [] : [{ test: '>', bound: most, kind: 'above_most' } as const]),
  ];
}

export function breaks(limit: Limit, x: number): boolean {
  if (limit.test === 'none of') return !limit.values.includes(x);
  return limit.test === '<' ? x < limit.bound : x > limit.bound;
}

/** Those whose cells count; where none does, all of them. */
export function countingOf<P extends { readonly counts: boolean }>(params: readonly P[]): readonly P[] {
  const counting = params.filter(({ counts }) => counts);
  return counting.length > 0 ? counting : params;
}

/**
 * The parameters that are all blank in an empty row, which gives "". In a call with ranges only those count that are
 * no single cell. Where every cell is optional, a required word alone asks for something.
 */
export function emptyWhenBlank(params: readonly Param[]): readonly Param[] {
  const cells = params.filter((param) => param.kind === 'cell' || param.kind === 'date');
  const groups = params.filter((param) => param.kind === 'series' && param.counts);
  const words = cells.every(({ optional }) => optional)
    ? params.filter(({ kind, optional }) => kind === 'choice' && !optional)
    : [];
  const counting: readonly Param[] = groups.length > 0 ? cells.filter(({ counts }) => counts) : countingOf(cells);
  return [...counting, ...groups, ...words];
}

/** A parameter whose 0 is missing where the one beside it is not 0: in the same row, or at the same position. */
export interface ZeroBeside<P> {
  readonly param: P;
  readonly beside: P;
}

export function zeroBesides<P extends CellParam | SeriesParam>(params: readonly P[]): readonly ZeroBeside<P>[] {
  return params.flatMap((param) => {
    const beside = params.find(({ name }) => name === param.domain.zeroIsMissingBeside);
    return beside ? [{ param, beside }] : [];
  });
}

/** A parameter that holds a part of what another one of its row holds. */
export interface PartOf {
  readonly param: CellParam;
  readonly whole: CellParam;
}

/** So much the two may differ where they come from two reports: a part is too large where `part × PART > whole × WHOLE`. */
export const PART = 100;
export const WHOLE = 101;

export function partsOf(params: readonly Param[]): readonly PartOf[] {
  const cells = params.filter((param) => param.kind === 'cell');
  return cells.flatMap((param) => {
    const whole = cells.find(({ name }) => name === param.domain.partOf);
    return whole ? [{ param, whole }] : [];
  });
}

/**
 * Ranges of one length, read position by position. A position in which every counting member is blank or 0 (blank
 * alone, where blanks are skipped) adds nothing; a member that does not count may be one cell for all positions.
 */
export interface GroupRule {
  readonly name: string;
  readonly members: readonly SeriesParam[];
  readonly counting: readonly SeriesParam[];
}

export function groupsOf(params: readonly Param[]): readonly GroupRule[] {
  const series = params.filter((param) => param.kind === 'series');
  return [...new Set(series.map(({ group }) => group))].map((name) => {
    const members = series.filter(({ group }) => group === name);
    return { name, members, counting: countingOf(members) };
  });
}
