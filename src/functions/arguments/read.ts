import { toCell } from '../../cells/cell';
import { readDate } from '../../cells/date';
import { Fault, type FaultDetail, type FaultKind } from '../../cells/fault';
import { MISSING, Numeral, readNumber } from '../../cells/number';
import { readWord } from '../../cells/word';
import type { CellParam, ChoiceParam, DateParam, Domain, SeriesParam } from '../catalogue/define';
import { NO_PARTNER } from './matrix';
import type { Numbers } from './numbers';

/** Nothing was given: an optional argument without a default, or a blank that its parameter skips. */
export const NOTHING = null;

/** The numbers of a domain that need no second look, which nearly all cells hold; none where a number is a date. */
export class Ordinary {
  private readonly low: number;
  private readonly high: number;

  constructor(param: CellParam | SeriesParam | DateParam) {
    const {
      least = -Infinity,
      most = Infinity,
      percentAbove = Infinity,
      only,
    } = param.kind === 'date' ? NO_NUMBER : param.domain;
    this.low = only ? Infinity : least;
    this.high = Math.min(most, percentAbove, Number.MAX_VALUE);
  }

  has(raw: unknown): raw is number {
    return typeof raw === 'number' && raw >= this.low && raw <= this.high;
  }
}

const NO_NUMBER: Domain = { only: [] };

/** The number of a cell parameter, NOTHING, or the fault with the parameter's name in it. */
export function readCell<N>(
  param: CellParam | SeriesParam,
  raw: unknown,
  numbers: Numbers<N>,
): N | typeof NOTHING | Fault {
  if (raw === NO_PARTNER) return new Fault('no_partner', { param: param.name });
  const read = readNumber(toCell(raw));
  if (read === null) return readBlank(param, numbers);
  if (read instanceof Fault) return read.kind === 'error_cell' ? read : read.with({ param: param.name });
  if (read instanceof Numeral) return outOfDomain(param, read.toNumber()) ?? numbers.parse(read.digits);
  return outOfDomain(param, read) ?? numbers.of(read);
}

function readBlank<N>(param: CellParam | SeriesParam, numbers: Numbers<N>): N | typeof NOTHING | Fault {
  if (param.optional) return param.default === undefined ? NOTHING : numbers.of(param.default);
  if (param.blank === 'zero') return numbers.of(0);
  return param.blank === 'skip' ? NOTHING : MISSING.with({ param: param.name });
}

function outOfDomain(
  { name, domain: { only, least = -Infinity, most = Infinity, percentAbove = Infinity } }: CellParam | SeriesParam,
  x: number,
): Fault | undefined {
  const fault = (kind: FaultKind, more: FaultDetail = {}) => new Fault(kind, { param: name, text: String(x), ...more });
  if (!Number.isFinite(x)) return fault('too_large');
  if (only && !only.includes(x)) return fault('not_allowed', { allowed: only.map(String) });
  if (x < least) return fault('negative');
  if (x > percentAbove) return fault('written_as_percent', { allowed: String(Number((x / 100).toPrecision(15))) });
  if (x > most) return fault('above_most', { allowed: String(most) });
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
