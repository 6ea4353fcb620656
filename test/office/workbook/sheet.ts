import {
  type Area,
  bounding,
  cellArea,
  cellKey,
  columnOf,
  holds,
  isWholeColumns,
  isWholeRows,
  rowOf,
  size,
} from './area';
import { Layered } from './layered';
import { type Shift, shifted } from './shift';
import type { Value } from './values';

export interface Cell {
  readonly formula?: string;
  value: Value;
  /** On the cell whose formula spilled: how far. */
  spill?: Area;
  /** On a cell that shows part of another cell's spill: the key of that cell. */
  readonly anchor?: number;
}

export type SheetVisibility = 'Visible' | 'Hidden' | 'VeryHidden';

let lastSheet = 0;

/** The cells of one sheet and what is drawn on them. Only the workbook writes here, so that it can recalculate. */
export class Sheet {
  readonly serial = ++lastSheet;
  readonly id = `{00000000-0000-0000-0000-${String(this.serial).padStart(12, '0')}}`;
  visibility: SheetVisibility = 'Visible';
  protected = false;
  /** By the filter of the sheet, or by that of a table on it. */
  filteredBy: 'sheet' | 'table' | undefined;
  readonly cells = new Map<number, Cell>();
  /** One layer per formatting property, named by its path in the API: NumberFormat, Fill/Color … */
  readonly formats = new Map<string, Layered<unknown>>([['NumberFormat', new Layered<unknown>('General')]]);
  merged: Area[] = [];

  constructor(public name: string) {}

  cell(row: number, column: number): Cell | undefined {
    return this.cells.get(cellKey(row, column));
  }

  value(row: number, column: number): Value {
    return this.cell(row, column)?.value ?? null;
  }

  format(key: string): Layered<unknown> {
    const known = this.formats.get(key) ?? new Layered<unknown>(null);
    this.formats.set(key, known);
    return known;
  }

  numberFormat(row: number, column: number): string {
    return String(this.format('NumberFormat').at(row, column));
  }

  /** The cells of an area that are not blank, however large the area is. */
  *cellsIn(area: Area): Iterable<[row: number, column: number, cell: Cell]> {
    if (size(area) > this.cells.size) {
      for (const [key, cell] of this.cells)
        if (holds(area, rowOf(key), columnOf(key))) yield [rowOf(key), columnOf(key), cell];
      return;
    }
    for (let row = area.top; row <= area.bottom; row++) {
      for (let column = area.left; column <= area.right; column++) {
        const cell = this.cell(row, column);
        if (cell) yield [row, column, cell];
      }
    }
  }

  values(area: Area): Value[][] {
    return Array.from({ length: area.bottom - area.top + 1 }, (_, i) =>
      Array.from({ length: area.right - area.left + 1 }, (_, j) => this.value(area.top + i, area.left + j)),
    );
  }

  /** The smallest area around everything on the sheet, or around its values alone; null if there is nothing. */
  usedArea(valuesOnly: boolean): Area | null {
    let used: Area | null = null;
    const include = (area: Area) => void (used = used === null ? area : bounding(used, area));
    for (const [key, cell] of this.cells)
      if (!valuesOnly || (cell.value !== null && cell.value !== '')) include(cellArea(rowOf(key), columnOf(key)));
    if (!valuesOnly) {
      for (const layer of this.formats.values())
        for (const area of layer.areas()) if (!isWholeColumns(area) && !isWholeRows(area)) include(area);
    }
    return used;
  }

  /** Moves cells, formats and merged areas; formulas and spills are the workbook's to mend. */
  shift(shift: Shift): void {
    const cells = [...this.cells];
    this.cells.clear();
    for (const [key, cell] of cells) {
      const moved = shifted(cellArea(rowOf(key), columnOf(key)), shift);
      if (moved) this.cells.set(cellKey(moved.top, moved.left), cell);
    }
    for (const layer of this.formats.values()) layer.shift(shift);
    this.merged = this.merged.flatMap((area) => shifted(area, shift) ?? []);
  }

  copyTo(copy: Sheet): void {
    for (const [key, cell] of this.cells) copy.cells.set(key, { ...cell });
    for (const [key, layer] of this.formats) copy.formats.set(key, layer.copy());
    copy.merged = [...this.merged];
    copy.visibility = this.visibility;
  }
}
