import { toCell, type Cell } from '../cells/cell';
import { Fault } from '../cells/fault';
import { blocksOf, type Block } from './blocks';
import { readCode } from './code';
import { FigureColumn, type Rows } from './column';
import { FIGURES, figures, isFigure, type Column, type Figure } from './columns';
import { keysByContent } from './content';
import { exchangeBySource } from './conventions';
import { daysAround, readDay, type Note } from './day';
import { evidenceIn } from './evidence';
import type { Heading } from './heading';
import { Keys } from './keys';
import { layoutOf } from './layout';
import { meanings } from './meaning';
import { fillMergedKeys } from './merged';
import { kindOfRow } from './notes';
import { captionOf, type Caption, textsOf } from './said';
import { subjectsAround } from './sections';
import { shiftedRows } from './shifted';

/**
 * A table whose headers are understood, read column by column. A line is what one market or security has in a row:
 * mostly the row, and several of them where the table has a block of columns for each.
 */
export interface Sheet {
  readonly headings: readonly Heading[];
  readonly columns: readonly (Column | null)[];
  /** What is said of units beside its headers. */
  readonly caption: Caption;
  /** The header words, as they are looked up. */
  readonly words: ReadonlySet<string>;
  readonly blocks: readonly Block[];
  readonly height: number;
  readonly keys: Keys;
  /** The texts of the rows that are notes. */
  readonly notes: readonly string[];
  /** Whether a line is data, and no blank row, note or header again. */
  isData(line: number): boolean;
  /** The line above in which the merged name and code of this line stand; the line itself mostly. */
  head(line: number): number;
  /** Where a column stands, in the first block that has it; -1 where none has. */
  at(column: Column): number;
  /** Where a figure stands in a block; -1 where it has none. */
  place(figure: Figure, block: number): number;
  has(figure: Figure): boolean;
  figure(figure: Figure): FigureColumn;
  cell(line: number, at: number): Cell;
}

export function readSheet(table: Rows): Sheet | Fault {
  const layout = layoutOf(table);
  if (layout instanceof Fault) return layout;
  const { headings } = layout;
  const blocks = blocksOf(headings);
  const { adds, same } = evidenceIn(layout.body);
  const perBlock: (Column | null)[][] = [];
  for (const { headers } of blocks) {
    const meant = meanings(
      headers.map((at) => headings[at]!),
      (a, b, total) => adds(headers[a]!, headers[b]!, headers[total]!),
      (a, b) => same(headers[a]!, headers[b]!),
    );
    if (meant instanceof Fault) return meant;
    perBlock.push(headings.map((_, at) => meant[headers.indexOf(at)] ?? null));
  }
  const merged = headings.map(
    (_, at) => perBlock.map((columns) => columns[at]!).find((column) => column !== null) ?? null,
  );
  const columns = keysByContent(headings, merged, layout.body);
  const at = (column: Column) => columns.indexOf(column);
  const words = new Set(headings.map(({ word }) => word));
  const places = {
    exchange: at('exchange'),
    code: at('code'),
    date: at('date'),
    dateHeader: headings[at('date')]?.text ?? '',
    fallback: exchangeBySource(words) ?? '',
  };
  const { body } = layout;
  const keys = new Keys(body, blocks, places);
  const height = body.length * blocks.length;
  const rowOf = blocks.length === 1 ? (line: number) => line : (line: number) => Math.floor(line / blocks.length);

  const read = new Map<Figure, FigureColumn>();
  for (const figure of figures) {
    const last = Math.max(...perBlock.map((columns) => columns.indexOf(figure)));
    if (last >= 0) read.set(figure, new FigureColumn(height, headings[last]!.text, FIGURES[figure].measures));
  }
  perBlock.forEach((columns, block) => readFigures(body, columns, block, perBlock.length, read));

  const state = rowsWithoutData(body, headings, columns, blocks, [...read.values()]);
  if (state instanceof Fault) return state;
  const { noData, noteRows } = state;
  const notes = noteRows.flatMap(({ texts }) => texts);
  const isData = (line: number) => noData[line] === 0;
  if (blocks.length === 1) {
    for (const [row, cells] of shiftedRows(body, headings, columns, keys, read, isData)) {
      if (cells instanceof Fault) read.forEach((column) => column.isNumber(row) && column.spoil(row, cells));
      else {
        body[row] = cells;
        keys.read(row);
        read.forEach((column, figure) => column.read(row, cells[columns.indexOf(figure)]));
      }
    }
  }
  const titles = layout.above.map(textsOf);
  const [first, last] = span(isData, height);
  if (places.date < 0) {
    const dayOf = daysAround(titles.flat(), noteRows, [rowOf(first), rowOf(last)]);
    for (let line = first; line <= last; line++) {
      const day = isData(line) ? dayOf(rowOf(line)) : null;
      if (day !== null) keys.setDay(line, day);
    }
  }
  if (places.code < 0 && places.exchange < 0 && blocks.length === 1) {
    const subject = subjectsAround(titles, noteRows, [first, last]);
    for (let line = 0; subject !== null && line < height; line++)
      if (isData(line)) keys.setSubject(line, subject(line));
  }
  const heads = blocks.length === 1 ? fillMergedKeys(body, keys, isData, columns) : null;

  return {
    headings,
    columns,
    caption: captionOf(
      titles,
      noteRows.map(({ texts }) => texts.join(' ')),
    ),
    words,
    blocks,
    height,
    keys,
    notes,
    isData,
    head: (line) => heads?.[line] ?? line,
    at,
    place: (figure, block) => perBlock[block]!.indexOf(figure),
    has: (figure) => read.has(figure),
    figure: (figure) => read.get(figure)!,
    cell: (line, place) => toCell(body[rowOf(line)]![place]),
  };
}

/** The first and the last line that hold data. */
function span(isData: (line: number) => boolean, height: number): readonly [first: number, last: number] {
  let first = 0;
  while (first < height && !isData(first)) first++;
  let last = height - 1;
  while (last > first && !isData(last)) last--;
  return [first, last];
}

/** Reads the figures of a block, row by row: rows lie apart in memory, and each is looked up once. */
function readFigures(
  body: Rows,
  columns: readonly (Column | null)[],
  block: number,
  blocks: number,
  read: ReadonlyMap<Figure, FigureColumn>,
): void {
  const own = [...read].filter(([figure]) => columns.includes(figure));
  const places = own.map(([figure]) => columns.indexOf(figure));
  for (let row = 0, line = block; row < body.length; row++, line += blocks) {
    const cells = body[row]!;
    for (let i = 0; i < own.length; i++) own[i]![1].read(line, cells[places[i]!]);
  }
}

interface RowStates {
  /** 1 for the lines that hold no data. */
  readonly noData: Uint8Array;
  readonly noteRows: readonly Note[];
}

/** Looks at the rows in which no figure could be read: they are blank, notes, headers again, or keys without figures. */
function rowsWithoutData(
  body: Rows,
  headings: readonly Heading[],
  columns: readonly (Column | null)[],
  blocks: readonly Block[],
  read: readonly FigureColumn[],
): RowStates | Fault {
  const count = blocks.length;
  const noData = new Uint8Array(body.length * count);
  const noteRows: Note[] = [];
  const hasKeys = columns.some((column) => column === 'code' || column === 'date');
  const isKey = (cell: Cell, at: number) =>
    columns[at] === 'code'
      ? /^\d{6}$/.test(readCode(cell).code)
      : columns[at] === 'date'
        ? typeof readDay(cell) === 'number'
        : columns[at] === null && !isFigure(columns[at] ?? 'name');
  for (let row = 0; row < body.length; row++) {
    let found = false;
    for (let line = row * count; line < (row + 1) * count; line++) {
      let some = false;
      for (let i = 0; i < read.length && !some; i++) some = read[i]!.isNumber(line);
      found ||= some;
      // A market that has nothing in this row has no line.
      if (!some && count > 1) noData[line] = 1;
    }
    if (found) continue;
    const kind = kindOfRow(body[row]!, headings, isKey, hasKeys);
    if (kind.kind === 'header') return new Fault('second_header', { at: row + 1, text: textsOf(body[row]!) });
    if (kind.kind === 'note') noteRows.push({ row, texts: kind.texts });
    if (kind.kind !== 'data') noData.fill(1, row * count, (row + 1) * count);
    else noData[row * count] = 0;
  }
  return { noData, noteRows };
}
