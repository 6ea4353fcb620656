import { sameWord } from '../wire/resource';
import { type Area, cellArea, intersection } from './area';
import type { Place, StructuredReference } from './evaluation';
import type { Sheet } from './sheet';

export interface Table {
  readonly id: string;
  name: string;
  readonly sheet: Sheet;
  area: Area;
  hasHeaders: boolean;
  hasTotals: boolean;
  style: string;
}

export const headerOf = (table: Table): Area => ({ ...table.area, bottom: table.area.top });

export const bodyOf = ({ area, hasHeaders, hasTotals }: Table): Area => ({
  ...area,
  top: area.top + (hasHeaders ? 1 : 0),
  bottom: area.bottom - (hasTotals ? 1 : 0),
});

/** The cells a structured reference means, written in the cell `from`; undefined if there are none. */
export function structuredArea(
  tables: readonly Table[],
  reference: StructuredReference,
  from: Place,
): { readonly sheet: Sheet; readonly area: Area } | undefined {
  const table = tables.find(({ name, sheet, area }) =>
    reference.table
      ? sameWord(name, reference.table)
      : sheet === from.sheet && intersection(area, cellArea(from.row, from.column)),
  );
  const rows = table && rowsOf(table, reference.sections, from.row);
  if (!rows) return undefined;
  const headers = table.sheet.values(headerOf(table))[0]!.map(String);
  const positions = reference.columns.map((column) => headers.findIndex((header) => sameWord(header, column)));
  if (positions.includes(-1)) return undefined;
  const left = table.area.left + (positions[0] ?? 0);
  const right = positions.length === 0 ? table.area.right : table.area.left + positions[positions.length - 1]!;
  return { sheet: table.sheet, area: { ...rows, left, right } };
}

const SECTIONS: Readonly<Record<string, (table: Table, row: number) => Area | undefined>> = {
  data: bodyOf,
  all: ({ area }) => area,
  headers: headerOf,
  totals: ({ area }) => ({ ...area, top: area.bottom }),
  'this row': (table, row) => {
    const body = bodyOf(table);
    return row >= body.top && row <= body.bottom ? { ...body, top: row, bottom: row } : undefined;
  },
};

function rowsOf(table: Table, sections: readonly string[], row: number): Area | undefined {
  return sections.length > 1 ? undefined : SECTIONS[(sections[0] ?? 'data').toLowerCase()]?.(table, row);
}
