import { readUnit } from '../../src/tables/units';

test.each([
  ['万元', 4, 'amount'],
  ['(亿股)', 8, 'quantity'],
  ['单位：万元', 4, 'amount'],
  ['wan_yuan', 4, 'amount'],
  ['亿', 8, null],
])('the unit %s', (text, power, measures) => expect(readUnit(text)).toEqual({ power, measures }));

test.each(['', '公斤', 'constructor', '__proto__', 'toString'])('%p is no unit', (text) =>
  expect(readUnit(text)).toBeUndefined(),
);
