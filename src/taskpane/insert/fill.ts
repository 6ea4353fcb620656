import { tokenize, translateFormulaToR1C1, translateTokensToA1 } from '@borgar/fx';
import { cellName } from '../../workbook/a1';

/** The formula of each row of a fill-down, as Excel's own fill would write it: rows behind a $ stay. */
export function filledDown(formula: string): (row: number) => string {
  const relative = translateFormulaToR1C1(formula, cellName(0, 0));
  const tokens = tokenize(relative, { mergeRefs: true, r1c1: true });
  // The first row is the formula as it was typed: the translation may drop quotation marks around a sheet's name.
  return (row) =>
    row === 0
      ? formula
      : translateTokensToA1(
          tokens.map((token) => ({ ...token })),
          cellName(row, 0),
          { wrapEdges: false },
        )
          .map(({ value }) => value)
          .join('');
}
