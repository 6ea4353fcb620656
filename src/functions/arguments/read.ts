import { toCell } from '../../cells/cell';
import { FIRST_DAY, LAST_DAY, readDate } from '../../cells/date';
import { Fault, type FaultDetail } from '../../cells/fault';
import { Numeral, readNumber } from '../../cells/number';
import { readWord } from '../../cells/word';
import { Exact } from '../../number/exact';
import type { CellParam, ChoiceParam, DateParam, DaysParam, HeaderParam, SeriesParam } from '../catalogue/define';
import type { NOTHING } from './cell-rules';
import { blankOf, breaks, type Limit, limitsOf } from './cell-rules';
import { NO_PARTNER } from './matrix';
import type { Numbers } from './numbers';

/** The numbers of a domain that need no second look, which nearly all cells hold: for a day, whole serials. */
export class Ordinary {
  private readonly low: number;
  private readonly high: number;
  private readonly whole: boolean;

  constructor(param: CellParam | SeriesParam | DateParam) {
    const limits = param.kind === 'date' || holdsDays(param) ? DAYS : limitsOf(param);
    this.whole = limits === DAYS;
    this.low = Math.max(...limits.map((limit) => (limit.test === '<' ? limit.bound : -Infinity)), -Infinity);
    this.high = Math.min(...limits.map((limit) => (limit.test === '>' ? limit.bound : Infinity)), Number.MAX_VALUE);
    if (limits.some(({ test }) => test === 'none of')) this.low = Infinity;
  }

  has(raw: unknown): raw is number {
    return typeof raw === 'number' && raw >= this.low && raw <= this.high && (!this.whole || raw % 1 === 0);
  }

  /** The same for what another definition computed. */
  hasExact(raw: unknown): raw is Exact {
    return raw instanceof Exact && this.has(raw.toNumber());
  }
}

const DAYS: readonly Limit[] = [
  { test: '<', bound: FIRST_DAY, kind: 'not_a_date' },
  { test: '>', bound: LAST_DAY, kind: 'not_a_date' },
];

/** The number of a cell parameter (one that another definition computed as it is), NOTHING, or the fault with the parameter's name in it. */
export function readCell<N>(
  param: CellParam | SeriesParam,
  raw: unknown,
  numbers: Numbers<N>,
): N | typeof NOTHING | Fault {
  if (raw === NO_PARTNER) return new Fault('no_partner', { param: param.name });
  if (raw instanceof Exact) return outOfDomain(param, raw.toNumber()) ?? (raw as N);
  const read = holdsDays(param) ? readDate(toCell(raw)) : readNumber(toCell(raw));
  if (read === null) return readBlank(param, numbers);
  if (read instanceof Fault) return read.kind === 'error_cell' ? read : read.with({ param: param.name });
  if (read instanceof Numeral) return outOfDomain(param, read.toNumber()) ?? numbers.parse(read.digits);
  return outOfDomain(param, read) ?? numbers.of(read);
}

function holdsDays(param: CellParam | SeriesParam): boolean {
  return param.kind === 'series' && param.days === true;
}

function readBlank<N>(param: CellParam | SeriesParam, numbers: Numbers<N>): N | typeof NOTHING | Fault {
  const blank = blankOf(param);
  return typeof blank === 'number' ? numbers.of(blank) : blank;
}

function outOfDomain(param: CellParam | SeriesParam, x: number): Fault | undefined {
  if (!Number.isFinite(x)) return new Fault('too_large', { param: param.name, text: String(x) });
  const limits = limitsOf(param);
  let i = 0;
  while (i < limits.length && !breaks(limits[i]!, x)) i++;
  const limit = limits[i];
  if (!limit) return undefined;
  const detail: FaultDetail = { param: param.name, text: String(x) };
  return isBeyondPercent(limit, x)
    ? new Fault('too_large_for_percent', detail)
    : new Fault(limit.kind, { ...detail, ...allowedBy(limit, x) });
}

/** Whether the number would be refused as a percentage, too: then to write it as one is no advice. */
function isBeyondPercent(limit: Limit, x: number): boolean {
  return limit.kind === 'written_as_percent' && limit.test === '>' && x / 100 > limit.bound;
}

/** What the sentence of a limit says would have been right. */
function allowedBy(limit: Limit, x: number): FaultDetail {
  if (limit.test === 'none of') return { allowed: limit.values.map(String) };
  if (limit.kind === 'written_as_percent') return { allowed: String(Number((x / 100).toPrecision(15))) };
  return limit.test === '>' ? { allowed: String(limit.bound) } : {};
}

/** The serial of a date parameter, NOTHING where an optional one is blank, or the fault. */
export function readDay(param: DateParam | DaysParam, raw: unknown): number | typeof NOTHING | Fault {
  if (raw === NO_PARTNER) return new Fault('no_partner', { param: param.name });
  const serial = readDate(toCell(raw));
  if (serial === null) return blankOf(param);
  return serial instanceof Fault && serial.kind !== 'error_cell' ? serial.with({ param: param.name }) : serial;
}

/** The word of a choice, its default, or the fault that lists the words. */
export function readChoice(param: ChoiceParam, raw: unknown): string | Fault {
  const cell = toCell(raw);
  const word = readWord(cell, param.options);
  if (word === null) return blankOf(param);
  if (word instanceof Fault && typeof readWord(cell, param.unclear?.words ?? []) === 'string')
    return new Fault('unclear_choice', { param: param.name, text: String(cell), allowed: param.unclear!.choose });
  return word instanceof Fault && word.kind !== 'error_cell' ? word.with({ param: param.name }) : word;
}

/** The header that a cell names, as it stands there; NOTHING where an optional one is blank. */
export function readHeader(param: HeaderParam, raw: unknown): string | typeof NOTHING | Fault {
  const cell = toCell(raw);
  if (cell === null) return blankOf(param);
  return cell instanceof Fault ? cell : String(cell).trim();
}
