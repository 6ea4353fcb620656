import { translateFormulaToA1, translateFormulaToR1C1 } from '@borgar/fx';
import { cellName } from '../workbook/a1';
import type { CellValue, Workbook } from '../workbook/workbook';
import { isFormula } from './formula';
import { marksOf, type Marks } from './marks';
import type { Size } from './native-formula';
import type { SheetSnapshot } from './snapshot';

const KEY = 'rzrq.originals';
const VERSION = 1;

/** A formula of ours and what was written in its place, as the host read it back. */
export interface Original {
  readonly row: number;
  readonly column: number;
  readonly size: Size;
  readonly formula: string;
  readonly written: readonly (readonly CellValue[])[];
}

export interface SheetOriginals {
  readonly id: string;
  readonly name: string;
  /** By what else stood there, rows and columns are known again after others were inserted or deleted. */
  readonly marks: Marks;
  readonly originals: readonly Original[];
}

/** Sheets without originals are listed too: formulas may name them. */
export interface Originals {
  readonly sheets: readonly SheetOriginals[];
}

export const NONE: Originals = { sheets: [] };

/** Formulas that were filled down have one text in R1C1, so the note keeps it once. */
type Stored = string;
type StoredContent = number | [CellValue];
type StoredCell = [row: number, column: number, rows: number, columns: number, formula: number, written: StoredContent[]];

interface Note {
  readonly version: number;
  readonly texts: readonly Stored[];
  readonly sheets: readonly { readonly id: string; readonly name: string; readonly marks: Marks; readonly cells: readonly StoredCell[] }[];
}

export async function readOriginals(workbook: Workbook): Promise<Originals> {
  const text = await workbook.readNote(KEY);
  if (text === undefined) return NONE;
  const note = JSON.parse(text) as Note;
  if (note.version !== VERSION) throw new Error(`The formulas in this workbook were kept by another version (${note.version}).`);
  return { sheets: note.sheets.map(({ id, name, marks, cells }) => ({ id, name, marks, originals: cells.map((cell) => unpacked(cell, note.texts)) })) };
}

export async function writeOriginals(workbook: Workbook, originals: Originals): Promise<void> {
  const some = originals.sheets.some((sheet) => sheet.originals.length > 0);
  await workbook.writeNote(KEY, some ? packed(originals) : undefined);
}

export function packed({ sheets }: Originals): string {
  const texts = new Map<Stored, number>();
  const indexOf = (stored: Stored): number => {
    const index = texts.get(stored) ?? texts.size;
    texts.set(stored, index);
    return index;
  };
  const note: Note = {
    version: VERSION,
    texts: [],
    sheets: sheets.map(({ id, name, marks, originals }) => ({
      id,
      name,
      marks,
      cells: originals.map(({ row, column, size, formula, written }): StoredCell => [
        row,
        column,
        size.rows,
        size.columns,
        indexOf(stored(formula, row, column)),
        written.flatMap((line, i) => line.map((content, j): StoredContent => (isFormula(content) ? indexOf(stored(content, row + i, column + j)) : [content]))),
      ]),
    })),
  };
  return JSON.stringify({ ...note, texts: [...texts.keys()] });
}

function unpacked([row, column, rows, columns, formula, written]: StoredCell, texts: readonly Stored[]): Original {
  const content = (index: number): CellValue => {
    const item = written[index]!;
    return typeof item === 'number' ? restored(texts[item]!, row + Math.floor(index / columns), column + (index % columns)) : item[0];
  };
  return {
    row,
    column,
    size: { rows, columns },
    formula: restored(texts[formula]!, row, column),
    written: Array.from({ length: rows }, (_, i) => Array.from({ length: columns }, (__, j) => content(i * columns + j))),
  };
}

const RELATIVE = '~';

function stored(formula: string, row: number, column: number): Stored {
  const cell = cellName(row, column);
  try {
    const relative = translateFormulaToR1C1(formula, cell);
    // Only if nothing is lost on the way: quotes that need not be there, references in small letters.
    if (translateFormulaToA1(relative, cell) === formula) return RELATIVE + relative;
  } catch {
    return formula;
  }
  return formula;
}

function restored(text: Stored, row: number, column: number): string {
  return text.startsWith(RELATIVE) ? translateFormulaToA1(text.slice(1), cellName(row, column)) : text;
}

/** The originals with those of one conversion added: each keeps the marks of its own time. */
export function withSheet(known: Originals, { sheet, ...cells }: SheetSnapshot, added: readonly Original[], all: readonly SheetSnapshot[]): Originals {
  const listed = new Set([sheet.id, ...known.sheets.map(({ id }) => id)]);
  const others = all.filter((other) => !listed.has(other.sheet.id)).map((other) => ({ id: other.sheet.id, name: other.sheet.name, marks: marksOf(other), originals: [] }));
  return { sheets: [...known.sheets, ...others, { id: sheet.id, name: sheet.name, marks: marksOf({ sheet, ...cells }), originals: added }] };
}
