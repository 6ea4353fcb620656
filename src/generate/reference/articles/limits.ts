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
    en: 'What Excel does with custom functions of any add-in, and what can be done about it. State of November 2026.',
    zh: 'Excel 对任何加载项的自定义函数都有的限制，以及应对办法。截至 2026 年 11 月。',
  },
  sections: [
    {
      id: 'reports',
      title: { en: 'Public reports that concern this add-in, by host', zh: '与本加载项有关的公开问题，按宿主' },
      blocks: [
        {
          text: {
            en: 'Read the row of your Excel before installing. The date is that of the report or of Microsoft’s answer.',
            zh: '安装之前请先看与您的 Excel 对应的一行。日期为报告或微软答复的日期。',
          },
        },
        {
          text: {
            en: 'The add-in was not tested by its authors in desktop Excel. *Self-test*, at the foot of the pane and on the RZRQ tab, tries in your own Excel what differs between builds, says which of these limits applies, and gives a report to copy: please send it as the [support page](support.html) says.',
            zh: '作者未在桌面版 Excel 中测试过本加载项。窗格底部与“融资融券”选项卡上的“自检”会在您的 Excel 中逐项检查因版本而异的行为，指出适用的限制，并生成可复制的报告：请按[支持页](support.html)所述寄出。',
          },
        },
        {
          head: [...HEAD, { en: 'Date', zh: '日期' }],
          rows: [
            [
              { en: 'Windows, Microsoft 365, version 2607', zh: 'Windows，Microsoft 365，版本 2607' },
              {
                en: 'No custom functions from a trusted catalogue or from the admin center: `failed to install or load custom functions`. Functions from the store load.',
                zh: '来自受信任目录或管理中心的自定义函数不载入，提示 `failed to install or load custom functions`（未能安装或载入自定义函数）；商店版正常。',
              },
              { en: 'Update, or go back to 2606.', zh: '更新 Excel，或退回 2606。' },
              both([6824, 6875].map(issue).join(' ')),
              both('2026-07-08, 2026-07-30'),
            ],
            [
              { en: 'Windows, a shared folder catalogue', zh: 'Windows，共享文件夹目录' },
              {
                en: 'Functions load in the workbook to which the add-in was added, and not in the next one. Microsoft calls such folders a means for testing, “not for production add-ins”.',
                zh: '函数只在添加了加载项的那个工作簿中载入，换一个工作簿须重新添加。微软称共享文件夹用于测试，不用于正式部署（not for production add-ins）。',
              },
              {
                en: 'Deploy through the admin center; on a share add the add-in once in every workbook.',
                zh: '通过管理中心部署；使用共享文件夹时，每个工作簿各添加一次。',
              },
              both([6399].map(issue).join(' ')),
              both('2025-12-23'),
            ],
            [
              { en: 'Windows, many workbooks open', zh: 'Windows，同时打开多个工作簿' },
              {
                en: 'The add-in may crash when one more is opened while functions are running (version 2511).',
                zh: '函数计算期间再打开工作簿，加载项可能崩溃（版本 2511）。',
              },
              { en: 'Open the workbooks first, then calculate.', zh: '先打开工作簿，再计算。' },
              both([6431].map(issue).join(' ')),
              both('2026-01-12'),
            ],
            [
              { en: 'Windows, `#BUSY!` for good', zh: 'Windows，一直 `#BUSY!`' },
              {
                en: 'Stays after everything was answered (16.0.19929); a press on something in the pane has healed it.',
                zh: '全部返回后仍不消失（16.0.19929）；在窗格中点按一下曾可恢复。',
              },
              { en: 'Open the pane; else close Excel and open it again.', zh: '打开窗格；否则重启 Excel。' },
              both([6662, 1395].map(issue).join(' ')),
              both('2026-04'),
            ],
            [
              { en: 'Windows, the pane closed', zh: 'Windows，窗格关闭' },
              { en: 'Nested calls several times slower (version 2608).', zh: '嵌套调用慢数倍（版本 2608）。' },
              { en: 'Keep the pane open for a large calculation.', zh: '大量计算时保持窗格打开。' },
              both([6936].map(issue).join(' ')),
              both('2026-09-11'),
            ],
            [
              { en: 'Windows, version 2509', zh: 'Windows，版本 2509' },
              { en: 'The list of words for a choice is garbled.', zh: '选项参数的候选词显示为乱码。' },
              {
                en: 'Type the word; every spelling on the function’s page is accepted.',
                zh: '直接输入；函数页面所列写法均可。',
              },
              both([6080].map(issue).join(' ')),
              both('2025-09'),
            ],
            [
              { en: 'Windows without WebView2', zh: '没有 WebView2 的 Windows' },
              { en: 'Functions fail at the first load.', zh: '首次载入失败。' },
              { en: 'Install WebView2.', zh: '安装 WebView2。' },
              both([6167].map(issue).join(' ')),
              both('2025-10'),
            ],
            [
              { en: 'Office bought once: LTSC 2021', zh: '买断版 Office：LTSC 2021' },
              {
                en: 'Volume-licensed Office 2021 crashed with both flags for error cells in the metadata; this add-in sets one. Conditional formats beside custom functions crash LTSC 2021; 2024 did not.',
                zh: '元数据同时含两个错误值标志时，批量许可的 Office 2021 崩溃；本加载项只设一个。条件格式与自定义函数并存会使 LTSC 2021 崩溃，2024 未能复现。',
              },
              { en: 'Build with `--env perpetual`, see below.', zh: '以 `--env perpetual` 构建，见下文。' },
              both([4385, 5959].map(issue).join(' ')),
              both('2024-05-07, 2026-07-10'),
            ],
            [
              { en: 'Excel on the web', zh: 'Excel 网页版' },
              {
                en: 'Build 16.0.20306 never left `#BUSY!` after a large calculation of asynchronous functions; ours are synchronous.',
                zh: '16.0.20306 在大量异步函数计算后一直 `#BUSY!`；本加载项的函数是同步的。',
              },
              { en: 'Load the page anew.', zh: '重新载入网页。' },
              both([6841].map(issue).join(' ')),
              both('2026-08'),
            ],
            [
              { en: 'Mac', zh: 'Mac' },
              {
                en: 'A shared-runtime add-in that worked before sometimes does not start: `#NAME?` and `_xldudf_…`. Parts that an add-in stores in the workbook have been lost.',
                zh: '原本正常的共享运行时加载项有时不启动，显示 `#NAME?` 与 `_xldudf_…`；也有加载项存于工作簿的内容丢失的报告。',
              },
              {
                en: 'Start Excel again; before a copy goes out, look at the plan of Share.',
                zh: '重启 Excel；分发副本前请查看“分享”的计划。',
              },
              both([6935, 6091].map(issue).join(' ')),
              both('2026-09-10'),
            ],
            [
              { en: 'Filtered rows', zh: '筛选后的区域' },
              {
                en: 'What an add-in writes to a filtered range may land in other rows.',
                zh: '加载项写入被筛选的区域时，内容可能落到别的行。',
              },
              { en: 'Clear the filter before sharing or inserting.', zh: '分享或插入之前先清除筛选。' },
              both([224].map(issue).join(' ')),
              both('–'),
            ],
            [
              { en: 'After an update, everywhere', zh: '更新之后，各平台' },
              {
                en: 'As long as old metadata is in Excel’s cache (a day) a newer argument arrives as Excel’s own Invocation object. Our functions take it for an argument that was left out.',
                zh: '旧元数据仍在缓存中（约一天）时，新增参数处收到的是 Excel 的 Invocation 对象；本加载项按省略处理。',
              },
              { en: 'Nothing; a newer argument works from the next day.', zh: '无需处理，次日起新参数可用。' },
              both([2777].map(issue).join(' ')),
              both('2023-08-25'),
            ],
          ],
        },
      ],
    },
    {
      id: 'perpetual',
      title: { en: 'Error cells in Office that is bought once', zh: '买断版 Office 中的错误单元格' },
      blocks: [
        {
          text: {
            en: `Who hands error cells to a function is contradicted in public. Microsoft’s pages say that ${'`allowErrorForDataTypeAny`'} lets a function see them (${ERRORS}). A maintainer wrote on 2024-05-07 that without it nothing is lost “as long as you have ${'`allowCustomDataForDataTypeAny`'} … which can cover both rich data types and rich errors” (${issue(4385)}). Another wrote on 2025-04-22 that the requirement set of that flag “is indeed not supported on retail/LTSC” (${issue(5573)}, ${issue(3504)}). Nobody here has seen it on such an Excel.`,
            zh: `错误单元格在哪些版本中会交给函数，公开资料互相矛盾。微软页面称 ${'`allowErrorForDataTypeAny`'} 使函数能看到错误值（${ERRORS}）；维护者 2024-05-07 写道，只要有 ${'`allowCustomDataForDataTypeAny`'}，不设前者也不会缺少什么，因为它兼顾富数据类型与富错误值（${issue(4385)}）；另一位 2025-04-22 写道，后者所属的要求集在零售版与 LTSC 中确实不受支持（${issue(5573)}、${issue(3504)}）。我们没有在这类 Excel 上看到过实际情况。`,
          },
        },
        {
          text: {
            en: 'The usual build sets `allowCustomDataForDataTypeAny` alone. `--env perpetual` sets `allowErrorForDataTypeAny` alone, for retail Office 2021 and 2024 and LTSC 2021 and 2024. No build sets both, and none can: with both, volume-licensed Office 2021 crashes. Where neither holds, a function is not called for a cell with an error, and the error shows in the result’s place: one bad cell in a range then spoils the whole range, but no figure is wrong.',
            zh: '通常的构建只设 `allowCustomDataForDataTypeAny`。`--env perpetual` 只设 `allowErrorForDataTypeAny`，用于零售版 Office 2021、2024 与 LTSC 2021、2024。任何构建都不会同时设置两者：两者并存时批量许可的 Office 2021 会崩溃。若两者都不起作用，单元格有错误时函数不会被调用，结果处直接显示该错误：区域中一格有错，整个区域的结果都为错误，但不会出现错误的数字。',
          },
        },
      ],
    },
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
              both(`${issue(6135)}, 2025-09`),
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
