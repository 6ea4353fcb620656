import { errorCode } from '../../src/binding/errors';
import { bind } from '../../src/binding/bind';
import { definitions } from '../../src/functions/index';
import { words } from '../../src/functions/words';
import { inOrder } from '../support/cells';

/** As Microsoft's runtime makes it, for a function that asks for its address, and for one that does not. */
const INVOCATIONS = [
  { address: 'Sheet1!C2', parameterAddresses: ['Sheet1!A2'], functionName: 'RZRQ.X', isInValuePreview: false },
  {},
];

const shortened = definitions.flatMap((definition) => {
  const optionals = definition.params.filter(({ optional }) => optional).length;
  const { args } = words[definition.id]!.examples[0]!;
  return Array.from({ length: optionals + 1 }, (_, missing) => ({
    id: definition.id,
    missing,
    definition,
    known: inOrder(definition, args).slice(0, definition.params.length - missing),
  }));
});

// office-js #2777: for a while after an update Excel does not know of the newer arguments.
test.each(shortened)('$id, with $missing of its optionals unknown to Excel', ({ definition, known }) => {
  const result = (...args: unknown[]) => bind(definition)(args, errorCode);
  for (const invocation of INVOCATIONS) expect(result(...known, invocation)).toEqual(result(...known));
});
