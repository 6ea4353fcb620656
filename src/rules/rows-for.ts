/** The rows of a table that concern a case of two words, picked once for each case: columns ask again and again. */
export function rowsFor<R, A, B>(
  rows: readonly R[],
  concerns: (row: R, a: A, b: B) => boolean,
): (a: A, b: B) => readonly R[] {
  const picked = new Map<A, Map<B, readonly R[]>>();
  return (a, b) => {
    let byOther = picked.get(a);
    if (byOther === undefined) picked.set(a, (byOther = new Map<B, readonly R[]>()));
    let found = byOther.get(b);
    if (found === undefined) byOther.set(b, (found = rows.filter((row) => concerns(row, a, b))));
    return found;
  };
}
