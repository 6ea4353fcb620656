import fc from 'fast-check';
import { dayOf, isoDate, readDate, serialOf } from '../../src/cells/date';
import { toCell } from '../../src/cells/cell';
import { Fault } from '../../src/cells/fault';

function read(raw: unknown): string | null {
  const serial = readDate(toCell(raw));
  if (serial === null) return null;
  return serial instanceof Fault ? (serial.detail.code ?? serial.kind) : isoDate(serial);
}

test.each<[unknown, string | null]>([
  [41654, '2014-01-15'],
  [41654.75, '2014-01-15'],
  [20140115, '2014-01-15'],
  ['20140115', '2014-01-15'],
  ['2014-01-15', '2014-01-15'],
  ['2014-1-5', '2014-01-05'],
  ['2014/1/15', '2014-01-15'],
  ['2014年1月15日', '2014-01-15'],
  ['２０１４－０１－１５', '2014-01-15'],
  [32874, '1990-01-01'],
  [73415, '2100-12-31'],
  [32873, 'not_a_date'],
  [73416, 'not_a_date'],
  [20141301, 'not_a_date'],
  ['2014-02-29', 'not_a_date'],
  ['2016-02-29', '2016-02-29'],
  ['15.01.2014', 'not_a_date'],
  ['昨日', 'not_a_date'],
  [true, 'not_a_date'],
  [-1, 'not_a_date'],
  [null, null],
  ['', null],
  [0, null],
  ['-', 'missing'],
  [{ type: 'Error', basicValue: '#REF!' }, '#REF!'],
  [{ type: 'Double', basicValue: 41654, numberFormat: 'yyyy-mm-dd' }, '2014-01-15'],
])('%p reads as %p', (raw, expected) => {
  expect(read(raw)).toBe(expected);
});

test('a serial is its day', () => {
  fc.assert(
    fc.property(fc.integer({ min: 32874, max: 73415 }), (serial) => {
      const { year, month, day } = dayOf(serial);
      return serialOf(year, month, day) === serial && readDate(isoDate(serial)) === serial;
    }),
  );
  expect(serialOf(2000, 1, 1)).toBe(36526);
});
