import type { SheetMap } from './follow';
import { pairLines } from './lines';
import { columnsWithConstants, markedColumns, markedRows, type Marks, marksOf } from './marks';
import type { SheetSnapshot } from '../reading/snapshot';

/** Where the rows and columns of a sheet are now. */
export function mapOf(marks: Marks, now: SheetSnapshot): SheetMap {
  const current = marksOf(now);
  const columns = pairLines(markedColumns(marks), markedColumns(current));
  const known = columnsWithConstants(marks).flatMap((from) => {
    const to = columns.certain(from);
    return to === undefined ? [] : [{ from, to }];
  });
  const rows = pairLines(
    markedRows(
      marks,
      known.map(({ from }) => from),
    ),
    markedRows(
      current,
      known.map(({ to }) => to),
    ),
  );
  return { rows, columns, name: now.sheet.name };
}
