import type { Language, Text } from '../language';

const WORDS = {
  no_command: { en: 'There is no command {0}; see rzrq --help.', zh: '没有命令 {0}，请参阅 rzrq --help。' },
  no_option: { en: 'There is no option {0}; see rzrq --help.', zh: '没有选项 {0}，请参阅 rzrq --help。' },
  files_needed: { en: '{0} needs: {1}', zh: '{0} 需要：{1}' },
  no_file: { en: 'There is no file {0}.', zh: '没有文件 {0}。' },
  unreadable: { en: '{0} cannot be read: {1}', zh: '无法读取 {0}：{1}' },
  unwritable: { en: '{0} cannot be written: {1}', zh: '无法写入 {0}：{1}' },
  exists: { en: '{0} is there already; --force writes over it.', zh: '{0} 已存在；加 --force 可覆盖。' },
  written: { en: 'Written: {0}', zh: '已写入：{0}' },
  no_sheet: { en: 'There is no sheet {0}.', zh: '没有工作表 {0}。' },
  no_range: { en: '{0} names no cells.', zh: '{0} 不是单元格区域。' },
  no_cells: { en: 'There is nothing in the sheet {0}.', zh: '工作表 {0} 为空。' },
  no_number: { en: '--tolerance takes a number of 元, not {0}.', zh: '--tolerance 应为以元计的数字，不是 {0}。' },
  no_dialect: { en: 'There is no dialect {0}; it is one of {1}.', zh: '没有方言 {0}，可用：{1}。' },
  no_workbook: { en: '{0} is no workbook.', zh: '{0} 不是工作簿。' },
  unknown_kind: { en: '{0} is no .xlsx, .xlsm or .csv.', zh: '{0} 不是 .xlsx、.xlsm 或 .csv。' },
  failed: { en: 'It failed: {0}', zh: '失败：{0}' },

  agrees: { en: 'agree with the value in the file', zh: '与文件中的值一致' },
  differs: { en: 'differ', zh: '不一致' },
  error: { en: 'agree and show an error', zh: '一致，且为错误值' },
  unknown: { en: 'cannot be checked here', zh: '无法在此检查' },
  checked: { en: '{0} formulas call us', zh: '{0} 个公式调用本函数库' },
  holds: { en: '{0} holds {1}, the functions give {2}', zh: '{0} 为 {1}，函数给出 {2}' },
  not_calculated: { en: 'has no value in the file yet', zh: '文件中尚无值' },
  calls_others: { en: 'calls what is not known here', zh: '含有此处无法计算的函数' },
  not_ours: { en: 'there is no function {0}', zh: '没有函数 {0}' },

  native: { en: 'became native formulas', zh: '已转为自带公式' },
  named: { en: 'became names', zh: '已转为名称' },
  names_defined: { en: 'names were defined', zh: '个名称已定义' },
  names_updated: { en: 'names were brought up to date', zh: '个名称已更新' },
  names_gone: { en: 'names that nothing uses any more were deleted', zh: '个不再使用的名称已删除' },
  name_changed: { en: 'The name {0} was changed by somebody and stays.', zh: '名称 {0} 已被修改，保持不变。' },
  value: { en: 'became values', zh: '已转为数值' },
  rewritten: { en: 'that read them were rewritten', zh: '引用它们的公式已改写' },
  untouched: { en: 'were left as they are', zh: '保持原样' },
  restored: { en: 'came back', zh: '已恢复' },
  left: { en: 'stay what was written for them', zh: '保持转换后的内容' },
  nothing: { en: 'Nothing in this workbook calls us.', zh: '此工作簿中没有调用本函数库的公式。' },
  nothing_kept: { en: 'This workbook keeps no formulas to restore.', zh: '此工作簿没有可恢复的公式。' },
  differed: {
    en: '{0}: {1} gives {2} natively, and {3} as it was; its value was kept',
    zh: '{0}：{1} 的自带公式得 {2}，原值为 {3}，已保留数值',
  },
  name_differed: {
    en: '{0}: {1} gives {2} by its name, and {3} as it was; its value was kept',
    zh: '{0}：{1} 的名称得 {2}，原值为 {3}，已保留数值',
  },
  names_call: { en: 'The name {0} calls us and stays.', zh: '名称 {0} 调用本函数库，保持不变。' },
  stale: {
    en: '{0} could not be computed and shows what it showed before; Excel will calculate it.',
    zh: '{0} 无法在此计算，仍为原值；Excel 打开时会重算。',
  },
  half_done: { en: 'The sheet {0} could not be converted: {1}', zh: '工作表 {0} 未能转换：{1}' },
  gone: { en: 'its row, column or sheet is gone', zh: '所在的行、列或工作表已不存在' },
  name: { en: 'a name that it uses was changed', zh: '所用的名称已被修改' },
  unclear: { en: 'its place cannot be told', zh: '无法确定其位置' },
  spill: { en: 'the spill that it reads does not come back', zh: '所引用的溢出区域未恢复' },
  changed: { en: 'it was changed', zh: '内容已被修改' },
  rows: { en: '{0} rows', zh: '{0} 行' },
  verdict: { en: '{0}: {1}', zh: '{0}：{1}' },
} as const satisfies Record<string, Text>;

export type Word = keyof typeof WORDS;

export type Say = (word: Word, ...parts: readonly (string | number)[]) => string;

export const sayIn =
  (language: Language): Say =>
  (word, ...parts) =>
    WORDS[word][language].replace(/\{(\d)\}/g, (_, index: string) => String(parts[Number(index)] ?? ''));
