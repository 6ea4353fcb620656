import type { Fault } from '../../src/cells/fault';
import { readWord } from '../../src/cells/word';

const options = [
  { value: 'SSE', zh: '上交所', also: ['沪'] },
  { value: 'SZSE', zh: '深交所' },
] as const;

test.each([
  ['SSE', 'SSE'],
  ['sse', 'SSE'],
  [' ＳＳＥ ', 'SSE'],
  ['上交所', 'SSE'],
  ['沪', 'SSE'],
  ['深交所', 'SZSE'],
  [null, null],
])('%p is %p', (cell, expected) => {
  expect(readWord(cell, options)).toBe(expected);
});

test('any other word names the words that would do', () => {
  const fault = readWord('NYSE', options) as Fault;
  expect(fault.kind).toBe('not_a_choice');
  expect(fault.detail).toEqual({ text: 'NYSE', allowed: ['SSE 上交所', 'SZSE 深交所'] });
});
