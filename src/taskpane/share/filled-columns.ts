import { translateFormulaToR1C1 } from '@borgar/fx';
import { addressOf } from '../../formula/references';
import { isFormula } from '../../formula/text';
import { cellName } from '../../workbook/a1';
import { isCell } from '../../workbook/area';
import type { Area } from '../../workbook/workbook';
import type { Line } from './outline';

/** One line for each filled column: one formula, told alike, in cells on top of each other; it holds the lines of its cells. */
export function filledColumns(lines: readonly Line[]): readonly Line[] {
  const runs: Line[][] = [];
  const open = new Map<string, { readonly run: Line[]; readonly shape: string }>();
  for (const line of lines) {
    const { area } = line;
    if (!area || !isCell(area)) {
      runs.push([line]);
      continue;
    }
    const shape = shapeOf(line, area);
    const above = open.get(placeOf(area, area.row - 1));
    const run = above?.shape === shape ? above.run : [];
    if (run.length === 0) runs.push(run);
    run.push(line);
    open.set(placeOf(area, area.row), { run, shape });
  }
  return runs.map(([first, ...others]) => (others.length === 0 ? first! : columnOf([first!, ...others])));
}

const placeOf = ({ sheet, column }: Area, row: number): string => `${sheet} ${column} ${row}`;

/** What the lines of one filled column have in common. */
function shapeOf({ before, after, why }: Line, area: Area): string {
  return JSON.stringify([relative(before, area), isFormula(after) ? relative(after, area) : typeof after, why]);
}

function relative(formula: string, { row, column }: Area): string {
  try {
    return isFormula(formula) ? translateFormulaToR1C1(formula, cellName(row, column)) : formula;
  } catch {
    return formula;
  }
}

function columnOf(cells: readonly Line[]): Line {
  const [first] = cells as [Line];
  const area = { ...first.area!, rows: cells.length };
  const name = first.cell.slice(0, first.cell.lastIndexOf('!') + 1);
  return { ...first, area, cell: name + addressOf(area), cells };
}
