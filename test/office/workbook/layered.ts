import { type Area, cellArea, cellKey, columnOf, contains, holds, intersection, rowOf, size } from './area';
import { type Shift, shifted } from './shift';

/** A value for every cell of a sheet, kept as the areas it was set for: a whole column costs one entry. */
export class Layered<T> {
  private layers: { area: Area; value: T }[] = [];
  private cells = new Map<number, T>();

  constructor(private readonly base: T) {}

  at(row: number, column: number): T {
    const own = this.cells.get(cellKey(row, column));
    if (own !== undefined) return own;
    for (let i = this.layers.length - 1; i >= 0; i--) {
      const layer = this.layers[i]!;
      if (holds(layer.area, row, column)) return layer.value;
    }
    return this.base;
  }

  setCell(row: number, column: number, value: T): void {
    this.cells.set(cellKey(row, column), value);
  }

  set(area: Area, value: T): void {
    if (size(area) === 1) return this.setCell(area.top, area.left, value);
    for (const key of this.cells.keys()) if (holds(area, rowOf(key), columnOf(key))) this.cells.delete(key);
    this.layers = this.layers.filter((layer) => !contains(area, layer.area));
    this.layers.push({ area, value });
  }

  /** The one value of all cells of the area, or null if they differ. */
  uniform(area: Area): T | null {
    const found = new Set<T>();
    let covered = 0;
    for (const [key, value] of this.cells) {
      if (!holds(area, rowOf(key), columnOf(key))) continue;
      found.add(value);
      covered++;
    }
    if (covered < size(area)) this.collectLayers(area, found);
    return found.size === 1 ? [...found][0]! : null;
  }

  private collectLayers(area: Area, found: Set<T>): void {
    for (let i = this.layers.length - 1; i >= 0; i--) {
      const layer = this.layers[i]!;
      if (intersection(layer.area, area) !== null) found.add(layer.value);
      if (contains(layer.area, area)) return;
    }
    found.add(this.base);
  }

  /** The areas that were set to something else than the base value. */
  *areas(): Iterable<Area> {
    for (const { area, value } of this.layers) if (value !== this.base) yield area;
    for (const [key, value] of this.cells) if (value !== this.base) yield cellArea(rowOf(key), columnOf(key));
  }

  shift(shift: Shift): void {
    this.layers = this.layers.flatMap(({ area, value }) => {
      const moved = shifted(area, shift);
      return moved ? [{ area: moved, value }] : [];
    });
    const cells = [...this.cells];
    this.cells = new Map();
    for (const [key, value] of cells) {
      const moved = shifted(cellArea(rowOf(key), columnOf(key)), shift);
      if (moved) this.setCell(moved.top, moved.left, value);
    }
  }

  copy(): Layered<T> {
    const copy = new Layered<T>(this.base);
    copy.layers = [...this.layers];
    copy.cells = new Map(this.cells);
    return copy;
  }
}
