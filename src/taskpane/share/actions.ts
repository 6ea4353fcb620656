import type { ViewId } from '../context';
import type { Word } from '../words';

/** The buttons on the ribbon: the action that the manifest names → the command whose plan it shows. */
export const ACTIONS = {
  shareToFormulas: 'toFormulas',
  shareToValues: 'toValues',
  shareToNames: 'toNames',
  shareRestore: 'restore',
  shareRepair: 'repair',
  shareFlatten: 'flatten',
} as const satisfies Readonly<Record<string, Word>>;

/** Those that bring up another view, and write nothing. */
export const VIEW_ACTIONS = { selfTest: 'selfTest' } as const satisfies Readonly<Record<string, ViewId>>;

export type CommandTitle = (typeof ACTIONS)[keyof typeof ACTIONS];
