import { parseDate } from '../cells/date';
import type { CellValue } from '../workbook/workbook';

export type Separator = ',' | ';' | '\t';

/** A table of text as desks have it. */
export interface CsvTable {
  readonly rows: readonly (readonly CellValue[])[];
  readonly encoding: 'utf-8' | 'utf-16' | 'gb18030';
  readonly separator: Separator;
  /** Columns that hold codes, and those that hold dates. */
  readonly codes: readonly boolean[];
  readonly dates: readonly boolean[];
}

const SEPARATORS: readonly Separator[] = [',', '\t', ';'];
const NUMBER = /^[+-]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?(?:e[+-]?\d{1,3})?$/i;
/** What a number would lose: zeros in front, and digits beyond the fifteenth. */
const LOSES_DIGITS = /^[+-]?0\d|\d{16,}/;
const DATE = /^\d{4}[-/]\d{1,2}[-/]\d{1,2}$/;
const CODE_HEADING = /代码|^(?:code|symbol|ticker|sec_?code|ts_code|stkcd)$/i;
const LINES_LOOKED_AT = 20;

/** Gone through twice, so that a long table never stands in memory as texts and as values. */
export function readCsv(bytes: Uint8Array): CsvTable {
  const { text, encoding } = decoded(bytes);
  const separator = separatorOf(text);
  const columns = columnKinds(text, separator);
  const rows: CellValue[][] = [];
  let filled = 0;
  eachLine(text, separator, (line) => {
    rows.push(columns.map((kind, column) => valueOf(line[column] ?? '', kind)));
    if (line.some((field) => field.trim() !== '')) filled = rows.length;
  });
  rows.length = filled;
  return {
    rows,
    encoding,
    separator,
    codes: columns.map((kind) => kind === 'code'),
    dates: columns.map((kind) => kind === 'date'),
  };
}

type ColumnKind = 'code' | 'date' | 'other';

/** A column is one of codes by its heading, or where a number would lose something of what is written. */
function columnKinds(text: string, separator: Separator): readonly ColumnKind[] {
  const kinds: ColumnKind[] = ['other'];
  let number = 0;
  eachLine(text, separator, (line) => {
    const isHead = number++ < LINES_LOOKED_AT;
    line.forEach((field, column) => {
      const kind = (kinds[column] ??= 'other');
      if (kind === 'code') return;
      const word = field.trim();
      if ((isHead && CODE_HEADING.test(word)) || (LOSES_DIGITS.test(word) && /^[+-]?\d+$/.test(word)))
        kinds[column] = 'code';
      else if (kind === 'other' && DATE.test(word)) kinds[column] = 'date';
    });
  });
  return kinds;
}

function valueOf(text: string, kind: ColumnKind): CellValue {
  const word = text.trim();
  if (kind === 'code' || word === '') return word === '' ? '' : text;
  if (kind === 'date' && DATE.test(word)) return parseDate(word) ?? text;
  return NUMBER.test(word) && !LOSES_DIGITS.test(word) ? Number(word.replace(/,/g, '')) : text;
}

/** A text in whichever encoding it is; `cut` where only its beginning is at hand. */
export function decoded(bytes: Uint8Array, cut = false): Pick<CsvTable, 'encoding'> & { readonly text: string } {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf-16' };
  if (a === 0xfe && b === 0xff) return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'utf-16' };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: cut }), encoding: 'utf-8' };
  } catch {
    return { text: new TextDecoder('gb18030').decode(bytes), encoding: 'gb18030' };
  }
}

/** The one that the first lines hold most often in the same number. */
function separatorOf(text: string): Separator {
  const head = text.slice(0, 20_000);
  const scores = SEPARATORS.map((separator) => {
    const lengths: number[] = [];
    eachLine(head, separator, (line) => lengths.push(line.length));
    const widths = lengths.slice(0, LINES_LOOKED_AT).filter((length) => length > 1);
    const usual = Math.max(0, ...widths.map((width) => widths.filter((other) => other === width).length));
    return { separator, usual, fields: widths.reduce((sum, width) => sum + width, 0) };
  });
  return scores.sort((x, y) => y.usual - x.usual || y.fields - x.fields)[0]!.separator;
}

function eachLine(text: string, separator: Separator, visit: (fields: readonly string[]) => void): void {
  let line: string[] = [];
  let at = text.startsWith('\ufeff') ? 1 : 0;
  while (at < text.length) {
    const { field, end } = text[at] === '"' ? quoted(text, at, separator) : plain(text, at, separator);
    line.push(field);
    const mark = text[end];
    at = end + (mark === '\r' && text[end + 1] === '\n' ? 2 : 1);
    if (mark === separator) {
      if (at === text.length) line.push('');
      continue;
    }
    visit(line);
    line = [];
  }
  if (line.length > 0) visit(line);
}

function plain(text: string, start: number, separator: Separator) {
  let end = start;
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end++;
  return { field: text.slice(start, end), end };
}

/** Up to the closing quotation mark; what stands behind it before the separator belongs to the field. */
function quoted(text: string, start: number, separator: Separator) {
  let field = '';
  let at = start + 1;
  for (;;) {
    const close = text.indexOf('"', at);
    if (close < 0) return { field: field + text.slice(at), end: text.length };
    field += text.slice(at, close);
    if (text[close + 1] !== '"') {
      const rest = plain(text, close + 1, separator);
      return { field: field + rest.field, end: rest.end };
    }
    field += '"';
    at = close + 2;
  }
}

/** A text that a spreadsheet would take for a formula is written as a text. */
const guarded = (text: string): string => (/^[=+\-@\t\r]/.test(text) && !NUMBER.test(text) ? `'${text}` : text);

/** In UTF-8 with the mark by which Excel knows it. */
export const csvOf = (rows: readonly (readonly CellValue[])[]): string => `\ufeff${csvLines(rows)}`;

/** Lines alone, so that a long table can be written in pieces. */
export function csvLines(rows: readonly (readonly CellValue[])[]): string {
  const field = (value: CellValue): string => {
    if (typeof value !== 'string') return String(value).replace(/^(true|false)$/, (word) => word.toUpperCase());
    const text = guarded(value);
    return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
  };
  return rows.map((line) => `${line.map(field).join(',')}\r\n`).join('');
}
