import { Decimal as Base } from 'decimal.js';

/** decimal.js with 40 digits, and numerals without exponents. */
export const Decimal = Base.clone({ precision: 40, toExpNeg: -9e15, toExpPos: 9e15 });
export type Decimal = Base;
