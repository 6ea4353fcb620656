import { Fault } from '../cells/fault';
import type { CellParam, Running, SeriesParam, Tracking } from '../functions/catalogue/define';
import type { Call, Fail, Result } from './call';
import { suspecting } from './exchanged';
import { cellOf, cellsOf, isBlank, type Matrix } from '../functions/arguments/matrix';
import type { Exact } from '../number/exact';
import type { Numbers } from '../functions/arguments/numbers';
import { Ordinary, readCell } from '../functions/arguments/read';
import { recordOf, VALUES } from '../functions/arguments/record';

/**
 * A daily series: every day's total in the shape of the first range. Lengths are compared before blank days at the
 * end are left out; a day blank in every range carries the total; a fault stays for all later days, as a running
 * total cannot know better.
 */
export function runner(definition: Running | Tracking, numbers: Numbers<unknown>): Call {
  const openingParam = definition.params[0] as CellParam;
  const dayParams = definition.params.filter((param): param is SeriesParam => param.kind === 'series');
  const flows = dayParams.map((param) => ({ param, ordinary: new Ordinary(param) }));
  const Flows = recordOf(dayParams.map(({ name }) => name));

  const suspect = suspecting(definition.params);
  const tracked = definition.kind === 'tracking' ? definition : undefined;

  return function call<F>(matrices: readonly Matrix[], fail: Fail<F>): Result<F> {
    const dayMatrices = matrices.filter((_, i) => definition.params[i]!.kind === 'series');
    const columns = dayMatrices[0]![0]!.length;
    const cells = dayMatrices.map(cellsOf);
    const lengths = lengthFault(dayParams, cells);
    if (lengths) return [[fail(lengths)]];

    let days = cells[0]!.length;
    while (days > 0 && cells.every((column) => isBlank(column[days - 1]))) days--;
    if (days === 0) return [['']];

    const flowsOfDay = new Flows();
    const values = flowsOfDay[VALUES];
    const opening = readCell(openingParam, matrices[0]![0]![0], numbers);
    let failed = opening instanceof Fault;
    let total: unknown = tracked && !failed ? tracked.begin(opening as Exact) : opening;
    let answer: number | string | F = opening instanceof Fault ? fail(opening) : toCell(total, fail);
    const result: Result<F> = new Array(Math.ceil(days / columns));
    for (let day = 0; day < days; day++) {
      if (!failed) {
        const read = readDay(cells, day, values);
        if (read instanceof Fault) {
          answer = fail(suspect(read, (order) => cellOf(matrices[order]!, day + 1)));
          failed = true;
        } else if (read) {
          total = definition.step(total as never, flowsOfDay as never);
          answer = toCell(total, fail);
        }
      }
      const row = columns === 1 ? day : Math.floor(day / columns);
      if (row * columns === day) result[row] = [answer];
      else result[row]!.push(answer);
    }
    fillUp(result);
    return result;
  };

  /** Reads one day's flows; false where all of them are blank. */
  function readDay(cells: readonly (readonly unknown[])[], day: number, values: unknown[]): boolean | Fault {
    let some = false;
    for (let i = 0; i < flows.length; i++) {
      const { param, ordinary } = flows[i]!;
      const raw = cells[i]![day];
      if (ordinary.has(raw)) {
        values[i] = numbers.of(raw);
        some = true;
        continue;
      }
      const read = readCell(param, raw, numbers);
      if (read instanceof Fault) return read.with({ at: day + 1 });
      values[i] = read;
      some = some || !isBlank(raw);
    }
    return some;
  }

  function toCell<F>(total: unknown, fail: Fail<F>): number | F {
    const sum = numbers.result(tracked ? tracked.figure(total) : total);
    return typeof sum === 'number' ? sum : fail(sum);
  }
}

function lengthFault(params: readonly SeriesParam[], cells: readonly (readonly unknown[])[]): Fault | undefined {
  const { length } = cells[0]!;
  const odd = cells.findIndex((column) => column.length !== length);
  return odd < 0
    ? undefined
    : new Fault('different_lengths', {
        param: params[odd]!.name,
        text: String(cells[odd]!.length),
        allowed: String(length),
      });
}

/** The last row of a block may end before the others do. */
function fillUp<F>(rows: Result<F>): void {
  const last = rows[rows.length - 1]!;
  while (last.length < rows[0]!.length) last.push('');
}
