/** Counting sort: stable, and linear in the number of lines. `keyOf` holds for each line a whole number below `keys`. */
export function sortedBy(lines: Int32Array, keys: number, keyOf: Int32Array): Int32Array {
  const starts = new Int32Array(keys + 1);
  for (let i = 0; i < lines.length; i++) starts[keyOf[lines[i]!]! + 1]!++;
  for (let key = 0; key < keys; key++) starts[key + 1]! += starts[key]!;
  const sorted = new Int32Array(lines.length);
  for (let i = 0; i < lines.length; i++) sorted[starts[keyOf[lines[i]!]!]!++] = lines[i]!;
  return sorted;
}

/** The distinct values in rising order, and for each line the place of its own among them. */
export function numbered(values: Int32Array): { readonly serials: Int32Array; readonly of: Int32Array } {
  const numbers = new Map<number, number>();
  let last: number | null = null;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (value !== last) numbers.set((last = value), 0);
  }
  const serials = Int32Array.from(numbers.keys()).sort();
  serials.forEach((serial, place) => numbers.set(serial, place));
  const of = new Int32Array(values.length);
  let place = 0;
  last = null;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (value !== last) place = numbers.get((last = value))!;
    of[i] = place;
  }
  return { serials, of };
}
