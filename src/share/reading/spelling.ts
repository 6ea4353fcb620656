import { allCalls, misnamedCall } from '../../formula/calls';
import { spliced } from '../../formula/text';
import { definitionOf } from '../../functions/by-id';
import { Why } from '../reasons';

/** The formula with every stored name as a user types it; undefined where it calls none of our functions. */
export function respelt(formula: string): string | undefined {
  const calls = allCalls(formula).filter(({ id }) => definitionOf(id));
  if (calls.length === 0) return undefined;
  const edits = calls.map(({ id, start, open }) => ({ start, end: open, text: `RZRQ.${id}` }));
  return spliced(
    formula,
    edits.filter(({ start, end }) => /_xldudf_/i.test(formula.slice(start, end))),
  );
}

/** A call of a function that we do not have. */
export function unknownCall(formula: string): Why | undefined {
  const call = misnamedCall(formula);
  return call && new Why('not_ours', `RZRQ.${call.id}`);
}
