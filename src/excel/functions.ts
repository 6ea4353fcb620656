import { bind } from '../binding/bind';
import type { Bound } from '../binding/call';
import { Fault } from '../cells/fault';
import type { Definition } from '../functions/catalogue/define';
import { definitions } from '../functions/index';
import { errorsOf } from './errors';

/** A function of Excel's, bound when it is first called: a workbook uses few of them, and waits for all at its start. */
function toExcel(definition: Definition): (...args: unknown[]) => unknown[][] {
  let bound: Bound | undefined;
  return (...args) => {
    const fail = errorsOf(definition);
    try {
      bound ??= bind(definition);
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
