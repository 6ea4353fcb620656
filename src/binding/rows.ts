import { Fault } from '../cells/fault';
import type { Answer, CellParam, DateParam, Formula, Param, Procedure } from '../functions/catalogue/define';
import type { Call, Fail, Result } from './call';
import { cellOf, isBlank, NO_PARTNER } from '../functions/arguments/matrix';
import { countingOf, emptyWhenBlank } from '../functions/arguments/cell-rules';
import { Spread } from './shape';
import { betweenOf } from '../functions/arguments/between';
import { suspecting } from './exchanged';
import { groupsReader } from '../functions/arguments/groups';
import type { Numbers } from '../functions/arguments/numbers';
import { Ordinary, readCell, readChoice, readDay } from '../functions/arguments/read';
import { recordOf, VALUES } from '../functions/arguments/record';

/** A cell or date parameter: at which position of the arguments it stands, and what its cells usually hold. */
interface Slot {
  readonly param: CellParam | DateParam;
  readonly order: number;
  readonly ordinary: Ordinary;
}

/** A slot with the argument of one call. */
interface Argument {
  readonly slot: Slot;
  readonly spread: Spread;
  /** Whether its blanks help to make a row empty. */
  readonly counts: boolean;
}

/** What a cell of the result holds before the host makes an error of a fault. */
type Shown = number | string | Fault;

/** Formulas and procedures: one answer for each row of their cell arguments. */
export function broadcaster(definition: Formula | Procedure, numbers: Numbers<unknown>): Call {
  const { params } = definition;
  const Arguments = recordOf(params.map(({ name }) => name));
  const slots = slotsOf(params);
  const readGroups = groupsReader(params, numbers);
  const between = betweenOf(params, numbers);
  const emptying = emptyWhenBlank(params);
  const words = params.flatMap((param, order) => (param.kind === 'choice' && emptying.includes(param) ? [order] : []));
  const answer = answerOf(definition, numbers);
  const suspect = suspecting(params);
  const width = (definition.kind === 'procedure' && definition.answers) || 1;

  return function call<F>(matrices: Parameters<Call>[0], fail: Fail<F>): Result<F> {
    const args = new Arguments();
    const values = args[VALUES];
    const blame = new Blame();

    const groups = readGroups(matrices);
    params.forEach((param, order) => {
      if (param.kind === 'series') values[order] = groups.values[param.name];
      if (param.kind === 'choice') values[order] = blame.sift(readChoice(param, matrices[order]![0]![0]), order);
    });
    if (groups.fault) blame.sift(groups.fault, params.length);

    const spreads = slots.map((slot) => ({ slot, spread: new Spread(matrices[slot.order]!) }));
    const singles = spreads.filter(({ spread }) => spread.single);
    const varying = counted(spreads.filter(({ spread }) => !spread.single));

    const rows = extent(
      varying,
      (spread) => spread.rows,
      (spread) => spread.usedRows(),
    );
    const columns = extent(
      varying,
      (spread) => spread.columns,
      (spread) => spread.usedColumns(),
    );
    const empty =
      varying.length === 0 &&
      groups.blank &&
      singles.every(({ slot, spread }) => !emptying.includes(slot.param) || isBlank(spread.at(0, 0))) &&
      words.every((order) => isBlank(matrices[order]![0]![0]));
    if (empty || rows === 0 || columns === 0) return [['']];

    const spreadOf = new Map(spreads.map(({ slot, spread }) => [slot.order, spread]));
    const suspected = (fault: Fault, row: number, column: number) =>
      suspect(fault, (order) => {
        const spread = spreadOf.get(order);
        return spread ? spread.at(row, column) : cellOf(matrices[order]!, fault.detail.at);
      });

    for (const { slot, spread } of singles)
      values[slot.order] = blame.sift(read(slot.param, spread.at(0, 0)), slot.order);

    const result: Result<F> = new Array(rows);
    for (let row = 0; row < rows; row++) {
      const line: Result<F>[0] = width > 1 ? cellsAt(row, 0) : [cellAt(row, 0)];
      for (let column = 1; column < columns; column++)
        if (width > 1) line.push(...cellsAt(row, column));
        else line.push(cellAt(row, column));
      result[row] = line;
    }
    return result;

    function cellAt(row: number, column: number): number | string | F {
      const outcome = outcomeAt(row, column) as number | string | Fault;
      return outcome instanceof Fault ? fail(outcome) : outcome;
    }

    /** An answer of several cells; what is none of them stands in all. */
    function cellsAt(row: number, column: number): (number | string | F)[] {
      const outcome = outcomeAt(row, column);
      const cells = Array.isArray(outcome)
        ? (outcome as readonly Shown[])
        : new Array<Shown>(width).fill(outcome as Shown);
      return cells.map((cell) => (cell instanceof Fault ? fail(cell) : cell));
    }

    function outcomeAt(row: number, column: number): Shown | readonly Shown[] {
      let blank = varying.length > 0;
      let fault = blame.fault;
      let faultOrder = blame.order;
      for (let i = 0; i < varying.length; i++) {
        const { slot, spread, counts } = varying[i]!;
        const raw = spread.at(row, column);
        if (slot.ordinary.has(raw)) {
          values[slot.order] = slot.param.kind === 'date' ? raw : numbers.of(raw);
          if (counts) blank = false;
          continue;
        }
        const value = read(slot.param, raw);
        if (value instanceof Fault && slot.order < faultOrder) [fault, faultOrder] = [value, slot.order];
        values[slot.order] = value;
        if (counts && raw !== NO_PARTNER && !isBlank(raw)) blank = false;
      }
      if (blank) return '';
      if (fault !== null) return suspected(fault, row, column);
      return between?.(values) ?? answer(args);
    }
  };

  function read(param: CellParam | DateParam, raw: unknown): unknown {
    return param.kind === 'cell' ? readCell(param, raw, numbers) : readDay(param, raw);
  }
}

/** What a row's arguments give. */
function answerOf(
  definition: Formula | Procedure,
  numbers: Numbers<unknown>,
): (args: object) => Shown | readonly Shown[] {
  if (definition.kind === 'formula')
    return (args) => numbers.result(definition.compute(args as never, numbers.operations as never));
  const shown = (answer: Answer): Shown =>
    typeof answer === 'object' && !(answer instanceof Fault) ? numbers.result(answer) : answer;
  return (args) => {
    const outcome = definition.run(args as never);
    return Array.isArray(outcome) ? (outcome as readonly Answer[]).map(shown) : shown(outcome as Answer);
  };
}

function slotsOf(params: readonly Param[]): readonly Slot[] {
  return params.flatMap((param, order) =>
    param.kind === 'cell' || param.kind === 'date' ? [{ param, order, ordinary: new Ordinary(param) }] : [],
  );
}

/** The fault that stands first in the order of the parameters. */
class Blame {
  fault: Fault | null = null;
  order = Infinity;

  sift(value: unknown, order: number): unknown {
    if (value instanceof Fault && order < this.order) [this.fault, this.order] = [value, order];
    return value;
  }
}

/** Says of each range whether it counts. */
function counted(spreads: readonly Omit<Argument, 'counts'>[]): readonly Argument[] {
  const counting = countingOf(spreads.map(({ slot }) => slot.param));
  return spreads.map(({ slot, spread }) => ({ slot, spread, counts: counting.includes(slot.param) }));
}

/** How far the result reaches in one direction: as far as the counting arguments hold something, else as any is long. */
function extent(
  varying: readonly Argument[],
  full: (spread: Spread) => number,
  used: (spread: Spread) => number,
): number {
  const spanning = varying.filter(({ counts, spread }) => counts && full(spread) > 1);
  return spanning.length > 0
    ? Math.max(...spanning.map(({ spread }) => used(spread)))
    : Math.max(1, ...varying.map(({ spread }) => full(spread)));
}
