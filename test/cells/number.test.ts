import { toCell } from '../../src/cells/cell';
import { Fault } from '../../src/cells/fault';
import { Numeral, readNumber } from '../../src/cells/number';
import { Exact } from '../../src/number/exact';

/** The decimal that a cell stands for, null for a blank, or the kind of its fault. */
function read(raw: unknown): string | null {
  const number = readNumber(toCell(raw));
  if (number === null) return null;
  if (number instanceof Fault) return number.detail.code ?? number.kind;
  return (number instanceof Numeral ? Exact.parse(number.digits) : Exact.of(number)).toString();
}

test.each<[unknown, string | null]>([
  // numbers
  [1583.26, '1583.26'],
  [0, '0'],
  [45678, '45678'],
  // nothing
  [null, null],
  [undefined, null],
  ['', null],
  ['   ', null],
  ['\u3000', null],
  [{ type: 'Empty', basicValue: '' }, null],
  // text that is a number
  ['1,583.26', '1583.26'],
  [' 12 ', '12'],
  ['12%', '0.12'],
  ['8.35%', '0.0835'],
  ['１２', '12'],
  ['１２．５％', '0.125'],
  ['1，583', '1583'],
  ['6.6亿', '660000000'],
  ['97753.18万', '977531800'],
  ['97753.18万元', '977531800'],
  ['97753.18 万元', '977531800'],
  ['30.66万股', '306600'],
  ['1.5百万元', '1500000'],
  ['2千元', '2000'],
  ['1.2万亿元', '1200000000000'],
  ['100元', '100'],
  ['-5', '-5'],
  ['−5', '-5'],
  ['+5', '5'],
  ['.5', '0.5'],
  ['5.311746e+11', '531174600000'],
  ['1E3', '1000'],
  ['12345678901234567.89', '12345678901234567.89'],
  // not published
  ['-', 'missing'],
  ['--', 'missing'],
  ['—', 'missing'],
  ['N/A', 'missing'],
  ['nan', 'missing'],
  ['None', 'missing'],
  ['null', 'missing'],
  // other text
  ['1,58', 'not_a_number'],
  ['1,5833', 'not_a_number'],
  ['待定', 'not_a_number'],
  ['12 13', 'not_a_number'],
  ['2014-01-15', 'not_a_number'],
  ['12%亿', 'not_a_number'],
  [true, 'not_a_number'],
  [false, 'not_a_number'],
  // errors, in both shapes
  [{ type: 'Error', basicValue: '#DIV/0!' }, '#DIV/0!'],
  [{ code: '#N/A' }, '#N/A'],
  [{ type: 'CustomFunctionError', code: '#SPILL!' }, '#SPILL!'],
  // wrapped numbers
  [{ type: 'Double', basicValue: 0.05, numberFormat: '0.00%' }, '0.05'],
  [{ type: 'FormattedNumber', basicValue: 12.5 }, '12.5'],
  [{ type: 'String', basicValue: '6.6亿' }, '660000000'],
  // what no host should send
  [NaN, 'not_a_number'],
  [Infinity, 'not_a_number'],
  [{ type: 'Entity', text: 'x' }, 'not_a_number'],
  [{}, 'not_a_number'],
  [[1], 'not_a_number'],
  [Symbol.iterator, 'not_a_number'],
])('%p reads as %p', (raw, expected) => {
  expect(read(raw)).toBe(expected);
});
