import type { Text } from '../../language';
import type { Unit } from '../../functions/catalogue/words-of';

/** The headings and recurring words of the pages. */
export const LABELS = {
  formula: { en: 'Formula', zh: '公式' },
  syntax: { en: 'Syntax', zh: '语法' },
  arguments: { en: 'Arguments', zh: '参数' },
  argument: { en: 'Argument', zh: '参数' },
  meaning: { en: 'Meaning', zh: '含义' },
  takes: { en: 'Takes', zh: '可填' },
  blank: { en: 'If blank', zh: '空白时' },
  optional: { en: 'optional', zh: '可选' },
  result: { en: 'Result', zh: '结果' },
  errors: { en: 'Errors', zh: '错误' },
  error: { en: 'Error', zh: '错误值' },
  when: { en: 'When', zh: '情形' },
  everywhere: { en: 'As in every function', zh: '各函数共有' },
  rules: { en: 'Rules by date', zh: '历次规定' },
  from: { en: 'In force from', zh: '施行日' },
  exchanges: { en: 'Exchanges', zh: '交易所' },
  figure: { en: 'Figure', zh: '规定' },
  binds: { en: 'Binds', zh: '适用于' },
  basis: { en: 'Notice', zh: '依据' },
  remarks: { en: 'Good to know', zh: '说明' },
  examples: { en: 'Examples', zh: '示例' },
  tryIt: { en: 'Try it', zh: '试一试' },
  madeUp: { en: 'made-up figures', zh: '虚拟数据' },
  sources: { en: 'Sources', zh: '来源' },
  rule: { en: 'Rule', zh: '规则依据' },
  exampleFrom: { en: 'Example from', zh: '示例取自' },
  unverified: { en: 'unverified', zh: '未核实' },
  sql: { en: 'In SQL', zh: 'SQL 写法' },
  notInSql: { en: 'Not in the SQL library: it ', zh: 'SQL 库未收录：' },
  related: { en: 'Related functions', zh: '相关函数' },
} satisfies Record<string, Text>;

/** What comes back, for each unit. */
export const RETURNS: Readonly<Record<Unit, Text>> = {
  amount: { en: 'An amount in 元.', zh: '金额，单位元。' },
  quantity: { en: 'A quantity in 股, 份 or 张, as the arguments are.', zh: '数量，单位与参数相同（股、份或张）。' },
  price: { en: 'A price in 元.', zh: '价格，单位元。' },
  ratio: {
    en: 'A fraction: 1.5 is 150%. Give the cell a percentage format to see it as one.',
    zh: '小数：1.5 即 150%。将单元格设为百分比格式即按百分数显示。',
  },
  rate: { en: 'A rate a year, as a fraction.', zh: '年率，以小数表示。' },
  days: { en: 'A number of days.', zh: '天数。' },
  date: {
    en: 'A date, as the serial number that Excel keeps. Give the cell a date format to see the day.',
    zh: '日期（Excel 序列值）。将单元格设为日期格式即显示日期。',
  },
  number: { en: 'A number.', zh: '数值。' },
  word: { en: 'A word that does not change with the display language.', zh: '文字，不随显示语言改变。' },
  table: { en: 'A table with its header row; it spills from the cell.', zh: '带标题行的表格，自该单元格溢出。' },
};
