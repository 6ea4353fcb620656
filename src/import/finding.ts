export type FindingKind =
  // Of files and names.
  | 'disguised'
  | 'encoding'
  | 'lying_exchange'
  | 'lying_day'
  | 'incomplete'
  | 'full'
  | 'short'
  | 'note'
  // Of days.
  | 'no_day'
  | 'no_exchange'
  | 'closed_day'
  | 'gap'
  // Of rows that stand there twice.
  | 'copy'
  | 'overlap'
  | 'conflict'
  | 'duplicate'
  | 'double'
  // Of figures.
  | 'unit_jump'
  | 'unit_unknown'
  | 'stale'
  | 'break_file'
  | 'break'
  | 'not_a_number'
  | 'rows_without_day';

/** What is wrong or worth knowing, named once; the sentence is made of it where the language is known. */
export interface Finding {
  readonly kind: FindingKind;
  /** By their numbers. */
  readonly files: readonly number[];
  readonly exchange?: string;
  /** Serials, rising. */
  readonly days?: readonly number[];
  readonly codes?: readonly string[];
  readonly rows?: number;
  /** The rows that there should be, or that were compared. */
  readonly of?: number;
  /** A note, a cell's text, the name of an exchange. */
  readonly text?: string;
  /** Which of the identities breaks. */
  readonly identity?: number;
  /** Expected less published of the largest break, and of each code's. */
  readonly difference?: number;
  readonly differences?: readonly number[];
  /** By how many powers of ten figures are too small. */
  readonly power?: number;
  /** What is to be decided before anything is written. */
  readonly question?: Question;
}

/**
 * `value` is what an answer hands back: a day's serial, an exchange, a power of ten, the number of the file that
 * counts, or a word.
 */
export interface Question {
  readonly id: string;
  readonly parts: readonly number[];
  readonly asks: 'day' | 'exchange' | 'closed_day' | 'unit' | 'conflict' | 'stale';
  readonly options: readonly string[];
  readonly suggestion?: string;
  readonly answer?: string;
}

/** What has been answered to a question, as a part of it. */
export function answered(answers: ReadonlyMap<string, string>, id: string): Pick<Question, 'answer'> {
  const answer = answers.get(id);
  return answer === undefined ? {} : { answer };
}

export const LEAVE_OUT = 'leave_out';
export const KEEP = 'keep';
