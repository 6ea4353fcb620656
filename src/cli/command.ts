import type { Language, Text } from '../language';
import type { Say } from './words';

/** What a command gets, and how it answers. */
export interface Run {
  readonly files: readonly string[];
  readonly options: Options;
  readonly language: Language;
  readonly say: Say;
  /** A line for a person; nothing with --json. */
  readonly tell: (line: string) => void;
  /** How far the work is, on a terminal. */
  readonly progress: (line: string) => void;
  /** The result itself, to be piped on. */
  readonly put: (text: string) => void;
}

export interface Options {
  readonly json: boolean;
  readonly force: boolean;
  readonly range?: string;
  readonly tolerance?: string;
  readonly dialect?: string;
}

/** How a command ended: 0 as it should, 1 with differences. What could not be done at all is a Failure. */
export interface Outcome {
  readonly code: 0 | 1;
  /** The same as it was told, for programs. */
  readonly report: object;
}

export interface Command {
  /** What stands behind its name. */
  readonly takes: string;
  readonly needs: { readonly least: number; readonly most: number };
  readonly help: Text;
  readonly run: (run: Run) => Promise<Outcome>;
}
