import { toCell } from '../cells/cell';
import { readDate } from '../cells/date';
import { Fault, type FaultKind } from '../cells/fault';
import { Numeral, readNumber } from '../cells/number';
import type { CellParam, ChoiceParam, DateParam, DaysParam, Param, SeriesParam } from '../functions/catalogue/define';
import { isBlank, NO_PARTNER } from '../functions/arguments/matrix';
import { exactNumbers } from '../functions/arguments/numbers';
import { readCell, readChoice, readDay } from '../functions/arguments/read';

type Cells = CellParam | SeriesParam;
type Readable = Cells | DateParam | DaysParam | ChoiceParam;

/** A fault seen beside the other arguments of its row, or of its place in the ranges. */
export type Suspect = (fault: Fault, rawAt: (order: number) => unknown) => Fault;

const SUSPICIOUS: ReadonlySet<FaultKind> = new Set<FaultKind>([
  'not_a_number',
  'not_a_date',
  'not_a_choice',
  'not_allowed',
  'written_as_percent',
  'too_large_for_percent',
]);

/**
 * Says of a fault that two arguments may be exchanged: each would do in the place of the other, and the other does
 * not do where it is, or is a small fraction where no rate is asked for, or a day where none is. To advise how to write
 * the figure at fault would then be to advise a wrong one. A range is seen beside those that are read along with it.
 */
export function suspecting(params: readonly Param[]): Suspect {
  return (fault, rawAt) => {
    const order = params.findIndex(({ name }) => name === fault.detail.param);
    const param = params[order];
    if (!SUSPICIOUS.has(fault.kind) || !param || !isReadable(param)) return fault;
    const raw = rawAt(order);
    const at = params.findIndex(
      (other, i) =>
        i !== order &&
        isReadable(other) &&
        groupOf(other) === groupOf(param) &&
        areExchanged(param, raw, other, rawAt(i)),
    );
    if (at < 0) return fault;
    const percent = fault.kind === 'written_as_percent' || fault.kind === 'too_large_for_percent';
    return new Fault(percent ? 'exchanged_or_percent' : 'exchanged', {
      ...fault.detail,
      param: param.name,
      text: textOf(raw),
      other: params[at]!.name,
      allowed: textOf(rawAt(at)),
    });
  };
}

function areExchanged(param: Readable, raw: unknown, other: Readable, otherRaw: unknown): boolean {
  if (isBlank(raw) || isBlank(otherRaw) || otherRaw === NO_PARTNER) return false;
  // Two numbers of one kind say nothing of each other.
  if (holdsNumbers(param) && holdsNumbers(other) && guardOf(param) === guardOf(other)) return false;
  return (
    !isFault(param, otherRaw) &&
    !isFault(other, raw) &&
    (isFault(other, otherRaw) || isOddFraction(param, other, otherRaw) || isOddDay(param, other, otherRaw))
  );
}

/** A rate where days or a principal are asked for. */
function isOddFraction(param: Readable, other: Readable, otherRaw: unknown): boolean {
  if (guardOf(param) === undefined || !holdsNumbers(other) || guardOf(other) !== undefined) return false;
  const read = readNumber(toCell(otherRaw));
  const number = read instanceof Numeral ? read.toNumber() : read;
  return typeof number === 'number' && number > 0 && number < 1;
}

/** A serial where months or an amount are asked for. */
function isOddDay(param: Readable, other: Readable, otherRaw: unknown): boolean {
  return isDay(param) && holdsNumbers(other) && readDate(toCell(otherRaw)) === otherRaw;
}

function guardOf(param: Readable): number | undefined {
  return holdsNumbers(param) ? param.domain.percentAbove : undefined;
}

function isFault(param: Readable, raw: unknown): boolean {
  const read =
    param.kind === 'choice'
      ? readChoice(param, raw)
      : param.kind === 'date' || param.kind === 'days'
        ? readDay(param, raw)
        : readCell(param, raw, exactNumbers);
  return read instanceof Fault;
}

/** Single cells belong together, and so do the ranges of one group. */
function groupOf(param: Readable): string | undefined {
  return 'group' in param ? param.group : undefined;
}

function isDay(param: Readable): boolean {
  return param.kind === 'date' || param.kind === 'days' || (param.kind === 'series' && param.days === true);
}

function holdsNumbers(param: Readable): param is Cells {
  return (param.kind === 'cell' || param.kind === 'series') && !isDay(param);
}

function isReadable(param: Param): param is Readable {
  return param.kind !== 'header' && param.kind !== 'table';
}

function textOf(raw: unknown): string {
  const cell = toCell(raw);
  return cell instanceof Fault ? '' : String(cell).trim();
}
