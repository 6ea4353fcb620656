import type { Article } from '../article';

export const review: Article = {
  name: 'review',
  title: { en: 'Test notes', zh: '测试说明' },
  lead: {
    en: 'For reviewers of the store and for whoever accepts the add-in: what to do and what must be seen. No account and no licence is needed; there are no extra costs.',
    zh: '供应用商店审核与验收人员使用：操作步骤与应见的结果。无需账户或许可，没有额外费用。',
  },
  sections: [
    {
      id: 'functions',
      title: { en: 'Functions', zh: '函数' },
      blocks: [
        {
          text: {
            en: 'Open an empty workbook, install the add-in, and enter in a new sheet:',
            zh: '打开空白工作簿，安装加载项，在新工作表中输入：',
          },
        },
        {
          head: [
            { en: 'Into', zh: '单元格' },
            { en: 'Enter', zh: '输入' },
            { en: 'Must show', zh: '应显示' },
          ],
          rows: [
            [
              { en: 'A1', zh: 'A1' },
              { en: '`=RZRQ.MARGIN_BALANCE(97753.18, 982.29)`', zh: '`=RZRQ.MARGIN_BALANCE(97753.18, 982.29)`' },
              { en: '98735.47', zh: '98735.47' },
            ],
            [
              { en: 'A2', zh: 'A2' },
              {
                en: '`=RZRQ.FINANCING_BALANCE_ROLL(0.1, 0.2, 0.3)`',
                zh: '`=RZRQ.FINANCING_BALANCE_ROLL(0.1, 0.2, 0.3)`',
              },
              { en: '0, exactly', zh: '恰为 0' },
            ],
            [
              { en: 'A3', zh: 'A3' },
              {
                en: '`=RZRQ.FINANCING_BALANCE_SERIES(100, {10;20;30}, {5;5;5})`',
                zh: '`=RZRQ.FINANCING_BALANCE_SERIES(100, {10;20;30}, {5;5;5})`',
              },
              { en: '105, 120 and 145 in A3, A4 and A5', zh: 'A3、A4、A5 依次为 105、120、145' },
            ],
            [
              { en: 'C1', zh: 'C1' },
              { en: '`=RZRQ.MAINTENANCE_LEVEL(1950000, 1200000)`', zh: '`=RZRQ.MAINTENANCE_LEVEL(1950000, 1200000)`' },
              { en: '1.625', zh: '1.625' },
            ],
            [
              { en: 'C2', zh: 'C2' },
              { en: '`=RZRQ.MARGIN_BALANCE("abc", 1)`', zh: '`=RZRQ.MARGIN_BALANCE("abc", 1)`' },
              {
                en: '`#VALUE!`; the mark beside the cell says that financing_balance is not a number: “abc”',
                zh: '`#VALUE!`；单元格旁的标记说明融资余额不是数字：“abc”',
              },
            ],
            [
              { en: 'C3', zh: 'C3' },
              { en: '`=RZRQ.LONG_SHORT_RATIO(5, 0)`', zh: '`=RZRQ.LONG_SHORT_RATIO(5, 0)`' },
              { en: '`#DIV/0!`', zh: '`#DIV/0!`' },
            ],
          ],
        },
        {
          text: {
            en: 'Every function has help: choose it in Insert Function and follow “Help on this function”, or open it from [the list](index.html).',
            zh: '每个函数都有帮助：在“插入函数”中选择后点“有关该函数的帮助”，或从[函数列表](index.html)打开。',
          },
        },
      ],
    },
    {
      id: 'pane',
      title: { en: 'Commands and pane', zh: '命令与窗格' },
      blocks: [
        {
          steps: [
            {
              en: 'Choose RZRQ → Functions on the ribbon: the pane opens and lists the functions by family.',
              zh: '在功能区选择“融资融券 → 函数”：窗格打开，按类列出函数。',
            },
            {
              en: 'Search for rzye: 融资余额 and its functions are found. Open one; its card shows formula, arguments, examples and sources.',
              zh: '搜索 rzye：找到融资余额及相关函数。打开一个，卡片显示公式、参数、示例与依据。',
            },
            {
              en: 'Insert → choose MARGIN_BALANCE, type 1 and 2: the preview shows 3. Insert it into the active cell.',
              zh: '插入 → 选择 MARGIN_BALANCE，填 1 和 2：预览显示 3。插入活动单元格。',
            },
            {
              en: 'Select that cell and open Explain: it shows 1 + 2 = 3.',
              zh: '选中该单元格并打开“解释”：显示 1 + 2 = 3。',
            },
            {
              en: 'Templates → the first one: a new sheet with figures and formulas appears; nothing else is changed.',
              zh: '模板 → 第一个：新建带数据与公式的工作表，其他内容不变。',
            },
            {
              en: 'Go back to the sheet with those formulas and choose RZRQ → As formulas on the ribbon: the pane shows what each cell would become, and nothing is written yet. Convert to formulas: C1 holds a native formula and shows the same 1.625.',
              zh: '回到上述公式所在的工作表，在功能区选择“融资融券 → 转为公式”：窗格列出各单元格将变成什么，尚未写入。点“确认转为公式”：C1 改为 Excel 自带公式，仍显示 1.625。',
            },
            {
              en: 'RZRQ → Restore → Restore the formulas: the originals are back.',
              zh: '融资融券 → 恢复 → 确认恢复：原公式还原。',
            },
          ],
        },
        {
          text: {
            en: 'The pane works by keyboard alone and by touch, in English and Chinese (by the display language of Office), in light and dark themes.',
            zh: '窗格可只用键盘或触摸操作，支持中英文（随 Office 显示语言）及浅色、深色主题。',
          },
        },
      ],
    },
    {
      id: 'where',
      title: { en: 'Where it was made to run', zh: '适用环境' },
      blocks: [
        {
          text: {
            en: 'Excel on the web in Edge, Chrome, Firefox and Safari; Excel for Microsoft 365 and Excel 2021 or newer on Windows; Excel on Mac from 16.40. Requirement sets: SharedRuntime 1.1, CustomFunctionsRuntime 1.3.',
            zh: 'Excel 网页版（Edge、Chrome、Firefox、Safari）；Windows 上的 Microsoft 365 版 Excel 与 Excel 2021 及更新版本；Mac 上的 Excel 16.40 起。要求集：SharedRuntime 1.1、CustomFunctionsRuntime 1.3。',
          },
        },
        {
          text: {
            en: 'See also: [privacy](privacy.html), [support](support.html), [known limits](limits.html).',
            zh: '另见：[隐私](privacy.html)、[支持](support.html)、[已知限制](limits.html)。',
          },
        },
      ],
    },
  ],
};
