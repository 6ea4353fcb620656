import { Fault } from '../cells/fault';
import type { Definition } from '../functions/catalogue/define';
import { definitions } from '../functions/index';
import { bind } from '../binding/bind';
import { displayLanguage } from './display-language';
import { errorCode, explain } from '../binding/errors';

const CODES: Readonly<Record<string, CustomFunctions.ErrorCode>> = {
  '#VALUE!': '#VALUE!' as CustomFunctions.ErrorCode.invalidValue,
  '#N/A': '#N/A' as CustomFunctions.ErrorCode.notAvailable,
  '#DIV/0!': '#DIV/0!' as CustomFunctions.ErrorCode.divisionByZero,
  '#NUM!': '#NUM!' as CustomFunctions.ErrorCode.invalidNumber,
  '#NULL!': '#NULL!' as CustomFunctions.ErrorCode.nullReference,
  '#NAME?': '#NAME?' as CustomFunctions.ErrorCode.invalidName,
  '#REF!': '#REF!' as CustomFunctions.ErrorCode.invalidReference,
};

/** The error object that Excel shows; errors that a function cannot return itself come out as #VALUE!. */
function toError(fault: Fault, definition: Definition): CustomFunctions.Error {
  const code = CODES[errorCode(fault)] ?? CODES['#VALUE!']!;
  return new CustomFunctions.Error(code, explain(fault, definition, displayLanguage()));
}

/** One call of Excel's. Equal faults share one error object, as a column of a million can be wrong. */
function toExcel(definition: Definition): (...args: unknown[]) => unknown[][] {
  const bound = bind(definition);
  return (...args) => {
    const errors = new Map<string, CustomFunctions.Error>();
    const fail = (fault: Fault) => {
      const key = `${fault.kind} ${JSON.stringify(fault.detail)}`;
      const error = errors.get(key) ?? toError(fault, definition);
      errors.set(key, error);
      return error;
    };
    try {
      return bound(args, fail);
    } catch (problem) {
      return [[fail(new Fault('unexpected', { text: String(problem) }))]];
    }
  };
}

// Where office.js could not be loaded nobody asks for functions; the pane says what is wrong.
if (typeof CustomFunctions !== 'undefined') {
  for (const definition of definitions) CustomFunctions.associate(definition.id, toExcel(definition));
}
