export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)]!;
}

/** Milliseconds of one run, the median of several. */
export function time(run: () => unknown, times = 5): number {
  return median(
    Array.from({ length: times }, () => {
      const start = performance.now();
      run();
      return performance.now() - start;
    }),
  );
}

/** A row of a Markdown table. */
export function row(...cells: readonly (string | number)[]): string {
  return `| ${cells.join(' | ')} |`;
}

export function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  return [row(...head), row(...head.map((_, i) => (i === 0 ? '---' : '--:'))), ...rows.map((cells) => row(...cells))].join('\n');
}

export function times(ratio: number): string {
  return `${ratio.toFixed(2)} ×`;
}
