import type { Size } from '../../../src/share/reading/grid';
import { nativeFormula } from '../../../src/share/native/formula';
import type { Surroundings } from '../../../src/formula/expression';
import { Why } from '../../../src/share/reasons';

const around: Surroundings = {
  named: (name) => ({ QTY: '数据!$B$2:$B$4', RATE: '$H$1', LEFTWARD: '表!A1:A2' })[name.toUpperCase()],
  spillNames: new Map([['days', '数据!$C$3']]),
  places: () => 2,
  spillOf: ({ left }) => (left === 25 ? undefined : { rows: 3, columns: 1 }),
};
const ONE: Size = { rows: 1, columns: 1 };
const native = (formula: string, size = ONE) => {
  const result = nativeFormula(formula, size, around);
  return result instanceof Why
    ? result.code
    : result.cells.map((line) => line.join(' | ')).join(' / ') + (result.arrays ? ' [arrays]' : '');
};

test.each([
  // precedence
  ['=10-RZRQ.FINANCING_BALANCE_ROLL(B2,C3-1,D3-E3)', '=10-(B2+(C3-1)-(D3-E3))'],
  ['=-RZRQ.FINANCING_NET_PURCHASE(A1,B1)^2', '=-(A1-B1)^2'],
  ['=2^RZRQ.FINANCING_NET_PURCHASE(3,1)', '=2^(3-1)'],
  ['=RZRQ.FINANCING_NET_PURCHASE(A1,B1)%', '=(A1-B1)%'],
  ['=RZRQ.PURCHASE_REPAYMENT_RATIO(A1,B1)*2', '=A1/B1*2'],
  ['=2/RZRQ.PURCHASE_REPAYMENT_RATIO(A1,B1)', '=2/(A1/B1)'],
  ['=(RZRQ.FINANCING_NET_PURCHASE(A1,B1))*2', '=(A1-B1)*2'],
  ['="净 "&RZRQ.FINANCING_NET_PURCHASE(A1,B1)', '="净 "&A1-B1'],
  ['=RZRQ.FINANCING_NET_PURCHASE(A1=B1,C1&D1)', '=(A1=B1)-(C1&D1)'],
  // arguments
  [
    '=RZRQ.FINANCING_BALANCE_ROLL(RZRQ.FINANCING_BALANCE_ROLL(B2,C3,D3),C4,RZRQ.FINANCING_NET_PURCHASE(D4,E4))',
    '=B2+C3-D3+C4-(D4-E4)',
  ],
  ['=RZRQ.FINANCING_NET_PURCHASE("6.6亿",8.35%)', '=660000000-8.35%'],
  ['=RZRQ.FINANCING_NET_PURCHASE("1,583.26","12%")', '=1583.26-0.12'],
  ['=RZRQ.FINANCING_NET_PURCHASE(A1,-1.5)', '=A1-(-1.5)'],
  ['=RZRQ.FINANCING_NET_PURCHASE(A1,)', '=A1'],
  ['=RZRQ.FINANCING_NET_PURCHASE(A1,"-")', 'text_argument'],
  ['=RZRQ.FINANCING_NET_PURCHASE(A1,TRUE)', 'text_argument'],
  ['=RZRQ.FINANCING_NET_PURCHASE(1,2,3)', 'too_many_arguments'],
  ['=RZRQ.MARGIN_BALANCE(A1)', 'argument_missing'],
  ["=RZRQ.FINANCING_NET_PURCHASE('RZRQ.A(1'!A1,[Book1.xlsx]融资!$B$2)", "='RZRQ.A(1'!A1-[Book1.xlsx]融资!$B$2"],
  ['=RZRQ.FINANCING_NET_PURCHASE(tbl[@买入],tbl[[#This Row],[融资 偿还]])', '=tbl[@买入]-tbl[[#This Row],[融资 偿还]]'],
  ['=@_xldudf_RZRQ_FINANCING_NET_PURCHASE(A1,RATE)', '=A1-RATE'],
  ['=LET(x,B2,RZRQ.FINANCING_NET_PURCHASE(x,C3))', '=LET(x,B2,x-C3)'],
  // defaults, choices, lines
  ['=RZRQ.FINANCING_INTEREST(A1,B1,C1)', '=A1*B1*C1/360'],
  ['=RZRQ.FINANCING_INTEREST(A1,B1,C1,365)', '=A1*B1*C1/365'],
  ['=RZRQ.FINANCING_INTEREST(A1,B1,C1,$H$1)', '=A1*B1*C1/IF($H$1="",360,$H$1)'],
  ['=RZRQ.MARGIN_CAPACITY(A1,B1,C1)', 'optional_in_cell'],
  ['=RZRQ.LENDING_BALANCE(A1,B1,"手")', '=A1*B1*10'],
  ['=RZRQ.LENDING_BALANCE(A1,B1,C1)', 'choice_in_cell'],
  // MIN and MAX only over single cells, a bare reference as a number
  ['=RZRQ.TOP_UP_COLLATERAL(A1,B1,C1)', '=MAX(C1*B1-A1,0)'],
  ['=RZRQ.MARGIN_CAPACITY_QTY(A1,B1,C1)', '=INT(ROUND(MAX(A1+0,0)/(B1*C1)/100,8))*100'],
  // differences to the places of their figures
  ['=RZRQ.MARGIN_BALANCE_BREAK(A1,B1,C1)', '=ROUND(A1+B1-C1,2)'],
  // ranges used whole
  ['=RZRQ.MARGIN_DEBT(E15:E16,B19:B20,C19:C20,B6)', '=SUM(E15:E16)+SUMPRODUCT(B19:B20*C19:C20)+B6'],
  ['=RZRQ.MARGIN_DEBT(E15,B19,C19)', '=E15+B19*C19'],
  ['=RZRQ.MARGIN_DEBT(E15:E16,B19:B20,C19:C22)', 'different_shapes'],
  ['=RZRQ.MARGIN_DEBT(A:A,tbl[量],tbl[价])', '=SUM(A:A)+SUMPRODUCT(tbl[量]*tbl[价])'],
  ['=RZRQ.DAYS_TO_COVER(A1,B1:B5*100)', '=A1*SUMPRODUCT(--ISNUMBER(B1:B5*100))/SUMPRODUCT(B1:B5*100)'],
  // dates
  [
    '=RZRQ.INTEREST_DAYS("2024-01-31",20240210)',
    '=IF(DATE(2024,2,10)<DATE(2024,1,31),#VALUE!,IF(DATE(2024,2,10)=DATE(2024,1,31),1,DATE(2024,2,10)-DATE(2024,1,31)))',
  ],
  // whole spills
  ['=RZRQ.FINANCING_NET_PURCHASE(SUM(C3#),MAX(Days))', '=SUM(C3#)-MAX(Days) [arrays]'],
  ['=RZRQ.FINANCING_NET_PURCHASE(Z1#,1)', '=Z1#-1 [arrays]'],
  ['=RZRQ.MARGIN_DEBT(E15,C3#,D3:D6)', 'different_shapes'],
  // steps that end in an operator
  ['=A1/RZRQ.SCALE(B1,"万元","元")', '=A1/IF(B1="","",B1*10000)'],
  ['=2^RZRQ.SCALE(B1,"元","元")', '=2^IF(B1="","",B1/1)'],
  ['=RZRQ.SCALE(B1,"元","万元")^2', '=IF(B1="","",B1/10000)^2'],
  ['=RZRQ.SCALE(B1,"万元","元")%', '=IF(B1="","",B1*10000)%'],
  ['=100-RZRQ.SCALE(B1,"万元","元")', '=100-IF(B1="","",B1*10000)'],
  [
    '=RZRQ.LENDING_BALANCE(RZRQ.SCALE(A1,"万元","元"),RZRQ.SCALE(B1,"元","万元"))',
    '=IF(A1="","",A1*10000)*IF(B1="","",B1/10000)',
  ],
  ['=RZRQ.MARGIN_BALANCE_BREAK(RZRQ.SCALE(A1,"万元","元"),B1,C1)', '=ROUND(IF(A1="","",A1*10000)+B1-C1,2)'],
  ['=@RZRQ.SCALE(B1,"万元","元")+1', '=IF(B1="","",B1*10000)+1'],
  ['=@_xldudf_RZRQ_CONTRACT_DUE_DATE(A1)+1', '=IF(A1="","",EDATE(INT(A1),6))+1'],
  // several criteria make several results
  ['=SUM(RZRQ.FINANCING_NET_PURCHASE(SUMIFS(C:C,A:A,E2:E4),1))', '=SUM(SUMIFS(C:C,A:A,E2:E4)-1) [arrays]'],
  ['=SUM(RZRQ.FINANCING_NET_PURCHASE(SUMIFS(C:C,A:A,E2),1))', '=SUM(SUMIFS(C:C,A:A,E2)-1)'],
  // what has none
  ['=RZRQ.RECONCILE(A1:C9)', 'no_closed_formula'],
  ['=RZRQ.NO_SUCH_FUNCTION(A1)', 'not_ours'],
  ['=INDEX(RZRQ.FINANCING_BALANCE_SERIES(B2,C3:C5,D3:D5),2)', 'range_inside'],
  ['=SUM(RZRQ.FINANCING_NET_PURCHASE(C3:C5,D3:D5))', '=SUM(C3:C5-D3:D5) [arrays]'],
  ['=RZRQ.FINANCING_BALANCE_SERIES(B2,C3,D3)', '=B2+C3-D3'],
])('%s → %s', (formula, expected) => {
  expect(native(formula)).toBe(expected);
});

test.each<[formula: string, size: Size, expected: string]>([
  ['=RZRQ.FINANCING_NET_PURCHASE(C3:C5,D3:D5)', { rows: 3, columns: 1 }, '=C3-D3 / =C4-D4 / =C5-D5'],
  ['=RZRQ.FINANCING_NET_PURCHASE(C3:C5,$H$1)*2', { rows: 3, columns: 1 }, '=(C3-$H$1)*2 / =(C4-$H$1)*2 / =(C5-$H$1)*2'],
  [
    '=RZRQ.FINANCING_NET_PURCHASE(C3:C5,D2:E2)',
    { rows: 3, columns: 2 },
    '=C3-D2 | =C3-E2 / =C4-D2 | =C4-E2 / =C5-D2 | =C5-E2',
  ],
  ['=RZRQ.FINANCING_NET_PURCHASE(C3:C5,D3:D4)', { rows: 3, columns: 1 }, '=C3-D3 / =C4-D4 / =C5-NA()'],
  ['=RZRQ.FINANCING_NET_PURCHASE(C:C,D$3:D$4)', { rows: 2, columns: 1 }, '=C1-D$3 / =C2-D$4'],
  ['=RZRQ.FINANCING_NET_PURCHASE(C3:C5,QTY)', { rows: 3, columns: 1 }, '=C3-数据!$B$2 / =C4-数据!$B$3 / =C5-数据!$B$4'],
  ['=RZRQ.FINANCING_NET_PURCHASE(C3#,QTY)', { rows: 3, columns: 1 }, '=C3#-QTY /  /  [arrays]'],
  ['=RZRQ.FINANCING_NET_PURCHASE(Days,1)', { rows: 3, columns: 1 }, '=Days-1 /  /  [arrays]'],
  [
    '=RZRQ.BALANCE_TO_TURNOVER(C3:C4,E3#)',
    { rows: 2, columns: 1 },
    '=C3*COUNT(E3#)/SUM(E3#) / =C4*COUNT(E3#)/SUM(E3#) [arrays]',
  ],
  [
    '=IFERROR(RZRQ.FINANCING_NET_PURCHASE(C3:C4,D3:D4),SUM(C3:C4))',
    { rows: 2, columns: 1 },
    '=IFERROR(C3-D3,SUM(C3:C4)) / =IFERROR(C4-D4,SUM(C3:C4))',
  ],
  [
    '=RZRQ.BALANCE_TO_TURNOVER(C3:C4,D3:D9)',
    { rows: 2, columns: 1 },
    '=C3*COUNT(D3:D9)/SUM(D3:D9) / =C4*COUNT(D3:D9)/SUM(D3:D9)',
  ],
  [
    '=RZRQ.FINANCING_BALANCE_SERIES(B2,C3:C5,D3:D5)',
    { rows: 3, columns: 1 },
    '=$B$2+SUM($C$3:C3)-SUM($D$3:D3) / =$B$2+SUM($C$3:C4)-SUM($D$3:D4) / =$B$2+SUM($C$3:C5)-SUM($D$3:D5)',
  ],
  [
    "=RZRQ.FINANCING_BALANCE_SERIES('日 1'!B2,'日 1'!C3:D3,'日 1'!C4:D4)/10000",
    { rows: 1, columns: 2 },
    "=('日 1'!$B$2+SUM('日 1'!$C$3:C3)-SUM('日 1'!$C$4:C4))/10000 | =('日 1'!$B$2+SUM('日 1'!$C$3:D3)-SUM('日 1'!$C$4:D4))/10000",
  ],
  ['=RZRQ.FINANCING_BALANCE_SERIES(B2,C3:D4,E3:F4)', { rows: 2, columns: 2 }, 'range_inside'],
  // a series beside a range across it, and beside a longer one
  [
    '=RZRQ.FINANCING_BALANCE_SERIES(A1,B1:B2,C1:C2)*H1:I1',
    { rows: 2, columns: 2 },
    '=($A$1+SUM($B$1:B1)-SUM($C$1:C1))*H1 | =($A$1+SUM($B$1:B1)-SUM($C$1:C1))*I1 / =($A$1+SUM($B$1:B2)-SUM($C$1:C2))*H1 | =($A$1+SUM($B$1:B2)-SUM($C$1:C2))*I1',
  ],
  [
    '=RZRQ.FINANCING_BALANCE_SERIES(A1,B1:C1,B2:C2)+H1:H2',
    { rows: 2, columns: 2 },
    '=$A$1+SUM($B$1:B1)-SUM($B$2:B2)+H1 | =$A$1+SUM($B$1:C1)-SUM($B$2:C2)+H1 / =$A$1+SUM($B$1:B1)-SUM($B$2:B2)+H2 | =$A$1+SUM($B$1:C1)-SUM($B$2:C2)+H2',
  ],
  [
    '=RZRQ.FINANCING_BALANCE_SERIES(A1,B1:B2,C1:C2)+H1:H3',
    { rows: 3, columns: 1 },
    '=$A$1+SUM($B$1:B1)-SUM($C$1:C1)+H1 / =$A$1+SUM($B$1:B2)-SUM($C$1:C2)+H2 / =$A$1+NA()-NA()+H3',
  ],
  // criteria go cell by cell, and so does which of the largest
  [
    '=RZRQ.FINANCING_NET_PURCHASE(SUMIFS(C:C,A:A,E2:E3),SUMIFS(D:D,A:A,E2:E3))',
    { rows: 2, columns: 1 },
    '=SUMIFS(C:C,A:A,E2)-SUMIFS(D:D,A:A,E2) / =SUMIFS(C:C,A:A,E3)-SUMIFS(D:D,A:A,E3)',
  ],
  [
    '=RZRQ.FINANCING_NET_PURCHASE(COUNTIF(A:A,">"&B1:B2),SUMIF(A:A,B1:B2,C:C))',
    { rows: 2, columns: 1 },
    '=COUNTIF(A:A,">"&B1)-SUMIF(A:A,B1,C:C) / =COUNTIF(A:A,">"&B2)-SUMIF(A:A,B2,C:C)',
  ],
  [
    '=RZRQ.FINANCING_NET_PURCHASE(LARGE(A1:A9,E1:E2),COUNTIFS(A:A,1,B:B,E1:E2))',
    { rows: 2, columns: 1 },
    '=LARGE(A1:A9,E1)-COUNTIFS(A:A,1,B:B,E1) / =LARGE(A1:A9,E2)-COUNTIFS(A:A,1,B:B,E2)',
  ],
  ['=RZRQ.FINANCING_NET_PURCHASE(LARGE(A1:A9,{1;2}),1)', { rows: 2, columns: 1 }, '=LARGE(A1:A9,{1;2})-1 /  [arrays]'],
  // what means other cells in other rows is not copied down
  ['=@A1:A2+RZRQ.FINANCING_NET_PURCHASE(C1:C2,1)', { rows: 2, columns: 1 }, '=@A1:A2+(C1:C2-1) /  [arrays]'],
  ['=@A1+RZRQ.FINANCING_NET_PURCHASE(C1:C2,1)', { rows: 2, columns: 1 }, '=@A1+(C1-1) / =@A1+(C2-1)'],
  ['=RZRQ.FINANCING_NET_PURCHASE(C1:C2,SUM(@A1:A2))', { rows: 2, columns: 1 }, '=C1:C2-SUM(@A1:A2) /  [arrays]'],
  [
    '=RZRQ.FINANCING_NET_PURCHASE(C1:C2,SUM(tbl[@[买入]:[偿还]]))',
    { rows: 2, columns: 1 },
    '=C1:C2-SUM(tbl[@[买入]:[偿还]]) /  [arrays]',
  ],
  [
    '=RZRQ.FINANCING_NET_PURCHASE(C1:C2,SUM(tbl[买入]))',
    { rows: 2, columns: 1 },
    '=C1-SUM(tbl[买入]) / =C2-SUM(tbl[买入])',
  ],
  ['=RZRQ.FINANCING_NET_PURCHASE(LEFTWARD,1)', { rows: 2, columns: 1 }, '=LEFTWARD-1 /  [arrays]'],
  ['=RZRQ.FINANCING_NET_PURCHASE(C1:C2,SUM(LEFTWARD))', { rows: 2, columns: 1 }, '=C1:C2-SUM(LEFTWARD) /  [arrays]'],
  ['=RZRQ.FINANCING_NET_PURCHASE(C1:C2,SUM(QTY))', { rows: 2, columns: 1 }, '=C1-SUM(QTY) / =C2-SUM(QTY)'],
  [
    '=FILTER(RZRQ.FINANCING_NET_PURCHASE(C3:C5,D3:D5),A3:A5>0)',
    { rows: 2, columns: 1 },
    '=FILTER(C3:C5-D3:D5,A3:A5>0) /  [arrays]',
  ],
])('%s over %j → %s', (formula, size, expected) => {
  expect(native(formula, size)).toBe(expected);
});
