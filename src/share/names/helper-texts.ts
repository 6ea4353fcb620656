/*
 * How texts are read as numbers and days, in the functions of Excel. Every function here goes element by element, so
 * that a column is read like a cell. A text that does not have exactly one of the forms is an error: NUMBERVALUE,
 * VALUE and DATEVALUE would take much more for a figure (12 34, 1-2, 3/4) and what they take depends on the locale.
 */

function substituted(text: string, marks: string, by: string): string {
  return [...marks].reduce((inner, mark) => `SUBSTITUTE(${inner},"${mark}","${by}")`, text);
}

export const withoutDigits = (text: string): string => substituted(text, '0123456789', '');

/** As cells/text.ts says: up to three dashes of any kind, or a word. */
export const saysMissing = (text: string): string =>
  `ISNUMBER(FIND("|"&${substituted(`LOWER(${text})`, '‐‑‒–—―−', '-')}&"|","|-|--|---|n/a|#n/a|na|nan|none|null|暂无|停牌|"))`;

function steps(all: readonly (readonly [name: string, text: string])[], result: string): string {
  return `LET(${all.map(([name, text]) => `${name},${text}`).join(',')},${result})`;
}

/** Up to 15 digits in threes have four signs between them at most. */
const IN_THREES = [1, 2, 3, 4]
  .map((count) => `((marks<${count})+(MID(padded,LEN(padded)-${4 * count - 1},1)=",")>0)`)
  .join('*');

/** As cells/number.ts reads them, but for full-width digits and signs. */
export const READ_NUMBER = steps(
  [
    ['closed', '(LEFT(said)="(")*(RIGHT(said)=")")'],
    ['inner', 'IF(closed,TRIM(MID(said,2,LEN(said)-2)),said)'],
    ['yen', 'SUBSTITUTE(SUBSTITUTE(inner,"￥","¥"),"−","-")'],
    ['at', 'IFERROR(FIND("¥",yen),0)'],
    [
      'plain',
      'IF(at=0,yen,IF(at=1,TRIM(MID(yen,2,99)),IF((at=2)*ISNUMBER(FIND(LEFT(yen),"+-")),LEFT(yen)&TRIM(MID(yen,3,99)),"?")))',
    ],
    ['last', 'RIGHT(plain)'],
    ['counted', 'ISNUMBER(FIND(last,"元股份张"))'],
    ['figure', 'IF(counted,TRIM(LEFT(plain,LEN(plain)-1)),plain)'],
    ['two', 'RIGHT(figure,2)'],
    ['one', 'RIGHT(figure)'],
    ['long', 'IF(two="万亿",12,IF(two="千万",7,IF(two="百万",6,0)))'],
    ['scale', 'IF(long>0,long,IF(one="亿",8,IF(one="万",4,IF(one="千",3,IF(one="%",-2,0)))))'],
    ['signed', 'IF(scale=0,figure,TRIM(LEFT(figure,LEN(figure)-IF(long>0,2,1))))'],
    ['marked', 'ISNUMBER(FIND(LEFT(signed),"+-"))'],
    ['bare', 'IF(marked,MID(signed,2,99),signed)'],
    ['raised', 'IFERROR(SEARCH("e",bare),0)'],
    ['mantissa', 'IF(raised=0,bare,LEFT(bare,raised-1))'],
    ['tail', 'IF(raised=0,"0",MID(bare,raised+1,9))'],
    ['exponent', 'IF(ISNUMBER(FIND(LEFT(tail),"+-")),MID(tail,2,9),tail)'],
    ['point', 'IFERROR(FIND(".",mantissa),0)'],
    ['units', 'IF(point=0,mantissa,LEFT(mantissa,point-1))'],
    ['decimals', 'IF(point=0,"",MID(mantissa,point+1,99))'],
    ['groups', 'SUBSTITUTE(SUBSTITUTE(SUBSTITUTE(units,UNICHAR(8201)," "),UNICHAR(8239)," ")," ",",")'],
    ['digits', 'SUBSTITUTE(groups,",","")'],
    ['marks', 'LEN(groups)-LEN(digits)'],
    ['padded', 'REPT(" ",20)&groups'],
    [
      'grouped',
      `IF(marks=0,1,(LEN(digits)>0)*(marks=INT((LEN(digits)-1)/3))*(marks<5)*${IN_THREES}*(ISNUMBER(FIND(",",units))*ISNUMBER(FIND(" ",units))=0))`,
    ],
    [
      'shaped',
      'grouped*(RZ._BARE(digits&decimals&exponent)="")*(digits&decimals<>"")*(exponent<>"")*(LEN(exponent)<4)',
    ],
    ['odd', '(at>0)*((scale=-2)+counted*(last<>"元"))+(scale=-2)*counted+closed*marked'],
    [
      'size',
      'IFERROR(NUMBERVALUE(digits&IF(decimals="","","."&decimals)&"E"&(scale+IF(LEFT(tail)="-",0-exponent,0+exponent)),".",","),#NUM!)',
    ],
  ],
  'IF(IFERROR(shaped*(odd=0),0),IF((closed+(LEFT(signed)="-"))>0,0-size,size),IF(RZ._MISSING(said),NA(),#VALUE!))',
);

/** As cells/date.ts reads them; a time with a zone, or in words, is no part of a day here. */
export const READ_DAY = steps(
  [
    ['at', 'IFERROR(FIND(":",said),0)'],
    ['near', 'IFERROR(MID(said,at-2,1),"")'],
    ['far', 'IFERROR(MID(said,at-3,1),"")'],
    ['cut', 'IF(at=0,LEN(said)+1,IF((near=" ")+(near="T")>0,at-2,IF((far=" ")+(far="T")>0,at-3,1)))'],
    ['head', 'TRIM(LEFT(said,cut-1))'],
    ['clock', 'MID(said,cut+1,99)'],
    [
      'timely',
      'IF(at=0,1,(SUBSTITUTE(SUBSTITUTE(RZ._BARE(clock),":",""),".","")="")*(IFERROR(VALUE(LEFT(clock,at-cut-1)),99)<=24))',
    ],
    ['stamp', 'IF(MID(head,9,9)=".0",LEFT(head,8),head)'],
    ['bare', 'SUBSTITUTE(RZ._BARE(stamp)," ","")'],
    ['marked', 'ISNUMBER(FIND("|"&bare&"|","|--|//|..|年月日|年月号|"))'],
    [
      'parted',
      `TRIM(SUBSTITUTE(SUBSTITUTE(${substituted(substituted('stamp', '/.年月', '-'), '日号', '')}," -","-"),"- ","-"))`,
    ],
    ['first', 'IFERROR(FIND("-",parted),0)'],
    ['second', 'IFERROR(FIND("-",parted,first+1),0)'],
    ['eight', '(bare="")*(LEN(stamp)=8)'],
    ['years', 'LEFT(stamp,4)'],
    ['moon', 'IF(eight,MID(stamp,5,2),IFERROR(MID(parted,first+1,second-first-1),""))'],
    ['rest', 'IF(eight,MID(stamp,7,2),MID(parted,second+1,9))'],
    ['found', 'IFERROR(DATE(years*1,moon*1,rest*1),0)'],
    [
      'good',
      'timely*(eight+marked*(first=5)>0)*(LEN(moon)<3)*(LEN(rest)<3)*(years*1>=1990)*(years*1<=2100)*(MONTH(found)=moon*1)*(DAY(found)=rest*1)',
    ],
  ],
  'IF(IFERROR(good,0),found,IF(RZ._MISSING(said),NA(),#VALUE!))',
);
