import type { Area, Workbook } from '../../workbook/workbook';
import { movesDown } from '../../formula/references';
import type { Argument } from './argument';

/**
 * How many rows a fill-down from the target has: as long as the data goes on beside the arguments that stand lowest
 * (a prior balance stands one row above the others). One row where no argument would move.
 */
export async function rowsBelow(workbook: Workbook, args: readonly Argument[], target: Area): Promise<number> {
  const moving = movingCells(args, target);
  const lowest = Math.max(...moving.map(({ row }) => row));
  const used = await workbook.used(target.sheet);
  if (moving.length === 0 || !used || lowest >= used.row + used.rows) return 1;
  const beside = moving.filter(({ row }) => row === lowest);
  const columns = await Promise.all(
    beside.map((cell) => workbook.read({ ...cell, rows: used.row + used.rows - lowest })),
  );
  let rows = 0;
  while (columns.some(({ values }) => (values[rows]?.[0] ?? '') !== '')) rows++;
  return Math.max(1, rows);
}

/** The single cells among the arguments that a fill-down moves along. */
export function movingCells(args: readonly Argument[], target: Area): Area[] {
  return args.flatMap(({ node, text }) =>
    node?.kind === 'area' &&
    node.area.sheet === target.sheet &&
    node.area.rows === 1 &&
    node.area.columns === 1 &&
    movesDown(text)
      ? [node.area]
      : [],
  );
}
