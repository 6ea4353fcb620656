import { slices } from '../../workbook/chunks';
import type { Workbook } from '../../workbook/workbook';
import type { Job } from '../job';
import { filledDown } from './fill';
import type { Form } from './forms';

const ROWS_AT_A_TIME = 5_000;

/** Writes a form. Row by row it goes in pieces; when it is stopped or fails, what was written is cleared again. */
export async function apply(workbook: Workbook, { kind, formula, area }: Form, job: Job): Promise<void> {
  if (kind === 'here' || kind === 'spill') return workbook.write({ ...area, rows: 1, columns: 1 }, [[formula]]);
  const at = filledDown(formula);
  let written = 0;
  try {
    for (const part of slices(area, ROWS_AT_A_TIME)) {
      await job.progress(written / area.rows);
      await workbook.write(
        part,
        Array.from({ length: part.rows }, (_, i) => [at(part.row - area.row + i)]),
      );
      written += part.rows;
    }
  } catch (problem) {
    if (written > 0) await workbook.clear({ ...area, rows: written });
    throw problem;
  }
}
