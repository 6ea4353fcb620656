import { EXPLANATIONS } from '../../src/binding/errors';
import type { Reason } from '../../src/number/arithmetic';
import { NativeFormula, NativeGroup, nativeOperations, type Operand, PRECEDENCE } from '../../src/number/native';

const cell = (text: string): NativeFormula =>
  new NativeFormula({ text, precedence: PRECEDENCE.atom, single: true, reference: true });
const range = (text: string, more: Partial<Operand> = {}): Operand => ({
  text,
  precedence: PRECEDENCE.atom,
  single: false,
  reference: true,
  ...more,
});
const [a, b, c] = [cell('A1'), cell('B1'), cell('C1')];
const number = NativeFormula.of;
const { sum, count, sumOver } = nativeOperations;

test.each<[printed: { readonly text: string }, expected: string]>([
  [a.plus(b).minus(c), 'A1+B1-C1'],
  [a.minus(b.minus(c)), 'A1-(B1-C1)'],
  [a.plus(b.plus(c)), 'A1+(B1+C1)'],
  [a.plus(b).times(c), '(A1+B1)*C1'],
  [a.times(b.times(c)), 'A1*(B1*C1)'],
  [a.times(number(-2)), 'A1*(-2)'],
  [number(1e-7).plus(a), '1E-7+A1'],
  // what changes nothing is not written
  [a.plus(number(0)), 'A1'],
  [number(0).plus(a), 'A1'],
  [a.minus(number(0)), 'A1'],
  [number(0).minus(a), '0-A1'],
  [a.times(number(1)), 'A1'],
  [number(1.3).times(number(0)).plus(a), 'A1'],
  [a.times(number(0)), 'A1*0'],
  // a bare reference would be skipped where it is blank
  [a.min(b), 'MIN(A1+0,B1+0)'],
  [a.max(b.plus(c)), 'MAX(A1+0,B1+C1)'],
  // MIN of a whole range would be one number
  [new NativeFormula(range('A1:A3')).min(b), '(A1:A3<=B1)*A1:A3+(A1:A3>B1)*B1'],
  [new NativeFormula(range('A1:A3')).minus(b).max(number(0)).times(c), '((A1:A3-B1>=0)*(A1:A3-B1)+(A1:A3-B1<0)*0)*C1'],
  [a.times(b).minus(c).rounded(), 'ROUND(A1*B1-C1,14-INT(LOG10(MAX(1,ABS(A1*B1),ABS(C1)))))'],
  [a.over(b).expression, 'A1/B1'],
  [a.plus(b).over(b.times(c)).expression, '(A1+B1)/(B1*C1)'],
  [a.over(b).unless(b, '=0', 'no_debt').expression, 'IF(B1=0,NA(),A1/B1)'],
  [a.over(b).min(c).max(number(0)).expression, 'MAX(MIN(A1/B1,C1+0),0)'],
  [
    a.over(b).floorTo(number(100)).zeroBelow(number(200)).expression,
    'IF(INT(A1/B1/100*1.00000000000001)*100<200,0,INT(A1/B1/100*1.00000000000001)*100)',
  ],
  [sum(new NativeGroup(range('A1:A3'))), 'SUM(A1:A3)'],
  [sum(new NativeGroup(range('A1', { single: true }))), 'A1'],
  [sum(new NativeGroup(range('A1:A3*2', { precedence: PRECEDENCE.product, reference: false }))), 'SUMPRODUCT(A1:A3*2)'],
  [sum(new NativeGroup(null)), '0'],
  [count(new NativeGroup(range('A1:A3'))), 'COUNT(A1:A3)'],
  [count(new NativeGroup(range('A1:A3*2', { reference: false }))), 'SUMPRODUCT(--ISNUMBER(A1:A3*2))'],
  [
    sumOver([new NativeGroup(range('A1:A3')), new NativeGroup(range('B1:B3'))], (x, y) => x.times(y)),
    'SUMPRODUCT(A1:A3*B1:B3)',
  ],
  [
    sumOver([new NativeGroup(range('A1', { single: true })), new NativeGroup(range('B1', { single: true }))], (x, y) =>
      x.times(y),
    ),
    'A1*B1',
  ],
  [sumOver([new NativeGroup(range('A1:A3')), new NativeGroup(null)], (x, y) => x.times(y)), '0'],
])('$text', ({ text }, expected) => {
  expect(text).toBe(expected);
});

test.each<Reason>([
  'no_debt',
  'cannot_reach_by_selling',
  'never_on_line',
  'already_on_line',
  'insolvent',
  'no_position',
  'target_too_low',
])('%s is the same error in both readings', (reason) => {
  const { text } = a.over(b).unless(b, '<=0', reason).expression;
  expect(text.replace('NA()', '#N/A')).toBe(`IF(B1<=0,${EXPLANATIONS[reason].code},A1/B1)`);
});
