import type { Language } from '../../language';
import { Fault } from '../../cells/fault';
import { explain } from '../../binding/errors';
import type { Definition } from '../../functions/catalogue/define';
import { rawOf } from '../../formula/meaning/cells';
import { speaker } from '../words';
import { blamedArgument, type Call, type CellExplanation } from './explanation';

/** Why a cell shows an error, in a sentence; undefined where no call of ours is to blame. */
export function reasonOf({ shown, unknown, calls }: CellExplanation, language: Language): string | undefined {
  if (!(rawOf(shown) instanceof Fault)) return undefined;
  if (unknown !== undefined) return speaker(language)('unknownWord', { text: unknown });
  const origin = firstOrigin(calls);
  return origin && explain(origin.fault, origin.definition, language);
}

interface Origin {
  readonly fault: Fault;
  readonly definition: Definition;
}

function firstOrigin(calls: readonly Call[]): Origin | undefined {
  return calls.map(originOf).find((origin) => origin !== undefined);
}

/** A call that passes on the error of one inside it says less than that one. */
function originOf(call: Call): Origin | undefined {
  const fault = call.result?.[call.focus.row]?.[call.focus.column];
  if (!(fault instanceof Fault)) return undefined;
  const inner =
    fault.kind === 'error_cell' ? firstOrigin(blamedArgument(call, call.focus, fault)?.calls ?? []) : undefined;
  return inner ?? { fault, definition: call.definition };
}
