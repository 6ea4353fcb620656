import type { Text } from '../functions/define';

/** Why a call becomes its value, or a cell is left alone. */
export const REASONS = {
  no_closed_formula: { en: 'The function is no closed formula.', zh: '该函数没有等价的单元格公式。' },
  not_ours: { en: 'No function has this name.', zh: '没有这个名称的函数。' },
  too_many_arguments: { en: 'There are more arguments than parameters.', zh: '参数过多。' },
  argument_missing: { en: 'A required argument is missing.', zh: '缺少必需的参数。' },
  text_argument: { en: 'An argument is text or TRUE/FALSE.', zh: '参数为文本或逻辑值。' },
  choice_in_cell: { en: 'A choice is not written as a word in the formula.', zh: '选项没有直接写在公式中。' },
  optional_in_cell: { en: 'An optional argument stands in a cell that may be blank.', zh: '可选参数放在单元格中，可能为空。' },
  different_shapes: { en: 'Ranges that belong together differ in shape.', zh: '同组区域的形状不同。' },
  range_inside: { en: 'A whole range or series is used inside another formula.', zh: '整段区域或序列用在另一个公式之中。' },
  not_a_formula: { en: 'The formula cannot be read.', zh: '无法解析该公式。' },
  chosen: { en: 'Values were asked for.', zh: '按要求转为数值。' },
  name_calls: { en: 'Uses the name {text}, which calls a function of ours.', zh: '使用了名称“{text}”，该名称调用本插件的函数。' },
  differs: { en: 'The native formula gives another result here.', zh: '原生公式在此结果不同。' },
  not_calculated: { en: 'The cell shows {text}; repair or recalculate it first.', zh: '单元格显示 {text}，请先修复或重新计算。' },
  protected: { en: 'The sheet is protected.', zh: '工作表受保护。' },
  array_formula: { en: 'Part of an array formula (Ctrl+Shift+Enter).', zh: '属于数组公式（Ctrl+Shift+Enter）。' },
  read_by_untouchable: { en: 'The spill is read by {text}, which cannot be changed.', zh: '溢出区域被 {text} 引用，而后者不能改写。' },
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
