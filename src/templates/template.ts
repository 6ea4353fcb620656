import type { Language, Text } from '../language';
import type { Source } from '../functions/catalogue/sources';
import type { Chart, Format } from '../workbook/workbook';

/** A number, a text, a formula (a text that begins with =), or nothing. */
export type Content = number | string | null;

/** Zero-based, on the sheet of the template. */
export interface Block {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export interface TemplateChart {
  readonly kind: Chart['kind'];
  readonly title: string;
  readonly data: Block;
  readonly at: Block;
}

/** A sheet as any host can write it, from A1 on; formulas name no other sheet. */
export interface TemplateSheet {
  readonly name: string;
  /** Column widths in characters of the default font, from A on. */
  readonly widths: readonly number[];
  /** Rows of one length. */
  readonly cells: readonly (readonly Content[])[];
  /**
   * Applied before the cells are written, so that a code or a date in a text cell (@) stays text. Later ones add to
   * earlier ones; colours by value are rules of a format.
   */
  readonly formats: readonly { readonly at: Block; readonly format: Format }[];
  readonly charts: readonly TemplateChart[];
  readonly frozenRows: number;
}

export interface Template {
  readonly id: string;
  readonly title: Text;
  readonly description: Text;
  readonly sources: readonly Source[];
  build(language: Language): { readonly sheets: readonly TemplateSheet[] };
}
