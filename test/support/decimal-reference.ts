import { Decimal } from 'decimal.js';
import fc from 'fast-check';

/** decimal.js alone, 40 digits: what Exact is held to, bit for bit. */
export const Reference = Decimal.clone({ precision: 40 });

/** Decimals of 1 to 15 digits and 0 to 10 places, both signs, as the double that a cell would hold. */
export const cellNumber = fc
  .tuple(
    fc.integer({ min: 1, max: 15 }),
    fc.integer({ min: 0, max: 10 }),
    fc.boolean(),
    fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
  )
  .map(([digits, places, negative, part]) => {
    const units = Math.floor(part * 10 ** digits);
    return Number(`${negative ? '-' : ''}${units}e-${places}`) + 0;
  });

/** Integers around the limits where the safe integers end and where a cell's 15 digits end. */
export const edgeNumber = fc
  .tuple(
    fc.constantFrom(1e15, 2 ** 53, 1e14, 9007199254740900, 4503599627370496),
    fc.integer({ min: -2000, max: 2000 }),
    fc.boolean(),
    fc.integer({ min: 0, max: 6 }),
  )
  .map(([limit, offset, negative, places]) =>
    Number(Number(`${negative ? '-' : ''}${limit + offset}e-${places}`).toPrecision(15)),
  );

export const anyNumber = fc.oneof({ weight: 4, arbitrary: cellNumber }, { weight: 1, arbitrary: edgeNumber });
