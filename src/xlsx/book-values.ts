import { rawOf, type Raw, type Rows } from '../formula/meaning/cells';
import type { Node } from '../formula/meaning/parse';
import type { Area, CellValue } from '../workbook/workbook';
import { keyOf } from './places';
import type { FileSheet } from './sheet';

/** An area this large ends with the cells that its sheet uses; one as tall as a sheet would be a million blanks. */
const LARGE = 5_000;

interface Known {
  readonly rows: Rows;
  readonly stamp: number;
}

/** What formulas read, kept while nothing in the columns of an area changes. */
export class BookValues {
  private readonly known = new Map<string, Known>();
  private readonly versions = new Map<string, number>();

  constructor(private readonly sheetOf: (id: string) => FileSheet | undefined) {}

  /** Says that a cell has changed. */
  touch(sheet: string, column: number): void {
    const name = `${sheet} ${column}`;
    this.versions.set(name, (this.versions.get(name) ?? 0) + 1);
  }

  rows(area: Area): Rows | undefined {
    const sheet = this.sheetOf(area.sheet);
    if (!sheet) return undefined;
    if (area.rows === 1 && area.columns === 1) return [[rawOf(sheet.value(area.row, area.column))]];
    const clipped = this.clipped(area, sheet);
    const name = [area.sheet, clipped.row, clipped.column, clipped.rows, clipped.columns].join(' ');
    const stamp = this.stamp(clipped);
    const known = this.known.get(name);
    if (known?.stamp === stamp) return known.rows;
    const rows = read(sheet, clipped);
    this.known.set(name, { rows, stamp });
    return rows;
  }

  clipped(area: Area, sheet: FileSheet): Area {
    if (area.rows * area.columns <= LARGE) return area;
    const used = sheet.used();
    if (!used) return { ...area, rows: 1, columns: 1 };
    return {
      ...area,
      rows: Math.max(1, Math.min(area.rows, used.row + used.rows - area.row)),
      columns: Math.max(1, Math.min(area.columns, used.column + used.columns - area.column)),
    };
  }

  private stamp({ sheet, column, columns }: Area): number {
    let stamp = 0;
    for (let c = column; c < column + columns; c++) stamp += this.versions.get(`${sheet} ${c}`) ?? 0;
    return stamp;
  }
}

function read(sheet: FileSheet, area: Area): Rows {
  const rows = Array.from({ length: area.rows }, () => new Array<Raw>(area.columns).fill(null));
  sheet.eachIn(area, (row, column, _, value) => {
    rows[row - area.row]![column - area.column] = rawOf(value);
  });
  return rows;
}

/** Every area that a formula reads. */
export function areasIn(node: Node | undefined): Area[] {
  switch (node?.kind) {
    case 'area':
      return [node.area];
    case 'operation':
      return node.operands.flatMap(areasIn);
    case 'call':
      return node.args.flatMap(areasIn);
    case 'array':
      return node.rows.flat().flatMap(areasIn);
    default:
      return [];
  }
}

/** Cells of a workbook, each once. */
export class CellSet {
  private readonly columns = new Map<string, Map<number, number[]>>();
  private readonly keys = new Map<string, Set<number>>();
  private sorted = true;
  size = 0;

  add(sheet: string, row: number, column: number): boolean {
    let keys = this.keys.get(sheet);
    if (!keys) this.keys.set(sheet, (keys = new Set()));
    const key = keyOf(row, column);
    if (keys.has(key)) return false;
    keys.add(key);
    let columns = this.columns.get(sheet);
    if (!columns) this.columns.set(sheet, (columns = new Map()));
    const rows = columns.get(column);
    if (rows) rows.push(row);
    else columns.set(column, [row]);
    this.sorted = false;
    this.size++;
    return true;
  }

  has(sheet: string, row: number, column: number): boolean {
    return this.keys.get(sheet)?.has(keyOf(row, column)) ?? false;
  }

  /** The rows of the set within an area, column by column. */
  *within({ sheet, row, column, rows, columns }: Area): Generator<readonly [row: number, column: number]> {
    const lists = this.columns.get(sheet);
    if (!lists) return;
    this.sort();
    const wanted = columns <= lists.size ? Array.from({ length: columns }, (_, i) => column + i) : [...lists.keys()];
    for (const c of wanted) {
      const list = c >= column && c < column + columns ? lists.get(c) : undefined;
      if (!list) continue;
      for (let at = lowerBound(list, row); at < list.length && list[at]! < row + rows; at++) yield [list[at]!, c];
    }
  }

  *all(): Generator<readonly [sheet: string, row: number, column: number]> {
    for (const [sheet, lists] of this.columns)
      for (const [column, rows] of lists) for (const row of rows) yield [sheet, row, column];
  }

  private sort(): void {
    if (this.sorted) return;
    for (const lists of this.columns.values()) for (const rows of lists.values()) rows.sort((a, b) => a - b);
    this.sorted = true;
  }
}

function lowerBound(list: readonly number[], wanted: number): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (list[middle]! < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether two values are the same to the 15 digits that a sheet shows. */
export function sameShown(a: CellValue, b: CellValue): boolean {
  if (a === b) return true;
  return typeof a === 'number' && typeof b === 'number' && a.toPrecision(15) === b.toPrecision(15);
}
