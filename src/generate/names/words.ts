import type { Language, Text } from '../../language';

/** What the first sheet and the README say. */
export const NOTES: readonly Text[] = [
  {
    en: 'RZRQ Functions as names: the functions of the add-in as LAMBDAs in the name manager, for desks where add-ins are blocked.',
    zh: 'RZRQ Functions 名称版：加载项的函数以 LAMBDA 写入名称管理器，供不能安装加载项的电脑使用。',
  },
  {
    en: 'Type =RZ.MARGIN_BALANCE(B2,C2) as you would type =RZRQ.MARGIN_BALANCE(B2,C2), and fill it down. The arguments are the same.',
    zh: '像 =RZRQ.MARGIN_BALANCE(B2,C2) 一样输入 =RZ.MARGIN_BALANCE(B2,C2)，向下填充即可，参数相同。',
  },
  {
    en: 'To take the names along: right-click the tab of the sheet of examples, Move or Copy, choose your workbook, Create a copy. The cells of that sheet use every name, so all of them come with it; keep the sheet, or delete it afterwards. Or build your workbook in a copy of this file.',
    zh: '带走名称：右键单击示例工作表标签，选择“移动或复制”，选中您的工作簿并勾选“建立副本”。该表用到了全部名称，名称随之复制；之后保留或删除该表均可。也可直接在本文件的副本中工作。',
  },
  {
    en: 'Needs Excel for Microsoft 365, Excel 2024 or Excel on the web. In Protected View the cells show #NAME? until Enable Editing.',
    zh: '需要 Microsoft 365 版 Excel、Excel 2024 或网页版 Excel。受保护的视图中显示 #NAME?，单击“启用编辑”后恢复。',
  },
  {
    en: 'Does not work in Excel 2021 and older or in LibreOffice, which know no LAMBDA; for WPS it is not known.',
    zh: 'Excel 2021 及更早版本与 LibreOffice 没有 LAMBDA，无法使用；WPS 是否可用尚不清楚。',
  },
  {
    en: 'A cell means what it means to the add-in: text figures (1,583.26, 6.6亿, 12%), blanks, missing figures and errors are read alike. Not read: full-width digits, and days with a zone or a time in words. Whole columns (B:B) are not cut where the figures end; a row beside a column of the same length is #VALUE!; where two arguments are wrong, the error of either may come.',
    zh: '单元格含义与加载项一致：文本数字（1,583.26、6.6亿、12%）、空白、缺失值与错误值的处理相同。不识别全角数字、带时区或以文字书写时间的日期；整列引用（B:B）不会在数据末尾截止；等长的一行与一列并用为 #VALUE!；两个参数均有误时，返回其中任一错误。',
  },
  {
    en: 'Not among the names: functions of tables and those without a closed formula, the argument dates of series and trends, and roll and holidays of CONTRACT_DUE_DATE.',
    zh: '不在其中：表格类函数与无闭式公式的函数，序列与趋势类函数的 dates（日期）参数，CONTRACT_DUE_DATE 的 roll 与 holidays 参数。',
  },
  {
    en: 'Dated exchange rules are printed into the names and do not follow later rules; the comment of each name says up to which day they go.',
    zh: '带日期的交易所规则已写入名称，不会随新规更新；各名称的批注注明截至日期。',
  },
  {
    en: 'No Excel has been seen with these names yet: they were tried in other engines that know LAMBDA and against Excel’s documented rules.',
    zh: '这些名称尚未在 Excel 中实测：已在其他支持 LAMBDA 的引擎中、并按 Excel 的公开规则逐项核对。',
  },
];

export const LABELS = {
  notes: { en: 'Read me', zh: '说明' },
  examples: { en: 'Examples', zh: '示例' },
  name: { en: 'Name', zh: '名称' },
  example: { en: 'Example', zh: '示例' },
  result: { en: 'Result', zh: '结果' },
  arguments: { en: 'Arguments', zh: '参数' },
  helpers: { en: 'Names that the others use', zh: '供其他名称使用的名称' },
} as const satisfies Readonly<Record<string, Text>>;

/** README.md beside the files. */
export function namesReadme(count: number): string {
  const list = (language: Language) => NOTES.map((note) => `- ${note[language]}`).join('\n');
  return `# RZRQ Functions as names / 名称版

${count} functions as LAMBDAs, printed from the same definitions as the functions in the cells.
与单元格函数出自同一定义的 ${count} 个 LAMBDA 函数。

| | |
|---|---|
| rzrq-names.xlsx | 中文工作簿：名称、示例、说明 |
| rzrq-names-en.xlsx | workbook in English: names, examples, notes |
| RZ.zh.txt, RZ.en.txt | module for Excel Labs, Advanced Formula Environment: a new module called RZ, paste 新建模块 RZ，粘贴 |

${list('en')}

${list('zh')}
`;
}
