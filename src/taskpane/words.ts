import type { Text } from '../functions/define';

export type Language = keyof Text;

const WORDS = {
  product: { en: 'Margin Trading Functions', zh: '融资融券函数' },
  tabs: { en: 'Views', zh: '视图' },
  functions: { en: 'Functions', zh: '函数' },
  insert: { en: 'Insert', zh: '插入' },
  explain: { en: 'Explain', zh: '解释' },
  templates: { en: 'Templates', zh: '模板' },
  look: { en: 'Look', zh: '图形' },
  glossary: { en: 'Glossary', zh: '术语' },

  noOffice: {
    en: 'office.js could not be loaded from Microsoft, so the sheet is out of reach. Functions and glossary can be read; check the network and open the pane again.',
    zh: '无法从微软加载 office.js，因此不能读写工作表。函数和术语仍可查看；请检查网络后重新打开窗格。',
  },
  noExcel: {
    en: 'This page is not open in Excel, so there is no sheet to work on. Functions and glossary can be read.',
    zh: '本页不是在 Excel 中打开的，没有可操作的工作表。函数和术语仍可查看。',
  },
  failed: { en: 'That did not work: {text}', zh: '未能完成：{text}' },

  search: { en: 'Search functions', zh: '搜索函数' },
  searchHint: { en: 'Name, 中文, pinyin or field code', zh: '名称、拼音、首字母或字段代码' },
  found: { en: '{count} functions found', zh: '找到 {count} 个函数' },
  nothingFound: { en: 'Nothing fits “{text}”. Try rzye, rongziyue, 融资余额 or a field code such as rzmre.', zh: '没有与“{text}”相符的函数。可试试 rzye、rongziyue、balance 或字段代码 rzmre。' },
  back: { en: 'All functions', zh: '全部函数' },
  insertThis: { en: 'Insert this function', zh: '插入此函数' },
  formula: { en: 'Formula', zh: '公式' },
  parameters: { en: 'Parameters', zh: '参数' },
  optional: { en: 'optional', zh: '可选' },
  range: { en: 'range', zh: '区域' },
  choices: { en: 'One of: {text}', zh: '可填：{text}' },
  blankIsZero: { en: 'A blank counts as 0.', zh: '空白按 0 计。' },
  blankIsMissing: { en: 'A blank is missing: #N/A.', zh: '空白视为缺失：#N/A。' },
  examples: { en: 'Examples', zh: '示例' },
  errors: { en: 'Errors', zh: '错误' },
  remarks: { en: 'Good to know', zh: '说明' },
  sources: { en: 'Sources', zh: '依据' },
  unverified: { en: 'unverified', zh: '未核实' },
  madeUp: { en: 'made-up figures', zh: '虚拟数据' },
  related: { en: 'Related', zh: '相关函数' },

  chooseFunction: { en: 'Function', zh: '函数' },
  takeSelection: { en: 'Use the selection for {param}', zh: '用所选区域作为{param}' },
  selection: { en: 'Selection', zh: '所选' },
  optionalArguments: { en: 'Optional arguments', zh: '可选参数' },
  preview: { en: 'Preview', zh: '预览' },
  previewNothing: { en: 'Fill in the arguments to see the result.', zh: '填写参数后显示结果。' },
  previewSheet: { en: 'The sheet will work this out: an argument calls a function of Excel’s own.', zh: '参数中有 Excel 自带函数，由工作表计算。' },
  previewWrong: { en: 'This is not a formula yet: check {param}.', zh: '公式尚不完整：请检查{param}。' },
  result: { en: 'Result', zh: '结果' },
  spillsTo: { en: 'fills {rows} × {columns} cells', zh: '占 {rows} × {columns} 格' },
  target: { en: 'Into', zh: '插入到' },
  targetHint: { en: 'the active cell', zh: '活动单元格' },
  insertHere: { en: 'Insert into {cell}', zh: '插入到 {cell}' },
  insertDown: { en: 'Fill down to {cell}', zh: '向下填充到 {cell}' },
  insertSpill: { en: 'One spilling formula', zh: '一个溢出公式' },
  insertRow: { en: 'Row by row instead', zh: '改为逐行公式' },
  inserted: { en: 'Inserted into {cell}.', zh: '已插入 {cell}。' },
  filled: { en: 'Filled {cell}.', zh: '已填充 {cell}。' },
  inTable: { en: 'The cell lies in the table {text}; a spilling formula cannot live there (#SPILL!). Insert one formula per row instead.', zh: '该单元格位于表格“{text}”中，溢出公式在表格里会得到 #SPILL!。请改用逐行公式。' },
  overFilled: { en: '{cell} is not empty, so the formula could not spill (#SPILL!). Insert one formula per row, or choose another cell.', zh: '{cell} 不是空的，公式无法溢出（#SPILL!）。请改用逐行公式，或换一个单元格。' },
  pastEnd: { en: 'The result would reach past the end of the sheet.', zh: '结果会超出工作表边界。' },
  fillOverFilled: { en: '{cell} is not empty; nothing was filled.', zh: '{cell} 不是空的，未作填充。' },
  chain: {
    en: 'With the cell above as an argument, a fill-down makes a chain, and Excel pays about half a second for each of its {count} levels. RZRQ.{text} gives the whole column from one cell.',
    zh: '以上一格为参数向下填充会形成依赖链，{count} 层中每层约需半秒。RZRQ.{text} 用一个单元格算出整列。',
  },
  useSeries: { en: 'Use {text}', zh: '改用 {text}' },
  circular: { en: '{cell} is one of the arguments; choose another cell to insert into.', zh: '{cell} 本身是参数之一，请选择其他单元格作为插入位置。' },
  replaces: { en: 'Replaces what {cell} holds now.', zh: '将替换 {cell} 现有的内容。' },

  explainHint: { en: 'Select a cell with one of the functions.', zh: '请选择含有本函数的单元格。' },
  explainNone: { en: '{cell} holds no function of ours.', zh: '{cell} 中没有本加载项的函数。' },
  partOf: { en: '{cell} is filled by the formula in {text}.', zh: '{cell} 的值来自 {text} 中的公式。' },
  unreadable: { en: 'The formula of {cell} cannot be read here.', zh: '无法解析 {cell} 的公式。' },
  argumentsUsed: { en: 'Arguments', zh: '参数取值' },
  omitted: { en: 'omitted', zh: '省略' },
  fromSheet: { en: 'worked out by the sheet', zh: '由工作表计算' },
  cellsOf: { en: '{count} cells: {text}', zh: '{count} 格：{text}' },
  calculation: { en: 'Calculation', zh: '计算过程' },
  rowOf: { en: 'Row {row} of {count}', zh: '第 {row} 行，共 {count} 行' },
  row: { en: 'Row', zh: '行' },
  wrongRows: { en: 'Errors ({count})', zh: '错误（{count} 处）' },
  wrongRow: { en: 'Row {row}: ', zh: '第 {row} 行：' },
  emptyRow: { en: 'Every argument of this row is blank, so the row stays empty.', zh: '本行参数全为空，因此结果为空。' },
  goToFunction: { en: 'About this function', zh: '查看函数说明' },
  goToCell: { en: 'Go to {cell}', zh: '转到 {cell}' },

  makeSheet: { en: 'Make this sheet', zh: '生成工作表' },
  making: { en: 'Writing {text} …', zh: '正在写入 {text}…' },
  made: { en: 'Made the sheet {text}.', zh: '已生成工作表“{text}”。' },
  newSheetOnly: { en: 'Each makes a new sheet under a free name; nothing is overwritten.', zh: '每个模板都新建工作表并自动避开重名，不覆盖任何内容。' },
  undone: { en: 'Cancelled; the workbook is as it was.', zh: '已取消，工作簿恢复原状。' },
  undoneAfterFailure: { en: 'Failed, and everything written was taken back: {text}', zh: '写入失败，已写内容已全部撤回：{text}' },
  leftBehind: { en: 'Failed: {text} Written and not taken back: {cell}.', zh: '写入失败：{text} 已写入且未能撤回：{cell}。' },
  cancel: { en: 'Cancel', zh: '取消' },

  lookHint: { en: 'Select a column of figures (dates to the left are used), then:', zh: '选择一列或几列数字（首列可为日期），然后：' },
  draw: { en: 'Plot the selection', zh: '绘制所选区域' },
  nothingToDraw: { en: 'The selection holds no column with at least two numbers.', zh: '所选区域没有至少含两个数字的列。' },
  plotOf: { en: 'Plot of {text}', zh: '{text} 的图形' },
  asTable: { en: 'The figures as a table', zh: '数据表' },
  day: { en: 'Day', zh: '日期' },
  position: { en: 'No.', zh: '序号' },
  lines: { en: 'Lines of a maintenance ratio', zh: '维持担保比例的各条线' },
  series: { en: 'Series {text}', zh: '数列 {text}' },
  firstRows: { en: 'The first {count} rows.', zh: '仅列前 {count} 行。' },

  glossarySearch: { en: 'Search terms', zh: '搜索术语' },
  nothingTerm: { en: 'No term fits “{text}”.', zh: '没有与“{text}”相符的术语。' },
} satisfies Record<string, Text>;

export type Word = keyof typeof WORDS;
export type Say = (word: Word, values?: Readonly<Record<string, string | number>>) => string;

/** The pane's own words in one language; `{name}` takes a value. */
export function speaker(language: Language): Say {
  return (word, values = {}) => WORDS[word][language].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}
