import { dayOf } from '../cells/date';
import { type Panel, type Run } from './panel';
import { dayOfRow, FIGURES, type Part } from './part';

/** The rows of a sheet of Excel. */
export const SHEET_ROWS = 1_048_576;

/** What is to be written, and on how many sheets. */
export interface Plan {
  readonly what: 'securities' | 'totals';
  /** Six digits; all where there are none. */
  readonly codes: readonly string[];
  /** A sheet for each exchange and year in place of one. */
  readonly divided: boolean;
}

export interface PlannedSheet {
  /** '' for the one sheet; else `SSE 2024`. */
  readonly label: string;
  readonly rows: number;
}

/** The rows of a plan by sheet: each with places of the panel, by day, then exchange, then code. */
export class PanelLines {
  constructor(
    private readonly panel: Panel,
    readonly sheets: readonly { readonly label: string; readonly places: Int32Array }[],
  ) {}

  /** Exchange, day, code, name, the figures, and the file; blanks are ''. */
  rows(sheet: number, from: number, count: number, sourceName: (part: Part) => string): (string | number)[][] {
    const { exchanges, codes, names } = this.panel.words;
    const places = this.sheets[sheet]?.places.subarray(from, from + count) ?? [];
    return Array.from(places, (at) => {
      const part = this.panel.part(at);
      const row = this.panel.rowOf[at]!;
      const cells: (string | number)[] = [
        exchanges.list[part.exchanges[row]!]! || part.exchange,
        dayOfRow(part, row),
        codes.list[part.codes[row]!]!,
        names.list[part.names[row]!]!,
      ];
      for (let i = 0; i < FIGURES; i++) {
        const value = part.figures[i]![row]!;
        cells.push(Number.isNaN(value) ? (part.texts.get(row * FIGURES + i) ?? '') : value);
      }
      cells.push(sourceName(part));
      return cells;
    });
  }
}

export function linesOf(panel: Panel, plan: Plan, isExisting: (part: Part) => boolean): PanelLines {
  const wanted = plan.codes.length > 0 ? new Set(plan.codes) : undefined;
  const codes = panel.words.codes.list;
  const takes = (at: number) => !isExisting(panel.part(at)) && (!wanted || wanted.has(codes[panel.code(at)]!));
  const labelOf = ({ exchange, day }: Run) => (plan.divided ? `${exchange} ${dayOf(day).year}`.trim() : '');
  const sheets = new Map<string, number[]>();
  const runs = panel.runs.filter(({ totals }) => totals === (plan.what === 'totals'));
  // Runs are by exchange already; sorting keeps that order within a day.
  for (const run of [...runs].sort((a, b) => a.day - b.day)) {
    const label = labelOf(run);
    const places = sheets.get(label) ?? [];
    sheets.set(label, places);
    for (let at = run.start; at < run.end; at++) if (takes(at)) places.push(at);
  }
  const made = [...sheets].map(([label, places]) => ({ label, places: Int32Array.from(places) }));
  return new PanelLines(
    panel,
    made.filter(({ places }) => places.length > 0).sort((a, b) => (a.label < b.label ? -1 : a.label > b.label ? 1 : 0)),
  );
}

export function sheetsOf(lines: PanelLines): readonly PlannedSheet[] {
  return lines.sheets.map(({ label, places }) => ({ label, rows: places.length }));
}
