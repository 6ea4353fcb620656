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

/** Seconds on the clock that a run takes, the median of several. */
export async function clockTime(run: () => unknown, times = 5): Promise<number> {
  const all: number[] = [];
  for (let i = 0; i < times; i++) {
    const start = performance.now();
    await run();
    all.push((performance.now() - start) / 1000);
  }
  return median(all);
}

/** A row of a Markdown table. */
function row(cells: readonly (string | number)[]): string {
  return `| ${cells.join(' | ')} |`;
}

export function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  return [row(head), row(head.map((_, i) => (i === 0 ? '---' : '--:'))), ...rows.map(row)].join('\n');
}

export function times(ratio: number): string {
  return `${ratio.toFixed(2)} ×`;
}

export function thousands(count: number): string {
  return count.toLocaleString('en-US');
}
