import { toCell } from '../cells/cell';
import { Fault, type FaultKind } from '../cells/fault';
import { Numeral, readNumber } from '../cells/number';
import type { CellParam, ChoiceParam, DateParam, Param } from '../functions/catalogue/define';
import { isBlank, NO_PARTNER } from '../functions/arguments/matrix';
import { exactNumbers } from '../functions/arguments/numbers';
import { readCell, readChoice, readDay } from '../functions/arguments/read';

type Single = CellParam | DateParam | ChoiceParam;

/** A fault of the argument at `order`, seen beside the others of its row. */
export type Suspect = (fault: Fault, order: number, rawAt: (order: number) => unknown) => Fault;

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
 * not do where it is, or is a small fraction where no rate is asked for. To advise how to write the figure at fault
 * would then be to advise a wrong one.
 */
export function suspecting(params: readonly Param[]): Suspect {
  return (fault, order, rawAt) => {
    const param = params[order];
    if (!SUSPICIOUS.has(fault.kind) || !param || !isSingle(param)) return fault;
    const raw = rawAt(order);
    const at = params.findIndex(
      (other, i) => i !== order && isSingle(other) && areExchanged(param, raw, other, rawAt(i)),
    );
    if (at < 0) return fault;
    const percent = fault.kind === 'written_as_percent' || fault.kind === 'too_large_for_percent';
    return new Fault(percent ? 'exchanged_or_percent' : 'exchanged', {
      param: param.name,
      text: textOf(raw),
      other: params[at]!.name,
      allowed: textOf(rawAt(at)),
    });
  };
}

function areExchanged(param: Single, raw: unknown, other: Single, otherRaw: unknown): boolean {
  if (isBlank(raw) || isBlank(otherRaw) || otherRaw === NO_PARTNER) return false;
  // Two numbers of one kind say nothing of each other.
  if (param.kind === 'cell' && other.kind === 'cell' && guardOf(param) === guardOf(other)) return false;
  return (
    !isFault(param, otherRaw) &&
    !isFault(other, raw) &&
    (isFault(other, otherRaw) || isOddFraction(param, other, otherRaw))
  );
}

/** A rate where days or a principal are asked for. */
function isOddFraction(param: Single, other: Single, otherRaw: unknown): boolean {
  if (guardOf(param) === undefined || other.kind !== 'cell' || guardOf(other) !== undefined) return false;
  const read = readNumber(toCell(otherRaw));
  const number = read instanceof Numeral ? read.toNumber() : read;
  return typeof number === 'number' && number > 0 && number < 1;
}

function guardOf(param: Single): number | undefined {
  return param.kind === 'cell' ? param.domain.percentAbove : undefined;
}

function isFault(param: Single, raw: unknown): boolean {
  const read =
    param.kind === 'cell'
      ? readCell(param, raw, exactNumbers)
      : param.kind === 'date'
        ? readDay(param, raw)
        : readChoice(param, raw);
  return read instanceof Fault;
}

function isSingle(param: Param): param is Single {
  return param.kind === 'cell' || param.kind === 'date' || param.kind === 'choice';
}

function textOf(raw: unknown): string {
  const cell = toCell(raw);
  return cell instanceof Fault ? '' : String(cell).trim();
}
