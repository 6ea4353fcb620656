import { parseStructRef } from '@borgar/fx';
import { columnsOf, parseReference, rowsOf } from '../references';
import { contains } from '../../workbook/area';
import type { Area, DefinedName, Sheet, Spill, TableArea, Workbook } from '../../workbook/workbook';

/** What a formula may refer to. */
export interface Book {
  readonly sheets: readonly Sheet[];
  readonly names: readonly DefinedName[];
  readonly tables: readonly (TableArea & { readonly headers: readonly string[] })[];
  /** As far as they are known. */
  spillsOn(sheet: string): readonly Spill[];
}

export async function bookOf(workbook: Workbook, sheet: string): Promise<Book> {
  const [sheets, names, areas, spills] = [
    await workbook.sheets(),
    await workbook.names(),
    await workbook.tables(),
    await workbook.spills(sheet),
  ];
  const tables = await Promise.all(
    areas.map(async (table) => ({
      ...table,
      headers: (await workbook.read({ ...table.area, rows: 1 })).values[0]!.map(String),
    })),
  );
  return { sheets, names, tables, spillsOn: (other) => (other === sheet ? spills : []) };
}

/** The cells that a reference means on a sheet, the formula behind a name, or undefined where it means nothing here. */
export function resolve(reference: string, book: Book, at: Area): { area: Area } | { formula: string } | undefined {
  return rangeOf(reference, book, at) ?? structured(reference, book, at) ?? named(reference, book, at);
}

function rangeOf(reference: string, book: Book, at: Area): { area: Area } | undefined {
  const parsed = parseReference(reference);
  if (!parsed) return undefined;
  const sheet =
    parsed.sheet === undefined
      ? at.sheet
      : book.sheets.find(({ name }) => name.toLowerCase() === parsed.sheet!.toLowerCase())?.id;
  return sheet === undefined
    ? undefined
    : { area: { sheet, row: parsed.top, column: parsed.left, rows: rowsOf(parsed), columns: columnsOf(parsed) } };
}

function structured(reference: string, { tables }: Book, at: Area): { area: Area } | undefined {
  const parsed = parseStructRef(reference);
  if (!parsed) return undefined;
  const table = tables.find(({ name, area }) =>
    parsed.table ? name.toLowerCase() === parsed.table.toLowerCase() : contains(area, at),
  );
  if (!table) return undefined;
  const places = (parsed.columns ?? []).map((wanted) =>
    table.headers.findIndex((header) => header.toLowerCase() === wanted.toLowerCase()),
  );
  if (places.includes(-1)) return undefined;
  const [first, last] = [places[0] ?? 0, places[places.length - 1] ?? table.area.columns - 1];
  const column = { ...table.area, column: table.area.column + first, columns: last - first + 1 };
  const sections = (parsed.sections ?? []).map((section) => section.toLowerCase());
  if (sections.includes('this row')) return { area: { ...column, row: at.row, rows: 1 } };
  if (sections.includes('headers')) return { area: { ...column, rows: 1 } };
  return { area: sections.includes('all') ? column : { ...column, row: column.row + 1, rows: column.rows - 1 } };
}

function named(reference: string, { names }: Book, at: Area): { formula: string } | undefined {
  const fitting = names.filter(
    ({ name, sheet }) => name.toLowerCase() === reference.toLowerCase() && (sheet === undefined || sheet === at.sheet),
  );
  const found = fitting.find(({ sheet }) => sheet !== undefined) ?? fitting[0];
  return found && { formula: found.formula };
}
