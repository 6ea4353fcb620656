import type { CellValue } from '../workbook/workbook';
import { carried, followed, type Journey, type Place, type Pointers, type SheetMap } from './follow';
import { isFormula, isReference, piecesOf } from './formula';
import { grid } from './grid';
import type { Original } from './originals';
import { contentAt, key, type SheetSnapshot } from './snapshot';

/** A formula of ours that can go back into its cell. */
export interface Restoration {
  readonly original: Original;
  readonly row: number;
  readonly column: number;
  readonly formula: string;
  /** What stands in its cells now. */
  readonly now: readonly (readonly CellValue[])[];
}

export interface Search {
  readonly now: SheetSnapshot;
  readonly map: SheetMap;
  /** The map of any sheet, by the name that it had. */
  readonly mapOf: (sheet: string | undefined) => SheetMap | undefined;
  /** Cells that have been given to an original already. */
  readonly taken: Set<string>;
}

/**
 * Finds the cells of originals: where their row and column are for certain, and else where they may be if what stands
 * there can be nothing else: a formula whose references have gone where they had to go, or a value that stands nowhere else.
 */
export function find(originals: readonly Original[], search: Search): { readonly found: readonly Restoration[]; readonly missed: readonly Original[] } {
  const isAlone = distinctIn(search.now, originals);
  const ways: readonly ((original: Original) => readonly Place[])[] = [
    (original) => certainPlaces(original, search.map),
    (original) => (refersToCells(original) || isAlone(original) ? possiblePlaces(original, search.map) : []),
  ];
  const found: Restoration[] = [];
  let missed = originals;
  for (const placesOf of ways) {
    missed = missed.filter((original) => {
      const restoration = firstFitting(original, placesOf(original), search);
      if (restoration) found.push(restoration);
      return !restoration;
    });
  }
  return { found, missed };
}

/** Where an original may stand. */
export function possiblePlaces({ row, column }: Original, { rows, columns }: SheetMap): readonly Place[] {
  return rows.candidates(row).flatMap((r) => columns.candidates(column).map((c) => ({ row: r, column: c })));
}

function certainPlaces(original: Pick<Original, 'row' | 'column'>, { rows, columns }: SheetMap): readonly Place[] {
  const [row, column] = [rows.certain(original.row), columns.certain(original.column)];
  return row === undefined || column === undefined ? [] : [{ row, column }];
}

function firstFitting(original: Original, places: readonly Place[], search: Search): Restoration | undefined {
  for (const to of places) {
    const keys = cellsOf(original, to).map(({ row, column }) => key(row, column));
    const formula = keys.some((name) => search.taken.has(name)) ? undefined : formulaAt(original, to, search);
    if (formula === undefined) continue;
    keys.forEach((name) => search.taken.add(name));
    return { original, row: to.row, column: to.column, formula, now: contentsOf(search.now, original, to) };
  }
  return undefined;
}

/** Our formula as it reads at a place, if everything that was written for it stands there unchanged. */
function formulaAt(original: Original, to: Place, { now, map, mapOf }: Search): string | undefined {
  const journey = (i: number, j: number): Journey => ({ from: { row: original.row + i, column: original.column + j }, to: { row: to.row + i, column: to.column + j }, mapOf: (sheet) => (sheet === undefined ? map : mapOf(sheet)) });
  const contents = contentsOf(now, original, to);
  const pointers: Pointers[] = [];
  for (let i = 0; i < original.size.rows; i++) {
    for (let j = 0; j < original.size.columns; j++) {
      const [written, content] = [original.written[i]![j]!, contents[i]![j]!];
      if (!isFormula(written) || !isFormula(content)) {
        if (content !== written) return undefined;
        continue;
      }
      const followers = followed(written, content, journey(i, j));
      if (!followers) return undefined;
      pointers.push(followers);
    }
  }
  return carried(original.formula, journey(0, 0), pointers, !map.rows.keepsOrder(original.row));
}

/** What was written or typed: the cells that a spill fills hold nothing of their own. */
export function contentsOf(now: SheetSnapshot, { size }: Original, { row, column }: Place): CellValue[][] {
  const spill = now.spills.find((candidate) => candidate.row === row && candidate.column === column);
  const isShown = (i: number, j: number) => spill !== undefined && (i > 0 || j > 0) && i < spill.rows && j < spill.columns;
  return grid(size, (i, j) => (isShown(i, j) ? '' : contentAt(now, row + i, column + j)));
}

function cellsOf({ size }: Original, { row, column }: Place): Place[] {
  return Array.from({ length: size.rows * size.columns }, (_, index) => ({ row: row + Math.floor(index / size.columns), column: column + (index % size.columns) }));
}

function refersToCells({ written }: Original): boolean {
  const [[content]] = written as [[CellValue]];
  return isFormula(content) && piecesOf(content).some(isReference);
}

/** Whether what was written stands in one cell of the sheet and was written for one formula. */
function distinctIn({ cells }: SheetSnapshot, originals: readonly Original[]): (original: Original) => boolean {
  const first = ({ written }: Original) => written[0]![0]!;
  const [there, wanted] = [counted(cells.formulas.flat()), counted(originals.map(first))];
  return (original) => there.get(first(original)) === 1 && wanted.get(first(original)) === 1;
}

function counted(contents: readonly CellValue[]): ReadonlyMap<CellValue, number> {
  const counts = new Map<CellValue, number>();
  for (const content of contents) counts.set(content, (counts.get(content) ?? 0) + 1);
  return counts;
}
