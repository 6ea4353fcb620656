import { Fault } from '../cells/fault';
import { figures, FIGURES, isFigure, type Figure, type Measure } from './columns';
import { powersBySource } from './conventions';
import { readPrinted } from './printed';
import type { Line, Sheet } from './sheet';
import { readUnit } from './units';

/** Units given as arguments, as powers of ten. */
export type Given = { readonly [M in Measure]?: number };

/** How many powers of ten each figure is of 元 or 股. */
export interface Scales {
  /** Undefined where the table does not tell. */
  power(figure: Figure, line: Line): number | undefined;
  /** The headers whose unit the table does not tell. */
  readonly unknown: readonly string[];
}

/**
 * Where a unit comes from, first to last: the argument, a unit column, the header or the row of units below it, a
 * caption above, what the source is known to publish; else 元 and 股. Nobody lends a fraction of a share: quantities
 * with decimals and no stated unit are in 万股 or 亿股, and amounts with decimals beside quantities not in 股 may be
 * in anything, so these two are refused.
 */
export function scalesOf(sheet: Sheet, given: Given): Scales {
  const fractions = new Set(figures.filter((figure) => hasDecimals(sheet, figure)));
  const bySource = powersBySource({ words: sheet.words, coded: sheet.at('code') >= 0, decimals: fractions.size > 0 });
  const unitColumn = {
    amount: sheet.at('amount_unit'),
    quantity: sheet.at('qty_unit') >= 0 ? sheet.at('qty_unit') : sheet.at('amount_unit'),
  };

  const stated = new Map<Figure, number | undefined>();
  for (const [i, column] of sheet.columns.entries()) {
    if (column === null || !isFigure(column)) continue;
    const { measures } = FIGURES[column];
    const caption =
      sheet.caption.find((unit) => unit.measures === measures) ?? sheet.caption.find((unit) => unit.measures === null);
    stated.set(column, given[measures] ?? (sheet.headings[i]!.unit ?? caption)?.power ?? bySource[column]);
  }

  const byRow = (measures: Measure) => given[measures] === undefined && unitColumn[measures] >= 0;
  const isOdd = (figure: Figure) =>
    FIGURES[figure].measures === 'quantity' &&
    (stated.get(figure) === undefined ? fractions.has(figure) : stated.get(figure) !== 0);
  const quantitiesOdd = [...stated.keys()].some(isOdd);
  const unknown = [...stated.keys()].filter((figure) => {
    const { measures } = FIGURES[figure];
    return (
      stated.get(figure) === undefined &&
      !byRow(measures) &&
      fractions.has(figure) &&
      (measures === 'quantity' || quantitiesOdd)
    );
  });

  return {
    unknown: unknown.map((figure) => sheet.headings[sheet.at(figure)]!.text),
    power(figure, line) {
      const { measures } = FIGURES[figure];
      const cell = byRow(measures) ? line.cells[unitColumn[measures]] : null;
      if (typeof cell === 'string') return readUnit(cell)?.power;
      return unknown.includes(figure) ? undefined : (stated.get(figure) ?? 0);
    },
  };
}

function hasDecimals(sheet: Sheet, figure: Figure): boolean {
  const at = sheet.at(figure);
  return (
    at >= 0 &&
    sheet.lines.some(({ cells }) => {
      const printed = readPrinted(cells[at] ?? null);
      return printed !== null && !(printed instanceof Fault) && !printed.absolute && !printed.value.isInteger();
    })
  );
}
