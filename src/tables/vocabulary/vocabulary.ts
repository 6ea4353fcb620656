import type { Column } from '../columns';

/** The header words of one source. */
export interface Vocabulary {
  readonly source: string;
  /** Where a source has several words for a key, the one to prefer stands first. */
  readonly words: { readonly [C in Column]?: readonly string[] };
}
