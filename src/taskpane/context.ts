import type { ChosenFile } from '../import/protocol';
import type { Language } from '../language';
import type { Workbook } from '../workbook/workbook';
import type { Say } from './words';

export type ViewId =
  'functions' | 'insert' | 'explain' | 'templates' | 'import' | 'share' | 'look' | 'glossary' | 'selfTest';

export type Theme = 'light' | 'dark';

/** What every view has at hand. */
export interface PaneContext {
  readonly workbook: Workbook;
  readonly language: Language;
  readonly say: Say;
  /** Opens a view, at one of its functions or commands where that is given. */
  open(view: ViewId, at?: string): void;
  /** Gives the keyboard back to the sheet, where the page can. */
  leave(): void;
  /** What program this is, as lines of a report. */
  host(): Promise<readonly string[]>;
  /** The line at the foot of the pane. */
  report(text: string, wrong?: boolean): void;
  /** Runs what can fail and reports the failure. */
  attempt(work: () => Promise<void>): Promise<void>;
}

/** One tab: made when it is first opened. */
export interface View {
  readonly panel: HTMLElement;
  /** The tab comes to the front. */
  shown?(at?: string): void;
  /** Takes the keyboard to where one begins; false where there is no such place. */
  focus?(): boolean;
  /** Another cell is selected while the tab is in front. */
  selectionChanged?(): void;
  /** What cells hold has changed while the tab is in front. */
  changed?(): void;
  /** Files were dropped beside the pane that are for it. */
  take?(files: readonly ChosenFile[]): void;
  /** The theme has changed: only what is drawn on a canvas must know. */
  themed?(): void;
}
