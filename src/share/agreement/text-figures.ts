import { parseNumeral } from '../../cells/number';
import { allCalls } from '../../formula/calls';
import { type Node, operandsOf, treeOf } from '../../formula/text';
import { definitionOf } from '../../functions/by-id';
import { areaOf, functionName, type Surroundings } from '../../formula/expression';
import type { Reference } from '../../formula/references';
import { sheetOf, type SheetSnapshot, type Snapshot } from '../reading/snapshot';

/**
 * Tells whether a native formula takes the sum or the count of a range of ours in which figures are written as texts.
 * Excel leaves those out; where the result happens to be the same, it is not after the next figure.
 */
export function textsLeftOut(
  snapshot: Snapshot,
  own: SheetSnapshot,
  around: Surroundings,
): (before: string, native: string) => boolean {
  const known = new Map<string, readonly Reference[]>();
  const holdsFigures = (area: Reference): boolean => {
    const there = sheetOf(snapshot, own, area.sheet);
    return there !== undefined && holdsTextFigure(there, area);
  };
  return (before, native) => {
    const ours = known.get(before) ?? seriesOf(before, around).filter(holdsFigures);
    known.set(before, ours);
    const tree = ours.length > 0 ? treeOf(native) : undefined;
    return (
      tree !== undefined &&
      summedAreas(tree, around).some((area) => ours.some((series) => includes(series, area)) && holdsFigures(area))
    );
  };
}

/** The ranges that our calls use whole. */
function seriesOf(formula: string, around: Surroundings): readonly Reference[] {
  return allCalls(formula).flatMap(({ id, args }) =>
    args.flatMap(({ start, end }, index) => {
      const tree =
        definitionOf(id)?.params[index]?.kind === 'series' ? treeOf(`=${formula.slice(start, end)}`) : undefined;
      return (tree && areaOf(tree, around)) ?? [];
    }),
  );
}

function summedAreas(node: Node, around: Surroundings): readonly Reference[] {
  const args = operandsOf(node).filter((arg) => arg !== null);
  const whole =
    node.type === 'CallExpression' && ['SUM', 'COUNT'].includes(functionName(node))
      ? args.flatMap((arg) => areaOf(arg, around) ?? [])
      : [];
  return [...whole, ...args.flatMap((arg) => summedAreas(arg, around))];
}

const includes = (outer: Reference, inner: Reference): boolean =>
  outer.sheet === inner.sheet &&
  outer.top <= inner.top &&
  outer.left <= inner.left &&
  outer.bottom >= inner.bottom &&
  outer.right >= inner.right;

function holdsTextFigure(sheet: SheetSnapshot, { top, left, bottom, right }: Reference): boolean {
  return [...textFigures(sheet)].some(
    ([column, rows]) => column >= left && column <= right && rows.some((row) => row >= top && row <= bottom),
  );
}

const knownFigures = new WeakMap<SheetSnapshot, ReadonlyMap<number, readonly number[]>>();

/** By column, the rows in which a text stands that our functions read as a figure. */
function textFigures(sheet: SheetSnapshot): ReadonlyMap<number, readonly number[]> {
  const known = knownFigures.get(sheet);
  if (known) return known;
  const { area, cells } = sheet;
  const figures = new Map<number, number[]>();
  cells.values.forEach((line, i) =>
    line.forEach((value, j) => {
      if (typeof value !== 'string' || !parseNumeral(value)) return;
      const rows = figures.get(area!.column + j) ?? [];
      rows.push(area!.row + i);
      figures.set(area!.column + j, rows);
    }),
  );
  knownFigures.set(sheet, figures);
  return figures;
}
