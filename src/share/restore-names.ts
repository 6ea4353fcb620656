import { toCalls, usedNames, versionOf } from '../formula/own-names';
import type { DefinedName } from '../workbook/workbook';
import { inFirst, type Size } from './reading/grid';
import { sizeOf } from './reading/sites';
import { formulasOf, type SheetSnapshot, spillAt } from './reading/snapshot';

/** A formula that uses names of ours, and the same with calls of our functions. */
export interface NamedCell {
  readonly row: number;
  readonly column: number;
  readonly size: Size;
  readonly formula: string;
  readonly calls: string;
  /** What its cells hold. */
  readonly now: readonly (readonly string[])[];
  /** Whether the names may mean something else by now. */
  readonly isChanged: boolean;
}

/** The cells of a sheet whose formulas use names in place of our calls: the text says what stood there. */
export function namedCellsOf(own: SheetSnapshot, names: readonly DefinedName[]): readonly NamedCell[] {
  const seen = names.filter(({ sheet }) => sheet === undefined || sheet === own.sheet.id);
  const changed = new Set(seen.filter((name) => versionOf(name) === undefined).map(({ name }) => name.toUpperCase()));
  return formulasOf(own).flatMap(({ row, column, formula }) => {
    const calls = toCalls(formula);
    const spill = spillAt(own, row, column);
    if (calls === formula || spill?.legacy) return [];
    const size = sizeOf(spill);
    const isChanged = [...usedNames([formula], seen)].some((name) => changed.has(name));
    return [{ row, column, size, formula, calls, now: inFirst(formula, size) as string[][], isChanged }];
  });
}
