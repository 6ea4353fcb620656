/*
 * A body is first written with slots: ‹assets› is the number read from the argument assets. Then what is used once is
 * read where it is used, and what is used more often is read once before, under a name of its own.
 */

export const slot = (name: string): string => `‹${name}›`;

const SLOT = /‹\w+›/;

export const usesOf = (text: string, name: string): number => text.split(slot(name)).length - 1;

/** The text with every slot filled; `reads` says how, in the order in which they may use each other. */
export function filled(text: string, reads: ReadonlyMap<string, string>): string {
  const named: string[] = [];
  let body = text;
  // From the last to the first: a read may use slots of those before it.
  for (const [name, read] of [...reads].reverse()) {
    const uses = usesOf(body, name) + named.reduce((sum, step) => sum + usesOf(step, name), 0);
    if (uses === 0) continue;
    if (uses > 1) named.unshift(`${name}_,${read}`);
    const by = uses > 1 ? `${name}_` : read;
    const fill = (inner: string) => inner.split(slot(name)).join(by);
    body = fill(body);
    for (let i = uses > 1 ? 1 : 0; i < named.length; i++) named[i] = fill(named[i]!);
  }
  const left = SLOT.exec(body) ?? SLOT.exec(named.join());
  if (left) throw new Error(`Nothing fills ${left[0]}.`);
  return named.length > 0 ? `LET(${named.join(',')},${body})` : body;
}
