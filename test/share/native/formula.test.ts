import type { Size } from '../../../src/share/reading/grid';
import { nativeFormula } from '../../../src/share/native/formula';
import type { Surroundings } from '../../../src/formula/expression';
import { Why } from '../../../src/share/reasons';

const around: Surroundings = {
  named: (name) => ({ QTY: '数据!$B$2:$B$4', RATE: '$H$1', LEFTWARD: '表!A1:A2' })[name.toUpperCase()],
  spillNames: new Map([['days', '数据!$C$3']]),
  valueAt: () => '',
  holdsTextFigure: () => false,
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
  ['=10-RZRQ.FINANCING_BALANCE_ROLL(B2,C3-1,D3-E3)', '=10-IF(COUNT(B2)=1,B2+(C3-1)-(D3-E3),NA())'],
  ['=-RZRQ.FINANCING_NET_PURCHASE(A1,B1)^2', '=-IF(A1&B1="","",IF(COUNT(A1,B1)=COUNTA(A1,B1),A1-B1,NA()))^2'],
  ['=2^RZRQ.FINANCING_NET_PURCHASE(3,1)', '=2^(3-1)'],
  ['=RZRQ.FINANCING_NET_PURCHASE(A1,B1)%', '=IF(A1&B1="","",IF(COUNT(A1,B1)=COUNTA(A1,B1),A1-B1,NA()))%'],
  ['=RZRQ.PURCHASE_REPAYMENT_RATIO(A1,B1)*2', '=IF(A1&B1="","",IF(COUNT(A1,B1)=COUNTA(A1,B1),A1/B1,NA()))*2'],
  ['=2/RZRQ.PURCHASE_REPAYMENT_RATIO(A1,B1)', '=2/IF(A1&B1="","",IF(COUNT(A1,B1)=COUNTA(A1,B1),A1/B1,NA()))'],
  ['=(RZRQ.FINANCING_NET_PURCHASE(A1,B1))*2', '=(IF(A1&B1="","",IF(COUNT(A1,B1)=COUNTA(A1,B1),A1-B1,NA())))*2'],
  ['="净 "&RZRQ.FINANCING_NET_PURCHASE(A1,B1)', '="净 "&IF(A1&B1="","",IF(COUNT(A1,B1)=COUNTA(A1,B1),A1-B1,NA()))'],
  [
    '=RZRQ.FINANCING_NET_PURCHASE(A1=B1,C1&D1)',
    '=IF((A1=B1)&(C1&D1)="","",IF(AND(ISNUMBER(A1=B1),ISNUMBER(C1&D1)),(A1=B1)-(C1&D1),NA()))',
  ],
  // arguments
  [
    '=RZRQ.FINANCING_BALANCE_ROLL(RZRQ.FINANCING_BALANCE_ROLL(B2,C3,D3),C4,RZRQ.FINANCING_NET_PURCHASE(D4,E4))',
    '=IF(C4&IF(D4&E4="","",IF(COUNT(D4,E4)=COUNTA(D4,E4),D4-E4,NA()))="","",IF(COUNT(C4)=COUNTA(C4),IF(C3&D3="","",IF(COUNT(B2,C3,D3)=COUNTA(C3,D3)+1,B2+C3-D3,NA()))+C4-IF(D4&E4="","",IF(COUNT(D4,E4)=COUNTA(D4,E4),D4-E4,NA())),NA()))',
  ],
  ['=RZRQ.FINANCING_NET_PURCHASE("6.6亿",8.35%)', '=660000000-8.35%'],
  ['=RZRQ.FINANCING_NET_PURCHASE("1,583.26","12%")', '=1583.26-0.12'],
  ['=RZRQ.FINANCING_NET_PURCHASE(A1,-1.5)', '=IF(COUNT(A1)=COUNTA(A1),A1-(-1.5),NA())'],
  ['=RZRQ.FINANCING_NET_PURCHASE(A1,)', '=IF(A1="","",IF(COUNT(A1)=COUNTA(A1),A1,NA()))'],
  [
    '=RZRQ.DROP_TO_LINE(A1,"20万",B1,C1)',
    '=IF(AND(COUNT(A1,B1,C1)=COUNTA(C1)+2,MIN(A1,B1,C1)>=0,100*B1<=101*A1,100*C1<=101*200000),IF(ROUND(B1-1.3*C1,14-INT(LOG10(MAX(1,ABS(B1),ABS(1.3*C1)))))=0,NA(),(A1-1.3*200000)/(B1-1.3*C1)),NA())',
  ],
  [
    '=RZRQ.STRESSED_RATIO(A1:A2,B1:B2,C1:C2,-0.2)',
    '=IF((ISNUMBER(A1:A2))*(ISNUMBER(B1:B2))*(ISNUMBER(C1:C2))*(A1:A2>=0)*(B1:B2>=0)*(C1:C2>=0)*(100*C1:C2<=101*A1:A2),IF(B1:B2+(-0.2)*0<=0,NA(),(A1:A2+(-0.2)*C1:C2)/(B1:B2+(-0.2)*0)),NA()) [arrays]',
  ],
  ['=RZRQ.FINANCING_NET_PURCHASE(A1,"-")', 'text_argument'],
  ['=RZRQ.FINANCING_NET_PURCHASE(A1,TRUE)', 'text_argument'],
  ['=RZRQ.FINANCING_NET_PURCHASE(1,2,3)', 'too_many_arguments'],
  ['=RZRQ.MARGIN_BALANCE(A1)', 'argument_missing'],
  [
    "=RZRQ.FINANCING_NET_PURCHASE('RZRQ.A(1'!A1,[Book1.xlsx]融资!$B$2)",
    `=IF(('RZRQ.A(1'!A1="")*([Book1.xlsx]融资!$B$2=""),"",IF((ISNUMBER('RZRQ.A(1'!A1)+('RZRQ.A(1'!A1=""))*(ISNUMBER([Book1.xlsx]融资!$B$2)+([Book1.xlsx]融资!$B$2="")),'RZRQ.A(1'!A1-[Book1.xlsx]融资!$B$2,NA()))`,
  ],
  [
    '=RZRQ.FINANCING_NET_PURCHASE(tbl[@买入],tbl[[#This Row],[融资 偿还]])',
    '=IF(tbl[@买入]&tbl[[#This Row],[融资 偿还]]="","",IF(COUNT(tbl[@买入],tbl[[#This Row],[融资 偿还]])=COUNTA(tbl[@买入],tbl[[#This Row],[融资 偿还]]),tbl[@买入]-tbl[[#This Row],[融资 偿还]],NA()))',
  ],
  [
    '=@_xldudf_RZRQ_FINANCING_NET_PURCHASE(A1,RATE)',
    '=IF(A1&RATE="","",IF(COUNT(A1,RATE)=COUNTA(A1,RATE),A1-RATE,NA()))',
  ],
  [
    '=LET(x,B2,RZRQ.FINANCING_NET_PURCHASE(x,C3))',
    '=LET(x,B2,IF((x="")*(C3=""),"",IF((ISNUMBER(x)+(x=""))*(ISNUMBER(C3)+(C3="")),x-C3,NA())))',
  ],
  // defaults, choices, lines
  [
    '=RZRQ.FINANCING_INTEREST(A1,B1,C1)',
    '=IF(A1="","",IF(AND(COUNT(A1,B1,C1)=3,MIN(A1,B1,C1)>=0,B1<=1),A1*B1*C1/360,NA()))',
  ],
  [
    '=RZRQ.FINANCING_INTEREST(A1,B1,C1,365)',
    '=IF(A1="","",IF(AND(COUNT(A1,B1,C1)=3,MIN(A1,B1,C1)>=0,B1<=1),A1*B1*C1/365,NA()))',
  ],
  [
    '=RZRQ.FINANCING_INTEREST(A1,B1,C1,$H$1)',
    '=IF(A1="","",IF(AND(COUNT(A1,B1,C1,$H$1)=COUNTA($H$1)+3,MIN(A1,B1,C1)>=0,B1<=1,OR($H$1="",$H$1=360,$H$1=365,$H$1=366)),A1*B1*C1/IF($H$1="",360,$H$1),NA()))',
  ],
  ['=RZRQ.MARGIN_CAPACITY(A1,B1,C1)', 'optional_in_cell'],
  [
    '=RZRQ.LENDING_BALANCE(A1,B1,"手")',
    '=IF(A1&B1="","",IF(AND(COUNT(A1,B1)=2,MIN(A1,B1)>=0,OR(B1<>0,A1=0)),A1*B1*10,NA()))',
  ],
  ['=RZRQ.LENDING_BALANCE(A1,B1,C1)', 'choice_in_cell'],
  // MIN and MAX only over single cells, a bare reference as a number
  [
    '=RZRQ.TOP_UP_COLLATERAL(A1,B1,C1)',
    '=IF(A1&B1="","",IF(AND(COUNT(A1,B1,C1)=3,MIN(A1,B1,C1)>=0,C1<=10),MAX(C1*B1-A1,0),NA()))',
  ],
  [
    '=RZRQ.MARGIN_CAPACITY_QTY(A1,B1,C1)',
    '=IF(A1&C1="","",IF(AND(COUNT(A1,B1,C1)=3,MIN(B1,C1)>=0,B1<=5,OR(B1<>0,A1=0)),INT(MAX(A1+0,0)/(B1*C1)/100*1.00000000000001)*100,NA()))',
  ],
  // differences to the places of their figures
  [
    '=RZRQ.MARGIN_BALANCE_BREAK(A1,B1,C1)',
    '=IF(A1&B1&C1="","",IF(AND(COUNT(A1,B1,C1)=3,MIN(A1,B1,C1)>=0),ROUND(A1+B1-C1,14-INT(LOG10(MAX(1,ABS(A1),ABS(B1),ABS(C1))))),NA()))',
  ],
  // ranges used whole
  [
    '=RZRQ.MARGIN_DEBT(E15:E16,B19:B20,C19:C20,B6)',
    '=IF(AND(B6="",COUNTA(E15:E16,B19:B20,C19:C20)=0),"",IF(AND(COUNT(B6,E15:E16,B19:B20,C19:C20)=COUNTA(B6,E15:E16,B19:B20,C19:C20),MIN(E15:E16,B19:B20,C19:C20)>=0,SUMPRODUCT((B19:B20="")*(C19:C20<>0)+(C19:C20=0)*(B19:B20<>0))=0),SUM(E15:E16)+SUMPRODUCT(B19:B20*C19:C20)+B6,NA()))',
  ],
  [
    '=RZRQ.MARGIN_DEBT(E15,B19,C19)',
    '=IF(E15&B19&C19="","",IF(AND(COUNT(E15,B19,C19)=COUNTA(E15,B19,C19),MIN(E15,B19,C19)>=0,SUMPRODUCT((B19="")*(C19<>0)+(C19=0)*(B19<>0))=0),E15+B19*C19,NA()))',
  ],
  ['=RZRQ.MARGIN_DEBT(E15:E16,B19:B20,C19:C22)', 'different_shapes'],
  [
    '=RZRQ.MARGIN_DEBT(A:A,tbl[量],tbl[价])',
    '=IF(COUNTA(A:A,tbl[量],tbl[价])=0,"",IF(AND(COUNT(A:A,tbl[量],tbl[价])=COUNTA(A:A,tbl[量],tbl[价]),MIN(A:A,tbl[量],tbl[价])>=0,SUMPRODUCT((tbl[量]="")*(tbl[价]<>0)+(tbl[价]=0)*(tbl[量]<>0))=0),SUM(A:A)+SUMPRODUCT(tbl[量]*tbl[价]),NA()))',
  ],
  [
    '=RZRQ.DAYS_TO_COVER(A1,B1:B5*100)',
    '=IF(AND(COUNT(A1)=1,A1>=0,SUMPRODUCT(--(B1:B5*100<0))=0),A1*SUMPRODUCT(--ISNUMBER(B1:B5*100))/SUMPRODUCT(B1:B5*100),NA())',
  ],
  // dates
  [
    '=RZRQ.INTEREST_DAYS("2024-01-31",20240210)',
    '=IF(DATE(2024,2,10)<DATE(2024,1,31),#VALUE!,IF(DATE(2024,2,10)=DATE(2024,1,31),1,DATE(2024,2,10)-DATE(2024,1,31)))',
  ],
  // whole spills
  ['=RZRQ.FINANCING_NET_PURCHASE(SUM(C3#),MAX(Days))', '=SUM(C3#)-MAX(Days) [arrays]'],
  ['=RZRQ.FINANCING_NET_PURCHASE(Z1#,1)', '=IF((ISNUMBER(Z1#)+(Z1#="")),Z1#-1,NA()) [arrays]'],
  ['=RZRQ.MARGIN_DEBT(E15,C3#,D3:D6)', 'different_shapes'],
  // steps that end in an operator
  ['=A1/RZRQ.SCALE(B1,"万元","元")', '=A1/IF(B1="","",IF(COUNT(B1)=1,B1*10000,NA()))'],
  ['=2^RZRQ.SCALE(B1,"元","元")', '=2^IF(B1="","",IF(COUNT(B1)=1,B1/1,NA()))'],
  ['=RZRQ.SCALE(B1,"元","万元")^2', '=IF(B1="","",IF(COUNT(B1)=1,B1/10000,NA()))^2'],
  ['=RZRQ.SCALE(B1,"万元","元")%', '=IF(B1="","",IF(COUNT(B1)=1,B1*10000,NA()))%'],
  ['=100-RZRQ.SCALE(B1,"万元","元")', '=100-IF(B1="","",IF(COUNT(B1)=1,B1*10000,NA()))'],
  [
    '=RZRQ.LENDING_BALANCE(RZRQ.SCALE(A1,"万元","元"),RZRQ.SCALE(B1,"元","万元"))',
    '=IF(AND(MIN(IF(A1="","",IF(COUNT(A1)=1,A1*10000,NA())),IF(B1="","",IF(COUNT(B1)=1,B1/10000,NA())))>=0,OR(IF(B1="","",IF(COUNT(B1)=1,B1/10000,NA()))<>0,IF(A1="","",IF(COUNT(A1)=1,A1*10000,NA()))=0)),IF(A1="","",IF(COUNT(A1)=1,A1*10000,NA()))*IF(B1="","",IF(COUNT(B1)=1,B1/10000,NA())),NA())',
  ],
  [
    '=RZRQ.MARGIN_BALANCE_BREAK(RZRQ.SCALE(A1,"万元","元"),B1,C1)',
    '=IF(IF(A1="","",IF(COUNT(A1)=1,A1*10000,NA()))&B1&C1="","",IF(AND(COUNT(B1,C1)=2,MIN(IF(A1="","",IF(COUNT(A1)=1,A1*10000,NA())),B1,C1)>=0),ROUND(IF(A1="","",IF(COUNT(A1)=1,A1*10000,NA()))+B1-C1,14-INT(LOG10(MAX(1,ABS(IF(A1="","",IF(COUNT(A1)=1,A1*10000,NA()))),ABS(B1),ABS(C1))))),NA()))',
  ],
  ['=@RZRQ.SCALE(B1,"万元","元")+1', '=IF(B1="","",IF(COUNT(B1)=1,B1*10000,NA()))+1'],
  [
    '=@_xldudf_RZRQ_CONTRACT_DUE_DATE(A1)+1',
    '=IF(A1="","",IF(AND(COUNT(A1)=1,A1>=32874,A1<73416),EDATE(INT(A1),6),NA()))+1',
  ],
  // several criteria make several results
  ['=SUM(RZRQ.FINANCING_NET_PURCHASE(SUMIFS(C:C,A:A,E2:E4),1))', '=SUM(SUMIFS(C:C,A:A,E2:E4)-1) [arrays]'],
  ['=SUM(RZRQ.FINANCING_NET_PURCHASE(SUMIFS(C:C,A:A,E2),1))', '=SUM(SUMIFS(C:C,A:A,E2)-1)'],
  // what has none
  ['=RZRQ.RECONCILE(A1:C9)', 'no_closed_formula'],
  ['=RZRQ.NO_SUCH_FUNCTION(A1)', 'not_ours'],
  ['=INDEX(RZRQ.FINANCING_BALANCE_SERIES(B2,C3:C5,D3:D5),2)', 'range_inside'],
  [
    '=SUM(RZRQ.FINANCING_NET_PURCHASE(C3:C5,D3:D5))',
    '=SUM(IF((C3:C5="")*(D3:D5=""),"",IF((ISNUMBER(C3:C5)+(C3:C5=""))*(ISNUMBER(D3:D5)+(D3:D5="")),C3:C5-D3:D5,NA()))) [arrays]',
  ],
  ['=RZRQ.FINANCING_BALANCE_SERIES(B2,C3,D3)', '=IF(COUNT(B2,C3,D3)=COUNTA(C3,D3)+1,B2+C3-D3,NA())'],
])('%s → %s', (formula, expected) => {
  expect(native(formula)).toBe(expected);
});

test.each<[formula: string, size: Size, expected: string]>([
  [
    '=RZRQ.FINANCING_NET_PURCHASE(C3:C5,D3:D5)',
    { rows: 3, columns: 1 },
    '=IF(C3&D3="","",IF(COUNT(C3,D3)=COUNTA(C3,D3),C3-D3,NA())) / =IF(C4&D4="","",IF(COUNT(C4,D4)=COUNTA(C4,D4),C4-D4,NA())) / =IF(C5&D5="","",IF(COUNT(C5,D5)=COUNTA(C5,D5),C5-D5,NA()))',
  ],
  [
    '=RZRQ.FINANCING_NET_PURCHASE(C3:C5,$H$1)*2',
    { rows: 3, columns: 1 },
    '=IF(C3&$H$1="","",IF(COUNT(C3,$H$1)=COUNTA(C3,$H$1),C3-$H$1,NA()))*2 / =IF(C4&$H$1="","",IF(COUNT(C4,$H$1)=COUNTA(C4,$H$1),C4-$H$1,NA()))*2 / =IF(C5&$H$1="","",IF(COUNT(C5,$H$1)=COUNTA(C5,$H$1),C5-$H$1,NA()))*2',
  ],
  [
    '=RZRQ.FINANCING_NET_PURCHASE(C3:C5,D2:E2)',
    { rows: 3, columns: 2 },
    '=IF(C3&D2="","",IF(COUNT(C3,D2)=COUNTA(C3,D2),C3-D2,NA())) | =IF(C3&E2="","",IF(COUNT(C3,E2)=COUNTA(C3,E2),C3-E2,NA())) / =IF(C4&D2="","",IF(COUNT(C4,D2)=COUNTA(C4,D2),C4-D2,NA())) | =IF(C4&E2="","",IF(COUNT(C4,E2)=COUNTA(C4,E2),C4-E2,NA())) / =IF(C5&D2="","",IF(COUNT(C5,D2)=COUNTA(C5,D2),C5-D2,NA())) | =IF(C5&E2="","",IF(COUNT(C5,E2)=COUNTA(C5,E2),C5-E2,NA()))',
  ],
  [
    '=RZRQ.FINANCING_NET_PURCHASE(C3:C5,D3:D4)',
    { rows: 3, columns: 1 },
    '=IF(C3&D3="","",IF(COUNT(C3,D3)=COUNTA(C3,D3),C3-D3,NA())) / =IF(C4&D4="","",IF(COUNT(C4,D4)=COUNTA(C4,D4),C4-D4,NA())) / =IF(COUNT(C5)=COUNTA(C5),C5-NA(),NA())',
  ],
  [
    '=RZRQ.FINANCING_NET_PURCHASE(C:C,D$3:D$4)',
    { rows: 2, columns: 1 },
    '=IF(C1&D$3="","",IF(COUNT(C1,D$3)=COUNTA(C1,D$3),C1-D$3,NA())) / =IF(C2&D$4="","",IF(COUNT(C2,D$4)=COUNTA(C2,D$4),C2-D$4,NA()))',
  ],
  [
    '=RZRQ.FINANCING_NET_PURCHASE(C3:C5,QTY)',
    { rows: 3, columns: 1 },
    '=IF(C3&数据!$B$2="","",IF(COUNT(C3,数据!$B$2)=COUNTA(C3,数据!$B$2),C3-数据!$B$2,NA())) / =IF(C4&数据!$B$3="","",IF(COUNT(C4,数据!$B$3)=COUNTA(C4,数据!$B$3),C4-数据!$B$3,NA())) / =IF(C5&数据!$B$4="","",IF(COUNT(C5,数据!$B$4)=COUNTA(C5,数据!$B$4),C5-数据!$B$4,NA()))',
  ],
  [
    '=RZRQ.FINANCING_NET_PURCHASE(C3#,QTY)',
    { rows: 3, columns: 1 },
    '=IF((C3#="")*(QTY=""),"",IF((ISNUMBER(C3#)+(C3#=""))*(ISNUMBER(QTY)+(QTY="")),C3#-QTY,NA())) /  /  [arrays]',
  ],
  [
    '=RZRQ.FINANCING_NET_PURCHASE(Days,1)',
    { rows: 3, columns: 1 },
    '=IF((ISNUMBER(Days)+(Days="")),Days-1,NA()) /  /  [arrays]',
  ],
  [
    '=RZRQ.BALANCE_TO_TURNOVER(C3:C4,E3#)',
    { rows: 2, columns: 1 },
    '=IF(AND(C3="",COUNTA(E3#)=0),"",IF(AND(COUNT(C3,E3#)=COUNTA(E3#)+1,MIN(C3,E3#)>=0),C3*COUNT(E3#)/SUM(E3#),NA())) / =IF(AND(C4="",COUNTA(E3#)=0),"",IF(AND(COUNT(C4,E3#)=COUNTA(E3#)+1,MIN(C4,E3#)>=0),C4*COUNT(E3#)/SUM(E3#),NA())) [arrays]',
  ],
  [
    '=IFERROR(RZRQ.FINANCING_NET_PURCHASE(C3:C4,D3:D4),SUM(C3:C4))',
    { rows: 2, columns: 1 },
    '=IFERROR(IF(C3&D3="","",IF(COUNT(C3,D3)=COUNTA(C3,D3),C3-D3,NA())),SUM(C3:C4)) / =IFERROR(IF(C4&D4="","",IF(COUNT(C4,D4)=COUNTA(C4,D4),C4-D4,NA())),SUM(C3:C4))',
  ],
  [
    '=RZRQ.BALANCE_TO_TURNOVER(C3:C4,D3:D9)',
    { rows: 2, columns: 1 },
    '=IF(AND(C3="",COUNTA(D3:D9)=0),"",IF(AND(COUNT(C3,D3:D9)=COUNTA(D3:D9)+1,MIN(C3,D3:D9)>=0),C3*COUNT(D3:D9)/SUM(D3:D9),NA())) / =IF(AND(C4="",COUNTA(D3:D9)=0),"",IF(AND(COUNT(C4,D3:D9)=COUNTA(D3:D9)+1,MIN(C4,D3:D9)>=0),C4*COUNT(D3:D9)/SUM(D3:D9),NA()))',
  ],
  [
    '=RZRQ.FINANCING_BALANCE_SERIES(B2,C3:C5,D3:D5)',
    { rows: 3, columns: 1 },
    '=IF(COUNT($B$2,$C$3:C3,$D$3:D3)=COUNTA($C$3:C3,$D$3:D3)+1,$B$2+SUM($C$3:C3)-SUM($D$3:D3),NA()) / =IF(COUNT($B$2,$C$3:C4,$D$3:D4)=COUNTA($C$3:C4,$D$3:D4)+1,$B$2+SUM($C$3:C4)-SUM($D$3:D4),NA()) / =IF(COUNT($B$2,$C$3:C5,$D$3:D5)=COUNTA($C$3:C5,$D$3:D5)+1,$B$2+SUM($C$3:C5)-SUM($D$3:D5),NA())',
  ],
  [
    "=RZRQ.FINANCING_BALANCE_SERIES('日 1'!B2,'日 1'!C3:D3,'日 1'!C4:D4)/10000",
    { rows: 1, columns: 2 },
    "=IF(COUNT('日 1'!$B$2,'日 1'!$C$3:C3,'日 1'!$C$4:C4)=COUNTA('日 1'!$C$3:C3,'日 1'!$C$4:C4)+1,'日 1'!$B$2+SUM('日 1'!$C$3:C3)-SUM('日 1'!$C$4:C4),NA())/10000 | =IF(COUNT('日 1'!$B$2,'日 1'!$C$3:D3,'日 1'!$C$4:D4)=COUNTA('日 1'!$C$3:D3,'日 1'!$C$4:D4)+1,'日 1'!$B$2+SUM('日 1'!$C$3:D3)-SUM('日 1'!$C$4:D4),NA())/10000",
  ],
  ['=RZRQ.FINANCING_BALANCE_SERIES(B2,C3:D4,E3:F4)', { rows: 2, columns: 2 }, 'range_inside'],
  // a series beside a range across it, and beside a longer one
  [
    '=RZRQ.FINANCING_BALANCE_SERIES(A1,B1:B2,C1:C2)*H1:I1',
    { rows: 2, columns: 2 },
    '=IF(COUNT($A$1,$B$1:B1,$C$1:C1)=COUNTA($B$1:B1,$C$1:C1)+1,$A$1+SUM($B$1:B1)-SUM($C$1:C1),NA())*H1 | =IF(COUNT($A$1,$B$1:B1,$C$1:C1)=COUNTA($B$1:B1,$C$1:C1)+1,$A$1+SUM($B$1:B1)-SUM($C$1:C1),NA())*I1 / =IF(COUNT($A$1,$B$1:B2,$C$1:C2)=COUNTA($B$1:B2,$C$1:C2)+1,$A$1+SUM($B$1:B2)-SUM($C$1:C2),NA())*H1 | =IF(COUNT($A$1,$B$1:B2,$C$1:C2)=COUNTA($B$1:B2,$C$1:C2)+1,$A$1+SUM($B$1:B2)-SUM($C$1:C2),NA())*I1',
  ],
  [
    '=RZRQ.FINANCING_BALANCE_SERIES(A1,B1:C1,B2:C2)+H1:H2',
    { rows: 2, columns: 2 },
    '=IF(COUNT($A$1,$B$1:B1,$B$2:B2)=COUNTA($B$1:B1,$B$2:B2)+1,$A$1+SUM($B$1:B1)-SUM($B$2:B2),NA())+H1 | =IF(COUNT($A$1,$B$1:C1,$B$2:C2)=COUNTA($B$1:C1,$B$2:C2)+1,$A$1+SUM($B$1:C1)-SUM($B$2:C2),NA())+H1 / =IF(COUNT($A$1,$B$1:B1,$B$2:B2)=COUNTA($B$1:B1,$B$2:B2)+1,$A$1+SUM($B$1:B1)-SUM($B$2:B2),NA())+H2 | =IF(COUNT($A$1,$B$1:C1,$B$2:C2)=COUNTA($B$1:C1,$B$2:C2)+1,$A$1+SUM($B$1:C1)-SUM($B$2:C2),NA())+H2',
  ],
  [
    '=RZRQ.FINANCING_BALANCE_SERIES(A1,B1:B2,C1:C2)+H1:H3',
    { rows: 3, columns: 1 },
    '=IF(COUNT($A$1,$B$1:B1,$C$1:C1)=COUNTA($B$1:B1,$C$1:C1)+1,$A$1+SUM($B$1:B1)-SUM($C$1:C1),NA())+H1 / =IF(COUNT($A$1,$B$1:B2,$C$1:C2)=COUNTA($B$1:B2,$C$1:C2)+1,$A$1+SUM($B$1:B2)-SUM($C$1:C2),NA())+H2 / =IF(COUNT($A$1)=1,$A$1+NA()-NA(),NA())+H3',
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
  [
    '=@A1:A2+RZRQ.FINANCING_NET_PURCHASE(C1:C2,1)',
    { rows: 2, columns: 1 },
    '=@A1:A2+IF((ISNUMBER(C1:C2)+(C1:C2="")),C1:C2-1,NA()) /  [arrays]',
  ],
  [
    '=@A1+RZRQ.FINANCING_NET_PURCHASE(C1:C2,1)',
    { rows: 2, columns: 1 },
    '=@A1+IF(COUNT(C1)=COUNTA(C1),C1-1,NA()) / =@A1+IF(COUNT(C2)=COUNTA(C2),C2-1,NA())',
  ],
  [
    '=RZRQ.FINANCING_NET_PURCHASE(C1:C2,SUM(@A1:A2))',
    { rows: 2, columns: 1 },
    '=IF((ISNUMBER(C1:C2)+(C1:C2="")),C1:C2-SUM(@A1:A2),NA()) /  [arrays]',
  ],
  [
    '=RZRQ.FINANCING_NET_PURCHASE(C1:C2,SUM(tbl[@[买入]:[偿还]]))',
    { rows: 2, columns: 1 },
    '=IF((ISNUMBER(C1:C2)+(C1:C2="")),C1:C2-SUM(tbl[@[买入]:[偿还]]),NA()) /  [arrays]',
  ],
  [
    '=RZRQ.FINANCING_NET_PURCHASE(C1:C2,SUM(tbl[买入]))',
    { rows: 2, columns: 1 },
    '=IF(COUNT(C1)=COUNTA(C1),C1-SUM(tbl[买入]),NA()) / =IF(COUNT(C2)=COUNTA(C2),C2-SUM(tbl[买入]),NA())',
  ],
  [
    '=RZRQ.FINANCING_NET_PURCHASE(LEFTWARD,1)',
    { rows: 2, columns: 1 },
    '=IF((ISNUMBER(LEFTWARD)+(LEFTWARD="")),LEFTWARD-1,NA()) /  [arrays]',
  ],
  [
    '=RZRQ.FINANCING_NET_PURCHASE(C1:C2,SUM(LEFTWARD))',
    { rows: 2, columns: 1 },
    '=IF((ISNUMBER(C1:C2)+(C1:C2="")),C1:C2-SUM(LEFTWARD),NA()) /  [arrays]',
  ],
  [
    '=RZRQ.FINANCING_NET_PURCHASE(C1:C2,SUM(QTY))',
    { rows: 2, columns: 1 },
    '=IF(COUNT(C1)=COUNTA(C1),C1-SUM(QTY),NA()) / =IF(COUNT(C2)=COUNTA(C2),C2-SUM(QTY),NA())',
  ],
  [
    '=FILTER(RZRQ.FINANCING_NET_PURCHASE(C3:C5,D3:D5),A3:A5>0)',
    { rows: 2, columns: 1 },
    '=FILTER(IF((C3:C5="")*(D3:D5=""),"",IF((ISNUMBER(C3:C5)+(C3:C5=""))*(ISNUMBER(D3:D5)+(D3:D5="")),C3:C5-D3:D5,NA())),A3:A5>0) /  [arrays]',
  ],
])('%s over %j → %s', (formula, size, expected) => {
  expect(native(formula, size)).toBe(expected);
});

test('printing stops where Excel would refuse the formula', () => {
  let formula = 'RZRQ.LEVERAGE(A1,B1)';
  for (let depth = 0; depth < 12; depth++) formula = `RZRQ.LEVERAGE(${formula},B1)`;
  const start = performance.now();
  expect(['too_long', 'guard_too_long']).toContain(native(`=${formula}`));
  // 44 seconds once; even a busy machine needs a small part of one.
  expect(performance.now() - start).toBeLessThan(10_000);
});

test.each([
  ['=RZRQ.MARGIN_BALANCE(RAND(),B1)', 'random'],
  ['=RZRQ.TOP_UP_COLLATERAL(A1,RANDBETWEEN(1,9),C1)', 'random'],
  ['=RZRQ.FINANCING_NET_PURCHASE(RAND(),1)', '=RAND()-1'],
])('a random number is never written twice: %s', (formula, expected) => {
  expect(native(formula)).toBe(expected);
});

test('the row of a LAMBDA is no reference of R1C1', () => {
  expect(native('=BYROW(A1:C4,LAMBDA(r,RZRQ.FINANCING_NET_PURCHASE(INDEX(r,1),INDEX(r,2))))')).toBe(
    '=BYROW(A1:C4,LAMBDA(r,IF((INDEX(r,1)="")*(INDEX(r,2)=""),"",IF((ISNUMBER(INDEX(r,1))+(INDEX(r,1)=""))*(ISNUMBER(INDEX(r,2))+(INDEX(r,2)="")),INDEX(r,1)-INDEX(r,2),NA()))))',
  );
});
