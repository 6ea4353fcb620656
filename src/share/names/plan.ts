import { definitionOf } from '../../functions/by-id';
import { allCalls } from '../../formula/calls';
import { isSameText, ownNamesIn, usedNames, versionOf } from '../../formula/own-names';
import type { DefinedName } from '../../workbook/workbook';
import { VERSION } from '../../version';
import { type Plan, type PlannedCell, planOf } from '../plan';
import type { Part } from '../reading/part';
import { inFirst } from '../reading/grid';
import { closedSheet, isPending, sizeOf } from '../reading/sites';
import { formulasOf, key, type SheetSnapshot, type Snapshot, spillAt, valueAt } from '../reading/snapshot';
import type { LibraryName } from './library';
import { namedFormula, nameOf } from './writing';

/** What is to become of calls and of the names that they need. */
export interface NamesPlan extends Plan {
  /** Names that the workbook lacks, each after those that it uses. */
  readonly defined: readonly LibraryName[];
  /** Names of ours that another version has written, to be written anew. */
  readonly updated: readonly LibraryName[];
  /** Names of ours that somebody has changed: they stay. */
  readonly changed: readonly string[];
}

type Standing = 'absent' | 'current' | 'older' | 'newer' | 'changed';

/** What turning calls into names would do; nothing is written. */
export function planNames(snapshot: Snapshot, library: readonly LibraryName[], part?: Part): NamesPlan {
  const names = new Map(library.map((name) => [name.name, name]));
  const standing = new Map(library.map((name) => [name.name, standingOf(name, snapshot.names)]));
  const needed = (id: string) => [...usedNames([`=${nameOf(id)}()`], library)];
  const plan = planOf(snapshot, (formula, size, around) => namedFormula(formula, size, around, callable), part);
  const used = new Set(
    plan.sheets
      .flatMap(({ cells }) => cells.filter(({ kind }) => kind === 'native'))
      .flatMap(({ before }) => allCalls(before).flatMap(({ id }) => needed(id))),
  );
  const updated = library.filter(({ name }) => standing.get(name) === 'older');
  return {
    ...plan,
    sheets: withReaders(plan.sheets, snapshot, updated),
    defined: library.filter(({ name }) => used.has(name) && standing.get(name) === 'absent'),
    updated,
    changed: library.filter(({ name }) => standing.get(name) === 'changed').map(({ name }) => name),
  };

  function callable(id: string) {
    const params = definitionOf(id) && names.get(nameOf(id))?.lambda.params;
    return {
      params: params?.map(({ name }) => name),
      least: params?.filter(({ optional }) => !optional).length ?? 0,
      changed: needed(id).find((name) => standing.get(name) === 'changed'),
    };
  }
}

/** A copied sheet may have brought names of its own: only one that says the same is no other name. */
function standingOf({ name, formula }: LibraryName, names: readonly DefinedName[]): Standing {
  const same = names.filter((other) => other.name.toUpperCase() === name);
  const own = same.find(({ sheet }) => sheet === undefined);
  if (same.some((other) => other !== own && !isSameText(other.formula, formula))) return 'changed';
  if (!own) return 'absent';
  if (isSameText(own.formula, formula)) return 'current';
  const version = versionOf(own);
  if (version === undefined) return 'changed';
  return isNewer(version, VERSION) ? 'newer' : 'older';
}

function isNewer(version: string, than: string): boolean {
  const [a, b] = [version, than].map((text) => text.split('.').map(Number)) as [number[], number[]];
  const at = a.findIndex((number, i) => number !== (b[i] ?? 0));
  return at >= 0 && a[at]! > (b[at] ?? 0);
}

/** The plan with the cells that use names which are written anew: they are to show what they show, or become that. */
function withReaders(sheets: Plan['sheets'], snapshot: Snapshot, updated: readonly LibraryName[]): Plan['sheets'] {
  if (updated.length === 0) return sheets;
  const names = new Set(updated.map(({ name }) => name));
  const isReader = (formula: string) =>
    ownNamesIn(formula).length > 0 && [...usedNames([formula], snapshot.names)].some((name) => names.has(name));
  return snapshot.sheets.flatMap((own) => {
    const planned = sheets.find(({ sheet }) => sheet.id === own.sheet.id);
    const taken = new Set(planned?.cells.map(({ row, column }) => key(row, column)));
    const readers = closedSheet(own)
      ? []
      : formulasOf(own).flatMap(({ row, column, formula }) =>
          !taken.has(key(row, column)) && isReader(formula) ? (reader(own, row, column, formula) ?? []) : [],
        );
    if (!planned && readers.length === 0) return [];
    return [{ sheet: own.sheet, cells: planned?.cells ?? [], ...(readers.length > 0 && { readers }) }];
  });
}

function reader(own: SheetSnapshot, row: number, column: number, formula: string): PlannedCell | undefined {
  const spill = spillAt(own, row, column);
  if (spill?.legacy || isPending(valueAt(own, row, column))) return undefined;
  const size = sizeOf(spill);
  return {
    row,
    column,
    size,
    before: formula,
    after: inFirst(formula, size),
    kind: 'native',
    arrays: false,
    readers: [],
  };
}
