import {
  parseA1Ref,
  stringifyA1Ref,
  type Token,
  tokenize,
  translateFormulaToA1,
  translateFormulaToR1C1,
} from '@borgar/fx';
import { type Area, parseReference, printReference } from './area';
import { type Shift, shifted } from './shift';

/** The namespace of our functions, as formulas spell it. */
export const NAMESPACE = 'RZRQ.';

const REFERENCES = new Set(['range', 'range_beam', 'range_ternary']);
const UPPER_CASE = new Set(['func', 'bool', ...REFERENCES]);

const cache = new Map<string, readonly Token[]>();

export function tokensOf(formula: string): readonly Token[] {
  const known = cache.get(formula) ?? tokenize(formula, { mergeRefs: true });
  cache.set(formula, known);
  return known;
}

export const isReference = (token: Token): boolean => REFERENCES.has(token.type);
export const isCallee = (token: Token): boolean => token.type === 'func' || token.type === 'range_named';
export const textOf = (tokens: readonly Token[]): string => tokens.map((token) => token.value).join('');

/** The formula as Excel gives it back: function names, TRUE and references in capitals, sheet names as they were typed. */
export const normalised = (formula: string): string =>
  mapTokens(formula, (token) => {
    if (!UPPER_CASE.has(token.type)) return token.value;
    const sheetEnd = token.value.lastIndexOf('!') + 1;
    return token.value.slice(0, sheetEnd) + token.value.slice(sheetEnd).toUpperCase();
  });

const mapTokens = (formula: string, print: (token: Token) => string): string => tokensOf(formula).map(print).join('');

/** The formula after cells moved: references to them follow, references to deleted cells become #REF!. */
export const shiftFormula = (formula: string, ownSheet: string, movedSheet: string, shift: Shift): string =>
  ownSheet.toLowerCase() !== movedSheet.toLowerCase() && !mayName(formula, movedSheet)
    ? formula
    : mapTokens(formula, (token) => {
        if (!isReference(token)) return token.value;
        const reference = parseReference(token.value);
        if (!reference || (reference.sheet ?? ownSheet).toLowerCase() !== movedSheet.toLowerCase()) return token.value;
        const area = shifted(reference.area, shift);
        return area === null ? '#REF!' : area === reference.area ? token.value : withArea(token.value, area);
      });

/** Asked of the text before it is read: most formulas of a workbook name no other sheet. */
const mayName = (formula: string, sheet: string): boolean =>
  formula.includes('!') && formula.toLowerCase().includes(sheet.toLowerCase().replaceAll("'", "''"));

/** The formula after a sheet was renamed; null stands for a deleted sheet. */
export const renameSheetIn = (formula: string, from: string, to: string | null): string =>
  mayName(formula, from)
    ? mapTokens(formula, (token) => {
        if (!isReference(token)) return token.value;
        const reference = parseReference(token.value);
        if (reference?.sheet?.toLowerCase() !== from.toLowerCase()) return token.value;
        return to === null
          ? '#REF!'
          : printReference({ top: 0, left: 0, bottom: 0, right: 0 }, to).replace(
              'A1',
              token.value.slice(token.value.lastIndexOf('!') + 1),
            );
      })
    : formula;

/** The formula as it reads when copied from one cell to another. */
export const moveFormula = (formula: string, from: string, to: string): string =>
  translateFormulaToA1(translateFormulaToR1C1(formula, from), to);

/** The reference with another area, its sheet name and dollar signs kept. */
function withArea(reference: string, area: Area): string {
  const parsed = parseA1Ref(reference, { allowTernary: true }) as { range: Record<string, number | boolean | null> };
  const { range } = parsed;
  const moved = Object.fromEntries(
    (['top', 'left', 'bottom', 'right'] as const).map((side) => [side, range[side] === null ? null : area[side]]),
  );
  return stringifyA1Ref({ ...parsed, range: { ...range, ...moved } } as never);
}
