import { toCell } from '../cells/cell';
import { readDate } from '../cells/date';
import { Fault } from '../cells/fault';
import { MISSING, Numeral, readNumber } from '../cells/number';
import { readWord } from '../cells/word';
import type { CellParam, ChoiceParam, DateParam, Domain, SeriesParam } from '../functions/define';
import { NO_PARTNER } from './broadcast';
import type { Numbers } from './numbers';

/** Nothing was given: an optional argument without a default, or a blank that its parameter skips. */
export const NOTHING = null;

/** Outside these bounds a number is examined; within them it needs no second look. */
export function bounds({ least = -Infinity, most = Infinity, percentAbove = Infinity, only }: Domain): { low: number; high: number } {
  return only ? { low: Infinity, high: -Infinity } : { low: least, high: Math.min(most, percentAbove, Number.MAX_VALUE) };
}

/** The number of a cell parameter, NOTHING, or the fault with the parameter's name in it. */
export function readCell<N>(param: CellParam | SeriesParam, raw: unknown, numbers: Numbers<N>): N | typeof NOTHING | Fault {
  if (raw === NO_PARTNER) return new Fault('no_partner', { param: param.name });
  const read = readNumber(toCell(raw));
  if (read === null) return readBlank(param, numbers);
  if (read instanceof Fault) return read.kind === 'error_cell' ? read : read.with({ param: param.name });
  const [x, n] = read instanceof Numeral ? [read.toNumber(), () => numbers.parse(read.digits)] : [read, () => numbers.of(read)];
  return outOfDomain(param, x) ?? n();
}

function readBlank<N>(param: CellParam | SeriesParam, numbers: Numbers<N>): N | typeof NOTHING | Fault {
  if (param.optional) return param.default === undefined ? NOTHING : numbers.of(param.default);
  if (param.blank === 'zero') return numbers.of(0);
  return param.blank === 'skip' ? NOTHING : MISSING.with({ param: param.name });
}

function outOfDomain({ name, domain }: CellParam | SeriesParam, x: number): Fault | undefined {
  const detail = { param: name, text: String(x) };
  if (!Number.isFinite(x)) return new Fault('too_large', detail);
  if (domain.only && !domain.only.includes(x)) return new Fault('not_allowed', { ...detail, allowed: domain.only.join(', ') });
  if (domain.least !== undefined && x < domain.least) return new Fault('negative', detail);
  if (domain.percentAbove !== undefined && x > domain.percentAbove) return new Fault('written_as_percent', detail);
  if (domain.most !== undefined && x > domain.most) return new Fault('above_most', { ...detail, allowed: String(domain.most) });
  return undefined;
}

/** The serial of a date parameter, NOTHING where an optional one is blank, or the fault. */
export function readDay(param: DateParam, raw: unknown): number | typeof NOTHING | Fault {
  if (raw === NO_PARTNER) return new Fault('no_partner', { param: param.name });
  const serial = readDate(toCell(raw));
  if (serial === null) return param.optional ? NOTHING : MISSING.with({ param: param.name });
  return serial instanceof Fault && serial.kind !== 'error_cell' ? serial.with({ param: param.name }) : serial;
}

/** The word of a choice, its default, or the fault that lists the words. */
export function readChoice(param: ChoiceParam, raw: unknown): string | Fault {
  const word = readWord(toCell(raw), param.options);
  if (word === null) return param.default ?? MISSING.with({ param: param.name });
  return word instanceof Fault && word.kind !== 'error_cell' ? word.with({ param: param.name }) : word;
}
