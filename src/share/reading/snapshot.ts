import type { Area, Cells, CellValue, DefinedName, Sheet, Spill, TableArea, Workbook } from '../../workbook/workbook';
import type { Book } from '../../formula/meaning/book';
import { isFormula } from '../../formula/text';
import type { Surroundings } from '../../formula/expression';
import { parseReference, type Reference } from '../../formula/references';
import { holdsTextFigure } from './text-figures';

/** A sheet as it was read, all at once. */
export interface SheetSnapshot {
  readonly sheet: Sheet;
  readonly area: Area | undefined;
  readonly cells: Cells;
  readonly spills: readonly Spill[];
  readonly merged: readonly Area[];
  /** Whether a filter hides rows of it: nothing is written there. */
  readonly filtered: boolean;
}

export interface Snapshot {
  readonly sheets: readonly SheetSnapshot[];
  readonly names: readonly DefinedName[];
  readonly tables: readonly TableArea[];
}

const NOTHING: Cells = { formulas: [], values: [], formats: [] };

export async function snapshotOf(workbook: Workbook): Promise<Snapshot> {
  const sheets: SheetSnapshot[] = [];
  for (const sheet of await workbook.sheets()) sheets.push(await sheetSnapshotOf(workbook, sheet));
  return { sheets, names: await workbook.names(), tables: await workbook.tables() };
}

export async function sheetSnapshotOf(workbook: Workbook, sheet: Sheet): Promise<SheetSnapshot> {
  const area = await workbook.used(sheet.id);
  return {
    sheet,
    area,
    cells: area ? await workbook.read(area) : NOTHING,
    spills: await workbook.spills(sheet.id),
    merged: await workbook.merged(sheet.id),
    filtered: await workbook.filtered(sheet.id),
  };
}

const at = <T>(rows: readonly (readonly T[])[], area: Area | undefined, row: number, column: number): T | undefined =>
  area === undefined ? undefined : rows[row - area.row]?.[column - area.column];

/** What stands in a cell: a formula's text or a constant. */
export function contentAt({ cells, area }: SheetSnapshot, row: number, column: number): CellValue {
  return at(cells.formulas, area, row, column) ?? '';
}

export function valueAt({ cells, area }: SheetSnapshot, row: number, column: number): CellValue {
  return at(cells.values, area, row, column) ?? '';
}

export interface FormulaCell {
  readonly row: number;
  readonly column: number;
  readonly formula: string;
}

/** The cells with formulas, row by row; those that only show part of a spill are none. */
export function formulasOf(snapshot: SheetSnapshot): readonly FormulaCell[] {
  const { area, cells } = snapshot;
  if (!area) return [];
  const shown = shownBySpills(snapshot);
  const found: FormulaCell[] = [];
  cells.formulas.forEach((line, i) =>
    line.forEach((content, j) => {
      const [row, column] = [area.row + i, area.column + j];
      if (isFormula(content) && !(shown.size > 0 && shown.has(key(row, column))))
        found.push({ row, column, formula: content });
    }),
  );
  return found;
}

/** The spill that begins in a cell. */
export const spillAt = ({ spills }: SheetSnapshot, row: number, column: number): Spill | undefined =>
  spills.find((spill) => spill.row === row && spill.column === column);

export const key = (row: number, column: number): string => `${row},${column}`;

/** The cells, by `key`, that only show what a formula elsewhere spills. */
export function shownBySpills({ spills }: SheetSnapshot): ReadonlySet<string> {
  const shown = new Set<string>();
  for (const spill of spills) {
    for (let i = 0; i < spill.rows; i++)
      for (let j = 0; j < spill.columns; j++) if (i > 0 || j > 0) shown.add(key(spill.row + i, spill.column + j));
  }
  return shown;
}

/** The sheet that a reference names, seen from another. */
export function sheetOf(snapshot: Snapshot, own: SheetSnapshot, name: string | undefined): SheetSnapshot | undefined {
  return name === undefined
    ? own
    : snapshot.sheets.find(({ sheet }) => sheet.name.toLowerCase() === name.toLowerCase());
}

/** The part of a reference in which anything stands. */
export function clipped(reference: Reference, { area }: SheetSnapshot): Reference | undefined {
  if (!area) return undefined;
  const part = {
    ...reference,
    top: Math.max(reference.top, area.row),
    left: Math.max(reference.left, area.column),
    bottom: Math.min(reference.bottom, area.row + area.rows - 1),
    right: Math.min(reference.right, area.column + area.columns - 1),
  };
  return part.top <= part.bottom && part.left <= part.right ? part : undefined;
}

export function surroundingsOf(snapshot: Snapshot, own: SheetSnapshot): Surroundings {
  const names = namesFor(snapshot, own);
  return {
    named(name) {
      const text = names.get(name.toLowerCase());
      return text !== undefined && parseReference(text) ? text : undefined;
    },
    spillNames: new Map(
      [...names].filter(([, text]) => text.endsWith('#')).map(([name, text]) => [name, text.slice(0, -1)]),
    ),
    valueAt({ sheet, top, left }) {
      const there = sheetOf(snapshot, own, sheet);
      return there ? valueAt(there, top, left) : '';
    },
    holdsTextFigure(reference) {
      const there = sheetOf(snapshot, own, reference.sheet);
      return there !== undefined && holdsTextFigure(there, reference);
    },
    spillOf({ sheet, top, left }) {
      const there = sheetOf(snapshot, own, sheet);
      const spill = there && spillAt(there, top, left);
      if (spill) return { rows: spill.rows, columns: spill.columns };
      return there && isFormula(contentAt(there, top, left)) ? { rows: 1, columns: 1 } : undefined;
    },
  };
}

/** What the names mean on a sheet; its own go before those of the workbook. */
function namesFor({ names }: Snapshot, { sheet }: SheetSnapshot): ReadonlyMap<string, string> {
  const entry = ({ name, formula }: DefinedName) => [name.toLowerCase(), formula.replace(/^=/, '')] as const;
  return new Map(
    [...names.filter((name) => name.sheet === undefined), ...names.filter((name) => name.sheet === sheet.id)].map(
      entry,
    ),
  );
}

/** The workbook as formulas see it. */
export function bookIn({ sheets, names, tables }: Snapshot): Book {
  const of = (id: string) => sheets.find(({ sheet }) => sheet.id === id);
  return {
    sheets: sheets.map(({ sheet }) => sheet),
    names,
    tables: tables.map((table) => {
      const { sheet, row, column, columns } = table.area;
      const there = of(sheet);
      const headers = Array.from({ length: columns }, (_, i) => (there ? String(valueAt(there, row, column + i)) : ''));
      return { ...table, headers };
    }),
    spillsOn: (id) => of(id)?.spills ?? [],
  };
}
