import type * as answering from './answer';
import { ids, type Id } from '../functions/ids';

let answer: typeof answering.answer | undefined;

/** A function of Excel's: what all of them need is read when one is first called, as a workbook uses few and waits for all at its start. */
const toExcel =
  (id: Id) =>
  (...args: unknown[]): ReturnType<typeof answering.answer> => {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- an import would be read at once, import() later.
    answer ??= (require('./answer') as typeof answering).answer;
    return answer(id, args);
  };

// Where office.js could not be loaded nobody asks for functions; the pane says what is wrong.
if (typeof CustomFunctions !== 'undefined') {
  for (const id of ids) CustomFunctions.associate(id, toExcel(id));
}
