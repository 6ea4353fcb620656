import { allCalls, outermostCalls } from '../../src/formula/calls';
import { respelt } from '../../src/share/reading/spelling';

/** Each call as its name and the text of its arguments. */
const found = (formula: string) =>
  allCalls(formula).map(({ id, args }) => [id, ...args.map(({ start, end }) => formula.slice(start, end))]);

test.each<[formula: string, ...calls: string[][]]>([
  ['=RZRQ.A(B2,C2)', ['A', 'B2', 'C2']],
  ['=rzrq.margin_balance(b2,c2)', ['MARGIN_BALANCE', 'b2', 'c2']],
  ['=@RZRQ.A(B2)', ['A', 'B2']],
  ['=_xldudf_RZRQ_A(B2)', ['A', 'B2']],
  ['=BloombergUI.xla!_xldudf_RZRQ_A(B2)', ['A', 'B2']],
  ["='C:\\Add ins\\x.xla'!_xldudf_RZRQ_A(B2)", ['A', 'B2']],
  ["='C:\\Files (x86)\\x.xla'!_xldudf_RZRQ_A(B2)", ['A', 'B2']],
  ['=RZRQ.A (B2)', ['A', 'B2']],
  ['=RZRQ.A()', ['A']],
  ['=RZRQ.A( )', ['A']],
  ['=RZRQ.A(,)', ['A', '', '']],
  ['=RZRQ.A(B2,,"x,y")', ['A', 'B2', '', '"x,y"']],
  ['=RZRQ.A({1,2;3,4},(B2,C2))', ['A', '{1,2;3,4}', '(B2,C2)']],
  ['=1+IF(RZRQ.A(B2)>0,RZRQ.B(RZRQ.A(C2),3),"RZRQ.A(1)")', ['A', 'B2'], ['B', 'RZRQ.A(C2)', '3'], ['A', 'C2']],
  ["=SUM('RZRQ.A(1)'!B2,[Book 1.xlsx]RZRQ.A!C3)"],
  ['="RZRQ.A(1)"&"rzrq."'],
  ['=RZRQ_ROLL(1,2,3)'],
  ['=RZRQ.A'],
  ['=tbl[RZRQ.A(1)]'],
  ['=MAP(A1:A3,LAMBDA(x,RZRQ.A(x,tbl[[#This Row],[证券 市值]])))', ['A', 'x', 'tbl[[#This Row],[证券 市值]]']],
  ['=RZRQ.净买入(B2)'],
])('%s', (formula, ...calls) => {
  expect(found(formula)).toEqual(calls);
});

test('an outer call hides those inside it', () => {
  expect(outermostCalls('=RZRQ.A(RZRQ.B(1),RZRQ.C(2))+RZRQ.D(3)').map(({ id }) => id)).toEqual(['A', 'D']);
});

test.each([
  ['=_xldudf_RZRQ_MARGIN_BALANCE(B2,C2)', '=RZRQ.MARGIN_BALANCE(B2,C2)'],
  [
    '=1+BloombergUI.xla!_xldudf_rzrq_margin_balance(B2,_xldudf_RZRQ_MARGIN_BALANCE(1,2))',
    '=1+RZRQ.MARGIN_BALANCE(B2,RZRQ.MARGIN_BALANCE(1,2))',
  ],
  ["='C:\\Program Files (x86)\\B\\BloombergUI.xla'!_xldudf_RZRQ_MARGIN_BALANCE(B2,C2)", '=RZRQ.MARGIN_BALANCE(B2,C2)'],
  ['=rzrq.margin_balance(B2,C2)', '=rzrq.margin_balance(B2,C2)'],
  ['=RZRQ.NO_SUCH_FUNCTION(B2)', undefined],
  ['="_xldudf_RZRQ_MARGIN_BALANCE("', undefined],
])('%s is typed again as %s', (formula, again) => {
  expect(respelt(formula)).toBe(again);
});
