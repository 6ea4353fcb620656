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

export function readCsv(bytes: Uint8Array): CsvTable {
  const { text, encoding } = decoded(bytes);
  const separator = separatorOf(text);
  const texts = linesOf(text, separator);
  const width = texts.reduce((most, line) => Math.max(most, line.length), 1);
  const columns = Array.from({ length: width }, (_, column) => columnKind(texts, column));
  const rows = texts.map((line) => columns.map((kind, column) => valueOf(line[column] ?? '', kind)));
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
function columnKind(lines: readonly (readonly string[])[], column: number): ColumnKind {
  if (lines.slice(0, LINES_LOOKED_AT).some((line) => CODE_HEADING.test(line[column]?.trim() ?? ''))) return 'code';
  let dates = 0;
  for (const line of lines) {
    const text = line[column]?.trim() ?? '';
    if (LOSES_DIGITS.test(text) && /^[+-]?\d+$/.test(text)) return 'code';
    if (DATE.test(text)) dates++;
  }
  return dates > 0 ? 'date' : 'other';
}

function valueOf(text: string, kind: ColumnKind): CellValue {
  const word = text.trim();
  if (kind === 'code' || word === '') return word === '' ? '' : text;
  if (kind === 'date' && DATE.test(word)) return parseDate(word) ?? text;
  return NUMBER.test(word) && !LOSES_DIGITS.test(word) ? Number(word.replace(/,/g, '')) : text;
}

function decoded(bytes: Uint8Array): Pick<CsvTable, 'encoding'> & { readonly text: string } {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf-16' };
  if (a === 0xfe && b === 0xff) return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'utf-16' };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    return { text: new TextDecoder('gb18030').decode(bytes), encoding: 'gb18030' };
  }
}

/** The one that the first lines hold most often in the same number. */
function separatorOf(text: string): Separator {
  const head = text.slice(0, 20_000);
  const scores = SEPARATORS.map((separator) => {
    const lines = linesOf(head, separator).slice(0, LINES_LOOKED_AT);
    const widths = lines.map(({ length }) => length).filter((length) => length > 1);
    const usual = Math.max(0, ...widths.map((width) => widths.filter((other) => other === width).length));
    return { separator, usual, fields: widths.reduce((sum, width) => sum + width, 0) };
  });
  return scores.sort((x, y) => y.usual - x.usual || y.fields - x.fields)[0]!.separator;
}

function linesOf(text: string, separator: Separator): string[][] {
  const lines: string[][] = [];
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
    lines.push(line);
    line = [];
  }
  if (line.length > 0) lines.push(line);
  while (lines.length > 0 && lines[lines.length - 1]!.every((field) => field.trim() === '')) lines.pop();
  return lines;
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
export function csvOf(rows: readonly (readonly CellValue[])[]): string {
  const field = (value: CellValue): string => {
    if (typeof value !== 'string') return String(value).replace(/^(true|false)$/, (word) => word.toUpperCase());
    const text = guarded(value);
    return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
  };
  return `\ufeff${rows.map((line) => line.map(field).join(',')).join('\r\n')}\r\n`;
}
