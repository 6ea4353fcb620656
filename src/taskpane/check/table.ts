import { errorCode } from '../../binding/errors';
import { Fault } from '../../cells/fault';
import { call } from '../../formula/meaning/evaluate';
import { rawOf } from '../../formula/meaning/cells';
import { definitionOf } from '../../functions/by-id';
import type { Language } from '../../language';
import { COLUMNS, isFigure, type Column } from '../../tables/columns';
import { readSheet } from '../../tables/sheet';
import type { CellValue } from '../../workbook/workbook';

/** What is made of one header. */
export interface Header {
  readonly text: string;
  /** Undefined where it is not understood. */
  readonly column: Column | undefined;
  /** The power of ten of its unit and where that comes from, for figures. */
  readonly unit: { readonly power: number; readonly from: 'header' | 'caption' | 'usual' } | undefined;
}

export interface Checked {
  readonly headers: readonly Header[];
  /** Of the rows of results. */
  readonly titles: readonly string[];
  /** How many rows stand above the first that is checked. */
  readonly above: number;
  /** The worst first, each with the row that it is about, counted from the first that is checked. */
  readonly rows: readonly {
    readonly cells: readonly (string | number)[];
    readonly row: number;
    readonly isBreak: boolean;
  }[];
  readonly breaks: number;
  /** The largest difference among the breaks. */
  readonly largest: number;
}

type Cells = readonly (readonly CellValue[])[];

const VERDICTS: Readonly<Record<Language, readonly string[]>> = {
  zh: ['重复', '差异', '缺失', '无前日', '一致'],
  en: ['duplicate', 'break', 'missing', 'no prior', 'ok'],
};
const BREAK = 1;

/** A table with its headers understood and its rows checked; a fault where it is none that we know. */
export function checkTable(values: Cells, language: Language): Checked | Fault {
  const table = values.map((row) => row.map(rawOf));
  const sheet = readSheet(table);
  if (sheet instanceof Fault) return sheet;
  const headers = sheet.headings.map(({ text, unit }, i): Header => {
    const column = sheet.columns[i] ?? undefined;
    const measures = column && COLUMNS[column].measures;
    const stated = column && isFigure(column) ? (sheet.caption.power(column) ?? undefined) : undefined;
    return {
      text,
      column,
      unit: measures && {
        power: unit?.power ?? stated ?? 0,
        from: unit ? 'header' : stated === undefined ? 'usual' : 'caption',
      },
    };
  });
  const result = call(definitionOf('RECONCILE')!, [table, undefined, [[language]]]);
  const [titles = []] = result;
  const alone = result.length === 1 && titles.length === 1 ? titles[0] : undefined;
  if (alone instanceof Fault) return alone;
  const verdictOf = (cells: readonly (string | number | Fault)[]) =>
    VERDICTS[language].findIndex((verdict) => String(cells[cells.length - 1]).startsWith(verdict));
  const rows = result
    .slice(1)
    .map((cells, row) => ({ cells, row, verdict: verdictOf(cells) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
    .sort((a, b) => a.verdict - b.verdict || a.row - b.row);
  const broken = rows.filter(({ verdict }) => verdict === BREAK);
  return {
    headers,
    titles: titles.map(String),
    rows: rows.map(({ cells, row, verdict }) => ({
      cells: cells.map((cell) => (cell instanceof Fault ? errorCode(cell) : cell)),
      row,
      isBreak: verdict === BREAK,
    })),
    above: values.length - (result.length - 1),
    breaks: broken.length,
    largest: broken.reduce((most, { cells }) => Math.max(most, largestOf(cells.slice(2, -1))), 0),
  };
}

function largestOf(cells: readonly unknown[]): number {
  return cells.reduce<number>((most, cell) => (typeof cell === 'number' ? Math.max(most, Math.abs(cell)) : most), 0);
}
