import { FIRST_DAY, LAST_DAY } from '../../cells/date';
import { READ_DAY, READ_NUMBER, withoutDigits, saysMissing } from './helper-texts';
import type { Lambda } from './lambda';

/** A name that the others call: what a cell means to our functions, said once for all of them. */
export interface Helper extends Lambda {
  readonly says: { readonly en: string; readonly zh: string };
  /** Arguments as they are typed, and what it makes of them. */
  readonly example: { readonly args: string; readonly result: string | number | boolean };
}

function helper(
  id: string,
  params: string,
  body: string,
  en: string,
  zh: string,
  args: string,
  result: Helper['example']['result'],
): Helper {
  const taken = params.split(',').map((name) => ({ name, optional: false }));
  return { id, params: taken, body, says: { en, zh }, example: { args, result } };
}

/** Each after those that it calls. */
export const helpers: readonly Helper[] = [
  helper(
    '_TEXT',
    'x',
    'LET(said,SUBSTITUTE(SUBSTITUTE(x,UNICHAR(160)," "),"　"," "),inner,TRIM(said),IF(ISNUMBER(FIND(inner,said)),inner,said))',
    'A cell’s text without blanks around it',
    '单元格文字，去掉首尾空格',
    '" 5 "',
    '5',
  ),
  helper(
    '_BLANK',
    'x',
    'IF(ISNUMBER(x),FALSE,RZ._TEXT(x)="")',
    'Whether a cell shows nothing',
    '单元格是否为空',
    '""',
    true,
  ),
  helper(
    '_NIL',
    'x',
    'IF(ISNUMBER(x),x=0,RZ._BLANK(x))',
    'Whether a cell is blank or 0',
    '单元格是否为空或 0',
    '0',
    true,
  ),
  helper('_BARE', 'x', withoutDigits('x'), 'A text without its digits', '去掉数字后的文字', '"6.6亿"', '.亿'),
  helper(
    '_MISSING',
    'x',
    saysMissing('x'),
    'Whether a text says that there is no figure: -, N/A, 停牌',
    '文字是否表示缺失：-、N/A、停牌等',
    '"停牌"',
    true,
  ),
  helper(
    '_READ',
    'said',
    READ_NUMBER,
    'The number that a text says: 1,583.26, 12%, 6.6亿, 97753.18万元, (1,234)',
    '文字所示的数：1,583.26、12%、6.6亿、97753.18万元、(1,234)',
    '"6.6亿"',
    660000000,
  ),
  helper(
    '_NUM',
    'x',
    'IF(ISNUMBER(x)+ISERROR(x),x,IF(ISLOGICAL(x),#VALUE!,RZ._READ(RZ._TEXT(x))))',
    'The number in a cell, also where it is text',
    '单元格的数值，文本数字亦可',
    '"1,583.26"',
    1583.26,
  ),
  helper(
    '_NEED',
    'x',
    'IF(RZ._BLANK(x),NA(),RZ._NUM(x))',
    'The number in a cell; a blank is missing (#N/A)',
    '单元格的数值；空白为缺失（#N/A）',
    '"12%"',
    0.12,
  ),
  helper(
    '_DEFAULT',
    'x,instead',
    'IF(RZ._BLANK(x),instead,RZ._NUM(x))',
    'The number in a cell, or another where it is blank',
    '单元格的数值；空白则取另一值',
    '"",360',
    360,
  ),
  helper('_HELD', 'x', 'IF(x<0,#NUM!,x)', 'A number that is not below 0', '不得小于 0 的数', '5', 5),
  helper(
    '_FROM',
    'x,least',
    'IF(x<least,#VALUE!,x)',
    'A number below the least was meant as a percentage (#VALUE!)',
    '小于下限视为漏写百分号（#VALUE!）',
    '-0.2,-1',
    -0.2,
  ),
  helper(
    '_UPTO',
    'x,most',
    'IF(x>most,#VALUE!,x)',
    'A number above the most was meant as a percentage (#VALUE!)',
    '大于上限视为漏写百分号（#VALUE!）',
    '0.35,1',
    0.35,
  ),
  helper(
    '_AMONG',
    'x,list',
    'IF(ISERROR(x),x,IF(ISNUMBER(MATCH(x,list,0)),x,#NUM!))',
    'A number that must be one of a list',
    '只能取列表中的数',
    '360,{360,365,366}',
    360,
  ),
  helper(
    '_DAY',
    'said',
    READ_DAY,
    'The day that a text says: 20260119, 2026-01-19, 2026年1月19日',
    '文字所示的日期：20260119、2026-01-19、2026年1月19日',
    '"2026年1月19日"',
    46041,
  ),
  helper(
    '_DATE',
    'x',
    `IF(ISERROR(x),x,IF(ISLOGICAL(x),#VALUE!,IF(RZ._NIL(x),NA(),IF(ISNUMBER(x)*(x>=${FIRST_DAY})*(x<${LAST_DAY + 1}),INT(x),RZ._DAY(RZ._TEXT(x))))))`,
    'The day in a cell, 1990 to 2100',
    '单元格的日期，1990 至 2100 年',
    '20260119',
    46041,
  ),
  helper('_SIZE', 'x', 'IFERROR(ROWS(x)*COLUMNS(x),1)', 'How many cells', '单元格个数', '{1;2;3}', 3),
  helper(
    '_APART',
    'a,b',
    '(RZ._SIZE(a)<>RZ._SIZE(b))+(IFERROR(ROWS(a),1)<>IFERROR(ROWS(b),1))>0',
    'Whether two ranges differ in their size',
    '两个区域大小是否不同',
    '{1;2;3},{1;2}',
    true,
  ),
  helper(
    '_ASIDE',
    'x,cells',
    'IF((cells>1)*(RZ._SIZE(x)=1)>0,TRUE,RZ._BLANK(x))',
    'Whether an argument leaves a row empty: blank, or one cell beside a column',
    '该参数是否不使本行非空：空白，或为整列旁的单个单元格',
    '5,3',
    true,
  ),
  helper(
    '_IS',
    'x,words',
    'OR(RZ._TEXT(x)=words)',
    'Whether a cell says one of some words',
    '单元格是否为所列文字之一',
    '"卖券",{"sell","卖券"}',
    true,
  ),
  helper('_LESSER', 'a,b', 'IF(a<b,a,b)', 'The smaller of two numbers, row by row', '逐行取较小者', '1,2', 1),
  helper('_GREATER', 'a,b', 'IF(a>b,a,b)', 'The larger of two numbers, row by row', '逐行取较大者', '1,2', 2),
  helper(
    '_TIDY',
    'x,terms',
    'ROUND(x,14-INT(LOG10(1+terms)))',
    'A sum without what floating point adds behind the 15th digit of its terms',
    '去掉浮点运算在各项第15位之后的误差',
    '0.3-0.2-0.1,0.6',
    0,
  ),
  helper(
    '_TWELVE',
    'x',
    'ROUND(x,11-INT(LOG10(ABS(x)+(x=0))))',
    'The number at 12 significant digits, at which lines compare',
    '取 12 位有效数字（与各线比较时所用）',
    '1.3000000000001',
    1.3,
  ),
];

const byId = new Map(helpers.map((one) => [one.id, one]));

/** The helpers that the texts call, and those that they call, each after those that it calls. */
export function helpersOf(texts: readonly string[]): readonly Helper[] {
  const found = new Set<string>();
  const visit = (text: string): void => {
    for (const [, id] of text.matchAll(/RZ\.(_[A-Z]+)\(/g)) {
      if (found.has(id!)) continue;
      found.add(id!);
      visit(byId.get(id!)!.body);
    }
  };
  texts.forEach(visit);
  return helpers.filter(({ id }) => found.has(id));
}
