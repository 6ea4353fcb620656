import type { Shown } from '../../src/generate/reference/measured';

/** A part of the report, and the limits that it doesn't reach. */
export interface Section {
  readonly text: string;
  readonly broken: readonly string[];
  /** Ratios that the page on testing shows. */
  readonly shown?: Readonly<Partial<Record<Shown, number>>>;
}

/** A figure as it is printed, and whether it is what it must be. */
export interface Limited {
  readonly text: string;
  readonly holds: boolean;
}

export type Cell = string | number | Limited;

export function atMost(limit: number, value: number, print: (value: number) => string = times): Limited {
  return { text: `${print(value)} (≤ ${limit})`, holds: value <= limit };
}

export function atLeast(limit: number, value: number, print: (value: number) => string = times): Limited {
  return { text: `${print(value)} (≥ ${limit})`, holds: value >= limit };
}

/** A Markdown table; a row that doesn't reach a limit is bold. */
export function table(head: readonly string[], rows: readonly (readonly Cell[])[]): Section {
  const lines = rows.map((cells) => line(cells.map(cells.every(holds) ? textOf : (cell) => `**${textOf(cell)}**`)));
  const broken = rows.flatMap((cells) =>
    cells.flatMap((cell, i) => (holds(cell) ? [] : [`${textOf(cells[0]!)}: ${head[i]} ${textOf(cell)}`])),
  );
  return { text: [line(head), line(head.map((_, i) => (i === 0 ? '---' : '--:'))), ...lines].join('\n'), broken };
}

/** A section of paragraphs and tables under its heading. */
export function section(heading: string, ...parts: readonly (string | Section)[]): Section {
  return {
    text: [`## ${heading}`, ...parts.map((part) => (typeof part === 'string' ? part : part.text))].join('\n\n'),
    broken: parts.flatMap((part) => (typeof part === 'string' ? [] : part.broken)),
  };
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function holds(cell: Cell): boolean {
  return typeof cell !== 'object' || cell.holds;
}

function textOf(cell: Cell): string {
  return typeof cell === 'object' ? cell.text : String(cell);
}

export function times(ratio: number): string {
  return `${ratio.toFixed(2)} ×`;
}

export function milliseconds(value: number): string {
  return `${value.toFixed(Math.abs(value) < 10 ? 1 : 0)} ms`;
}

export function thousands(count: number): string {
  return count.toLocaleString('en-US');
}

/** kB are thousands of bytes. */
export function kilobytes(count: number): string {
  return `${count.toFixed(1)} kB`;
}

/** MB are millions of bytes. */
export const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`;
