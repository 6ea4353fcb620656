import type { CellValue } from '../workbook/workbook';
import { carried, followed, type Journey, type Place, type Pointers, type SheetMap } from './follow';
import { isFormula, isReference, piecesOf } from './formula';
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

/** Looks for the cells of originals on a sheet; each cell is given to one of them. */
export class Finder {
  private readonly taken = new Set<string>();
  private places: ReadonlyMap<string, readonly Place[]> | undefined;

  constructor(
    private readonly now: SheetSnapshot,
    private readonly map: SheetMap,
    private readonly mapOfSheet: (sheet: string | undefined) => SheetMap | undefined,
  ) {}

  expected({ row, column }: Original): readonly Place[] {
    return this.map.rows.candidates(row).flatMap((r) => this.map.columns.candidates(column).map((c) => ({ row: r, column: c })));
  }

  whereExpected(original: Original): Restoration | undefined {
    return this.first(original, this.expected(original));
  }

  /** Elsewhere on the sheet; a value, a word or an error says nothing of where it came from. */
  nearest(original: Original): Restoration | undefined {
    if (!refersToCells(original)) return undefined;
    const [home = original] = this.expected(original);
    const distance = ({ row, column }: Place) => Math.abs(row - home.row) + Math.abs(column - home.column);
    const places = this.placesByLook().get(lookOf(original.written[0]![0] as string)) ?? [];
    return this.first(original, [...places].sort((a, b) => distance(a) - distance(b)));
  }

  private first(original: Original, places: readonly Place[]): Restoration | undefined {
    for (const to of places) {
      const formula = this.isFree(original, to) ? this.formulaAt(original, to) : undefined;
      if (formula === undefined) continue;
      for (const place of cellsOf(original, to)) this.taken.add(key(place.row, place.column));
      return { original, row: to.row, column: to.column, formula, now: contentsOf(this.now, original, to) };
    }
    return undefined;
  }

  private isFree(original: Original, to: Place): boolean {
    return cellsOf(original, to).every(({ row, column }) => !this.taken.has(key(row, column)));
  }

  /** Our formula as it reads at a place, if everything that was written for it stands there unchanged. */
  private formulaAt(original: Original, to: Place): string | undefined {
    const contents = contentsOf(this.now, original, to);
    const pointers: Pointers[] = [];
    for (let i = 0; i < original.size.rows; i++) {
      for (let j = 0; j < original.size.columns; j++) {
        const written = original.written[i]![j]!;
        const content = contents[i]![j]!;
        if (!isFormula(written)) {
          if (content !== written) return undefined;
          continue;
        }
        if (!isFormula(content)) return undefined;
        const found = followed(written, content, this.journey({ row: original.row + i, column: original.column + j }, { row: to.row + i, column: to.column + j }));
        if (!found) return undefined;
        pointers.push(found);
      }
    }
    const inOrder = this.expected(original).some((place) => place.row === to.row && place.column === to.column) && this.map.rows.keepsOrder(original.row);
    return carried(original.formula, this.journey(original, to), pointers, !inOrder);
  }

  private journey(from: Place, to: Place): Journey {
    return { from: { row: from.row, column: from.column }, to, mapOf: this.mapOfSheet };
  }

  private placesByLook(): ReadonlyMap<string, readonly Place[]> {
    if (this.places) return this.places;
    const places = new Map<string, Place[]>();
    const { area } = this.now;
    for (let row = area?.row ?? 0; area && row < area.row + area.rows; row++) {
      for (let column = area.column; column < area.column + area.columns; column++) {
        const content = contentAt(this.now, row, column);
        if (!isFormula(content)) continue;
        const look = lookOf(content);
        const list = places.get(look) ?? [];
        list.push({ row, column });
        places.set(look, list);
      }
    }
    return (this.places = places);
  }
}

/** What was written or typed: the cells that a spill fills hold nothing of their own. */
export function contentsOf(now: SheetSnapshot, { size }: Original, { row, column }: Place): CellValue[][] {
  const spill = now.spills.find((candidate) => candidate.row === row && candidate.column === column);
  const isShown = (i: number, j: number) => spill !== undefined && (i > 0 || j > 0) && i < spill.rows && j < spill.columns;
  return Array.from({ length: size.rows }, (_, i) => Array.from({ length: size.columns }, (__, j) => (isShown(i, j) ? '' : contentAt(now, row + i, column + j))));
}

function cellsOf({ size }: Original, { row, column }: Place): Place[] {
  return Array.from({ length: size.rows * size.columns }, (_, index) => ({ row: row + Math.floor(index / size.columns), column: column + (index % size.columns) }));
}

function refersToCells({ written }: Original): boolean {
  const [[content]] = written as [[CellValue]];
  return isFormula(content) && piecesOf(content).some(isReference);
}

/** What stays of a formula when cells move: all but its references. */
function lookOf(formula: string): string {
  return formula.replace(/('[^']*'!|[\p{L}\d_.]+!)?\$?[A-Z]{1,3}\$?\d+/giu, '§');
}
