import type { Text } from '../language';
import { FILTER_ON } from '../workbook/filter';

/** Why a call becomes its value, or a cell is left alone. */
export const REASONS = {
  no_closed_formula: { en: 'The function has no equivalent native formula.', zh: '该函数没有等价的 Excel 自带公式。' },
  not_ours: { en: 'There is no function {text}.', zh: '没有名为 {text} 的函数。' },
  too_many_arguments: { en: 'There are more arguments than parameters.', zh: '参数过多。' },
  argument_missing: { en: 'A required argument is missing.', zh: '缺少必需的参数。' },
  text_argument: { en: 'An argument is text or TRUE/FALSE.', zh: '参数为文本或逻辑值。' },
  choice_in_cell: { en: 'A choice is not written as a word in the formula.', zh: '选项没有直接写在公式中。' },
  optional_in_cell: {
    en: 'An optional argument stands in a cell that may be blank.',
    zh: '可选参数放在单元格中，可能为空。',
  },
  text_figure: {
    en: 'A figure or day that it reads is written as text or as YYYYMMDD, which native formulas do not read.',
    zh: '所引用的数字或日期以文本或 YYYYMMDD 写成，Excel 自带公式无法读取。',
  },
  out_of_domain: { en: 'An argument is a number that the function refuses.', zh: '参数为函数不接受的数值。' },
  guard_too_long: {
    en: 'The conditions under which a native formula would be right are too long to write down.',
    zh: '要使 Excel 自带公式始终正确，所需条件过长。',
  },
  too_long: {
    en: 'The native formula would be longer than the 8,192 characters that Excel takes.',
    zh: 'Excel 自带公式会超过 Excel 允许的 8,192 个字符。',
  },
  random: {
    en: 'A random number in it would have to stand twice.',
    zh: '其中的随机数须写两次，结果会不一致。',
  },
  different_shapes: { en: 'Ranges that belong together differ in shape.', zh: '同组区域的形状不同。' },
  ordered_by_days: { en: 'The range is put in order by its days.', zh: '区域须按日期排序。' },
  range_inside: {
    en: 'A whole range or series is used inside another formula.',
    zh: '整段区域或序列用在另一个公式之中。',
  },
  not_a_formula: { en: 'The formula cannot be read.', zh: '无法解析该公式。' },
  no_name: { en: 'The function has no name.', zh: '该函数没有对应的名称。' },
  not_in_name: { en: 'Its name does not take {text}.', zh: '其名称不含参数 {text}。' },
  name_changed: {
    en: 'Somebody has changed the name {text}, which it would need.',
    zh: '所需的名称 {text} 已被修改。',
  },
  chosen: { en: 'Values were asked for.', zh: '按要求转为数值。' },
  name_calls: {
    en: 'Uses the name {text}, which calls a function of ours.',
    zh: '使用了名称“{text}”，该名称调用本加载项的函数。',
  },
  differs: { en: 'The native formula gives another result here.', zh: 'Excel 自带公式在此结果不同。' },
  native_gives: { en: 'The native formula gives {text}.', zh: 'Excel 自带公式得 {text}。' },
  name_gives: { en: 'The name gives {text}.', zh: '名称得 {text}。' },
  not_calculated: { en: 'The cell shows {text}, so there is no result yet.', zh: '单元格显示 {text}，尚无结果。' },
  needs_repair: { en: 'The cell shows #NAME?; repair it first.', zh: '单元格显示 #NAME?，请先修复。' },
  spill_blocked: {
    en: 'The cell shows #SPILL!; the cells that its result fills must be empty and outside tables.',
    zh: '单元格显示 #SPILL!；结果要占用的单元格须为空，且不在表格中。',
  },
  other_unknown: {
    en: 'Something else in it is unknown to Excel; check {text}.',
    zh: '其中另有 Excel 不认识的名称，请检查 {text}。',
  },
  no_name_unknown: {
    en: 'The functions are not loaded, or a cell that it reads shows #NAME?.',
    zh: '函数尚未载入，或所引用的单元格显示 #NAME?。',
  },
  protected: { en: 'The sheet is protected.', zh: '工作表受保护。' },
  filtered: FILTER_ON,
  array_formula: { en: 'Part of an array formula (Ctrl+Shift+Enter).', zh: '属于数组公式（Ctrl+Shift+Enter）。' },
  read_by_untouchable: {
    en: 'The spill is read by {text}, which cannot be changed.',
    zh: '溢出区域被 {text} 引用，而后者不能改写。',
  },
  merged: { en: 'A merged cell.', zh: '合并单元格。' },
  in_table: { en: 'Inside a table, where nothing can spill.', zh: '位于表格中，不能溢出。' },
  empty_days: { en: 'The chain passes over empty days.', zh: '链条中有空白日。' },
} as const satisfies Record<string, Text>;

export type ReasonCode = keyof typeof REASONS;

/** Why not, instead of a result. */
export class Why {
  constructor(
    readonly code: ReasonCode,
    readonly text = '',
  ) {}
}

export function reasonText({ code, text }: Why, language: keyof Text): string {
  return REASONS[code][language].replace('{text}', text);
}
