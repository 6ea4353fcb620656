import type { Ending } from '../workbook/transaction';
import type { PaneContext } from './context';
import { problemText } from './share/outline';

/** Says why work in the sheet did not come to its end. */
export function reportEnding({ report, say }: PaneContext, ending: Exclude<Ending<unknown>, { status: 'done' }>): void {
  const { status, error } = ending;
  if (status === 'cancelled') return report(say('undone'));
  report(say(status === 'failed' ? 'undoneAfterFailure' : 'halfDone', { text: problemText(error, say) }), true);
}
