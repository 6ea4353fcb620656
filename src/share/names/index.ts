/* The names and what turns calls into them: much text, which no page loads before it is asked for. */
import { definitions } from '../../functions/index';
import { words } from '../../functions/words';
import type { Language } from '../../language';
import type { Workbook } from '../../workbook/workbook';
import type { Part } from '../reading/part';
import type { Snapshot } from '../reading/snapshot';
import { libraryOf } from './library';
import { type NamesPlan, planNames } from './plan';

export { convertToNames, NamesRefused, type NamesResult } from './convert';
export type { NamesPlan } from './plan';

/** What turning calls into names would do in a workbook, with comments in a language. */
export function planNamesOf(
  workbook: Pick<Workbook, 'knowsOptional'>,
  snapshot: Snapshot,
  language: Language,
  part?: Part,
): NamesPlan {
  const optional = workbook.knowsOptional ? 'brackets' : 'none';
  return planNames(
    snapshot,
    libraryOf(definitions, (id) => words[id]!, language, optional),
    part,
  );
}
