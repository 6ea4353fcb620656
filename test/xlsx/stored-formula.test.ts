import { shownFormula, storedFormula } from '../../src/xlsx/stored-formula';
import { takesArrays } from '../../src/xlsx/takes-arrays';

test.each([
  ['RZRQ.MARGIN_BALANCE(B2,C2)', '_xldudf_RZRQ_MARGIN_BALANCE(B2,C2)'],
  ['SUM(A1#)', 'SUM(_xlfn.ANCHORARRAY(A1))'],
  ["'My Sheet'!A1#+融资!B2", "_xlfn.ANCHORARRAY('My Sheet'!A1)+融资!B2"],
  ['@A1:A3*2', '_xlfn.SINGLE(A1:A3)*2'],
  ['@RZRQ.SCALE(A1:A3,"万元","元")', '_xlfn.SINGLE(_xldudf_RZRQ_SCALE(A1:A3,"万元","元"))'],
  ['LET(x,A1,y,x+1,x*y)', '_xlfn.LET(_xlpm.x,A1,_xlpm.y,_xlpm.x+1,_xlpm.x*_xlpm.y)'],
  ['LAMBDA(a,[b],a+b)(1,2)', '_xlfn.LAMBDA(_xlpm.a,_xlop.b,_xlpm.a+_xlpm.b)(1,2)'],
  ['FILTER(A1:A3,B1:B3>0)&"RZRQ.X("', '_xlfn._xlws.FILTER(A1:A3,B1:B3>0)&"RZRQ.X("'],
  ['IFNA(XLOOKUP(1,A:A,B:B),0)', '_xlfn.IFNA(_xlfn.XLOOKUP(1,A:A,B:B),0)'],
  ['IF(A1="",NA(),[1]Sheet1!B2)', 'IF(A1="",NA(),[1]Sheet1!B2)'],
])('%s is stored as %s, and back', (shown, stored) => {
  expect(storedFormula(shown)).toBe(stored);
  expect(shownFormula(stored)).toBe(shown);
});

test('the short sign for a row of a table is only for people', () => {
  expect(storedFormula('Roll[@prior]*2')).toBe('Roll[[#This Row],[prior]]*2');
});

test.each([
  ['=A1+B2*2', false],
  ['=IF(AND(A1>0,B1>0),A1/B1,NA())', false],
  ['=SUM(A1:A9)-SUM($B$1:B9)', false],
  ['=SUMPRODUCT((A1:A3<=B1:B3)*A1:A3)', false],
  ['=VLOOKUP(A1,B1:C9,2)', false],
  ['=SUMPRODUCT(IF(A1:A3>0,A1:A3,0))', true],
  ['=SUM(IF(A1:A3>0,A1:A3))', true],
  ['=A1:A3*2', true],
  ['=SUM(A1#)', true],
  ['=SUM({1,2}*A1)', true],
  ['=days', true],
  ['=SEQUENCE(3)', true],
  ['=RZRQ.MARGIN_BALANCE(A1,B1)', true],
])('%s takes arrays: %s', (formula, takes) => expect(takesArrays(formula)).toBe(takes));
