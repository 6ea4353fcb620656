import { translateFormulaToA1, translateFormulaToR1C1 } from '@borgar/fx';
import { cellName } from '../../workbook/a1';
import type { CellValue, Sheet } from '../../workbook/workbook';
import { remembered } from '../../formula/remembered';
import { isFormula } from '../../formula/text';
import { grid, type Size } from '../reading/grid';
import { marksOf, type Marks } from './marks';
import type { SheetSnapshot } from '../reading/snapshot';

/** What stood in some cells, as a rule a formula of ours, and what was written in its place, as the host read it back. */
export interface Original {
  readonly row: number;
  readonly column: number;
  readonly size: Size;
  readonly formula: CellValue;
  readonly written: readonly (readonly CellValue[])[];
  /** What may stand there instead, while it is being written over once more. */
  readonly instead?: readonly (readonly CellValue[])[];
}

/** A sheet as it was when formulas were converted: by what else stood there, its rows and columns are known again. */
export interface Look {
  readonly id: string;
  readonly name: string;
  readonly marks: Marks;
}

/** Formulas that were filled down have one text in R1C1, so the note keeps it once. */
type StoredContent = number | [CellValue];
type StoredCell = readonly [
  row: number,
  column: number,
  rows: number,
  columns: number,
  formula: StoredContent,
  written: readonly StoredContent[],
  instead?: readonly StoredContent[],
];

/** The conversion of one sheet; `all` are the looks that the sheets of the workbook had, as formulas may name any of them. */
export interface Conversion {
  readonly look: number;
  readonly all: readonly number[];
  readonly texts: readonly string[];
  readonly cells: readonly StoredCell[];
}

/** What the workbook keeps, as it is stored: the oldest conversion first. */
export interface Note {
  readonly version: number;
  readonly looks: readonly Look[];
  readonly conversions: readonly Conversion[];
}

/** The note with one more conversion. */
export function withConversion(
  note: Note,
  own: SheetSnapshot,
  all: readonly SheetSnapshot[],
  originals: readonly Original[],
): Note {
  if (originals.length === 0) return note;
  const looks = [...note.looks];
  const indexOf = (snapshot: SheetSnapshot): number => {
    const look = lookOf(snapshot);
    const known = looks.findIndex(
      (other) =>
        other.id === look.id &&
        other.name === look.name &&
        (other === look || JSON.stringify(other.marks) === JSON.stringify(look.marks)),
    );
    return known >= 0 ? known : looks.push(look) - 1;
  };
  const look = indexOf(own);
  const others = all.filter(({ sheet }) => sheet.id !== own.sheet.id).map(indexOf);
  return { ...note, looks, conversions: [...note.conversions, { look, all: [look, ...others], ...packed(originals) }] };
}

const knownLooks = new WeakMap<SheetSnapshot, Look>();

function lookOf(snapshot: SheetSnapshot): Look {
  const known = knownLooks.get(snapshot) ?? {
    id: snapshot.sheet.id,
    name: snapshot.sheet.name,
    marks: marksOf(snapshot),
  };
  knownLooks.set(snapshot, known);
  return known;
}

/** The note with some of its cells; conversions that have none left go, and looks that nobody needs. */
export function filtered(note: Note, keep: (conversion: number, row: number, column: number) => boolean): Note {
  const conversions = note.conversions
    .map((kept, i) => ({ ...kept, cells: kept.cells.filter(([row, column]) => keep(i, row, column)) }))
    .filter(({ cells }) => cells.length > 0);
  const needed = [...new Set(conversions.flatMap(({ all }) => all))].sort((a, b) => a - b);
  const moved = (index: number) => needed.indexOf(index);
  return {
    ...note,
    looks: needed.map((index) => note.looks[index]!),
    conversions: conversions.map((kept) => ({ ...kept, look: moved(kept.look), all: kept.all.map(moved) })),
  };
}

/** The sheet of a look: by its id, and where another program has given new ones by its name. */
export function sheetOfLook({ id, name }: Look, sheets: readonly Sheet[], looks: readonly Look[]): Sheet | undefined {
  const isTaken = ({ id: other }: Sheet) => looks.some((look) => look.id === other);
  return sheets.find((sheet) => sheet.id === id) ?? sheets.find((sheet) => sheet.name === name && !isTaken(sheet));
}

/** The note without conversions of sheets that are gone. */
export function ofLiveSheets(note: Note, sheets: readonly Sheet[]): Note {
  const isLive = note.conversions.map(({ look }) => sheetOfLook(note.looks[look]!, sheets, note.looks) !== undefined);
  return filtered(note, (conversion) => isLive[conversion]!);
}

/** Whether something else than formulas is to be put back. */
export function holdsContents({ conversions }: Note): boolean {
  return conversions.some(({ cells }) => cells.some(([, , , , formula]) => typeof formula !== 'number'));
}

export function originalsOf({ cells, texts }: Conversion): readonly Original[] {
  return cells.map((cell) => unpacked(cell, texts));
}

function packed(originals: readonly Original[]): Pick<Conversion, 'texts' | 'cells'> {
  const texts = new Map<string, number>();
  const indexOf = (text: string): number => {
    const index = texts.get(text) ?? texts.size;
    texts.set(text, index);
    return index;
  };
  const cells = originals.map(({ row, column, size, formula, written, instead }): StoredCell => {
    const packedContent = (content: CellValue, i: number, j: number): StoredContent =>
      isFormula(content) ? indexOf(stored(content, row + i, column + j)) : [content];
    const contents = (grid: Original['written']) =>
      grid.flatMap((line, i) => line.map((content, j) => packedContent(content, i, j)));
    const cell = [row, column, size.rows, size.columns, packedContent(formula, 0, 0), contents(written)] as const;
    return instead ? [...cell, contents(instead)] : cell;
  });
  return { texts: [...texts.keys()], cells };
}

function unpacked(
  [row, column, rows, columns, formula, written, instead]: StoredCell,
  texts: readonly string[],
): Original {
  const content = (item: StoredContent, index: number): CellValue => {
    return typeof item === 'number'
      ? restored(texts[item]!, row + Math.floor(index / columns), column + (index % columns))
      : item[0];
  };
  const contents = (items: readonly StoredContent[]) =>
    grid({ rows, columns }, (i, j) => content(items[i * columns + j]!, i * columns + j));
  return {
    row,
    column,
    size: { rows, columns },
    formula: content(formula, 0),
    written: contents(written),
    ...(instead && { instead: contents(instead) }),
  };
}

const RELATIVE = '~';

const storedAt = remembered((place: string): string => {
  const end = place.indexOf(' ');
  const [cell, formula] = [place.slice(0, end), place.slice(end + 1)];
  try {
    const relative = translateFormulaToR1C1(formula, cell);
    // Only if nothing is lost on the way: quotes that need not be there, references in small letters.
    if (translateFormulaToA1(relative, cell) === formula) return RELATIVE + relative;
  } catch {
    return formula;
  }
  return formula;
});

/** A conversion is noted before it is written and once more when it has been read back. */
const stored = (formula: string, row: number, column: number): string =>
  storedAt(`${cellName(row, column)} ${formula}`);

function restored(text: string, row: number, column: number): string {
  return text.startsWith(RELATIVE) ? translateFormulaToA1(text.slice(1), cellName(row, column)) : text;
}
