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
  ['12,345,678.9', '12345678.9'],
  ['¥1,234', '1234'],
  ['￥1,234.50', '1234.5'],
  ['¥ 12', '12'],
  ['-¥12', '-12'],
  ['¥-12', '-12'],
  ['¥6.6亿元', '660000000'],
  ['(1,234.50)', '-1234.5'],
  ['（1,234.50）', '-1234.5'],
  ['(¥1,234.50)', '-1234.5'],
  ['(6.6亿)', '-660000000'],
  ['1 234', '1234'],
  ['1\u00a0234\u00a0567.8', '1234567.8'],
  ['1\u202f234', '1234'],
  ['\ufeff1,234\u200b', '1234'],
  ['\u200e12', '12'],
  // not published
  ['-', 'missing'],
  ['--', 'missing'],
  ['—', 'missing'],
  ['N/A', 'missing'],
  ['nan', 'missing'],
  ['None', 'missing'],
  ['null', 'missing'],
  ['暂无', 'missing'],
  ['停牌', 'missing'],
  ['－－', 'missing'],
  // other text
  ['1,58', 'not_a_number'],
  ['1,5833', 'not_a_number'],
  ['1,23,4', 'not_a_number'],
  ['1,234 567', 'not_a_number'],
  ['1234 567', 'not_a_number'],
  ['12.5-', 'not_a_number'],
  ['(-5)', 'not_a_number'],
  ['(5', 'not_a_number'],
  ['5)', 'not_a_number'],
  ['((5))', 'not_a_number'],
  ['()', 'not_a_number'],
  ['-¥-5', 'not_a_number'],
  ['--5', 'not_a_number'],
  ['¥5%', 'not_a_number'],
  ['¥5股', 'not_a_number'],
  ['$5', 'not_a_number'],
  ['5‰', 'not_a_number'],
  ['1\u200b234', 'not_a_number'],
  ['constructor', 'not_a_number'],
  ['__proto__', 'not_a_number'],
  // other digits than the full-width ones are other text
  ['1583①', 'not_a_number'],
  ['10⁵', 'not_a_number'],
  ['5₂', 'not_a_number'],
  ['⒈5', 'not_a_number'],
  ['½', 'not_a_number'],
  ['㈠', 'not_a_number'],
  ['Ⅻ', 'not_a_number'],
  ['𝟏𝟐', 'not_a_number'],
  ['١٢', 'not_a_number'],
  ['二千', 'not_a_number'],
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
