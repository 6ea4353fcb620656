import { figures, FIGURES, type Figure, type Measure } from './columns';
import { powersBySource } from './conventions';
import type { Sheet } from './sheet';
import { readUnit } from './units';

/** Units given as arguments, as powers of ten. */
export type Given = { readonly [M in Measure]?: number };

/** How many powers of ten each figure is of 元 or 股. */
export interface Scales {
  /** Undefined where the table does not tell. */
  power(figure: Figure, line: number): number | undefined;
  /** Whether all of a figure is known to be in 元 or 股. */
  isBase(figure: Figure): boolean;
  /** The headers whose unit the table does not tell. */
  readonly unknown: readonly string[];
}

/**
 * Where a unit comes from, first to last: the argument, a unit column, the header or the row of units below it, a
 * caption above, what the source is known to publish, the units of the columns beside it; else 元 and 股. Nobody lends a
 * fraction of a share: quantities with decimals and no stated unit are in 万股 or 亿股, and amounts with decimals beside
 * quantities not in 股 may be in anything, so these two are refused.
 */
export function scalesOf(sheet: Sheet, given: Given): Scales {
  const own = figures.filter((figure) => sheet.has(figure));
  const fractions = new Set(own.filter((figure) => sheet.figure(figure).hasDecimals()));
  const bySource = powersBySource({ words: sheet.words, coded: sheet.at('code') >= 0, decimals: fractions.size > 0 });
  const unitColumn = {
    amount: sheet.at('amount_unit'),
    quantity: sheet.at('qty_unit') >= 0 ? sheet.at('qty_unit') : sheet.at('amount_unit'),
  };
  const byRow = (measures: Measure) => given[measures] === undefined && unitColumn[measures] >= 0;

  const perBlock = sheet.blocks.map((_, block) => {
    const stated = new Map<Figure, number>();
    const untold = new Set<Figure>();
    for (const figure of own) {
      const place = sheet.place(figure, block);
      const { measures } = FIGURES[figure];
      const near = given[measures] ?? sheet.headings[place]?.unit?.power;
      const said = near ?? sheet.caption.power(figure);
      if (said === null) untold.add(figure);
      const power = said ?? (place < 0 ? undefined : bySource[figure]);
      if (power !== undefined && said !== null) stated.set(figure, power);
    }
    const beside = withNeighbours(
      sheet,
      own.filter((figure) => !byRow(FIGURES[figure].measures) && !untold.has(figure)),
      stated,
      fractions,
    );
    const isOdd = (figure: Figure) =>
      FIGURES[figure].measures === 'quantity' && (beside.powers.get(figure) ?? (fractions.has(figure) ? -1 : 0)) !== 0;
    const quantitiesOdd = own.some(isOdd);
    const unknown = own.filter((figure) => {
      const { measures } = FIGURES[figure];
      if (untold.has(figure)) return !byRow(measures);
      if (beside.powers.has(figure) || byRow(measures) || sheet.place(figure, block) < 0) return false;
      return beside.contradicted.has(figure) || (fractions.has(figure) && (measures === 'quantity' || quantitiesOdd));
    });
    return { powers: beside.powers, unknown: new Set(unknown) };
  });

  const count = sheet.blocks.length;
  const unitsRead = new Map<unknown, number | undefined>();
  return {
    unknown: [
      ...new Set(
        perBlock.flatMap(({ unknown }, block) =>
          [...unknown].map((figure) => sheet.headings[sheet.place(figure, block)]!.text),
        ),
      ),
    ],
    isBase: (figure) =>
      !byRow(FIGURES[figure].measures) &&
      perBlock.every(({ powers, unknown }) => !unknown.has(figure) && (powers.get(figure) ?? 0) === 0),
    power(figure, line) {
      const { measures } = FIGURES[figure];
      const { powers, unknown } = perBlock[count === 1 ? 0 : line % count]!;
      if (byRow(measures)) {
        const cell = sheet.cell(line, unitColumn[measures]);
        if (typeof cell === 'string') {
          if (!unitsRead.has(cell)) unitsRead.set(cell, readUnit(cell)?.power);
          return unitsRead.get(cell);
        }
      }
      return unknown.has(figure) ? undefined : (powers.get(figure) ?? 0);
    },
  };
}

/** How large a figure is beside the financing balance, or the quantity beside the quantity on loan, in powers of ten. */
const USUAL: Readonly<Record<Figure, number>> = {
  financing_balance: 0,
  purchases: -1.5,
  repayments: -1.5,
  lending_balance: -2.5,
  margin_balance: 0,
  lending_qty: 0,
  sold: -1.5,
  returned: -1.5,
};
/** A reading must be so many powers of ten nearer to the usual than the other one. */
const CLEARLY = 1;
/** Shares cost between a few 角 and a few hundred 元. */
const PRICES = [0.3, 900] as const;

/**
 * A header whose unit was dropped beside others that state theirs is in the same unit or in 元 or 股: the size of its
 * figures tells which. What they cannot tell is contradicted, and refused.
 */
function withNeighbours(
  sheet: Sheet,
  own: readonly Figure[],
  stated: ReadonlyMap<Figure, number>,
  fractions: ReadonlySet<Figure>,
): { powers: Map<Figure, number>; contradicted: Set<Figure> } {
  const powers = new Map(stated);
  const contradicted = new Set<Figure>();
  const sizes = new Map<Figure, number | null>();
  const size = (figure: Figure) => {
    if (!sizes.has(figure)) sizes.set(figure, medianSize(sheet, figure));
    return sizes.get(figure)!;
  };
  for (const figure of own) {
    if (stated.has(figure)) continue;
    const { measures } = FIGURES[figure];
    const beside = own.filter((other) => stated.has(other) && FIGURES[other].measures === measures);
    const units = [...new Set(beside.map((other) => stated.get(other)!))];
    if (units.every((power) => power === 0)) continue;
    const reference = beside.find((other) => size(other) !== null);
    const mine = size(figure);
    if (mine === null) continue;
    if (reference === undefined) {
      contradicted.add(figure);
      continue;
    }
    const distance = (power: number) =>
      Math.abs(mine + power - USUAL[figure] - (size(reference)! + stated.get(reference)! - USUAL[reference]));
    const ranked = [...new Set([...units, ...(fractions.has(figure) && measures === 'quantity' ? [] : [0])])].sort(
      (a, b) => distance(a) - distance(b),
    );
    const [first, second] = ranked as [number, number?];
    if (second === undefined || distance(second) - distance(first) >= CLEARLY) powers.set(figure, first);
    else contradicted.add(figure);
  }
  byPrice(own, powers, fractions, size);
  return { powers, contradicted };
}

/** A quantity with decimals and no unit beside the money it is worth: at one power only is the price one that shares have. */
function byPrice(
  own: readonly Figure[],
  powers: Map<Figure, number>,
  fractions: ReadonlySet<Figure>,
  size: (figure: Figure) => number | null,
): void {
  if (!own.includes('lending_qty') || !powers.has('lending_balance') || powers.has('lending_qty')) return;
  const [qty, balance] = [size('lending_qty'), size('lending_balance')];
  if (qty === null || balance === null) return;
  const price = (power: number) => 10 ** (balance + powers.get('lending_balance')! - qty - power);
  const isPrice = (power: number) => price(power) >= PRICES[0] && price(power) <= PRICES[1];
  const odd = own.some((figure) => FIGURES[figure].measures === 'quantity' && fractions.has(figure));
  if (!odd) return;
  const fitting = [4, 8].filter(isPrice);
  if (fitting.length !== 1) return;
  for (const figure of own)
    if (FIGURES[figure].measures === 'quantity' && !powers.has(figure)) powers.set(figure, fitting[0]!);
}

const MOST_LINES = 1000;

/** The power of ten of the middle figure of a column; null where it holds none. */
function medianSize(sheet: Sheet, figure: Figure): number | null {
  const column = sheet.figure(figure);
  const sizes: number[] = [];
  for (let line = 0; line < sheet.height && sizes.length < MOST_LINES; line++) {
    const value = column.isOrdinary(line) ? Math.abs(column.value(line)) : 0;
    if (value > 0) sizes.push(Math.log10(value));
  }
  return sizes.length === 0 ? null : sizes.sort((a, b) => a - b)[Math.floor(sizes.length / 2)]!;
}
