// Univer 0.25.1 keeps, per column, which rows hold which value. To move one row it looks through every distinct value, so
// a column of n different figures costs n²: a spill of 100,000 rows takes a minute. Here a column remembers where each row
// is, and the walk visits one entry. Later versions of the engine have their own remedy; this file goes with the upgrade.
import { CELL_INVERTED_INDEX_CACHE as cache } from '@univerjs/preset-sheets-core';

type Rows = Set<number>;
type Entry = [value: unknown, rows: Rows];

const NOTHING = Symbol('nothing looked up');

class Column extends Map<unknown, Rows> {
  private readonly holder = new Map<number, Rows>();
  private moving: number | undefined;
  private lookedUp: unknown = NOTHING;

  /** Runs the cache's own `set` for one row; while it runs, walking this column visits only that row's entry. */
  move(row: number, set: () => void): void {
    this.moving = row;
    this.lookedUp = NOTHING;
    set();
    this.moving = undefined;
    const rows = super.get(this.lookedUp);
    if (rows) this.holder.set(row, rows);
  }

  // `set` normalises a value before it looks it up: the last key asked for is where the row ends.
  override get(value: unknown): Rows | undefined {
    this.lookedUp = value;
    return super.get(value);
  }

  override [Symbol.iterator](): MapIterator<Entry> {
    if (this.moving === undefined) return super[Symbol.iterator]();
    const rows = this.holder.get(this.moving);
    return new Map(rows ? [[undefined, rows]] : [])[Symbol.iterator]();
  }
}

/** Speeds up the engine's cache; call once, before the first workbook. */
export function indexColumnsByRow(): void {
  const sheets = cache['_cache'] as unknown as Map<string, Map<string, Map<number, Column>>>;
  const set = cache.set.bind(cache);
  cache.set = (unit, sheet, column, value, row, force) => {
    const columns = child(
      child(sheets, unit, () => new Map()),
      sheet,
      () => new Map(),
    );
    child(columns, column, () => new Column()).move(row, () => set(unit, sheet, column, value, row, force));
  };
}

function child<K, V>(parent: Map<K, V>, key: K, make: () => V): V {
  const found = parent.get(key) ?? make();
  parent.set(key, found);
  return found;
}
