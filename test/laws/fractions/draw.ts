import { Rational } from '../../support/rational';

/** Made-up figures, the same for the same seed. */
export class Chance {
  constructor(private seed: number) {}

  /** From 0 up to, but not, 1. */
  next(): number {
    this.seed = (this.seed + 0x6d2b79f5) | 0;
    let t = Math.imul(this.seed ^ (this.seed >>> 15), 1 | this.seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  whole(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  one<T>(choices: readonly T[]): T {
    return choices[this.whole(0, choices.length - 1)]!;
  }
}

/** What a cell holds, and the fraction that it stands for. */
export interface Drawn {
  readonly cell: number | string | null;
  readonly value: Rational | null;
}

export type Draw = (chance: Chance) => Drawn;

/** A decimal of so many digits, seldom as text with commas or a unit, seldom with the noise of a sum of doubles. */
function decimal(mostDigits: number, places: readonly number[], negative = false): Draw {
  return (chance) => {
    const digits = chance.whole(1, mostDigits);
    const units = 1 + Math.floor(chance.next() * (10 ** digits - 1));
    const numeral = `${negative && chance.next() < 0.3 ? '-' : ''}${units}e-${chance.one(places)}`;
    return written(chance, numeral);
  };
}

function written(chance: Chance, numeral: string): Drawn {
  const number = Number(numeral);
  const plain = String(number);
  const kind = chance.next();
  if (kind < 0.03)
    return { cell: plain.replace(/\B(?=(?:\d{3})+(?!\d))(?<!\.\d*)/g, ','), value: Rational.parse(numeral) };
  if (kind < 0.05) return { cell: `${plain}万`, value: Rational.parse(numeral).times(Rational.of(10_000)) };
  if (kind < 0.1 && Math.abs(number) > 1e-6) {
    const noisy = number + Math.abs(number) * 2 ** -52;
    return { cell: noisy, value: Rational.cell(noisy) };
  }
  return { cell: number, value: Rational.cell(number) };
}

/** A number between two, with so many places. */
const between =
  (least: number, most: number, places: number): Draw =>
  (chance) => {
    const cell = chance.whole(Math.round(least * 10 ** places), Math.round(most * 10 ** places)) / 10 ** places;
    if (chance.next() < 0.05) {
      const percent = Number((cell * 100).toFixed(Math.max(0, places - 2)));
      return { cell: `${percent}%`, value: Rational.cell(percent).by(Rational.of(100)) };
    }
    return { cell, value: Rational.cell(cell) };
  };

export const amount = decimal(13, [0, 0, 1, 2, 2]);
/** Seldom more than an amount is. */
export const part = decimal(8, [0, 1, 2]);
export const flow = decimal(13, [0, 1, 2, 2], true);
export const quantity = decimal(9, [0]);
export const quantityFlow = decimal(9, [0], true);
export const price = decimal(6, [2, 2, 3, 4]);
export const conversionRate = between(0, 0.95, 4);
export const annualRate = between(0.0001, 0.2, 6);
export const ratio = between(0.3, 2.4, 3);
export const line = between(1.05, 3, 4);
export const change = between(-0.9, 0.9, 4);
export const days = between(1, 400, 0);
export const costRate = between(0, 0.01, 5);

export const orNothing =
  (draw: Draw): Draw =>
  (chance) =>
    chance.next() < 0.3 ? { cell: null, value: null } : draw(chance);

export const among =
  (...numbers: number[]): Draw =>
  (chance) => {
    const cell = chance.one(numbers);
    return { cell, value: Rational.cell(cell) };
  };
