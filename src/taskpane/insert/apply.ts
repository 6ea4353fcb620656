import type { Unit } from '../../functions/catalogue/words-of';
import { allOrNothing, type Ending, type Hooks } from '../../workbook/transaction';
import type { Workbook } from '../../workbook/workbook';
import { dress } from '../dress';
import { filledDown } from './fill';
import type { Form } from './forms';

/** Writes a form and gives its results their format; when it is stopped or fails, all is as it was. */
export function apply(
  workbook: Workbook,
  { kind, formula, area }: Form,
  returns: Unit,
  hooks: Hooks = {},
): Promise<Ending<void>> {
  return allOrNothing(workbook, hooks, async (transaction) => {
    if (kind === 'here' || kind === 'spill') {
      await transaction.put({ ...area, rows: 1, columns: 1 }, [[formula]]);
    } else {
      const at = filledDown(formula);
      await transaction.put(
        area,
        Array.from({ length: area.rows }, (_, row) => [at(row)]),
      );
    }
    await dress(workbook, transaction, area, returns);
  });
}
