import { Fault } from '../../src/cells/fault';
import { errorsOf } from '../../src/excel/errors';
import { MARGIN_BALANCE } from '../../src/functions/daily/margin-balance';

class CellError {
  constructor(
    readonly code: string,
    readonly message: string,
  ) {}
}

beforeAll(() => void Object.assign(globalThis, { CustomFunctions: { Error: CellError } }));
afterAll(() => void Reflect.deleteProperty(globalThis, 'CustomFunctions'));

const failing = () => errorsOf(MARGIN_BALANCE.params);
const word = (text: string, param = 'financing_balance') => new Fault('not_a_number', { param, text });

test('two faults of one kind that say different things are two errors', () => {
  const fail = failing();
  const all = [word('x'), word('y'), word('x', 'lending_balance')].map(fail);
  expect(new Set(all).size).toBe(3);
  expect(new Set(all.map(({ message }) => message)).size).toBe(3);
});

test('faults that say the same share one error', () => {
  const fail = failing();
  expect(fail(word('x'))).toBe(fail(word('x')));
});

test('an error that no function can return comes out as #VALUE!', () => {
  const fail = failing();
  expect(fail(new Fault('error_cell', { code: '#SPILL!' })).code).toBe('#VALUE!');
  expect(fail(new Fault('error_cell', { code: '#REF!' })).code).toBe('#REF!');
});
