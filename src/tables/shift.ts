import { Exact } from '../number/exact';

const factors = new Map<number, Exact>();

/** Ten to a power, exactly. */
export function powerOfTen(power: number): Exact {
  let factor = factors.get(power);
  if (!factor) factors.set(power, (factor = Exact.parse(`1e${power}`)));
  return factor;
}

/** The number with its decimal point moved. */
export function shift(value: Exact, power: number): Exact {
  return power === 0 ? value : value.times(powerOfTen(power));
}
