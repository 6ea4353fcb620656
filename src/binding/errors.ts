import { listed, type Language, type Text } from '../language';
import { REASON_CODES } from '../number/arithmetic';
import type { ErrorCode, Fault, FaultDetail, FaultKind, Quoted } from '../cells/fault';
import type { Definition } from '../functions/catalogue/define';

interface Explanation extends Text {
  readonly code: ErrorCode;
}

/**
 * The one place that chooses an Excel error. Excel shows a sentence for #VALUE! and #N/A only; the others are shown
 * by the pane. `{param}` is the parameter's name in the reader's language, `{found}` what was there, with its colon.
 */
export const EXPLANATIONS: Readonly<Record<FaultKind, Explanation>> = {
  error_cell: { code: '#VALUE!', en: 'An argument holds the error {code}.', zh: '参数中有错误值 {code}。' },
  missing: { code: '#N/A', en: '{param}{at} is missing.', zh: '缺少{param}{at}。' },
  no_partner: {
    code: '#N/A',
    en: '{param} has no cell in this row: the ranges differ in length.',
    zh: '{param}在此行没有对应的单元格：各区域长度不同。',
  },
  not_a_number: {
    code: '#VALUE!',
    en: '{param}{at} is not a number: “{text}”.',
    zh: '{param}{at}不是数字：“{text}”。',
  },
  not_a_date: {
    code: '#VALUE!',
    en: '{param}{at} is not a date between 1990 and 2100: “{text}”.',
    zh: '{param}{at}不是 1990 至 2100 年间的日期：“{text}”。',
  },
  no_such_day: {
    code: '#VALUE!',
    en: '{param}{at} names a day that the calendar does not have: “{text}”.',
    zh: '{param}{at}的月份或日期不存在：“{text}”。',
  },
  not_a_choice: {
    code: '#VALUE!',
    en: '{param} cannot be “{text}”; it is one of: {allowed}.',
    zh: '{param}不能是“{text}”，可用：{allowed}。',
  },
  unclear_choice: {
    code: '#VALUE!',
    en: '{param}: “{text}” can be either; choose {allowed}.',
    zh: '{param}“{text}”可指两种情形：{allowed}。',
  },
  negative: { code: '#NUM!', en: '{param}{at} must not be below 0: {text}.', zh: '{param}{at}不能小于 0：{text}。' },
  above_most: {
    code: '#NUM!',
    en: '{param}{at} must not be above {allowed}: {text}.',
    zh: '{param}{at}不能大于 {allowed}：{text}。',
  },
  not_allowed: {
    code: '#NUM!',
    en: '{param}{at} must be one of {allowed}, not {text}.',
    zh: '{param}{at}只能是 {allowed}，不能是 {text}。',
  },
  written_as_percent: {
    code: '#VALUE!',
    en: '{param}{at} is {text}: for a percentage write {text}% or {allowed}.',
    zh: '{param}{at}为 {text}：百分数请写 {text}% 或 {allowed}。',
  },
  too_large_for_percent: {
    code: '#VALUE!',
    en: '{param}{at} is {text}, which is too large even for a percentage.',
    zh: '{param}{at}为 {text}，即使是百分数也过大。',
  },
  fraction_or_percent: {
    code: '#VALUE!',
    en: '{param} is {text}, which may be a fraction or a percentage: say which with {other}, fraction or percent.',
    zh: '{param}为 {text}，可能是小数，也可能是百分数：请用{other}说明是小数还是百分数。',
  },
  percent_too_low: {
    code: '#VALUE!',
    en: '{param} is {text}, and {other} says that it is a percentage: {text}% is too low for one. A cell that shows a % sign holds a fraction.',
    zh: '{param}为 {text}，而{other}为百分数：{text}% 过低。显示 % 号的单元格存的是小数。',
  },
  larger_than_whole: {
    code: '#VALUE!',
    en: '{param} is {text}, more than {other}, {allowed}, of which it is a part.',
    zh: '{param}为 {text}，大于应包含它的{other} {allowed}。',
  },
  exchanged: {
    code: '#VALUE!',
    en: '{param}{at} is “{text}” and {other} is “{allowed}”: the two may be exchanged.',
    zh: '{param}{at}为“{text}”，{other}为“{allowed}”：两者可能填反了。',
  },
  exchanged_or_percent: {
    code: '#VALUE!',
    en: '{param}{at} is {text} and {other} is {allowed}: the two may be exchanged. A percentage is written with its sign, %.',
    zh: '{param}{at}为 {text}，{other}为 {allowed}：两者可能填反了。百分数请带 % 号。',
  },
  different_lengths: {
    code: '#VALUE!',
    en: '{param} has {text} cells where the ranges beside it have {allowed}.',
    zh: '{param}有 {text} 个单元格，而同组区域有 {allowed} 个。',
  },
  wrong_column: {
    code: '#VALUE!',
    en: '{text} is missing; “{param}” is not it: {allowed}.',
    zh: '缺少{text}；“{param}”不是：{allowed}。',
  },
  labels_and_values: {
    code: '#VALUE!',
    en: 'This is a sheet of labels and values: put the labels into one header row.',
    zh: '这是标签与数值相间的表，请把标签排成一行标题。',
  },
  not_a_direction: {
    code: '#VALUE!',
    en: 'Row {row}, {param}: “{text}” is not collateral, financed, lent or holding.',
    zh: '第 {row} 行{param}“{text}”不是担保、融资、融券或持仓。',
  },
  not_a_code: {
    code: '#VALUE!',
    en: '{param}{at} is not a security code of six digits: “{text}”.',
    zh: '{param}{at}不是六位证券代码：“{text}”。',
  },
  different_prices: {
    code: '#VALUE!',
    en: 'The rows of the security have different prices.',
    zh: '该证券各行的市价不同。',
  },
  double_account: { code: '#VALUE!', en: 'The account is there more than once.', zh: '账户重复。' },
  unknown_account: { code: '#N/A', en: 'The account is not among the accounts.', zh: '账户表中没有该账户。' },
  double_day: {
    code: '#VALUE!',
    en: '{param}{at} is the same day as another row.',
    zh: '{param}{at}与另一行是同一天。',
  },
  divided_by_zero: { code: '#DIV/0!', en: 'The divisor is 0.', zh: '除数为 0。' },
  too_large: { code: '#NUM!', en: 'The number is larger than a cell can hold.', zh: '数值超出单元格可表示的范围。' },
  dates_do_not_rise: {
    code: '#VALUE!',
    en: 'The dates must rise: {text} stands below {allowed}.',
    zh: '日期须依次递增：{allowed} 之后是 {text}。',
  },
  end_before_start: {
    code: '#VALUE!',
    en: 'The end lies before the start: the two may be exchanged.',
    zh: '结束日早于起始日：两者可能填反了。',
  },
  judged_before_opened: {
    code: '#VALUE!',
    en: 'The contract was not open yet: as_of lies before open_date. The two may be exchanged.',
    zh: '合约尚未开仓：基准日早于开仓日，两者可能填反了。',
  },
  before_first_rule: {
    code: '#N/A',
    en: 'There was no such rule yet on {text}: the first is of {allowed}.',
    zh: '{text} 尚无此规定，最早的规定自 {allowed} 起。',
  },
  no_rule: { code: '#N/A', en: 'No sourced rule is known for {text}.', zh: '{text} 的规定暂无可靠来源。' },
  rule_not_found: {
    code: '#N/A',
    en: 'No text was found that says what held from {text} until {allowed}.',
    zh: '未找到 {text} 至 {allowed} 之间所适用规定的文本。',
  },
  different_units: {
    code: '#VALUE!',
    en: 'Money and quantities do not convert into each other: {text}.',
    zh: '金额与数量不能互相换算：{text}。',
  },
  not_enough_values: {
    code: '#N/A',
    en: '{param} holds {text} values, at least {allowed} are needed.',
    zh: '{param}只有 {text} 个数值，至少需要 {allowed} 个。',
  },
  no_header: {
    code: '#VALUE!',
    en: 'The range has no header row that is known{found}.',
    zh: '区域中没有可识别的标题行{found}。',
  },
  unknown_header: { code: '#VALUE!', en: 'A needed column is not there: {text}.', zh: '缺少需要的列：{text}。' },
  ambiguous_header: {
    code: '#VALUE!',
    en: 'The header “{text}” can mean more than one thing here: {allowed}.',
    zh: '标题“{text}”在此有歧义：{allowed}。',
  },
  unclear_header: {
    code: '#VALUE!',
    en: 'The header “{text}” is not understood. It may be the {allowed}: name it so, or leave the column out.',
    zh: '看不懂标题“{text}”，它可能是{allowed}：请改用该名称，或去掉这一列。',
  },
  unknown_unit: {
    code: '#VALUE!',
    en: 'The unit of “{text}” cannot be told; say it in the header or as an argument.',
    zh: '无法判断“{text}”的单位，请在标题中写明或用参数指定。',
  },
  other_table: {
    code: '#VALUE!',
    en: 'This is no table of daily balances but {text}.',
    zh: '这不是融资融券每日余额表，而是{text}。',
  },
  second_header: {
    code: '#VALUE!',
    en: 'Row {row} of the data is another header ({text}): give each table by itself.',
    zh: '数据第 {row} 行是另一标题行（{text}）：请每表单独引用。',
  },
  shifted_row: {
    code: '#VALUE!',
    en: 'The cells of row {row} of the data stand beside their columns.',
    zh: '数据第 {row} 行各单元格与列错位。',
  },
  rows_alike: {
    code: '#VALUE!',
    en: 'The rows cannot be told apart; not understood: {text}.',
    zh: '无法区分各行，以下标题未能识别：{text}。',
  },
  not_split: {
    code: '#VALUE!',
    en: 'The rows stand in one column: part them into cells (Data > Text to Columns): “{text}”.',
    zh: '文本未分列，请先用“数据 > 分列”：“{text}”。',
  },
  wrong_encoding: {
    code: '#VALUE!',
    en: 'The file was opened in the wrong encoding (choose GBK or UTF-8 when importing): “{text}”.',
    zh: '文件以错误的编码打开（导入时请选 GBK 或 UTF-8）：“{text}”。',
  },
  not_loaded: {
    code: '#N/A',
    en: 'The functions of tables could not be loaded: see to the connection, then calculate again or open the workbook anew.',
    zh: '表格类函数未能加载：请检查网络后重新计算，或重新打开工作簿。',
  },
  unexpected: { code: '#VALUE!', en: 'The function failed: {text}', zh: '函数出错：{text}' },
  no_debt: { code: REASON_CODES.no_debt, en: 'There is no debt.', zh: '无负债。' },
  cannot_reach_by_selling: {
    code: REASON_CODES.cannot_reach_by_selling,
    en: 'Selling everything does not reach the target.',
    zh: '卖光也达不到。',
  },
  never_on_line: { code: REASON_CODES.never_on_line, en: 'No price reaches the line.', zh: '不会触线。' },
  already_on_line: { code: REASON_CODES.already_on_line, en: 'The line is reached at any price.', zh: '已触线。' },
  insolvent: { code: REASON_CODES.insolvent, en: 'Debt is not below assets.', zh: '资不抵债。' },
  no_position: {
    code: REASON_CODES.no_position,
    en: 'An even move of prices does not change the distance to the line.',
    zh: '价格同幅变动不改变与该线的距离。',
  },
  line_too_low: { code: REASON_CODES.line_too_low, en: 'The line must be above 100%.', zh: '线须高于 100%。' },
  position_too_small: {
    code: '#N/A',
    en: 'The whole position does not reach the target: a value of {text} more has to be traded.',
    zh: '全部持仓仍达不到目标，还须平仓 {text} 元。',
  },
  target_too_low: {
    code: REASON_CODES.target_too_low,
    en: 'Where collateral is sold the target must be above 100%, and by more than the costs.',
    zh: '卖券还款的目标须高于 100%，且足以覆盖交易费用。',
  },
};

export function errorCode(fault: Fault): ErrorCode {
  return fault.detail.code ?? EXPLANATIONS[fault.kind].code;
}

/** The sentence that says what is wrong and where. */
export function explain(fault: Fault, definition: Pick<Definition, 'params'>, language: Language): string {
  return explainer(definition, language)(fault);
}

/** The same for the many faults of a call. */
export function explainer({ params }: Pick<Definition, 'params'>, language: Language): (fault: Fault) => string {
  const names = new Map(params.map(({ name, zh }) => [name, language === 'zh' ? zh : name]));
  const nameOf = (name = '') => names.get(name) ?? name;
  const insertions: Readonly<Record<string, (detail: FaultDetail) => string>> = {
    param: ({ param }) => nameOf(param),
    other: ({ other }) => nameOf(other),
    text: ({ text }) => quote(text, language),
    found({ text }) {
      const found = quote(text, language);
      return found && (language === 'zh' ? `：${found}` : `: ${found}`);
    },
    allowed: ({ allowed }) => quote(allowed, language),
    code: ({ code = '' }) => code,
    row: ({ at }) => (at === undefined ? '' : String(at)),
    at: ({ at }) => (at === undefined ? '' : language === 'zh' ? `第 ${at} 格` : ` (cell ${at})`),
  };
  return ({ kind, detail }) => {
    let sentence = '';
    // The parts of a template are by turns what stands between two insertions and the name of one.
    partsOf(EXPLANATIONS[kind][language]).forEach((part, i) => {
      sentence += i % 2 === 0 ? part : insertions[part]!(detail);
    });
    return sentence;
  };
}

const parted = new Map<string, readonly string[]>();

function partsOf(template: string): readonly string[] {
  let parts = parted.get(template);
  if (!parts) parted.set(template, (parts = template.split(/\{(\w+)\}/)));
  return parts;
}

/** Of a cell's text, which may be a page long; and of a row of headers. */
const MOST_CHARACTERS = 60;
const MOST_TEXTS = 20;

function quote(quoted: Quoted = '', language: Language): string {
  if (typeof quoted === 'string') return shortened(quoted);
  if ('zh' in quoted) return quoted[language];
  const texts = quoted.slice(0, MOST_TEXTS).map((one) => quote(one, language));
  return listed(quoted.length > MOST_TEXTS ? [...texts, '…'] : texts, language);
}

function shortened(text: string): string {
  if (text.length <= MOST_CHARACTERS) return text;
  // A character of two units is not cut in half.
  return `${text.slice(0, MOST_CHARACTERS).replace(/[\ud800-\udbff]$/, '')}…`;
}
