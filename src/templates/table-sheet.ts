import type { Language, Text } from '../language';
import type { Format } from '../workbook/workbook';
import { FILLS, HEADER, MUTED, TITLE } from './styles';
import type { Block, Content, TemplateChart, TemplateSheet } from './template';

/** Row numbers as formulas write them. */
export interface Rows {
  readonly own: number;
  readonly prior: number;
  readonly first: number;
  readonly last: number;
}

export interface Column<R> {
  readonly header: Text;
  readonly width: number;
  readonly format?: Format;
  readonly kind?: keyof typeof FILLS;
  readonly cell: (row: R, rows: Rows) => Content;
}

export interface TableSheet<R> {
  readonly name: Text;
  readonly title: Text;
  readonly note: Text;
  readonly columns: readonly Column<R>[];
  readonly rows: readonly R[];
  /** Lines of cells under the table, one line left between. */
  readonly below?: (rows: Rows) => readonly (readonly Content[])[];
  readonly belowFormats?: readonly { readonly at: Block; readonly format: Format }[];
  readonly chart?: Omit<TemplateChart, 'title'> & { readonly title: Text };
}

/** Above the figures stand the title, where they come from, and the headers. */
export const HEADER_ROW = 2;
export const FIRST_ROW = HEADER_ROW + 1;

/** A sheet with one table of figures under a title. */
export function tableSheet<R>(table: TableSheet<R>, language: Language): TemplateSheet {
  const { columns, rows, chart } = table;
  const numbers = (index: number): Rows => ({
    own: FIRST_ROW + index + 1,
    prior: FIRST_ROW + index,
    first: FIRST_ROW + 1,
    last: FIRST_ROW + rows.length,
  });
  const below = table.below?.(numbers(rows.length)) ?? [];
  const height = HEADER_ROW + 1 + rows.length + (below.length > 0 ? 1 + below.length : 0);
  const cells = [
    [table.title[language]],
    [table.note[language]],
    columns.map(({ header }) => header[language] || null),
    ...rows.map((row, index) => columns.map(({ cell }) => cell(row, numbers(index)))),
    ...(below.length > 0 ? [[], ...below] : []),
  ];
  const column = (index: number, row: number, count: number): Block => ({
    row,
    column: index,
    rows: count,
    columns: 1,
  });
  return {
    name: table.name[language],
    widths: columns.map(({ width }) => width),
    cells: rectangle(cells, height),
    formats: [
      { at: { row: 0, column: 0, rows: 1, columns: 1 }, format: TITLE },
      { at: { row: 1, column: 0, rows: 1, columns: 1 }, format: MUTED },
      ...columns.flatMap(({ format, kind = 'published' }, index) => [
        { at: column(index, HEADER_ROW, 1), format: { ...HEADER, fill: FILLS[kind] } },
        ...(format && rows.length > 0 ? [{ at: column(index, FIRST_ROW, rows.length), format }] : []),
      ]),
      ...(table.belowFormats ?? []),
    ],
    charts: chart ? [{ ...chart, title: chart.title[language] }] : [],
    frozenRows: HEADER_ROW + 1,
  };
}

/** The first day has no day before it. */
export function afterFirst<R>(cell: Column<R>['cell']): Column<R>['cell'] {
  return (row, rows) => (rows.own === rows.first ? null : cell(row, rows));
}

/** The same rows, filled up to one length. */
export function rectangle(rows: readonly (readonly Content[])[], height = rows.length): Content[][] {
  const width = Math.max(...rows.map((row) => row.length));
  return Array.from({ length: height }, (_, i) => Array.from({ length: width }, (__, j) => rows[i]?.[j] ?? null));
}
