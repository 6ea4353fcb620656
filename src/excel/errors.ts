import { errorCode, explainer } from '../binding/errors';
import type { Fail } from '../binding/call';
import type { Definition } from '../functions/catalogue/define';
import { displayLanguage } from './display-language';

const CODES: Readonly<Record<string, CustomFunctions.ErrorCode>> = {
  '#VALUE!': '#VALUE!' as CustomFunctions.ErrorCode.invalidValue,
  '#N/A': '#N/A' as CustomFunctions.ErrorCode.notAvailable,
  '#DIV/0!': '#DIV/0!' as CustomFunctions.ErrorCode.divisionByZero,
  '#NUM!': '#NUM!' as CustomFunctions.ErrorCode.invalidNumber,
  '#NULL!': '#NULL!' as CustomFunctions.ErrorCode.nullReference,
  '#NAME?': '#NAME?' as CustomFunctions.ErrorCode.invalidName,
  '#REF!': '#REF!' as CustomFunctions.ErrorCode.invalidReference,
};

/**
 * The error objects of one call; errors that a function cannot return itself come out as #VALUE!. Faults of one
 * sentence share an object, as a column of a million can be wrong.
 */
export function errorsOf(params: Definition['params']): Fail<CustomFunctions.Error> {
  const errors = new Map<string, CustomFunctions.Error>();
  let explain: ReturnType<typeof explainer> | undefined;
  return (fault) => {
    explain ??= explainer({ params }, displayLanguage());
    const sentence = explain(fault);
    let error = errors.get(sentence);
    if (!error) {
      error = withoutTrace(() => new CustomFunctions.Error(CODES[errorCode(fault)] ?? CODES['#VALUE!']!, sentence));
      errors.set(sentence, error);
    }
    return error;
  };
}

/** Nobody sees where such an error was made, and to find out costs more than all of the rest. */
function withoutTrace<T>(make: () => T): T {
  const engine = Error as { stackTraceLimit?: number };
  const limit = engine.stackTraceLimit;
  if (limit === undefined) return make();
  engine.stackTraceLimit = 0;
  try {
    return make();
  } finally {
    engine.stackTraceLimit = limit;
  }
}
