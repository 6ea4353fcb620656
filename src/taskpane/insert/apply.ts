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
  const isOne = kind === 'here' || kind === 'spill';
  const written = { ...area, ...(isOne && { rows: 1, columns: 1 }) };
  const at = isOne ? () => formula : filledDown(formula);
  const formulas = Array.from({ length: written.rows }, (_, row) => [at(row)]);
  return allOrNothing(workbook, hooks, async (transaction) => {
    const { keepAreaUntilDone } = await import(/* webpackChunkName: "keeping" */ '../../share/originals/keeping');
    const { done } = await keepAreaUntilDone(workbook, written, formulas, transaction);
    await transaction.put(written, formulas);
    await dress(workbook, transaction, area, returns);
    await done();
  });
}
