import type { Article } from '../article';
import { issue, page } from './links';

const SYNCHRONOUS = page('Microsoft', 'excel/custom-functions-synchronous');
const ERRORS = page('Microsoft', 'excel/custom-functions-errors');
const TROUBLE = page('Microsoft', 'excel/custom-functions-troubleshooting');
const RESOURCES = page('Microsoft', 'concepts/resource-limits-and-performance-optimization');

const HEAD = [
  { en: 'Where', zh: '场合' },
  { en: 'What happens', zh: '现象' },
  { en: 'What to do', zh: '办法' },
  { en: 'Known from', zh: '来源' },
];

const both = (text: string) => ({ en: text, zh: text });

export const limits: Article = {
  name: 'limits',
  title: { en: 'Known limits', zh: '已知限制' },
  lead: {
    en: 'What Excel does with custom functions of any add-in, and what can be done about it. State of August 2026.',
    zh: 'Excel 对任何加载项的自定义函数都有的限制，以及应对办法。截至 2026 年 8 月。',
  },
  sections: [
    {
      id: 'places',
      title: { en: 'Where a custom function cannot be used', zh: '不能使用自定义函数的地方' },
      blocks: [
        {
          head: HEAD,
          rows: [
            [
              { en: 'Conditional formats', zh: '条件格式' },
              { en: 'A rule that calls a function of an add-in does nothing.', zh: '规则中调用加载项函数不起作用。' },
              {
                en: 'Put the result into a cell and let the rule look at that cell.',
                zh: '把结果放进单元格，由规则引用该单元格。',
              },
              both(issue(6135)),
            ],
            [
              {
                en: 'Evaluate Formula; F9 on a part of a formula; the preview in the function dialog',
                zh: '公式求值；选中部分公式按 F9；函数对话框的预览',
              },
              { en: 'The call is not worked out there.', zh: '不会在那里计算。' },
              {
                en: 'The pane’s Explain shows the calculation step by step. A build with `--env preview` marks the functions as synchronous, which new Excel builds take up.',
                zh: '窗格的“解释”逐步显示计算过程。以 `--env preview` 构建可将函数标为同步，较新的 Excel 会采用。',
              },
              both(SYNCHRONOUS),
            ],
            [
              { en: 'Iterative calculation switched on', zh: '启用迭代计算' },
              { en: 'Custom functions give `#CALC!`.', zh: '自定义函数返回 `#CALC!`。' },
              { en: 'Switch it off under File → Options → Formulas.', zh: '在“文件 → 选项 → 公式”中关闭。' },
              both(issue(4738)),
            ],
            [
              { en: 'Data validation and names of charts', zh: '数据验证与图表中的名称' },
              {
                en: 'Lists and names built on custom functions misbehave.',
                zh: '以自定义函数构成的列表或名称表现异常。',
              },
              { en: 'Refer to cells that hold the results.', zh: '改为引用存放结果的单元格。' },
              both(issue(1870)),
            ],
            [
              { en: 'Excel started by another program (COM automation)', zh: '由其他程序启动的 Excel（COM 自动化）' },
              { en: 'The functions are not there.', zh: '函数未注册。' },
              {
                en: 'Open Excel by hand; for batch work, share the workbook as formulas first.',
                zh: '手动打开 Excel；批处理请先把工作簿转为公式。',
              },
              both(issue(4833)),
            ],
            [
              { en: 'iPad, phones, Excel 2019 and older', zh: 'iPad、手机、Excel 2019 及更早版本' },
              {
                en: 'Add-ins cannot bring functions there; saved results are shown.',
                zh: '加载项无法提供函数，只显示保存的结果。',
              },
              { en: 'Share the workbook as formulas or values.', zh: '把工作簿转为公式或数值后分享。' },
              both(page('Microsoft', 'excel/custom-functions-overview')),
            ],
          ],
        },
      ],
    },
    {
      id: 'speed',
      title: { en: 'Speed', zh: '速度' },
      blocks: [
        {
          head: HEAD,
          rows: [
            [
              { en: 'A chain: each cell depends on the one above', zh: '链：每格依赖上一格' },
              {
                en: 'Each link costs a round between Excel and the add-in, up to half a second; cells beside each other share one.',
                zh: '每一环都要在 Excel 与加载项之间往返一次，最多约半秒；并列的单元格共用一次。',
              },
              {
                en: 'Use a series, see [patterns](patterns.html#series-en).',
                zh: '改用序列函数，见[用法](patterns.html#series-zh)。',
              },
              both(issue(794)),
            ],
            [
              { en: 'The pane is closed', zh: '窗格关闭时' },
              {
                en: 'Some builds of 2026 calculate nested calls several times slower.',
                zh: '2026 年的部分版本计算嵌套调用会慢数倍。',
              },
              {
                en: 'Keep the pane open for a large calculation; avoid chains.',
                zh: '大量计算时保持窗格打开；避免成链。',
              },
              both(issue(6936)),
            ],
            [
              { en: 'Whole columns (`B:B`) on the web', zh: '网页版中的整列引用（`B:B`）' },
              {
                en: 'Excel on the web answers `#CALC!`; on the desktop whole columns work.',
                zh: 'Excel 网页版返回 `#CALC!`；桌面版可用。',
              },
              { en: 'Write `B2:B5000`; rows without data are left out.', zh: '写成 `B2:B5000`；没有数据的行不返回。' },
              both(issue(4613)),
            ],
            [
              { en: 'Very large ranges', zh: '很大的区域' },
              {
                en: 'On the web a request may hold 5 MB, some hundred thousand numbers.',
                zh: '网页版每次请求最多 5 MB，约几十万个数字。',
              },
              { en: 'Split the range, or work on the desktop.', zh: '拆分区域，或使用桌面版。' },
              both(RESOURCES),
            ],
            [
              { en: 'Rows inserted, groups folded', zh: '插入行、折叠分组' },
              {
                en: 'Excel works the functions out again although nothing changed; `#BUSY!` may flash.',
                zh: '数据未变，Excel 也会重算，可能闪现 `#BUSY!`。',
              },
              {
                en: 'Wait: the functions are pure, the results come back the same.',
                zh: '稍候即可：函数没有副作用，结果不变。',
              },
              both(issue(3332)),
            ],
          ],
        },
      ],
    },
    {
      id: 'cells',
      title: { en: 'What is in a cell', zh: '单元格的内容' },
      blocks: [
        {
          head: HEAD,
          rows: [
            [
              { en: 'Blank cells in older builds', zh: '旧版本的空白单元格' },
              {
                en: 'They arrive as 0 and cannot be told from a 0 that was typed. Prices and margin ratios of 0 beside a quantity or an amount are taken as missing; elsewhere a row shows its 0.',
                zh: '以 0 传入，无法与手工输入的 0 区分。数量或金额旁为 0 的价格、保证金比例按缺失处理；其余情形该行显示 0。',
              },
              {
                en: 'Update Excel: since 2024 builds send a blank as a blank.',
                zh: '更新 Excel：2024 年起的版本会把空白作为空白传入。',
              },
              both(issue(4702)),
            ],
            [
              { en: '`#NUM!` and `#DIV/0!`', zh: '`#NUM!` 与 `#DIV/0!`' },
              {
                en: 'Excel shows a sentence with `#VALUE!` and `#N/A` only, and only when the mark beside the cell is opened.',
                zh: 'Excel 只为 `#VALUE!` 和 `#N/A` 显示说明文字，且需点开单元格旁的标记。',
              },
              { en: 'The pane’s Explain gives the reason for every error.', zh: '窗格的“解释”给出每种错误的原因。' },
              both(ERRORS),
            ],
            [
              { en: 'The 1904 date system', zh: '1904 日期系统' },
              {
                en: 'A function sees the number only; dates are read as 1900 dates and are 1,462 days off.',
                zh: '函数只能看到数值，一律按 1900 日期系统解读，相差 1462 天。',
              },
              {
                en: 'Switch it off under File → Options → Advanced, or give dates as text: `2026-01-19`.',
                zh: '在“文件 → 选项 → 高级”中关闭，或以文本给出日期：`2026-01-19`。',
              },
              both(page('Microsoft', 'excel/excel-add-ins-ranges-dates')),
            ],
            [
              { en: 'Percentages and dates as results', zh: '结果为百分数或日期' },
              { en: 'Excel does not format the cell: 1.35, 46041.', zh: 'Excel 不会自动设置格式：显示 1.35、46041。' },
              { en: 'Give the cell its number format once.', zh: '自行设置一次数字格式。' },
              both(issue(3206)),
            ],
            [
              { en: 'Numbers of more than 15 digits', zh: '超过 15 位的数字' },
              {
                en: 'A cell keeps 15; results are exact for the digits that Excel shows.',
                zh: '单元格只保留 15 位；结果对 Excel 显示的位数精确。',
              },
              { en: 'Keep account and security codes as text.', zh: '账号与证券代码请存为文本。' },
              both(
                '[Microsoft](https://learn.microsoft.com/office/troubleshoot/excel/floating-point-arithmetic-inaccurate-result)',
              ),
            ],
            [
              { en: 'A spill over filled cells, or in an Excel table', zh: '溢出处已有内容，或在 Excel 表格中' },
              { en: '`#SPILL!`', zh: '`#SPILL!`' },
              {
                en: 'Clear the cells below, or write one formula for each row.',
                zh: '清空下方单元格，或改为逐行公式。',
              },
              both(page('Microsoft', 'excel/custom-functions-dynamic-arrays')),
            ],
          ],
        },
      ],
    },
    {
      id: 'sharing',
      title: { en: 'Sharing and updating', zh: '分享与更新' },
      blocks: [
        {
          head: HEAD,
          rows: [
            [
              { en: 'A recipient without the add-in', zh: '对方没有加载项' },
              {
                en: 'Sees the saved results; a cell that is edited or calculated anew shows `#NAME?`. Excel may offer to install the add-in.',
                zh: '看到保存时的结果；单元格被编辑或重算后显示 `#NAME?`。Excel 可能提示安装加载项。',
              },
              {
                en: 'Share as formulas or values, see [patterns](patterns.html#sharing-en).',
                zh: '转为公式或数值后分享，见[用法](patterns.html#sharing-zh)。',
              },
              both(issue(5754)),
            ],
            [
              { en: 'Formulas typed without the add-in', zh: '没有加载项时输入的公式' },
              {
                en: 'Stay `#NAME?` after it is installed, whatever is recalculated.',
                zh: '安装后仍为 `#NAME?`，重算也无效。',
              },
              {
                en: 'Repair in the pane, or F2 and Enter in the cell.',
                zh: '用窗格的“修复”，或在单元格按 F2 再按 Enter。',
              },
              both(issue(6611)),
            ],
            [
              { en: '`=_xldudf_RZRQ_…` in the formula bar', zh: '编辑栏显示 `=_xldudf_RZRQ_…`' },
              {
                en: 'How Excel stores the call; it shows for a moment while the add-in loads.',
                zh: '这是 Excel 的存储形式，加载项载入时会短暂出现。',
              },
              {
                en: 'Wait, or open the add-in once under Home → Add-ins.',
                zh: '稍候，或在“开始 → 加载项”中打开一次加载项。',
              },
              both(issue(3558)),
            ],
            [
              { en: 'Two Excel processes', zh: '两个 Excel 进程' },
              {
                en: 'Cells with custom functions cannot be copied from one to the other.',
                zh: '含自定义函数的单元格不能跨进程复制。',
              },
              { en: 'Open both workbooks in one Excel.', zh: '在同一个 Excel 中打开两个工作簿。' },
              both(issue(903)),
            ],
            [
              { en: 'An update of the add-in', zh: '加载项更新' },
              {
                en: 'Desktop Excel keeps the old code until it is closed, and files for up to a day.',
                zh: '桌面版在关闭前一直使用旧代码，文件最多缓存一天。',
              },
              { en: 'Close every Excel window and open it again.', zh: '关闭所有 Excel 窗口后重新打开。' },
              both(TROUBLE),
            ],
          ],
        },
      ],
    },
  ],
};
