import { readCode } from '../../src/tables/code';
import { readDay } from '../../src/tables/day';
import { exchangeOf } from '../../src/tables/exchange';
import { readPrinted, type Printed } from '../../src/tables/printed';

test.each([
  [1, '000001', 'SZSE'],
  ['1', '000001', 'SZSE'],
  [600000, '600000', 'SSE'],
  ['000001.SZ', '000001', 'SZSE'],
  ['1.SZ', '000001', 'SZSE'],
  ['000001.XSHE', '000001', 'SZSE'],
  ['600000.XSHG', '600000', 'SSE'],
  ['600000.SS', '600000', 'SSE'],
  ['sh600000', '600000', 'SSE'],
  ['SZ000001', '000001', 'SZSE'],
  ['bj430047', '430047', 'BSE'],
  ['SHSE.600000', '600000', 'SSE'],
  ['920001.XBSE', '920001', 'BSE'],
  ['８３０７９９', '830799', 'BSE'],
  ['688001', '688001', 'SSE'],
  ['900901', '900901', 'SSE'],
  ['510050', '510050', 'SSE'],
  ['159915', '159915', 'SZSE'],
  ['300750', '300750', 'SZSE'],
  ['200012', '200012', 'SZSE'],
  ['113050', '113050', null],
  ['010107', '010107', null],
  ['010107.SH', '010107', 'SSE'],
  ['600519 CH Equity', '600519', 'SSE'],
  ['000001 CS', '000001', 'SZSE'],
  ['600519_SH', '600519', 'SSE'],
  ['SZ-000001', '000001', 'SZSE'],
  ['SSE:600519', '600519', 'SSE'],
  ['1.600519', '600519', 'SSE'],
  ['0.000001', '000001', 'SZSE'],
  ['0.920001', '920001', 'BSE'],
  [1.600519, '1.600519', null],
  ['600519 贵州茅台', '600519', 'SSE'],
  ['000001.SZ(平安银行)', '000001', 'SZSE'],
  ['贵州茅台(600519)', '600519', 'SSE'],
  ['平安银行 000001.SZ', '000001', 'SZSE'],
  ['两只 600519 000001', '两只 600519 000001', null],
  ['XSHG', '', 'SSE'],
  ['合计', '合计', null],
  ['000001.US', '000001.US', null],
  ['1234567', '1234567', null],
  ['00700', '00700', null],
  ['60000¹', '60000¹', null],
  ['60000①', '60000①', null],
  [null, '', null],
])('the code %s is %s of %s', (cell, code, exchange) => expect(readCode(cell)).toEqual({ code, exchange }));

test.each([
  ['SSE', 'SSE'],
  ['上交所', 'SSE'],
  ['沪市', 'SSE'],
  ['融资融券_沪证', 'SSE'],
  ['深交所主板', 'SZSE'],
  ['XSHE', 'SZSE'],
  ['北交所', 'BSE'],
  ['沪深', null],
])('the exchange %s', (text, exchange) => expect(exchangeOf(text)).toBe(exchange));

test.each([
  ['2015-04-20 00:00:00', 42114],
  ['2015-04-20T00:00:00', 42114],
  [20150420, 42114],
  [42114.5, 42114],
  ['2015.04.20 15:00', 42114],
  ['20150420.0', 42114],
  ['--', null],
  [null, null],
])('the day %s', (cell, serial) => expect(readDay(cell)).toBe(serial));

test.each([
  [97753.18, -2, false],
  [97753.1, -1, false],
  [0.1 + 0.2, -1, false],
  [1e-7, -7, false],
  [1.5e-7, -8, false],
  [97753, 0, false],
  ['97753.10', -2, false],
  ['5.311746e+11', 5, false],
  ['6.6亿', 7, true],
  ['1,200股', 0, true],
])('%s is printed to the place %s', (cell, place, absolute) =>
  expect(readPrinted(cell) as Printed).toMatchObject({ place, absolute }),
);
