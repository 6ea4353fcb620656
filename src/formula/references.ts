import { parseA1Ref, stringifyA1Ref } from '@borgar/fx';
import { blockName, columnNumber, MAX_COLUMNS, MAX_ROWS } from '../workbook/a1';
import type { Area, Sheet } from '../workbook/workbook';
import { remembered } from './remembered';

/** A reference to cells; `sheet` is the name in front of it, if there is one. */
export interface Reference {
  readonly sheet: string | undefined;
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

interface Parsed {
  readonly context?: readonly string[];
  readonly range: {
    top?: number | null | undefined;
    left?: number | null | undefined;
    bottom?: number | null | undefined;
    right?: number | null | undefined;
    $top?: boolean;
    $left?: boolean;
    $bottom?: boolean;
    $right?: boolean;
  };
}

const read = remembered((text: string): { readonly reference: Parsed | undefined } => ({
  reference: parseA1Ref(text, { allowTernary: true, allowNamed: false }) as unknown as Parsed | undefined,
}));

const parsed = (text: string): Parsed | undefined => {
  const { reference } = read(text);
  return reference?.range ? reference : undefined;
};

/** The cells a reference names; undefined for a name, another workbook, or several sheets at once. */
export const parseReference = (text: string): Reference | undefined => plainCell(text) ?? anyReference(text);

/** Most references are a cell of the same sheet, and a workbook has very many of them. */
function plainCell(text: string): Reference | undefined {
  const [, letters, digits] = /^\$?([A-Z]{1,2})\$?([1-9]\d{0,5})$/.exec(text) ?? [];
  if (letters === undefined) return undefined;
  const [row, column] = [Number(digits) - 1, columnNumber(letters)];
  return { sheet: undefined, top: row, left: column, bottom: row, right: column };
}

function anyReference(text: string): Reference | undefined {
  const reference = parsed(text);
  if (!reference) return undefined;
  const { context = [], range } = reference;
  if (context.length > 1 || context[0]?.includes(':')) return undefined;
  return {
    sheet: context[0],
    top: range.top ?? 0,
    left: range.left ?? 0,
    bottom: range.bottom ?? MAX_ROWS - 1,
    right: range.right ?? MAX_COLUMNS - 1,
  };
}

export const rowsOf = ({ top, bottom }: Reference): number => bottom - top + 1;
export const columnsOf = ({ left, right }: Reference): number => right - left + 1;

/** The same reference at other cells; its sheet, its dollar signs and its way to name whole columns stay. */
export function moved(text: string, to: Omit<Reference, 'sheet'>): string {
  const { range } = parsed(text)!;
  const side = (name: 'top' | 'left' | 'bottom' | 'right') =>
    range[name] === null || range[name] === undefined ? range[name] : to[name];
  return printed(text, {
    ...range,
    top: side('top'),
    left: side('left'),
    bottom: side('bottom'),
    right: side('right'),
  });
}

/** One cell of a reference; dollar signs stay. */
export function elementOf(text: string, row: number, column: number): string {
  const { range } = parsed(text)!;
  const { top, left } = parseReference(text)!;
  const [$top, $left] = [range.$top ?? false, range.$left ?? false];
  return printed(text, {
    top: top + row,
    left: left + column,
    bottom: top + row,
    right: left + column,
    $top,
    $left,
    $bottom: $top,
    $right: $left,
  });
}

/** Where in a range the shape rule finds the partner of a cell of the result; undefined where it has none. */
export function partnerIn(
  range: Reference,
  row: number,
  column: number,
): { readonly row: number; readonly column: number } | undefined {
  const [rows, columns] = [rowsOf(range), columnsOf(range)];
  if ((rows > 1 && row >= rows) || (columns > 1 && column >= columns)) return undefined;
  return { row: rows > 1 ? row : 0, column: columns > 1 ? column : 0 };
}

/** From the first cell of a reference, anchored, to one of the others. */
export function runningRange(text: string, row: number, column: number): string {
  const { top, left } = parseReference(text)!;
  return printed(text, {
    top,
    left,
    bottom: top + row,
    right: left + column,
    $top: true,
    $left: true,
    $bottom: false,
    $right: false,
  });
}

export type Side = 'top' | 'left' | 'bottom' | 'right';
export const SIDES: readonly Side[] = ['top', 'left', 'bottom', 'right'];

/** Which sides of a reference stay where its formula is copied: those with a dollar sign, and those of whole rows and columns. */
export function fixedSides(text: string): Readonly<Record<Side, boolean>> {
  const { range } = parsed(text) ?? { range: {} };
  const isFixed = (side: Side) => range[side] === null || range[side] === undefined || range[`$${side}`] === true;
  return { top: isFixed('top'), left: isFixed('left'), bottom: isFixed('bottom'), right: isFixed('right') };
}

/** Whether a reference means the same cells in every formula. */
export function isFixed(text: string): boolean {
  const fixed = fixedSides(text);
  return SIDES.every((side) => fixed[side]);
}

/** Whether what a formula refers to goes down with the formula: cells without a dollar sign before the row, or a table's row. */
export function movesDown(text: string): boolean {
  return parsed(text) ? !fixedSides(text).top : isThisRow(text);
}

/** Whether a table's column is meant in the row of the formula alone. */
export const isThisRow = (text: string): boolean => /\[@|\[#This Row\]/i.test(text);

/** With dollar signs everywhere. */
export function absolute(text: string): string {
  return printed(text, { ...parsed(text)!.range, $top: true, $left: true, $bottom: true, $right: true });
}

/** Another range behind the same sheet name. */
function printed(text: string, range: Parsed['range']): string {
  return text.slice(0, text.lastIndexOf('!') + 1) + stringifyA1Ref({ range } as never);
}

/** The same cells of another sheet. */
export function onSheet(text: string, sheet: string): string {
  return sheetPrefix(sheet) + text.slice(text.lastIndexOf('!') + 1);
}

/** `B5` or `B5:C9`, with the sheet's name where it is not the one the formula stands on. */
export function addressOf(area: Area, sheets: readonly Sheet[] = [], home = area.sheet): string {
  const name = area.sheet === home ? undefined : sheets.find(({ id }) => id === area.sheet)?.name;
  return name === undefined ? blockName(area) : sheetPrefix(name) + blockName(area);
}

/** A sheet's name as it stands before a reference: in quotes where it could be read as anything else. */
export function sheetPrefix(sheet: string): string {
  const isPlain =
    /^[\p{L}_][\p{L}\d_.]*$/u.test(sheet) && !/^(?:[A-Z]{1,3}\d+|R\d*(?:C\d*)?|C\d*|TRUE|FALSE)$/i.test(sheet);
  return isPlain ? `${sheet}!` : `'${sheet.replace(/'/g, "''")}'!`;
}
