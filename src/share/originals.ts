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

/** Formulas that were filled down have one text in R1C1, so the note keeps it once. */
type StoredContent = number | [CellValue];
type StoredCell = readonly [row: number, column: number, rows: number, columns: number, formula: number, written: readonly StoredContent[]];

/** One conversion of one sheet; a sheet without originals is listed too where formulas may name it. */
interface Entry {
  readonly id: string;
  readonly name: string;
  readonly marks: Marks;
  readonly texts: readonly string[];
  readonly cells: readonly StoredCell[];
}

/** What the workbook keeps, as it is stored. */
export interface Note {
  readonly version: number;
  readonly entries: readonly Entry[];
}

export async function readNote(workbook: Workbook): Promise<Note> {
  const text = await workbook.readNote(KEY);
  if (text === undefined) return { version: VERSION, entries: [] };
  const note = JSON.parse(text) as Note;
  if (note.version !== VERSION) throw new Error(`The formulas in this workbook were kept by another version (${note.version}).`);
  return note;
}

export async function writeNote(workbook: Workbook, note: Note): Promise<void> {
  await workbook.writeNote(KEY, note.entries.some(({ cells }) => cells.length > 0) ? JSON.stringify(note) : undefined);
}

/** The note with the originals of one conversion added: each keeps the marks of its own time. */
export function withOriginals(note: Note, own: SheetSnapshot, originals: readonly Original[], all: readonly SheetSnapshot[]): Note {
  const listed = new Set([own.sheet.id, ...note.entries.map(({ id }) => id)]);
  const others = all.filter(({ sheet }) => !listed.has(sheet.id)).map((other) => packed(other, []));
  return { ...note, entries: [...note.entries, ...others, packed(own, originals)] };
}

/** The note without some cells of one of its entries. */
export function without(note: Note, entry: number, gone: readonly Original[]): Note {
  const places = new Set(gone.map(({ row, column }) => `${row},${column}`));
  return { ...note, entries: note.entries.map((kept, i) => (i === entry ? { ...kept, cells: kept.cells.filter(([row, column]) => !places.has(`${row},${column}`)) } : kept)) };
}

export function originalsOf({ entries }: Note): readonly SheetOriginals[] {
  return entries.map(({ id, name, marks, texts, cells }) => ({ id, name, marks, originals: cells.map((cell) => unpacked(cell, texts)) }));
}

function packed(own: SheetSnapshot, originals: readonly Original[]): Entry {
  const texts = new Map<string, number>();
  const indexOf = (text: string): number => {
    const index = texts.get(text) ?? texts.size;
    texts.set(text, index);
    return index;
  };
  const cells = originals.map(({ row, column, size, formula, written }): StoredCell => [
    row,
    column,
    size.rows,
    size.columns,
    indexOf(stored(formula, row, column)),
    written.flatMap((line, i) => line.map((content, j): StoredContent => (isFormula(content) ? indexOf(stored(content, row + i, column + j)) : [content]))),
  ]);
  return { id: own.sheet.id, name: own.sheet.name, marks: marksOf(own), texts: [...texts.keys()], cells };
}

function unpacked([row, column, rows, columns, formula, written]: StoredCell, texts: readonly string[]): Original {
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

function stored(formula: string, row: number, column: number): string {
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

function restored(text: string, row: number, column: number): string {
  return text.startsWith(RELATIVE) ? translateFormulaToA1(text.slice(1), cellName(row, column)) : text;
}
