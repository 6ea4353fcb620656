export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)]!;
}

/**
 * Milliseconds of processor time that a run takes, the engine's helper threads included. Other work on the machine
 * doesn't lengthen it; the heap is collected before, so that nobody pays for another's rubbish (needs --expose-gc).
 */
export function processorTime(run: () => unknown): number {
  (globalThis as unknown as { gc: () => void }).gc();
  const start = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** The same of a run that takes its time. */
export async function processorTimeOf(run: () => Promise<unknown>): Promise<number> {
  (globalThis as unknown as { gc: () => void }).gc();
  const start = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** Milliseconds on the clock that a run takes. */
export function clockTime(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

export type Turn<K extends string> = Readonly<Record<K, number>>;

/** Measures one after the other, again and again, so that what slows the machine down slows all of them. */
export function byTurns<K extends string>(turns: number, measurements: Readonly<Record<K, () => number>>): Turn<K>[] {
  const names = Object.keys(measurements) as K[];
  return Array.from(
    { length: turns },
    () => Object.fromEntries(names.map((name) => [name, measurements[name]()])) as Turn<K>,
  );
}

/** The median of what every turn gives. */
export function medianOf<K extends string>(turns: readonly Turn<K>[], figure: (turn: Turn<K>) => number): number {
  return median(turns.map(figure));
}
