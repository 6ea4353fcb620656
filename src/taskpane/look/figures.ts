import { parseDate } from '../../cells/date';
import { parseNumeral } from '../../cells/number';
import { columnName } from '../../workbook/a1';
import type { Area, CellValue, Cells, Workbook } from '../../workbook/workbook';

/** What can be plotted: columns of numbers over days, or over their positions. */
export interface Figures {
  /** Serials of the days; undefined where no column of days stands beside the numbers. */
  readonly days: readonly number[] | undefined;
  readonly columns: readonly {
    readonly name: string | undefined;
    /** The letters of its column. */
    readonly letters: string;
    readonly values: readonly (number | null)[];
  }[];
}

const FIRST_DAY = 32_874;
const LAST_DAY = 73_415;
const DATE_FORMAT = /[yd年日]/i;

/** The figures around a selection: the selected columns, or the column of a single cell as far as its data goes. */
export async function figuresAt(workbook: Workbook, selection: Area): Promise<Figures | undefined> {
  const used = await workbook.used(selection.sheet);
  if (!used) return undefined;
  const block = {
    ...used,
    columns: Math.min(selection.column + selection.columns, used.column + used.columns) - used.column,
  };
  if (block.columns < 1) return undefined;
  const cells = await workbook.read(block);
  const first = Math.max(0, selection.column - used.column);
  const range =
    selection.rows > 1
      ? {
          top: Math.max(0, selection.row - used.row),
          bottom: Math.min(used.rows, selection.row + selection.rows - used.row),
        }
      : runAround(cells, selection.row - used.row, first);
  return range && figuresIn(cells, range, first, used.column);
}

interface Run {
  readonly top: number;
  readonly bottom: number;
}

function runAround({ values }: Cells, row: number, column: number): Run | undefined {
  const isFigure = (r: number) => numberOf(values[r]?.[column]) !== null;
  if (!isFigure(row)) return undefined;
  let [top, bottom] = [row, row + 1];
  while (isFigure(top - 1)) top--;
  while (isFigure(bottom)) bottom++;
  return { top, bottom };
}

function figuresIn(cells: Cells, { top, bottom }: Run, first: number, left: number): Figures | undefined {
  const { values } = cells;
  const rows = Array.from({ length: bottom - top }, (_, i) => top + i);
  const width = values[0]!.length;
  const isNumeric = (column: number) => rows.filter((row) => numberOf(values[row]?.[column]) !== null).length >= 2;
  const days = range(0, width).filter((column) => isDays(cells, rows, column));
  const columns = range(first, width).filter((column) => isNumeric(column) && !days.includes(column));
  if (columns.length === 0) return undefined;
  const dayColumn = [...days].reverse().find((column) => column < columns[0]!);
  const data = rows.filter((row) => columns.some((column) => numberOf(values[row]?.[column]) !== null));
  return {
    days: dayColumn === undefined ? undefined : data.map((row) => dayOf(values[row]![dayColumn]!) ?? NaN),
    columns: columns.map((column) => ({
      name: headerOf(values, data[0]!, column),
      letters: columnName(left + column),
      values: data.map((row) => numberOf(values[row]![column])),
    })),
  };
}

/** The text nearest above the numbers. */
function headerOf(values: Cells['values'], row: number, column: number): string | undefined {
  for (let r = row - 1; r >= 0; r--) {
    const text = values[r]![column];
    if (typeof text === 'string' && text.trim() !== '' && numberOf(text) === null) return text.replace(/\s+/g, ' ');
  }
  return undefined;
}

function isDays({ values, formats }: Cells, rows: readonly number[], column: number): boolean {
  const held = rows.filter((row) => values[row]![column] !== '');
  const days = held.filter(
    (row) =>
      dayOf(values[row]![column]!) !== undefined &&
      (typeof values[row]![column] === 'string' || DATE_FORMAT.test(formats[row]![column]!)),
  );
  return days.length >= 2 && days.length >= held.length - 1;
}

function dayOf(value: CellValue): number | undefined {
  if (typeof value === 'number') return value >= FIRST_DAY && value <= LAST_DAY ? value : undefined;
  return typeof value === 'string' ? parseDate(value) : undefined;
}

function numberOf(value: CellValue | undefined): number | null {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && value !== '' ? (parseNumeral(value)?.toNumber() ?? null) : null;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
}
