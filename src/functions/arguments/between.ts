import { Fault } from '../../cells/fault';
import { MISSING } from '../../cells/number';
import type { Arithmetic } from '../../number/arithmetic';
import type { Param } from '../catalogue/define';
import { PART, partsOf, WHOLE, zeroBesides } from './cell-rules';
import type { Numbers } from './numbers';

/** What is wrong with numbers of one row each of which would do by itself; they stand in the order of the parameters. */
export type Between = (values: readonly unknown[]) => Fault | null;

/** Undefined where the parameters know nothing of each other. */
export function betweenOf(params: readonly Param[], numbers: Numbers<unknown>): Between | undefined {
  const orderOf = (param: Param) => params.indexOf(param);
  const zeros = zeroBesides(params.filter((param) => param.kind === 'cell')).map(({ param, beside }) => ({
    name: param.name,
    zero: orderOf(param),
    beside: orderOf(beside),
  }));
  const parts = partsOf(params).map(({ param, whole }) => ({
    names: { param: param.name, other: whole.name },
    part: orderOf(param),
    whole: orderOf(whole),
  }));
  if (zeros.length + parts.length === 0) return undefined;
  const [ofPart, ofWhole] = [numbers.operations.of(PART), numbers.operations.of(WHOLE)];
  const times = (x: unknown, factor: unknown) => (x as Arithmetic<unknown>).times(factor);
  const shown = (x: unknown) => String(numbers.result(x));

  return (values) => {
    for (const { name, zero, beside } of zeros)
      if (values[zero] !== null && numbers.isZero(values[zero]) && !numbers.isZero(values[beside]))
        return MISSING.with({ param: name });
    for (const { names, part, whole } of parts)
      if (numbers.isMore(times(values[part], ofPart), times(values[whole], ofWhole)))
        return new Fault('larger_than_whole', { ...names, text: shown(values[part]), allowed: shown(values[whole]) });
    return null;
  };
}
