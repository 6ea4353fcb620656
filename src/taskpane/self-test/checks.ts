import type { Check } from './check';
import { cellChecks } from './cell-checks';
import { callChecks } from './call-checks';
import { sheetChecks } from './sheet-checks';

/** In the order of the sheet: what goes into a call, how calls and results meet the sheet, what the pane does with it. */
export const CHECKS: readonly Check[] = [...cellChecks, ...callChecks, ...sheetChecks];
