// Small vocabulary in which the sample sheets are written.
import type { Language, Text } from '../../language';
import { BooleanNumber, CellValueType, HorizontalAlign, VerticalAlign, WrapStrategy } from '@univerjs/core';
import type { ICellData, IStyleData, IWorksheetData } from '@univerjs/core';

/** A published figure, a code or a name as text, a formula (it starts with `=`), or nothing. */
export type Content = number | string | null;

export interface ColumnOfSample {
  header: Text;
  width: number;
  format?: string;
  /** Published when left out; a free column is the reader's. */
  kind?: 'published' | 'computed' | 'free';
}

export interface Sample {
  id: string;
  name: Text;
  title: Text;
  source: Text;
  /** What to type first. */
  welcome: Text;
  columns: ColumnOfSample[];
  rows: Content[][];
  /** Lines under the table; a formula shows its text. */
  notes: Text[];
  /** How many columns stay in view when the sheet scrolls sideways. */
  frozenColumns: number;
}

export const AMOUNT = '#,##0';
export const DATE = 'yyyy-mm-dd';
export const TEXT = '@';
/** A difference: 0 is quiet, anything else is red and signed. */
export const DIFFERENCE = '[Red]+#,##0;[Red]-#,##0;0';

/** The first row of figures, as the sheet numbers it. */
export const FIRST_ROW = 5;

/** How the engine writes that no column is frozen. */
const NOT_FROZEN = -1;

const MUTED = { cl: { rgb: '#5f6b7a' } };
const STYLES = {
  title: { bl: BooleanNumber.TRUE, fs: 14, vt: VerticalAlign.MIDDLE },
  source: { ...MUTED, fs: 9, vt: VerticalAlign.MIDDLE },
  welcome: { cl: { rgb: '#0b5cad' }, fs: 11, vt: VerticalAlign.MIDDLE },
  figure: { vt: VerticalAlign.MIDDLE, pd: { r: 6 } },
  note: { ...MUTED, fs: 10 },
  header: {
    bl: BooleanNumber.TRUE,
    fs: 10,
    ht: HorizontalAlign.CENTER,
    vt: VerticalAlign.MIDDLE,
    tb: WrapStrategy.WRAP,
  },
} satisfies Record<string, IStyleData>;

const HEADER_COLOURS = { published: '#e3ecf6', computed: '#dcefe1', free: '#fdf1cf' };

/** The sheet as the engine wants it, in one language. */
export function sheetOf(sample: Sample, language: Language): Partial<IWorksheetData> {
  // Beside the frozen columns: their line would go through the words.
  const beside = (cell: ICellData): ICellData[] => [...Array.from({ length: sample.frozenColumns }, () => ({})), cell];
  const rows: ICellData[][] = [
    beside({ v: sample.title[language], s: STYLES.title }),
    beside({ v: sample.source[language], s: STYLES.source }),
    beside({ v: sample.welcome[language], s: STYLES.welcome }),
    sample.columns.map(({ header, kind = 'published' }) => ({
      v: header[language],
      s: { ...STYLES.header, bg: { rgb: HEADER_COLOURS[kind] } },
    })),
    ...sample.rows.map((row) => row.map((content, index) => cellOf(content, sample.columns[index]!))),
    [],
    ...sample.notes.map((note) => beside({ ...valueOf(note[language]), s: STYLES.note })),
  ];
  return {
    id: sample.id,
    name: sample.name[language],
    rowCount: 1000,
    columnCount: 26,
    defaultColumnWidth: 96,
    defaultRowHeight: 24,
    freeze: { startRow: 4, ySplit: 4, startColumn: sample.frozenColumns || NOT_FROZEN, xSplit: sample.frozenColumns },
    rowData: { 0: { h: 34 }, 1: { h: 22 }, 2: { h: 28 }, 3: { h: 46 } },
    columnData: Object.fromEntries(sample.columns.map(({ width }, index) => [index, { w: width }])),
    cellData: Object.fromEntries(rows.map((row, index) => [index, Object.fromEntries(Object.entries(row))])),
  };
}

function cellOf(content: Content, { format }: ColumnOfSample): ICellData {
  return { ...valueOf(content), ...(format && { s: { ...STYLES.figure, n: { pattern: format } } }) };
}

function valueOf(content: Content): ICellData {
  if (content === null) return {};
  if (typeof content === 'number') return { v: content, t: CellValueType.NUMBER };
  return content.startsWith('=') ? { f: content } : { v: content, t: CellValueType.STRING };
}
