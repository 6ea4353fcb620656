import type { Kind } from './kind';

/** A file as it was met. */
export interface FileSeen {
  readonly number: number;
  readonly name: string;
  readonly folder: string;
  readonly kind?: Kind;
  readonly encoding?: string;
  /** Whether rows of it were taken; else why not. */
  readonly state: 'read' | 'skipped' | 'unread';
  readonly reason?: string;
}
