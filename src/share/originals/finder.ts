import type { CellValue } from '../../workbook/workbook';
import { carried, followed, type Journey, type Place, type Pointers, type SheetMap } from './follow';
import { isFormula, isReference, piecesOf } from '../../formula/text';
import { grid, inFirst } from '../reading/grid';
import type { Original } from './originals';
import { contentAt, key, type SheetSnapshot, spillAt } from '../reading/snapshot';

/** What can go back into its cell. */
export interface Restoration {
  readonly original: Original;
  readonly row: number;
  readonly column: number;
  readonly formula: CellValue;
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

export interface Findings {
  /** Formulas that can go back. */
  readonly found: readonly Restoration[];
  /** Formulas that somebody has put back already. */
  readonly back: readonly Original[];
  readonly missed: readonly Original[];
}

/**
 * Finds the cells of originals: where their row and column are for certain, and else where they may be if what stands
 * there can be nothing else: a formula whose references have gone where they had to go, or a value that stands nowhere else.
 */
export function find(originals: readonly Original[], search: Search): Findings {
  const isAlone = distinctIn(search.now, originals);
  const ways: readonly ((original: Original) => readonly Place[])[] = [
    (original) => certainPlaces(original, search.map),
    (original) => (refersToCells(original) || isAlone(original) ? possiblePlaces(original, search.map) : []),
  ];
  const found: Restoration[] = [];
  const back: Original[] = [];
  let missed = originals;
  for (const placesOf of ways) {
    missed = missed.filter((original) => {
      const restoration = firstFitting(original, placesOf(original), search);
      if (restoration) found.push(restoration);
      return !restoration;
    });
    missed = missed.filter((original) => {
      const isBack = firstFitting(unconverted(original), placesOf(original), search) !== undefined;
      if (isBack) back.push(original);
      return !isBack;
    });
  }
  return { found, back, missed };
}

/** As if nothing had been written in its place. */
const unconverted = ({ row, column, size, formula }: Original): Original => ({
  row,
  column,
  size,
  formula,
  written: inFirst(formula, size),
});

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
function formulaAt(original: Original, to: Place, search: Search): CellValue | undefined {
  const pointers = pointersAt(original, to, search);
  if (isOther(pointers)) return undefined;
  const { formula, row } = original;
  return isFormula(formula)
    ? carried(formula, journeyOf(original, to, search), pointers, !search.map.rows.keepsOrder(row))
    : formula;
}

/** The first of an original's cells that holds something else than was written for it, were the original at a place. */
export function firstOther(original: Original, to: Place, search: Omit<Search, 'taken'>): Other | undefined {
  const pointers = pointersAt(original, to, search);
  return isOther(pointers) ? pointers : undefined;
}

/** A cell and what it holds. */
export interface Other extends Place {
  readonly content: CellValue;
}

const isOther = (pointers: readonly Pointers[] | Other): pointers is Other => 'content' in pointers;

/** Where the references of what was written point now, or the first cell that holds something else. */
function pointersAt(original: Original, to: Place, search: Omit<Search, 'taken'>): readonly Pointers[] | Other {
  const contents = contentsOf(search.now, original, to);
  const pointers: Pointers[] = [];
  for (let i = 0; i < original.size.rows; i++) {
    for (let j = 0; j < original.size.columns; j++) {
      const content = contents[i]![j]!;
      const journey = journeyOf(original, to, search, i, j);
      const found = [original.written, original.instead]
        .map((written) => written && pointersIn(written[i]![j]!, content, journey))
        .find((one) => one !== undefined);
      if (!found) return { row: to.row + i, column: to.column + j, content };
      pointers.push(found);
    }
  }
  return pointers;
}

const NO_POINTERS: Pointers = new Map();

/** Where the references of what was written point now; undefined where something else stands there. */
function pointersIn(written: CellValue, content: CellValue, journey: Journey): Pointers | undefined {
  if (isFormula(written) && isFormula(content)) return followed(written, content, journey);
  return content === written ? NO_POINTERS : undefined;
}

function journeyOf({ row, column }: Original, to: Place, { map, mapOf }: Omit<Search, 'taken'>, i = 0, j = 0): Journey {
  return {
    from: { row: row + i, column: column + j },
    to: { row: to.row + i, column: to.column + j },
    mapOf: (sheet) => (sheet === undefined ? map : mapOf(sheet)),
  };
}

/** What was written or typed: the cells that a spill fills hold nothing of their own. */
export function contentsOf(now: SheetSnapshot, { size }: Original, { row, column }: Place): CellValue[][] {
  const spill = spillAt(now, row, column);
  const isShown = (i: number, j: number) =>
    spill !== undefined && (i > 0 || j > 0) && i < spill.rows && j < spill.columns;
  return grid(size, (i, j) => (isShown(i, j) ? '' : contentAt(now, row + i, column + j)));
}

function cellsOf({ size }: Original, { row, column }: Place): Place[] {
  return Array.from({ length: size.rows * size.columns }, (_, index) => ({
    row: row + Math.floor(index / size.columns),
    column: column + (index % size.columns),
  }));
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
