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
  [20141301, 'no_such_day'],
  ['2014-02-29', 'no_such_day'],
  ['2025年13月1日', 'no_such_day'],
  ['2025/0/10', 'no_such_day'],
  ['20250230', 'no_such_day'],
  ['1989-12-31', 'not_a_date'],
  ['2101.1.1', 'not_a_date'],
  [99999999, 'not_a_date'],
  ['2014.1.15', '2014-01-15'],
  ['2014年1月15号', '2014-01-15'],
  ['2014 年 1 月 15 日', '2014-01-15'],
  ['2014 - 01 - 15', '2014-01-15'],
  ['２０１４年１月１５日', '2014-01-15'],
  ['2014年1⽉15⽇', '2014-01-15'],
  ['\ufeff2014-01-15\u200b', '2014-01-15'],
  ['20140115.0', '2014-01-15'],
  // a time behind
  ['2014-01-15 15:00', '2014-01-15'],
  ['2014/1/15 0:00:00', '2014-01-15'],
  ['2014.1.15 9:30', '2014-01-15'],
  ['20140115 15:00:00', '2014-01-15'],
  ['2014年1月15日15时30分', '2014-01-15'],
  ['2014年1月15日 下午3:00', '2014-01-15'],
  ['2014-01-15 3:00 PM', '2014-01-15'],
  ['2014-01-15T00:00:00', '2014-01-15'],
  ['2014-01-15T00:00:00.000+08:00', '2014-01-15'],
  ['2014-01-15T15:59:59Z', '2014-01-15'],
  ['2014-01-15T16:00:00.000Z', 'not_a_date'],
  ['2014-01-15T00:00:00-05:00', 'not_a_date'],
  ['2014-01-15 25:00', 'not_a_date'],
  ['2014-01-15 15', 'not_a_date'],
  ['2014-01-1515:00', 'not_a_date'],
  // other text
  ['2014-01/15', 'not_a_date'],
  ['20140115.5', 'not_a_date'],
  [20140115.5, 'not_a_date'],
  ['二〇二六年一月一日', 'not_a_date'],
  ['2014-01-1⑤', 'not_a_date'],
  ['2014-01-15¹', 'not_a_date'],
  ['05/01/2025', 'not_a_date'],
  ['26-11-28', 'not_a_date'],
  ['41654', 'not_a_date'],
  ['\u200b', null],
  ['2016-02-29', '2016-02-29'],
  ['15.01.2014', 'not_a_date'],
  ['昨日', 'not_a_date'],
  [true, 'not_a_date'],
  [-1, 'not_a_date'],
  [null, null],
  ['', null],
  [0, null],
  ['-', 'missing'],
  ['停牌', 'missing'],
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
