import type { Language } from '../language';
import type { Hooks } from '../workbook/transaction';
import type { Workbook } from '../workbook/workbook';
import { convert, type SheetResult } from './convert';
import { convertToNames, type NamesResult, planNamesOf } from './names/index';
import { planOf } from './plan';
import { snapshotOf } from './reading/snapshot';

/** What becomes of our calls. */
export type Successor = 'native' | 'values' | 'names';

export type Counts = Readonly<Record<'native' | 'value' | 'rewritten' | 'untouched', number>>;

export interface Converted {
  readonly results: readonly SheetResult[];
  /** Formulas of all sheets. */
  readonly counts: Counts;
  /** Defined names that call our functions and stay as they are. */
  readonly callingNames: readonly string[];
  /** What became of names, where calls became such. */
  readonly names?: Pick<NamesResult, 'defined' | 'updated'> & { readonly changed: readonly string[] };
}

/**
 * A whole workbook made ready for somebody without the add-in, as a file is, where nobody looks at a plan in between.
 * `names` rejects where they cannot be had; otherwise each sheet has a result of its own.
 */
export async function convertWhole(
  workbook: Workbook,
  target: Successor,
  language: Language,
  hooks: Hooks = {},
): Promise<Converted> {
  const snapshot = await snapshotOf(workbook);
  if (target !== 'names') {
    const plan = planOf(snapshot, target);
    return converted(await convert(workbook, plan, hooks), plan.callingNames);
  }
  const plan = planNamesOf(workbook, snapshot, language);
  const { sheets, defined, updated, error } = await convertToNames(workbook, plan, hooks);
  if (error) throw error;
  return { ...converted(sheets, plan.callingNames), names: { defined, updated, changed: plan.changed } };
}

function converted(results: readonly SheetResult[], callingNames: readonly string[]): Converted {
  const sum = (count: (result: SheetResult) => number) => results.reduce((total, result) => total + count(result), 0);
  return {
    results,
    counts: {
      native: sum(({ native }) => native),
      value: sum(({ value }) => value),
      rewritten: sum(({ rewritten }) => rewritten),
      untouched: sum(({ untouched }) => untouched.length),
    },
    callingNames,
  };
}
